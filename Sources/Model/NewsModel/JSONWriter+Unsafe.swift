// Bytes of strings are looked at eight at a time.

extension JSONWriter {
  /// Whether no byte needs an escape.
  static func isPlain(_ utf8: Span<UInt8>) -> Bool {
    // SAFETY: each eight bytes that are read begin at 0 or later and end at the string's end or before.
    unsafe utf8.withUnsafeBytes { bytes in
      var i = 0
      while i &+ 8 <= bytes.count {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if needsEscape(eight) { return false }
        i &+= 8
      }
      var rest: UInt64 = 0x2020_2020_2020_2020
      while i < bytes.count {
        unsafe rest = rest &<< 8 | UInt64(bytes[i])
        i &+= 1
      }
      return !needsEscape(rest)
    }
  }

  /// Whether one of eight bytes is a control, a quotation mark or a backslash.
  @inline(__always)
  private static func needsEscape(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let isControl = (bytes &- ones &* 0x20) & ~bytes
    let quotation = bytes ^ ones &* 0x22
    let backslash = bytes ^ ones &* 0x5C
    let isMark = (quotation &- ones) & ~quotation | (backslash &- ones) & ~backslash
    return (isControl | isMark) & 0x8080_8080_8080_8080 != 0
  }
}
