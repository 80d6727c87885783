internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Finds events by their ids.
struct EventLoader {
  /// One event with the reading that it stands in.
  struct Found {
    let stored: StoredReading
    /// The event's place in the reading.
    let index: Int

    var event: Event { stored.reading.events[index] }
    var row: Int { stored.eventRows[index] }

    /// The values as read.
    var values: [EventField: String] {
      event.values(
        actors: event.actor.map { stored.text.cut($0) },
        recipients: event.recipient.map { stored.text.cut($0) },
        place: stored.text.cut(event.place))
    }
  }

  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The event of an id, the first one if several have the same trigger; `nil` if there is none.
  func event(_ id: EventID) throws -> Found? {
    let article = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT article FROM articles WHERE id = ?"),
      arguments: [id.article])
    guard let article, let stored = try ReadingLoader(database).reading(article: article) else {
      return nil
    }
    let offsets = CodePointOffsets(stored.text.utf8)
    // Compared as it is told, so that a span that begins within a character is found too.
    return stored.reading.events.firstIndex {
      offsets.codePoint(atByte: min($0.trigger.start, stored.text.utf8.count)) == id.start
    }.map { Found(stored: stored, index: $0) }
  }
}

extension ArticleBytes {
  /// The code points before a byte.
  func codePoints(before offset: Int) -> Int {
    utf8.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
