internal import GRDB

/// Writes one segment: its terms in the order of their bytes, with postings and places in pages.
struct SegmentWriter {
  /// The segment's number.
  let segment: Int
  private(set) var documents = SegmentDocuments()
  private let database: Database
  /// The average length of all articles, from which impacts are made.
  private let averageLength: Float
  private let terms: RowWriter
  private var postings: IndexPages
  private var places: IndexPages
  private var term = PostingsWriter()
  private var postingBytes: [UInt8] = []
  private var placeBytes: [UInt8] = []

  /// Begins a segment.
  ///
  /// - Parameters:
  ///   - database: The archive, within a transaction.
  ///   - averageLength: How many words articles have on average.
  /// - Throws: An error of the database.
  init(_ database: Database, averageLength: Float) throws {
    self.database = database
    self.averageLength = averageLength
    try database.execute(
      sql: "INSERT INTO index_segments(documents, words, average_length) VALUES (0, 0, ?)",
      arguments: [averageLength])
    segment = Int(database.lastInsertedRowID)
    terms = try RowWriter(
      database, into: "index_terms",
      ["segment", "term", "documents", "postings", "postings_length", "places", "places_length"])
    postings = try IndexPages(database, segment, .postings)
    places = try IndexPages(database, segment, .places)
  }

  /// Appends a document.
  ///
  /// - Parameters:
  ///   - document: Its number in `other`.
  ///   - other: Where it comes from.
  /// - Returns: Its number here.
  mutating func append(_ document: Int, of other: SegmentDocuments) -> Int {
    documents.append(document, of: other)
    return documents.count - 1
  }

  /// Appends to the term that is being written a document, which was appended before.
  mutating func append(_ document: UInt32, count: UInt32, title: UInt32, places: ArraySlice<UInt8>)
  {
    let impact = RelevanceFormula.impact(
      count: count, title: title, length: documents.lengths[Int(document)], average: averageLength)
    term.append(document, count: count, title: title, impact: impact, places: places)
  }

  /// Writes the term whose documents were appended; nothing if there were none.
  ///
  /// - Parameter bytes: The term.
  /// - Returns: In how many documents it stands.
  /// - Throws: An error of the database.
  @discardableResult
  mutating func finish(term bytes: ArraySlice<UInt8>) throws -> Int {
    let count = term.finish(postings: &postingBytes, places: &placeBytes)
    if count == 0 { return 0 }
    terms.append(segment)
    terms.append(blob: bytes)
    terms.append(count)
    terms.append(postings.length)
    terms.append(postingBytes.count)
    terms.append(places.length)
    terms.append(placeBytes.count)
    try terms.write()
    try postings.append(postingBytes)
    try places.append(placeBytes)
    return count
  }

  /// Writes what is left; from then on the segment counts.
  ///
  /// - Throws: An error of the database.
  mutating func finish() throws {
    try postings.finish()
    try places.finish()
    let words = documents.lengths.reduce(0) { $0 + Int($1) }
    let update = try RowWriter(
      database,
      sql: """
        UPDATE index_segments SET documents = ?, words = ?, document_table = ? WHERE segment = ?
        """)
    update.append(documents.count)
    update.append(words)
    update.append(blob: documents.encoded[...])
    update.append(segment)
    try update.write()
  }
}

/// One of the two strings of bytes of a segment, which is cut into pages.
struct IndexPages {
  /// Which string.
  enum Kind: Int {
    case postings = 0
    case places = 1
  }

  /// How long all pages but the last are: one row of a table fills one page of SQLite.
  static let pageLength = 4_040

  /// How many bytes were appended.
  private(set) var length = 0
  private let writer: RowWriter
  private var page: Int
  private var bytes: [UInt8] = []

  init(_ database: Database, _ segment: Int, _ kind: Kind) throws {
    writer = try RowWriter(database, into: "index_pages", ["page", "bytes"])
    page = IndexPages.firstPage(segment, kind)
    bytes.reserveCapacity(IndexPages.pageLength)
  }

  /// The number of the first page of a string.
  static func firstPage(_ segment: Int, _ kind: Kind) -> Int { segment << 33 | kind.rawValue << 32 }

  /// Appends bytes.
  mutating func append(_ more: [UInt8]) throws {
    length += more.count
    var start = 0
    while start < more.count {
      let end = min(more.count, start + IndexPages.pageLength - bytes.count)
      bytes.append(contentsOf: more[start..<end])
      start = end
      if bytes.count == IndexPages.pageLength { try writePage() }
    }
  }

  /// Writes the last page.
  mutating func finish() throws { if !bytes.isEmpty { try writePage() } }

  private mutating func writePage() throws {
    writer.append(page)
    writer.append(blob: bytes[...])
    try writer.write()
    page += 1
    bytes.removeAll(keepingCapacity: true)
  }
}
