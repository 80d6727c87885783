internal import ArabicQuantities
internal import GRDB
package import NewsModel

extension Archive {
  /// Keeps a rule by which an entry resolves; earlier ones stay on record.
  ///
  /// - Returns: Its number; `nil` if there is no such entry.
  /// - Throws: `ArchiveError`.
  package func add(_ rule: ResolutionRule, entry: Int) throws -> Int? {
    try ArchiveError.translating(path) {
      try pool.write { database in
        guard try LedgerTables(database).hasEntry(entry) else { return nil }
        try database.execute(
          sql: """
            INSERT INTO ledger_rules(entry, first_day, last_day, written_by, written_at, grounds)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            entry, rule.days.lowerBound.ordinal, rule.days.upperBound.ordinal, rule.writtenBy,
            options.now(), jsonArray(rule.grounds.map(\.stored)),
          ])
        let number = Int(database.lastInsertedRowID)
        try LedgerTables(database).write(rule.outcome, "outcome", rule: number)
        if let condition = rule.condition {
          try LedgerTables(database).write(condition, "condition", rule: number)
        }
        return number
      }
    }
  }

  /// Keeps a person's decision; earlier ones stay on record, and the newest counts.
  ///
  /// - Returns: Its number; `nil` if there is no such entry.
  /// - Throws: `ArchiveError`.
  package func add(_ decision: LedgerDecision) throws -> Int? {
    try ArchiveError.translating(path) {
      try pool.write { database in
        guard try LedgerTables(database).hasEntry(decision.entry) else { return nil }
        try database.execute(
          sql: """
            INSERT INTO ledger_decisions(entry, rule, verdict, decided_by, day, reason, decided_at)
            VALUES (?1, (SELECT max(rule) FROM ledger_rules WHERE entry = ?1), ?2, ?3, ?4, ?5, ?6)
            """,
          arguments: [
            decision.entry, decision.verdict.rawValue, decision.decidedBy, decision.day.ordinal,
            decision.reason, options.now(),
          ])
        return Int(database.lastInsertedRowID)
      }
    }
  }
}
