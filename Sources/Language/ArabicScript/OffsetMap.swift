/// Where each byte of a folded text came from.
///
/// Offsets are UTF-8 byte offsets; both directions are monotone.
public struct OffsetMap: Sendable, Hashable {
  /// For each folded byte the offset of the original code point that it came from; last, the
  /// length of the original text.
  let origins: [UInt32]

  /// The original bytes from which the folded bytes of `range` came, with marks that follow them.
  ///
  /// An empty range leads to an empty range.
  public func original(_ range: TextRange) -> TextRange {
    let start = Int(origins[range.start])
    if range.isEmpty { return TextRange(start, start) }
    var end = range.end
    let last = origins[range.end - 1]
    while end < origins.count - 1, origins[end] == last { end += 1 }
    return TextRange(start, Int(origins[end]))
  }

  /// The folded bytes that came from the original bytes of `range`.
  public func folded(_ range: TextRange) -> TextRange {
    let start = firstIndex(atOrAfter: range.start)
    return TextRange(start, max(start, firstIndex(atOrAfter: range.end)))
  }

  private func firstIndex(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = origins.count - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(origins[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
