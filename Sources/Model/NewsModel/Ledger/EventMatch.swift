public import ArabicQuantities

/// An event that answers a question, with the report that tells of it.
public struct EventMatch: Sendable, Hashable {
  /// The report.
  public let report: WatchedReport
  /// The event's place among the events of the article's reading, from 0.
  public let index: Int
  /// PLOVER's type.
  public let type: EventType
  /// The day of the event; that of publication where it isn't known.
  public let day: CalendarDay
  /// The word that names it, with what stands around it.
  public let words: String

  /// Makes a match.
  public init(
    report: WatchedReport, index: Int, type: EventType, day: CalendarDay, words: String
  ) {
    self.report = report
    self.index = index
    self.type = type
    self.day = day
    self.words = words
  }
}

/// What the archive tells of an actor over some days.
public struct ActorMaterial: Sendable, Hashable {
  /// The actor as asked for.
  public var actor: String
  /// The name that its entry has, if an entry was asked for.
  public var name: String?
  /// Entries under which the name asked for is linked, those most often first.
  public var entries: [String]
  /// Events that have it as actor.
  public var acts: [EventMatch]
  /// Events that have it as recipient, and those for its opponents.
  public var pressure: [EventMatch]
  /// Conditional outlooks about it, with the days of their articles.
  public var outlooks: [LedgerCase]
  /// The days of which the archive has articles.
  public var published: Set<CalendarDay>

  /// Makes material.
  public init(
    actor: String, name: String?, entries: [String], acts: [EventMatch],
    pressure: [EventMatch], outlooks: [LedgerCase], published: Set<CalendarDay>
  ) {
    self.actor = actor
    self.name = name
    self.entries = entries
    self.acts = acts
    self.pressure = pressure
    self.outlooks = outlooks
    self.published = published
  }
}
