internal import GRDB
internal import NewsModel

extension WatchQuestion {
  /// The question as a condition on `a.article`, with its arguments; events count as people decided.
  ///
  /// An actor, a place or a speaker that is an entry's id is meant with all that was merged into it, or that it
  /// was merged into.
  ///
  /// - Parameters:
  ///   - database: The archive's.
  ///   - within: Entries of places within the place asked for, which are meant too.
  /// - Returns: The condition.
  /// - Throws: An error of the database.
  func condition(_ database: Database, within: [String]) throws -> (
    sql: String, arguments: StatementArguments
  ) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    func require(_ articles: (sql: String, arguments: StatementArguments)) {
      conditions.append("a.article IN (\(articles.sql))")
      arguments += articles.arguments
    }
    if asksForEvent {
      var filter = EventFilter()
      if let actor, try EntryMentions.ifKnown(database, actor) != nil {
        filter.partyEntry = actor
      } else {
        filter.actor = actor
      }
      if let place, try !within.isEmpty || EntryMentions.ifKnown(database, place) != nil {
        filter.placeEntry = place
        filter.placesWithin = within
      } else {
        filter.place = place
      }
      filter.types = types
      filter.statuses = [.actual]
      filter.decision = .kept
      require(try filter.query(database).articles)
    }
    if asksForStatement {
      var filter = StatementFilter()
      if let speaker, try EntryMentions.ifKnown(database, speaker) != nil {
        filter.speakerEntry = speaker
      } else {
        filter.speaker = speaker
      }
      filter.stances = stances
      require(try filter.query(database).articles)
    }
    if let source {
      conditions.append("a.source IN (SELECT source FROM sources WHERE folded = ?)")
      arguments += [FoldedName.fold(source)]
    }
    if let words {
      // A text without a word to look for stands in no article.
      let clauses = SearchClause.allForms(of: words)
      if clauses.isEmpty { return ("0", []) }
      let articles = try WordIndex(database).allArticles(clauses) ?? []
      let condition = SearchStatement.isOne(of: articles, "a")
      conditions.append(condition.sql)
      arguments += condition.arguments
    }
    return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments)
  }
}
