/// What each code point becomes at one folding level.
///
/// Code points below U+0800 are looked up in an array, others in a sorted list of exceptions.
struct FoldingTable: Sendable {
  /// Replacement of code points below U+0800: the UTF-8 bytes packed low byte first, count in the
  /// top byte; `same` if it stays, 0 if it is dropped.
  let low: [UInt32]
  /// Exceptions from U+0800 on, by code point.
  let high: [UInt32: [UInt8]]

  static let same = UInt32.max

  static let marks = FoldingTable(level: .marks)
  static let letters = FoldingTable(level: .letters)
  static let search = FoldingTable(level: .search)

  static func table(for level: FoldingLevel) -> FoldingTable {
    switch level {
    case .none, .marks: .marks
    case .letters: .letters
    case .search: .search
    }
  }

  private init(level: FoldingLevel) {
    var direct: [UInt32: [UInt32]] = [:]
    for row in DataFile("script/letters.tsv").rows {
      let rowLevel: FoldingLevel =
        switch row[1] {
        case "marks": .marks
        case "letters": .letters
        default: .search
        }
      guard rowLevel <= level, let codePoint = UInt32(row[0], radix: 16) else { continue }
      direct[codePoint] =
        row[2] == "-" ? [] : row[2].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }
    var low = [UInt32](repeating: FoldingTable.same, count: 0x800)
    var high: [UInt32: [UInt8]] = [:]
    for (codePoint, replacement) in direct {
      let final = replacement.flatMap { direct[$0] ?? [$0] }
      var bytes: [UInt8] = []
      for value in final {
        if let scalar = Unicode.Scalar(value) { bytes += Array(String(Character(scalar)).utf8) }
      }
      if codePoint < 0x800 {
        var packed = UInt32(bytes.count) << 24
        for (i, byte) in bytes.prefix(3).enumerated() { packed |= UInt32(byte) << (8 * UInt32(i)) }
        low[Int(codePoint)] = bytes.isEmpty ? 0 : packed
      } else {
        high[codePoint] = bytes
      }
    }
    self.low = low
    self.high = high
  }
}
