package import NewsModel

/// The article that a listed record stands in.
package struct RecordOrigin: Sendable, Hashable {
  /// The article's id.
  package let article: String
  package let source: String?
  package let published: String?
  package let title: String
  /// The record's place among the records of its kind in the reading, from 0.
  package let index: Int
}

/// A statement of a list; the pieces are cut from the article's text.
package struct StatementRow: Sendable, Hashable {
  package let origin: RecordOrigin
  package let statement: Statement
  /// What is said.
  package let content: String
  /// The mention of the speaker.
  package let speaker: String?
  /// The word that attributes.
  package let cue: String?
}

/// An outlook of a list; the pieces are cut from the article's text.
package struct OutlookRow: Sendable, Hashable {
  package let origin: RecordOrigin
  package let outlook: Outlook
  package let outcome: String
  package let marker: String?
  package let condition: String?
  package let horizon: String?
}

/// An event of a list; the pieces are cut from the article's text.
package struct EventRow: Sendable, Hashable {
  package let origin: RecordOrigin
  package let event: Event
  package let trigger: String
  package let actors: [String]
  package let recipients: [String]
  package let place: String?
  /// What stands around the trigger, at most some 160 bytes to each side, cut at words.
  package let context: String
}
