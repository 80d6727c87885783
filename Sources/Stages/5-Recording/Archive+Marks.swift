internal import GRDB

extension Archive {
  /// How far articles were taken from somewhere.
  ///
  /// - Parameter origin: The name of where they come from.
  /// - Returns: What `setMark` wrote down; `nil` if nothing was.
  /// - Throws: `ArchiveError`.
  package func mark(of origin: String) throws -> Int? {
    try ArchiveError.translating(path) {
      try pool.read { database in
        try String.fetchOne(
          database, sql: "SELECT value FROM archive_state WHERE key = ?",
          arguments: [Archive.key(of: origin)]
        ).flatMap { Int($0) }
      }
    }
  }

  /// Writes down how far articles were taken from somewhere.
  ///
  /// - Throws: `ArchiveError`.
  package func setMark(of origin: String, _ position: Int) throws {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO archive_state(key, value) VALUES (?, ?)",
          arguments: [Archive.key(of: origin), String(position)])
      }
    }
  }

  private static func key(of origin: String) -> String { "taken from \(origin)" }
}
