public import ArabicQuantities

/// What an outlook's own words tell about how it could resolve, found by the reader.
public struct OutlookClues: Sendable, Hashable {
  /// The outlook in words.
  public var wording: OutlookWording
  /// The day of the article.
  public var day: CalendarDay
  /// What stands in the outcome.
  public var outcome: ClauseClues
  /// What stands in the condition.
  public var condition: ClauseClues?
  /// The times of the horizon as TIMEX3 values, else those of the outcome.
  public var times: [ClueTime]

  /// Makes clues.
  public init(
    wording: OutlookWording, day: CalendarDay, outcome: ClauseClues, condition: ClauseClues?,
    times: [ClueTime]
  ) {
    self.wording = wording
    self.day = day
    self.outcome = outcome
    self.condition = condition
    self.times = times
  }
}

/// What stands in a clause.
public struct ClauseClues: Sendable, Hashable {
  /// The clause.
  public var text: String
  /// The events whose trigger stands in it.
  public var events: [ClueEvent]
  /// The names in it, in its order.
  public var names: [ClueName]

  /// Makes clues.
  public init(text: String, events: [ClueEvent] = [], names: [ClueName] = []) {
    self.text = text
    self.events = events
    self.names = names
  }
}

/// An event that a clause names.
public struct ClueEvent: Sendable, Hashable {
  /// PLOVER's type.
  public var type: EventType
  /// The word that names it.
  public var trigger: String
  /// Who does it.
  public var actor: ClueName?
  /// To whom it is done.
  public var recipient: ClueName?
  /// Where.
  public var place: ClueName?

  /// Makes one.
  public init(
    type: EventType, trigger: String, actor: ClueName? = nil, recipient: ClueName? = nil,
    place: ClueName? = nil
  ) {
    self.type = type
    self.trigger = trigger
    self.actor = actor
    self.recipient = recipient
    self.place = place
  }
}

/// A name that a clause holds.
public struct ClueName: Sendable, Hashable {
  /// What it names.
  public var type: MentionType
  /// The fullest name that the article gives.
  public var name: String
  /// The entry that it is linked to.
  public var entry: String?

  /// Makes one.
  public init(type: MentionType, name: String, entry: String? = nil) {
    self.type = type
    self.name = name
    self.entry = entry
  }

  /// By what it is looked for: its entry, else its name.
  public var key: String { entry ?? name }
}

/// A time that a clause gives.
public struct ClueTime: Sendable, Hashable {
  /// The words.
  public var text: String
  /// Its TIMEX3 value (`2015-08`, `P2W`).
  public var value: String

  /// Makes one.
  public init(text: String, value: String) {
    self.text = text
    self.value = value
  }
}
