internal import GRDB
internal import GRDBSQLite

/// Looks up in which reports a shingle stands, without a detour over values of GRDB: every report asks for some dozens.
///
/// Used only inside the write that prepared the statements.
@safe struct ShingleLookup {
  private let latest: GRDB.Statement
  private let near: GRDB.Statement
  private let first: GRDB.Statement

  /// Prepares the statements.
  ///
  /// - Parameter database: The archive.
  /// - Throws: An error of the database.
  init(_ database: Database) throws {
    latest = try database.makeStatement(
      sql: "SELECT day, article FROM story_shingles WHERE shingle = ? ORDER BY day DESC LIMIT ?")
    near = try database.makeStatement(
      sql: """
        SELECT day, article FROM story_shingles WHERE shingle = ? AND day BETWEEN ? AND ?
        ORDER BY day DESC LIMIT ?
        """)
    first = try database.makeStatement(
      sql: "SELECT min(day), 0 FROM story_shingles WHERE shingle = ?")
  }

  /// The reports that hold a shingle, the latest first.
  ///
  /// - Parameters:
  ///   - shingle: The shingle.
  ///   - limit: The most reports.
  ///   - body: Receives the day and the article's row number of each.
  /// - Throws: An error of the database.
  func latest(_ shingle: Int, limit: Int, _ body: (Int, Int) -> Void) throws {
    try ShingleLookup.rows(latest, shingle, limit, body: body)
  }

  /// The reports of some days that hold a shingle, the latest first.
  ///
  /// - Parameters:
  ///   - shingle: The shingle.
  ///   - days: The days.
  ///   - limit: The most reports.
  ///   - body: Receives the day and the article's row number of each.
  /// - Throws: An error of the database.
  func reports(
    _ shingle: Int, in days: ClosedRange<Int>, limit: Int, _ body: (Int, Int) -> Void
  ) throws {
    try ShingleLookup.rows(near, shingle, days.lowerBound, days.upperBound, limit, body: body)
  }

  /// The first day on which a report held a shingle; `nil` if none ever did.
  ///
  /// - Throws: An error of the database.
  func firstDay(_ shingle: Int) throws -> Int? {
    var result: Int?
    try ShingleLookup.rows(first, shingle, body: { day, _ in result = day })
    return result
  }

  private static func rows(
    _ statement: GRDB.Statement, _ arguments: Int..., body: (Int, Int) -> Void
  ) throws {
    let handle = unsafe statement.sqliteStatement
    defer { unsafe _ = sqlite3_reset(handle) }
    for (index, argument) in arguments.enumerated() {
      unsafe sqlite3_bind_int64(handle, CInt(index + 1), Int64(argument))
    }
    var code = unsafe sqlite3_step(handle)
    while code == SQLITE_ROW {
      unsafe body(Int(sqlite3_column_int64(handle, 0)), Int(sqlite3_column_int64(handle, 1)))
      code = unsafe sqlite3_step(handle)
    }
    if code == SQLITE_DONE { return }
    let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
