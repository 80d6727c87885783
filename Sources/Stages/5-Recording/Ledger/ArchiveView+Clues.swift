internal import ArabicQuantities
internal import ArabicScript
internal import GRDB
package import NewsModel

extension ArchiveView {
  /// What an entry's own words tell about how it could resolve.
  ///
  /// - Returns: The clues; `nil` if there is no such entry, the newest reading does not find its outlook,
  ///   or its article has no day.
  /// - Throws: An error of the database.
  package func clues(ofEntry number: Int) throws -> OutlookClues? {
    guard let found = try ledgerCase(number)?.entry, let index = found.index,
      let day = found.article.day,
      let row = try Int.fetchOne(
        database, sql: "SELECT article FROM ledger_entries WHERE entry = ?", arguments: [number]),
      let stored = try ReadingLoader(database).reading(article: row),
      stored.reading.outlooks.indices.contains(index)
    else { return nil }
    let outlook = stored.reading.outlooks[index]
    return OutlookClues(
      wording: found.wording, day: day, outcome: stored.clues(in: outlook.outcome),
      condition: outlook.condition.map(stored.clues),
      times: stored.times(in: outlook.horizon ?? outlook.outcome))
  }
}

extension StoredReading {
  fileprivate func clues(in clause: TextRange) -> ClauseClues {
    let events = reading.events.filter { clause.holds($0.trigger) }.map { event in
      ClueEvent(
        type: event.type, trigger: text.cut(event.trigger),
        actor: event.actor.first.map(name), recipient: event.recipient.first.map(name),
        place: event.place.map(name))
    }
    let names = reading.mentions.filter { clause.holds($0.span) }.map(ClueName.init)
    return ClauseClues(text: text.cut(clause), events: events, names: names)
  }

  fileprivate func times(in clause: TextRange) -> [ClueTime] {
    reading.times.filter { $0.span.start < clause.end && clause.start < $0.span.end }
      .map { ClueTime(text: text.cut($0.span), value: $0.value) }
  }

  /// The name in a span: the mention that it holds, else its own words.
  private func name(in span: TextRange) -> ClueName {
    let mention = reading.mentions.last { span.holds($0.span) || $0.span.holds(span) }
    return mention.map(ClueName.init) ?? ClueName(type: .organisation, name: text.cut(span))
  }
}

extension ClueName {
  fileprivate init(_ mention: Mention) {
    self.init(type: mention.type, name: mention.name, entry: mention.entry)
  }
}

extension TextRange {
  /// Whether another range lies within.
  fileprivate func holds(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
}
