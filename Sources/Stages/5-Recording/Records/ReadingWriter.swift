internal import ArabicQuantities
internal import ArabicScript
internal import GRDB
internal import NewsModel

/// What lists sort and filter records by, besides what they say.
struct RecordOrder {
  /// The time of publication.
  let time: Int
  /// The row of the outlet.
  let source: Int?
}

/// Writes readings: their row, their records, and the records' words.
final class ReadingWriter {
  /// What is written of names.
  private(set) var names: WrittenNames

  private let database: Database
  private let readings: RowWriter
  private let mentions: RowWriter
  private let quantities: RowWriter
  private let times: RowWriter
  private let notes: RowWriter
  private let statements: RowWriter
  private let outlooks: RowWriter
  private let events: RowWriter
  private let actors: RowWriter
  private let deletion: RowWriter
  private let index: RecordIndex
  private let ledger: LedgerKeeper
  private let mentionNames: MentionNameWriter

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - database: The archive, within a transaction.
  ///   - names: What was written of names before.
  /// - Throws: An error of the database.
  init(_ database: Database, _ names: WrittenNames) throws {
    var known = names
    try known.begin(database)
    self.database = database
    let place = ["article", "position"]
    let record = place + ["time", "source"]
    readings = try RowWriter(
      database, into: "readings",
      [
        "article", "reader_name", "reader_version", "language", "text_sha256", "title_start",
        "title_end", "credit_name", "credit_start", "credit_end", "dateline_place",
        "dateline_start",
        "dateline_end", "mentions", "statements", "outlooks", "events",
      ])
    mentions = try RowWriter(
      database, into: "mentions",
      place + [
        "start", "end", "type", "entry", "name", "name_en", "role", "organisation", "cluster",
        "confidence",
      ])
    quantities = try RowWriter(
      database, into: "quantities", place + ["start", "end", "value", "unit", "of"])
    times = try RowWriter(
      database, into: "times", place + ["start", "end", "value", "type", "precision"])
    notes = try RowWriter(database, into: "notes", place + ["start", "end", "message"])
    statements = try RowWriter(database, into: "statements", record + NewsModel.Statement.columns)
    outlooks = try RowWriter(database, into: "outlooks", record + Outlook.columns)
    events = try RowWriter(database, into: "events", record + Event.columns)
    actors = try RowWriter(
      database, into: "event_actors", ["event", "side", "position", "start", "end"])
    deletion = try RowWriter(
      database, sql: "DELETE FROM readings WHERE article = ?")
    self.names = known
    index = try RecordIndex(database)
    ledger = LedgerKeeper(database)
    mentionNames = try MentionNameWriter(database)
  }

  /// Writes the reading of an article that has none.
  func insert(
    _ reading: Reading, article: Int, text: ArticleBytes, _ words: IndexedText,
    _ order: RecordOrder
  ) throws {
    try insertReading(reading, article)
    try insertSpans(reading, article)
    var stored = StoredReading(article: article, text: text, reading: reading)
    stored.statementRows = try insert(reading.statements, statements, article) { _ in order }
    stored.outlookRows = try insert(reading.outlooks, outlooks, article) { _ in order }
    stored.eventRows = try insert(reading.events, events, article) { event in
      let day = event.period == nil ? event.date : nil
      return RecordOrder(time: day.map { $0.ordinal * 86_400 } ?? order.time, source: order.source)
    }
    for (event, row) in zip(reading.events, stored.eventRows) {
      try insertActors(event.actor, "actor", row)
      try insertActors(event.recipient, "recipient", row)
    }
    try index.insert(stored, words, &names)
    try ledger.keep(stored, order)
  }

  /// Removes a reading with its records and their words.
  func delete(_ stored: StoredReading) throws {
    try index.delete(stored, &names)
    deletion.append(stored.article)
    try deletion.write()
  }

  private func insertReading(_ reading: Reading, _ article: Int) throws {
    readings.append(article)
    readings.append(reading.reader.name)
    readings.append(reading.reader.version)
    readings.append(reading.language)
    readings.append(reading.textSHA256)
    readings.append(reading.titleAt)
    readings.append(reading.credit?.name)
    readings.append(reading.credit?.span)
    readings.append(reading.dateline?.place)
    readings.append(reading.dateline?.span)
    readings.append(reading.mentions.count)
    readings.append(reading.statements.count)
    readings.append(reading.outlooks.count)
    readings.append(reading.events.count)
    try readings.write()
  }

  private func insertSpans(_ reading: Reading, _ article: Int) throws {
    func begin(_ writer: RowWriter, _ position: Int, _ span: TextRange?) -> RowWriter {
      writer.append(article)
      writer.append(position)
      writer.append(span)
      return writer
    }
    for (position, mention) in reading.mentions.enumerated() {
      let row = begin(mentions, position, mention.span)
      row.append(mention.type.rawValue)
      row.append(mention.entry)
      row.append(mention.name)
      row.append(mention.nameEn)
      row.append(mention.role)
      row.append(mention.organisation)
      row.append(mention.cluster)
      row.append(mention.confidence)
      try row.write()
      if mention.type.realm != nil { try mentionNames.write(mention.name, &names) }
    }
    for (position, quantity) in reading.quantities.enumerated() {
      let row = begin(quantities, position, quantity.span)
      row.append(quantity.value)
      row.append(quantity.unit)
      row.append(quantity.of)
      try row.write()
    }
    for (position, time) in reading.times.enumerated() {
      let row = begin(times, position, time.span)
      row.append(time.value)
      row.append(time.type)
      row.append(time.precision)
      try row.write()
    }
    for (position, note) in reading.notes.enumerated() {
      let row = begin(notes, position, note.range)
      row.append(note.message)
      try row.write()
    }
  }

  private func insert<Record: RecordColumns>(
    _ records: [Record], _ writer: RowWriter, _ article: Int,
    _ order: (Record) -> RecordOrder
  ) throws -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(records.count)
    for (position, record) in records.enumerated() {
      let place = order(record)
      writer.append(article)
      writer.append(position)
      writer.append(place.time)
      writer.append(place.source)
      record.append(to: writer)
      try writer.write()
      rows.append(Int(database.lastInsertedRowID))
    }
    return rows
  }

  private func insertActors(_ spans: [TextRange], _ side: String, _ event: Int) throws {
    for (position, span) in spans.enumerated() {
      actors.append(event)
      actors.append(side)
      actors.append(position)
      actors.append(span)
      try actors.write()
    }
  }
}
