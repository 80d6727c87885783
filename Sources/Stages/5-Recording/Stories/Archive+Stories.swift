internal import Foundation
internal import GRDB
package import NewsModel

extension Archive {
  /// Gives each article that has come in or changed since the last time its story.
  ///
  /// First the shingles of all of them are recorded, so that the formulas of a large import are known
  /// before the first pair is judged; then each joins, founds or bridges stories, in the order of time.
  /// Commits often; what a crash leaves undone is done the next time.
  ///
  /// - Parameters:
  ///   - judge: What tells which reports belong together.
  ///   - threads: How many threads work at the same time; as many as there are processors if none are named.
  /// - Returns: How many articles were grouped.
  /// - Throws: `ArchiveError`.
  @discardableResult
  package func group(_ judge: any StoryJudging, threads: Int? = nil) throws -> Int {
    let wanted = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let threads = max(1, min(wanted, options.readers))
    return try ArchiveError.translating(path) {
      var count = 0
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
        count += try StoryRun(pool, judge, threads: threads, pending: pending).run()
      }
    }
  }

  /// Records the shingles of all articles that wait for it: the part of `group` that comes first.
  ///
  /// - Parameter judge: What makes fingerprints.
  /// - Throws: `ArchiveError`.
  package func recordShingles(_ judge: any StoryJudging) throws {
    try ArchiveError.translating(path) {
      try shingles.take()?.write { body in try pool.write(body) }
      while true {
        let batch = try pool.read { try ShingleBatch($0, judge) }
        if batch.isEmpty { return }
        try batch.write { body in try pool.write(body) }
      }
    }
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
        try StoryGround.noteChange(database)
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
