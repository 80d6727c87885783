internal import ArabicScript
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
  /// The entry that the holder stands for.
  package let holderEntry: String?
  package let outcome: String
  package let marker: String?
  package let condition: String?
  package let horizon: String?
}

/// An event of a list; the pieces are cut from the article's text, or as people decided.
package struct EventRow: Sendable, Hashable {
  /// What the event is called in addresses.
  package let id: EventID
  package let origin: RecordOrigin
  package internal(set) var event: Event
  /// The event as read, whatever was decided.
  package let read: Event
  package let trigger: String
  package internal(set) var actors: [String]
  package internal(set) var recipients: [String]
  /// The entries that actors and recipients stand for, in their order; `nil` for those of none.
  package internal(set) var actorEntries: [String?]
  package internal(set) var recipientEntries: [String?]
  package internal(set) var place: String?
  /// What stands around the trigger, at most some 160 bytes to each side, cut at words.
  package let context: String
  /// What people decided; `nil` where nobody did.
  package internal(set) var standing: EventStanding?
  /// Where the row stands in the list.
  package let position: ListPosition
}

extension EventRow {
  /// Cuts the pieces of an event, whose actors are known, from its article's text.
  init(_ event: Event, _ origin: RecordOrigin, _ text: ArticleBytes, _ position: ListPosition) {
    self.init(
      id: EventID(article: origin.article, start: text.codePoints(before: event.trigger.start)),
      origin: origin, event: event, read: event, trigger: text.cut(event.trigger),
      actors: event.actor.map { text.cut($0) }, recipients: event.recipient.map { text.cut($0) },
      actorEntries: event.actor.map { _ in nil },
      recipientEntries: event.recipient.map { _ in nil },
      place: text.cut(event.place), context: text.surroundings(of: event.trigger), standing: nil,
      position: position)
  }
}
