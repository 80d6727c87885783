// Bytes of words are read eight at a time.

extension WordTable.Head {
  /// The head of the word `bytes[start ..< end]`: its first 16 bytes, zeros behind a shorter word.
  @inlinable
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end && end <= bytes.count, "a range inside the bytes")
    let length = end &- start
    self.init()
    count = UInt32(truncatingIfNeeded: length)
    guard start &+ 16 <= bytes.count else {
      for k in 0..<min(length, 8) { first |= UInt64(bytes[start + k]) << UInt64(8 * k) }
      if length > 8 {
        for k in 8..<min(length, 16) { second |= UInt64(bytes[start + k]) << UInt64(8 * k - 64) }
      }
      return
    }
    // SAFETY: 16 bytes from `start` on lie inside.
    unsafe bytes.withUnsafeBytes { bytes in
      first = unsafe WordTable.word(bytes, start)
      second = unsafe WordTable.word(bytes, start &+ 8)
    }
    if length < 8 {
      first &= (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
      second = 0
    } else if length < 16 {
      second &= (1 &<< UInt64(truncatingIfNeeded: 8 &* (length &- 8))) &- 1
    }
  }
}

extension WordTable {
  /// A hash of a word, the same on every machine: the halves of its head, then the bytes behind, eight at a time,
  /// multiplied and folded one after the other.
  ///
  /// The constants are those of Stafford's thirteenth mixer ("Better Bit Mixing", 2011).
  ///
  /// - Parameters:
  ///   - head: The word's head.
  ///   - bytes: Where the word stands; only what is behind the head is read.
  ///   - start: Its first byte.
  /// - Returns: The hash.
  @inlinable
  static func hash(_ head: Head, _ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    var value = mix(head.first ^ UInt64(head.count) &* 0x9E37_79B9_7F4A_7C15)
    if head.count > 8 { value = mix(value ^ head.second) }
    if Int(head.count) > Head.room {
      let end = start &+ Int(head.count)
      for i in stride(from: start &+ Head.room, to: end, by: 8) {
        var eight: UInt64 = 0
        for k in i..<min(i &+ 8, end) { eight = eight &<< 8 | UInt64(bytes[k]) }
        value = mix(value ^ eight)
      }
    }
    return value ^ value &>> 29
  }

  @inlinable
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* 0xBF58_476D_1CE4_E5B9
    return (product ^ product &>> 32) &* 0x94D0_49BB_1331_11EB
  }

  /// Whether `count` bytes are the same in both places.
  @inlinable
  static func isEqual(
    _ a: Span<UInt8>, _ startA: Int, _ b: Span<UInt8>, _ startB: Int, count: Int
  ) -> Bool {
    precondition(
      0 <= startA && startA &+ count <= a.count && 0 <= startB && startB &+ count <= b.count
        && count >= 0, "ranges inside the bytes")
    // SAFETY: every word that is read lies within the `count` bytes.
    return unsafe a.withUnsafeBytes { a in
      unsafe b.withUnsafeBytes { b in
        var i = 0
        while i &+ 8 <= count {
          if unsafe word(a, startA &+ i) != word(b, startB &+ i) { return false }
          i &+= 8
        }
        if count >= 8 {
          return unsafe word(a, startA &+ count &- 8) == word(b, startB &+ count &- 8)
        }
        while i < count {
          if unsafe a[startA &+ i] != b[startB &+ i] { return false }
          i &+= 1
        }
        return true
      }
    }
  }

  @unsafe @inlinable
  static func word(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
  }
}
