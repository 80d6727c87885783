/// Looks up members in the JSON-LD of a page, which is often no valid JSON.
struct LinkedData {
  /// The scripts' texts, one after the other.
  private let bytes: [UInt8]
  /// The object that is the article, if one says so; else all.
  private let article: Range<Int>

  /// The types of schema.org that are articles.
  private static let articleTypes: [[UInt8]] = [
    "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "LiveBlogPosting",
    "OpinionNewsArticle", "AnalysisNewsArticle", "Report", "TechArticle", "ScholarlyArticle",
  ].map { Array($0.utf8) }

  /// Takes scripts' texts, and finds the article in them.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    article = LinkedData.article(in: bytes) ?? 0..<bytes.count
  }

  /// The first string that a member of the article with that name holds.
  func string(_ name: String) -> String? {
    member(name).flatMap(string(at:)) ?? string(name, article)
  }

  /// The offset behind the colon of a member of the article itself, not of an object within it.
  private func member(_ name: String) -> Int? {
    var depth = 0
    var i = article.lowerBound
    while i < article.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        let end = LinkedData.stringEnd(bytes, i)
        if depth == 1, end < bytes.count, bytes[(i + 1)..<end].elementsEqual(name.utf8) {
          let next = bytes[(end + 1)...].firstIndex { $0 > 0x20 }
          if let next, bytes[next] == UInt8(ascii: ":") { return next + 1 }
        }
        i = end
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return nil }
      default: break
      }
      i += 1
    }
    return nil
  }

  /// The names of the persons or organisations that a member of the article holds.
  func name(of member: String) -> String? {
    if let text = string(member) { return text }
    guard let start = end(of: member, article) else { return nil }
    let value = start..<valueEnd(start)
    var names: [String] = []
    var from = value.lowerBound
    while names.count < 4, let at = end(of: "name", from..<value.upperBound) {
      if let text = string(at: at), !text.isEmpty, !names.contains(text) { names.append(text) }
      from = at
    }
    if !names.isEmpty { return names.joined(separator: ", ") }
    return string("@id", value).flatMap(name(ofID:))
  }

  /// The name of the object that is told of elsewhere under that id.
  private func name(ofID id: String) -> String? {
    var from = 0
    while let at = end(of: "@id", from..<bytes.count) {
      from = at
      guard string(at: at) == id else { continue }
      if let name = string("name", at..<min(bytes.count, at + 300)) { return name }
    }
    return nil
  }

  /// Whether one of the values of `@type` is that word.
  func hasType(_ type: String) -> Bool {
    LinkedData.find(Array("\"\(type)\"".utf8), in: bytes, 0..<bytes.count) != nil
  }

  private func string(_ name: String, _ range: Range<Int>) -> String? {
    end(of: name, range).flatMap(string(at:))
  }

  private func string(at start: Int) -> String? {
    var i = start
    while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "[") { i += 1 }
    guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { return nil }
    return text(at: i + 1)
  }

  /// The offset behind the colon of the member.
  private func end(of name: String, _ range: Range<Int>) -> Int? {
    let wanted = Array("\"\(name)\"".utf8)
    var from = range.lowerBound
    while let found = LinkedData.find(wanted, in: bytes, from..<range.upperBound) {
      var i = found + wanted.count
      while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
      if i < bytes.count, bytes[i] == UInt8(ascii: ":") { return i + 1 }
      from = found + wanted.count
    }
    return nil
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    let last = range.upperBound - wanted.count
    while i <= last {
      if bytes[i] == wanted[0] {
        var k = 1
        while k < wanted.count, bytes[i + k] == wanted[k] { k += 1 }
        if k == wanted.count { return i }
      }
      i += 1
    }
    return nil
  }

  /// The offset behind the object or list that begins at `start`.
  private func valueEnd(_ start: Int) -> Int {
    var depth = 0
    var i = start
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\""): i = LinkedData.stringEnd(bytes, i)
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return i + 1 }
      default: break
      }
      i += 1
    }
    return bytes.count
  }

  /// The offset of the quotation mark that closes the string opened at `start`.
  private static func stringEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var i = start + 1
    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return i
  }

  /// The range of the first object whose type is an article's.
  private static func article(in bytes: [UInt8]) -> Range<Int>? {
    var opens: [Int] = []
    var found: (start: Int, depth: Int)?
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "{"): opens.append(i)
      case UInt8(ascii: "}"):
        if let open = found, opens.count == open.depth { return open.start..<i + 1 }
        _ = opens.popLast()
      case UInt8(ascii: "\""):
        let end = stringEnd(bytes, i)
        if found == nil, end <= bytes.count, let open = opens.last,
          articleTypes.contains(where: {
            bytes[min(i + 1, end)..<min(end, bytes.count)].elementsEqual($0)
          }),
          followsType(bytes, i)
        {
          found = (open, opens.count)
        }
        i = end
      default: break
      }
      i += 1
    }
    return found.map { $0.start..<bytes.count }
  }

  /// Whether a string is the value of `@type`, or stands in its list.
  private static func followsType(_ bytes: [UInt8], _ start: Int) -> Bool {
    let before = bytes[max(0, start - 60)..<start]
    return find(Array("\"@type\"".utf8), in: Array(before), 0..<before.count) != nil
  }

  private func text(at start: Int) -> String {
    var output: [UInt8] = []
    var i = start
    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
      guard bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count else {
        output.append(bytes[i])
        i += 1
        continue
      }
      let escape = bytes[i + 1]
      i += 2
      guard escape == UInt8(ascii: "u"), let unit = unit(at: i) else {
        output.append("nrt".utf8.contains(escape) ? 0x20 : escape)
        continue
      }
      i += 4
      var units = [unit]
      // Letters beyond the first plane are two escapes.
      if UTF16.isLeadSurrogate(unit), i + 6 <= bytes.count, bytes[i] == UInt8(ascii: "\\"),
        let second = self.unit(at: i + 2)
      {
        units.append(second)
        i += 6
      }
      output += String(decoding: units, as: UTF16.self).utf8
    }
    return CharacterReferences.text(of: output[...])
  }

  private func unit(at start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    return UInt16(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
  }
}
