/// What a token is.
public enum TokenKind: UInt8, Sendable, Hashable {
  /// Letters with their marks.
  case word
  /// Digits with inner decimal and thousands marks.
  case number
  /// One mark of punctuation or symbol.
  case punctuation
  /// A web address or e-mail address.
  case address
  /// `@name`.
  case handle
  /// `#name`.
  case hashtag
  /// An emoji or pictograph.
  case emoji
}
