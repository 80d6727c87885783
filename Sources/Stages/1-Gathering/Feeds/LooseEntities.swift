/// Makes the ampersands of careless writers into XML.
enum LooseEntities {
  /// Resolves the names of HTML's entities, which XML does not know, and escapes each `&` that begins no
  /// reference that is known; what stands in CDATA sections stays.
  static func repaired(_ utf8: [UInt8]) -> [UInt8] {
    guard utf8.contains(0x26) else { return utf8 }
    var output: [UInt8] = []
    output.reserveCapacity(utf8.count + 256)
    var i = 0
    while i < utf8.count {
      if utf8[i] == 0x3C, utf8[i...].starts(with: opening) {
        let end = endOfSection(utf8, from: i)
        output += utf8[i..<end]
        i = end
      } else if utf8[i] == 0x26 {
        i = takeReference(utf8, at: i, into: &output)
      } else {
        output.append(utf8[i])
        i += 1
      }
    }
    return output
  }

  private static let opening = Array("<![CDATA[".utf8)
  /// The names that XML itself knows.
  private static let known: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  private static func endOfSection(_ utf8: [UInt8], from start: Int) -> Int {
    var i = start
    while i + 2 < utf8.count {
      if utf8[i] == 0x5D, utf8[i + 1] == 0x5D, utf8[i + 2] == 0x3E { return i + 3 }
      i += 1
    }
    return utf8.count
  }

  /// Takes the `&` at `start`, with its reference if it begins one; gives where to go on.
  private static func takeReference(
    _ utf8: [UInt8], at start: Int, into output: inout [UInt8]
  ) -> Int {
    var end = start + 1
    let limit = min(utf8.count, start + 34)
    while end < limit, isNameByte(utf8[end]) { end += 1 }
    guard end < limit, utf8[end] == 0x3B, end > start + 1 else {
      output += "&amp;".utf8
      return start + 1
    }
    let name = String(decoding: utf8[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#") || known.contains(name) {
      output += utf8[start...end]
    } else if let scalar = HTMLReference.scalar(Array(name.utf8)) {
      output += String(Character(scalar)).utf8
    } else {
      output += "&amp;".utf8
      return start + 1
    }
    return end + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x23
  }
}
