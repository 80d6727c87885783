internal import ArabicQuantities
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
    let statement = SearchStatement(query, order)
    let needsText = (query.groups.flatMap { $0 } + query.exclusions).contains(where: \.isSpelling)
    if needsText { return try searchSpelling(query, statement, limit: limit, offset: offset) }
    // Sorting looks at every match anyhow, so the matches are counted on the way.
    let matches = try Int.fetchCursor(
      database.cachedStatement(sql: statement.sql(limit: BoundedCount.bound + 1)),
      arguments: statement.arguments)
    var page: [Int] = []
    var count = 0
    while let article = try matches.next() {
      if count >= offset, page.count < limit { page.append(article) }
      count += 1
    }
    return SearchResult(total: BoundedCount(counted: count), hits: try hits(page, query))
  }

  /// The candidates that the index finds are held against the text.
  private func searchSpelling(
    _ query: SearchQuery, _ statement: SearchStatement, limit: Int, offset: Int
  ) throws -> SearchResult {
    let bound = 1_000
    let matcher = TermMatcher(query)
    let candidates = try Int.fetchAll(
      database.cachedStatement(sql: statement.sql(limit: bound + 1)),
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
  func sql(limit: Int) -> String {
    let sorted = order == .relevance ? "rank" : "articles.time DESC, articles.article DESC"
    return """
      SELECT article_search.rowid FROM \(from) \
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(sorted) LIMIT \(limit)
      """
  }

  private var from: String {
    limitsArticles || order == .time
      ? "article_search CROSS JOIN articles ON articles.article = article_search.rowid"
      : "article_search"
  }
}
