/// Words that differ little from a word.
enum WordNeighbours {
  /// The letters of folded Arabic words.
  private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژڤگڭ".unicodeScalars)
  private static let latin = Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)

  /// All folded words one change away from one of 3 to 20 letters: a letter more, less, another, or two swapped.
  static func keys(of key: [UInt8]) -> [[UInt8]] {
    let word = Array(String(decoding: key, as: UTF8.self).unicodeScalars)
    guard (3...20).contains(word.count) else { return [] }
    let alphabet = word[0].isASCII ? latin : letters
    var result: Set<[Unicode.Scalar]> = []
    for i in 0...word.count {
      for letter in alphabet { result.insert(word[..<i] + [letter] + word[i...]) }
      guard i < word.count else { continue }
      result.insert(Array(word[..<i] + word[(i + 1)...]))
      for letter in alphabet { result.insert(word[..<i] + [letter] + word[(i + 1)...]) }
      guard i + 1 < word.count else { continue }
      result.insert(word[..<i] + [word[i + 1], word[i]] + word[(i + 2)...])
    }
    return result.map { scalars in scalars.flatMap { Array(String($0).utf8) } }
  }
}
