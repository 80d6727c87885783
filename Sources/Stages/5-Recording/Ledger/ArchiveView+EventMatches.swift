package import ArabicQuantities
internal import GRDB
package import NewsModel

extension ArchiveView {
  /// Events that have happened and answer a question, by the day of the event.
  ///
  /// What stands within an outlook or its condition has not happened, whatever its own status says; what
  /// coders rejected counts as never read.
  /// An event whose day isn't known counts on that of its article's publication.
  ///
  /// - Parameters:
  ///   - question: Which events are meant.
  ///   - days: The first and the last day.
  ///   - within: Entries of places within the place asked for, which are meant too.
  ///   - takesUnplaced: Whether events of which no place is told are meant too.
  /// - Returns: The events in the order of their days.
  /// - Throws: An error of the database.
  package func matches(
    _ question: EventQuestion, on days: ClosedRange<CalendarDay>, within: [String] = [],
    takesUnplaced: Bool = false
  ) throws -> [EventMatch] {
    try matches(question, "r.time", days, within: within, takesUnplaced: takesUnplaced)
  }

  /// What the archive tells of an actor by the day of publication.
  ///
  /// - Parameters:
  ///   - actor: An entry's id, or words of a name.
  ///   - opponents: Those for whom aid and meetings are pressure on the actor, in the same form; where the actor takes part
  ///     itself, none is counted.
  ///   - types: The types that count.
  ///   - days: The first and the last day.
  /// - Returns: The events and the conditional outlooks.
  /// - Throws: An error of the database.
  package func material(
    ofActor actor: String, opponents: [String] = [], _ types: PressureTypes,
    _ days: ClosedRange<CalendarDay>
  ) throws -> ActorMaterial {
    let finder = try ActorFinder(database, actor)
    let (acts, suffered) = (try finder.events(.actor), try finder.events(.recipient))
    func events(_ found: [Int], _ types: Set<EventType>) throws -> [EventMatch] {
      try matches(types, "a.time", days, "r.event IN (SELECT value FROM json_each(?))") {
        [jsonNumbers(found)]
      }
    }
    let own = Set(acts + suffered)
    var pressure = try events(suffered, types.pressure)
    for opponent in opponents {
      let other = try ActorFinder(database, opponent)
      let received = try other.events(.recipient).filter { !own.contains($0) }
      let given = try other.events(.actor).filter { !own.contains($0) }
      pressure += try events(received, types.received.union(types.shared))
      pressure += try events(given, types.shared)
    }
    let outlooks = try ledgerCases(
      """
      e.condition IS NOT NULL AND e.outlook IN (SELECT value FROM json_each(?))
      AND e.time >= ? AND e.time < ?
      """,
      [
        jsonNumbers(try finder.outlooks()), days.lowerBound.time,
        days.upperBound.advanced(by: 1).time,
      ], "ORDER BY e.time, e.entry")
    return ActorMaterial(
      actor: actor, name: finder.entryName, entries: try finder.linkedEntries(actor),
      acts: try events(acts, types.acts), pressure: pressure,
      outlooks: outlooks.map(\.value),
      published: try publishedDays(in: days))
  }

  /// The days of which the archive has any article.
  package func publishedDays(in days: ClosedRange<CalendarDay>) throws -> Set<CalendarDay> {
    let found = try Int.fetchAll(
      database, sql: "SELECT DISTINCT time / 86400 FROM articles WHERE time >= ? AND time < ?",
      arguments: [max(0, days.lowerBound.time), days.upperBound.advanced(by: 1).time])
    return Set(found.map { CalendarDay(ordinal: $0) })
  }

