internal import ArabicScript

/// Character references such as `&amp;` and `&#1593;` (HTML standard, 13.5).
enum CharacterReferences {
  private static let named: [String: String] = Dictionary(
    DataFile("extracting/character-references.tsv").rows.map { ($0[0], $0[1]) },
    uniquingKeysWith: { first, _ in first })

  /// What bytes 80 to 9F of windows-1252 mean when a number names them (HTML standard, 13.2.5.80).
  private static let misnumbered: [UInt32: UInt32] = [
    0x80: 0x20AC, 0x82: 0x201A, 0x84: 0x201E, 0x85: 0x2026, 0x8B: 0x2039, 0x91: 0x2018,
    0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014,
    0x9B: 0x203A, 0xA0: 0x20,
  ]

  /// The text with its references replaced.
  static func text(of bytes: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    append(Array(bytes), 0..<bytes.count, to: &output)
    return Spacing.collapsed(output)
  }

  /// Appends a range of bytes with its references replaced.
  static func append(_ bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "&"), let (value, end) = reference(bytes[range], at: i) else {
        i += 1
        continue
      }
      output += bytes[start..<i]
      output += value.utf8
      i = end
      start = end
    }
    output += bytes[start..<range.upperBound]
  }

  private static func reference(_ bytes: ArraySlice<UInt8>, at start: Int) -> (String, Int)? {
    var end = start + 1
    while end < bytes.endIndex, end - start < 12, bytes[end] != UInt8(ascii: ";") {
      guard bytes[end] > 0x20, bytes[end] != UInt8(ascii: "&") else { return nil }
      end += 1
    }
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard name.hasPrefix("#") else { return named[name].map { ($0, end + 1) } }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
      let scalar = Unicode.Scalar(misnumbered[number] ?? number), number > 0
    else { return nil }
    return (String(Character(scalar)), end + 1)
  }
}

/// White space as pages mean it.
enum Spacing {
  /// The text with runs of white space made one space and none at its ends; no-break spaces and
  /// zero width spaces count as white space.
  static func collapsed(_ bytes: [UInt8]) -> String {
    String(decoding: collapsedBytes(bytes), as: UTF8.self)
  }

  /// The same, as bytes.
  static func collapsedBytes(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isPending = false
    var i = 0
    while i < bytes.count {
      var width = 0
      if bytes[i] <= 0x20 {
        width = 1
      } else if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 {
        width = 2
      } else if bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] == 0x8B {
        width = 3
      } else if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xAD {
        // A soft hyphen is a place where a word may be broken, and no letter.
        i += 2
        continue
      }
      if width > 0 {
        isPending = !output.isEmpty
        i += width
        continue
      }
      if isPending { output.append(0x20) }
      isPending = false
      output.append(bytes[i])
      i += 1
    }
    return output
  }
}
