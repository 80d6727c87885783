internal import ArabicQuantities
internal import GRDB

extension ArchiveView {
  /// The newest articles, those without a time last.
  ///
  /// - Parameters:
  ///   - filter: Which articles are meant.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func latest(
    _ filter: ArticleFilter = ArticleFilter(), limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<ArticleHeading> {
    let limit = max(1, min(limit, 500))
    let condition = try filter.condition(database)
    let cursor = try Row.fetchCursor(
      database.cachedStatement(sql: ArchiveView.latestSQL(condition.sql, limit: limit + 1)),
      arguments: condition.arguments + [position?.time ?? Int.max, position?.row ?? Int.max])
    var rows: [ArticleHeading] = []
    var last: ListPosition?
    var next: ListPosition?
    while let row = try cursor.next() {
      if rows.count == limit {
        next = last
        break
      }
      rows.append(ArticleHeading(row))
      last = ListPosition(time: row[1], row: row[0])
    }
    let total = try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM articles WHERE \(condition.sql)
          LIMIT \(BoundedCount.bound + 1))
        """, arguments: condition.arguments)
    return ListPage(rows: rows, next: next, total: BoundedCount(counted: total ?? 0))
  }

  static func latestSQL(_ condition: String, limit: Int) -> String {
    """
    SELECT articles.article, articles.time, articles.id, sources.name, articles.url,
      articles.published, CAST(articles.title AS BLOB), articles.byline, readings.statements, readings.outlooks,
      readings.events, readings.title_start, readings.title_end,
      CAST(article_texts.text AS BLOB),
      (SELECT count(*) FROM story_members WHERE story = own.story),
      (SELECT count(DISTINCT dispatch) FROM story_members WHERE story = own.story AND carries = 0)
    FROM articles CROSS JOIN article_texts ON article_texts.article = articles.article
      LEFT JOIN story_members AS own ON own.article = articles.article AND own.carries = 0
      LEFT JOIN sources ON sources.source = articles.source
      LEFT JOIN readings ON readings.article = articles.article
    WHERE \(condition) AND (articles.time, articles.article) < (?, ?)
    ORDER BY articles.time DESC, articles.article DESC LIMIT \(limit)
    """
  }
}

extension ArticleFilter {
  /// The filter as a condition on `articles`.
  fileprivate func condition(_ database: Database) throws -> EntryConditions.Condition {
    var conditions = ["1"]
    var arguments = StatementArguments()
    if let source {
      conditions.append("articles.source IN (SELECT source FROM sources WHERE folded = ?)")
      arguments += [FoldedName.fold(source)]
    }
    if let entry {
      let names = try EntryConditions(database, entry).names(spelling: spelling)
      conditions.append(names.sql)
      arguments += names.arguments
    }
    if let since {
      conditions.append("articles.time >= ?")
      arguments += [since.time]
    }
    if let until {
      conditions.append("articles.time < ? AND articles.time > \(Schema.unknownTime)")
      arguments += [until.advanced(by: 1).time]
    }
    return (conditions.joined(separator: " AND "), arguments)
  }
}

extension ArticleHeading {
  /// Reads a row of `ArchiveView.latestSQL`.
  fileprivate init(_ row: Row) {
    // The opening is what follows the title, if the text begins with it.
    let titleEnd = (row[11] as Int?) == 0 ? row[12] as Int? ?? 0 : 0
    let reports: Int = row[14]
    let story =
      reports == 0 ? nil : StoryCounts(reports: reports, copies: reports - (row[15] as Int))
    self.init(
      id: row[2], source: row[3], url: row[4], published: row[5], title: row.text(6),
      byline: row[7], opening: ArticleBytes(row.utf8(13)).opening(from: titleEnd),
      statements: row[8] as Int? ?? 0, outlooks: row[9] as Int? ?? 0, events: row[10] as Int? ?? 0,
      story: story)
  }
}

extension ArticleBytes {
  /// The text from `offset` on, at most 300 code points, cut behind a word, on one line.
  func opening(from offset: Int) -> String {
    var result: [UInt8] = []
    var codePoints = 0
    var lastSpace = 0
    var isCut = false
    for byte in utf8[min(offset, utf8.count)...] {
      if byte <= 0x20 {
        lastSpace = result.count
        if result.last != 0x20, !result.isEmpty { result.append(0x20) }
        continue
      }
      if byte & 0xC0 != 0x80 {
        codePoints += 1
        if codePoints > 300 {
          isCut = true
          break
        }
      }
      result.append(byte)
    }
    if isCut, lastSpace > 0 { result.removeSubrange(lastSpace...) }
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
