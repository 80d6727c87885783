/// Turns UTF-8 byte offsets of one text into code point offsets and back.
///
/// Spans count bytes inside Marsad and code points in JSON and on pages (as the W3C Text Position
/// Selector does); this is the one place where they are converted.
public struct CodePointOffsets: Sendable {
  private let utf8: [UInt8]
  /// The number of code points before byte `64 * i`.
  private let checkpoints: [UInt32]

  /// Indexes a text.
  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var checkpoints: [UInt32] = []
    checkpoints.reserveCapacity(utf8.count / 64 + 1)
    var count: UInt32 = 0
    for (i, byte) in utf8.enumerated() {
      if i % 64 == 0 { checkpoints.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if utf8.count % 64 == 0 { checkpoints.append(count) }
    self.checkpoints = checkpoints
  }

  /// The number of code points before the byte at `offset`.
  ///
  /// - Complexity: O(1).
  public func codePoint(atByte offset: Int) -> Int {
    var count = Int(checkpoints[offset / 64])
    for i in offset / 64 * 64..<offset where utf8[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte offset of the code point at `index`; the text's length if there is none.
  ///
  /// - Complexity: O(log n).
  public func byte(atCodePoint index: Int) -> Int {
    var low = 0
    var high = checkpoints.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(checkpoints[middle]) <= index { low = middle } else { high = middle - 1 }
    }
    var count = Int(checkpoints[low])
    var i = low * 64
    while i < utf8.count {
      if utf8[i] & 0xC0 != 0x80 {
        if count == index { return i }
        count += 1
      }
      i += 1
    }
    return utf8.count
  }
}
