internal import ArabicQuantities
internal import GRDB
internal import NewsModel

/// Rules and decisions of the ledger in their tables.
struct LedgerTables {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func hasEntry(_ entry: Int) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT 1 FROM ledger_entries WHERE entry = ?", arguments: [entry]) ?? false
  }

  func write(_ question: EventQuestion, _ side: String, rule: Int) throws {
    try database.execute(
      sql: """
        INSERT INTO ledger_questions(rule, side, types, actor, recipient, place, least, is_absence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        rule, side, jsonArray(question.types.map(\.rawValue).sorted()), question.actor,
        question.recipient, question.place, question.least, question.isAbsence,
      ])
  }

  /// The rules of an entry, the newest last.
  func rules(of entry: Int) throws -> [ResolutionRule] {
    try rules("entry = ?", entry)
  }

  /// The rule of this number.
  func rule(_ number: Int) throws -> ResolutionRule? { try rules("rule = ?", number).first }

  private func rules(_ condition: String, _ value: Int) throws -> [ResolutionRule] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT rule, first_day, last_day, written_by, written_at, grounds FROM ledger_rules
          WHERE \(condition) ORDER BY rule
          """), arguments: [value]
    ).map { row in
      let (first, last): (Int, Int) = (row[1], row[2])
      guard first <= last, let outcome = try question("outcome", rule: row[0]) else {
        throw DatabaseError.damaged("a rule of the ledger has no days or no events")
      }
      var rule = ResolutionRule(
        outcome: outcome, condition: try question("condition", rule: row[0]),
        days: CalendarDay(ordinal: first)...CalendarDay(ordinal: last), writtenBy: row[3],
        writtenAt: row[4], grounds: try row.strings(5).compactMap(RuleGround.init(stored:)))
      rule.number = row[0]
      for key in rule.keys { rule.names[key] = try entryName(key) }
      return rule
    }
  }

  /// What an entry is called most often; `nil` for words that are no entry's id.
  func entryName(_ entry: String) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT name FROM mentions WHERE entry = ?
          GROUP BY name ORDER BY count(*) DESC, name LIMIT 1
          """), arguments: [entry])
  }

  private func question(_ side: String, rule: Int) throws -> EventQuestion? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT types, actor, recipient, place, least, is_absence FROM ledger_questions
          WHERE rule = ? AND side = ?
          """), arguments: [rule, side])
    guard let row else { return nil }
    var question = EventQuestion()
    question.types = Set(try row.strings(0).compactMap { EventType(rawValue: $0) })
    question.actor = row[1]
    question.recipient = row[2]
    question.place = row[3]
    question.least = row[4]
    question.isAbsence = row[5]
    return question
  }

  /// The decisions on an entry, or on all, the oldest first.
  func decisions(of entry: Int?) throws -> [LedgerDecision] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT decision, entry, verdict, decided_by, day, reason, decided_at
          FROM ledger_decisions WHERE ?1 IS NULL OR entry = ?1 ORDER BY decision
          """), arguments: [entry]
    ).map { row in
      var decision = LedgerDecision(
        entry: row[1], verdict: try row.value(2), decidedBy: row[3],
        day: CalendarDay(ordinal: row[4]), reason: row[5], decidedAt: row[6])
      decision.number = row[0]
      return decision
    }
  }
}

extension RuleGround {
  /// The ground as it is stored: part, source and words, with colons between.
  var stored: String { "\(part.rawValue):\(source.rawValue):\(words)" }

  /// Reads what `stored` wrote; `nil` if it can't be.
  init?(stored: String) {
    let pieces = stored.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, let part = Part(rawValue: String(pieces[0])),
      let source = Source(rawValue: String(pieces[1]))
    else { return nil }
    self.init(part, source, String(pieces[2]))
  }
}
