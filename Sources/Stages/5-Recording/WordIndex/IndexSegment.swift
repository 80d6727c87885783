internal import GRDB

/// A segment of the word index: an immutable piece, of which only deletions grow.
struct IndexSegment: Sendable {
  let number: Int
  let documents: SegmentDocuments
  /// Documents whose articles were edited since; another segment has their new words.
  var deletions: Bitmap
  /// How many words its documents have, those that are deleted among them.
  let words: Int
  /// The average length from which its impacts were made.
  let averageLength: Float

  /// How many documents are deleted, and how many are not.
  var deletedCount: Int { deletions.count }
  var liveCount: Int { documents.count - deletedCount }

  /// All segments, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - cache: Where their documents are kept; read anew without one.
  /// - Returns: The segments.
  /// - Throws: An error of the database.
  static func all(_ database: Database, _ cache: SegmentCache? = nil) throws -> [IndexSegment] {
    let segments = try SegmentReader.segments(database).compactMap { number, deleted in
      try cache?.segment(number, deleted: deleted) ?? IndexSegment(number, database)
    }
    cache?.keep(segments)
    return segments
  }

  /// How large the segments are, without their documents.
  ///
  /// - Throws: An error of the database.
  static func sizes(_ database: Database) throws -> [IndexSegmentSize] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT segment, documents, deleted FROM index_segments ORDER BY segment")
    ).map { IndexSegmentSize(number: $0[0], documents: $0[1], deleted: $0[2]) }
  }

  /// Reads a segment; `nil` if there is none of this number.
  ///
  /// - Throws: An error of the database.
  init?(_ number: Int, _ database: Database) throws {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT words, average_length, document_table, deletions FROM index_segments
          WHERE segment = ?
          """), arguments: [number])
    guard let row else { return nil }
    self.number = number
    words = row[0]
    averageLength = Float(row[1] as Double)
    documents = SegmentDocuments(row.utf8(2))
    deletions = Bitmap(row.utf8(3), count: documents.count)
  }

  /// Writes which documents are deleted.
  ///
  /// - Throws: An error of the database.
  func writeDeletions(_ database: Database) throws {
    let update = try RowWriter(
      database, sql: "UPDATE index_segments SET deleted = ?, deletions = ? WHERE segment = ?")
    update.append(deletions.count)
    update.append(blob: deletions.encoded[...])
    update.append(number)
    try update.write()
  }

  /// Removes a segment with its terms and pages.
  ///
  /// - Throws: An error of the database.
  static func delete(_ number: Int, _ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM index_segments WHERE segment = ?", arguments: [number])
    try database.execute(sql: "DELETE FROM index_terms WHERE segment = ?", arguments: [number])
    try database.execute(
      sql: "DELETE FROM index_pages WHERE page >= ? AND page < ?",
      arguments: [
        IndexPages.firstPage(number, .postings), IndexPages.firstPage(number + 1, .postings),
      ])
  }
}

/// How large a segment is.
struct IndexSegmentSize {
  let number: Int
  let documents: Int
  let deleted: Int

  /// How many documents are not deleted.
  var liveCount: Int { documents - deleted }
}
