internal import ArabicScript
internal import GRDB
internal import NewsModel

extension ArchiveView {
  /// The event of an id; `nil` if the newest reading of its article has none there.
  package func event(_ id: EventID) throws -> ArchivedEvent? {
    guard let found = try EventLoader(database).event(id) else { return nil }
    var reading = found.stored.reading
    let text = found.stored.text
    let resolution = try entryResolution()
    reading.mentions = reading.mentions.map(resolution.resolved)
    let head = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT sources.name, published, CAST(title AS BLOB), url, events.time
          FROM articles JOIN events USING (article) LEFT JOIN sources ON sources.source = articles.source
          WHERE event = ?
          """), arguments: [found.row])
    guard let head else { throw DatabaseError.damaged("an event without an article") }
    let event = found.event
    let origin = RecordOrigin(
      article: id.article, source: head[0], published: head[1], title: head.text(2),
      index: found.index)
    var row = EventRow(event, origin, text, ListPosition(time: head[4], row: found.row))
    row.link(reading.mentions, resolution)
    let reviews = ReviewRows(database)
    if let standing = try reviews.standing(event: found.row) { row.apply(standing) }
    return ArchivedEvent(
      row: row, event: event, text: text.cut(TextRange(0, text.utf8.count)), url: head[3],
      actors: event.actor.map { NamedParty($0, reading.mentions, text) },
      recipients: event.recipient.map { NamedParty($0, reading.mentions, text) },
      statement: event.statement.flatMap {
        reading.statements.indices.contains($0) ? reading.statements[$0] : nil
      }, reader: reading.reader, textSHA256: reading.textSHA256,
      reviews: try reviews.reviews(event: found.row), values: found.values)
  }
}
