/// The document type declaration of XML.
enum DocumentType {
  /// The document without its type and what that declares.
  static func removed(_ utf8: [UInt8]) -> [UInt8] {
    var i = 0
    while i < utf8.count {
      if utf8[i] <= 0x20 {
        i += 1
      } else if starts(utf8, i, "<?") {
        i = end(of: "?>", utf8, from: i + 2)
      } else if starts(utf8, i, "<!--") {
        i = end(of: "-->", utf8, from: i + 4)
      } else if starts(utf8, i, "<!doctype") {
        return Array(utf8[..<i] + utf8[endOfType(utf8, from: i + 9)...])
      } else {
        return utf8
      }
    }
    return utf8
  }

  private static func endOfType(_ utf8: [UInt8], from start: Int) -> Int {
    var depth = 0
    var i = start
    while i < utf8.count {
      switch utf8[i] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return i + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        i = utf8[(i + 1)...].firstIndex(of: utf8[i]) ?? utf8.count
      case UInt8(ascii: "<") where starts(utf8, i, "<!--"):
        i = end(of: "-->", utf8, from: i + 4) - 1
      default: break
      }
      i += 1
    }
    return utf8.count
  }

  private static func starts(_ utf8: [UInt8], _ start: Int, _ text: String) -> Bool {
    let text = text.utf8
    guard utf8.count - start >= text.count else { return false }
    return zip(utf8[start...], text).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  /// Behind the next place where the text stands.
  private static func end(of text: String, _ utf8: [UInt8], from start: Int) -> Int {
    var i = start
    while i < utf8.count {
      if starts(utf8, i, text) { return i + text.utf8.count }
      i += 1
    }
    return utf8.count
  }
}
