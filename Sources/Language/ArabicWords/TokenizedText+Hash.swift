extension TokenizedText {
  /// A hash of bytes `from ..< to` of the token's folded spelling: FNV-1a, 64 bit (Fowler, Noll, Vo).
  ///
  /// The same for equal bytes in every run and on every machine, so that models may be kept by it.
  ///
  /// - Parameters:
  ///   - index: The token.
  ///   - from: The first byte, counted from the start of the folded spelling.
  ///   - to: The byte behind the last; at most `keyLength(index)`.
  ///   - seed: The hash of what stands before.
  /// - Returns: The hash.
  @inlinable
  public func hash(_ index: Int, from: Int, to: Int, seed: UInt64 = SpellingHash.empty) -> UInt64 {
    let start = Int(tokens[index].keyStart)
    return SpellingHash.of(keys.span, start + from, start + to, seed: seed)
  }
}

/// FNV-1a, 64 bit, over the bytes of spellings.
public enum SpellingHash {
  /// The hash of no bytes.
  public static var empty: UInt64 { @inlinable get { 0xCBF2_9CE4_8422_2325 } }

  /// The hash of bytes `start ..< end`, going on from `seed`.
  @inlinable
  public static func of(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, seed: UInt64 = SpellingHash.empty
  ) -> UInt64 {
    var value = seed
    for i in start..<end { value = (value ^ UInt64(bytes[i])) &* 0x100_0000_01B3 }
    return value
  }
}
