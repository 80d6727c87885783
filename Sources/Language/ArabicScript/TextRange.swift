/// A half-open range of UTF-8 byte offsets in one text.
public struct TextRange: Sendable, Hashable, Comparable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset behind the last byte; never below `start`.
  public let end: Int

  /// Makes the range `start ..< end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a text range runs forward from 0")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether the two ranges share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// Whether `other` lies wholly inside this range.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte offset lies inside this range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Orders by start, then by end.
  public static func < (a: TextRange, b: TextRange) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
