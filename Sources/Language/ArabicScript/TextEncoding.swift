/// Tells the encoding of a document and turns it into UTF-8.
package enum TextEncoding {
  /// A document in UTF-8, with the name of the encoding it had.
  package struct Decoded: Sendable, Hashable {
    package let bytes: [UInt8]
    package let name: String
    package let isAsDeclared: Bool
  }

  /// Decodes a document: by byte order mark, else as UTF-8 if it is, else as declared, unless the bytes look
  /// otherwise.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - label: The encoding that is declared, known or not.
  /// - Returns: The document in UTF-8.
  package static func decode(_ bytes: [UInt8], label: String?) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Decoded(bytes: repaired(Array(bytes.dropFirst(3))), name: "utf-8", isAsDeclared: true)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Decoded(
        bytes: utf16(bytes.dropFirst(2), isLittle: bytes[0] == 0xFF), name: "utf-16",
        isAsDeclared: true)
    }
    let label = label?.lowercased()
    // Marks of ASCII with zeros between them.
    if label?.hasPrefix("utf-16") == true, bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) {
      return Decoded(
        bytes: utf16(bytes[...], isLittle: bytes[1] == 0), name: "utf-16", isAsDeclared: true)
    }
    if (try? UTF8Span(validating: bytes.span)) != nil {
      return Decoded(
        bytes: bytes, name: "utf-8", isAsDeclared: label == nil || label?.hasPrefix("utf") == true)
    }
    return singleBytes(bytes, label)
  }

  private static func singleBytes(_ bytes: [UInt8], _ label: String?) -> Decoded {
    let high = bytes.filter { $0 >= 0x80 }
    let isArabic = Windows1256.looksLike(high) && standTogether(bytes, high.count)
    if let label, label.contains("8859-6") || label == "arabic", !isArabic {
      return Decoded(bytes: iso8859Part6(bytes), name: "iso-8859-6", isAsDeclared: true)
    }
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

  /// Whether the bytes from 80 on stand beside one another, as letters of Arabic words do; accented letters of
  /// western words stand alone.
  private static func standTogether(_ bytes: [UInt8], _ count: Int) -> Bool {
    var runs = 0
    var isWithin = false
    for byte in bytes {
      if byte >= 0x80, !isWithin { runs += 1 }
      isWithin = byte >= 0x80
    }
    return 2 * runs <= count
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    var units: [UInt16] = []
    for i in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
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
