internal import GRDB
internal import GRDBSQLite

/// Where a term's postings and places stand in a segment.
struct TermEntry {
  let segment: Int
  /// In how many documents the term stands.
  let documents: Int
  let postings: Range<Int>
  let places: Range<Int>
}

/// Reads terms and pages of segments with prepared statements, without a detour over values of GRDB.
///
/// Used only inside the read that prepared the statements.
@safe struct SegmentReader {
  private let termStatement: GRDB.Statement
  private let pageStatement: GRDB.Statement
  private let cache: SegmentCache?

  /// Prepares the statements.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - cache: Where what is read is kept for other readers; only for segments that were committed.
  /// - Throws: An error of the database.
  init(_ database: Database, _ cache: SegmentCache? = nil) throws {
    self.cache = cache
    termStatement = try database.cachedStatement(
      sql: """
        SELECT documents, postings, postings_length, places, places_length
        FROM index_terms WHERE segment = ? AND term = ?
        """)
    pageStatement = try database.cachedStatement(
      sql: "SELECT bytes FROM index_pages WHERE page BETWEEN ? AND ? ORDER BY page")
  }

  /// Looks a term up.
  ///
  /// - Parameters:
  ///   - term: Its bytes.
  ///   - segment: The segment's number.
  /// - Returns: `nil` if no document of the segment holds it.
  /// - Throws: An error of the database.
  func entry(of term: [UInt8], in segment: Int) throws -> TermEntry? {
    guard let cache else { return try readEntry(of: term, in: segment) }
    return try cache.entry(of: term, in: segment) { try readEntry(of: term, in: segment) }
  }

  private func readEntry(of term: [UInt8], in segment: Int) throws -> TermEntry? {
    let handle = unsafe termStatement.sqliteStatement
    unsafe sqlite3_bind_int64(handle, 1, Int64(segment))
    // SAFETY: SQLite copies the bytes at once (SQLITE_TRANSIENT).
    unsafe term.withUnsafeBytes { bytes in
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      unsafe _ = sqlite3_bind_blob(handle, 2, bytes.baseAddress, CInt(bytes.count), transient)
    }
    defer { unsafe _ = sqlite3_reset(handle) }
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_DONE { return nil }
    guard code == SQLITE_ROW else { throw unsafe SegmentReader.error(code, handle) }
    return unsafe SegmentReader.entry(handle, segment, column: 0)
  }

  /// The bytes of a range of one of a segment's two strings.
  ///
  /// - Parameters:
  ///   - range: In bytes of the string.
  ///   - kind: Which string.
  ///   - segment: The segment's number.
  /// - Returns: The bytes.
  /// - Throws: An error of the database; one that says so if pages are missing.
  func bytes(_ range: Range<Int>, of kind: IndexPages.Kind, in segment: Int) throws -> [UInt8] {
    if range.isEmpty { return [] }
    let first = IndexPages.firstPage(segment, kind)
    guard let cache else { return try readBytes(range, from: first) }
    return try cache.bytes(range, from: first) { try readBytes(range, from: first) }
  }

  /// The bytes of some pages of one of a segment's two strings, as far as there are such pages.
  ///
  /// - Parameters:
  ///   - pages: The pages, counted from 0.
  ///   - kind: Which string.
  ///   - segment: The segment's number.
  /// - Returns: The bytes, end to end.
  /// - Throws: An error of the database.
  func pages(_ pages: Range<Int>, of kind: IndexPages.Kind, in segment: Int) throws -> [UInt8] {
    let length = IndexPages.pageLength
    return try read(
      pages.lowerBound * length..<pages.upperBound * length,
      from: IndexPages.firstPage(segment, kind))
  }

  private func readBytes(_ range: Range<Int>, from first: Int) throws -> [UInt8] {
    let result = try read(range, from: first)
    guard result.count == range.count else {
      throw DatabaseError.damaged("the word index has gaps")
    }
    return result
  }

