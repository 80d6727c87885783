/// How near spellings are to one word of a name, in either script.
///
/// Other than `NameIndex` it compares with any spelling, also with one of other consonants: for spellings of which
/// something else says that they are likely.
public struct NameLikeness: Sendable {
  /// How near a spelling is; as in `NameIndex.Match`.
  public struct Match: Sendable, Hashable {
    /// The cost of taking both for one name, in natural logarithms; lower is better.
    public let cost: Float
    /// Closeness between 0 and 1, comparable across lengths: 1 / (1 + cost per letter).
    public let similarity: Float
  }

  /// A spelling of the word, with what it costs to take it for that.
  private struct Way: Sendable {
    var distance: SpellingDistance
    let penalty: Int16
  }

  private var ways: [Way] = []
  private var pool = SpellingPool()
  private let letters: Int

  /// The cost of an article that only one of two spellings has.
  private static let article = SpellingCost.whole(0.5)
  /// The cost of single consonants for double ones.
  private static let singleConsonants = SpellingCost.whole(1.5)

  /// Prepares for comparing with a word, also with single consonants for double ones: in Arabic these are one letter.
  ///
  /// - Parameter word: One word; `nil` if it has no letter of either script.
  public init?(_ word: String) {
    var letters = 0
    for text in Set([word, NameLikeness.withSingleConsonants(word)]) {
      for (number, spelling) in NameLikeness.spellings(of: text) {
        letters = max(letters, spelling.plain.count)
        let article = number == 0 ? 0 : NameLikeness.article
        let single = text == word ? 0 : NameLikeness.singleConsonants
        ways.append(
          Way(distance: SpellingDistance(from: spelling), penalty: article + single))
      }
    }
    if ways.isEmpty { return nil }
    self.letters = letters
  }

  /// How near a word is by the nearest of some ways to spell it.
  ///
  /// - Parameter spellings: Ways to spell one word.
  /// - Returns: `nil` if none has letters of either script.
  public mutating func match(_ spellings: [String]) -> Match? {
    var (best, letters) = (SpellingCost.infinite, letters)
    for (number, spelling) in spellings.flatMap(NameLikeness.spellings) {
      let slot = pool.count
      pool.append(spelling)
      letters = max(letters, spelling.plain.count)
      let article = number == 0 ? 0 : NameLikeness.article
      for way in ways.indices {
        let cost = ways[way].distance.cost(to: slot, of: pool, bound: SpellingCost.infinite - 1)
        best = min(best, cost + ways[way].penalty + article)
      }
    }
    if best >= SpellingCost.infinite { return nil }
    let cost = SpellingCost.logarithms(best)
    return Match(cost: cost, similarity: 1 / (1 + cost / Float(max(1, letters))))
  }

  /// The spellings of a word, numbered: with its article, and without.
  private static func spellings(of word: String) -> [(number: Int, word: SpellingWord)] {
    guard let spellings = NameWords(word).words.first?.spellings else { return [] }
    return spellings.enumerated().map { (number: $0, word: $1) }
  }

  /// The word with single Latin consonants for double ones.
  package static func withSingleConsonants(_ word: String) -> String {
    var result = ""
    for letter in word.lowercased()
    where letter != result.last || !letter.isASCII || "aeiou".contains(letter) {
      result.append(letter)
    }
    return result
  }
}
