internal import ArabicScript
internal import ArabicWords

/// The words of a name, by which it is found within other words: any spelling, clitics and endings.
struct NameWords {
  private let words: [Set<[UInt8]>]

  /// Makes the words of a name; `nil` if it has none.
  init?(_ name: String) {
    let terms = SearchTerms(Array(name.utf8))
    words = terms.terms.indices.prefix(SearchQuery.wordLimit).map {
      Set(SearchTerm.stems(of: terms.key($0)))
    }
    if words.isEmpty { return nil }
  }

  /// Whether all words stand in a text, in any order.
  func stand(in text: String) -> Bool {
    let terms = SearchTerms(Array(text.utf8))
    let stems = terms.terms.indices.map { SearchTerm.stems(of: terms.key($0)) }
    return words.allSatisfy { word in
      stems.contains { $0.contains { word.contains($0) } }
    }
  }
}
