internal import GRDB

/// The records that a search finds: a list, and what tells of its rows whether they are meant.
struct FoundRecords {
  let query: ListQuery
  private let clauses: [SearchClause]
  private let search: RecordSearch
  private let database: Database

  /// Looks for records of one kind.
  ///
  /// - Parameters:
  ///   - kind: Statements, outlooks or events.
  ///   - query: What is looked for.
  ///   - database: The archive.
  ///   - segments: What other readers know of the word index.
  /// - Throws: An error of the database.
  init(
    _ kind: SearchKind, _ query: SearchQuery, _ database: Database, _ segments: SegmentCache
  ) throws {
    clauses = try ArchiveWords(database, segments).resolved(query.clauses)
    search = RecordSearch(kind, database)
    self.query = try search.query(clauses)
    self.database = database
  }

  /// Tells the rows meant from others by their words; `nil` if the query gives those meant only.
  ///
  /// - Parameter pieces: The pieces of a row in which words are looked for.
  /// - Returns: Whether a row is meant; it throws errors of the database.
  func filter<Row: FoundRow>(_ pieces: @escaping (Row) -> [String])
    -> ((Row, ListPosition) throws -> Bool)?
  {
    guard clauses.contains(where: RecordSearch.needsWords) else { return nil }
    return { row, position in
      let texts = { (part: SearchPart) throws -> [WordedText] in
        switch part {
        case .anywhere: pieces(row).map { WordedText(Array($0.utf8), .anywhere) }
        case .title: [WordedText(Array(row.origin.title.utf8), .title)]
        case .body: [WordedText(try body(of: row.origin.article), .body)]
        }
      }
      return try TermMatcher.accepts(.all(clauses), texts) {
        try search.holds($0, of: position.row)
      }
    }
  }

  private func body(of article: String) throws -> [UInt8] {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT CAST(text AS BLOB) FROM articles JOIN article_texts USING (article) WHERE id = ?
          """), arguments: [article])
    return row?.utf8(0) ?? []
  }
}

/// A row of a list of records.
protocol FoundRow {
  var origin: RecordOrigin { get }
}

extension StatementRow: FoundRow {}
extension OutlookRow: FoundRow {}
extension EventRow: FoundRow {}
