internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Keeps which event each review is about, and what the reviews of an event come to.
struct ReviewTargets {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Finds the targets of all reviews of an article anew; nothing to do for one without reviews.
  func renew(article: Int) throws {
    let reviews = try ReviewRows(database).reviews(article: article)
    guard !reviews.isEmpty else { return }
    for table in ["review_targets", "event_standings"] {
      try database.execute(
        sql: """
          DELETE FROM \(table) WHERE event IN (SELECT event FROM events WHERE article = ?)
          """, arguments: [article])
    }
    guard let stored = try ReadingLoader(database).reading(article: article) else { return }
    let targets = ReviewTarget(
      text: stored.text, textSHA256: stored.reading.textSHA256, events: stored.reading.events)
    var found: [Int: [(row: Int, review: EventReview)]] = [:]
    for (row, review) in reviews {
      if let index = targets.index(of: review) { found[index, default: []].append((row, review)) }
    }
    for (index, reviews) in found.sorted(by: { $0.key < $1.key }) {
      try write(reviews, event: stored.eventRows[index])
    }
  }

  private func write(_ reviews: [(row: Int, review: EventReview)], event: Int) throws {
    var newest: [String: Int] = [:]
    for (row, review) in reviews { newest[review.coder] = row }
    for (row, review) in reviews {
      try database.execute(
        sql: "INSERT INTO review_targets(review, event, counts) VALUES (?, ?, ?)",
        arguments: [row, event, newest[review.coder] == row && review.verdict != .withdraw])
    }
    guard let standing = EventStanding(reviews.map(\.review)) else { return }
    let shown = standing.values.isEmpty ? nil : newest[standing.coders.last ?? ""]
    try database.execute(
      sql: "INSERT INTO event_standings(event, state, coders, review) VALUES (?, ?, ?, ?)",
      arguments: [event, standing.state.rawValue, jsonArray(standing.coders) ?? "[]", shown])
  }
}

/// Reads and writes reviews.
struct ReviewRows {
  let database: Database

  init(_ database: Database) { self.database = database }

  private static let columns = """
    event_reviews.review, articles.id, text_sha256, trigger_start, trigger_end, type, quote,
    quote_before, quote_after, coder, decided_at, verdict, reason
    """

  /// The reviews of an article in the order of deciding, with their row numbers.
  func reviews(article: Int) throws -> [(row: Int, review: EventReview)] {
    try reviews("article = ? ORDER BY review", [article])
  }

  /// The reviews of an event in the order of deciding.
  func reviews(event: Int) throws -> [EventReview] {
    try reviews(
      "review IN (SELECT review FROM review_targets WHERE event = ?) ORDER BY review", [event]
    ).map(\.review)
  }

  /// The reviews that a condition names.
  func reviews(_ condition: String, _ arguments: StatementArguments) throws
    -> [(row: Int, review: EventReview)]
  {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT \(ReviewRows.columns) FROM event_reviews JOIN articles USING (article)
          WHERE \(condition)
          """), arguments: arguments
    ).map { row in (row[0], try review(row)) }
  }

  private func review(_ row: Row) throws -> EventReview {
    let anchor = EventAnchor(
      article: row[1], textSHA256: row[2], trigger: try row.requiredSpan(3),
      type: try row.value(5), quote: row[6], before: row[7], after: row[8])
    let (values, read) = try values(of: row[0])
    return EventReview(
      anchor: anchor, coder: row[9], decidedAt: row[10], verdict: try row.value(11),
      values: values, read: read, reason: row[12])
  }

  /// The values of a review, as decided and as read.
  func values(of review: Int) throws -> (decided: [EventField: String], read: [EventField: String])
  {
    var decided: [EventField: String] = [:]
    var read: [EventField: String] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT field, value, read FROM event_review_values WHERE review = ?"),
      arguments: [review])
    while let row = try rows.next() {
      let field: EventField = try row.value(0)
      decided[field] = row[1]
      read[field] = row[2]
    }
    return (decided, read)
  }

  /// Writes a review of an article's row.
  func insert(_ review: EventReview, article: Int) throws {
    let anchor = review.anchor
    try database.execute(
      sql: """
        INSERT INTO event_reviews(article, text_sha256, trigger_start, trigger_end, type, quote,
          quote_before, quote_after, coder, decided_at, verdict, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article, anchor.textSHA256, anchor.trigger.start, anchor.trigger.end, anchor.type.rawValue,
        anchor.quote, anchor.before, anchor.after, review.coder, review.decidedAt,
        review.verdict.rawValue, review.reason,
      ])
    let row = database.lastInsertedRowID
    for field in EventField.allCases {
      try database.execute(
        sql: "INSERT INTO event_review_values(review, field, value, read) VALUES (?, ?, ?, ?)",
        arguments: [
          row, field.rawValue, review.values[field] ?? "", review.read[field] ?? "",
        ])
    }
  }
}
