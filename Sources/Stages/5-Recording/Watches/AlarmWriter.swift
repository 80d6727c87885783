internal import GRDB
internal import NewsModel

/// Writes alarms.
struct AlarmWriter {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Writes an alarm unless its watch has one of its period.
  ///
  /// - Returns: Whether it is new.
  func write(_ alarm: Alarm) throws -> Bool {
    let finding = alarm.finding
    try database.execute(
      sql: """
        INSERT INTO alarms(key, watch, period, detector, baseline, count, reports, sources, expected,
          bound, new_sources, silent_sources, raised_at, is_silent, quiet_periods, false_alarms, gaps, edit)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (watch, period) DO NOTHING
        """,
      arguments: [
        alarm.key, alarm.watch, alarm.period, alarm.detector, alarm.baseline, finding?.count ?? 1,
        finding?.reports ?? 1, finding?.sources ?? 1, finding?.expected ?? 0, finding?.bound,
        jsonArray(finding?.newSources ?? []), jsonArray(finding?.silentSources ?? []),
        alarm.raisedAt, alarm.isSilent, alarm.errorRate?.quiet, alarm.errorRate?.falseAlarms,
        finding?.gaps ?? 0, alarm.edit == nil ? nil : alarm.period,
      ])
    guard database.changesCount > 0 else { return false }
    let row = database.lastInsertedRowID
    for (position, piece) in alarm.evidence.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO alarm_evidence(alarm, position, article)
          SELECT ?, ?, article FROM articles WHERE id = ?
          """, arguments: [row, position, piece.article])
    }
    for (position, effect) in (finding?.calendar ?? []).enumerated() {
      try database.execute(
        sql: "INSERT INTO alarm_calendar(alarm, position, occasion, factor) VALUES (?, ?, ?, ?)",
        arguments: [row, position, effect.occasion.rawValue, effect.factor])
    }
    return true
  }
}
