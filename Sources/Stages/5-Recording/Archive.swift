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

  /// Opens an archive.
  ///
  /// - Throws: `ArchiveError`.
  package static func open(at path: String, _ options: ArchiveOptions = ArchiveOptions()) throws
    -> Archive
  {
    throw ArchiveError(.missing, path: path, "there is no archive; make one with marsad add")
  }

  /// Adds articles with their readings, all or none of them.
  ///
  /// An article whose id, title, text and other fields are in the archive already adds nothing; one with
  /// a known id and another content becomes its newest version. A reading is written unless the
  /// archive has one of the same reader for the same text.
  ///
  /// - Throws: `ArchiveError`; then nothing of the batch was added.
  package func add(_ batch: [(article: Article, reading: Reading)]) throws -> AddOutcome {
    AddOutcome()
  }

  /// Reads; all queries of `body` see the archive as it was at one moment.
  ///
  /// - Throws: `ArchiveError`, or what `body` throws.
  package func read<Value>(_ body: (ArchiveView) throws -> Value) throws -> Value {
    try pool.read { try body(ArchiveView(database: $0)) }
  }

  /// Reads on a thread of the archive's own; all queries of `body` see one moment.
  ///
  /// - Throws: `ArchiveError`, or what `body` throws.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (ArchiveView) throws -> Value
  ) async throws -> Value {
    try await pool.read { try body(ArchiveView(database: $0)) }
  }

  /// Closes the file; open reads and writes are waited for.
  package func close() throws { try pool.close() }
}

extension ArchiveOptions {
  /// The operating system's clock, in seconds since 1970.
  package static let systemClock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
}
