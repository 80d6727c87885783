internal import ArabicScript

/// A text with its words, in which a search is looked for.
struct WordedText {
  let utf8: [UInt8]
  let words: SearchTerms
  /// Which part of the article it is.
  let part: SearchPart

  init(_ utf8: [UInt8], _ part: SearchPart) {
    self.utf8 = utf8
    self.part = part
    words = SearchTerms(utf8)
  }
}

/// Finds what a search looks for in one text.
struct TermMatcher {
  /// One place where something was found.
  struct Match {
    /// The index of the first word and behind the last one.
    let words: Range<Int>
    /// Which of the search's terms it is, counted through all of them.
    let term: Int
  }

  /// What is looked for together: one term, or those of a `NEAR`.
  private struct Group {
    var terms: [SearchTerm]
    var distance: Int?
    var part: SearchPart
    var firstNumber: Int
  }

  private let groups: [Group]

  /// Makes the matcher of a search's clauses.
  init(_ clauses: [SearchClause]) {
    var groups: [Group] = []
    TermMatcher.collect(.all(clauses), &groups)
    self.groups = groups
  }

  private static func collect(_ clause: SearchClause, _ groups: inout [Group]) {
    let number = groups.last.map { $0.firstNumber + $0.terms.count } ?? 0
    switch clause {
    case .term(let term, let part):
      groups.append(Group(terms: [term], distance: nil, part: part, firstNumber: number))
    case .near(let terms, let distance, let part):
      groups.append(Group(terms: terms, distance: distance, part: part, firstNumber: number))
    case .all(let clauses), .any(let clauses):
      for clause in clauses { collect(clause, &groups) }
    case .limit, .not: break
    }
  }

  /// All places where terms that are looked for are found, in the order of the text.
  func matches(in text: WordedText) -> [Match] {
    var matches: [Match] = []
    for group in groups where TermMatcher.covers(group.part, text.part) {
      matches += TermMatcher.matches(of: group.terms, within: group.distance, in: text).map {
        Match(words: $0.words, term: group.firstNumber + $0.term)
      }
    }
    return matches.sorted {
      ($0.words.lowerBound, $0.term) < ($1.words.lowerBound, $1.term)
    }
  }

  /// Whether the texts of an article hold what a clause asks for.
  ///
  /// - Parameters:
  ///   - clause: A part of a search.
  ///   - texts: The texts in which words without a field, in titles, or in bodies are looked for.
  ///   - holds: Whether a limit holds of the article.
  /// - Returns: Whether they do.
  /// - Throws: What `texts` and `holds` throw.
  static func accepts(
    _ clause: SearchClause, _ texts: (SearchPart) throws -> [WordedText],
    _ holds: (SearchLimit) throws -> Bool
  ) rethrows -> Bool {
    switch clause {
    case .term(let term, let part): try occurs([term], nil, texts(part))
    case .near(let terms, let distance, let part): try occurs(terms, distance, texts(part))
    case .limit(let limit): try holds(limit)
    case .all(let clauses): try clauses.allSatisfy { try accepts($0, texts, holds) }
    case .any(let clauses): try clauses.contains { try accepts($0, texts, holds) }
    case .not(let clause): try !accepts(clause, texts, holds)
    }
  }

  private static func occurs(
    _ terms: [SearchTerm], _ distance: Int?, _ texts: [WordedText]
  ) -> Bool {
    texts.contains { !matches(of: terms, within: distance, in: $0).isEmpty }
  }

  private static func covers(_ wanted: SearchPart, _ part: SearchPart) -> Bool {
    wanted == .anywhere || part == .anywhere || wanted == part
  }

  private static func matches(
    of terms: [SearchTerm], within distance: Int?, in text: WordedText
  ) -> [Match] {
    var found: [Match] = []
    for index in text.words.terms.indices {
      for (number, term) in terms.enumerated() {
        let count = length(of: term, in: text, at: index)
        if count > 0 { found.append(Match(words: index..<index + count, term: number)) }
      }
    }
    guard let distance else { return found }
    return near(found, terms.count, distance)
  }

  /// Of places in the order of the text those that have all terms no further away than `distance` words.
  private static func near(_ found: [Match], _ count: Int, _ distance: Int) -> [Match] {
    var isKept = [Bool](repeating: false, count: found.count)
    for (first, match) in found.enumerated() {
      var last = first
      var terms: Set<Int> = []
      while last < found.count,
        found[last].words.lowerBound - match.words.upperBound <= distance
      {
        terms.insert(found[last].term)
        last += 1
      }
      if terms.count == count { for i in first..<last { isKept[i] = true } }
    }
    return found.indices.filter { isKept[$0] }.map { found[$0] }
  }

  /// How many words from `index` on are what the term looks for; 0 if they are not.
  private static func length(of term: SearchTerm, in text: WordedText, at index: Int) -> Int {
    let count = term.places.count
    guard index + count <= text.words.terms.count else { return 0 }
    for (offset, place) in term.places.enumerated() {
      let isBeginning = term.isBeginning && offset == count - 1
      guard holds(place, text.words.key(index + offset), isBeginning) else { return 0 }
      if term.needsText, !spells(place, term.level, text, index + offset, isBeginning) { return 0 }
    }
    return count
  }

  private static func holds(
    _ place: SearchTerm.Place, _ key: ArraySlice<UInt8>, _ isBeginning: Bool
  ) -> Bool {
    for wanted in place.keys {
      if isBeginning ? key.starts(with: wanted) : equal(key, wanted) { return true }
    }
    return !place.stems.isEmpty && sharesStem(key, place.stems)
  }

  /// Whether a word is spelt as typed, at a level of folding.
  private static func spells(
    _ place: SearchTerm.Place, _ level: FoldingLevel, _ text: WordedText, _ index: Int,
    _ isBeginning: Bool
  ) -> Bool {
    let range = text.words.range(index)
    let folding = Folding(level)
    let word = String(
      decoding: folding.folded(utf8: Array(text.utf8[range.start..<range.end])), as: UTF8.self)
    let wanted = folding.folded(place.typed)
    // Strings are equal if their canonical compositions are.
    return isBeginning ? word.hasPrefix(wanted) : word == wanted
  }

  private static func sharesStem(_ key: ArraySlice<UInt8>, _ stems: [[UInt8]]) -> Bool {
    // A stem is a piece of its word, which is quicker to see than the word's stems are made.
    guard stems.contains(where: { contains(key, $0) }) else { return false }
    var ranges: [TextRange] = []
    WordStems().append(of: key.span, to: &ranges)
    for range in ranges {
      let own = key[key.startIndex + range.start..<key.startIndex + range.end]
      for stem in stems where equal(own, stem) { return true }
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
