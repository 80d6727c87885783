internal import GRDB

/// What comparisons of reports rest on besides their texts: the shingles on record and what people decided.
///
/// Its changes are counted in the archive, so that what was compared before one is known to be void, whichever process made
/// it.
enum StoryGround {
  private static let state = "changes of what stories rest on"

  /// How often it changed.
  ///
  /// - Parameter database: The archive.
  /// - Returns: A number, as text.
  /// - Throws: An error of the database.
  static func changes(_ database: Database) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT value FROM archive_state WHERE key = ?", arguments: [state]) ?? "0"
  }

  /// Counts a change.
  ///
  /// - Parameter database: The archive, within the transaction that makes the change.
  /// - Throws: An error of the database.
  static func noteChange(_ database: Database) throws {
    let count = (Int(try changes(database)) ?? 0) + 1
    try database.execute(
      sql: "INSERT OR REPLACE INTO archive_state(key, value) VALUES (?, ?)",
      arguments: [state, String(count)])
  }
}
