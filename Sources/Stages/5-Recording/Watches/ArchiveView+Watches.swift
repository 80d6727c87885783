package import ArabicQuantities
internal import GRDB
package import NewsModel

extension ArchiveView {
  /// The watches, in the order in which they were added.
  package func watches() throws -> [Watch] { try watches("1", []) }

  /// The watch with this number; `nil` if there is none.
  package func watch(_ number: Int) throws -> Watch? {
    try watches("watch = ?", [number]).first
  }

  /// The watch of this name; `nil` if there is none.
  package func watch(named name: String) throws -> Watch? {
    try watches("name = ?", [name]).first
  }

  private func watches(_ condition: String, _ arguments: StatementArguments) throws -> [Watch] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT watch, name, actor, place, types, speaker, stances, words, step, detector, baseline,
          alpha, least, is_muted, snoozed_until, source
        FROM watches WHERE \(condition) ORDER BY watch
        """, arguments: arguments
    ).map { row in
      var question = WatchQuestion()
      question.actor = row[2]
      question.place = row[3]
      question.types = Set(try row.strings(4).compactMap { EventType(rawValue: $0) })
      question.speaker = row[5]
      question.stances = Set(try row.strings(6).compactMap { Stance(rawValue: $0) })
      question.words = row[7]
      question.source = row[15]
      var watch = Watch(
        name: row[1], question: question, step: try row.value(8),
        method: WatchMethod(detector: row[9], baseline: row[10], alpha: row[11], least: row[12]))
      watch.number = row[0]
      watch.isMuted = row[13]
      watch.snoozedUntil = (row[14] as Int?).map { CalendarDay(ordinal: $0) }
      return watch
    }
  }

  /// What a watch's periods are judged by, with some periods before the first that is judged.
  ///
  /// - Parameters:
  ///   - watch: The watch.
  ///   - periods: The periods to judge.
  ///   - before: How many periods the judgement looks back.
  ///   - within: Entries of places within the place that the watch asks for, which are meant too.
  /// - Returns: The reports, and when which source published.
  /// - Throws: An error of the database.
  package func material(
    for watch: Watch, _ periods: ClosedRange<Int>, before: Int, within: [String] = []
  ) throws -> WatchMaterial {
    let first = watch.step.firstDay(of: periods.lowerBound - before)
    let end = watch.step.lastDay(of: periods.upperBound).advanced(by: 1)
    let question = try watch.question.condition(database, within: within)
    let span: StatementArguments = [max(first.time, Schema.unknownTime + 1), end.time]
    let reports = try Row.fetchAll(
      database,
      sql: """
        SELECT a.id, CAST(a.title AS BLOB), sources.name, s.story, a.time
        FROM articles AS a LEFT JOIN sources ON sources.source = a.source
          LEFT JOIN story_members AS s ON s.article = a.article AND s.carries = 0
        WHERE a.time >= ? AND a.time < ? AND \(question.sql) ORDER BY a.time, a.article
        """, arguments: span + question.arguments
    ).map { row in
      WatchedReport(
        article: row[0], title: row.text(1), source: row[2], story: row[3],
        day: CalendarDay(time: row[4]))
    }
    let days = try Row.fetchAll(
      database,
      sql: """
        SELECT sources.name, a.time / 86400 - (a.time % 86400 < 0) AS day, count(*)
        FROM articles AS a LEFT JOIN sources ON sources.source = a.source
        WHERE a.time >= ? AND a.time < ? GROUP BY a.source, day
        """, arguments: span
    ).map { SourceDay(source: $0[0], day: CalendarDay(ordinal: $0[1]), articles: $0[2]) }
    return WatchMaterial(reports: reports, sourceDays: days, groups: try sourceGroups())
  }

  /// The first and the last day of which the archive has an article, up to a day.
  package func publishedDays(until day: CalendarDay) throws -> ClosedRange<CalendarDay>? {
    let row = try Row.fetchOne(
      database, sql: "SELECT min(time), max(time) FROM articles WHERE time > ? AND time < ?",
      arguments: [Schema.unknownTime, day.advanced(by: 1).time])
    guard let row, let first = row[0] as Int?, let last = row[1] as Int? else { return nil }
    return CalendarDay(time: first)...CalendarDay(time: last)
  }
}
