internal import GRDB

/// A count of changes kept in the archive's state, by which any process knows that something changed since it looked.
struct ChangeCounter: Sendable {
  /// The key in `archive_state`.
  let key: String

  /// How many changes were counted.
  ///
  /// - Parameter database: The archive.
  /// - Returns: A number, as text.
  /// - Throws: An error of the database.
  func count(_ database: Database) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT value FROM archive_state WHERE key = ?", arguments: [key]) ?? "0"
  }

  /// Counts a change.
  ///
  /// - Parameter database: The archive, within the transaction that makes the change.
  /// - Throws: An error of the database.
  func increment(_ database: Database) throws {
    let next = (Int(try count(database)) ?? 0) + 1
    try database.execute(
      sql: "INSERT OR REPLACE INTO archive_state(key, value) VALUES (?, ?)",
      arguments: [key, String(next)])
  }
}
