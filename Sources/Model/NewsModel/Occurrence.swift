public import ArabicQuantities

/// What is compared of two events to tell whether they are one occurrence, told by two reports.
///
/// Actors and recipients are compared by their entries where they are linked, else by their words.
public struct OccurrenceEvidence: Sendable, Hashable {
  /// PLOVER's type.
  public var type: EventType
  /// PLOVER's mode.
  public var mode: String?
  /// Whether it happened.
  public var status: EventStatus
  /// The event's day.
  public var day: CalendarDay?
  /// How exactly the day is known.
  public var precision: DatePrecision?
  /// The day on which the report was published.
  public var published: CalendarDay?
  /// The entry of the place.
  public var place: String?
  /// The place's words, folded.
  public var placeName: String?
  /// Entries of the actors.
  public var actorEntries: Set<String> = []
  /// The actors' words, folded.
  public var actorWords: Set<String> = []
  /// Entries of the recipients.
  public var recipientEntries: Set<String> = []
  /// The recipients' words, folded.
  public var recipientWords: Set<String> = []
  /// The numbers of killed that are claimed.
  public var killed: [Int] = []
  /// The numbers of injured that are claimed.
  public var injured: [Int] = []
  /// The trigger's words, folded.
  public var trigger: String
  /// What stands around the trigger, folded.
  public var sentence: String
  /// The story of the report; `nil` before it is grouped.
  public var story: Int?
  /// What the report shares with its copies; `nil` before it is grouped.
  public var dispatch: Int?

  /// Makes evidence of an event of which little is known.
  public init(
    type: EventType, mode: String? = nil, status: EventStatus = .actual, trigger: String,
    sentence: String
  ) {
    self.type = type
    self.mode = mode
    self.status = status
    self.trigger = trigger
    self.sentence = sentence
  }
}

/// How two places stand to each other.
public enum PlaceRelation: String, Sendable, Hashable, CaseIterable {
  /// One place, as exact as a district or more.
  case same
  /// One place that is as wide as a governorate or more.
  case sameWide
  /// One lies in the other, which is no wider than a governorate.
  case nested
  /// Neither holds the other.
  case apart
  /// One lies in a wide region of the other, or it is not known.
  case unknown
}

/// Why two events are taken for one occurrence.
public struct OccurrenceLink: Sendable, Hashable {
  /// One thing that speaks for or against it.
  public struct Reason: Sendable, Hashable {
    /// What was compared.
    public let kind: OccurrenceReason
    /// What it adds to the score; negative where it speaks against.
    public let points: Int

    /// Makes a reason.
    public init(_ kind: OccurrenceReason, _ points: Int) {
      self.kind = kind
      self.points = points
    }
  }

  /// What speaks for it and against it.
  public let reasons: [Reason]

  /// Makes a link.
  public init(_ reasons: [Reason]) { self.reasons = reasons }

  /// The sum of the points.
  public var score: Int { reasons.reduce(0) { $0 + $1.points } }
}

/// What two events have in common, or in which they differ; the names are a promise to programs.
public enum OccurrenceReason: String, Sendable, Hashable, CaseIterable {
  case sameDay = "same-day"
  case nextDay = "next-day"
  case samePlace = "same-place"
  case sameWidePlace = "same-wide-place"
  case nestedPlace = "nested-place"
  case samePlaceName = "same-place-name"
  case sameActor = "same-actor"
  case sameActorWords = "same-actor-words"
  case otherActor = "other-actor"
  case sameRecipient = "same-recipient"
  case sameRecipientWords = "same-recipient-words"
  case otherRecipient = "other-recipient"
  case sameMode = "same-mode"
  case otherMode = "other-mode"
  case sameKilled = "same-killed"
  case otherKilled = "other-killed"
  case sameInjured = "same-injured"
  case sameStory = "same-story"
  case sameDispatch = "same-dispatch"
  case sameSentence = "same-sentence"
  case sameWord = "same-word"
}
