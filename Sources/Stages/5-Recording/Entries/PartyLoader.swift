internal import ArabicScript
internal import GRDB
package import NewsModel

/// Reads the mentions of articles with the entries that they stand for; keeps those of the last article,
/// whose records follow one another in lists.
final class PartyLoader {
  let resolution: EntryResolution
  private let database: Database
  private var last: (article: String, mentions: [Mention])?

  init(_ database: Database, _ resolution: EntryResolution) {
    self.database = database
    self.resolution = resolution
  }

  /// The mentions of the article of an id that stand for an entry, in the order of the text.
  func mentions(of article: String) throws -> [Mention] {
    if let last, last.article == article { return last.mentions }
    let mentions = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT start, "end", type, entry, name FROM mentions
          WHERE article = (SELECT article FROM articles WHERE id = ?) ORDER BY position
          """), arguments: [article]
    ).map { row in
      resolution.resolved(
        Mention(span: try row.requiredSpan(0), type: try row.value(2), entry: row[3], name: row[4]))
    }.filter { $0.entry != nil }
    last = (article, mentions)
    return mentions
  }

  /// The entry of the holder of an outlook in the article of an id.
  func holder(of outlook: Outlook, in article: String) throws -> String? {
    var speaker: (entry: String?, name: String)?
    if let statement = outlook.statement {
      speaker = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT speaker_entry, speaker_name FROM statements
            WHERE article = (SELECT article FROM articles WHERE id = ?) AND position = ?
            """), arguments: [article, statement]
      ).map { ($0[0], $0[1]) }
    }
    return resolution.holder(of: outlook, speaker: speaker, try mentions(of: article))
  }
}

extension EntryResolution {
  /// A mention with the entry that it stands for.
  package func resolved(_ mention: Mention) -> Mention {
    var mention = mention
    mention.entry = entry(mention.entry, name: mention.name, mention.type.realm)
    return mention
  }

  /// The entry of an outlook's holder: of the one who makes the statement that it stands in, else of the mention that
  /// has the holder's name.
  ///
  /// - Parameters:
  ///   - outlook: An outlook.
  ///   - speaker: The entry and the name of the speaker of the statement that it stands in.
  ///   - mentions: The article's mentions with the entries that they stand for.
  /// - Returns: The entry's id; `nil` for an outlook of the reporter's and for holders that stand for no entry.
  package func holder(
    of outlook: Outlook, speaker: (entry: String?, name: String)?, _ mentions: [Mention]
  ) -> String? {
    guard let name = outlook.holderName else { return nil }
    if let speaker, let entry = entry(speaker.entry, name: speaker.name, .actor) { return entry }
    return mentions.first { $0.entry != nil && $0.name == name }?.entry
  }
}

extension EventRow {
  /// Takes on the entries that the event's actors, recipients and place stand for.
  ///
  /// - Parameters:
  ///   - mentions: The article's mentions with the entries that they stand for.
  ///   - resolution: What decisions come to.
  mutating func link(_ mentions: [Mention], _ resolution: EntryResolution) {
    func entry(of span: TextRange) -> String? {
      mentions.filter { $0.entry != nil && $0.span.overlaps(span) }
        .max { $0.span.count < $1.span.count }?.entry
    }
    actorEntries = read.actor.map(entry)
    recipientEntries = read.recipient.map(entry)
    guard let place = read.place else { return }
    let inside = mentions.last {
      $0.type.realm == .place && place.start <= $0.span.start && $0.span.end <= place.end
    }
    event.placeEntry = inside?.entry ?? read.placeEntry.map(resolution.entry)
  }
}
