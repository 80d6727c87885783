/// Searches in bytes; ASCII letters of the text may be of either case, those of what is sought are small.
enum ByteSearch {
  /// The offset at which `wanted` stands first within `range`.
  static func find(_ wanted: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = wanted.first, range.count >= wanted.count else { return nil }
    var i = range.lowerBound
    let last = range.upperBound - wanted.count
    while i <= last {
      if lower(bytes[i]) == first {
        var k = 1
        while k < wanted.count, lower(bytes[i + k]) == wanted[k] { k += 1 }
        if k == wanted.count { return i }
      }
      i += 1
    }
    return nil
  }

  /// The byte, a capital ASCII letter made small.
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The number of letters and signs in UTF-8; one of Chinese or Japanese counts as three.
  static func letters(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte > 0x20 && byte & 0xC0 != 0x80 {
      count += byte &- 0xE3 < 0x0B ? 3 : 1
    }
    return count
  }
}
