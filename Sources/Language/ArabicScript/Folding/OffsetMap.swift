/// Where the bytes of a folded text came from, both ways.
///
/// Offsets are UTF-8 byte offsets; both directions are monotone and never leave the texts. Only
/// the places where a fold is longer or shorter than its source are stored (12 bytes each), so the
/// map of a text without vowel signs is nearly empty.
public struct OffsetMap: Sendable, Hashable {
  /// A place where folded and original text differ in length; between two pieces they run side by
  /// side.
  struct Piece: Sendable, Hashable {
    var folded: UInt32
    var original: UInt32
    var foldedCount: UInt16
    var originalCount: UInt16

    var foldedEnd: Int { Int(folded) + Int(foldedCount) }
    var originalEnd: Int { Int(original) + Int(originalCount) }
  }

  /// The pieces in the order of both texts; each stands for at least one original byte.
  let pieces: [Piece]
  /// The length of the folded text in bytes.
  public let foldedCount: Int
  /// The length of the original text in bytes.
  public let originalCount: Int

  /// The original bytes from which the folded bytes of `range` came, with the signs that follow
  /// them.
  ///
  /// An empty range leads to an empty range; a part of a fold leads to the whole of what it came
  /// from; a range beyond the text is cut.
  ///
  /// - Complexity: O(log n).
  public func original(_ range: TextRange) -> TextRange {
    let start = original(at: min(range.start, foldedCount))
    if range.isEmpty || range.start >= foldedCount { return TextRange(start, start) }
    let end = min(range.end, foldedCount)
    if let piece = lastPiece(where: { Int($0.folded) <= end }),
      Int(piece.folded) < end, end < piece.foldedEnd
    {
      return TextRange(start, piece.originalEnd)
    }
    return TextRange(start, original(at: end))
  }

  /// The folded bytes of the code points that begin inside the original bytes of `range`.
  ///
  /// - Complexity: O(log n).
  public func folded(_ range: TextRange) -> TextRange {
    let start = folded(at: min(range.start, originalCount))
    return TextRange(start, max(start, folded(at: min(range.end, originalCount))))
  }

  private func original(at offset: Int) -> Int {
    guard let piece = lastPiece(where: { Int($0.folded) <= offset }) else { return offset }
    if offset < piece.foldedEnd { return Int(piece.original) }
    return piece.originalEnd + (offset - piece.foldedEnd)
  }

  private func folded(at offset: Int) -> Int {
    guard let piece = lastPiece(where: { Int($0.original) <= offset }) else { return offset }
    if offset == Int(piece.original) { return Int(piece.folded) }
    if offset < piece.originalEnd { return piece.foldedEnd }
    return piece.foldedEnd + (offset - piece.originalEnd)
  }

  /// The last of the pieces that satisfy a condition which holds for a beginning of them.
  private func lastPiece(where holds: (Piece) -> Bool) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if holds(pieces[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : pieces[low - 1]
  }
}

extension [OffsetMap.Piece] {
  /// Notes that `foldedCount` bytes at `folded` came from `originalCount` bytes at `original`.
  ///
  /// Signs dropped in a row become one piece; what counts more bytes than a piece holds becomes
  /// several.
  @inline(__always)
  mutating func note(folded: Int, _ foldedCount: Int, original: Int, _ originalCount: Int) {
    if foldedCount == 0, let last = self.last, last.foldedCount == 0, last.originalEnd == original,
      Int(last.originalCount) + originalCount <= Int(UInt16.max)
    {
      self[count - 1].originalCount += UInt16(originalCount)
      return
    }
    var (folded, foldedLeft, original, originalLeft) = (
      folded, foldedCount, original, originalCount
    )
    repeat {
      let piece = OffsetMap.Piece(
        folded: UInt32(folded), original: UInt32(original),
        foldedCount: UInt16(clamping: foldedLeft), originalCount: UInt16(clamping: originalLeft))
      append(piece)
      folded += Int(piece.foldedCount)
      foldedLeft -= Int(piece.foldedCount)
      original += Int(piece.originalCount)
      originalLeft -= Int(piece.originalCount)
    } while foldedLeft > 0 || originalLeft > 0
  }
}
