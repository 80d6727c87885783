package import ArabicQuantities
internal import GRDB
package import NewsModel

/// Which entries of the ledger a list shows; what is `nil` or empty does not limit it.
package struct LedgerFilter: Sendable, Hashable {
  /// Which outlooks are meant.
  package var outlooks = OutlookFilter()
  /// How far they have come; empty for all.
  package var states: Set<LedgerState> = []
  /// The day by which it is told whether a rule's days are over.
  package var today: CalendarDay

  /// Makes a filter that lets everything through.
  package init(today: CalendarDay) { self.today = today }

  /// The filter as a condition on `e`, the entries, with its arguments.
  ///
  /// An entry whose outlook the newest reading does not find shows only where outlooks aren't limited.
  func condition(_ database: Database) throws -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if outlooks != OutlookFilter() {
      let records = try outlooks.query(database).records
      conditions.append("e.outlook IN (\(records.sql))")
      arguments += records.arguments
    }
    if !states.isEmpty {
      let choices = LedgerState.allCases.filter(states.contains).map { state in
        "(\(LedgerFilter.condition(of: state, today)))"
      }
      conditions.append("(\(choices.joined(separator: " OR ")))")
    }
    return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments)
  }

  private static func condition(of state: LedgerState, _ today: CalendarDay) -> String {
    let decided = "EXISTS (SELECT 1 FROM ledger_decisions AS d WHERE d.entry = e.entry)"
    let lastDay = """
      (SELECT last_day FROM ledger_rules AS u WHERE u.entry = e.entry ORDER BY u.rule DESC LIMIT 1)
      """
    switch state {
    case .decided: return decided
    case .open: return "NOT \(decided) AND \(lastDay) IS NULL"
    case .waiting: return "NOT \(decided) AND \(lastDay) >= \(today.ordinal)"
    case .due: return "NOT \(decided) AND \(lastDay) < \(today.ordinal)"
    }
  }
}
