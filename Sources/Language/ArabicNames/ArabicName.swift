internal import ArabicScript

/// The words of a name in Arabic letters, as far as they tell persons apart.
///
/// A vowel more or less makes another Arabic name of one (`سعد`, `سعيد`, `سعود`), while names from other languages are
/// written down now with it and now without (`غابريل`, `غابرييل`).
struct ArabicName: Sendable {
  private let words: [String]
  /// Whether a word has an article or a letter that names from other languages hardly have, or is a particle.
  private let isArabic: Bool

  private static let folding = Folding(.search)

  /// Takes a name apart.
  init(_ name: String) {
    let folded = ArabicName.folding.folded(name).split(separator: " ").map(String.init)
    words = ArabicName.joiningServants(folded).map(ArabicName.bare)
    isArabic =
      words.contains { ArabicName.particles.contains($0) || ArabicName.isOwn($0) }
      || folded.contains(where: ArabicName.hasArticle)
  }

  /// Whether both have as many words and one of them is another Arabic word.
  func isAnother(than other: ArabicName) -> Bool {
    guard words.count == other.words.count else { return isArabic && other.isArabic }
    let isArabic = isArabic || other.isArabic
    return zip(words, other.words).contains { word, other in
      guard word != other else { return false }
      if ArabicName.isOwn(word) || ArabicName.isOwn(other) { return true }
      return isArabic && min(ArabicName.length(word), ArabicName.length(other)) < 6
    }
  }

  /// Words in which `عبد` is joined with the word behind it.
  static func joiningServants(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if result.last == "عبد" {
        result[result.count - 1] += word
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static let particles: Set<String> = ["بن", "ابو", "ال"]
  private static let sameParticles = ["ابن": "بن", "ابي": "ابو", "ابا": "ابو"]

  /// Whether a word has a letter that few other languages have a sound for.
  private static func isOwn(_ word: String) -> Bool {
    word.unicodeScalars.contains { "حعصضظ".unicodeScalars.contains($0) }
  }

  private static func hasArticle(_ word: String) -> Bool {
    word.unicodeScalars.count >= 5 && word.hasPrefix("ال")
  }

  /// The letters of a word without its article.
  private static func length(_ word: String) -> Int {
    word.unicodeScalars.count - (hasArticle(word) ? 2 : 0)
  }

  /// A folded word in one spelling of those that all take for one: without the article before five letters or more,
  /// hamza behind alef as ya or at the end gone, no letter twice in a row.
  private static func bare(_ word: String) -> String {
    if let same = sameParticles[word] { return same }
    var scalars = Array(word.unicodeScalars)
    if scalars.count >= 7, scalars[0] == "\u{0627}", scalars[1] == "\u{0644}" {
      scalars.removeFirst(2)
    }
    var result = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      let isHamza = scalar == "\u{0621}" && result.last == "\u{0627}"
      if isHamza, i == scalars.count - 1 { break }
      let next = isHamza ? "\u{064A}" : scalar
      if next != result.last { result.append(next) }
    }
    return String(result)
  }
}
