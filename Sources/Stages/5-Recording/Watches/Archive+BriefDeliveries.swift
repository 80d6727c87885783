package import ArabicQuantities
internal import GRDB

/// A brief of some days, as one receiver gets it.
package struct BriefDelivery: Sendable, Hashable {
  /// The receiver's address.
  package let receiver: String
  /// The first and the last day.
  package let days: ClosedRange<CalendarDay>
  /// The language's code.
  package let language: String

  /// Makes one.
  package init(receiver: String, days: ClosedRange<CalendarDay>, language: String) {
    self.receiver = receiver
    self.days = days
    self.language = language
  }

  fileprivate var arguments: StatementArguments {
    [receiver, days.lowerBound.ordinal, days.upperBound.ordinal, language]
  }

  fileprivate static let condition =
    "receiver = ? AND first_day = ? AND last_day = ? AND language = ?"
}

extension Archive {
  /// Keeps that a brief is about to be sent.
  ///
  /// - Throws: `ArchiveError`.
  package func noteTry(of brief: BriefDelivery) throws {
    _ = try change(
      """
      INSERT INTO brief_deliveries(receiver, first_day, last_day, language, tries)
      VALUES (?, ?, ?, ?, 1)
      ON CONFLICT (receiver, first_day, last_day, language) DO UPDATE SET tries = tries + 1
      """, brief.arguments)
  }

  /// Keeps that the receiver has taken a brief.
  ///
  /// - Throws: `ArchiveError`.
  package func noteDelivery(of brief: BriefDelivery) throws {
    _ = try change(
      "UPDATE brief_deliveries SET delivered_at = ? WHERE \(BriefDelivery.condition)",
      [options.now()] + brief.arguments)
  }
}

extension ArchiveView {
  /// Whether the receiver has taken a brief.
  package func isDelivered(_ brief: BriefDelivery) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM brief_deliveries
          WHERE delivered_at IS NOT NULL AND \(BriefDelivery.condition))
        """, arguments: brief.arguments) ?? false
  }
}