  private func matches(
    _ question: EventQuestion, _ time: String, _ days: ClosedRange<CalendarDay>,
    within: [String], takesUnplaced: Bool
  ) throws -> [EventMatch] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    for (name, side) in [
      (question.actor, ActorFinder.Side.actor), (question.recipient, .recipient),
    ] {
      guard let name else { continue }
      conditions.append("r.event IN (SELECT value FROM json_each(?))")
      arguments += [jsonNumbers(try ActorFinder(database, name).events(side))]
    }
    if let place = question.place {
      let found = try placeCondition(place, within)
      conditions.append("(\(found.sql) OR \(takesUnplaced ? "r.place_start IS NULL" : "0"))")
      arguments += found.arguments
    }
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return try matches(question.types, time, days, condition) { arguments }
  }

  /// A place's entry, as it was merged, with those within it, or words that it is called by.
  private func placeCondition(_ place: String, _ within: [String]) throws -> (
    sql: String, arguments: StatementArguments
  ) {
    let entry = try EntryMentions.ifKnown(database, place)
    let names = try entry?.spellings().prefix(5).map(\.name) ?? []
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let entry {
      let isPlace = EntryConditions(entry).isPlace(with: within)
      conditions.append(isPlace.sql)
      arguments += isPlace.arguments
    } else if !within.isEmpty {
      conditions.append("r.place_entry IN (SELECT value FROM json_each(?))")
      arguments += [jsonArray(within)]
    }
    for words in entry == nil ? [place] : names {
      var filter = EventFilter()
      filter.place = words
      let records = try filter.query(database).records
      let unlinked = entry == nil ? "" : "r.place_entry IS NULL AND "
      conditions.append("(\(unlinked)r.event IN (\(records.sql)))")
      arguments += records.arguments
    }
    return ("(\(conditions.joined(separator: " OR ")))", arguments)
  }

  private func matches(
    _ types: Set<EventType>, _ time: String, _ days: ClosedRange<CalendarDay>,
    _ condition: String, _ arguments: () throws -> StatementArguments
  ) throws -> [EventMatch] {
    let span: StatementArguments = [
      jsonArray(types.map(\.rawValue).sorted()),
      max(days.lowerBound.time, Schema.unknownTime + 1), days.upperBound.advanced(by: 1).time,
    ]
    return try Row.fetchAll(
      database,
      sql: """
        SELECT a.id, CAST(a.title AS BLOB), sources.name, s.story, a.time, r.time, r.position, r.type,
          CAST(t.text AS BLOB), r.trigger_start, r.trigger_end
        FROM events AS r JOIN articles AS a ON a.article = r.article
          JOIN article_texts AS t ON t.article = r.article
          LEFT JOIN sources ON sources.source = a.source
          LEFT JOIN story_members AS s ON s.article = r.article AND s.carries = 0
        WHERE r.status = 'actual'
          AND NOT EXISTS (SELECT 1 FROM outlooks AS o WHERE o.article = r.article
            AND (o.outcome_start <= r.trigger_start AND r.trigger_end <= o.outcome_end
              OR o.condition_start <= r.trigger_start AND r.trigger_end <= o.condition_end))
          AND NOT EXISTS (SELECT 1 FROM event_standings AS v
            WHERE v.event = r.event AND v.state = 'rejected')
          AND (?1 IS NULL OR r.type IN (SELECT value FROM json_each(?1)))
          AND \(time) >= ?2 AND \(time) < ?3 AND \(condition)
        ORDER BY \(time), r.event
        """, arguments: span + arguments()
    ).map { row in
      let published: Int = row[4]
      let day = CalendarDay(time: row[5])
      return EventMatch(
        report: WatchedReport(
          article: row[0], title: row.text(1), source: row[2], story: row[3],
          day: published > Schema.unknownTime ? CalendarDay(time: published) : day),
        index: row[6], type: try row.value(7), day: day,
        words: ArticleBytes(row.utf8(8)).surroundings(of: try row.requiredSpan(9)))
    }
  }
}

/// Numbers as a JSON array.
private func jsonNumbers(_ numbers: [Int]) -> String {
  "[\(numbers.map(String.init).joined(separator: ","))]"
}
