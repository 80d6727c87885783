package import ArabicQuantities
package import NewsModel

/// What the archive holds for and against an outlook by its rule; deciding is left to persons.
package struct LedgerEvidence: Sendable {
  /// What answers one of a rule's questions.
  package struct Side: Sendable {
    /// The question.
    package let question: EventQuestion
    /// The first report of each independent story that tells of such events, in the order of days.
    package let stories: [EventMatch]
    /// The reports, copies too.
    package let reports: Int
    /// Independent stories of such events of which no place is told, besides; 0 if no place is asked for.
    package let unplaced: Int
    /// Independent stories in as many days before the article.
    package let before: Int
    /// Whether it holds by what is known so far.
    package var holds: Bool { question.holds(stories: stories.count) }
    /// The stories since to those before.
    package var change: RateRatio { RateRatio(stories.count, to: before) }

    /// Makes one.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - matches: What answers it within the rule's days.
    ///   - loose: What would, if events without a place were meant.
    ///   - before: What answers it in as many days before the article.
    package init(
      _ question: EventQuestion, _ matches: [EventMatch], loose: [EventMatch] = [],
      before: [EventMatch]
    ) {
      self.question = question
      stories = matches.firstOfEachStory
      reports = Set(matches.map(\.report.article)).count
      unplaced = max(0, loose.firstOfEachStory.count - stories.count)
      self.before = before.firstOfEachStory.count
    }
  }

  /// What the evidence points to.
  package enum Hint: String, Sendable, Hashable, CaseIterable {
    case cameTrue = "came-true"
    case didNot = "did-not"
    case conditionNotMet = "condition-not-met"
    /// The rule's days aren't over.
    case notOver = "not-over"
    /// The archive has articles of fewer than seven in ten of the rule's weeks.
    case gaps
  }

  /// The rule.
  package let rule: ResolutionRule
  /// The outcome's evidence.
  package let outcome: Side
  /// The condition's evidence; `nil` if the rule has none.
  package let condition: Side?
  /// The weeks of the rule, from its first day up to the last that is over; the last may be shorter.
  package let weeksSoFar: Int
  /// Those of them of which the archive has no article at all.
  package let gaps: Int
  /// What it points to.
  package let hint: Hint

  /// Judges the evidence of a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - outcome: The outcome's evidence.
  ///   - condition: The condition's evidence.
  ///   - published: The days of which the archive has articles.
  ///   - today: The day that isn't over.
  package init(
    _ rule: ResolutionRule, outcome: Side, condition: Side?, published: Set<CalendarDay>,
    today: CalendarDay
  ) {
    self.rule = rule
    self.outcome = outcome
    self.condition = condition
    let first = rule.days.lowerBound
    let last = min(rule.days.upperBound, today.advanced(by: -1))
    let covered = Set(
      published.filter { first <= $0 && $0 <= last }.map { ($0.ordinal - first.ordinal) / 7 }
    ).count
    weeksSoFar = max(0, (last.ordinal - first.ordinal + 7) / 7)
    gaps = max(0, weeksSoFar - covered)
    let isOver = rule.days.upperBound < today
    hint = LedgerEvidence.hint(
      outcome, condition, isOver: isOver, isThin: 10 * covered < 7 * weeksSoFar)
  }

  /// What events show is shown at once; what their absence shows needs the days to be over and covered.
  private static func hint(
    _ outcome: Side, _ condition: Side?, isOver: Bool, isThin: Bool
  ) -> Hint {
    func isSettled(_ side: Side) -> Bool {
      side.stories.count >= side.question.least || isOver && !isThin
    }
    let sides = [condition, outcome].compactMap { $0 }
    guard sides.allSatisfy(isSettled) else { return isOver ? .gaps : .notOver }
    if let condition, !condition.holds { return .conditionNotMet }
    return outcome.holds ? .cameTrue : .didNot
  }
}
