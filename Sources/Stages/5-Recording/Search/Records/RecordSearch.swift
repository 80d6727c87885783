internal import GRDB
internal import NewsModel

/// A search of records as SQL.
///
/// Words are looked for in what a statement says, in an outlook's outcome and condition, and in an event's trigger,
/// actors, recipients and place; `title:` and `body:` in the record's article. The tables of records hold stems without
/// places, so that more is left to `TermMatcher` than with articles.
struct RecordSearch {
  private let table: String
  private let key: String
  private let columns: [String]
  private let kind: SearchKind
  private let database: Database

  /// Makes the search of one kind of record.
  ///
  /// - Parameters:
  ///   - kind: Statements, outlooks or events.
  ///   - database: Asked what people decided on events.
  init(_ kind: SearchKind, _ database: Database) {
    self.kind = kind
    self.database = database
    table = kind.rawValue
    key = String(kind.rawValue.dropLast())
    columns = kind == .events ? ["content", "actor", "place"] : ["content"]
  }

  /// The list of the records that a search finds, and maybe others that only their words tell apart.
  ///
  /// - Parameter clauses: What is looked for.
  /// - Returns: The query of a list.
  /// - Throws: An error of the database.
  func query(_ clauses: [SearchClause]) throws -> ListQuery {
    var query = ListQuery(table: table, key: key)
    for clause in clauses {
      query.require(try condition(clause))
    }
    if kind == .events { query.require(DecisionFilter.kept) }
    return query
  }

  /// Whether the tables of records can't tell all of a clause.
  static func needsWords(_ clause: SearchClause) -> Bool {
    switch clause {
    case .term(let term, .anywhere):
      term.needsText || term.isBeginning || term.places.count > 1
        || term.places.contains { $0.stems.isEmpty }
    case .near(_, _, .anywhere): true
    case .all(let clauses), .any(let clauses): clauses.contains(where: needsWords)
    case .not(let clause): needsWords(clause)
    default: clause.needsText
    }
  }

  /// Whether a limit holds of a record.
  ///
  /// - Parameters:
  ///   - limit: What the search asks for.
  ///   - row: The record's row number.
  /// - Returns: Whether it holds.
  /// - Throws: An error of the database.
  func holds(_ limit: SearchLimit, of row: Int) throws -> Bool {
    let (sql, arguments) = try condition(.limit(limit))
    return try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT \(sql) FROM \(table) AS r WHERE r.\(key) = ?"),
      arguments: arguments + [row]) ?? false
  }

  private typealias Piece = SearchStatement.SQLPiece

  private func condition(_ clause: SearchClause) throws -> Piece {
    switch clause {
    case .term(let term, .anywhere): return matching([term])
    case .near(let terms, _, .anywhere): return matching(terms)
    case .term, .near: return try articleCondition(clause)
    case .limit(let limit): return try condition(limit)
    case .all(let clauses): return try joined(clauses, " AND ")
    case .any(let clauses): return try joined(clauses, " OR ")
    case .not(let clause):
      if RecordSearch.needsWords(clause) { return ("1", []) }
      let inner = try condition(clause)
      return ("NOT (\(inner.sql))", inner.arguments)
    }
  }

  private func joined(_ clauses: [SearchClause], _ joint: String) throws -> Piece {
    let pieces = try clauses.map(condition)
    return ("(\(pieces.map(\.sql).joined(separator: joint)))", SearchStatement.all(pieces))
  }

  /// The records that hold stems of all words.
  private func matching(_ terms: [SearchTerm]) -> Piece {
    guard let match = SearchExpression.stems(of: terms) else { return ("1", []) }
    return (
      "r.\(key) IN (SELECT rowid FROM \(key)_search WHERE \(key)_search MATCH ?)",
      ["{\(columns.joined(separator: " "))} : \(match)"]
    )
  }

  private func condition(_ limit: SearchLimit) throws -> Piece {
    switch (limit, kind) {
    case (.speaker(let words), .statements):
      var filter = StatementFilter()
      filter.speaker = words
      return among(try filter.query(database))
    case (.speaker(let words), .outlooks):
      var filter = OutlookFilter()
      filter.holder = words
      return among(try filter.query(database))
    case (.type(let type), .events):
      var filter = EventFilter()
      filter.types = [type]
      return among(try filter.query(database))
    case (.place(let words), .events):
      var filter = EventFilter()
      filter.place = words
      let named = among(try filter.query(database))
      return ("\(named.sql) OR r.place_entry IS ?", named.arguments + [words])
    case (.actor(let words), .events):
      var filter = EventFilter()
      filter.actor = words
      let named = among(try filter.query(database))
      // An entry is meant where one of its mentions stands.
      let linked = """
        r.event IN (SELECT a.event FROM mentions AS m JOIN events AS e ON e.article = m.article
          JOIN event_actors AS a ON a.event = e.event AND a.start < m."end" AND m.start < a."end"
          WHERE m.entry = ? AND m.type <> 'place')
        """
      return ("\(named.sql) OR \(linked)", named.arguments + [words])
    default: return try articleCondition(.limit(limit))
    }
  }

  private func articleCondition(_ clause: SearchClause) throws -> Piece {
    let (sql, arguments) = try SearchStatement.condition(clause, of: "r", database)
    return (sql, arguments)
  }

  private func among(_ query: ListQuery) -> Piece {
    ("r.\(key) IN (\(query.records.sql))", query.records.arguments)
  }
}
