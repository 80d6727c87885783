/// The single-byte Arabic encoding windows-1256: recognising it and turning it into UTF-8.
///
/// The table stands in `Data/script/windows-1256.tsv`.
public enum Windows1256 {
  /// The text of windows-1256 bytes as UTF-8.
  ///
  /// Every byte has a code point, so this always succeeds; ask ``looksLike(_:)`` first.
  public static func utf8(decoding bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { output += table[Int(byte) - 0x80] }
    }
    return output
  }

  /// Whether bytes that are not UTF-8 are, by all signs, Arabic in windows-1256.
  ///
  /// Cautious, because a wrong guess makes nonsense that looks like Arabic: there must be no control
  /// characters, nine tenths of the bytes from 80 on must be Arabic letters or marks, and the letters
  /// must be as frequent as they are in Arabic (alef, lam, yeh, meem, waw, noon, reh and teh are
  /// above half of any Arabic text; UTF-8 with a broken byte is half tah and zah instead).
  public static func looksLike(_ bytes: [UInt8]) -> Bool {
    var high = 0
    var arabic = 0
    var frequent = 0
    for byte in bytes {
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C { return false }
      guard byte >= 0x80 else { continue }
      high += 1
      if isArabic[Int(byte) - 0x80] { arabic += 1 }
      if isFrequent[Int(byte) - 0x80] { frequent += 1 }
    }
    return high >= 4 && arabic * 10 >= high * 9 && frequent * 5 >= arabic * 2
  }

  /// The UTF-8 bytes of the bytes 80 to FF.
  private static let table: [[UInt8]] = scalars.map { Array(String(Character($0)).utf8) }

  private static let isArabic: [Bool] = scalars.map { (0x60C...0x6D2).contains($0.value) }

  private static let isFrequent: [Bool] = scalars.map { "اليمونرت".unicodeScalars.contains($0) }

  private static let scalars: [Unicode.Scalar] = {
    var scalars = [Unicode.Scalar](repeating: "\u{FFFD}", count: 0x80)
    for row in DataFile("script/windows-1256.tsv").rows {
      guard let byte = UInt8(row[0], radix: 16), byte >= 0x80,
        let scalar = UInt32(row[1], radix: 16).flatMap(Unicode.Scalar.init)
      else { continue }
      scalars[Int(byte) - 0x80] = scalar
    }
    return scalars
  }()
}
