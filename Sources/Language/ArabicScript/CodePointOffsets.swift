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
    var count = 0
    for start in stride(from: 0, through: utf8.count, by: 64) {
      checkpoints.append(UInt32(count))
      count += CodePointOffsets.starts(utf8, start..<min(start + 64, utf8.count))
    }
    self.checkpoints = checkpoints
  }

  /// The number of code points that begin in a range of bytes; without a branch for each, so that many
  /// are looked at together.
  private static func starts(_ utf8: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for byte in utf8[range] { count += byte & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }

  /// The number of code points before the byte at `offset`.
  ///
  /// - Complexity: O(1).
  public func codePoint(atByte offset: Int) -> Int {
    Int(checkpoints[offset / 64]) + CodePointOffsets.starts(utf8, offset / 64 * 64..<offset)
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
