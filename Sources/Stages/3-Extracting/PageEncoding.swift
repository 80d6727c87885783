internal import ArabicScript

/// Tells the encoding of a page and turns it into UTF-8.
enum PageEncoding {
  /// A page in UTF-8, with the name of the encoding it had.
  struct Decoded { let bytes: [UInt8], name: String, isAsDeclared: Bool }

  /// Decodes a page: by byte order mark, else as UTF-8 if it is, else as declared by the header, then
  /// by the page, else by what the bytes look like.
  static func decode(_ bytes: [UInt8], declared: String?) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Decoded(bytes: repaired(Array(bytes.dropFirst(3))), name: "utf-8", isAsDeclared: true)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Decoded(bytes: utf16(bytes), name: "utf-16", isAsDeclared: true)
    }
    let label = (declared ?? metaLabel(of: bytes))?.lowercased()
    if (try? UTF8Span(validating: bytes.span)) != nil {
      return Decoded(
        bytes: bytes, name: "utf-8", isAsDeclared: label == nil || label?.hasPrefix("utf") == true)
    }
    let high = bytes.filter { $0 >= 0x80 }
    if let label, label.contains("8859-6") || label == "arabic", !Windows1256.looksLike(high) {
      return Decoded(bytes: iso8859Part6(bytes), name: "iso-8859-6", isAsDeclared: true)
    }
    let isArabic = Windows1256.looksLike(high)
    if isArabic || label?.contains("1256") == true {
      return Decoded(
        bytes: Windows1256.utf8(decoding: bytes), name: "windows-1256",
        isAsDeclared: label?.contains("1256") == true)
    }
    if label == nil || label?.hasPrefix("utf") == true {
      // A few broken bytes in UTF-8, or a western page that says nothing.
      let isMostlyUTF8 =
        String(decoding: bytes, as: UTF8.self).unicodeScalars
        .lazy.filter { $0 == "\u{FFFD}" }.count * 20 < high.count
      if isMostlyUTF8 {
        return Decoded(bytes: repaired(bytes), name: "utf-8", isAsDeclared: true)
      }
    }
    return Decoded(bytes: latin(bytes), name: "windows-1252", isAsDeclared: label != nil)
  }

  /// The encoding that the first kilobytes of a page declare.
  private static func metaLabel(of bytes: [UInt8]) -> String? {
    let limit = min(bytes.count, 4096)
    guard let at = ByteSearch.find(Array("charset=".utf8), in: bytes, 0..<limit) else { return nil }
    let rest = bytes[(at + 8)..<limit].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    let label = rest.prefix {
      $0 &- 0x30 < 10 || ByteSearch.lower($0) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes[0] == 0xFF
    var units: [UInt16] = []
    for i in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// ISO/IEC 8859-6: its letters stand 0x560 below their code points, in the same order.
  private static func iso8859Part6(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isArabic = byte >= 0xAC && byte != 0xAD
      let value = isArabic ? UInt32(byte) + 0x560 : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// windows-1252, as browsers read what calls itself ISO 8859-1 (WHATWG Encoding, 4.2).
  private static func latin(_ bytes: [UInt8]) -> [UInt8] {
    let special: [UInt8: String] = [
      0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x8A: "Š", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘",
      0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9A: "š",
      0x9C: "œ", 0x9E: "ž",
    ]
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if byte < 0xA0, let sign = special[byte] {
        text += sign.utf8
      } else {
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      }
    }
    return text
  }
}
