internal import Foundation
internal import GRDB
package import NewsModel

/// The archive: one SQLite file with articles, their readings, and the index that search uses.
///
/// Many may read while one writes (write-ahead log). A value may be shared between threads.
package struct Archive: Sendable {
  /// The database file.
  package let path: String
  let pool: DatabasePool
  let options: ArchiveOptions
  /// What readers of the word index share.
  let segments = SegmentCache()
  let shingles = ShingleKeeper()
  private let names = WrittenNamesKeeper()

  /// Adds articles with their readings, all or none of them.
  ///
  /// An article whose id, title, text and other fields are in the archive already adds nothing; one with
  /// a known id and another content becomes its newest version; one that was captured before the newest version was seen
  /// last is put at its place in time. A reading is written unless the
  /// archive has one of the same reader for the same version. The larger a batch, the less time each article takes.
  ///
  /// - Parameter batch: The articles.
  /// - Returns: What was done.
  /// - Throws: `ArchiveError`; then nothing of the batch was added.
  package func add(_ batch: [PreparedArticle]) throws -> AddOutcome {
    try ArchiveError.translating(path) {
      // Before the batch, so that nothing of it is added if that fails.
      try shingles.takeIfFull()?.write { body in try pool.write(body) }
      let addedAt = options.now()
      let known = names.take()
      let (outcome, written, added) = try pool.write { database in
        let writer = try BatchWriter(database, path: path, addedAt: addedAt, known)
        for prepared in batch { try writer.add(prepared) }
        try writer.finish()
        return (writer.outcome, writer.names, writer.shingles)
      }
      names.put(written)
      shingles.put(added)
      return outcome
    }
  }

  /// Adds articles with their readings, all or none of them.
  ///
  /// - Parameter batch: The articles.
  /// - Returns: What was done.
  /// - Throws: `ArchiveError`; then nothing of the batch was added.
  package func add(_ batch: [(article: Article, reading: Reading)]) throws -> AddOutcome {
    try add(batch.map { PreparedArticle($0.article, $0.reading) })
  }

  /// Notes that articles were seen once more as they are.
  ///
  /// - Parameter sightings: The articles with the times, in seconds since 1970.
  /// - Returns: For each whether it is the newest version that the archive has; if not, nothing was noted, and it is to be
  ///   added.
  /// - Throws: `ArchiveError`; then nothing was noted.
  package func note(_ sightings: [(article: Article, seenAt: Int)]) throws -> [Bool] {
    try ArchiveError.translating(path) {
      let addedAt = options.now()
      return try pool.write { database in
        let writer = try BatchWriter(database, path: path, addedAt: addedAt)
        return try sightings.map { try writer.note($0.article, seenAt: $0.seenAt) }
      }
    }
  }

  /// Reads; all queries of `body` see the archive as it was at one moment.
  ///
  /// - Throws: `ArchiveError`, or what `body` throws.
  package func read<Value>(_ body: (ArchiveView) throws -> Value) throws -> Value {
    try ArchiveError.translating(path) {
      try pool.unsafeRead { database in
        try Archive.atOneMoment(database) {
          try body(ArchiveView(database: database, segments: segments))
        }
      }
    }
  }

  /// Reads within a transaction.
  ///
  /// `DatabasePool.read` does the same, but prepares the statements anew each time, which a small search feels.
  private static func atOneMoment<Value>(
    _ database: Database, _ body: () throws -> Value
  ) throws -> Value {
    try database.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
    do {
      let value = try body()
      try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
      return value
    } catch {
      // Where the transaction ended with the error, there is nothing left to end.
      try? database.cachedStatement(sql: "ROLLBACK TRANSACTION").execute()
      throw error
    }
  }

  /// Reads on a thread of the archive's own; all queries of `body` see one moment.
  ///
  /// - Throws: `ArchiveError`, or what `body` throws.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (ArchiveView) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.read { [segments] in
        try body(ArchiveView(database: $0, segments: segments))
      }
    } catch let error as DatabaseError {
      throw ArchiveError(error, path: path)
    }
  }

  /// The share of an archive that has to be new to make `tidy` worth its time.
  private static let tidyShare = 0.5
  private static let fewestToTidy = 1_000

  /// Tidies after articles were added, if they are half of the archive or more: so that the cost of an article
  /// does not grow with the archive.
  ///
  /// The log is left as it is; see `shortenLog`.
  ///
  /// - Parameter added: How many articles were added or edited.
  /// - Returns: Whether it tidied.
  /// - Throws: `ArchiveError`.
  package func tidy(after added: Int) throws -> Bool {
    if added < Archive.fewestToTidy { return false }
    let all = try ArchiveError.translating(path) {
      try pool.read { try IndexSegment.sizes($0).reduce(0) { $0 + $1.liveCount } }
    }
    if Double(added) < Archive.tidyShare * Double(all) { return false }
    try mergeIndex()
    return true
  }

  /// Merges the pieces of the search index and moves the log into the file; worth its time (seconds for
  /// 30,000 articles) after many articles were added.
  ///
  /// - Throws: `ArchiveError`.
  package func tidy() throws {
    try mergeIndex()
    try shortenLog()
  }

  private func mergeIndex() throws {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try SearchIndex.tidy(database)
        try database.execute(sql: "PRAGMA optimize")
      }
    }
  }

  /// Moves the log into the file.
  ///
  /// - Throws: `ArchiveError`.
  package func shortenLog() throws {
    try ArchiveError.translating(path) {
      try pool.writeWithoutTransaction { database in
        _ = try database.checkpoint(.truncate)
      }
    }
  }

  /// Closes the file; open reads and writes are waited for.
  package func close() throws {
    try ArchiveError.translating(path) { try pool.close() }
  }
}

extension ArchiveOptions {
  /// The operating system's clock, in seconds since 1970.
  package static let systemClock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
}
