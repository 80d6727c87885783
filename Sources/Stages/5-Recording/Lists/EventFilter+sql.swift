internal import GRDB
internal import NewsModel

extension EventFilter {
  /// The query of a list of events.
  ///
  /// Types, modes and statuses are compared as decided where people decided.
  func query(_ database: Database) throws -> ListQuery {
    var query = ListQuery(table: "events", key: "event")
    query.require(words: actor, in: ["actor"])
    query.require(words: place, in: ["place"])
    query.require(words: words, in: ["content", "actor", "place"])
    try query.require(entry: actorEntry, database) { $0.takesPart(.actor) }
    try query.require(entry: recipientEntry, database) { $0.takesPart(.recipient) }
    try query.require(entry: partyEntry, database) { $0.takesPart(nil) }
    try query.require(entry: placeEntry, database) { $0.isPlace(with: placesWithin) }
    let values: [(EventField, [String])] = [
      (.type, types.map(\.rawValue).sorted()), (.mode, mode.map { [$0] } ?? []),
      (.status, statuses.map(\.rawValue).sorted()),
    ]
    for (field, allowed) in values where !allowed.isEmpty {
      try query.require(field, oneOf: allowed, database)
    }
    query.require(source: source)
    query.require(since: since, until: until)
    if let article {
      query.require("r.article IN (SELECT article FROM articles WHERE id = ?)", [article])
    }
    if let decision { query.require(decision) }
    if let undecidedBy {
      query.require(
        """
        NOT EXISTS (SELECT 1 FROM review_targets JOIN event_reviews USING (review)
          WHERE event = r.event AND counts AND coder = ?)
        """, [undecidedBy])
    }
    return query
  }
}

extension ListQuery {
  /// One of the values, as decided or else as read.
  ///
  /// What was read leads to the rows, by an index if there is one; then what was decided otherwise is taken away and
  /// added. Nothing is asked of decisions where there are none.
  fileprivate mutating func require(
    _ field: EventField, oneOf values: [String], _ database: Database
  ) throws {
    let column = "r.\(field.rawValue)"
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let decided = """
      SELECT s.event FROM event_standings AS s JOIN event_review_values AS v USING (review)
      WHERE v.field = '\(field.rawValue)' AND v.value
      """
    let isAdded = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM (\(decided) IN (\(marks))) JOIN events AS r USING (event)
          WHERE coalesce(\(column), '') NOT IN (\(marks)))
        """, arguments: StatementArguments(values + values))
    let isTaken = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (\(decided) NOT IN (\(marks)))",
      arguments: StatementArguments(values))
    var condition = "\(column) IN (\(marks))"
    var arguments = values
    if isTaken == true {
      condition += " AND r.event NOT IN (\(decided) NOT IN (\(marks)))"
      arguments += values
    }
    if isAdded == true {
      condition = "(\(condition) OR r.event IN (\(decided) IN (\(marks))))"
      arguments += values
    }
    require(condition, arguments)
  }

  /// What people decided.
  mutating func require(_ decision: DecisionFilter) {
    let standing = "EXISTS (SELECT 1 FROM event_standings WHERE event = r.event"
    switch decision {
    case .undecided: require("NOT \(standing))")
    case .decided: require("\(standing))")
    case .confirmed, .corrected, .rejected, .disputed:
      require("\(standing) AND state = ?)", [decision.rawValue])
    case .kept: require("NOT \(standing) AND state = 'rejected')")
    }
  }
}
