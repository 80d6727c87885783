public import ArabicQuantities

/// An outlook on record: what was said to come, as the newest reading that found it has it.
///
/// It keeps its number when the article is read again, and stays if a person wrote something to it.
public struct LedgerEntry: Sendable, Hashable {
  /// Its number in the archive.
  public var number: Int
  /// The article that it stands in.
  public var article: LedgerArticle
  /// Its place among the outlooks of the article's reading, from 0; `nil` if the newest reading does not
  /// find it any more.
  public var index: Int?
  /// The outlook in words.
  public var wording: OutlookWording

  /// Makes an entry.
  public init(number: Int, article: LedgerArticle, index: Int?, wording: OutlookWording) {
    self.number = number
    self.article = article
    self.index = index
    self.wording = wording
  }
}

/// The article that an entry of the ledger stands in.
public struct LedgerArticle: Sendable, Hashable {
  /// The article's id.
  public let id: String
  /// The outlet; `nil` if it is not known.
  public let source: String?
  /// The time of publication as the source wrote it.
  public let published: String?
  /// The article's title.
  public let title: String
  /// The number of its story; `nil` if it isn't grouped yet.
  public let story: Int?

  /// Makes one.
  public init(id: String, source: String?, published: String?, title: String, story: Int?) {
    self.id = id
    self.source = source
    self.published = published
    self.title = title
    self.story = story
  }

  /// The day of publication; `nil` if it is not known.
  public var day: CalendarDay? { published.flatMap { CalendarDay(iso: $0) } }
}

/// An outlook with the words of its article instead of spans.
public struct OutlookWording: Sendable, Hashable {
  /// What may happen.
  public var outcome: String
  /// The word that makes it an outlook.
  public var marker: String?
  /// Whose outlook it is; `nil` if it is the reporter's own.
  public var holderName: String?
  /// What sort of outlook.
  public var kind: OutlookKind
  /// How likely, as the text words it.
  public var likelihood: Likelihood
  /// The probability in percent that the wording stands for; `nil` if the wording has none.
  public var band: ClosedRange<Int>?
  /// The condition without its particle.
  public var condition: String?
  /// What the condition does.
  public var conditionKind: ConditionKind?
  /// By when, as worded.
  public var horizon: String?

  /// Makes a wording.
  public init(
    outcome: String, marker: String?, holderName: String?, kind: OutlookKind,
    likelihood: Likelihood, band: ClosedRange<Int>?, condition: String?,
    conditionKind: ConditionKind?, horizon: String?
  ) {
    self.outcome = outcome
    self.marker = marker
    self.holderName = holderName
    self.kind = kind
    self.likelihood = likelihood
    self.band = band
    self.condition = condition
    self.conditionKind = conditionKind
    self.horizon = horizon
  }

  /// Whether the wording says that it may be, not how likely: its band is that of unscored wordings.
  public var isOpen: Bool { band == 5...95 }
}

/// An entry of the ledger with what persons wrote to it.
public struct LedgerCase: Sendable, Hashable {
  /// The outlook.
  public var entry: LedgerEntry
  /// The newest rule by which it resolves.
  public var rule: ResolutionRule?
  /// The newest decision, which counts.
  public var decision: LedgerDecision?

  /// Makes a case.
  public init(entry: LedgerEntry, rule: ResolutionRule?, decision: LedgerDecision?) {
    self.entry = entry
    self.rule = rule
    self.decision = decision
  }

  /// How far it has come.
  public func state(on today: CalendarDay) -> LedgerState {
    if decision != nil { return .decided }
    guard let rule else { return .open }
    return rule.days.upperBound < today ? .due : .waiting
  }
}

/// How far an entry of the ledger has come.
public enum LedgerState: String, Sendable, Hashable, CaseIterable {
  /// No rule says how it resolves.
  case open
  /// The last day of its rule is still to come.
  case waiting
  /// The days of its rule are over and nobody has decided.
  case due
  /// A person has decided.
  case decided
}
