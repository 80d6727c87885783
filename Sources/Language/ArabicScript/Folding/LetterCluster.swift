/// A letter with the signs that join it, composed as Unicode's Normalization Form C composes them
/// and then folded; the way that text takes only where such a sign stands.
///
/// Signs and controls that the level drops count as absent, so that hamza finds its alef behind a
/// vowel sign or a joiner. Hamza on tatweel is the hamza yeh.
/// Source: Unicode Standard Annex 15 (composition, blocking), section 3.12 (Hangul).
struct LetterCluster {
  /// The offset of the letter.
  let start: Int
  /// The offset behind the last sign.
  let end: Int
  /// The bytes that the letter alone had been folded to.
  let replacedCount: Int
  /// The fold of the whole.
  let folded: [UInt8]

  private static let tatweel: UInt32 = 0x640
  private static let rules = FoldingRules.shared

  /// Reads the cluster to which the joining sign at `sign` belongs.
  ///
  /// The letter begins at `floor` or later; the text ends at `end`.
  init(_ text: Span<UInt8>, sign: Int, floor: Int, end: Int, table: FoldingTable) {
    let start = Self.letter(text, before: sign, floor: floor, end: end, table)
    var parts = Parts()
    var i = start
    var seat = false
    while i < end, let next = CodePoint(text, at: i, before: end) {
      let entry = table.entry(next.value)
      if next.value == Self.tatweel, Self.isSeat(text, i + next.count, end, table) {
        guard i == start else { break }
        seat = true
      } else if i == start {
        parts.append(next.value)
      } else if entry.joins {
        guard Self.rules.isMark(next.value) || parts.takes(next.value, table) else { break }
        parts.append(next.value)
      } else if !entry.isDropped {
        break
      }
      i += next.count
    }
    if seat { parts.seatHamza() }
    self.start = start
    self.end = i
    replacedCount = start == sign ? 0 : Self.foldedCount(text, start, end, table)
    var folded: [UInt8] = []
    for value in parts.composed(table) {
      let entry = table.entry(value)
      if entry.isReplaced {
        folded += table.pool[entry.offset..<entry.offset + entry.count]
      } else {
        folded.append(codePoint: value)
      }
    }
    self.folded = folded
  }

  /// The offset of the letter that the sign joins; the sign's own if there is none.
  private static func letter(
    _ text: Span<UInt8>, before sign: Int, floor: Int, end: Int, _ table: FoldingTable
  ) -> Int {
    var i = sign
    while let previous = CodePoint(text, endingAt: i, from: floor) {
      i -= previous.count
      let entry = table.entry(previous.value)
      if previous.value == tatweel, isSeat(text, i + previous.count, end, table) { return i }
      if entry.isDropped || entry.joins && rules.isMark(previous.value) { continue }
      return i
    }
    return sign
  }

  /// Whether a hamza stands among the signs from `i` on, before the next letter or tatweel.
  private static func isSeat(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ table: FoldingTable
  ) -> Bool {
    var i = start
    while i < end, let next = CodePoint(text, at: i, before: end), next.value != tatweel {
      if next.value == 0x654 || next.value == 0x655 { return true }
      let entry = table.entry(next.value)
      guard entry.isDropped || entry.joins && rules.isMark(next.value) else { return false }
      i += next.count
    }
    return false
  }

  private static func foldedCount(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ table: FoldingTable
  ) -> Int {
    guard let letter = CodePoint(text, at: start, before: end) else { return 0 }
    let entry = table.entry(letter.value)
    return entry.isReplaced ? entry.count : letter.count
  }
}

extension LetterCluster {
  /// The code points of a cluster, decomposed.
  private struct Parts {
    private var values: [(codePoint: UInt32, kind: UInt8)] = []

    mutating func append(_ codePoint: UInt32) {
      if let (first, second) = rules.decompositions[codePoint] {
        append(first)
        append(second)
      } else if let rule = rules.replacements[codePoint], rule.level == .marks,
        !rule.codePoints.isEmpty
      {
        for part in rule.codePoints { append(part) }
      } else {
        values.append((codePoint, rules.classes[codePoint] ?? 0))
      }
    }

    /// Whether what is there so far composes with a code point that is no mark.
    mutating func takes(_ codePoint: UInt32, _ table: FoldingTable) -> Bool {
      let composed = self.composed(table)
      guard let last = composed.last, rules.composition(last, codePoint) != nil else {
        return false
      }
      values = composed.map { ($0, rules.classes[$0] ?? 0) }
      return true
    }

    /// Puts the hamza yeh in the place of the first hamza.
    mutating func seatHamza() {
      guard let i = values.firstIndex(where: { $0.codePoint == 0x654 || $0.codePoint == 0x655 })
      else { return }
      values.remove(at: i)
      values.insert((0x64A, 0), at: 0)
      values.insert((0x654, 230), at: 1)
    }

    /// The code points in canonical order (the sort is stable) and composed; a sign that
    /// the table drops where no letter takes it neither blocks nor is blocked.
    func composed(_ table: FoldingTable) -> [UInt32] {
      var ordered = values
      var start = 0
      for i in 0...ordered.count where i == ordered.count || ordered[i].kind == 0 {
        ordered[start..<i].sort { $0.kind < $1.kind }
        start = i + 1
      }
      var result: [UInt32] = []
      var starter: Int?
      var lastKind = 0
      for (codePoint, kind) in ordered {
        let entry = table.entry(codePoint)
        let isDropped = entry.isReplaced && entry.count == 0
        let isFree = isDropped || starter == result.count - 1 || lastKind < Int(kind)
        if let starter, isFree, let both = rules.composition(result[starter], codePoint) {
          result[starter] = both
          continue
        }
        if isDropped { continue }
        result.append(codePoint)
        lastKind = Int(kind)
        if kind == 0 { starter = result.count - 1 }
      }
      return result
    }
  }
}

extension FoldingRules {
  /// The letter that two code points compose, if there is one.
  func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if let both = compositions[Self.pairKey(first, second)] { return both }
    if first >= 0x1100, first < 0x1113, second >= 0x1161, second < 0x1176 {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if first >= 0xAC00, first < 0xD7A4, (first - 0xAC00) % 28 == 0, second > 0x11A7, second < 0x11C3
    {
      return first + second - 0x11A7
    }
    return nil
  }

  /// Whether a joining code point is a mark, whose order among other marks may differ.
  func isMark(_ codePoint: UInt32) -> Bool {
    if classes[codePoint] != nil { return true }
    guard let rule = replacements[codePoint], rule.level == .marks,
      let first = rule.codePoints.first
    else { return false }
    return classes[first] != nil
  }
}
