internal import ArabicQuantities
internal import GRDB
internal import NewsModel

/// Searches of articles as conditions in SQL.
///
/// What only the texts can tell is left to `TermMatcher`: the rows are those of the search and maybe others.
enum SearchStatement {
  /// A condition with its arguments.
  typealias SQLPiece = (sql: String, arguments: StatementArguments)

  /// The articles that meet conditions, the newest first.
  ///
  /// - Parameters:
  ///   - clauses: What must hold, without words that the index can tell.
  ///   - database: Asked what people decided on events.
  ///   - limit: The most row numbers.
  /// - Returns: Their row numbers.
  /// - Throws: An error of the database.
  static func newest(
    _ clauses: [SearchClause], _ database: Database, limit: Int
  ) throws -> [Int] {
    let condition = try condition(.all(clauses), of: "articles", database)
    return try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT article FROM articles WHERE \(condition.sql)
          ORDER BY time DESC, article DESC LIMIT \(limit)
          """), arguments: condition.arguments)
  }

  /// What a clause asks of a row of articles, or of the article of a row of records.
  ///
  /// - Parameters:
  ///   - clause: A part of a search.
  ///   - row: What the row is called, with columns `article`, `source` and `time`.
  ///   - database: Asked what people decided on events.
  /// - Returns: A condition that holds of all articles that the clause means.
  /// - Throws: An error of the database.
  static func condition(
    _ clause: SearchClause, of row: String, _ database: Database
  ) throws -> SQLPiece {
    if clause.isText, let articles = try WordIndex(database).allArticles([clause]) {
      return isOne(of: articles, row)
    }
    switch clause {
    case .term, .near: return ("1", [])
    case .limit(let limit): return try condition(limit, row, database)
    case .all(let clauses): return try joined(clauses, " AND ", row, database)
    case .any(let clauses): return try joined(clauses, " OR ", row, database)
    case .not(let clause):
      if clause.needsText { return ("1", []) }
      let inner = try condition(clause, of: row, database)
      return ("NOT (\(inner.sql))", inner.arguments)
    }
  }

  private static func joined(
    _ clauses: [SearchClause], _ joint: String, _ row: String, _ database: Database
  ) throws -> SQLPiece {
    let pieces = try clauses.map { try condition($0, of: row, database) }
    return ("(\(pieces.map(\.sql).joined(separator: joint)))", all(pieces))
  }

  private static func condition(
    _ limit: SearchLimit, _ row: String, _ database: Database
  ) throws -> SQLPiece {
    switch limit {
    case .source(let name):
      return (
        "\(row).source IN (SELECT source FROM sources WHERE folded = ?)", [FoldedName.fold(name)]
      )
    case .speaker(let words):
      var filter = StatementFilter()
      filter.speaker = words
      return among(row, [try filter.query(database).articles])
    case .actor(let words):
      var filter = EventFilter()
      filter.actor = words
      return among(row, [try articles(filter, database), mentions(of: words, "<>")])
    case .place(let words):
      var filter = EventFilter()
      filter.place = words
      let linked = "SELECT article FROM events WHERE place_entry = ?"
      return among(
        row, [try articles(filter, database), mentions(of: words, "="), (linked, [words])])
    case .type(let type):
      var filter = EventFilter()
      filter.types = [type]
      return among(row, [try articles(filter, database)])
    case .story(let article):
      let sql = """
        SELECT article FROM story_members WHERE story = (SELECT story FROM story_members
          JOIN articles USING (article) WHERE id = ? AND carries = 0)
        """
      return among(row, [(sql, [article])])
    case .days(let since, let until):
      let sql = "\(row).time >= ? AND \(row).time < ?"
      let first = since?.time ?? Schema.unknownTime + 1
      return (sql, [first, until?.advanced(by: 1).time ?? Int.max])
    }
  }

  /// That a row's article is one of some.
  static func isOne(of articles: [Int], _ row: String) -> SQLPiece {
    let list = "[\(articles.map(String.init).joined(separator: ","))]"
    return ("\(row).article IN (SELECT value FROM json_each(?))", [list])
  }

  /// The arguments of all, in their order.
  static func all(_ pieces: [SQLPiece]) -> StatementArguments {
    pieces.reduce(into: StatementArguments()) { $0 += $1.arguments }
  }

  private static func among(_ row: String, _ articles: [SQLPiece]) -> SQLPiece {
    let sql = articles.map { "\(row).article IN (\($0.sql))" }.joined(separator: " OR ")
    return (sql, all(articles))
  }

  /// The articles of events, without those that all coders rejected.
  private static func articles(_ filter: EventFilter, _ database: Database) throws -> SQLPiece {
    var filter = filter
    filter.decision = .kept
    return try filter.query(database).articles
  }

  /// The articles that mention an entry, which is a place or not.
  private static func mentions(of entry: String, _ comparison: String) -> SQLPiece {
    ("SELECT article FROM mentions WHERE entry = ? AND type \(comparison) 'place'", [entry])
  }
}
