internal import GRDB
package import NewsModel

extension Archive {
  /// Alarms that a receiver hasn't confirmed, the oldest first.
  ///
  /// Silent ones are left out.
  ///
  /// - Throws: `ArchiveError`.
  package func undelivered(to receiver: String) throws -> [Alarm] {
    try read { view in
      try view.alarms(
        """
        NOT is_silent AND alarm NOT IN (SELECT alarm FROM alarm_deliveries
          WHERE receiver = ? AND delivered_at IS NOT NULL)
        """, [receiver], 1_000
      ).reversed()
    }
  }

  /// Keeps that an alarm is about to be sent.
  ///
  /// - Throws: `ArchiveError`.
  package func noteTry(of alarm: Alarm, to receiver: String) throws {
    _ = try change(
      """
      INSERT INTO alarm_deliveries(alarm, receiver, tries)
      SELECT alarm, ?, 1 FROM alarms WHERE key = ?
      ON CONFLICT (alarm, receiver) DO UPDATE SET tries = tries + 1
      """, [receiver, alarm.key])
  }

  /// Keeps that a receiver has confirmed an alarm: it isn't sent there again.
  ///
  /// - Throws: `ArchiveError`.
  package func noteDelivery(of alarm: Alarm, to receiver: String) throws {
    _ = try change(
      """
      UPDATE alarm_deliveries SET delivered_at = ?
      WHERE receiver = ? AND alarm = (SELECT alarm FROM alarms WHERE key = ?)
      """, [options.now(), receiver, alarm.key])
  }
}
