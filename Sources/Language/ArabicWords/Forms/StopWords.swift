internal import ArabicScript

/// Words of grammar that carry no subject of their own, by category (`Data/words/stop-words.tsv`).
///
/// Words are compared folded at `FoldingLevel.search`, so that `الى`, `إلي` and `إلى` are one.
public struct StopWords: Sendable {
  /// What a stop word does in a sentence.
  public enum Category: String, Sendable, Hashable, CaseIterable {
    case preposition, conjunction, subordinator, pronoun, demonstrative, relative, interrogative
    case negation, particle, quantifier, adverb, auxiliary
    /// Several written together (`لذلك`).
    case compound
  }

  /// The list that Marsad ships.
  public static let shared = StopWords()

  private let categories: WordTable
  private let bases: WordTable

  private init() {
    var words: [(spelling: [UInt8], value: Int32)] = []
    var bases: [(spelling: [UInt8], value: Int32)] = []
    for row in DataFile("words/stop-words.tsv").rows {
      guard let category = Category(rawValue: row[0]),
        let number = Category.allCases.firstIndex(of: category)
      else { preconditionFailure("stop-words.tsv:\(row.line): no category \(row[0])") }
      for word in row[1].split(separator: " ") {
        words.append((Folding(.search).folded(utf8: Array(word.utf8)), Int32(number)))
        // Auxiliaries are verbs, and take the clitics of verbs.
        if category == .auxiliary || category == .compound { continue }
        let base = OneAlef.folded(Folding(.letters).folded(utf8: Array(word.utf8)))
        bases.append((base, category.takesPronouns ? 1 : 0))
      }
    }
    categories = WordTable(words)
    self.bases = WordTable(bases)
  }

  /// The category of a word in any spelling, or nil if it is no stop word; of several the first of the file.
  ///
  /// The word is looked up as it is, then without `و` or `ف` before it. Forms with pronouns
  /// (`عليهم`) are stop words whose reading `WordForms` gives.
  public func category(of word: String) -> Category? {
    category(key: Folding(.search).folded(utf8: Array(word.utf8)))
  }

  /// The category of a word folded at `FoldingLevel.search`, or nil.
  public func category(key word: [UInt8]) -> Category? {
    if let category = listed(word) { return category }
    guard word.count >= 6, word.starts(with: StopWords.waw) || word.starts(with: StopWords.feh)
    else { return nil }
    return listed(Array(word.dropFirst(2)))
  }

  /// Whether a word in any spelling is a stop word.
  public func contains(_ word: String) -> Bool { category(of: word) != nil }

  /// Whether a base, spelt with one alef, is a word of grammar and no verb.
  func containsBase(_ base: [UInt8]) -> Bool { bases.value(base) != WordTable.none }

  /// Whether such a base may have a pronoun behind it.
  func takesPronoun(_ base: [UInt8]) -> Bool { bases.value(base) == 1 }

  private func listed(_ word: [UInt8]) -> Category? {
    let number = Int(categories.value(word))
    return number < 0 ? nil : Category.allCases[number]
  }

  private static let waw = Array("و".utf8)
  private static let feh = Array("ف".utf8)
}

extension StopWords.Category {
  fileprivate var takesPronouns: Bool {
    switch self {
    case .preposition, .conjunction, .subordinator, .quantifier, .negation: true
    default: false
    }
  }
}
