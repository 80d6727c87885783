internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Reads readings back from their tables.
struct ReadingLoader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The reading of an article's row; `nil` if it has none.
  func reading(article: Int) throws -> StoredReading? {
    guard var stored = try header(article) else { return nil }
    try loadSpans(&stored.reading, article)
    (stored.reading.statements, stored.statementRows) = try records("statement", article)
    (stored.reading.outlooks, stored.outlookRows) = try records("outlook", article)
    (stored.reading.events, stored.eventRows) = try records("event", article)
    try loadActors(&stored)
    return stored
  }

  private func header(_ article: Int) throws -> StoredReading? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT articles.id, reader_name, reader_version, language, text_sha256, title_start,
            title_end, credit_start, credit_end, credit_name, dateline_start, dateline_end,
            dateline_place, CAST(article_texts.text AS BLOB)
          FROM readings JOIN articles USING (article) JOIN article_texts USING (article)
          WHERE article = ?
          """), arguments: [article])
    guard let row else { return nil }
    var reading = Reading(
      id: row[0], reader: ReaderVersion(name: row[1], version: row[2]), language: row[3],
      textSHA256: row[4])
    reading.titleAt = try row.span(5)
    if let span = try row.span(7) { reading.credit = Credit(name: row[9], span: span) }
    if let span = try row.span(10) { reading.dateline = Dateline(place: row[12], span: span) }
    return StoredReading(article: article, text: ArticleBytes(row.utf8(13)), reading: reading)
  }

  private func loadSpans(_ reading: inout Reading, _ article: Int) throws {
    func rows(_ table: String, _ columns: String) throws -> RowCursor {
      try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT start, "end", \(columns) FROM \(table) WHERE article = ? ORDER BY position
            """), arguments: [article])
    }
    let mentions = try rows(
      "mentions", "type, entry, name, name_en, role, organisation, cluster, confidence")
    while let row = try mentions.next() {
      reading.mentions.append(
        Mention(
          span: try row.requiredSpan(0), type: try row.value(2), entry: row[3], name: row[4],
          nameEn: row[5], role: row[6], organisation: row[7], cluster: row[8],
          confidence: row[9]))
    }
    let quantities = try rows("quantities", "value, unit, of")
    while let row = try quantities.next() {
      reading.quantities.append(
        Quantity(span: try row.requiredSpan(0), value: row[2], unit: row[3], of: row[4]))
    }
    let times = try rows("times", "value, type, precision")
    while let row = try times.next() {
      reading.times.append(
        TimeReference(
          span: try row.requiredSpan(0), value: row[2], type: row[3], precision: row[4]))
    }
    let notes = try rows("notes", "message")
    while let row = try notes.next() {
      reading.notes.append(Note(range: try row.span(0), message: row[2]))
    }
  }

  /// The records of table `name` with an s, in order, and their row numbers.
  private func records<Record: RecordColumns>(_ name: String, _ article: Int) throws
    -> ([Record], [Int])
  {
    let columns = Record.columns.joined(separator: ", ")
    let cursor = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT \(name) AS row, \(columns) FROM \(name)s WHERE article = ? ORDER BY position"),
      arguments: [article])
    var records: [Record] = []
    var rows: [Int] = []
    while let row = try cursor.next() {
      rows.append(row[0])
      records.append(try Record(row, at: 1))
    }
    return (records, rows)
  }

  private func loadActors(_ stored: inout StoredReading) throws {
    for index in stored.eventRows.indices {
      let actors = try EventActors(database, event: stored.eventRows[index])
      stored.reading.events[index].actor = actors.actors
      stored.reading.events[index].recipient = actors.recipients
    }
  }
}

/// The actors and recipients of one event.
struct EventActors {
  private(set) var actors: [TextRange] = []
  private(set) var recipients: [TextRange] = []

  init(_ database: Database, event: Int) throws {
    let cursor = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT start, "end", side FROM event_actors WHERE event = ? ORDER BY side, position
          """), arguments: [event])
    while let row = try cursor.next() {
      let span = try row.requiredSpan(0)
      if row[2] as String == "actor" { actors.append(span) } else { recipients.append(span) }
    }
  }
}
