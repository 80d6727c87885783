package import ArabicScript
package import NewsModel

/// One event with all that is known of where it comes from and what people decided.
package struct ArchivedEvent: Sendable, Hashable {
  /// The event as people decided, or else as read, with its article.
  package let row: EventRow
  /// The event as read, its spans in `text`.
  package let event: Event
  /// The article's text.
  package let text: String
  /// The article's address.
  package let url: String?
  /// Who or what is named as actor and recipient in the reading.
  package let actors: [NamedParty]
  package let recipients: [NamedParty]
  /// The statement in which the event stands, and its number in the reading, from 0.
  package let statement: Statement?
  package let reader: ReaderVersion
  package let textSHA256: String
  /// All decisions on it, in the order in which they were made.
  package let reviews: [EventReview]
  /// The values as read, in the form in which people decide.
  package let values: [EventField: String]

  /// What the event is called in addresses.
  package var id: EventID { row.id }
}

/// An actor or recipient as the text names it, with what it is linked to.
package struct NamedParty: Sendable, Hashable {
  /// The words in the text.
  package let text: String
  /// Where they stand.
  package let span: TextRange
  /// The entry that a mention in it stands for, as people decided.
  package let entry: String?
  /// The name of that mention, resolved in its article.
  package let name: String?

  /// Finds what a span of a reading names; mentions have the entries that they stand for.
  init(_ span: TextRange, _ mentions: [Mention], _ text: ArticleBytes) {
    let inside = mentions.filter { $0.span.overlaps(span) }
    let mention =
      inside.filter { $0.entry != nil }.max { $0.span.count < $1.span.count }
      ?? inside.max { $0.span.count < $1.span.count }
    self.text = text.cut(span)
    self.span = span
    entry = mention?.entry
    name = mention?.name
  }
}
