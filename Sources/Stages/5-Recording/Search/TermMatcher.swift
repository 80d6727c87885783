internal import ArabicScript

/// Finds what a search looks for in one text.
struct TermMatcher {
  /// One place where something was found.
  struct Match {
    /// The index of the first word and behind the last one.
    let words: Range<Int>
    /// Which of the search's terms it is, counted through all groups.
    let term: Int
  }

  private let query: SearchQuery
  private let terms: [SearchTerm]

  init(_ query: SearchQuery) {
    self.query = query
    terms = query.groups.flatMap { $0 }
  }

  /// All places where terms that must occur are found, in the order of the text.
  func matches(in text: SearchTerms, _ utf8: [UInt8]) -> [Match] {
    var matches: [Match] = []
    for index in text.terms.indices {
      for (number, term) in terms.enumerated() {
        let count = length(of: term, in: text, utf8, at: index)
        if count > 0 { matches.append(Match(words: index..<index + count, term: number)) }
      }
    }
    return matches
  }

  /// Whether the title or the text holds what must occur and neither what must not.
  func accepts(_ parts: [[UInt8]]) -> Bool {
    let texts = parts.map { SearchTerms($0) }
    func occurs(_ term: SearchTerm) -> Bool {
      for (text, utf8) in zip(texts, parts) {
        for index in text.terms.indices where length(of: term, in: text, utf8, at: index) > 0 {
          return true
        }
      }
      return false
    }
    return query.groups.allSatisfy { $0.contains(where: occurs) }
      && !query.exclusions.contains(where: occurs)
  }

  /// How many words from `index` on are what the term looks for; 0 if they are not.
  private func length(
    of term: SearchTerm, in text: SearchTerms, _ utf8: [UInt8], at index: Int
  ) -> Int {
    switch term {
    case .words(let words): return holds(words, text, index) ? words.count : 0
    case .forms(let word, let stems):
      let key = text.key(index)
      if TermMatcher.equal(key, word) { return 1 }
      return sharesStem(key, stems) ? 1 : 0
    case .beginning(let words):
      guard index + words.count <= text.terms.count, let last = words.last,
        text.key(index + words.count - 1).starts(with: last),
        holds(Array(words.dropLast()), text, index)
      else { return 0 }
      return words.count
    case .spelling(let words, let folded):
      guard holds(folded, text, index) else { return 0 }
      for (offset, word) in words.enumerated() {
        let range = text.range(index + offset)
        // Strings are equal if their canonical compositions are.
        guard String(decoding: utf8[range.start..<range.end], as: UTF8.self) == word else {
          return 0
        }
      }
      return words.count
    }
  }

  private func holds(_ words: [[UInt8]], _ text: SearchTerms, _ index: Int) -> Bool {
    guard index + words.count <= text.terms.count else { return false }
    for (offset, word) in words.enumerated() {
      guard TermMatcher.equal(text.key(index + offset), word) else { return false }
    }
    return true
  }

  private func sharesStem(_ key: ArraySlice<UInt8>, _ stems: [[UInt8]]) -> Bool {
    // A stem is a piece of its word, which is quicker to see than the word's stems are made.
    var isPossible = false
    for stem in stems where TermMatcher.contains(key, stem) { isPossible = true }
    guard isPossible else { return false }
    var ranges: [TextRange] = []
    WordStems.append(of: key.span, to: &ranges)
    for range in ranges {
      let own = key[key.startIndex + range.start..<key.startIndex + range.end]
      for stem in stems where TermMatcher.equal(own, stem) { return true }
    }
    return false
  }

  private static func equal(_ key: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard key.count == word.count else { return false }
    for i in 0..<word.count where key[key.startIndex + i] != word[i] { return false }
    return true
  }

  private static func contains(_ key: ArraySlice<UInt8>, _ piece: [UInt8]) -> Bool {
    guard piece.count <= key.count else { return false }
    for start in key.startIndex...(key.endIndex - piece.count) {
      var i = 0
      while i < piece.count, key[start + i] == piece[i] { i += 1 }
      if i == piece.count { return true }
    }
    return false
  }
}
