/// Numbers terms in the order in which they first come, by their bytes.
///
/// One flat table with linear probing; a look-up allocates nothing.
struct TermTable {
  /// All terms, end to end.
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// Each is a term's hash in the upper half and one more than its number in the lower one, or 0 where it is free.
  ///
  /// There are a power of two of them, and at most half of them are taken.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  /// How many terms there are.
  var count: Int { starts.count - 1 }

  /// Where a term's bytes stand.
  func range(_ term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  /// The number of a term.
  ///
  /// - Parameters:
  ///   - term: Its bytes, without the mark.
  ///   - mark: A byte that stands before them.
  /// - Returns: Its number, a new one if it comes for the first time.
  mutating func number(of term: Span<UInt8>, mark: UInt8? = nil) -> Int {
    // FNV-1a, 32 bits (Fowler, Noll and Vo).
    var hash: UInt32 = 0x811C_9DC5
    if let mark { hash = (hash ^ UInt32(mark)) &* 0x0100_0193 }
    for index in term.indices { hash = (hash ^ UInt32(term[index])) &* 0x0100_0193 }
    // The lowest bits of FNV are its weakest.
    hash ^= hash >> 15
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = slots[slot]
      let number = Int(UInt32(truncatingIfNeeded: found)) - 1
      if UInt32(found >> 32) == hash, holds(term, mark, number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    if let mark { bytes.append(mark) }
    for index in term.indices { bytes.append(term[index]) }
    starts.append(bytes.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The numbers of all terms, in the order of their bytes.
  func sorted() -> [Int] {
    // Most terms differ within eight bytes, which compare as one number.
    let keys = (0..<count).map { (start: prefix(of: $0), term: $0) }
    return keys.sorted {
      $0.start != $1.start ? $0.start < $1.start : precedes($0.term, $1.term)
    }.map(\.term)
  }

  private func prefix(of term: Int) -> UInt64 {
    var result: UInt64 = 0
    let range = range(term)
    for offset in 0..<8 {
      let index = range.lowerBound + offset
      result = result << 8 | UInt64(index < range.upperBound ? bytes[index] : 0)
    }
    return result
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    bytes[range(one)].lexicographicallyPrecedes(bytes[range(other)])
  }

  private func holds(_ term: Span<UInt8>, _ mark: UInt8?, _ number: Int) -> Bool {
    var start = starts[number]
    guard starts[number + 1] - start == term.count + (mark == nil ? 0 : 1) else { return false }
    if let mark {
      guard bytes[start] == mark else { return false }
      start += 1
    }
    for index in term.indices where bytes[start + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for taken in old where taken != 0 {
      var slot = Int(taken >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = taken
    }
  }
}
