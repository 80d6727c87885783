/// The forms of one verb, made from its past and its present.
///
/// A verb's kind is told from these two: hollow (`قال`, `أعاد`), defective (`رمى`, `دعا`, `بقي`), doubled
/// (`شد`, `استمر`), or sound. Source: the paradigms of Wright, "A Grammar of the Arabic Language" (1896), I, 116 to 182.
struct Conjugation {
  typealias Letters = [Unicode.Scalar]

  /// A spelling with what it marks.
  struct Form: Hashable {
    let spelling: Letters
    let mark: VerbMark
    let voice: VerbForm.Voice
  }

  private let past: Letters
  /// The present without the prefix of its person.
  private let present: Letters
  private(set) var forms: [Form] = []

  /// Makes the forms of a verb; none if one of its words has fewer than two letters.
  init(past: String, present: String) {
    self.past = Array(past.unicodeScalars)
    self.present = Array(present.unicodeScalars.dropFirst())
    guard self.past.count >= 2, self.present.count >= 2 else { return }
    let passivePast = Passive.past(of: self.past, isHollow: isHollow)
    let passivePresent = Passive.present(of: self.present, past: self.past, isHollow: isHollow)
    addPast(self.past, passivePast == self.past ? .either : .active)
    if passivePast != self.past { addPast(passivePast, .passive) }
    addPresent(self.present, passivePresent == self.present ? .either : .active)
    if passivePresent != self.present { addPresent(passivePresent, .passive) }
    let imperative = Imperative(
      past: self.past, present: self.present, isHollow: isHollow, isDoubled: isDoubled)
    for form in imperative.forms {
      add(form.spelling, VerbMark(.imperative, 2, form.gender, form.number), .active)
    }
  }

  private var isHollow: Bool {
    past.count >= 3 && past[past.count - 2] == "ا" && past.last != "ى"
  }

  private var isDoubled: Bool {
    if isHollow || isDefective(past) { return false }
    if past.count == 2 { return true }
    if past.count == 3 { return past[0] == "أ" && present.count == 2 }
    if past.count == 4 { return past[0] == "ا" }
    return past.count == 5 && past.starts(with: ["ا", "س", "ت"] as Letters)
  }

  private func isDefective(_ stem: Letters) -> Bool {
    stem.count >= 3 && (stem.last == "ى" || stem.last == "ا" || stem.last == "ي")
  }

  // MARK: - Past

  private mutating func addPast(_ stem: Letters, _ voice: VerbForm.Voice) {
    var open = stem  // before a vowel
    var closed = stem  // before a consonant
    var dual = stem
    let isPassive = voice == .passive
    if isDefective(stem) {
      let cut = Array(stem.dropLast())
      let keepsYeh = stem.last == "ي"
      closed = cut + [stem.last == "ا" ? "و" : "ي"]
      dual = closed
      open = cut
      add(keepsYeh ? stem + ["ت"] : cut + ["ت"], VerbMark(.past, 3, .feminine, .singular), voice)
      add(
        keepsYeh ? stem + ["ت", "ا"] : cut + ["ت", "ا"], VerbMark(.past, 3, .feminine, .dual), voice
      )
    } else {
      if isHollow { closed = Array(stem.dropLast(2)) + stem.suffix(1) }
      if isDoubled { closed = stem + stem.suffix(1) }
      add(stem + ["ت"], VerbMark(.past, 3, .feminine, .singular), voice)
      add(stem + ["ت", "ا"], VerbMark(.past, 3, .feminine, .dual), voice)
    }
    add(stem, VerbMark(.past, 3, .masculine, .singular), voice)
    add(dual + ["ا"], VerbMark(.past, 3, .masculine, .dual), voice)
    add(open + ["و", "ا"], VerbMark(.past, 3, .masculine, .plural), voice)
    if stem.last == "أ" {  // بدؤوا, also written بدأوا
      add(Array(stem.dropLast()) + ["ؤ", "و", "ا"], VerbMark(.past, 3, .masculine, .plural), voice)
    }
    if isPassive, isHollow { return }  // spelt as the active
    add(closed + ["ن"], VerbMark(.past, 3, .feminine, .plural), voice)
    add(closed + ["ت"], VerbMark(.past, 1, nil, .singular), voice)
    add(closed + ["ت"], VerbMark(.past, 2, nil, .singular), voice)
    add(closed + ["ن", "ا"], VerbMark(.past, 1, nil, .plural), voice)
    add(closed + ["ت", "م"], VerbMark(.past, 2, .masculine, .plural), voice)
    add(closed + ["ت", "ن"], VerbMark(.past, 2, .feminine, .plural), voice)
    add(closed + ["ت", "م", "ا"], VerbMark(.past, 2, nil, .dual), voice)
  }

