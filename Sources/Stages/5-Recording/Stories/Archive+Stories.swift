internal import GRDB
package import NewsModel

extension Archive {
  /// How many articles are grouped between two commits.
  private static let groupingBatch = 500

  /// Gives each article that has come in or changed since the last time its story.
  ///
  /// First the shingles of all of them are recorded, so that the formulas of a large import are known
  /// before the first pair is judged; then each joins, founds or bridges stories, in the order of time.
  /// Commits often; what a crash leaves undone is done the next time.
  ///
  /// - Parameter judge: What tells which reports belong together.
  /// - Returns: How many articles were grouped.
  /// - Throws: `ArchiveError`.
  @discardableResult
  package func group(_ judge: any StoryJudging) throws -> Int {
    try ArchiveError.translating(path) {
      var count = 0
      var reports = ComparedReports(judge)
      while true {
        try recordShingles(judge)
        // The order of all of them is made once; sorting what is left before each batch would take the square of them.
        let pending = try pool.read { database in
          try Int.fetchAll(
            database,
            sql: """
              SELECT article FROM story_pending JOIN articles USING (article)
              WHERE is_indexed ORDER BY time, article
              """)
        }
        if pending.isEmpty { return count }
        for start in stride(from: 0, to: pending.count, by: Archive.groupingBatch) {
          let batch = pending[start..<min(pending.count, start + Archive.groupingBatch)]
          count += try pool.write { try Archive.assign(Array(batch), judge, &reports, $0) }
        }
      }
    }
  }

  /// Records the shingles of all articles that wait for it.
  private func recordShingles(_ judge: any StoryJudging) throws {
    while true {
      let batch = try pool.read { try ShingleBatch($0, judge) }
      if batch.isEmpty { return }
      try batch.write { body in try pool.write(body) }
    }
  }

  /// Gives articles their stories, but for those that another process was faster with.
  private static func assign(
    _ articles: [Int], _ judge: any StoryJudging, _ reports: inout ComparedReports,
    _ database: Database
  ) throws -> Int {
    let list = "[\(articles.map(String.init).joined(separator: ","))]"
    let pending = try Int.fetchAll(
      database,
      sql: """
        SELECT article FROM json_each(?) JOIN story_pending ON article = value
        WHERE is_indexed ORDER BY json_each.key
        """, arguments: [list])
    let writer = try StoryWriter(database, judge)
    for article in pending { try writer.assign(article, &reports) }
    return pending.count
  }

  /// Groups all articles anew with all that the archive now knows of formulas; people's decisions hold.
  ///
  /// - Throws: `ArchiveError`.
  @discardableResult
  package func regroup(_ judge: any StoryJudging) throws -> Int {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try database.execute(
          sql: """
            DELETE FROM story_links;
            DELETE FROM story_members;
            DELETE FROM story_shingles;
            INSERT OR REPLACE INTO story_pending(article, is_indexed) SELECT article, 0 FROM articles;
            """)
        try ShingleBatch.countRegrouping(database)
      }
    }
    return try group(judge)
  }

  /// Takes an article out of its story, for good: no later report brings it back.
  ///
  /// - Returns: Whether there was something to split.
  /// - Throws: `ArchiveError`.
  package func split(articleID: String) throws -> Bool {
    try decide { try StoryDecisions($0, decidedAt: options.now()).split(articleID) }
  }

  /// Puts two articles into one story as independent reports, for good.
  ///
  /// - Returns: Whether both articles exist.
  /// - Throws: `ArchiveError`.
  package func join(articleID: String, _ other: String) throws -> Bool {
    try decide { try StoryDecisions($0, decidedAt: options.now()).join(articleID, other) }
  }

  private func decide(_ body: (Database) throws -> Bool) throws -> Bool {
    try ArchiveError.translating(path) { try pool.write(body) }
  }
}
