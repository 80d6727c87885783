public import ArabicScript

/// A word, number or mark of a text.
public struct Token: Sendable, Hashable {
  /// The offset of its first byte in the text.
  public let start: UInt32
  /// The offset behind its last byte.
  public let end: UInt32
  @usableFromInline let keyStart: UInt32
  @usableFromInline let keyEnd: UInt32
  /// What it is.
  public let kind: TokenKind
  /// The white space before it.
  public let gap: Gap

  /// The white space before a token.
  public enum Gap: UInt8, Sendable, Hashable, Comparable {
    case none, space, line

    /// Orders by how much stands between.
    public static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where it stands, in UTF-8 bytes.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
}

/// A text cut into tokens, each with its spelling folded for look-up.
public struct TokenizedText: Sendable {
  /// The text.
  public let utf8: [UInt8]
  /// The tokens in the order of the text; white space and controls between them belong to none.
  public let tokens: [Token]
  /// The folded spellings (`FoldingLevel.search`), end to end.
  @usableFromInline let keys: [UInt8]

  /// The number of tokens.
  public var count: Int { @inlinable get { tokens.count } }

  /// The token's spelling folded at `FoldingLevel.search`.
  @inlinable
  public func key(_ index: Int) -> ArraySlice<UInt8> {
    let token = tokens[index]
    return keys[Int(token.keyStart)..<Int(token.keyEnd)]
  }

  /// The token's folded spelling as a string.
  public func word(_ index: Int) -> String { String(decoding: key(index), as: UTF8.self) }

  /// The text of a range of bytes.
  public func text(_ range: TextRange) -> String {
    String(decoding: utf8[range.start..<range.end], as: UTF8.self)
  }

  /// The bytes that the tokens of a non-empty range cover.
  public func range(_ range: Range<Int>) -> TextRange {
    TextRange(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }
}
