internal import NewsModel

extension ArchiveView {
  /// Statements that a search finds, those of the newest articles first.
  ///
  /// - Parameters:
  ///   - query: What is looked for, in what they say.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func statements(
    matching query: SearchQuery, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<StatementRow> {
    let search = try FoundRecords(.statements, query, database, segments)
    return try statements(
      search.query, limit: limit, before: position, search.filter { [$0.content] })
  }

  /// Outlooks that a search finds, those of the newest articles first.
  ///
  /// - Parameters:
  ///   - query: What is looked for, in their outcomes and conditions.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func outlooks(
    matching query: SearchQuery, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<OutlookRow> {
    let search = try FoundRecords(.outlooks, query, database, segments)
    return try outlooks(
      search.query, limit: limit, before: position,
      search.filter { [$0.outcome] + [$0.condition].compactMap { $0 } })
  }

  /// Events that a search finds, the newest first, without those that all coders rejected.
  ///
  /// - Parameters:
  ///   - query: What is looked for, in their triggers, actors, recipients and places.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func events(
    matching query: SearchQuery, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<EventRow> {
    let search = try FoundRecords(.events, query, database, segments)
    return try events(
      search.query, limit: limit, before: position,
      search.filter { [$0.trigger] + $0.actors + $0.recipients + [$0.place].compactMap { $0 } })
  }

  /// Marks in any text what a search looks for, in its own spelling.
  ///
  /// - Parameter query: What is looked for.
  /// - Returns: What gives a text with its marks.
  /// - Throws: An error of the database.
  package func marker(of query: SearchQuery) throws -> @Sendable (String) -> MarkedText {
    let maker = SnippetMaker(try ArchiveWords(database, segments).resolved(query.clauses))
    return { maker.marked(Array($0.utf8)) }
  }
}
