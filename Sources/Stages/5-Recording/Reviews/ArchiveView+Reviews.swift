internal import GRDB
package import NewsModel

/// A decision as a list shows it.
package struct ReviewRow: Sendable, Hashable {
  package let review: EventReview
  /// The review's number, from 1, in the order of deciding.
  package let number: Int
  /// The event that it is about in the present reading; `nil` if it is orphaned.
  package let event: EventID?
  /// Whether it is its coder's latest on that event, and not a withdrawal.
  package let counts: Bool
  /// The title of the article.
  package let title: String
}

/// Which decisions a list shows.
package struct ReviewFilter: Sendable, Hashable {
  /// Only those of this coder.
  package var coder: String?
  /// Only those on events of this article, by its id.
  package var article: String?
  /// Only those whose event is no longer read.
  package var onlyOrphaned = false

  /// Makes a filter that lets everything through.
  package init() {}
}

/// How far two coders agree on the events that both decided on.
package struct CoderComparison: Sendable, Hashable {
  package let first: String
  package let second: String
  /// The article; `nil` for all of them together.
  package let article: String?
  /// Whether there is such an event at all.
  package let verdicts: CoderAgreement
  /// Of what type and status it is; those that one of them rejected are of none.
  package let types: CoderAgreement
  package let statuses: CoderAgreement
}

extension ArchiveView {
  /// Decisions in the order in which they were made, the superseded ones too.
  ///
  /// - Parameters:
  ///   - filter: Which decisions.
  ///   - limit: The most rows.
  ///   - number: Only those behind the one of this number.
  /// - Returns: The decisions.
  /// - Throws: An error of the database.
  package func reviews(_ filter: ReviewFilter, limit: Int, after number: Int = 0) throws
    -> [ReviewRow]
  {
    var conditions = ["event_reviews.review > ?"]
    var arguments: [any DatabaseValueConvertible] = [number]
    if let coder = filter.coder {
      conditions.append("coder = ?")
      arguments.append(coder)
    }
    if let article = filter.article {
      conditions.append("articles.id = ?")
      arguments.append(article)
    }
    if filter.onlyOrphaned {
      conditions.append("event_reviews.review NOT IN (SELECT review FROM review_targets)")
    }
    let rows = try ReviewRows(database).reviews(
      "\(conditions.joined(separator: " AND ")) ORDER BY event_reviews.review LIMIT \(limit)",
      StatementArguments(arguments))
    return try rows.map { number, review in
      let target = try target(of: number, in: review.anchor.article)
      return ReviewRow(
        review: review, number: number, event: target?.event, counts: target?.counts ?? false,
        title: try title(of: review.anchor.article))
    }
  }

  private func title(of article: String) throws -> String {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT CAST(title AS BLOB) FROM articles WHERE id = ?"),
      arguments: [article])?.text(0) ?? ""
  }

  private func target(of review: Int, in article: String) throws -> (event: EventID, counts: Bool)?
  {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT trigger_start, counts, CAST(text AS BLOB)
          FROM review_targets JOIN events USING (event) JOIN article_texts USING (article)
          WHERE review = ?
          """), arguments: [review])
    return row.map { row in
      (
        EventID(
          article: article, start: ArticleBytes(row.utf8(2)).codePoints(before: row[0])), row[1]
      )
    }
  }

  /// How far coders agree, each two of them that decided on the same events: over all articles, or over one.
  package func agreements(article: String? = nil) throws -> [CoderComparison] {
    let condition = article == nil ? "1" : "articles.id = ?"
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT event, coder, verdict, t.value, s.value
        FROM review_targets JOIN event_reviews USING (review) JOIN articles USING (article)
          JOIN event_review_values AS t ON t.review = event_reviews.review AND t.field = 'type'
          JOIN event_review_values AS s ON s.review = event_reviews.review AND s.field = 'status'
        WHERE counts AND \(condition) ORDER BY event, coder
        """, arguments: article.map { [$0] } ?? [])
    var events: [Int: [CodedEvent]] = [:]
    for row in rows { events[row[0], default: []].append(try CodedEvent(row)) }
    let coders = Set(events.values.joined().map(\.coder)).sorted()
    var result: [CoderComparison] = []
    for (index, first) in coders.enumerated() {
      for second in coders[(index + 1)...] {
        let pairs = events.keys.sorted().compactMap { event -> (CodedEvent, CodedEvent)? in
          let coded = events[event] ?? []
          guard let one = coded.first(where: { $0.coder == first }),
            let other = coded.first(where: { $0.coder == second })
          else { return nil }
          return (one, other)
        }
        if pairs.isEmpty { continue }
        result.append(
          CoderComparison(
            first: first, second: second, article: article,
            verdicts: CoderAgreement(pairs.map { ($0.0.verdict, $0.1.verdict) }),
            types: CoderAgreement(pairs.map { ($0.0.type, $0.1.type) }),
            statuses: CoderAgreement(pairs.map { ($0.0.status, $0.1.status) })))
      }
    }
    return result
  }

  /// The articles on which two or more coders decided the same event, by their ids.
  package func articlesOfSeveralCoders() throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT articles.id
        FROM (SELECT event FROM review_targets JOIN event_reviews USING (review)
            WHERE counts GROUP BY event HAVING count(*) > 1)
          JOIN events USING (event) JOIN articles USING (article)
        ORDER BY articles.id
        """)
  }
}

/// What one coder says of one event.
private struct CodedEvent {
  let coder: String
  let verdict: String
  let type: String
  let status: String

  init(_ row: Row) throws {
    coder = row[1]
    let verdict: EventReview.Verdict = try row.value(2)
    let isRejected = verdict == .reject
    self.verdict = isRejected ? "reject" : "accept"
    type = isRejected ? "none" : row[3]
    status = isRejected ? "none" : row[4]
  }
}
