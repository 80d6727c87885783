internal import GRDB
internal import NewsModel

/// Reads and writes decisions on entries.
struct EntryDecisionRows {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// What all decisions come to.
  func resolution() throws -> EntryResolution { EntryResolution(try all()) }

  /// All decisions, in the order of deciding.
  func all() throws -> [KeptEntryDecision] {
    let names = try self.names()
    return try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT d.decision, d.act, d.realm, d.entry, d.target, d.type, d.name_en, d.undone,
            d.decided_by, d.decided_at, d.reason, u.decision
          FROM entry_decisions AS d LEFT JOIN entry_decisions AS u ON u.undone = d.decision
          ORDER BY d.decision
          """)
    ).map { try kept($0, names[$0[0], default: []]) }
  }

  private func names() throws -> [Int: [String]] {
    var names: [Int: [String]] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT decision, name FROM entry_decision_names ORDER BY decision, position"))
    while let row = try rows.next() { names[row[0], default: []].append(row[1]) }
    return names
  }

  private func kept(_ row: Row, _ names: [String]) throws -> KeptEntryDecision {
    let number: Int = row[0]
    func text(_ index: Int) throws -> String {
      guard let text = row[index] as String? else {
        throw DatabaseError.damaged("decision \(number) on entries is incomplete")
      }
      return text
    }
    let act: EntryDecision.Act =
      switch row[1] as String {
      case "merge": .merge(entry: try text(3), into: try text(4))
      case "assign": .assign(names: names, into: try text(4))
      case "confirm": .confirm(names: names, nameEn: row[6])
      case "split": .split(names: names, entry: try text(3))
      case "rename": .rename(entry: try text(3), name: names.first ?? "", nameEn: row[6])
      default: .undo(row[7] as Int? ?? 0)
      }
    let made = try (row.optionalValue(5) as MentionType?).map { type in
      OwnEntry(number: number, type: type, name: names.first ?? "", nameEn: row[6])
    }
    return KeptEntryDecision(
      number: number, EntryDecision(act, by: row[8], reason: row[10]),
      realm: try row.optionalValue(2), decidedAt: row[9], made: made, undoneBy: row[11])
  }

  /// Writes a decision.
  ///
  /// - Parameters:
  ///   - decision: What was decided.
  ///   - realm: What its entries are of.
  ///   - type: What an entry that it makes is.
  ///   - decidedAt: Seconds since 1970.
  /// - Throws: An error of the database.
  func insert(
    _ decision: EntryDecision, realm: EntryRealm?, type: MentionType?, decidedAt: Int
  ) throws {
    let parts = EntryDecisionParts(decision.act)
    try database.execute(
      sql: """
        INSERT INTO entry_decisions(act, realm, entry, target, type, name_en, undone, decided_by,
          decided_at, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        parts.act, realm?.rawValue, parts.entry, parts.into, type?.rawValue, parts.nameEn,
        parts.undone, decision.decidedBy, decidedAt, decision.reason,
      ])
    let row = database.lastInsertedRowID
    for (position, name) in parts.names.enumerated() {
      try database.execute(
        sql: "INSERT INTO entry_decision_names(decision, position, name) VALUES (?, ?, ?)",
        arguments: [row, position, name])
    }
  }
}
