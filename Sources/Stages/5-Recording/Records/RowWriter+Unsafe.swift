internal import ArabicScript
internal import GRDB
internal import GRDBSQLite
internal import NewsModel

/// Writes rows with one prepared statement, a value after the other, without a detour over values of
/// GRDB: writing is where most time of adding goes.
///
/// Used only inside a write of the database that prepared the statement.
@safe final class RowWriter {
  private let statement: GRDB.Statement
  private let handle: OpaquePointer
  /// The number of the parameter that is bound next, from 1.
  ///
  /// Unchecked, because checking each access took 5 % of adding; no access is longer than a statement.
  @exclusivity(unchecked) private var parameter: CInt = 1

  /// Prepares a statement.
  init(_ database: Database, sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    unsafe handle = statement.sqliteStatement
  }

  /// Prepares an `INSERT` into `table` with a value for each of `columns`.
  convenience init(_ database: Database, into table: String, _ columns: [String]) throws {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let values = columns.map { _ in "?" }.joined(separator: ", ")
    try self.init(database, sql: "INSERT INTO \(table)(\(names)) VALUES (\(values))")
  }

  func append(_ value: Int?) {
    if let value {
      unsafe check(sqlite3_bind_int64(handle, parameter, Int64(value)))
    } else {
      unsafe check(sqlite3_bind_null(handle, parameter))
    }
  }

  func append(_ value: Double) {
    unsafe check(sqlite3_bind_double(handle, parameter, value))
  }

  func append(_ value: Double?) {
    if let value { append(value) } else { append(nil as Int?) }
  }

  func append(_ value: Bool) { append(value ? 1 : 0) }

  func append(_ value: String?) {
    guard var value else { return append(nil as Int?) }
    value.withUTF8 { unsafe append(bytes: $0) }
  }

  /// Text as UTF-8; it may hold NUL.
  func append(utf8: [UInt8]) { append(utf8: utf8[...]) }

  /// Text as UTF-8; it may hold NUL.
  func append(utf8: ArraySlice<UInt8>) {
    unsafe utf8.withUnsafeBufferPointer { unsafe append(bytes: $0) }
  }

  /// Bytes that are no text.
  func append(blob: ArraySlice<UInt8>) {
    unsafe blob.withUnsafeBytes { bytes in
      // SAFETY: SQLite copies the bytes at once (SQLITE_TRANSIENT); none is an empty blob, not NULL.
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      let code =
        unsafe bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, parameter, 0)
        : sqlite3_bind_blob(handle, parameter, bytes.baseAddress, CInt(bytes.count), transient)
      check(code)
    }
  }

  func append(_ span: TextRange?) {
    append(span?.start)
    append(span?.end)
  }

  func append(_ count: CasualtyCount?) {
    append(count?.low)
    append(count?.best)
    append(count?.high)
    append(count?.saidBy)
  }

  /// Writes the row whose values were appended.
  ///
  /// - Throws: `DatabaseError`.
  func write() throws {
    let code = unsafe sqlite3_step(handle)
    unsafe parameter = 1
    if code == SQLITE_DONE {
      unsafe sqlite3_reset(handle)
      return
    }
    let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    unsafe sqlite3_reset(handle)
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  private func append(bytes: UnsafeBufferPointer<UInt8>) {
    // SAFETY: SQLite copies the bytes at once (SQLITE_TRANSIENT); an empty text needs an address too.
    let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let text = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    if let text = unsafe text {
      unsafe check(sqlite3_bind_text(handle, parameter, text, CInt(bytes.count), transient))
    } else {
      unsafe check(sqlite3_bind_text(handle, parameter, "", 0, transient))
    }
  }

  private func check(_ code: CInt) {
    precondition(code == SQLITE_OK, "a value more than the statement takes")
    unsafe parameter += 1
  }
}
