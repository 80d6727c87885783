// One code point or one word at a time, by its pairs of bytes: what cutting a text into tokens asks for.

extension Folding {
  /// What the bytes at `i` tell of the code point there.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - i: An offset inside of it.
  /// - Returns: The entry; irregular for a first byte of several at the end of the text.
  @inlinable
  package func pair(_ text: Span<UInt8>, at i: Int) -> PairEntry {
    precondition(i >= 0 && i < text.count, "an offset inside the text")
    if i &+ 1 == text.count { return pairs[Int(text[i])] }
    // SAFETY: two bytes from `i` on lie inside.
    return unsafe pairs[
      Int(
        UInt16(
          littleEndian: text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: i, as: UInt16.self))
      )]
  }

  /// Folds the regular letters and marks of two bytes from `start` on into `output` at `outputCount`.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - start: An offset inside of it.
  ///   - output: At least two bytes longer than `outputCount` and what is left of the text.
  ///   - outputCount: Where to write; grows by the number of bytes written.
  /// - Returns: The offset of the first code point that is none of these, or the end of the text.
  package func foldWord(
    _ text: Span<UInt8>, from start: Int, into output: inout [UInt8], at outputCount: inout Int
  ) -> Int {
    precondition(
      0 <= start && start <= text.count && outputCount >= 0
        && output.count - outputCount >= text.count - start + 2, "room for the fold")
    // SAFETY: the loop reads two bytes only before the last one; each entry that it takes writes at most as
    // many bytes as it reads, and a store goes one byte further at most.
    return unsafe text.withUnsafeBytes { text in
      unsafe pairs.withUnsafeBufferPointer { pairs in
        unsafe output.withUnsafeMutableBytes { output in
          var (i, o) = (start, outputCount)
          while i &+ 1 < text.count {
            let both = unsafe UInt16(
              littleEndian: text.loadUnaligned(fromByteOffset: i, as: UInt16.self))
            let entry = unsafe pairs[Int(both)]
            guard entry.isOfWord, both & 0x80 != 0 else { break }
            unsafe output.storeBytes(of: entry.bytes.littleEndian, toByteOffset: o, as: UInt16.self)
            o &+= entry.count
            i &+= 2
          }
          outputCount = o
          return i
        }
      }
    }
  }
}
