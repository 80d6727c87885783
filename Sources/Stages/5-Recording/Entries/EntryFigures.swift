package import ArabicQuantities
internal import GRDB
package import NewsModel

/// How many records, and in how many reports, dispatches and stories they stand.
package struct RecordTally: Sendable, Hashable {
  package let records: Int
  /// The articles that have them.
  package let reports: Int
  /// How many of those reports repeat a dispatch that another of them carries.
  package let copies: Int
  /// The independent stories that the reports belong to.
  package let stories: Int

  /// A tally of nothing.
  static let none = RecordTally(records: 0, reports: 0, copies: 0, stories: 0)
}

/// An office under which an entry is named.
package struct EntryRole: Sendable, Hashable {
  package let role: String
  /// The body that the office belongs to.
  package let organisation: String?
  /// The first and the last day on which reports give it; `nil` if none of them has a day.
  package let days: ClosedRange<CalendarDay>?
  package let reports: Int
  package let stories: Int
  /// The id of the newest article that gives it.
  package let article: String
}

/// How often an entry was named in one week.
package struct EntryWeek: Sendable, Hashable {
  /// The week's number, as `WatchStep.week` counts.
  package let week: Int
  package let reports: Int
  /// The stories whose first report that names it is of this week.
  package let stories: Int

  /// Makes a week.
  package init(week: Int, reports: Int, stories: Int) {
    self.week = week
    self.reports = reports
    self.stories = stories
  }
}

/// What the archive holds of one entry, in numbers; each leads to a list.
package struct EntryFigures: Sendable, Hashable {
  /// The id asked for, as far as merging leads.
  package let id: String
  /// The names under which it is mentioned, the most frequent first.
  package let spellings: [EntrySpelling]
  /// The offices under which it is named, the latest first.
  package let roles: [EntryRole]
  /// Mentions, and the articles they stand in.
  package let mentions: RecordTally
  package let statementsBy: RecordTally
  package let statementsAbout: RecordTally
  package let eventsBy: RecordTally
  package let eventsAgainst: RecordTally
  /// Events of which it is the place.
  package let eventsAt: RecordTally
  package let outlooksHeld: RecordTally
  package let outlooksAbout: RecordTally
  /// The weeks in which it was named, the oldest first.
  package let weeks: [EntryWeek]
}

extension ArchiveView {
  /// What people's decisions on entries come to.
  package func entryResolution() throws -> EntryResolution {
    try EntryDecisionRows(database).resolution()
  }

  /// Decisions on entries in the order of deciding; those on one entry, or all.
  package func entryDecisions(on entry: String? = nil) throws -> [KeptEntryDecision] {
    let all = try EntryDecisionRows(database).all()
    guard let entry else { return all }
    let own = Set(all.filter { $0.entries.contains(entry) }.map(\.number))
    return all.filter { kept in
      if case .undo(let number) = kept.decision.act { return own.contains(number) }
      return own.contains(kept.number)
    }
  }

  /// What the archive holds of an entry.
  ///
  /// - Parameters:
  ///   - id: The entry's id; what it was merged into is meant.
  ///   - realm: Whether it acts or is somewhere; figures of the other kind are zero.
  /// - Returns: The figures.
  /// - Throws: An error of the database.
  package func figures(ofEntry id: String, _ realm: EntryRealm) throws -> EntryFigures {
    let mentions = EntryMentions(database, try entryResolution(), id)
    let entry = EntryConditions(mentions)
    let tally = EntryTally(database)
    let isActor = realm == .actor
    func tell(
      _ table: String, _ key: String, _ condition: EntryConditions.Condition, if wanted: Bool
    ) throws -> RecordTally {
      wanted ? try tally.records(table, key, condition) : .none
    }
    return EntryFigures(
      id: mentions.id, spellings: try mentions.spellings(),
      roles: isActor ? try tally.roles(mentions) : [],
      mentions: try tally.mentions(mentions),
      statementsBy: try tell("statements", "statement", entry.speaks, if: isActor),
      statementsAbout: try tell("statements", "statement", entry.isSpokenOf, if: true),
      eventsBy: try tell("events", "event", entry.takesPart(.actor), if: isActor),
      eventsAgainst: try tell("events", "event", entry.takesPart(.recipient), if: isActor),
      eventsAt: try tell("events", "event", entry.isPlace, if: !isActor),
      outlooksHeld: try tell("outlooks", "outlook", entry.holds, if: isActor),
      outlooksAbout: try tell("outlooks", "outlook", entry.isForeseen, if: true),
      weeks: try tally.weeks(mentions))
  }

