/// The imperative of one verb, made from its past and its present.
///
/// A verb of three letters is taken for one of the first form (`اكتب`), since the second form's imperative is spelt as its
/// past (`قدم`). Source: Wright, "A Grammar of the Arabic Language" (1896), I, 61 to 62, and 130 to 182 on weak verbs.
struct Imperative {
  typealias Letters = Conjugation.Letters

  /// The spellings of one person; several where a verb has more than one, none where it has none that letters tell.
  struct Form {
    let spelling: Letters
    let gender: VerbForm.Gender?
    let number: VerbForm.Number
  }

  /// What stands before the stem: nothing, an alef, or what takes the place of a hamza.
  private let front: Letters
  private let stem: Letters
  private let isHollow: Bool
  private let isDoubled: Bool

  /// Prepares the imperative of a verb.
  ///
  /// - Parameters:
  ///   - past: The past of the third person.
  ///   - present: The present without the prefix of its person.
  ///   - isHollow: Whether the second radical is weak.
  ///   - isDoubled: Whether the last two radicals are one letter.
  init(past: Letters, present: Letters, isHollow: Bool, isDoubled: Bool) {
    self.isHollow = isHollow && present.count >= 3
    self.isDoubled = isDoubled
    (front, stem) = Imperative.parts(past, present, isClosed: isHollow || isDoubled)
  }

  /// The front and the stem behind it.
  private static func parts(_ past: Letters, _ present: Letters, isClosed: Bool) -> (
    Letters, Letters
  ) {
    if past[0] == "آ" { return (["آ"], Array(present.dropFirst(present[1] == "ا" ? 2 : 1))) }
    if past[0] == "أ", present[0] != "أ", present[0] != "ؤ" { return (["أ"], present) }  // أرسل
    if past[0] == "ا" { return (["ا"], present) }  // استقبل
    if past.count != 3 || isClosed || present.count == 2 { return ([], present) }  // شارك, قل, جد
    if present[0] == "ؤ" { return (["أ"], Array(present.dropFirst())) }  // أخر
    if present[0] == "أ" {
      let isShort = ["أخذ", "أكل", "أمر"].contains { Array($0.unicodeScalars) == past }
      return (isShort ? [] : ["ا", "ئ"], Array(present.dropFirst()))  // خذ, ائذن
    }
    return (["ا"], present)
  }

  /// All forms: two genders in the singular and the plural, one for both in the dual.
  var forms: [Form] {
    guard stem.count >= 2, let last = stem.last else { return [] }
    let isDefective = last == "ي" || last == "ى" || last == "و"
    let open = isDefective ? Array(stem.dropLast()) : stem
    var (one, dual, closed) = (open, stem, stem)
    if isDefective {
      if last == "ى" { dual = open + ["ي"] }
      closed = dual
    } else if isHollow {
      closed = Array(stem.dropLast(2)) + [last]
      one = closed
    } else if isDoubled {
      closed = stem + [last]
    }
    var forms = [
      Form(spelling: front + open + ["ي"], gender: .feminine, number: .singular),
      Form(spelling: front + dual + ["ا"], gender: nil, number: .dual),
      Form(spelling: front + open + ["و", "ا"], gender: .masculine, number: .plural),
      Form(spelling: front + closed + ["ن"], gender: .feminine, number: .plural),
    ]
    if front.count + one.count >= 2 {
      forms.append(Form(spelling: front + one, gender: .masculine, number: .singular))
    }
    return forms
  }
}
