internal import ArabicQuantities
internal import ArabicScript
internal import GRDB
internal import NewsModel

/// The archive as it was at one moment; good only inside the closure that receives it.
package struct ArchiveView {
  let database: Database
  let segments: SegmentCache

  /// The article with this id, with its reading; `nil` if there is none.
  package func article(id: String) throws -> ArchivedArticle? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT article, version, added_at, sources.name, url, published, byline,
            CAST(title AS BLOB), CAST(text AS BLOB), modified
          FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
          WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    let key: Int = row[0]
    let article = Article(
      id: id, source: row[3], url: row[4], published: row[5], modified: row[9], title: row.text(7),
      byline: row[6], text: row.text(8))
    return ArchivedArticle(
      article: article, version: row[1], addedAt: row[2],
      reading: try ReadingLoader(database).reading(article: key)?.reading,
      earlier: try earlierVersions(of: key))
  }

  /// Whether there is an article with this id.
  package func holds(id: String) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?)"),
      arguments: [id]) ?? false
  }

  private func earlierVersions(of article: Int) throws -> [ArticleVersion] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT version, added_at, published, modified, CAST(title AS BLOB), CAST(text AS BLOB)
          FROM article_versions
          WHERE article = ? ORDER BY version
          """), arguments: [article]
    ).map { ArticleVersion($0) }
  }

  /// How much the archive holds.
  package func counts() throws -> ArchiveCounts {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM articles),
          (SELECT count(*) FROM article_versions), (SELECT count(*) FROM sources),
          count(*), coalesce(sum(mentions), 0), coalesce(sum(statements), 0),
          coalesce(sum(outlooks), 0), coalesce(sum(events), 0)
        FROM readings
        """)
    guard let row else { throw DatabaseError.damaged("no counts") }
    let articles: Int = row[0]
    let earlier: Int = row[1]
    return ArchiveCounts(
      articles: articles, versions: articles + earlier, readings: row[3], statements: row[5],
      outlooks: row[6], events: row[7], mentions: row[4], sources: row[2])
  }

  /// The outlets, those with most articles first.
  package func sources() throws -> [SourceSummary] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT sources.name, count(*) AS articles, min(nullif(time, ?1)), max(nullif(time, ?1))
        FROM articles LEFT JOIN sources USING (source)
        GROUP BY articles.source ORDER BY articles DESC, sources.name
        """, arguments: [Schema.unknownTime]
    ).map { row in
      SourceSummary(
        name: row[0], articles: row[1], first: (row[2] as Int?).map { CalendarDay(time: $0) },
        last: (row[3] as Int?).map { CalendarDay(time: $0) })
    }
  }
}

extension CalendarDay {
  /// The day of a `time` of the archive.
  init(time: Int) {
    self.init(ordinal: time >= 0 ? time / 86_400 : (time + 1) / 86_400 - 1)
  }

  /// The first second of the day as a `time` of the archive.
  var time: Int { ordinal * 86_400 }
}
