internal import ArabicScript

/// Writes what `ArabicTokenizer` reads: queries in FTS5's language in which everything is quoted.
enum SearchExpression {
  /// A search, without what only the text itself can tell; `nil` if nothing is left.
  static func expression(of query: SearchQuery) -> String {
    let groups = query.groups.map { group in
      "(" + group.map(expression).joined(separator: " OR ") + ")"
    }
    let exclusions = query.exclusions.filter { !$0.isSpelling }.map(expression)
    let included = groups.joined(separator: " AND ")
    if exclusions.isEmpty { return included }
    return "(\(included)) NOT (\(exclusions.joined(separator: " OR ")))"
  }

  /// All words of a text with their forms, for the full-text tables of records; `nil` if it has none.
  static func allWords(of text: String) -> String? {
    let terms = SearchTerms(Array(text.utf8.prefix(SearchQuery.byteLimit)))
    if terms.terms.isEmpty { return nil }
    let words = terms.terms.indices.prefix(SearchQuery.wordLimit).map { index in
      let stems = SearchTerm.stems(of: terms.key(index))
      return quoted([Array(stems.joined(separator: [ArabicTokenizer.synonymMark]))])
    }
    return "(\(words.joined(separator: " AND ")))"
  }

  /// All words of a text with their forms, for the full-text table of articles; `nil` if it has none.
  static func allForms(of text: String) -> String? {
    let terms = SearchTerms(Array(text.utf8.prefix(SearchQuery.byteLimit)))
    if terms.terms.isEmpty { return nil }
    return terms.terms.indices.prefix(SearchQuery.wordLimit).map { index in
      expression(of: .forms(of: terms.key(index)))
    }.joined(separator: " AND ")
  }

  private static func expression(of term: SearchTerm) -> String {
    switch term {
    case .words(let words), .spelling(_, folded: let words): quoted(words)
    case .beginning(let words): quoted(words) + "*"
    case .forms(let word, let stems): formsExpression(word, stems)
    }
  }

  /// The stems, bare for words that are their own stem and marked for others, at one place.
  private static func formsExpression(_ word: [UInt8], _ stems: [[UInt8]]) -> String {
    var bytes: [UInt8] = []
    for stem in stems {
      if !bytes.isEmpty { bytes.append(ArabicTokenizer.synonymMark) }
      bytes += stem
      bytes.append(ArabicTokenizer.synonymMark)
      bytes.append(ArabicTokenizer.stemMark)
      bytes += stem
    }
    return quoted([bytes])
  }

  private static func quoted(_ words: [[UInt8]]) -> String {
    let bytes = words.joined(separator: [ArabicTokenizer.positionMark])
    // Folded words hold no quotation mark; doubling it keeps that from mattering.
    let text = String(decoding: Array(bytes), as: UTF8.self)
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(text)\""
  }
}
