/// Words with a number each, looked up by their folded spelling.
///
/// Open addressing over one block of bytes; built once, then only read.
public struct WordTable: Sendable {
  private var slots: [Slot]
  private var spellings: [UInt8] = []
  private let mask: Int

  private struct Slot: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0
    /// The high half of the hash: what differs in it needs no comparison of letters.
    var tag: UInt32 = 0
    var value: Int32 = WordTable.none
  }

  /// What `value` gives for a word that is not in the table.
  public static let none: Int32 = -1

  /// Makes a table of words spelt in UTF-8 (folded as the texts will be) and their numbers; of equal
  /// words the first counts.
  public init(_ words: [(spelling: [UInt8], value: Int32)]) {
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    slots = [Slot](repeating: Slot(), count: capacity)
    mask = capacity - 1
    for (spelling, value) in words where !spelling.isEmpty { insert(spelling, value) }
  }

  /// The number of the word whose spelling is `bytes[start ..< end]`, or `none`.
  public func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let hash = hash(bytes, start, end)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var i = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[i]
      if slot.value == WordTable.none { return WordTable.none }
      if slot.tag == tag, Int(slot.count) == end - start, isEqual(slot, bytes, start) {
        return slot.value
      }
      i = (i + 1) & mask
    }
  }

  /// The number of a word, or `none`.
  public func value(_ spelling: [UInt8]) -> Int32 { value(spelling.span, 0, spelling.count) }

  private mutating func insert(_ spelling: [UInt8], _ value: Int32) {
    let hash = hash(spelling.span, 0, spelling.count)
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i].value != WordTable.none {
      if Int(slots[i].count) == spelling.count, isEqual(slots[i], spelling.span, 0) { return }
      i = (i + 1) & mask
    }
    slots[i] = Slot(
      start: UInt32(spellings.count), count: UInt32(spelling.count),
      tag: UInt32(truncatingIfNeeded: hash >> 32), value: value)
    spellings += spelling
  }

  private func isEqual(_ slot: Slot, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let base = Int(slot.start)
    for k in 0..<Int(slot.count) where spellings[base + k] != bytes[start + k] { return false }
    return true
  }

  /// FNV-1a, 64 bit (Fowler, Noll, Vo) over pairs of bytes, a letter each in Arabic, folded once more so
  /// that low bits mix.
  private func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = start
    while i + 1 < end {
      let pair = UInt64(bytes[i]) | UInt64(bytes[i + 1]) << 8
      value = (value ^ pair) &* 0x100_0000_01B3
      i += 2
    }
    if i < end { value = (value ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    return value ^ value >> 29
  }
}

extension TokenizedText {
  /// The number of the token's folded spelling in a table, without `prefix` bytes at its start and
  /// `suffix` bytes at its end; `WordTable.none` if nothing would be left.
  public func look(up index: Int, in table: WordTable, prefix: Int = 0, suffix: Int = 0) -> Int32 {
    let token = tokens[index]
    let start = Int(token.keyStart) + prefix
    let end = Int(token.keyEnd) - suffix
    guard start < end else { return WordTable.none }
    return table.value(keys.span, start, end)
  }

  /// The length in bytes of the token's folded spelling.
  public func keyLength(_ index: Int) -> Int {
    Int(tokens[index].keyEnd - tokens[index].keyStart)
  }

  /// The code point at letter `position` of the token's folded spelling, if all letters before it
  /// take two bytes; 0 if there is none.
  public func letter(_ index: Int, _ position: Int) -> UInt32 {
    let at = Int(tokens[index].keyStart) + 2 * position
    guard position >= 0, at + 1 < Int(tokens[index].keyEnd), keys[at] >= 0xC2, keys[at] < 0xE0
    else { return 0 }
    return UInt32(keys[at] & 0x1F) << 6 | UInt32(keys[at + 1] & 0x3F)
  }
}
