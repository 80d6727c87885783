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
    let words = try ArchiveWords(database, segments)
    let clauses = try words.resolved(query.clauses)
    let (found, total) = try articles(clauses, order, limit: offset + limit, words.index)
    var result = SearchResult(
      total: total,
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
    let words = try ArchiveWords(database, segments)
    let clauses = try words.resolved(query.clauses)
    let limit = max(1, min(limit, 200))
    let offset = max(0, min(offset, BoundedCount.bound))
    let (found, total) = try articles(clauses, order, limit: offset + limit, words.index)
    let page = found.prefix(BoundedCount.bound).dropFirst(offset).prefix(limit)
    let lookup = try ValueLookup(database, sql: "SELECT id FROM articles WHERE article = ?")
    let ids = try page.compactMap { try lookup.text(at: $0) }
    return (ids, total)
  }

  /// The row numbers of the first articles that a search finds, in the order asked for, and how many there are.
  func articles(
    _ clauses: [SearchClause], _ order: SearchOrder, limit: Int, _ index: WordIndex
  ) throws -> (articles: [Int], total: BoundedCount) {
    let needsText = clauses.contains(where: \.needsText)
    let limit = needsText ? ArchiveView.candidateLimit : limit
    let found = try candidates(clauses, order, limit: limit, index)
    if !needsText { return (found.articles, found.total) }
    let meant = try found.articles.filter { try isMeant($0, clauses) }
    return (
      meant,
      BoundedCount(
        value: meant.count,
        isLowerBound: found.total.isLowerBound || found.total.value > found.articles.count)
    )
  }

  /// The first articles that may be meant; without words to look for, the newest.
  private func candidates(
    _ clauses: [SearchClause], _ order: SearchOrder, limit: Int, _ index: WordIndex
  ) throws -> (articles: [Int], total: BoundedCount) {
    if clauses.contains(where: \.hasWords),
      let found = try index.articles(clauses, order, limit: limit)
    {
      return (found.articles, BoundedCount(value: found.total, isLowerBound: found.isLowerBound))
    }
    let articles = try SearchStatement.newest(clauses, database, limit: BoundedCount.bound + 1)
    return (Array(articles.prefix(limit)), BoundedCount(counted: articles.count))
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
        id: row[0], source: row[1], url: row[2], published: row[3], modified: row[7],
        editedAt: row[8],
        time: row[6] == Schema.unknownTime ? nil : row[6],
        title: maker.marked(row.utf8(4)), snippets: maker.snippets(row.utf8(5)))
    }
  }

  private func contents(of article: Int) throws -> Row? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT id, sources.name, url, published, CAST(title AS BLOB), CAST(text AS BLOB), time,
            modified, CASE WHEN version > 1 THEN added_at END
          FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
          WHERE article = ?
          """), arguments: [article])
  }
}
