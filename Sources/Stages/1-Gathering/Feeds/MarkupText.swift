/// The text of a piece of HTML such as titles and summaries of feeds hold.
///
/// A `<` that begins no tag and a `&` that begins no reference are text. Scripts, styles and comments are none. Time is
/// linear in the length.
enum MarkupText {
  /// The text in UTF-8 without its tags, references resolved, with a space where a line ends.
  static func of(_ utf8: borrowing Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count)
    var i = 0
    while i < utf8.count {
      switch utf8[i] {
      case UInt8(ascii: "<"): i = takeTag(utf8, at: i, into: &output)
      case UInt8(ascii: "&"): i = takeReference(utf8, at: i, into: &output)
      default:
        output.append(utf8[i])
        i += 1
      }
    }
    return output
  }

  /// The elements behind whose tags a line ends.
  private static let lines: Set<String> = [
    "p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "title", "ul",
    "ol", "table",
  ]

  private static func takeTag(
    _ utf8: borrowing Span<UInt8>, at start: Int, into output: inout [UInt8]
  ) -> Int {
    var nameStart = start + 1
    if nameStart < utf8.count, utf8[nameStart] == UInt8(ascii: "!") {
      return endOfComment(utf8, at: start) ?? keep(utf8[start], at: start, into: &output)
    }
    if nameStart < utf8.count, utf8[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
    var nameEnd = nameStart
    while nameEnd < utf8.count, nameEnd - nameStart < 12, isNameByte(utf8[nameEnd]) { nameEnd += 1 }
    guard nameEnd > nameStart, !(utf8[nameStart] &- 0x30 < 10), let end = endOfTag(utf8, nameEnd)
    else { return keep(utf8[start], at: start, into: &output) }
    let name = String(decoding: (nameStart..<nameEnd).map { utf8[$0] | 0x20 }, as: UTF8.self)
    if lines.contains(name) { output.append(0x20) }
    guard name == "script" || name == "style", nameStart == start + 1 else { return end }
    return endOfRaw(utf8, name, from: end)
  }

  private static func keep(_ byte: UInt8, at start: Int, into output: inout [UInt8]) -> Int {
    output.append(byte)
    return start + 1
  }

  /// The longest tag that is taken for one, in bytes.
  private static let tagLimit = 8_192

  /// Behind the `>` that closes a tag; one within quotation marks closes none.
  private static func endOfTag(_ utf8: borrowing Span<UInt8>, _ start: Int) -> Int? {
    var quote: UInt8?
    var i = start
    let limit = min(utf8.count, start + tagLimit)
    while i < limit {
      let byte = utf8[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return i + 1
      } else if byte == 0x22 || byte == 0x27, utf8[i - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      i += 1
    }
    return nil
  }

  private static func endOfComment(_ utf8: borrowing Span<UInt8>, at start: Int) -> Int? {
    let isComment = start + 3 < utf8.count && utf8[start + 2] == 0x2D && utf8[start + 3] == 0x2D
    guard isComment else { return endOfTag(utf8, start + 2) }
    var i = start + 4
    while i + 2 < utf8.count {
      if utf8[i] == 0x2D, utf8[i + 1] == 0x2D, utf8[i + 2] == UInt8(ascii: ">") { return i + 3 }
      i += 1
    }
    return utf8.count
  }

  /// Where the closing tag of a script or style begins.
  private static func endOfRaw(
    _ utf8: borrowing Span<UInt8>, _ name: String, from start: Int
  ) -> Int {
    let closing = Array("</\(name)".utf8)
    var i = start
    while i + closing.count <= utf8.count {
      if closing.indices.allSatisfy({
        $0 < 2 ? utf8[i + $0] == closing[$0] : utf8[i + $0] | 0x20 == closing[$0]
      }) {
        return i
      }
      i += 1
    }
    return utf8.count
  }

  private static func takeReference(
    _ utf8: borrowing Span<UInt8>, at start: Int, into output: inout [UInt8]
  ) -> Int {
    var end = start + 1
    let limit = min(utf8.count, start + 34)
    while end < limit, isNameByte(utf8[end]) || utf8[end] == UInt8(ascii: "#") { end += 1 }
    guard end < limit, utf8[end] == UInt8(ascii: ";"),
      let scalar = HTMLReference.scalar((start + 1..<end).map { utf8[$0] })
    else { return keep(utf8[start], at: start, into: &output) }
    output += String(Character(scalar)).utf8
    return end + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
