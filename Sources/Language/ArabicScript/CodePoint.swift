/// A code point decoded from UTF-8, with the number of bytes it takes.
package struct CodePoint {
  package let value: UInt32
  package let count: Int

  /// Decodes the code point at `i`, if valid UTF-8 stands there and ends by `end`.
  @inline(__always)
  package init?(_ text: Span<UInt8>, at i: Int, before end: Int) {
    let lead = UInt32(text[i])
    if lead < 0x80 {
      (value, count) = (lead, 1)
      return
    }
    guard lead >= 0xC2, i + 1 < end, text[i + 1] & 0xC0 == 0x80 else { return nil }
    var value = UInt32(text[i + 1] & 0x3F)
    if lead < 0xE0 {
      (self.value, count) = ((lead & 0x1F) << 6 | value, 2)
      return
    }
    guard i + 2 < end, text[i + 2] & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(text[i + 2] & 0x3F)
    if lead < 0xF0 {
      value |= (lead & 0x0F) << 12
      guard value >= 0x800, value & 0xF800 != 0xD800 else { return nil }
      (self.value, count) = (value, 3)
      return
    }
    guard i + 3 < end, text[i + 3] & 0xC0 == 0x80 else { return nil }
    value = (lead & 0x0F) << 18 | value << 6 | UInt32(text[i + 3] & 0x3F)
    guard lead < 0xF5, value >= 0x10000, value < 0x110000 else { return nil }
    (self.value, count) = (value, 4)
  }

  /// Decodes the code point that ends at `end` and begins at `start` or later.
  init?(_ text: Span<UInt8>, endingAt end: Int, from start: Int) {
    var i = end - 1
    while i > start, i > end - 4, text[i] & 0xC0 == 0x80 { i -= 1 }
    guard i >= start, let found = CodePoint(text, at: i, before: end), i + found.count == end else {
      return nil
    }
    self = found
  }
}

extension [UInt8] {
  /// Appends a code point as UTF-8; what is none appends nothing.
  mutating func append(codePoint: UInt32) {
    guard let scalar = Unicode.Scalar(codePoint), let bytes = UTF8.encode(scalar) else { return }
    append(contentsOf: bytes)
  }
}
