package import NewsModel

/// A period of a watch as judged.
package struct WatchPeriod: Sendable {
  /// The period's number, by the watch's step.
  package let period: Int
  /// All reports of the period that answer the question, in the order of time.
  package let reports: [WatchedReport]
  /// The independent stories: those whose first report stands in this period.
  package let stories: Int
  /// The independent stories of each group of sources, a story counted once a group.
  package let groups: [GroupCount]
  /// What the detector says, or why it was not asked.
  package let judgement: Judgement

  /// What the detector says, or why it was not asked.
  package enum Judgement: Sendable {
    case judged(JudgedCount)
    case unjudged(Unjudged)
  }

  /// What the detector says; `nil` if it was not asked.
  package var judged: JudgedCount? {
    if case .judged(let count) = judgement { count } else { nil }
  }
}

/// The independent stories that a group of sources told.
package struct GroupCount: Sendable, Hashable {
  /// The group's name; `nil` for the sources that stand in none.
  package let name: String?
  /// The stories whose first report within the group stands in the period.
  package let stories: Int
}

/// What the detector says of a count.
package struct JudgedCount: Sendable {
  /// What was counted of the sources that can be compared, and against what.
  package let finding: AlarmFinding
  package let isAlarm: Bool
  /// Whether it would be an alarm, but may hold what was told in the gap just before it.
  package let isExplainedByGap: Bool
  /// The first report of each story counted.
  package let evidence: [WatchedReport]
}

/// Why a period is not judged.
package enum Unjudged: Sendable, Equatable {
  /// The archive reaches back so many periods only.
  case tooFewPeriods(needed: Int, given: Int)
  /// Nothing at all was published in the period, which is no count of zero.
  case nothingPublished
  /// Nothing at all was published in so many periods of the baseline.
  case gaps(Int)
  /// No source published in the period and in most of the baseline.
  case noSteadySource
  /// The detector refuses.
  case problem(WatchingProblem)
}
