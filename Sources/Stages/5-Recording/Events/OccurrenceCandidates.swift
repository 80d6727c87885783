internal import ArabicQuantities
internal import GRDB
package import NewsModel

/// An event with what is compared of it.
package struct ComparedEvent: Sendable, Hashable {
  package let row: EventRow
  package let evidence: OccurrenceEvidence
}

/// The events that may be one occurrence with a given one.
package struct OccurrenceCandidates: Sendable, Hashable {
  package let event: ComparedEvent
  /// The other events of its article, of its type.
  package let siblings: [ComparedEvent]
  /// Events of its type in other articles of the same days, as many as are compared.
  package let others: [ComparedEvent]
}

extension ArchiveView {
  /// The most events that one is compared with.
  private static let candidateLimit = 300
  /// How many days to each side of an event's day candidates lie.
  private static let candidateDays = 3

  /// The events that may be one occurrence with a given one; `nil` if there is no such event.
  ///
  /// Bounded: by the index of type and time; where there are more, those of the same story and place come first.
  package func occurrenceCandidates(of id: EventID) throws -> OccurrenceCandidates? {
    guard let found = try EventLoader(database).event(id) else { return nil }
    let loader = EvidenceLoader(database, try entryResolution())
    let event = try loader.event(found.row)
    let siblings = try Int.fetchAll(
      database.cachedStatement(
        sql: "SELECT event FROM events WHERE article = ? AND type = ? AND event <> ?"),
      arguments: [found.stored.article, found.event.type.rawValue, found.row])
    let time = event.row.position.time
    let reach = ArchiveView.candidateDays * 86_400
    let others = try Int.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT event FROM events LEFT JOIN story_members AS m
            ON m.article = events.article AND m.carries = 0
          WHERE type = ?1 AND time BETWEEN ?2 AND ?3 AND events.article <> ?4
            AND NOT EXISTS (SELECT 1 FROM event_standings AS s
              WHERE s.event = events.event AND s.state = 'rejected')
          ORDER BY m.story IS ?5 DESC, place_entry IS ?6 DESC, abs(time - ?7), event LIMIT ?8
          """),
      arguments: [
        event.evidence.type.rawValue, time - reach, time + reach, found.stored.article,
        event.evidence.story, event.evidence.place, time, ArchiveView.candidateLimit,
      ])
    return OccurrenceCandidates(
      event: event, siblings: try siblings.map(loader.event), others: try others.map(loader.event))
  }
}

/// Reads events with what is compared of them; keeps what several events of an article share.
final class EvidenceLoader {
  private let database: Database
  private let reviews: ReviewRows
  private let parties: PartyLoader

  init(_ database: Database, _ resolution: EntryResolution) {
    self.database = database
    reviews = ReviewRows(database)
    parties = PartyLoader(database, resolution)
  }

  /// The event of a row.
  func event(_ number: Int) throws -> ComparedEvent {
    let columns = Event.columns.map { "r.\($0)" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT r.article, r.time, r.position, articles.id, sources.name, articles.published,
            CAST(articles.title AS BLOB), CAST(article_texts.text AS BLOB), m.story, m.dispatch, \(columns)
          FROM events AS r JOIN articles USING (article) JOIN article_texts USING (article)
            LEFT JOIN sources ON sources.source = r.source
            LEFT JOIN story_members AS m ON m.article = r.article AND m.carries = 0
          WHERE r.event = ?
          """), arguments: [number])
    guard let row else { throw DatabaseError.damaged("an event is missing") }
    let origin = RecordOrigin(
      article: row[3], source: row[4], published: row[5], title: row.text(6), index: row[2])
    let text = ArticleBytes(row.utf8(7))
    var event = try Event(row, at: 10)
    let actors = try EventActors(database, event: number)
    event.actor = actors.actors
    event.recipient = actors.recipients
    var shown = EventRow(
      event, origin, text, ListPosition(time: row[1], row: number))
    let named = try parties.mentions(of: origin.article)
    shown.link(named, parties.resolution)
    if let standing = try reviews.standing(event: number) { shown.apply(standing) }
    var evidence = shown.evidence
    evidence.actorEntries = entries(event.actor.map { NamedParty($0, named, text) })
    evidence.recipientEntries = entries(event.recipient.map { NamedParty($0, named, text) })
    evidence.story = row[8]
    evidence.dispatch = row[9]
    return ComparedEvent(row: shown, evidence: evidence)
  }

  private func entries(_ parties: [NamedParty]) -> Set<String> {
    Set(parties.compactMap(\.entry))
  }
}

extension EventRow {
  /// What can be compared of the event without its article's mentions and story.
  fileprivate var evidence: OccurrenceEvidence {
    var evidence = OccurrenceEvidence(
      type: event.type, mode: event.mode, status: event.status, trigger: FoldedName.fold(trigger),
      sentence: FoldedName.fold(context))
    evidence.day = event.date
    evidence.precision = event.datePrecision
    evidence.published = origin.published.flatMap { CalendarDay(iso: $0) }
    evidence.place = event.placeEntry
    evidence.placeName = place.map(FoldedName.fold)
    evidence.actorWords = Set(actors.map(FoldedName.fold))
    evidence.recipientWords = Set(recipients.map(FoldedName.fold))
    evidence.killed = (event.killed.map { [$0] } ?? []).map(\.best) + event.otherKilled.map(\.best)
    evidence.injured =
      (event.injured.map { [$0] } ?? []).map(\.best) + event.otherInjured.map(\.best)
    return evidence
  }
}
