internal import GRDB
internal import NewsModel

/// Writes the words of records to the full-text tables by which lists are filtered.
final class RecordIndex {
  private struct Table {
    let insertion: GRDB.Statement
    let deletion: GRDB.Statement

    init(_ database: Database, _ name: String, _ columns: [String]) throws {
      let list = columns.joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      insertion = try database.makeStatement(
        sql: "INSERT INTO \(name)(rowid, \(list)) VALUES (?, \(marks))")
      deletion = try database.makeStatement(
        sql: "INSERT INTO \(name)(\(name), rowid, \(list)) VALUES ('delete', ?, \(marks))")
    }
  }

  private let statements: Table
  private let outlooks: Table
  private let events: Table

  init(_ database: Database) throws {
    statements = try Table(database, "statement_search", ["content", "speaker", "role"])
    outlooks = try Table(database, "outlook_search", ["content", "holder"])
    events = try Table(database, "event_search", ["content", "actor", "place"])
  }

  /// Adds the words of all records of a reading.
  func insert(_ stored: StoredReading) throws {
    try write(stored, \.insertion)
  }

  /// Takes the words of all records of a reading out again; it must be just as it was inserted.
  func delete(_ stored: StoredReading) throws {
    try write(stored, \.deletion)
  }

  private func write(_ stored: StoredReading, _ statement: KeyPath<Table, GRDB.Statement>) throws {
    let text = stored.text
    func run(_ table: Table, _ row: Int, _ columns: [String]) throws {
      try table[keyPath: statement].execute(
        arguments: StatementArguments([row] + columns as [any DatabaseValueConvertible]))
    }
    for (record, row) in zip(stored.reading.statements, stored.statementRows) {
      let mention = text.cut(record.speaker) ?? ""
      let names = mention == record.speakerName ? mention : record.speakerName + "\n" + mention
      try run(statements, row, [text.cut(record.content), names, record.role ?? ""])
    }
    for (record, row) in zip(stored.reading.outlooks, stored.outlookRows) {
      let content = text.cut(record.outcome) + "\n" + (text.cut(record.condition) ?? "")
      try run(outlooks, row, [content, record.holderName ?? ""])
    }
    for (record, row) in zip(stored.reading.events, stored.eventRows) {
      let names = (record.actor + record.recipient).map { text.cut($0) }.joined(separator: "\n")
      let content = text.surroundings(of: record.trigger)
      try run(events, row, [content, names, text.cut(record.place) ?? ""])
    }
  }
}
