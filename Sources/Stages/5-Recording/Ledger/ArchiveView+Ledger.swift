internal import ArabicScript
internal import GRDB
package import NewsModel

extension ArchiveView {
  /// Entries of the ledger, those of the newest articles first.
  ///
  /// - Parameters:
  ///   - filter: Which entries are meant.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func ledger(
    _ filter: LedgerFilter, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<LedgerCase> {
    let limit = max(1, min(limit, 500))
    let condition = try filter.condition(database)
    let time = position?.time ?? Int.max
    let found = try ledgerCases(
      "\(condition.sql) AND e.time <= ? AND (e.time < ? OR e.entry > ?)",
      condition.arguments + [time, time, position?.row ?? 0],
      "ORDER BY e.time DESC, e.entry LIMIT \(limit + 1)")
    let total = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM ledger_entries AS e WHERE \(condition.sql)
          LIMIT \(BoundedCount.bound + 1))
        """, arguments: condition.arguments)
    let rows = found.prefix(limit)
    let next =
      found.count > limit ? rows.last.map { ListPosition(time: $0.time, row: $0.entry) } : nil
    return ListPage(
      rows: rows.map(\.value), next: next, total: BoundedCount(counted: total ?? 0))
  }

  /// The entry of the ledger with this number; `nil` if there is none.
  package func ledgerCase(_ number: Int) throws -> LedgerCase? {
    try ledgerCases("e.entry = ?", [number], "").first?.value
  }

  /// All cases on which a person has decided, the oldest articles first.
  package func decidedCases(_ filter: LedgerFilter) throws -> [LedgerCase] {
    var filter = filter
    filter.states = [.decided]
    let condition = try filter.condition(database)
    return try ledgerCases(condition.sql, condition.arguments, "ORDER BY e.time, e.entry")
      .map(\.value)
  }

  /// How many entries have come how far.
  package func ledgerCounts(_ filter: LedgerFilter) throws -> [LedgerState: Int] {
    var counts: [LedgerState: Int] = [:]
    for state in LedgerState.allCases {
      var filter = filter
      filter.states = [state]
      let condition = try filter.condition(database)
      counts[state] = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM ledger_entries AS e WHERE \(condition.sql)",
        arguments: condition.arguments)
    }
    return counts
  }

  /// The rules written for an entry, the newest last.
  package func ledgerRules(of entry: Int) throws -> [ResolutionRule] {
    try LedgerTables(database).rules(of: entry)
  }

  /// The decisions on an entry, or on all for `nil`, the newest last.
  package func ledgerDecisions(of entry: Int? = nil) throws -> [LedgerDecision] {
    try LedgerTables(database).decisions(of: entry)
  }

  func ledgerCases(
    _ condition: String, _ arguments: StatementArguments, _ order: String
  ) throws -> [(entry: Int, time: Int, value: LedgerCase)] {
    let tables = LedgerTables(database)
    return try Row.fetchAll(
      database,
      sql: """
        SELECT e.entry, e.time, articles.id, sources.name, articles.published,
          CAST(articles.title AS BLOB), s.story, o.position,
          (SELECT max(rule) FROM ledger_rules AS u WHERE u.entry = e.entry),
          CAST(e.outcome AS BLOB), CAST(e.marker AS BLOB), e.holder_name, e.kind, e.likelihood,
          e.band_low, e.band_high, CAST(e.condition AS BLOB), e.condition_kind,
          CAST(e.horizon AS BLOB)
        FROM ledger_entries AS e JOIN articles ON articles.article = e.article
          LEFT JOIN sources ON sources.source = articles.source
          LEFT JOIN story_members AS s ON s.article = e.article AND s.carries = 0
          LEFT JOIN outlooks AS o ON o.outlook = e.outlook
        WHERE \(condition) \(order)
        """, arguments: arguments
    ).map { row in
      let article = LedgerArticle(
        id: row[2], source: row[3], published: row[4], title: row.text(5), story: row[6])
      let entry = LedgerEntry(
        number: row[0], article: article, index: row[7], wording: try OutlookWording(row, at: 9))
      let value = LedgerCase(
        entry: entry, rule: try (row[8] as Int?).flatMap { try tables.rule($0) },
        decision: try tables.decisions(of: row[0]).last)
      return (row[0], row[1], value)
    }
  }
}

extension OutlookWording {
  /// Reads outcome, marker, holder, kind, likelihood, band, condition, its kind and horizon.
  fileprivate init(_ row: Row, at index: Int) throws {
    func text(_ column: Int) -> String? { row.hasNull(atIndex: column) ? nil : row.text(column) }
    let (low, high): (Int?, Int?) = (row[index + 5], row[index + 6])
    var band: ClosedRange<Int>?
    if let low, let high, low <= high { band = low...high }
    self.init(
      outcome: row.text(index), marker: text(index + 1), holderName: row[index + 2],
      kind: try row.value(index + 3), likelihood: try row.value(index + 4), band: band,
      condition: text(index + 7), conditionKind: try row.optionalValue(index + 8),
      horizon: text(index + 9))
  }
}
