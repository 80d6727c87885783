/// What the prefix and the ending of a present say where the verb is not known.
enum VerbPattern {
  /// The forms of a word that stands behind `س` and has the shape of a present; else none.
  static func presentForms(_ word: [UInt8]) -> [VerbForm] {
    let letters = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    guard letters.count >= 4 else { return [] }
    let isDual = letters.suffix(2) == ["ا", "ن"]
    let isPlural = letters.suffix(2) == ["و", "ن"]
    let isFeminineSecond = letters.suffix(2) == ["ي", "ن"]
    let number: VerbForm.Number = isDual ? .dual : isPlural ? .plural : .singular
    switch letters[0] {
    case "ي": return [form(3, .masculine, number)]
    case "ت":
      if isPlural { return [form(2, .masculine, .plural)] }
      if isDual { return [form(3, .feminine, .dual), form(2, nil, .dual)] }
      if isFeminineSecond { return [form(2, .feminine, .singular)] }
      return [form(3, .feminine, .singular), form(2, .masculine, .singular)]
    case "ن": return [form(1, nil, .plural)]
    case "ا": return [form(1, nil, .singular)]
    default: return []
    }
  }

  private static func form(
    _ person: Int, _ gender: VerbForm.Gender?, _ number: VerbForm.Number
  ) -> VerbForm {
    VerbForm(
      lemma: "", tense: .present, person: person, gender: gender, number: number, voice: .either)
  }
}
