/// A set of byte strings that is asked without making one.
///
/// An open-addressed table with linear probing; at most half of its slots are taken.
struct ByteStringSet: Sendable {
  /// The members, end to end.
  private var bytes: [UInt8] = []
  /// Where each member begins; last, the end of `bytes`.
  private var starts: [UInt32] = [0]
  /// A member's number plus 1, or 0 for a free slot; the count is a power of 2.
  private var slots: [UInt32]

  init(_ members: [[UInt8]]) {
    var count = 16
    while count < 2 * members.count { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    for member in members where !contains(member.span, 0, member.count) {
      bytes += member
      starts.append(UInt32(bytes.count))
      var slot = slot(of: member.span, 0, member.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(starts.count - 1)
    }
  }

  /// Whether the bytes from `start` up to `end` are a member.
  func contains(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var slot = slot(of: text, start, end)
    while slots[slot] != 0 {
      if isMember(Int(slots[slot]) - 1, text, start, end) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isMember(_ number: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let from = Int(starts[number])
    guard Int(starts[number + 1]) - from == end - start else { return false }
    for i in 0..<end - start where bytes[from + i] != text[start + i] { return false }
    return true
  }

  /// FNV-1a, 64 bits (Fowler, Noll and Vo).
  private func slot(of text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in start..<end {
      hash ^= UInt64(text[i])
      hash = hash &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }
}
