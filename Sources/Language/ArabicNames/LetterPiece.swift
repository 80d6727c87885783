/// A piece of up to three letters, as one number.
struct LetterPiece: Sendable, Hashable {
  private var code: UInt64 = 0

  /// How many letters a piece may have.
  static let capacity = 3

  /// Makes the piece of no letter.
  init() {}

  /// Makes a piece of a text, nil if that is longer.
  init?(_ text: String) {
    guard text.unicodeScalars.count <= LetterPiece.capacity else { return nil }
    for letter in text.unicodeScalars { append(letter) }
  }

  mutating func append(_ letter: Unicode.Scalar) {
    code = code << 21 | UInt64(letter.value)
  }

  /// How many letters it has.
  var count: Int {
    (UInt64.bitWidth - code.leadingZeroBitCount + 20) / 21
  }
}
