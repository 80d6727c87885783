internal import GRDB

/// Which records belong to an entry, as conditions on `r`, the records of a list.
struct EntryConditions {
  /// A condition with its arguments.
  typealias Condition = (sql: String, arguments: StatementArguments)

  private let mentions: EntryMentions

  init(_ mentions: EntryMentions) { self.mentions = mentions }

  /// The entry of an id, whatever is known of it.
  init(_ database: Database, _ id: String) throws {
    mentions = EntryMentions(database, try EntryDecisionRows(database).resolution(), id)
  }

  /// Statements of which it is the speaker.
  var speaks: Condition { mentions.condition(entry: "r.speaker_entry", name: "r.speaker_name") }

  /// Statements in which others speak of it.
  var isSpokenOf: Condition {
    let (tables, speaks) = (mentions.tablesSQL, speaks)
    return (
      """
      r.statement IN (\(tables.sql)
          SELECT s.statement FROM spans AS k JOIN statements AS s ON s.article = k.article
            AND s.content_start < k."end" AND k.start < s.content_end)
        AND \(speaks.sql) IS NOT TRUE
      """, tables.arguments + speaks.arguments
    )
  }

  /// Outlooks whose holder it is: it makes the statement, or the article gives the holder its name.
  var holds: Condition {
    let tables = mentions.tablesSQL
    let speaks = mentions.condition(entry: "s.speaker_entry", name: "s.speaker_name")
    return (
      """
      r.outlook IN (\(tables.sql)
        SELECT o.outlook FROM outlooks AS o JOIN statements AS s
          ON s.article = o.article AND s.position = o.statement WHERE \(speaks.sql)
        UNION SELECT o.outlook FROM named AS k JOIN outlooks AS o ON o.article = k.article
          AND o.holder_name = k.name)
      """, tables.arguments + speaks.arguments
    )
  }

  /// Outlooks whose outcome or condition names it.
  var isForeseen: Condition {
    let tables = mentions.tablesSQL
    return (
      """
      r.outlook IN (\(tables.sql)
        SELECT o.outlook FROM spans AS k JOIN outlooks AS o ON o.article = k.article
          AND (o.outcome_start < k."end" AND k.start < o.outcome_end
            OR o.condition_start < k."end" AND k.start < o.condition_end))
      """, tables.arguments
    )
  }

  /// Events that it has to do with: on one side, or on either for `nil`.
  func takesPart(_ side: ActorFinder.Side?) -> Condition {
    let tables = mentions.tablesSQL
    let condition = side.map { "AND a.side = '\($0.rawValue)'" } ?? ""
    return (
      """
      r.event IN (\(tables.sql)
        SELECT e.event FROM spans AS k JOIN events AS e ON e.article = k.article
          JOIN event_actors AS a ON a.event = e.event \(condition)
            AND a.start < k."end" AND k.start < a."end")
      """, tables.arguments
    )
  }

  /// Events whose place it is.
  var isPlace: Condition {
    let tables = mentions.tablesSQL
    let whole = jsonArray(mentions.wholeEntries) ?? "[]"
    return (
      """
      (r.place_entry IN (SELECT value FROM json_each(?)) OR r.event IN (\(tables.sql)
        SELECT e.event FROM named AS k JOIN events AS e ON e.article = k.article
          AND e.place_start <= k.start AND k."end" <= e.place_end AND e.place_entry IS k.entry))
      """, StatementArguments([whole]) + tables.arguments
    )
  }

  /// Events whose place it is, or one of some other entries.
  func isPlace(with others: [String]) -> Condition {
    guard !others.isEmpty else { return isPlace }
    let isPlace = isPlace
    return (
      "(\(isPlace.sql) OR r.place_entry IN (SELECT value FROM json_each(?)))",
      isPlace.arguments + [jsonArray(others)]
    )
  }

  /// Articles that name it, under one name only if one is given.
  func names(spelling: String?) -> Condition {
    let named = mentions.namedSQL
    let (condition, arguments) =
      spelling.map { ("WHERE name = ?", StatementArguments([$0])) } ?? ("", StatementArguments())
    return (
      "articles.article IN (SELECT article FROM (\(named.sql)) \(condition))",
      named.arguments + arguments
    )
  }
}
