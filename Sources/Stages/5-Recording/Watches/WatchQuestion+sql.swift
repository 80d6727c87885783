internal import GRDB
internal import NewsModel

extension WatchQuestion {
  /// The question as a condition on `a.article`, with its arguments; events count as people decided.
  func condition(_ database: Database) throws -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments = StatementArguments()
    func require(_ articles: (sql: String, arguments: StatementArguments)) {
      conditions.append("a.article IN (\(articles.sql))")
      arguments += articles.arguments
    }
    if asksForEvent {
      var filter = EventFilter()
      filter.actor = actor
      filter.place = place
      filter.types = types
      filter.statuses = [.actual]
      filter.decision = .kept
      require(try filter.query(database).articles)
    }
    if asksForStatement {
      var filter = StatementFilter()
      filter.speaker = speaker
      filter.stances = stances
      require(filter.query.articles)
    }
    if let words {
      // A text without a word to look for stands in no article.
      guard let expression = SearchExpression.allForms(of: words) else { return ("0", []) }
      require(
        ("SELECT rowid FROM article_search WHERE article_search MATCH ?", [expression]))
    }
    return (conditions.isEmpty ? "1" : conditions.joined(separator: " AND "), arguments)
  }
}
