/// Words with a number each, looked up by their folded spelling.
///
/// Open addressing; a word's first letters stand beside its number, so that one look finds both. Most
/// words of a text are in few tables, so a word that is not there is turned away by one bit.
public struct WordTable: Sendable {
  @usableFromInline var slots: [Slot]
  /// The bytes behind the head of words longer than that.
  @usableFromInline var tails: [UInt8] = []
  /// Whether a word may have a hash, a bit for each; few bits a word, so that they stay where they are
  /// reached fast.
  @usableFromInline var filter: [UInt64]

  /// A word's head, where its other bytes begin in `tails`, and its number.
  ///
  /// As large as its alignment, so that it never lies in two lines of the processor's cache.
  @usableFromInline struct Slot: Sendable {
    @usableFromInline var lanes = SIMD4<UInt64>(0, 0, 0, UInt64.max)

    @inlinable
    init() {}

    @inlinable
    init(_ head: Head, tail: UInt32, value: Int32) {
      lanes = SIMD4(
        head.first, head.second, UInt64(head.count) | UInt64(tail) << 32,
        UInt64(bitPattern: Int64(value)))
    }

    @inlinable var head: Head {
      Head(first: lanes[0], second: lanes[1], count: UInt32(truncatingIfNeeded: lanes[2]))
    }
    @inlinable var tail: UInt32 { UInt32(truncatingIfNeeded: lanes[2] &>> 32) }
    @inlinable var value: Int32 { Int32(truncatingIfNeeded: lanes[3]) }
  }

  /// The first bytes of a word, and its length.
  @usableFromInline struct Head: Sendable, Equatable {
    @usableFromInline var first: UInt64
    @usableFromInline var second: UInt64
    @usableFromInline var count: UInt32

    @usableFromInline static var room: Int { @inlinable get { 16 } }

    @inlinable
    init(first: UInt64 = 0, second: UInt64 = 0, count: UInt32 = 0) {
      (self.first, self.second, self.count) = (first, second, count)
    }
  }

  /// What `value` gives for a word that is not in the table.
  public static var none: Int32 { @inlinable get { -1 } }

  /// Makes a table of words spelt in UTF-8 (folded as the texts will be) and their numbers; of equal
  /// words the first counts.
  public init(_ words: [(spelling: [UInt8], value: Int32)]) {
    self.init(capacity: words.count)
    for (spelling, value) in words where !spelling.isEmpty { add(spelling, value) }
  }

