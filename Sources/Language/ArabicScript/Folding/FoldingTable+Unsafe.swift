/// The loop over the regular part of a text, where one or two bytes become at most as many.
///
/// All unsafe code of folding stands here. Text is read in blocks of 64 bytes by the bits that tell
/// where code points begin, so that no branch depends on the text but the one for irregular places.
extension FoldingTable {
  /// The most bytes folded between two appends to the output; small enough for the stack.
  private static let window = 896

  /// Appends `text[start ..< end]` as it is.
  func copy(_ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8]) {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe output.append(contentsOf: bytes[start..<end])
    }
  }

  /// Appends the fold of `text[start ..< end]` as far as it is regular; gives the offset of the
  /// irregular code point that it stopped at, or `end`.
  func foldRegular(_ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8]) -> Int
  {
    var unused: [OffsetMap.Piece] = []
    return foldWindows(text, start, end, &output, &unused, notes: false)
  }

  /// The same, and notes in `pieces` where lengths differ.
  func foldRegular(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    pieces: inout [OffsetMap.Piece]
  ) -> Int {
    foldWindows(text, start, end, &output, &pieces, notes: true)
  }

  @inline(__always)
  private func foldWindows(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ output: inout [UInt8],
    _ pieces: inout [OffsetMap.Piece], notes: Bool
  ) -> Int {
    // SAFETY: the loop reads below `end`, which lies inside `text`. It begins a block or a code
    // point only below the limit, so it reads and writes at most 66 bytes more than the window, and
    // never writes more than it reads but for the second byte of its last store.
    unsafe text.withUnsafeBytes { bytes in
      unsafe pairs.withUnsafeBufferPointer { pairs in
        unsafe withUnsafeTemporaryAllocation(byteCount: FoldingTable.window + 80, alignment: 16) {
          buffer in
          guard let source = bytes.baseAddress, let table = pairs.baseAddress,
            let target = buffer.baseAddress
          else { return end }
          var loop = unsafe RegularLoop(source: source, end: end, pairs: table, target: target)
          unsafe loop.i = start
          var isRegular = true
          while unsafe isRegular && loop.i < end {
            let limit = unsafe min(end, loop.i + FoldingTable.window)
            isRegular = unsafe loop.run(
              text, to: limit, table: self, notes: notes, base: output.count, &pieces)
            unsafe output.append(
              contentsOf: UnsafeBufferPointer(
                start: target.assumingMemoryBound(to: UInt8.self), count: loop.o))
          }
          return unsafe loop.i
        }
      }
    }
  }
}

/// The state of the loop: `i` in the source, `o` in the target.
@unsafe private struct RegularLoop {
  let source: UnsafeRawPointer
  let end: Int
  let pairs: UnsafePointer<PairEntry>
  let target: UnsafeMutableRawPointer
  var i = 0
  var o = 0

  /// Folds from `i` until it reaches `limit` or a place that is not regular (false), writing from
  /// the target's start.
  @inline(__always)
  mutating func run(
    _ text: Span<UInt8>, to limit: Int, table: FoldingTable, notes: Bool, base: Int,
    _ pieces: inout [OffsetMap.Piece]
  ) -> Bool {
    let special: UInt32 = notes ? 0x10000 : 0x8000_0000
    let lastBlock = unsafe min(limit, end - 65)
    var i = unsafe self.i
    var o = 0
    while i < limit {
      var position = i
      var packed: UInt32
      if i < lastBlock {
        var (starts, next) = unsafe block(at: i)
        repeat {
          position = i &+ starts.trailingZeroBitCount
          packed = unsafe pairs[Int(bothBytes(at: position))].bits
          if packed & special != 0 { break }
          unsafe store(packed, at: o)
          o &+= Int(packed >> 28)
          starts &= starts &- 1
        } while starts != 0
        if starts == 0 {
          i = next
          continue
        }
      } else {
        packed = unsafe pairs[Int(position + 1 < end ? bothBytes(at: i) : UInt16(byte(at: i)))].bits
      }
      if packed < PairEntry.irregular.bits {
        let read = unsafe 1 + Int(byte(at: position) >> 7)
        if notes, packed & special != 0 {
          pieces.note(folded: base + o, Int(packed >> 28), original: position, read)
        }
        unsafe store(packed, at: o)
        o += Int(packed >> 28)
        i = position + read
      } else {
        let count = unsafe table.unchangedCount(text, at: position, before: end)
        if count == 0 {
          unsafe (self.i, self.o) = (position, o)
          return false
        }
        for k in 0..<count {
          unsafe target.storeBytes(of: byte(at: position + k), toByteOffset: o + k, as: UInt8.self)
        }
        o += count
        i = position + count
      }
    }
    unsafe (self.i, self.o) = (i, o)
    return true
  }

  @inline(__always)
  private func byte(at i: Int) -> UInt8 { unsafe source.load(fromByteOffset: i, as: UInt8.self) }

  /// The two bytes at `i`, the first one low.
  @inline(__always)
  private func bothBytes(at i: Int) -> UInt16 {
    unsafe UInt16(littleEndian: source.loadUnaligned(fromByteOffset: i, as: UInt16.self))
  }

  @inline(__always)
  private func store(_ packed: UInt32, at o: Int) {
    unsafe target.storeBytes(
      of: UInt16(truncatingIfNeeded: packed).littleEndian, toByteOffset: o, as: UInt16.self)
  }

  /// The bits of the bytes at which code points begin in the 64 bytes at `i`, up to the first byte
  /// that does not continue what stands before it as UTF-8 of one or two bytes would, and the offset
  /// behind them.
  @inline(__always)
  private func block(at i: Int) -> (starts: UInt64, next: Int) {
    var high: UInt64 = 0
    var lead: UInt64 = 0
    for k in 0..<8 {
      let word = unsafe UInt64(
        littleEndian: source.loadUnaligned(fromByteOffset: i &+ 8 &* k, as: UInt64.self))
      let highBits = (word >> 7) & 0x0101_0101_0101_0101
      let leadBits = highBits & (word >> 6)
      // The product gathers the eight lowest bits in its highest byte.
      high |= ((highBits &* 0x0102_0408_1020_4080) >> 56) << UInt64(8 &* k)
      lead |= ((leadBits &* 0x0102_0408_1020_4080) >> 56) << UInt64(8 &* k)
    }
    let continuing = high & ~lead
    let wrong = continuing ^ (lead << 1)
    if wrong == 0 { return (~continuing, i &+ 64 &+ Int(lead >> 63)) }
    let good = wrong.trailingZeroBitCount
    if good == 0 { return (1, i &+ 1) }
    return (~continuing & ((1 << UInt64(good)) &- 1), i &+ good)
  }
}

extension FoldingTable {
  /// The number of bytes of the code point at `i` if it stays as it is; 0 if it does not, or if
  /// there is none.
  func unchangedCount(_ text: Span<UInt8>, at i: Int, before end: Int) -> Int {
    guard let next = CodePoint(text, at: i, before: end), entry(next.value) == .same else {
      return 0
    }
    return next.count
  }
}
