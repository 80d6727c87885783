/// What a form of a verb says of itself.
///
/// Only what unvocalised letters tell: `كتبت` is "she wrote", "I wrote" and "you wrote", three forms.
/// So is `اكتب` "write!" and "I write"; the imperative of the second form (`قدم`) is not told from its past.
public struct VerbForm: Sendable, Hashable {
  /// The past of the third person (`استقبل`); empty where the verb is not in `Data/words/verbs.tsv`.
  public let lemma: String
  /// The past, the present in any mood but the imperative, or the imperative.
  public let tense: Tense
  /// The person: 1, 2 or 3.
  public let person: Int
  /// The gender; nil where the form serves both.
  public let gender: Gender?
  /// The number.
  public let number: Number
  /// Whether the letters show who acts.
  public let voice: Voice

  /// The tense of a form; the imperative, a mood without one, stands among them.
  public enum Tense: UInt8, Sendable, Hashable { case past, present, imperative }
  /// The gender of a form.
  public enum Gender: UInt8, Sendable, Hashable { case masculine, feminine }
  /// The number of a form.
  public enum Number: UInt8, Sendable, Hashable { case singular, dual, plural }
  /// The voice, as far as letters without vowel signs tell it.
  public enum Voice: UInt8, Sendable, Hashable {
    /// The passive would be spelt otherwise (`قال`).
    case active
    /// The active would be spelt otherwise (`قيل`).
    case passive
    /// Both are spelt so (`أعلن`).
    case either
  }
}

/// Tense, person, gender, number: what an ending or a prefix marks.
struct VerbMark: Sendable, Hashable {
  let tense: VerbForm.Tense
  let person: Int
  let gender: VerbForm.Gender?
  let number: VerbForm.Number

  init(
    _ tense: VerbForm.Tense, _ person: Int, _ gender: VerbForm.Gender?, _ number: VerbForm.Number
  ) {
    self.tense = tense
    self.person = person
    self.gender = gender
    self.number = number
  }
}
