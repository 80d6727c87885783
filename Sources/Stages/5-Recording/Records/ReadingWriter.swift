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
  private let database: Database
  private let readings: GRDB.Statement
  private let mentions: GRDB.Statement
  private let quantities: GRDB.Statement
  private let times: GRDB.Statement
  private let notes: GRDB.Statement
  private let statements: GRDB.Statement
  private let outlooks: GRDB.Statement
  private let events: GRDB.Statement
  private let actors: GRDB.Statement
  private let deletion: GRDB.Statement
  private let index: RecordIndex

  init(_ database: Database) throws {
    self.database = database
    let place = ["article", "position"]
    let record = place + ["time", "source"]
    readings = try database.insertion(
      into: "readings",
      [
        "article", "reader_name", "reader_version", "language", "text_sha256", "title_start",
        "title_end", "credit_name", "credit_start", "credit_end", "dateline_place", "dateline_start",
        "dateline_end", "mentions", "statements", "outlooks", "events",
      ])
    mentions = try database.insertion(
      into: "mentions",
      place + ["start", "end", "type", "entry", "name", "name_en", "role", "confidence"])
    quantities = try database.insertion(
      into: "quantities", place + ["start", "end", "value", "unit", "of"])
    times = try database.insertion(
      into: "times", place + ["start", "end", "value", "type", "precision"])
    notes = try database.insertion(into: "notes", place + ["start", "end", "message"])
    statements = try database.insertion(
      into: "statements", record + NewsModel.Statement.columns)
    outlooks = try database.insertion(into: "outlooks", record + Outlook.columns)
    events = try database.insertion(into: "events", record + Event.columns)
    actors = try database.insertion(
      into: "event_actors", ["event", "side", "position", "start", "end"])
    deletion = try database.makeStatement(sql: "DELETE FROM readings WHERE article = ?")
    index = try RecordIndex(database)
  }

  /// Writes the reading of an article that has none.
  func insert(_ reading: Reading, article: Int, text: ArticleBytes, _ order: RecordOrder) throws {
    try insertReading(reading, article)
    try insertSpans(reading, article)
    var stored = StoredReading(article: article, text: text, reading: reading)
    stored.statementRows = try insert(reading.statements, statements, article) { _ in order }
    stored.outlookRows = try insert(reading.outlooks, outlooks, article) { _ in order }
    stored.eventRows = try insert(reading.events, events, article) { event in
      RecordOrder(time: event.date.map { $0.ordinal * 86_400 } ?? order.time, source: order.source)
    }
    for (event, row) in zip(reading.events, stored.eventRows) {
      try insertActors(event.actor, "actor", row)
      try insertActors(event.recipient, "recipient", row)
    }
    try index.insert(stored)
  }

  /// Removes a reading with its records and their words.
  func delete(_ stored: StoredReading) throws {
    try index.delete(stored)
    try deletion.execute(arguments: [stored.article])
  }

  private func insertReading(_ reading: Reading, _ article: Int) throws {
    var values = RowValues(capacity: 17)
    values.append(article)
    values.append(reading.reader.name)
    values.append(reading.reader.version)
    values.append(reading.language)
    values.append(reading.textSHA256)
    values.append(reading.titleAt)
    values.append(reading.credit?.name)
    values.append(reading.credit?.span)
    values.append(reading.dateline?.place)
    values.append(reading.dateline?.span)
    values.append(reading.mentions.count)
    values.append(reading.statements.count)
    values.append(reading.outlooks.count)
    values.append(reading.events.count)
    try readings.execute(arguments: values.arguments)
  }

  private func insertSpans(_ reading: Reading, _ article: Int) throws {
    func run(
      _ statement: GRDB.Statement, _ position: Int, _ span: TextRange?,
      _ rest: (inout RowValues) -> Void
    ) throws {
      var values = RowValues(capacity: 10)
      values.append(article)
      values.append(position)
      values.append(span)
      rest(&values)
      try statement.execute(arguments: values.arguments)
    }
    for (position, mention) in reading.mentions.enumerated() {
      try run(mentions, position, mention.span) { values in
        values.append(mention.type.rawValue)
        values.append(mention.entry)
        values.append(mention.name)
        values.append(mention.nameEn)
        values.append(mention.role)
        values.append(mention.confidence)
      }
    }
    for (position, quantity) in reading.quantities.enumerated() {
      try run(quantities, position, quantity.span) { values in
        values.append(quantity.value)
        values.append(quantity.unit)
        values.append(quantity.of)
      }
    }
    for (position, time) in reading.times.enumerated() {
      try run(times, position, time.span) { values in
        values.append(time.value)
        values.append(time.type)
        values.append(time.precision)
      }
    }
    for (position, note) in reading.notes.enumerated() {
      try run(notes, position, note.range) { $0.append(note.message) }
    }
  }

  private func insert<Record: RecordColumns>(
    _ records: [Record], _ statement: GRDB.Statement, _ article: Int,
    _ order: (Record) -> RecordOrder
  ) throws -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(records.count)
    for (position, record) in records.enumerated() {
      let place = order(record)
      var values = RowValues(capacity: 28)
      values.append(article)
      values.append(position)
      values.append(place.time)
      values.append(place.source)
      record.append(to: &values)
      try statement.execute(arguments: values.arguments)
      rows.append(Int(database.lastInsertedRowID))
    }
    return rows
  }

  private func insertActors(_ spans: [TextRange], _ side: String, _ event: Int) throws {
    for (position, span) in spans.enumerated() {
      try actors.execute(arguments: [event, side, position, span.start, span.end])
    }
  }
}
