internal import ArabicQuantities
internal import GRDB

extension ArchiveView {
  /// Articles that match a search.
  ///
  /// A search for an exact spelling looks through at most 1,000 articles that match when folded.
  ///
  /// - Parameters:
  ///   - limit: The most hits, 1 to 200.
  ///   - offset: How many hits to skip, at most 10,000.
  package func search(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int = 20, offset: Int = 0
  ) throws -> SearchResult {
    let limit = max(1, min(limit, 200))
    let offset = max(0, min(offset, BoundedCount.bound))
    let statement = SearchStatement(query, order)
    let needsText = (query.groups.flatMap { $0 } + query.exclusions).contains(where: \.isSpelling)
    if needsText { return try searchSpelling(query, statement, limit: limit, offset: offset) }
    let articles = try Int.fetchAll(
      database.cachedStatement(sql: statement.sql(limit: limit, offset: offset)),
      arguments: statement.arguments)
    let total =
      articles.count < limit && (offset == 0 || !articles.isEmpty)
      ? offset + articles.count : try statement.count(database)
    return SearchResult(
      total: BoundedCount(counted: total), hits: try hits(articles, query))
  }

  /// The candidates that the index finds are held against the text.
  private func searchSpelling(
    _ query: SearchQuery, _ statement: SearchStatement, limit: Int, offset: Int
  ) throws -> SearchResult {
    let bound = 1_000
    let matcher = TermMatcher(query)
    let candidates = try Int.fetchAll(
      database.cachedStatement(sql: statement.sql(limit: bound + 1, offset: 0)),
      arguments: statement.arguments)
    var found: [Int] = []
    for article in candidates.prefix(bound) {
      guard let row = try contents(of: article) else { continue }
      if matcher.accepts([row.utf8(4), row.utf8(5)]) { found.append(article) }
    }
    return SearchResult(
      total: BoundedCount(value: found.count, isLowerBound: candidates.count > bound),
      hits: try hits(Array(found.dropFirst(offset).prefix(limit)), query))
  }

  private func hits(_ articles: [Int], _ query: SearchQuery) throws -> [SearchHit] {
    let maker = SnippetMaker(query)
    return try articles.compactMap { article in
      guard let row = try contents(of: article) else { return nil }
      return SearchHit(
        id: row[0], source: row[1], url: row[2], published: row[3],
        title: maker.marked(row.utf8(4)), snippets: maker.snippets(row.utf8(5)))
    }
  }

  private func contents(of article: Int) throws -> Row? {
    try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT id, sources.name, url, published, CAST(title AS BLOB), CAST(text AS BLOB)
          FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
          WHERE article = ?
          """), arguments: [article])
  }
}

/// A search as SQL.
struct SearchStatement {
  private var conditions = ["article_search MATCH ?"]
  private(set) var arguments: StatementArguments
  private var limitsArticles = false
  private let order: SearchOrder

  init(_ query: SearchQuery, _ order: SearchOrder) {
    self.order = order
    arguments = [SearchExpression.expression(of: query)]
    if let source = query.source {
      require(
        "articles.source IN (SELECT source FROM sources WHERE folded = ?)", FoldedName.fold(source))
    }
    if let since = query.since { require("articles.time >= ?", since.time) }
    if let until = query.until {
      require("articles.time < ?", until.advanced(by: 1).time)
      if query.since == nil { require("articles.time > ?", Schema.unknownTime) }
    }
  }

  private mutating func require(_ condition: String, _ argument: any DatabaseValueConvertible) {
    conditions.append(condition)
    arguments += [argument]
    limitsArticles = true
  }

  /// The rows of the articles found.
  func sql(limit: Int, offset: Int) -> String {
    let sorted = order == .relevance ? "rank" : "articles.time DESC, articles.article DESC"
    return """
      SELECT article_search.rowid FROM \(from(order == .time)) \
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(sorted) LIMIT \(limit) OFFSET \(offset)
      """
  }

  /// How many articles are found, up to one more than the bound.
  func count(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM \(from(false)) \
          WHERE \(conditions.joined(separator: " AND ")) LIMIT \(BoundedCount.bound + 1))
          """), arguments: arguments) ?? 0
  }

  private func from(_ sortsByArticle: Bool) -> String {
    limitsArticles || sortsByArticle
      ? "article_search CROSS JOIN articles ON articles.article = article_search.rowid"
      : "article_search"
  }
}
