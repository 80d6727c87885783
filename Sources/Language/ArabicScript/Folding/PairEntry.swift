/// What the first two bytes of a text tell of its first code point: its class and its fold.
///
/// Bits 0 to 15 hold the bytes that it becomes, little end first, bits 28 to 31 their number; bit 16 is set
/// if that is not the number of bytes read, which is one for an ASCII byte whatever follows. Bits 20 to 23
/// hold the class. All that takes more than two bytes to read or write, joins the letter before it, or is not
/// UTF-8 has the one entry `irregular`.
@usableFromInline package struct PairEntry: Sendable, Equatable {
  @usableFromInline let bits: UInt32

  /// The entry of what two bytes don't tell.
  static let irregular = PairEntry(bits: 0xF001_0000)

  init(bits: UInt32) { self.bits = bits }

  /// Makes the entry of a regular code point.
  ///
  /// - Parameters:
  ///   - bytes: What it becomes, little end first.
  ///   - count: The number of these bytes, at most 2.
  ///   - readCount: The number of bytes it is written with.
  ///   - kind: Its class.
  init(bytes: UInt32, count: Int, readCount: Int, kind: CodePointClass) {
    bits =
      bytes | UInt32(count) << 28 | (count == readCount ? 0 : 1 << 16)
      | UInt32(kind.rawValue) << 20
  }

  /// Whether the two bytes tell all.
  @inlinable package var isRegular: Bool { bits < 0xF000_0000 }

  /// The code point's class; that of a space if the entry is irregular.
  @inlinable package var kind: CodePointClass {
    CodePointClass(rawValue: UInt8(truncatingIfNeeded: bits >> 20 & 0xF)) ?? .space
  }

  /// Whether it is a regular letter or mark.
  @inlinable package var isOfWord: Bool { bits >> 21 & 0x7 == 1 }

  /// The bytes that it becomes, little end first.
  @inlinable package var bytes: UInt16 { UInt16(truncatingIfNeeded: bits) }

  /// The number of these bytes.
  @inlinable package var count: Int { Int(bits >> 28) }
}
