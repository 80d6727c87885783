// A word's letters are looked at eight bytes at once.

extension LightStem {
  /// Whether a word of eight bytes or more is made of two-byte letters of the Arabic blocks.
  @inline(__always)
  static func isArabic(_ word: Span<UInt8>) -> Bool {
    guard word.count >= 8, word.count.isMultiple(of: 2) else { return false }
    // SAFETY: each eight bytes that are read begin at 0 or later and end at the word's end or before.
    return unsafe word.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count &- 8 {
        guard unsafe hasLeads(WordTable.word(bytes, i)) else { return false }
        i &+= 8
      }
      return unsafe hasLeads(WordTable.word(bytes, bytes.count &- 8))
    }
  }

  /// Whether the first bytes of four pairs are `D8` to `DB`.
  @inline(__always)
  private static func hasLeads(_ bytes: UInt64) -> Bool {
    bytes & 0x00FC_00FC_00FC_00FC == 0x00D8_00D8_00D8_00D8
  }
}
