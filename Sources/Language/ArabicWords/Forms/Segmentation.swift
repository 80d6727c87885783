public import ArabicScript

/// One way to cut a word into what is written together with it and the word itself.
///
/// `وبمدرستهم` is `و`, `ب`, `مدرست` and `هم`, with the base `مدرسة`.
public struct Segmentation: Sendable, Hashable {
  /// The word folded at `FoldingLevel.letters`; the ranges are bytes of it.
  public let word: String
  /// What stands before the word: `و ف ب ل ك س` and the article, in order.
  public let proclitics: [TextRange]
  /// The word without clitics, as it is written here (`مدرست`).
  public let stem: TextRange
  /// The pronoun at the end.
  public let pronoun: TextRange?
  /// The word as it stands alone (`مدرسة`), with `ا` for `أ`, `إ` and `آ`.
  public let base: String
  /// What the word is in this reading.
  public let wordClass: WordClass
  /// What the letters say of it if it is a verb, all readings; else empty.
  public let verbForms: [VerbForm]
  /// The share of this reading among all readings of the word; they sum up to 1.
  public let likelihood: Double

  /// Classes of words, as far as clitics need them.
  public enum WordClass: UInt8, Sendable, Hashable {
    /// Nouns, adjectives and names.
    case noun
    case verb
    /// A word of `StopWords`.
    case particle
  }

  /// The written pieces in order: `و`, `ب`, `مدرست`, `هم`.
  public var pieces: [String] {
    (proclitics + [stem] + (pronoun.map { [$0] } ?? [])).map(text)
  }

  /// The letters of a range.
  public func text(_ range: TextRange) -> String {
    String(decoding: word.utf8.dropFirst(range.start).prefix(range.count), as: UTF8.self)
  }

  /// Whether the word has the article.
  public var isDefinite: Bool {
    let pieces = proclitics.map(text)
    return pieces.last == "ال" || (pieces.count >= 2 && pieces.suffix(2) == ["ل", "ل"])
  }

  /// Whether `س` puts the verb into the future.
  public var isFuture: Bool { wordClass == .verb && proclitics.last.map(text) == "س" }
}