  /// How many articles name each entry, as decisions lead; entries that none names are left out.
  package func reportsByEntry() throws -> [String: Int] {
    let resolution = try entryResolution()
    var counts: [String: Int] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT entry, count(DISTINCT article) FROM mentions WHERE entry IS NOT NULL GROUP BY entry
        """)
    while let row = try rows.next() { counts[row[0]] = row[1] }
    for id in resolution.touchedEntries {
      let mentions = EntryMentions(database, resolution, id)
      let named = mentions.namedSQL
      let count = try Int.fetchOne(
        database, sql: "SELECT count(DISTINCT article) FROM (\(named.sql))",
        arguments: named.arguments)
      counts[id] = mentions.id == id ? count : nil
    }
    return counts.filter { $0.value > 0 }
  }

  /// The reports, copies and independent stories that name an entry.
  package func mentionTally(ofEntry id: String) throws -> RecordTally {
    try EntryTally(database).mentions(EntryMentions(database, try entryResolution(), id))
  }
}

/// Counts what belongs to an entry.
private struct EntryTally {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The counts of rows that have an `article`.
  private func tally(_ rows: String, _ arguments: StatementArguments) throws -> RecordTally {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*), count(DISTINCT r.article), count(DISTINCT coalesce(s.dispatch, -r.article)),
          count(DISTINCT coalesce(s.story, -r.article))
        FROM (\(rows)) AS r LEFT JOIN story_members AS s ON s.article = r.article AND s.carries = 0
        """, arguments: arguments)
    guard let row else { return .none }
    let reports: Int = row[1]
    return RecordTally(
      records: row[0], reports: reports, copies: reports - (row[2] as Int), stories: row[3])
  }

  func mentions(_ mentions: EntryMentions) throws -> RecordTally {
    let named = mentions.namedSQL
    return try tally(named.sql, named.arguments)
  }

  /// Events that all their coders rejected are left out.
  func records(_ table: String, _ key: String, _ condition: EntryConditions.Condition) throws
    -> RecordTally
  {
    let rejected =
      table == "events"
      ? """
       AND NOT EXISTS (SELECT 1 FROM event_standings AS v
        WHERE v.event = r.event AND v.state = 'rejected')
      """ : ""
    return try tally(
      "SELECT r.article FROM \(table) AS r WHERE \(condition.sql)\(rejected)", condition.arguments)
  }

  /// The most offices that are told of.
  private static let roleLimit = 50

  func roles(_ mentions: EntryMentions) throws -> [EntryRole] {
    struct Office: Hashable {
      let role: String
      let organisation: String?
    }
    struct Given {
      var days: ClosedRange<CalendarDay>?
      var reports: Set<String> = []
      var stories: Set<Int> = []
      var article = ""
      var last = Int.min
    }
    let named = mentions.namedSQL
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT r.role, r.organisation, a.time, coalesce(s.story, -r.article), a.id
        FROM (\(named.sql)) AS r JOIN articles AS a ON a.article = r.article
          LEFT JOIN story_members AS s ON s.article = r.article AND s.carries = 0
        WHERE r.role IS NOT NULL ORDER BY a.time, a.article
        """, arguments: named.arguments)
    var offices: [Office: Given] = [:]
    while let row = try cursor.next() {
      let time: Int = row[2]
      var given = offices[Office(role: row[0], organisation: row[1])] ?? Given()
      if time > Schema.unknownTime {
        let day = CalendarDay(time: time)
        given.days = (given.days?.lowerBound ?? day)...day
      }
      given.reports.insert(row[4])
      given.stories.insert(row[3])
      (given.article, given.last) = (row[4], time)
      offices[Office(role: row[0], organisation: row[1])] = given
    }
    let latest = offices.sorted { ($1.value.last, $0.key.role) < ($0.value.last, $1.key.role) }
    return latest.prefix(EntryTally.roleLimit).map { office, given in
      EntryRole(
        role: office.role, organisation: office.organisation, days: given.days,
        reports: given.reports.count, stories: given.stories.count, article: given.article)
    }
  }

  func weeks(_ mentions: EntryMentions) throws -> [EntryWeek] {
    let named = mentions.namedSQL
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT a.time, coalesce(s.story, -a.article)
        FROM (SELECT DISTINCT article FROM (\(named.sql))) AS r
          JOIN articles AS a ON a.article = r.article
          LEFT JOIN story_members AS s ON s.article = a.article AND s.carries = 0
        WHERE a.time > \(Schema.unknownTime) ORDER BY a.time, a.article
        """, arguments: named.arguments)
    var reports: [Int: Int] = [:]
    var stories: [Int: Int] = [:]
    var seen: Set<Int> = []
    while let row = try cursor.next() {
      let week = WatchStep.week.period(of: CalendarDay(time: row[0]))
      reports[week, default: 0] += 1
      if seen.insert(row[1]).inserted { stories[week, default: 0] += 1 }
    }
    return reports.keys.sorted().map {
      EntryWeek(week: $0, reports: reports[$0] ?? 0, stories: stories[$0] ?? 0)
    }
  }
}
