internal import GRDB
package import NewsModel

extension ArchiveView {
  /// Alarms, those of the newest periods first.
  ///
  /// - Parameters:
  ///   - number: Of this watch only; `nil` for all.
  ///   - includesSilent: Whether those of muted and snoozed watches are meant too.
  ///   - limit: The most alarms.
  /// - Returns: The alarms with their evidence.
  /// - Throws: An error of the database.
  package func alarms(
    watch number: Int? = nil, includesSilent: Bool = true, limit: Int = 100
  ) throws -> [Alarm] {
    try alarms(
      "(?1 IS NULL OR watch = ?1) AND (?2 OR NOT is_silent)", [number, includesSilent], limit)
  }

  /// The alarm with this key; `nil` if there is none.
  package func alarm(key: String) throws -> Alarm? { try alarms("key = ?", [key], 1).first }

  func alarms(
    _ condition: String, _ arguments: StatementArguments, _ limit: Int
  ) throws -> [Alarm] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT alarm, key, watch, period, alarms.detector, alarms.baseline, count, reports, sources,
          expected, bound, new_sources, silent_sources, raised_at, is_silent, acknowledged_at,
          quiet_periods, false_alarms, gaps, edit
        FROM alarms WHERE \(condition) ORDER BY raised_at DESC, period DESC, alarm DESC LIMIT \(limit)
        """, arguments: arguments)
    let watches = Dictionary(uniqueKeysWithValues: try watches().map { ($0.number, $0) })
    return try rows.compactMap { row in
      guard let watch = watches[row[2]] else { return nil }
      var alarm = Alarm(
        key: row[1], watch: watch, period: row[3], cause: try cause(row),
        evidence: try evidence(of: row[0]), raisedAt: row[13], isSilent: row[14])
      alarm.detector = row[4]
      alarm.baseline = row[5]
      alarm.acknowledgedAt = row[15]
      if let quiet = row[16] as Int?, let falseAlarms = row[17] as Int? {
        alarm.errorRate = ErrorRate(quiet: quiet, falseAlarms: falseAlarms)
      }
      return alarm
    }
  }

  private func cause(_ row: Row) throws -> AlarmCause {
    if let edit = row[19] as Int? { return .edit(AlarmEdit(try change(ofEdit: edit))) }
    return .count(
      AlarmFinding(
        count: row[6], reports: row[7], sources: row[8], expected: row[9], bound: row[10],
        gaps: row[18], calendar: try calendar(of: row[0]),
        newSources: try row.strings(11), silentSources: try row.strings(12)))
  }

  private func calendar(of alarm: Int) throws -> [CalendarEffect] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT occasion, factor FROM alarm_calendar WHERE alarm = ? ORDER BY position"),
      arguments: [alarm]
    ).map { CalendarEffect(try $0.value(0), factor: $0[1]) }
  }

  private func evidence(of alarm: Int) throws -> [AlarmEvidence] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, CAST(title AS BLOB), sources.name FROM alarm_evidence
            JOIN articles USING (article) LEFT JOIN sources USING (source)
          WHERE alarm = ? ORDER BY position
          """), arguments: [alarm]
    ).map { AlarmEvidence(article: $0[0], title: $0.text(1), source: $0[2]) }
  }
}
