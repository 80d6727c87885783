internal import GRDB

/// What comparisons of reports rest on besides their texts: the shingles on record and what people decided.
///
/// Its changes are counted in the archive, so that what was compared before one is known to be void, whichever process made
/// it.
enum StoryGround {
  private static let counter = ChangeCounter(key: "changes of what stories rest on")

  /// How often it changed.
  ///
  /// - Parameter database: The archive.
  /// - Returns: A number, as text.
  /// - Throws: An error of the database.
  static func changes(_ database: Database) throws -> String { try counter.count(database) }

  /// Counts a change.
  ///
  /// - Parameter database: The archive, within the transaction that makes the change.
  /// - Throws: An error of the database.
  static func noteChange(_ database: Database) throws { try counter.increment(database) }
}