  /// Makes an empty table with room for so many words; more make it larger.
  public init(capacity: Int = 0) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    filter = [UInt64](repeating: 0, count: size * 4 / 64)
  }

  /// Adds a word that is not empty, unless it is there already.
  ///
  /// - Parameters:
  ///   - spelling: The word in UTF-8.
  ///   - value: Its number, at least 0.
  /// - Returns: The word's number in the table.
  @discardableResult
  public mutating func add(_ spelling: [UInt8], _ value: Int32) -> Int32 {
    add(spelling.span, 0, spelling.count, value)
  }

  /// Adds the word whose spelling is `bytes[start ..< end]`, which is not empty, unless it is there already.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - start: The word's first byte.
  ///   - end: The byte behind its last.
  ///   - value: Its number, at least 0.
  /// - Returns: The word's number in the table.
  @discardableResult
  public mutating func add(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ value: Int32) -> Int32
  {
    let head = Head(bytes, start, end)
    return add(head, WordTable.hash(head, bytes, start), bytes, start, end, value)
  }

  /// Adds words that are not empty, unless they are there already; those that are new get numbers one after the other.
  ///
  /// The same as one by one, but that the waits for memory overlap.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - words: Where the words stand in it.
  ///   - next: The number of the first new one.
  /// - Returns: The words' numbers in the table.
  public mutating func add(_ bytes: Span<UInt8>, _ words: [Range<Int>], from next: Int32) -> [Int32]
  {
    var keys: [(head: Head, hash: UInt64)] = []
    keys.reserveCapacity(words.count)
    for word in words {
      let head = Head(bytes, word.lowerBound, word.upperBound)
      keys.append((head, WordTable.hash(head, bytes, word.lowerBound)))
    }
    var numbers: [Int32] = []
    numbers.reserveCapacity(words.count)
    for (head, hash) in keys {
      let slot = slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)]
      let isSame = head.count <= Head.room && slot.head == head
      numbers.append(isSame ? slot.value : WordTable.none)
    }
    var next = next
    for k in words.indices where numbers[k] == WordTable.none {
      let (start, end) = (words[k].lowerBound, words[k].upperBound)
      numbers[k] = add(keys[k].head, keys[k].hash, bytes, start, end, next)
      if numbers[k] == next { next += 1 }
    }
    return numbers
  }

  private mutating func add(
    _ head: Head, _ hash: UInt64, _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ value: Int32
  ) -> Int32 {
    // No look at the filter: most words that are added again and again are known.
    var i = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[i].value != WordTable.none {
      if slots[i].head == head, hasTail(slots[i].tail, bytes, start, end) { return slots[i].value }
      i = (i &+ 1) & (slots.count &- 1)
    }
    if (count + 1) * 2 > slots.count { grow() }
    let slot = Slot(head, tail: UInt32(tails.count), value: value)
    if end - start > Head.room { for i in start + Head.room..<end { tails.append(bytes[i]) } }
    put(slot, hash)
    count += 1
    return value
  }

  /// The number of words.
  public private(set) var count = 0

  /// Whether it holds no word.
  public var isEmpty: Bool { count == 0 }

  /// The number of the word whose spelling is `bytes[start ..< end]`, or `none`.
  @inlinable
  public func value(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
    let head = Head(bytes, start, end)
    return value(head, WordTable.hash(head, bytes, start), bytes, start, end)
  }

  /// The number of the word `bytes[start ..< end]` with this head and hash, or `none`.
  @inlinable
  func value(_ head: Head, _ hash: UInt64, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int32
  {
    let bit = Int(truncatingIfNeeded: hash) & (filter.count &* 64 &- 1)
    if filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1 == 0 { return WordTable.none }
    var i = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while true {
      if slots[i].head == head, hasTail(slots[i].tail, bytes, start, end) { return slots[i].value }
      if slots[i].value == WordTable.none { return WordTable.none }
      i = (i &+ 1) & (slots.count &- 1)
    }
  }

  @inlinable
  func hasTail(_ tail: UInt32, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if end &- start <= Head.room { return true }
    let begin = start &+ Head.room
    return WordTable.isEqual(tails.span, Int(tail), bytes, begin, count: end &- begin)
  }

  /// The number of a word, or `none`.
  public func value(_ spelling: [UInt8]) -> Int32 { value(spelling.span, 0, spelling.count) }

  private mutating func put(_ slot: Slot, _ hash: UInt64) {
    var i = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[i].value != WordTable.none { i = (i + 1) & (slots.count - 1) }
    slots[i] = slot
    let bit = Int(truncatingIfNeeded: hash) & (filter.count * 64 - 1)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    filter = [UInt64](repeating: 0, count: filter.count * 2)
    for slot in old where slot.value != WordTable.none {
      put(slot, WordTable.hash(slot.head, tails.span, Int(slot.tail) - Head.room))
    }
  }
}

extension TokenizedText {
  /// The number of the token's folded spelling in a table, without `prefix` bytes at its start and
  /// `suffix` bytes at its end; `WordTable.none` if nothing would be left.
  @inlinable
  public func look(up index: Int, in table: WordTable, prefix: Int = 0, suffix: Int = 0) -> Int32 {
    let token = tokens[index]
    let start = Int(token.keyStart) + prefix
    let end = Int(token.keyEnd) - suffix
    guard start < end else { return WordTable.none }
    return table.value(keys.span, start, end)
  }

  /// The length in bytes of the token's folded spelling.
  @inlinable
  public func keyLength(_ index: Int) -> Int {
    Int(tokens[index].keyEnd - tokens[index].keyStart)
  }

  /// The code point at letter `position` of the token's folded spelling, if all letters before it
  /// take two bytes; 0 if there is none.
  @inlinable
  public func letter(_ index: Int, _ position: Int) -> UInt32 {
    let at = Int(tokens[index].keyStart) + 2 * position
    guard position >= 0, at + 1 < Int(tokens[index].keyEnd), keys[at] >= 0xC2, keys[at] < 0xE0
    else { return 0 }
    return UInt32(keys[at] & 0x1F) << 6 | UInt32(keys[at + 1] & 0x3F)
  }

  /// For each token the first one of the text with the same folded spelling and kind.
  ///
  /// What rests on spelling and kind alone need be told once for all tokens that are alike.
  ///
  /// - Complexity: O(n).
  public func firstsAlike() -> [Int32] {
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var result: [Int32] = []
    result.reserveCapacity(count)
    for i in 0..<count {
      let token = tokens[i]
      let (start, length) = (Int(token.keyStart), keyLength(i))
      let head = WordTable.Head(keys.span, start, start + length)
      var slot =
        Int(truncatingIfNeeded: WordTable.hash(head, keys.span, start)) & (capacity - 1)
      while slots[slot] >= 0 {
        let known = tokens[Int(slots[slot])]
        if known.kind == token.kind, Int(known.keyEnd - known.keyStart) == length,
          WordTable.isEqual(keys.span, Int(known.keyStart), keys.span, start, count: length)
        {
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] < 0 { slots[slot] = Int32(i) }
      result.append(slots[slot])
    }
    return result
  }
}
