public import ArabicQuantities

/// An edit of an article that an alarm is about.
public struct AlarmEdit: Sendable, Hashable {
  /// The version before the edit and the one that it made.
  public let versions: ClosedRange<Int>
  /// When the new version was seen, in seconds since 1970.
  public let seenAt: Int
  /// How many words title and text lost.
  public let deletedWords: Int
  /// How many words were put into title and text.
  public let insertedWords: Int
  /// The first passages that were changed, in the order of the text.
  public let passages: [EditedPassage]

  /// Makes an edit.
  public init(
    versions: ClosedRange<Int>, seenAt: Int, deletedWords: Int, insertedWords: Int,
    passages: [EditedPassage]
  ) {
    self.versions = versions
    self.seenAt = seenAt
    self.deletedWords = deletedWords
    self.insertedWords = insertedWords
    self.passages = passages
  }

  /// The day on which it was seen, in UTC.
  public var day: CalendarDay { CalendarDay(ordinal: seenAt / 86_400) }
}

/// A place of a text at which words were changed, with a few words around it.
public struct EditedPassage: Sendable, Hashable {
  /// What stands before it.
  public let before: String
  /// What stood there.
  public let deleted: String
  /// What stands there now.
  public let inserted: String
  /// What stands behind it.
  public let after: String

  /// Makes a passage.
  public init(before: String, deleted: String, inserted: String, after: String) {
    self.before = before
    self.deleted = deleted
    self.inserted = inserted
    self.after = after
  }

  /// The passage as a line of plain text, as wdiff marks it.
  public var marked: String {
    before + (deleted.isEmpty ? "" : "[-\(deleted)-]")
      + (inserted.isEmpty ? "" : "{+\(inserted)+}") + after
  }
}