  /// The bytes of a range of a string, as far as there are any.
  private func read(_ range: Range<Int>, from first: Int) throws -> [UInt8] {
    let handle = unsafe pageStatement.sqliteStatement
    unsafe sqlite3_bind_int64(handle, 1, Int64(first + range.lowerBound / IndexPages.pageLength))
    unsafe sqlite3_bind_int64(
      handle, 2, Int64(first + (range.upperBound - 1) / IndexPages.pageLength))
    defer { unsafe _ = sqlite3_reset(handle) }
    var offset = range.lowerBound % IndexPages.pageLength
    var result: [UInt8] = []
    result.reserveCapacity(min(range.count, 1 << 24))
    var code = unsafe sqlite3_step(handle)
    while code == SQLITE_ROW {
      let count = unsafe Int(sqlite3_column_bytes(handle, 0))
      let end = min(count, offset + range.count - result.count)
      if offset < end, let start = unsafe sqlite3_column_blob(handle, 0) {
        // SAFETY: SQLite gives `count` bytes at `start`, good until the next step.
        unsafe result.append(
          contentsOf: UnsafeRawBufferPointer(start: start + offset, count: end - offset))
      }
      offset = 0
      code = unsafe sqlite3_step(handle)
    }
    guard code == SQLITE_DONE else { throw unsafe SegmentReader.error(code, handle) }
    return result
  }

  /// The numbers of all segments in their order, each with the number of its deletions.
  ///
  /// - Parameter database: The archive.
  /// - Returns: The numbers.
  /// - Throws: An error of the database.
  static func segments(_ database: Database) throws -> [(number: Int, deleted: Int)] {
    let statement = try database.cachedStatement(
      sql: "SELECT segment, deleted FROM index_segments ORDER BY segment")
    let handle = unsafe statement.sqliteStatement
    defer { unsafe _ = sqlite3_reset(handle) }
    var result: [(number: Int, deleted: Int)] = []
    var code = unsafe sqlite3_step(handle)
    while code == SQLITE_ROW {
      unsafe result.append(
        (Int(sqlite3_column_int64(handle, 0)), Int(sqlite3_column_int64(handle, 1))))
      code = unsafe sqlite3_step(handle)
    }
    guard code == SQLITE_DONE else { throw unsafe SegmentReader.error(code, handle) }
    return result
  }

  fileprivate static func entry(_ handle: OpaquePointer, _ segment: Int, column: CInt) -> TermEntry
  {
    func number(_ index: CInt) -> Int {
      max(0, Int(unsafe sqlite3_column_int64(handle, column + index)))
    }
    return TermEntry(
      segment: segment, documents: number(0), postings: number(1)..<number(1) + number(2),
      places: number(3)..<number(3) + number(4))
  }

  fileprivate static func error(_ code: CInt, _ handle: OpaquePointer) -> DatabaseError {
    let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// Goes through terms of a segment in the order of their bytes.
@safe final class TermCursor {
  private let statement: GRDB.Statement
  private let segment: Int
  /// The term at which it stands, with its place; `nil` behind the last one.
  private(set) var current: (term: [UInt8], entry: TermEntry)?

  /// Stands at the first term.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - segment: The segment's number.
  ///   - beginning: What the terms begin with.
  /// - Throws: An error of the database.
  init(_ database: Database, _ segment: Int, beginning: [UInt8] = []) throws {
    // No byte of UTF-8 is 0xFF.
    statement = try database.makeStatement(
      sql: """
        SELECT documents, postings, postings_length, places, places_length, term
        FROM index_terms WHERE segment = ? AND term >= ? AND term < ? ORDER BY term
        """)
    self.segment = segment
    let handle = unsafe statement.sqliteStatement
    unsafe sqlite3_bind_int64(handle, 1, Int64(segment))
    bind(beginning, 2)
    bind(beginning + [0xFF], 3)
    try next()
  }

  /// Goes to the next term.
  ///
  /// - Throws: An error of the database.
  func next() throws {
    let handle = unsafe statement.sqliteStatement
    let code = unsafe sqlite3_step(handle)
    guard code == SQLITE_ROW else {
      current = nil
      if code == SQLITE_DONE { return }
      throw unsafe SegmentReader.error(code, handle)
    }
    let count = unsafe Int(sqlite3_column_bytes(handle, 5))
    // SAFETY: SQLite gives `count` bytes at the column's address, good until the next step.
    let bytes = unsafe UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, 5), count: count)
    current = (unsafe [UInt8](bytes), unsafe SegmentReader.entry(handle, segment, column: 0))
  }

  private func bind(_ bytes: [UInt8], _ parameter: CInt) {
    let handle = unsafe statement.sqliteStatement
    // SAFETY: SQLite copies the bytes at once (SQLITE_TRANSIENT); none is an empty blob, not NULL.
    unsafe bytes.withUnsafeBytes { bytes in
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      if unsafe bytes.isEmpty {
        unsafe _ = sqlite3_bind_zeroblob(handle, parameter, 0)
      } else {
        unsafe _ = sqlite3_bind_blob(
          handle, parameter, bytes.baseAddress, CInt(bytes.count), transient)
      }
    }
  }
}
