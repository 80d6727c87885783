internal import GRDB
internal import NewsModel

/// Records the sampled shingles of articles that wait for it: of those that the archive is asked for, or of those that
/// were just added.
///
/// Those of an article's earlier versions stay: they lead to a comparison with the newest text, which
/// tells. The shingles of many articles are collected and written in the order of their hashes: written article by
/// article, or in small batches, each would cost a page of its own once the table is large.
struct ShingleBatch: Sendable {
  private struct Row: Sendable {
    let shingle: UInt64
    let day: Int
    let article: Int
  }

  private var rows: [Row] = []
  private var articles: [(article: Int, version: Int)] = []
  private let regroupings: String

  /// How many shingles are collected at most before they are written, and how many are written between two commits.
  private static let (limit, slice) = (2_000_000, 100_000)
  /// How many articles are loaded at a time.
  private static let loadedAtOnce = 500

  /// Whether no article waits.
  var isEmpty: Bool { articles.isEmpty }

  /// Whether it is time to write.
  var isFull: Bool { rows.count >= ShingleBatch.limit }

  /// Begins a batch of articles that are added.
  ///
  /// - Parameter database: The archive, within the transaction that adds them.
  /// - Throws: An error of the database.
  init(_ database: Database) throws { regroupings = try ShingleBatch.regroupings(database) }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - version: The version that the shingles are of.
  ///   - day: The day of publication in days since 1970; that of adding if it is not known.
  ///   - sample: Its shingles.
  mutating func append(_ article: Int, version: Int, day: Int, _ sample: [UInt64]) {
    for shingle in sample { rows.append(Row(shingle: shingle, day: day, article: article)) }
    articles.append((article, version))
  }

  /// Adds the articles of a later batch; if stories were told anew from the beginning since, those of before are left out,
  /// which the archive has to be asked for then.
  mutating func append(_ later: ShingleBatch) {
    if later.regroupings != regroupings {
      self = later
      return
    }
    rows += later.rows
    articles += later.articles
  }

  /// Puts the shingles in the order in which they are written.
  mutating func sort() {
    rows.sort { ($0.shingle, $0.day, $0.article) < ($1.shingle, $1.day, $1.article) }
  }

  /// Collects the shingles of articles that wait for it.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - judge: What makes fingerprints.
  /// - Throws: An error of the database.
  init(_ database: Database, _ judge: any StoryJudging) throws {
    regroupings = try ShingleBatch.regroupings(database)
    var last = 0
    while !isFull {
      let reports = try StoryReport.load(
        database,
        """
        story_pending.article > ? AND story_pending.is_indexed = 0
        ORDER BY story_pending.article LIMIT ?
        """, [last, ShingleBatch.loadedAtOnce],
        from: "story_pending JOIN articles USING (article)")
      guard let final = reports.last else { break }
      for report in reports {
        append(
          report.article, version: report.version, day: report.day,
          judge.fingerprint(report.text).sample)
      }
      last = final.article
    }
    sort()
  }

  /// Writes what was collected, a part at a time so that others may write between.
  ///
  /// An article that was edited meanwhile waits on; all do if stories were told anew from the beginning.
  ///
  /// - Parameter write: Runs its body in a transaction.
  /// - Throws: What `write` throws.
  func write(_ write: ((Database) throws -> Void) throws -> Void) throws {
    for start in stride(from: 0, to: rows.count, by: ShingleBatch.slice) {
      try write { database in
        try StoryGround.noteChange(database)
        let insertion = try RowWriter(
          database,
          sql: "INSERT OR IGNORE INTO story_shingles(shingle, day, article) VALUES (?, ?, ?)")
        for row in rows[start..<min(rows.count, start + ShingleBatch.slice)] {
          insertion.append(Int(row.shingle))
          insertion.append(row.day)
          insertion.append(row.article)
          try insertion.write()
        }
      }
    }
    try write { database in
      guard try ShingleBatch.regroupings(database) == regroupings else { return }
      let marking = try RowWriter(
        database,
        sql: """
          UPDATE story_pending SET is_indexed = 1
          WHERE article = ?1 AND (SELECT version FROM articles WHERE article = ?1) = ?2
          """)
      for (article, version) in articles {
        marking.append(article)
        marking.append(version)
        try marking.write()
      }
    }
  }
}

extension ShingleBatch {
  private static let counter = ChangeCounter(key: "stories told anew")

  /// How often stories were told anew from the beginning.
  private static func regroupings(_ database: Database) throws -> String {
    try counter.count(database)
  }

  /// Counts that all stories are told anew, so that shingles that are being collected are not taken for written.
  ///
  /// - Parameter database: The archive, within the transaction that removes the shingles.
  /// - Throws: An error of the database.
  static func countRegrouping(_ database: Database) throws { try counter.increment(database) }
}

/// What grouping needs of an article.
struct StoryReport {
  let article: Int
  let version: Int
  /// The day of publication in days since 1970; that of adding if it is not known.
  let day: Int
  let text: [UInt8]

  /// The time from which the day is told.
  static let timeColumn = "CASE WHEN time > \(Schema.unknownTime) THEN time ELSE added_at END"

  /// Loads the reports that a condition on `articles` names.
  static func load(
    _ database: Database, _ condition: String, _ arguments: StatementArguments,
    from tables: String = "articles"
  ) throws -> [StoryReport] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT articles.article, articles.version, \(timeColumn), CAST(text AS BLOB)
          FROM \(tables) JOIN article_texts ON article_texts.article = articles.article
          WHERE \(condition)
          """), arguments: arguments
    ).map { row in
      StoryReport(
        article: row[0], version: row[1], day: Int(row[2] as Int) / 86_400, text: row.utf8(3))
    }
  }
}
