internal import ArabicScript
internal import ArabicWords

/// Puts lam and alef in order in text out of PDF files whose fonts draw both as one shape.
///
/// Such a shape is told as lam, alef in the order of reading, whatever stands around it in visual order; turned with its line it
/// becomes alef, lam: `اإلصالح` for `الإصلاح`. No word of Arabic has two alefs in a row the second of which bears a hamza, so that a
/// text that has some, and hardly any lam before an alef, is of that kind. Where the letters leave both orders open, the more frequent
/// word decides (`Data/words/bases.tsv`).
struct LamAlef {
  private let counts: [String: Int]

  /// Loads how often words occur.
  init() {
    counts = Dictionary(
      DataFile("words/bases.tsv").rows.map { ($0[0], Int($0[1]) ?? 0) }, uniquingKeysWith: max)
  }

  /// Whether a text has its lams and alefs the wrong way round.
  static func isTurned(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    var (turned, straight) = (0, 0)
    for i in letters.indices.dropFirst() {
      if letters[i - 1] == alef, hamzas.contains(letters[i]) { turned += 1 }
      if letters[i - 1] == lam, alefs.contains(letters[i]) { straight += 1 }
    }
    return turned > 0 && turned >= straight
  }

  /// A text of that kind as it was written.
  func straightened(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var word: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered
      {
        word.append(scalar)
      } else {
        output.append(contentsOf: straightened(word))
        word = []
        output.append(scalar)
      }
    }
    output.append(contentsOf: straightened(word))
    return String(output)
  }

  private static let lam: Unicode.Scalar = "ل"
  private static let alef: Unicode.Scalar = "ا"
  private static let hamzas: Set<Unicode.Scalar> = ["أ", "إ", "آ"]
  private static let alefs = hamzas.union([alef])
  /// The most places of a word that are tried both ways.
  private static let placeLimit = 4

  private func straightened(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    // An article alone is no word.
    if word == [LamAlef.alef, LamAlef.lam] { return [LamAlef.lam, LamAlef.alef] }
    var word = word
    var open: [Int] = []
    for i in word.indices.dropLast()
    where LamAlef.alefs.contains(word[i]) && word[i + 1] == LamAlef.lam {
      if i > 0, word[i - 1] == LamAlef.alef, LamAlef.hamzas.contains(word[i]) {
        word.swapAt(i, i + 1)
      } else {
        open.append(i)
      }
    }
    guard word.count > 2, !open.isEmpty, open.count <= LamAlef.placeLimit else { return word }
    var best = (word: word, count: count(of: word))
    for choice in 1..<(1 << open.count) {
      var other = word
      for (bit, place) in open.enumerated() where choice >> bit & 1 == 1 {
        other.swapAt(place, place + 1)
      }
      let count = count(of: other)
      if count > best.count { best = (other, count) }
    }
    return best.word
  }

  /// How often the base of a word occurs.
  private func count(of word: [Unicode.Scalar]) -> Int {
    let text = String(String.UnicodeScalarView(word))
    let forms = WordForms.shared.segmentations(of: text).prefix(3)
    return forms.map { counts[folded($0.base)] ?? 0 }.max() ?? 0
  }

  /// With one alef, as the table spells.
  private func folded(_ base: String) -> String {
    String(
      String.UnicodeScalarView(
        base.unicodeScalars.map { LamAlef.hamzas.contains($0) ? LamAlef.alef : $0 }))
  }
}
