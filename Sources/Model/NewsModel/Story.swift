/// What tells one dispatch from another: its words and a sample of its shingles.
///
/// A *shingle* is four words in a row, folded as search folds them, as a 64-bit hash.
public struct Fingerprint: Sendable, Hashable {
  /// The hashes of the words in their order.
  public let words: [UInt32]
  /// The shingles that stand for the text: those with the smallest hashes, ascending, each once.
  public let sample: [UInt64]

  /// Makes a fingerprint.
  public init(words: [UInt32], sample: [UInt64]) {
    self.words = words
    self.sample = sample
  }
}

/// How the words of one report stand to those of another.
public enum StoryLinkKind: String, Sendable, Hashable, CaseIterable {
  /// The same text, but for the outlet's own lines.
  case copy
  /// The same text with small changes.
  case nearCopy = "near-copy"
  /// The shorter report stands in the longer one.
  case contained
  /// Another text of the same statement: figures and sentences are shared, the report is another's.
  case rewrite

  /// Whether both carry the same dispatch.
  public var isSameDispatch: Bool { self != .rewrite }
}

/// What one comparison of two reports found.
public struct StoryLink: Sendable, Hashable {
  /// How the one stands to the other.
  public let kind: StoryLinkKind
  /// The part of the shorter report's words that stand in the other, formulas aside, 0 to 1.
  public let coverOfShorter: Double
  /// The part of the longer report's words that stand in the other, 0 to 1.
  public let coverOfLonger: Double

  /// Makes a link.
  public init(kind: StoryLinkKind, coverOfShorter: Double, coverOfLonger: Double) {
    self.kind = kind
    self.coverOfShorter = coverOfShorter
    self.coverOfLonger = coverOfLonger
  }

  /// Whether the two tell one story as wholes, rather than one being an item among others in it: more than
  /// half of the longer one is shared, so that no report ties two others that have nothing in common.
  public var joinsWholes: Bool { coverOfLonger >= 0.55 || kind == .rewrite }
}

/// How often and how long a shingle is met: formulas come back, dispatches pass.
public struct ShingleHistory: Sendable, Hashable {
  /// In how many articles it stands.
  public var articles: Int
  /// The first day on which one of them was published, in days since 1970.
  public var firstDay: Int
  /// The last day on which one of them was published, in days since 1970.
  public var lastDay: Int

  /// Makes a history.
  public init(articles: Int, firstDay: Int, lastDay: Int) {
    self.articles = articles
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Whether it is a formula of the language of news: in three articles or more over more than four days.
  ///
  /// "Expressed, in his name and that of the people …" comes back; agency reports are reprinted within two
  /// or three days.
  public var isFormula: Bool { articles > 2 && lastDay - firstDay > 4 }
}

/// What tells which reports belong together; the archive is given one.
public protocol StoryJudging: Sendable {
  /// The fingerprint of an article's text.
  func fingerprint(_ utf8: [UInt8]) -> Fingerprint
  /// How two reports stand to each other; `nil` if they share too little.
  ///
  /// - Parameters:
  ///   - a: One report.
  ///   - b: The other.
  ///   - days: How many days lie between them.
  ///   - isFormula: Whether a shingle of a sample is a formula.
  /// - Returns: The link; the same whichever report comes first.
  func link(_ a: Fingerprint, _ b: Fingerprint, days: Int, isFormula: (UInt64) -> Bool)
    -> StoryLink?
}