  // MARK: - Present

  private mutating func addPresent(_ stem: Letters, _ voice: VerbForm.Voice) {
    let last = stem[stem.count - 1]
    let isDefective = stem.count >= 2 && (last == "ي" || last == "ى" || last == "و")
    let open = isDefective ? Array(stem.dropLast()) : stem
    var dual = stem
    var closed = stem
    var moods = [stem]
    if isDefective {
      if last == "ى" { dual = open + ["ي"] }
      closed = dual
      moods.append(open)
    } else if isHollow, stem.count >= 3 {
      closed = Array(stem.dropLast(2)) + [last]
      moods.append(closed)
    } else if isDoubled {
      closed = stem + [last]
      moods.append(closed)
    }
    for mood in moods {
      add(["ي"] + mood, VerbMark(.present, 3, .masculine, .singular), voice)
      add(["ت"] + mood, VerbMark(.present, 3, .feminine, .singular), voice)
      add(["ت"] + mood, VerbMark(.present, 2, .masculine, .singular), voice)
      add(firstPerson(mood), VerbMark(.present, 1, nil, .singular), voice)
      add(["ن"] + mood, VerbMark(.present, 1, nil, .plural), voice)
    }
    for ending in [["ا", "ن"], ["ا"]] as [Letters] {
      add(["ي"] + dual + ending, VerbMark(.present, 3, .masculine, .dual), voice)
      add(["ت"] + dual + ending, VerbMark(.present, 3, .feminine, .dual), voice)
      add(["ت"] + dual + ending, VerbMark(.present, 2, nil, .dual), voice)
    }
    for ending in [["و", "ن"], ["و", "ا"]] as [Letters] {
      add(["ي"] + open + ending, VerbMark(.present, 3, .masculine, .plural), voice)
      add(["ت"] + open + ending, VerbMark(.present, 2, .masculine, .plural), voice)
      if last == "أ" {  // يبدؤون, also written يبدأون
        let other = Array(stem.dropLast()) + ["ؤ"] + ending
        add(["ي"] + other, VerbMark(.present, 3, .masculine, .plural), voice)
        add(["ت"] + other, VerbMark(.present, 2, .masculine, .plural), voice)
      }
    }
    for ending in [["ي", "ن"], ["ي"]] as [Letters] {
      add(["ت"] + open + ending, VerbMark(.present, 2, .feminine, .singular), voice)
    }
    add(["ي"] + closed + ["ن"], VerbMark(.present, 3, .feminine, .plural), voice)
    add(["ت"] + closed + ["ن"], VerbMark(.present, 2, .feminine, .plural), voice)
  }

  /// أكتب; of two hamzas the second is a long alef: آخذ.
  private func firstPerson(_ mood: Letters) -> Letters {
    mood.first == "أ" ? ["آ"] + mood.dropFirst() : ["أ"] + mood
  }

  private mutating func add(_ spelling: Letters, _ mark: VerbMark, _ voice: VerbForm.Voice) {
    forms.append(Form(spelling: spelling, mark: mark, voice: voice))
  }
}

/// The spelling of the passive of the third person; that of the active where letters don't differ.
private enum Passive {
  typealias Letters = Conjugation.Letters

  static func past(of word: Letters, isHollow: Bool) -> Letters {
    var word = word
    let last = word.count - 1
    if isHollow {
      word[last - 1] = "ي"
      return word
    }
    if word.count >= 4, word[1] == "ا" { word[1] = "و" }  // شورك
    if word.count >= 5, word[0] == "ت", word[2] == "ا" { word[2] = "و" }  // تبودل
    if word[0] == "آ" { word.replaceSubrange(0...0, with: ["أ", "و"]) }
    let end = word.count - 1
    if word.count >= 3, word[end] == "ى" || word[end] == "ا" { word[end] = "ي" }
    if word.count >= 3, word[end] == "أ" { word[end] = "ئ" }
    if word.count == 3, word[1] == "أ" { word[1] = "ئ" }
    return word
  }

  static func present(of stem: Letters, past: Letters, isHollow: Bool) -> Letters {
    var stem = stem
    let last = stem.count - 1
    if isHollow, stem.count >= 3, stem[last - 1] != "ا" {
      stem[last - 1] = "ا"
      return stem
    }
    if past.count == 3, past[0] == "و", stem[0] != "و", stem.count == 2, past[2] != "ى" {
      return past  // يوجد
    }
    if stem[0] == "أ" { stem[0] = "ؤ" }  // يؤخذ
    if stem[last] == "ي" || stem[last] == "و" { stem[last] = "ى" }
    if stem[last] == "ئ" { stem[last] = "أ" }
    return stem
  }
}
