/// Reads members of one JSON object (RFC 8259) without building a tree.
///
/// Also takes what common writers produce beside the standard: `NaN`, `Infinity`, and control
/// characters inside strings. Unpaired surrogates become U+FFFD.
struct JSONObjectReader {
  /// A value as it stands in the bytes.
  enum Value: Hashable {
    /// The bytes between the quotation marks.
    case string(Range<Int>, isEscaped: Bool)
    /// The bytes of a number.
    case number(Range<Int>)
    /// The bytes of an object, with its braces.
    case object(Range<Int>)
    case array, boolean, null
  }

  let bytes: [UInt8]

  /// The members of the object in `range` (nothing but space may surround it), in order.
  func members(in range: Range<Int>) throws(JSONFault) -> [(key: String, value: Value)] {
    var members: [(key: String, value: Value)] = []
    var cursor = Cursor(bytes: bytes, position: range.lowerBound, end: range.upperBound)
    guard try cursor.next() == UInt8(ascii: "{") else { throw .notAnObject }
    var first = true
    while true {
      var byte = try cursor.next()
      if byte == UInt8(ascii: "}"), first { break }
      if !first {
        if byte == UInt8(ascii: "}") { break }
        guard byte == UInt8(ascii: ",") else { throw .unexpected(at: cursor.position - 1) }
        byte = try cursor.next()
      }
      first = false
      guard byte == UInt8(ascii: "\"") else { throw .unexpected(at: cursor.position - 1) }
      let key = try cursor.string()
      guard try cursor.next() == UInt8(ascii: ":") else {
        throw .unexpected(at: cursor.position - 1)
      }
      members.append((text(of: key) ?? "", try cursor.value()))
    }
    if let rest = cursor.skippingSpace() { throw .unexpected(at: rest) }
    return members
  }

  /// A string's or a number's text; `nil` for other values.
  func text(of value: Value) -> String? {
    switch value {
    case .string(let range, isEscaped: false), .number(let range):
      String(decoding: bytes[range], as: UTF8.self)
    case .string(let range, isEscaped: true): unescaped(range)
    default: nil
    }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      let next = bytes[i..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) ?? range.upperBound
      output += bytes[i..<next]
      i = next
      guard i < range.upperBound else { break }
      let escape = bytes[i + 1]
      i += 2
      switch escape {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "u"):
        var value = hexadecimal(at: i)
        i += 4
        if value & 0xFC00 == 0xD800, i + 6 <= range.upperBound, bytes[i] == UInt8(ascii: "\\"),
          bytes[i + 1] == UInt8(ascii: "u")
        {
          let low = hexadecimal(at: i + 2)
          if low & 0xFC00 == 0xDC00 {
            value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
            i += 6
          }
        }
        output += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
      default: output.append(escape)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The value of four hexadecimal digits, which the cursor has checked.
  private func hexadecimal(at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { value, byte in
      value << 4 + UInt32(byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x57)
    }
  }
}
