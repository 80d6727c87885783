internal import GRDB

extension ArchiveView {
  /// Articles that match a search.
  ///
  /// A search for an exact spelling looks through at most 1,000 articles that match when folded.
  ///
  /// - Parameters:
  ///   - query: What is looked for.
  ///   - order: What stands first.
  ///   - limit: The most hits, 1 to 200.
  ///   - offset: How many hits to skip; there are none behind the first 10,000.
  /// - Returns: One part of the hits, and how many there are.
  /// - Throws: An error of the database.
  package func search(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int = 20, offset: Int = 0
  ) throws -> SearchResult {
    let limit = max(1, min(limit, 200))
    let offset = max(0, min(offset, BoundedCount.bound))
    let words = ArchiveWords(database)
    let clauses = try words.resolved(query.clauses)
    let (found, isLowerBound) = try articles(clauses, order)
    var result = SearchResult(
      total: BoundedCount(
        value: min(found.count, BoundedCount.bound), isLowerBound: isLowerBound),
      hits: try hits(
        Array(found.prefix(BoundedCount.bound).dropFirst(offset).prefix(limit)), clauses))
    if found.isEmpty { result.correction = try words.correction(of: query) }
    return result
  }

  /// The ids of articles that match a search, without their texts.
  ///
  /// - Parameters:
  ///   - query: What is looked for.
  ///   - order: What stands first.
  ///   - limit: The most ids, 1 to 200.
  ///   - offset: How many to skip.
  /// - Returns: The ids in the order asked for, and how many articles match.
  /// - Throws: An error of the database.
  package func ids(
    matching query: SearchQuery, order: SearchOrder = .relevance, limit: Int = 20, offset: Int = 0
  ) throws -> (ids: [String], total: BoundedCount) {
    let clauses = try ArchiveWords(database).resolved(query.clauses)
    let (found, isLowerBound) = try articles(clauses, order)
    let statement = try database.cachedStatement(sql: "SELECT id FROM articles WHERE article = ?")
    let page = found.prefix(BoundedCount.bound).dropFirst(max(0, offset)).prefix(
      max(1, min(limit, 200)))
    return (
      try page.compactMap { try String.fetchOne(statement, arguments: [$0]) },
      BoundedCount(value: min(found.count, BoundedCount.bound), isLowerBound: isLowerBound)
    )
  }

  /// The row numbers of the articles that a search finds, at most one more than are counted.
  func articles(_ clauses: [SearchClause], _ order: SearchOrder) throws -> (
    articles: [Int], isLowerBound: Bool
  ) {
    let statement = try SearchStatement(clauses, order, database)
    let needsText = clauses.contains(where: \.needsText)
    let bound = needsText ? ArchiveView.candidateLimit : BoundedCount.bound
    // Sorting looks at every match anyhow, so the matches are counted on the way.
    let candidates = try Int.fetchAll(
      database.cachedStatement(sql: statement.sql(limit: bound + 1)),
      arguments: statement.arguments)
    let found =
      needsText ? try candidates.prefix(bound).filter { try isMeant($0, clauses) } : candidates
    return (found, candidates.count > bound)
  }

  /// The most articles whose texts are looked through.
  private static var candidateLimit: Int { 1_000 }

  /// Whether an article's texts hold what is looked for.
  private func isMeant(_ article: Int, _ clauses: [SearchClause]) throws -> Bool {
    guard let row = try contents(of: article) else { return false }
    let (title, body) = (WordedText(row.utf8(4), .title), WordedText(row.utf8(5), .body))
    return try TermMatcher.accepts(.all(clauses)) { part in
      [title, body].filter { part == .anywhere || part == $0.part }
    } _: {
      try holds($0, of: article)
    }
  }

  private func holds(_ limit: SearchLimit, of article: Int) throws -> Bool {
    let (sql, arguments) = try SearchStatement.condition(.limit(limit), of: "articles", database)
    return try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT \(sql) FROM articles WHERE article = ?"),
      arguments: arguments + [article]) ?? false
  }

  private func hits(_ articles: [Int], _ clauses: [SearchClause]) throws -> [SearchHit] {
    let maker = SnippetMaker(clauses)
    return try articles.compactMap { article in
      guard let row = try contents(of: article) else { return nil }
      return SearchHit(
        id: row[0], source: row[1], url: row[2], published: row[3],
        time: row[6] == Schema.unknownTime ? nil : row[6],
        title: maker.marked(row.utf8(4)), snippets: maker.snippets(row.utf8(5)))
    }
  }

  private func contents(of article: Int) throws -> Row? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT id, sources.name, url, published, CAST(title AS BLOB), CAST(text AS BLOB), time
          FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
          WHERE article = ?
          """), arguments: [article])
  }
}
