internal import ArabicScript

/// A span of an article's text that is to be marked.
struct TextMark: Sendable, Hashable {
  /// UTF-8 byte offsets into the text.
  let range: TextRange
  /// The class names that give it its look.
  let classes: String
  /// The fragment that leads to the first piece of it (`s3`); `nil` for a part of a record.
  let anchor: String?
  /// The record that it belongs to (`s3`); `nil` for a name that is in no record.
  let record: String?
  /// What a pointer held over it shows.
  let hint: String
  /// Which of two marks on the same span is outside; the lower one.
  let rank: Int
}
