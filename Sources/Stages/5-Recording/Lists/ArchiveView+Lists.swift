internal import ArabicScript
internal import GRDB
internal import NewsModel

extension ArchiveView {
  /// Statements, those of the newest articles first.
  ///
  /// - Parameters:
  ///   - filter: Which records are meant.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func statements(
    _ filter: StatementFilter, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<StatementRow> {
    try statements(filter.query(database), limit: limit, before: position)
  }

  func statements(
    _ query: ListQuery, limit: Int, before position: ListPosition?,
    _ isMeant: ((StatementRow, ListPosition) throws -> Bool)? = nil
  ) throws -> ListPage<StatementRow> {
    let resolution = try entryResolution()
    return try query.page(
      database, of: NewsModel.Statement.self, limit: limit, before: position, isMeant: isMeant
    ) { record, origin, text, _ in
      var record = record
      record.speakerEntry = resolution.entry(
        record.speakerEntry, name: record.speakerName, .actor)
      return StatementRow(
        origin: origin, statement: record, content: text.cut(record.content),
        speaker: text.cut(record.speaker), cue: text.cut(record.cue))
    }
  }

  /// Outlooks, those of the newest articles first.
  ///
  /// - Parameters:
  ///   - filter: Which records are meant.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func outlooks(_ filter: OutlookFilter, limit: Int, before position: ListPosition? = nil)
    throws -> ListPage<OutlookRow>
  {
    try outlooks(filter.query(database), limit: limit, before: position)
  }

  func outlooks(
    _ query: ListQuery, limit: Int, before position: ListPosition?,
    _ isMeant: ((OutlookRow, ListPosition) throws -> Bool)? = nil
  ) throws -> ListPage<OutlookRow> {
    let parties = PartyLoader(database, try entryResolution())
    return try query.page(
      database, of: Outlook.self, limit: limit, before: position, isMeant: isMeant
    ) { record, origin, text, _ in
      OutlookRow(
        origin: origin, outlook: record,
        holderEntry: try parties.holder(of: record, in: origin.article),
        outcome: text.cut(record.outcome),
        marker: text.cut(record.marker), condition: text.cut(record.condition),
        horizon: text.cut(record.horizon))
    }
  }

  /// Events, the newest first; an event without a day counts on its article's.
  ///
  /// - Parameters:
  ///   - filter: Which records are meant.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func events(_ filter: EventFilter, limit: Int, before position: ListPosition? = nil)
    throws
    -> ListPage<EventRow>
  {
    try events(filter.query(database), limit: limit, before: position)
  }

  func events(
    _ query: ListQuery, limit: Int, before position: ListPosition?,
    _ isMeant: ((EventRow, ListPosition) throws -> Bool)? = nil
  ) throws -> ListPage<EventRow> {
    let reviews = ReviewRows(database)
    let parties = PartyLoader(database, try entryResolution())
    return try query.page(
      database, of: Event.self, limit: limit, before: position, isMeant: isMeant
    ) { record, origin, text, position in
      var record = record
      let actors = try EventActors(database, event: position.row)
      record.actor = actors.actors
      record.recipient = actors.recipients
      var row = EventRow(record, origin, text, position)
      row.link(try parties.mentions(of: origin.article), parties.resolution)
      if let standing = try reviews.standing(event: position.row) { row.apply(standing) }
      return row
    }
  }
}

extension StatementFilter {
  /// The query of a list of statements.
  func query(_ database: Database) throws -> ListQuery {
    var query = ListQuery(table: "statements", key: "statement")
    query.require(words: speaker, in: ["speaker"])
    query.require(words: role, in: ["role"])
    query.require(words: organisation, in: ["speaker", "role"])
    query.require(words: words, in: ["content"])
    query.require("stance", oneOf: stances.map(\.rawValue).sorted())
    try query.require(entry: speakerEntry, database) { $0.speaks }
    try query.require(entry: aboutEntry, database) { $0.isSpokenOf }
    query.require(source: source)
    query.require(since: since, until: until)
    return query
  }
}

extension OutlookFilter {
  /// The query of a list of outlooks.
  func query(_ database: Database) throws -> ListQuery {
    var query = ListQuery(table: "outlooks", key: "outlook")
    query.require(words: holder, in: ["holder"])
    query.require(words: words, in: ["content"])
    try query.require(entry: holderEntry, database) { $0.holds }
    try query.require(entry: aboutEntry, database) { $0.isForeseen }
    query.require("kind", oneOf: kinds.map(\.rawValue).sorted())
    query.require("likelihood", oneOf: likelihoods.map(\.rawValue).sorted())
    if let hasCondition {
      query.require("r.condition_start IS \(hasCondition ? "NOT NULL" : "NULL")")
    }
    query.require(source: source)
    query.require(since: since, until: until)
    return query
  }
}
