internal import GRDB
internal import GRDBSQLite

/// Looks single values up by a key with a prepared statement, without a detour over values of GRDB: a search asks for
/// several of them, and may take a tenth of a millisecond as a whole.
///
/// Used only inside the read that prepared the statement.
@safe struct ValueLookup {
  private let statement: GRDB.Statement

  /// Prepares a statement, or takes the one that was prepared before.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - sql: A `SELECT` of one column with one parameter.
  /// - Throws: An error of the database.
  init(_ database: Database, sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
  }

  /// A text by a number.
  ///
  /// - Parameter key: The number.
  /// - Returns: `nil` if there is no row.
  /// - Throws: An error of the database.
  func text(at key: Int) throws -> String? {
    let handle = unsafe statement.sqliteStatement
    unsafe sqlite3_bind_int64(handle, 1, Int64(key))
    return try row {
      // SAFETY: SQLite gives as many bytes as it says at the column's address, good until the next step.
      let start = unsafe sqlite3_column_blob(handle, 0)
      let count = unsafe Int(sqlite3_column_bytes(handle, 0))
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  private func row<Value>(_ value: () -> Value) throws -> Value? {
    let handle = unsafe statement.sqliteStatement
    defer { unsafe _ = sqlite3_reset(handle) }
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return value()
    case SQLITE_DONE: return nil
    case let code:
      let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}
