/// Letters of clitics and endings, in the two bytes that they take.
enum StemLetter {
  static let alef: UInt16 = 0xD8A7
  static let beh: UInt16 = 0xD8A8
  static let teh: UInt16 = 0xD8AA
  static let seen: UInt16 = 0xD8B3
  static let feh: UInt16 = 0xD981
  static let kaf: UInt16 = 0xD983
  static let lam: UInt16 = 0xD984
  static let meem: UInt16 = 0xD985
  static let noon: UInt16 = 0xD986
  static let heh: UInt16 = 0xD987
  static let waw: UInt16 = 0xD988
  static let yeh: UInt16 = 0xD98A
}

extension Span<UInt8> {
  /// The letter of two bytes at position `i`, counted in letters.
  @inline(__always)
  func letter(_ i: Int) -> UInt16 { UInt16(self[2 &* i]) << 8 | UInt16(self[2 &* i &+ 1]) }
}

/// The endings that a light stem leaves out, laid out by a word's last two letters.
struct StemEndings: Sendable {
  /// The place of each Arabic letter among those that endings are made of; 0 for all others.
  private let places: [UInt8]
  /// The length of the last ending by the places of the last letter, of the one before it, and by the number of
  /// letters up to 6.
  private let lengths: [UInt8]

  private static let letters: [UInt16] = [
    0, StemLetter.alef, StemLetter.waw, StemLetter.yeh, StemLetter.heh, StemLetter.teh,
    StemLetter.noon, StemLetter.meem, StemLetter.kaf,
  ]

  init() {
    let letters = StemEndings.letters
    var places = [UInt8](repeating: 0, count: 256)
    for (place, letter) in letters.enumerated().dropFirst() {
      places[StemEndings.index(letter)] = UInt8(place)
    }
    var lengths = [UInt8](repeating: 0, count: 2048)
    for (last, lastLetter) in letters.enumerated() {
      for (before, beforeLetter) in letters.enumerated() {
        for left in 4...6 {
          lengths[last << 7 | before << 3 | left] = UInt8(
            StemEndings.length(lastLetter, after: beforeLetter, left: left))
        }
      }
    }
    self.places = places
    self.lengths = lengths
  }

  /// The end of a word's letters `start ..< end` without its endings; three letters stay.
  @inline(__always)
  func cut(_ word: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end - start > 3 {
      let (last, before) = (place(word.letter(end - 1)), place(word.letter(end - 2)))
      var length = Int(lengths[last << 7 | before << 3 | min(end - start, 6)])
      if length == 0 { break }
      if length == 1, end - start >= 6, StemEndings.isDual(word, end) { length = 3 }
      end -= length
    }
    return end
  }

  @inline(__always)
  private func place(_ letter: UInt16) -> Int { Int(places[StemEndings.index(letter)]) }

  /// The number of a letter of two bytes in the Arabic blocks.
  @inline(__always)
  private static func index(_ letter: UInt16) -> Int { Int(letter >> 2 & 0xC0 | letter & 0x3F) }

  /// Whether `هما` stands before `end`.
  @inline(__always)
  private static func isDual(_ word: Span<UInt8>, _ end: Int) -> Bool {
    word.letter(end - 2) == StemLetter.meem && word.letter(end - 1) == StemLetter.alef
      && word.letter(end - 3) == StemLetter.heh
  }

  /// How many letters the last ending has, told by its last two; 0 for none.
  ///
  /// Three letters must be left, four before endings that words often own (`ان ين ون هم كم هن نا`).
  private static func length(_ last: UInt16, after before: UInt16, left: Int) -> Int {
    switch last {
    case StemLetter.alef:
      if left >= 6, before == StemLetter.noon { return 2 }
      let isLong =
        before == StemLetter.heh || before == StemLetter.waw || before == StemLetter.yeh
      return left >= 5 && isLong ? 2 : 1
    case StemLetter.heh: return left >= 5 && before == StemLetter.yeh ? 2 : 1
    case StemLetter.yeh: return 1
    case StemLetter.teh: return left >= 5 && before == StemLetter.alef ? 2 : 1
    case StemLetter.noon:
      let isEnding =
        before == StemLetter.alef || before == StemLetter.yeh || before == StemLetter.waw
        || before == StemLetter.heh
      return left >= 6 && isEnding ? 2 : 0
    case StemLetter.meem:
      return left >= 6 && (before == StemLetter.heh || before == StemLetter.kaf) ? 2 : 0
    default: return 0
    }
  }
}
