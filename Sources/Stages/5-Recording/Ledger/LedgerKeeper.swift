internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Keeps an entry of the ledger for each outlook of a reading.
///
/// An outlook that an earlier reading found keeps its entry: one of the same words first, else one whose
/// span it meets. An entry that is found no longer stays only if a person wrote a rule or a decision.
struct LedgerKeeper {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Keeps the entries of a reading that was just written.
  func keep(_ stored: StoredReading, _ order: RecordOrder) throws {
    var known = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT entry, start, "end", CAST(outcome AS BLOB) FROM ledger_entries
          WHERE article = ? ORDER BY entry
          """), arguments: [stored.article]
    ).map { (entry: $0[0] as Int, span: try $0.requiredSpan(1), outcome: $0.utf8(3)) }
    if known.isEmpty, stored.reading.outlooks.isEmpty { return }
    var entries = [Int?](repeating: nil, count: stored.reading.outlooks.count)
    for isExact in [true, false] {
      for (index, outlook) in stored.reading.outlooks.enumerated() where entries[index] == nil {
        let words = stored.text.cut(outlook.outcome)
        let match = known.firstIndex { candidate in
          isExact
            ? candidate.outcome.elementsEqual(words.utf8)
            : candidate.span.start < outlook.outcome.end
              && outlook.outcome.start < candidate.span.end
        }
        guard let match else { continue }
        entries[index] = known.remove(at: match).entry
      }
    }
    for (index, outlook) in stored.reading.outlooks.enumerated() {
      try write(outlook, stored, row: stored.outlookRows[index], entry: entries[index], order)
    }
    for lost in known { try forget(lost.entry) }
  }

  private func write(
    _ outlook: Outlook, _ stored: StoredReading, row: Int, entry: Int?, _ order: RecordOrder
  ) throws {
    let text = stored.text
    let values: StatementArguments = [
      row, order.time, order.source, outlook.outcome.start, outlook.outcome.end,
      text.cut(outlook.outcome), text.cut(outlook.marker), outlook.holderName,
      outlook.kind.rawValue, outlook.likelihood.rawValue, outlook.band?.lowerBound,
      outlook.band?.upperBound, text.cut(outlook.condition), outlook.conditionKind?.rawValue,
      text.cut(outlook.horizon),
    ]
    let columns = """
      outlook, time, source, start, "end", outcome, marker, holder_name, kind, likelihood, band_low, \
      band_high, condition, condition_kind, horizon
      """
    let sql =
      entry == nil
      ? "INSERT INTO ledger_entries(\(columns), article) VALUES (\(marks(15)), ?)"
      : "UPDATE ledger_entries SET (\(columns)) = (\(marks(15))) WHERE entry = ?"
    try database.cachedStatement(sql: sql).execute(
      arguments: values + [entry ?? stored.article])
  }

  private func marks(_ count: Int) -> String {
    repeatElement("?", count: count).joined(separator: ", ")
  }

  private func forget(_ entry: Int) throws {
    try database.execute(
      literal: """
        DELETE FROM ledger_entries WHERE entry = \(entry)
          AND NOT EXISTS (SELECT 1 FROM ledger_rules WHERE entry = \(entry))
          AND NOT EXISTS (SELECT 1 FROM ledger_decisions WHERE entry = \(entry))
        """)
  }
}
