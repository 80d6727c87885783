internal import ArabicNames
internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Writes the words of records to the full-text tables by which lists are filtered.
///
/// These tables hold stems only, for lists are always filtered with forms.
final class RecordIndex {
  /// How the words of one table's records go in and out.
  private struct Table {
    let insertion: RowWriter
    let deletion: RowWriter

    init(_ database: Database, _ name: String, _ columns: [String]) throws {
      let list = columns.joined(separator: ", ")
      let marks = columns.map { _ in "?" }.joined(separator: ", ")
      insertion = try RowWriter(database, into: name, ["rowid"] + columns)
      deletion = try RowWriter(
        database, sql: "INSERT INTO \(name)(\(name), rowid, \(list)) VALUES ('delete', ?, \(marks))"
      )
    }
  }

  private let statements: Table
  private let outlooks: Table
  private let events: Table
  private let nameWords: RowWriter

  init(_ database: Database) throws {
    statements = try Table(database, "statement_search", ["content", "speaker", "role"])
    outlooks = try Table(database, "outlook_search", ["content", "holder"])
    events = try Table(database, "event_search", ["content", "actor", "place"])
    nameWords = try RowWriter(
      database, sql: "INSERT OR IGNORE INTO name_words(key, word) VALUES (?, ?)")
  }

  /// Adds the words of all records of a reading.
  func insert(_ stored: StoredReading, _ text: IndexedText, _ names: inout WrittenNames) throws {
    try write(stored, text, \.insertion, &names)
    for mention in stored.reading.mentions where mention.type.isName {
      try insert(name: mention.name, &names)
    }
    for statement in stored.reading.statements { try insert(name: statement.speakerName, &names) }
  }

  /// Adds the words of a name under the keys by which other spellings find them.
  private func insert(name: String, _ names: inout WrittenNames) throws {
    let utf8 = Array(name.utf8)
    guard names.names.insert(utf8).inserted else { return }
    let terms = SearchTerms(utf8)
    for index in terms.terms.indices {
      guard names.words.insert(Array(terms.key(index))).inserted else { continue }
      let word = String(decoding: terms.key(index), as: UTF8.self)
      let key = NameKey(word).description
      if key.isEmpty { continue }
      nameWords.append(key)
      nameWords.append(word)
      try nameWords.write()
    }
  }

  /// Takes the words of all records of a reading out again; it must be just as it was inserted.
  func delete(_ stored: StoredReading, _ names: inout WrittenNames) throws {
    try write(stored, IndexedText(stored.text.utf8), \.deletion, &names)
  }

  private func write(
    _ stored: StoredReading, _ text: IndexedText, _ direction: KeyPath<Table, RowWriter>,
    _ names: inout WrittenNames
  ) throws {
    let reading = stored.reading
    let statements = statements[keyPath: direction]
    for (record, row) in zip(reading.statements, stored.statementRows) {
      statements.append(row)
      statements.append(utf8: text.document(of: [record.content]))
      let mention = record.speaker.map { text.document(of: [$0]) } ?? []
      let name = stems(of: record.speakerName, &names)
      statements.append(
        utf8: mention == name ? name : name + [ArabicTokenizer.positionMark] + mention)
      statements.append(utf8: stems(of: record.role, &names))
      try statements.write()
    }
    let outlooks = outlooks[keyPath: direction]
    for (record, row) in zip(reading.outlooks, stored.outlookRows) {
      outlooks.append(row)
      outlooks.append(
        utf8: text.document(of: [record.outcome, record.condition].compactMap { $0 }))
      outlooks.append(utf8: stems(of: record.holderName, &names))
      try outlooks.write()
    }
    let events = events[keyPath: direction]
    for (record, row) in zip(reading.events, stored.eventRows) {
      events.append(row)
      events.append(utf8: text.document(of: [record.trigger]))
      events.append(utf8: text.document(of: record.actor + record.recipient))
      events.append(utf8: text.document(of: record.place.map { [$0] } ?? []))
      try events.write()
    }
  }

  private func stems(of name: String?, _ names: inout WrittenNames) -> [UInt8] {
    guard let name, !name.isEmpty else { return [] }
    let utf8 = Array(name.utf8)
    if let known = names.stems[utf8] { return known }
    let stems = IndexedText(utf8).document(of: [TextRange(0, utf8.count)])
    names.stems[utf8] = stems
    return stems
  }
}

extension MentionType {
  /// Whether mentions of the type have names.
  fileprivate var isName: Bool {
    switch self {
    case .person, .organisation, .group, .place, .facility: true
    case .office, .nationality: false
    }
  }
}
