public import ArabicQuantities
public import ArabicScript

/// Who did what to whom, where and when, coded in PLOVER.
///
/// Source: Open Event Data Alliance, "PLOVER Manual" 2.0.
public struct Event: Sendable, Hashable {
  /// The word that names the event.
  public var trigger: TextRange
  /// PLOVER's type.
  public var type: EventType
  /// PLOVER's mode (`aerial`, `arrest`), if one fits.
  public var mode: String?
  /// PLOVER's contexts.
  public var context: [String]
  /// Mentions of those who did it.
  public var actor: [TextRange]
  /// Mentions of those it was done to.
  public var recipient: [TextRange]
  /// The most exact place name given for it.
  public var place: TextRange?
  /// The gazetteer entry of the place.
  public var placeEntry: String?
  /// The day, if it can be told; the first day of a longer time that is told.
  public var date: CalendarDay?
  /// How exactly the day is known.
  public var datePrecision: DatePrecision?
  /// The number killed.
  public var killed: CasualtyCount?
  /// The number injured.
  public var injured: CasualtyCount?
  /// What others say of the number killed, where claims differ.
  public var otherKilled: [CasualtyCount]
  /// What others say of the number injured, where claims differ.
  public var otherInjured: [CasualtyCount]
  /// Whether it happened.
  public var status: EventStatus
  /// The index of the statement in which it stands.
  public var statement: Int?
  /// Whether it stands in the title.
  public var inTitle: Bool
  /// How sure the reader is that a coder would take it for an event of its type, 0 to 1; `nil` if untold.
  public var confidence: Double?
  /// What the confidence rests on, if the reader explains it: names of features as in `Data/reading/event-weights.tsv`
  /// (texts of one passage) and `event-record-weights.tsv`.
  public var features: [String]
  /// The name of the rule that made the record.
  public var rule: String

  /// Makes an event.
  public init(
    trigger: TextRange, type: EventType, mode: String? = nil, context: [String] = [],
    actor: [TextRange] = [], recipient: [TextRange] = [], place: TextRange? = nil,
    placeEntry: String? = nil, date: CalendarDay? = nil, datePrecision: DatePrecision? = nil,
    killed: CasualtyCount? = nil, injured: CasualtyCount? = nil, otherKilled: [CasualtyCount] = [],
    otherInjured: [CasualtyCount] = [], status: EventStatus = .actual,
    statement: Int? = nil, inTitle: Bool = false, confidence: Double? = nil,
    features: [String] = [], rule: String = ""
  ) {
    self.trigger = trigger
    self.type = type
    self.mode = mode
    self.context = context
    self.actor = actor
    self.recipient = recipient
    self.place = place
    self.placeEntry = placeEntry
    self.date = date
    self.datePrecision = datePrecision
    self.killed = killed
    self.injured = injured
    self.otherKilled = otherKilled
    self.otherInjured = otherInjured
    self.status = status
    self.statement = statement
    self.inTitle = inTitle
    self.confidence = confidence
    self.features = features
    self.rule = rule
  }
}

extension Event {
  /// The week, month or year in which it lies, by ISO 8601 (`2015-W32`, `2015-08`, `2015`), where no day is known; else `nil`.
  public var period: String? {
    guard let date else { return nil }
    return switch datePrecision {
    case .week: date.isoWeek
    case .month: String(date.description.prefix(7))
    case .year: String(date.description.prefix(4))
    case .day, nil: nil
    }
  }
}

/// PLOVER's event types.
public enum EventType: String, Sendable, Hashable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}

/// Whether an event happened.
public enum EventStatus: String, Sendable, Hashable, CaseIterable {
  case actual, future, hypothetical, negated
  /// A background event of another year.
  case historical
}

/// How exactly a day is known.
public enum DatePrecision: String, Sendable, Hashable, CaseIterable {
  case day, week, month, year
}

/// A number of people as one source gives it.
public struct CasualtyCount: Sendable, Hashable {
  /// The least that the wording allows.
  public var low: Int
  /// The number as stated.
  public var best: Int
  /// The most that the wording allows; `nil` if it is open.
  public var high: Int?
  /// Who says so, if someone other than the reporter.
  public var saidBy: String?

  /// Makes a count.
  public init(low: Int, best: Int, high: Int?, saidBy: String? = nil) {
    self.low = low
    self.best = best
    self.high = high
    self.saidBy = saidBy
  }
}
