internal import GRDB
internal import NewsModel

/// The versions of one article in the order in which they were captured.
///
/// Each version was seen from a first time (`added_at`) to a last one (`last_seen`, where it is later). Used only inside a
/// write of the database; reading versions is all that readers do with it.
struct VersionHistory {
  private let database: Database
  private let article: Int

  init(_ database: Database, _ article: Int) {
    self.database = database
    self.article = article
  }

  /// One version, whether a newer one has replaced it or not.
  ///
  /// - Throws: An error of the database.
  func version(_ version: Int) throws -> ArticleVersion {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT version, added_at, published, modified, CAST(title AS BLOB), CAST(text AS BLOB)
          FROM article_versions WHERE article = ?1 AND version = ?2
          UNION ALL
          SELECT version, added_at, published, modified, CAST(title AS BLOB), CAST(text AS BLOB)
          FROM articles JOIN article_texts USING (article) WHERE article = ?1 AND version = ?2
          """), arguments: [article, version])
    guard let row else { throw DatabaseError.damaged("a version is missing") }
    return ArticleVersion(row)
  }

  /// What changed from the version before one to that one.
  ///
  /// - Throws: An error of the database.
  func change(to version: Int) throws -> VersionChange {
    VersionChange(from: try self.version(version - 1), to: try self.version(version))
  }

  /// Notes that a version was seen until a time.
  ///
  /// - Throws: An error of the database.
  func extend(_ version: Int, to time: Int) throws {
    for table in ["articles", "article_versions"] {
      try database.execute(
        sql: """
          UPDATE \(table) SET last_seen = ?3 WHERE article = ?1 AND version = ?2
            AND ifnull(last_seen, added_at) < ?3
          """, arguments: [article, version, time])
    }
  }

  /// Puts what was captured before the newest version was seen last at its place in time.
  ///
  /// - Parameters:
  ///   - prepared: The article as captured, with the time.
  ///   - source: The row of its source.
  ///   - newestIsSame: Whether it is the newest version.
  /// - Returns: Whether it is a version of its own.
  /// - Throws: An error of the database.
  func insert(
    _ prepared: PreparedArticle, source: Int?, newestIsSame: Bool
  ) throws -> Bool {
    guard let time = prepared.seenAt else { return false }
    let spans = try spans(prepared, source: source, newestIsSame: newestIsSame)
    if spans.contains(where: { $0.isSame && $0.first <= time && time <= $0.last }) { return false }
    let next = spans.firstIndex { $0.first > time } ?? spans.count
    if next > 0, spans[next - 1].last <= time, spans[next - 1].isSame {
      try extend(spans[next - 1].version, to: time)
      return false
    }
    let isWithin = next > 0 && time < spans[next - 1].last
    if !isWithin, next < spans.count, spans[next].isSame {
      try begin(spans[next], at: time)
      return false
    }
    // Behind all versions that had begun; where one was seen before and after, a copy of it stands behind the new one.
    let number = next == 0 ? 1 : spans[next - 1].version + 1
    try shift(from: number, by: isWithin ? 2 : 1)
    if isWithin { try split(spans[next - 1], isNewest: next == spans.count) }
    try write(prepared, source, as: number, at: time)
    for edited in number...number + (isWithin ? 2 : 1) { try noteEdit(to: edited) }
    return true
  }

  /// Writes down whether title or text were edited in a version.
  ///
  /// - Throws: An error of the database.
  func noteEdit(to version: Int) throws {
    let newest = try Int.fetchOne(
      database, sql: "SELECT version FROM articles WHERE article = ?", arguments: [article])
    guard version > 1, version <= newest ?? 0 else { return }
    let change = try change(to: version)
    if change.kind == .details {
      return try database.execute(
        sql: "DELETE FROM article_edits WHERE article = ? AND version = ?",
        arguments: [article, version])
    }
    try database.execute(
      sql: """
        INSERT INTO article_edits(article, version, edited_at, dates, is_stealth) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT(article, version) DO UPDATE
          SET edited_at = excluded.edited_at, dates = excluded.dates, is_stealth = excluded.is_stealth
        """,
      arguments: [article, version, change.newer.addedAt, change.dates.rawValue, change.isStealth])
  }

  /// When a version was seen first and last, and whether it is what is to be put among them.
  private struct Span {
    let version: Int
    let first: Int
    let last: Int
    let isSame: Bool
  }

  private func spans(
    _ prepared: PreparedArticle, source: Int?, newestIsSame: Bool
  ) throws -> [Span] {
    let article = prepared.article
    let earlier = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT version, added_at, ifnull(last_seen, added_at),
            published IS ? AND byline IS ? AND url IS ? AND source IS ?,
            CAST(title AS BLOB), CAST(text AS BLOB)
          FROM article_versions WHERE article = ? ORDER BY version
          """),
      arguments: [article.published, article.byline, article.url, source, self.article])
    let newest = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT version, added_at, ifnull(last_seen, added_at) FROM articles WHERE article = ?"
      ),
      arguments: [self.article])
    var spans = earlier.map { row in
      let isSame =
        row[3] == 1 && row.utf8(4) == Array(article.title.utf8)
        && row.utf8(5) == prepared.text.utf8
      return Span(version: row[0], first: row[1], last: row[2], isSame: isSame)
    }
    if let newest {
      spans.append(
        Span(version: newest[0], first: newest[1], last: newest[2], isSame: newestIsSame))
    }
    return spans
  }

  /// Notes that a version was first seen earlier.
  private func begin(_ span: Span, at time: Int) throws {
    for table in ["articles", "article_versions"] {
      try database.execute(
        sql: """
          UPDATE \(table) SET last_seen = ifnull(last_seen, added_at), added_at = ?
          WHERE article = ? AND version = ?
          """, arguments: [time, article, span.version])
    }
    try database.execute(
      sql: "UPDATE article_edits SET edited_at = ? WHERE article = ? AND version = ?",
      arguments: [time, article, span.version])
  }

  /// Gives versions from a number on greater numbers.
  private func shift(from version: Int, by count: Int) throws {
    // By way of negative numbers, for a number stands once.
    for table in ["article_versions", "article_edits"] {
      try database.execute(
        sql: "UPDATE \(table) SET version = -version - ? WHERE article = ? AND version >= ?",
        arguments: [count, article, version])
      try database.execute(
        sql: "UPDATE \(table) SET version = -version WHERE article = ? AND version < 0",
        arguments: [article])
    }
    try database.execute(
      sql: "UPDATE articles SET version = version + ? WHERE article = ? AND version >= ?",
      arguments: [count, article, version])
  }

  /// Cuts a version that was seen before and after another in two; numbers behind it are free for that.
  private func split(_ span: Span, isNewest: Bool) throws {
    let columns = "source, published, modified, byline, url, title, text"
    if isNewest {
      try database.execute(
        sql: """
          INSERT INTO article_versions(article, version, added_at, last_seen, \(columns))
          SELECT article, version, added_at, NULL, \(columns)
          FROM articles JOIN article_texts USING (article) WHERE article = ?
          """, arguments: [article])
      try database.execute(
        sql: """
          UPDATE articles SET version = version + 2, added_at = last_seen, last_seen = NULL
          WHERE article = ?
          """, arguments: [article])
    } else {
      try database.execute(
        sql: """
          INSERT INTO article_versions(article, version, added_at, last_seen, \(columns))
          SELECT article, version + 2, last_seen, NULL, \(columns)
          FROM article_versions WHERE article = ? AND version = ?
          """, arguments: [article, span.version])
      try database.execute(
        sql: "UPDATE article_versions SET last_seen = NULL WHERE article = ? AND version = ?",
        arguments: [article, span.version])
    }
  }

  private func write(
    _ prepared: PreparedArticle, _ source: Int?, as version: Int, at time: Int
  ) throws {
    let writer = try RowWriter(
      database, into: "article_versions",
      [
        "article", "version", "source", "added_at", "published", "modified", "byline", "url",
        "title", "text",
      ])
    let one = prepared.article
    writer.append(article)
    writer.append(version)
    writer.append(source)
    writer.append(time)
    for value in [one.published, one.modified, one.byline, one.url, one.title] {
      writer.append(value)
    }
    writer.append(utf8: prepared.text.utf8)
    try writer.write()
  }
}
