public import ArabicQuantities

/// What a watch raised, with its reason.
public struct Alarm: Sendable, Hashable {
  /// Names it for good, wherever it is delivered: a UUID in small letters.
  public var key: String
  /// The watch's number.
  public var watch: Int
  /// The watch's name.
  public var watchName: String
  /// How long the period is.
  public var step: WatchStep
  /// The period's number, by the step; of an edit its number in the archive.
  public var period: Int
  /// The detector's name.
  public var detector: String
  /// The number of periods that the period was compared with.
  public var baseline: Int
  /// What was found.
  public var cause: AlarmCause
  /// The first report of each story counted, or the article that was edited.
  public var evidence: [AlarmEvidence]
  /// How often the watch is wrong, by simulation of counts like its own; `nil` if that wasn't measured.
  public var errorRate: ErrorRate?
  /// Seconds since 1970.
  public var raisedAt: Int
  /// Whether the watch was muted or snoozed.
  public var isSilent: Bool
  /// When a person took note, in seconds since 1970.
  public var acknowledgedAt: Int?

  /// Makes an alarm.
  public init(
    key: String, watch: Watch, period: Int, cause: AlarmCause, evidence: [AlarmEvidence],
    errorRate: ErrorRate? = nil, raisedAt: Int, isSilent: Bool
  ) {
    self.key = key
    self.watch = watch.number
    watchName = watch.name
    step = watch.step
    self.period = period
    detector = watch.method.detector
    baseline = watch.method.baseline
    self.cause = cause
    self.evidence = evidence
    self.errorRate = errorRate
    self.raisedAt = raisedAt
    self.isSilent = isSilent
  }

  /// The first and the last day of its period, or the day on which the edit was seen.
  public var days: ClosedRange<CalendarDay> {
    switch cause {
    case .count: return step.days(of: period)
    case .edit(let edit): return edit.day...edit.day
    }
  }

  /// What was counted, if it is counts.
  public var finding: AlarmFinding? {
    if case .count(let finding) = cause { finding } else { nil }
  }

  /// What was edited, if it is an edit.
  public var edit: AlarmEdit? {
    if case .edit(let edit) = cause { edit } else { nil }
  }
}

/// What an alarm is about.
public enum AlarmCause: Sendable, Hashable {
  /// More was counted in a period than expected.
  case count(AlarmFinding)
  /// A text was edited, and its source did not say so.
  case edit(AlarmEdit)
}

/// What was counted in a period, and against what.
public struct AlarmFinding: Sendable, Hashable {
  /// The independent stories of the sources compared.
  public var count: Int
  /// The reports of the same sources, copies too.
  public var reports: Int
  /// How many sources told the stories.
  public var sources: Int
  /// The count that was expected.
  public var expected: Double
  /// The count above which it is an alarm; `nil` where the detector gives none.
  public var bound: Double?
  /// The periods before it that were left out, as nothing at all was published in them.
  public var gaps: Int
  /// What is usual for days such as the period's, which expectation and bound reckon with.
  public var calendar: [CalendarEffect]
  /// Sources that answered the question and were left out as new.
  public var newSources: [String]
  /// Sources that answered the question before and were left out as silent.
  public var silentSources: [String]

  /// Makes a finding.
  public init(
    count: Int, reports: Int, sources: Int, expected: Double, bound: Double?, gaps: Int = 0,
    calendar: [CalendarEffect] = [], newSources: [String], silentSources: [String]
  ) {
    self.count = count
    self.reports = reports
    self.sources = sources
    self.expected = expected
    self.bound = bound
    self.gaps = gaps
    self.calendar = calendar
    self.newSources = newSources
    self.silentSources = silentSources
  }
}

/// An article that an alarm rests on.
public struct AlarmEvidence: Sendable, Hashable {
  /// The article's id.
  public let article: String
  /// The article's title.
  public let title: String
  /// The outlet; `nil` if it is not known.
  public let source: String?

  /// Makes evidence.
  public init(article: String, title: String, source: String?) {
    self.article = article
    self.title = title
    self.source = source
  }
}
