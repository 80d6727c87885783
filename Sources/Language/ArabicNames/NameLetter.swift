/// A letter for comparing within its script.
struct NameLetter: Sendable, Hashable {
  let scalar: Unicode.Scalar
  /// The number of what it sounds like: equal for letters of the same consonants, 0 for those that carry none.
  let sound: UInt8

  private static let sounds: [LetterPiece: UInt8] = {
    var numbers: [[UInt8]: UInt8] = [:]
    return Skeleton.sounds.filter { $0.key.count == 1 }.mapValues { classes in
      let number = numbers[classes] ?? UInt8(numbers.count + 1)
      numbers[classes] = number
      return number
    }
  }()

  init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    var piece = LetterPiece()
    piece.append(scalar)
    sound = NameLetter.sounds[piece] ?? 0
  }
}
