package import ArabicQuantities
internal import GRDB
package import NewsModel

extension Archive {
  /// Keeps a new watch.
  ///
  /// - Returns: Its number; `nil` if another watch has its name.
  /// - Throws: `ArchiveError`.
  package func add(_ watch: Watch) throws -> Int? {
    try ArchiveError.translating(path) {
      try pool.write { database in
        let question = watch.question
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO watches(name, actor, place, types, speaker, stances, words, step,
              detector, baseline, alpha, least, created_at, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            watch.name, question.actor, question.place,
            jsonArray(question.types.map(\.rawValue).sorted()), question.speaker,
            jsonArray(question.stances.map(\.rawValue).sorted()), question.words,
            watch.step.rawValue, watch.method.detector, watch.method.baseline, watch.method.alpha,
            watch.method.least, options.now(), question.source,
          ])
        return database.changesCount > 0 ? Int(database.lastInsertedRowID) : nil
      }
    }
  }

  /// Removes a watch with its alarms.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: `ArchiveError`.
  package func removeWatch(_ number: Int) throws -> Bool {
    try change("DELETE FROM watches WHERE watch = ?", [number])
  }

  /// Keeps a watch's alarms silently from now on, or no longer.
  ///
  /// - Returns: Whether there is such a watch.
  /// - Throws: `ArchiveError`.
  package func setMuted(_ isMuted: Bool, watch number: Int) throws -> Bool {
    try change("UPDATE watches SET is_muted = ? WHERE watch = ?", [isMuted, number])
  }

  /// Keeps a watch's alarms silently up to a day; `nil` ends that.
  ///
  /// - Returns: Whether there is such a watch.
  /// - Throws: `ArchiveError`.
  package func snooze(watch number: Int, until day: CalendarDay?) throws -> Bool {
    try change("UPDATE watches SET snoozed_until = ? WHERE watch = ?", [day?.ordinal, number])
  }

  /// Keeps that a person took note of an alarm; the first time holds.
  ///
  /// - Returns: Whether there is such an alarm.
  /// - Throws: `ArchiveError`.
  package func acknowledge(alarm key: String) throws -> Bool {
    try change(
      "UPDATE alarms SET acknowledged_at = coalesce(acknowledged_at, ?) WHERE key = ?",
      [options.now(), key])
  }

  /// Keeps alarms; of a watch and period that has one already, nothing changes.
  ///
  /// - Returns: Those that are new.
  /// - Throws: `ArchiveError`.
  package func raise(_ alarms: [Alarm]) throws -> [Alarm] {
    try ArchiveError.translating(path) {
      try pool.write { database in try alarms.filter { try AlarmWriter(database).write($0) } }
    }
  }

  func change(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try database.execute(sql: sql, arguments: arguments)
        return database.changesCount > 0
      }
    }
  }
}
