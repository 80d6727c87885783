public import ArabicQuantities

/// A saved question with a series and a detector, or with edits that are alarms.
public struct Watch: Sendable, Hashable {
  /// Its number in the archive; 0 before it is kept.
  public var number = 0
  /// What people call it; no two watches of an archive have one name.
  public var name: String
  /// Which articles are counted.
  public var question: WatchQuestion
  /// How long the periods are.
  public var step: WatchStep
  /// How the newest periods are judged.
  public var method: WatchMethod
  /// Whether its alarms are kept silently, for good.
  public var isMuted = false
  /// The last day on which its alarms are kept silently.
  public var snoozedUntil: CalendarDay?

  /// The longest name, in bytes.
  public static let nameLimit = 200

  /// Makes a watch.
  public init(name: String, question: WatchQuestion, step: WatchStep, method: WatchMethod) {
    self.name = name
    self.question = question
    self.step = step
    self.method = method
  }

  /// Whether its alarms are edits that were not announced, instead of counts.
  public var isOfEdits: Bool { method.detector == WatchMethod.editsName }

  /// Whether an alarm raised on a day is kept silently: neither delivered nor in the feeds.
  public func isSilent(on day: CalendarDay) -> Bool {
    isMuted || snoozedUntil.map { day <= $0 } ?? false
  }
}

/// Which articles a watch counts.
///
/// What is `nil` or empty does not limit. An article must hold an event that has happened with all of
/// `actor`, `place` and `types`, a statement with all of `speaker` and `stances`, and `words`.
public struct WatchQuestion: Sendable, Hashable {
  /// The outlet, compared folded.
  public var source: String?
  /// Words of an event's actor or recipient, or an entry's id.
  public var actor: String?
  /// Words of an event's place, or an entry's id.
  public var place: String?
  /// Types of an event.
  public var types: Set<EventType> = []
  /// Words of a statement's speaker, or an entry's id.
  public var speaker: String?
  /// Stances of a statement.
  public var stances: Set<Stance> = []
  /// Words of the article's title and text, all of which must occur.
  public var words: String?

  /// Makes a question that lets everything through.
  public init() {}

  /// Whether an event is asked for.
  public var asksForEvent: Bool { actor != nil || place != nil || !types.isEmpty }
  /// Whether a statement is asked for.
  public var asksForStatement: Bool { speaker != nil || !stances.isEmpty }
  /// Whether it lets everything through.
  public var isEmpty: Bool { !asksForEvent && !asksForStatement && words == nil && source == nil }
}

/// How a watch's periods are judged.
public struct WatchMethod: Sendable, Hashable {
  /// The detector's name.
  public var detector: String
  /// The number of periods before the judged one that it is compared with.
  public var baseline: Int
  /// The error rate of a period, of one side; `nil` for that of the detector's publication.
  public var alpha: Double?
  /// The fewest independent stories, or changed words, that may be an alarm.
  public var least: Int

  /// Makes a method.
  public init(detector: String, baseline: Int, alpha: Double? = nil, least: Int = 3) {
    self.detector = detector
    self.baseline = baseline
    self.alpha = alpha
    self.least = least
  }

  /// Stands for a detector's name where each edit that was not announced is an alarm.
  public static let editsName = "unannouncedEdits"

  /// Each edit that was not announced is an alarm if it changed so many words.
  public static func edits(least words: Int) -> WatchMethod {
    WatchMethod(detector: editsName, baseline: 0, least: words)
  }
}
