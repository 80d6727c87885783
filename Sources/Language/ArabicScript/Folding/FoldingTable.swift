/// What each code point becomes at one folding level, laid out for speed.
final class FoldingTable: Sendable {
  /// What the first two bytes of a text become, by these bytes, little end first.
  let pairs: [PairEntry]
  /// The page of 64 entries for each `codePoint >> 6`.
  let pages: [UInt16]
  /// By page and `codePoint & 63`: 0 if the code point stays as it is; otherwise flags, offset and
  /// number of bytes of the replacement in `pool`.
  let entries: [Entry]
  let pool: [UInt8]

  /// What becomes of one code point.
  struct Entry: Sendable, Equatable {
    let bits: UInt32

    static let same = Entry(bits: 0)

    /// Whether it may join the letter before it (`FoldingRules.joining`).
    var joins: Bool { bits >> 31 != 0 }
    /// Whether `pool[offset ..< offset + count]` takes its place.
    var isReplaced: Bool { bits >> 30 & 1 != 0 }
    /// Whether it goes and nothing may come to stay of it.
    var isDropped: Bool { bits >> 30 == 1 && count == 0 }
    var offset: Int { Int(bits >> 8 & 0x3F_FFFF) }
    var count: Int { Int(bits & 0xFF) }
  }

  private static let marks = FoldingTable(level: .marks, FoldingRules.shared)
  private static let letters = FoldingTable(level: .letters, FoldingRules.shared)
  private static let search = FoldingTable(level: .search, FoldingRules.shared)

  static func table(for level: FoldingLevel) -> FoldingTable {
    switch level {
    case .none, .marks: marks
    case .letters: letters
    case .search: search
    }
  }

  /// The entry of a code point below U+110000.
  @inline(__always)
  func entry(_ codePoint: UInt32) -> Entry {
    entries[Int(pages[Int(codePoint >> 6)]) << 6 | Int(codePoint & 63)]
  }

  private init(level: FoldingLevel, _ rules: FoldingRules) {
    var pool: [UInt8] = []
    var changed: [UInt32: Entry] = [:]
    for codePoint in rules.joining { changed[codePoint] = Entry(bits: 1 << 31) }
    for (codePoint, replacement) in rules.replacements where replacement.level <= level {
      let offset = pool.count
      for value in Self.expanded(codePoint, level, rules) {
        pool.append(codePoint: value)
      }
      let joins: UInt32 = changed[codePoint] == nil ? 0 : 1 << 31
      changed[codePoint] = Entry(
        bits: joins | 1 << 30 | UInt32(offset) << 8 | UInt32(pool.count - offset))
    }
    var pages = [UInt16](repeating: 0, count: 0x110000 >> 6)
    var entries = [Entry](repeating: .same, count: 64)
    for (codePoint, entry) in changed {
      let page = Int(codePoint >> 6)
      if pages[page] == 0 {
        pages[page] = UInt16(entries.count / 64)
        entries += [Entry](repeating: .same, count: 64)
      }
      entries[Int(pages[page]) << 6 | Int(codePoint & 63)] = entry
    }
    self.pool = pool
    self.pages = pages
    self.entries = entries
    self.pairs = Self.pairs(changed, pool)
  }

  /// The code points that a code point finally becomes.
  private static func expanded(
    _ codePoint: UInt32, _ level: FoldingLevel, _ rules: FoldingRules
  ) -> [UInt32] {
    guard let rule = rules.replacements[codePoint], rule.level <= level else { return [codePoint] }
    return rule.codePoints.flatMap { expanded($0, level, rules) }
  }

  private static func pairs(_ changed: [UInt32: Entry], _ pool: [UInt8]) -> [PairEntry] {
    var pairs = [PairEntry](repeating: .irregular, count: 0x10000)
    for codePoint: UInt32 in 0..<0x800 {
      let isOne = codePoint < 0x80
      var bytes = isOne ? codePoint : (0xC0 | codePoint >> 6) | (0x80 | codePoint & 63) << 8
      let source = Int(bytes)
      let readCount = isOne ? 1 : 2
      var count = readCount
      if let entry = changed[codePoint] {
        guard !entry.joins, entry.count <= count else { continue }
        bytes = 0
        for k in 0..<entry.count { bytes |= UInt32(pool[entry.offset + k]) << (8 * UInt32(k)) }
        count = entry.count
      }
      let pair = PairEntry(
        bytes: bytes, count: count, readCount: readCount, kind: .of(codePoint))
      if isOne {
        for next in 0..<256 { pairs[source | next << 8] = pair }
      } else {
        pairs[source] = pair
      }
    }
    return pairs
  }
}
