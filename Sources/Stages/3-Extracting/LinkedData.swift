/// Looks up members in the JSON-LD of a page, which is often no valid JSON.
struct LinkedData {
  /// The scripts' texts, one after the other.
  let bytes: [UInt8]

  /// The first string that a member of that name holds.
  func string(_ name: String, from start: Int = 0, within limit: Int = .max) -> String? {
    guard var i = end(of: name, from: start, within: limit) else { return nil }
    while i < bytes.count, bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: "[") { i += 1 }
    guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else { return nil }
    return text(at: i + 1)
  }

  /// The name of the person or organisation that a member holds.
  func name(of member: String) -> String? {
    if let text = string(member) { return text }
    guard let start = end(of: member, from: 0, within: .max) else { return nil }
    return string("name", from: start, within: start + 400)
  }

  /// Whether one of the values of `@type` is that word.
  func hasType(_ type: String) -> Bool {
    let wanted = Array("\"\(type)\"".utf8)
    return bytes.firstRange(of: wanted) != nil
  }

  /// The offset behind the colon of the member.
  private func end(of name: String, from start: Int, within limit: Int) -> Int? {
    let wanted = Array("\"\(name)\"".utf8)
    var from = start
    while from < bytes.count, let found = bytes[from...].firstRange(of: wanted) {
      guard found.lowerBound < limit else { return nil }
      var i = found.upperBound
      while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
      if i < bytes.count, bytes[i] == UInt8(ascii: ":") { return i + 1 }
      from = found.upperBound
    }
    return nil
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
      if escape == UInt8(ascii: "u"), i + 4 <= bytes.count {
        let digits = String(decoding: bytes[i..<i + 4], as: UTF8.self)
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        output += Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
        i += 4
      } else {
        output.append("nrt".utf8.contains(escape) ? 0x20 : escape)
      }
    }
    return CharacterReferences.text(of: output[...])
  }
}
