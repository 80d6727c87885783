package import ArabicQuantities
package import NewsModel
package import Recording
package import Watching

/// Reads the ledger out of the archive and has it judged.
package struct LedgerReader: Sendable {
  private let today: CalendarDay

  /// Makes a reader; `today` isn't over.
  package init(today: CalendarDay) { self.today = today }

  /// What the archive holds for and against an outlook by a rule.
  ///
  /// Events in places within the place asked for count too, if the rule asks for an entry.
  package func evidence(
    of one: LedgerCase, by rule: ResolutionRule, _ view: ArchiveView
  ) throws -> LedgerEvidence {
    let length = rule.days.upperBound.ordinal - rule.days.lowerBound.ordinal
    let last = rule.days.lowerBound.advanced(by: -1)
    let before = last.advanced(by: -length)...last
    func side(_ question: EventQuestion) throws -> LedgerEvidence.Side {
      let within = question.place.map { KnownEntries.standard.places(within: $0) } ?? []
      return LedgerEvidence.Side(
        question, try view.matches(question, on: rule.days, within: within),
        loose: question.place == nil
          ? []
          : try view.matches(question, on: rule.days, within: within, takesUnplaced: true),
        before: try view.matches(question, on: before, within: within))
    }
    return LedgerEvidence(
      rule, outcome: try side(rule.outcome), condition: try rule.condition.map(side),
      published: try view.publishedDays(in: rule.days), today: today)
  }

  /// The scores of those that a filter lets through and persons have decided.
  package func scores(
    _ filter: LedgerFilter, by grouping: LedgerScores.Grouping, _ view: ArchiveView
  ) throws -> LedgerScores {
    let counts = try view.ledgerCounts(filter)
    let undecided = counts.filter { $0.key != .decided }.values.reduce(0, +)
    return LedgerScores(try view.decidedCases(filter), undecided: undecided, by: grouping)
  }

  /// What an actor does and what is done against it; `nil` if the archive has no article with a day.
  ///
  /// - Parameters:
  ///   - actor: An entry's id, or words of a name.
  ///   - opponents: Those for whom aid and meetings are pressure on it, in the same form.
  ///   - step: How long a period is.
  ///   - count: How many periods, the newest that is over and published being the last.
  ///   - view: The archive.
  /// - Returns: The series, and what else the archive tells of the actor.
  /// - Throws: An error of the database.
  package func pressure(
    on actor: String, opponents: [String] = [], _ step: WatchStep, _ count: Int, _ view: ArchiveView
  ) throws -> (series: PressureSeries, material: ActorMaterial)? {
    guard let days = try view.publishedDays(until: today) else { return nil }
    let last = min(step.period(of: today) - 1, step.period(of: days.upperBound))
    let first = max(last - count + 1, step.period(of: days.lowerBound))
    guard first <= last else { return nil }
    let material = try view.material(
      ofActor: actor, opponents: opponents, PressureSeries.types,
      step.firstDay(of: first)...step.lastDay(of: last))
    return (PressureSeries(material, step, first...last), material)
  }
}
