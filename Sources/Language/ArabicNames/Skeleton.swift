internal import ArabicScript

/// The consonants of a word as classes of sounds that both scripts share (`Data/names/sounds.tsv`).
///
/// Vowels, h, w, y and their Arabic letters don't count; a class that repeats counts once.
struct Skeleton: Sendable, Hashable {
  /// Four bits a class, the last in the lowest; 0 if the word has no consonant.
  private(set) var code: UInt64 = 0
  private(set) var count = 0

  /// How many classes are kept; what follows in longer words doesn't count.
  static let capacity = 15

  /// The classes of pieces of up to three letters.
  static let sounds: [LetterPiece: [UInt8]] = Dictionary(
    uniqueKeysWithValues: DataFile("names/sounds.tsv").rows.compactMap { row in
      LetterPiece(row[0]).map { ($0, row[1].utf8.map { $0 - UInt8(ascii: "0") }) }
    })

  private init() {}

  /// The skeleton of a word in small letters without marks; of pieces the longest counts.
  init(_ letters: [Unicode.Scalar]) {
    var at = 0
    while at < letters.count {
      var piece = LetterPiece()
      var longest: (end: Int, sounds: [UInt8]) = (at + 1, [])
      for end in at..<min(at + LetterPiece.capacity, letters.count) {
        piece.append(letters[end])
        if let sounds = Skeleton.sounds[piece] { longest = (end + 1, sounds) }
      }
      for sound in longest.sounds { append(sound) }
      at = longest.end
    }
  }

  private mutating func append(_ sound: UInt8) {
    guard count < Skeleton.capacity, UInt8(code & 15) != sound else { return }
    code = code << 4 | UInt64(sound)
    count += 1
  }

  /// The skeletons with one class less.
  var shorter: [Skeleton] {
    (0..<count).map { index in
      var result = Skeleton()
      for place in (0..<count).reversed() where place != index {
        result.append(UInt8(code >> (4 * UInt64(place)) & 15))
      }
      return result
    }
  }

  /// The classes as digits.
  var text: String {
    let digits = (0..<count).reversed().map { place in
      UInt8(ascii: "0") + UInt8(code >> (4 * UInt64(place)) & 15)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
