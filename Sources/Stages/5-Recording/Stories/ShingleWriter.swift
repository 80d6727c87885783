internal import GRDB
internal import NewsModel

/// Records the sampled shingles of articles.
///
/// Those of an article's earlier versions stay: they lead to a comparison with the newest text, which
/// tells. They come in the order of their hashes, so that a batch touches each page of the index once.
struct ShingleWriter {
  private let database: Database
  private let judge: any StoryJudging

  init(_ database: Database, _ judge: any StoryJudging) {
    self.database = database
    self.judge = judge
  }

  /// Records those of the next articles that wait for it.
  ///
  /// - Parameters:
  ///   - limit: The most articles.
  ///   - last: The row number behind which they are looked for.
  /// - Returns: The row number of the last of them; `nil` if there were none.
  /// - Throws: An error of the database.
  func write(_ limit: Int, after last: Int) throws -> Int? {
    let reports = try StoryReport.load(
      database,
      """
      story_pending.article > ? AND story_pending.is_indexed = 0
      ORDER BY story_pending.article LIMIT ?
      """, [last, limit], from: "story_pending JOIN articles USING (article)")
    var rows: [(shingle: UInt64, report: Int)] = []
    for (index, report) in reports.enumerated() {
      for shingle in judge.fingerprint(report.text).sample { rows.append((shingle, index)) }
    }
    rows.sort { ($0.shingle, $0.report) < ($1.shingle, $1.report) }
    let insertion = try RowWriter(
      database,
      sql: "INSERT OR IGNORE INTO story_shingles(shingle, day, article) VALUES (?, ?, ?)")
    for row in rows {
      insertion.append(Int(row.shingle))
      insertion.append(reports[row.report].day)
      insertion.append(reports[row.report].article)
      try insertion.write()
    }
    let marking = try RowWriter(
      database, sql: "UPDATE story_pending SET is_indexed = 1 WHERE article = ?")
    for report in reports {
      marking.append(report.article)
      try marking.write()
    }
    return reports.last?.article
  }
}

/// What grouping needs of an article.
struct StoryReport {
  let article: Int
  /// The day of publication in days since 1970; that of adding if it is not known.
  let day: Int
  let text: [UInt8]

  /// Loads the reports that a condition on `articles` names.
  static func load(
    _ database: Database, _ condition: String, _ arguments: StatementArguments,
    from tables: String = "articles"
  ) throws -> [StoryReport] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT articles.article,
            CASE WHEN time > \(Schema.unknownTime) THEN time ELSE added_at END,
            CAST(text AS BLOB)
          FROM \(tables) JOIN article_texts ON article_texts.article = articles.article
          WHERE \(condition)
          """), arguments: arguments
    ).map { row in
      StoryReport(article: row[0], day: Int(row[1] as Int) / 86_400, text: row.utf8(2))
    }
  }
}
