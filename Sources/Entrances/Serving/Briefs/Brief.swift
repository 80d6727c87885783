package import ArabicQuantities
internal import NewsModel
package import Recording

/// What is new over some days, as a letter: stories, alarms, conditional outlooks, decisions of the ledger.
package struct Brief: Sendable {
  /// The first and the last day.
  package let days: ClosedRange<CalendarDay>
  let stories: (rows: [StoryRow], total: Int)
  let alarms: [Alarm]
  let outlooks: ListPage<LedgerCase>
  let due: [LedgerCase]
  let decisions: [(decision: LedgerDecision, one: LedgerCase)]

  /// The most rows of a part.
  private static let limit = 10

  /// Reads what is new.
  ///
  /// - Parameters:
  ///   - days: The first and the last day.
  ///   - view: The archive.
  /// - Throws: An error of the database.
  package init(of days: ClosedRange<CalendarDay>, _ view: ArchiveView) throws {
    self.days = days
    var filter = StoryFilter()
    filter.order = .independent
    filter.days = days
    stories = try view.stories(filter, limit: Brief.limit)
    alarms = try view.alarms(includesSilent: false, limit: 1_000).filter {
      days.overlaps($0.days)
    }
    var outlooks = LedgerFilter(today: days.upperBound.advanced(by: 1))
    outlooks.outlooks.hasCondition = true
    outlooks.outlooks.since = days.lowerBound
    outlooks.outlooks.until = days.upperBound
    self.outlooks = try view.ledger(outlooks, limit: Brief.limit)
    var waiting = LedgerFilter(today: days.upperBound.advanced(by: 1))
    waiting.states = [.due]
    due = try view.ledger(waiting, limit: 500).rows.filter {
      $0.rule.map { days.contains($0.days.upperBound) } ?? false
    }
    decisions = try view.ledgerDecisions().filter {
      days.contains(CalendarDay(ordinal: $0.decidedAt / 86_400))
    }.compactMap { decision in
      try view.ledgerCase(decision.entry).map { (decision, $0) }
    }
  }

  /// One part.
  struct Part {
    let title: String
    let items: [Item]
    /// How many there are in all.
    let total: Int
  }

  /// One thing that is new.
  struct Item {
    let title: String
    let lines: [String]
    let route: Route
  }

  /// The parts in their order.
  func parts(_ say: Wording) -> [Part] {
    [
      Part(
        title: say["brief.stories"], items: stories.rows.map { item($0, say) },
        total: stories.total),
      Part(title: say["brief.alarms"], items: alarms.map { item($0, say) }, total: alarms.count),
      Part(
        title: say["brief.outlooks"], items: outlooks.rows.map { item($0, say) },
        total: outlooks.total.value),
      Part(
        title: say["brief.decisions"],
        items: decisions.map { item($0.one, say, [sentence($0.decision, say)]) },
        total: decisions.count),
      Part(title: say["brief.due"], items: due.map { item($0, say) }, total: due.count),
    ]
  }

  private func item(_ row: StoryRow, _ say: Wording) -> Item {
    let counts = say[
      "stories.counts",
      [
        "reports": say.count(row.counts.reports, "report"),
        "copies": say.count(row.counts.copies, "copy"),
        "independent": say.count(row.counts.independent, "independent"),
      ]]
    let title = row.first.title.isEmpty ? say["list.no_title"] : row.first.title
    return Item(
      title: title, lines: [row.first.source ?? say["list.no_source"], counts],
      route: .story(article: row.first.article))
  }

  private func item(_ alarm: Alarm, _ say: Wording) -> Item {
    Item(
      title: "\(alarm.watchName) – \(say.days(alarm.days))",
      lines: [
        AlarmSentence.reason(alarm, in: say.language),
        AlarmSentence.errorRate(alarm, in: say.language),
      ] + alarm.passages.map(\.marked), route: alarm.route())
  }

  private func item(_ one: LedgerCase, _ say: Wording, _ more: [String] = []) -> Item {
    let wording = one.entry.wording
    let holder = wording.holderName.map { "\u{2068}\($0)\u{2069}" } ?? say["record.reporter"]
    let condition = wording.condition.map { text in
      let particle = wording.conditionKind.map { say["condition.\($0.rawValue)"] }
      return "\(particle ?? say["record.condition"]) \u{2068}\(text)\u{2069}"
    }
    let head = [
      holder, say["kind.\(wording.kind.rawValue)"],
      say["likelihood.\(wording.likelihood.rawValue)"],
    ].joined(separator: " · ")
    return Item(
      title: wording.outcome, lines: [head] + [condition].compactMap { $0 } + more,
      route: .ledgerEntry(one.entry.number))
  }

  private func sentence(_ decision: LedgerDecision, _ say: Wording) -> String {
    let verdict = say["verdict.\(decision.verdict.rawValue)"]
    return "\(verdict) · \(say.day(decision.day)) · \u{2068}\(decision.decidedBy)\u{2069}:"
      + " \u{2068}\(decision.reason)\u{2069}"
  }
}
