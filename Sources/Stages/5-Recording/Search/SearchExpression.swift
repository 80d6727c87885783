internal import ArabicScript

/// Writes what `ArabicTokenizer` reads: queries of records in FTS5's language in which all that was typed is quoted.
enum SearchExpression {
  /// All words of a text with their forms, for the full-text tables of records; `nil` if it has none.
  static func allWords(of text: String) -> String? {
    let words = keys(of: text).map { key in
      quoted([SearchTerm.stems(of: key[...])])
    }
    return words.isEmpty ? nil : "(\(words.joined(separator: " AND ")))"
  }

  /// Stems of all words of terms, for the full-text tables of records, which hold nothing else; `nil` if words that are
  /// only beginnings are all.
  static func stems(of terms: [SearchTerm]) -> String? {
    let words = terms.flatMap { term in
      (term.isBeginning ? Array(term.places.dropLast()) : term.places).map { place in
        quoted([
          place.stems.isEmpty
            ? place.keys.flatMap { SearchTerm.stems(of: $0[...]) } : place.stems
        ])
      }
    }
    return words.isEmpty ? nil : "(\(words.joined(separator: " AND ")))"
  }

  private static func keys(of text: String) -> [[UInt8]] {
    let terms = SearchTerms(Array(text.utf8.prefix(SearchQuery.byteLimit)))
    return terms.terms.indices.prefix(SearchQuery.wordLimit).map { Array(terms.key($0)) }
  }

  /// A phrase of words, each of which may be one of several.
  private static func quoted(_ places: [[[UInt8]]]) -> String {
    let bytes = places.map { $0.joined(separator: [ArabicTokenizer.synonymMark]) }
      .joined(separator: [ArabicTokenizer.positionMark])
    // Folded words hold no quotation mark; doubling it keeps that from mattering.
    let text = String(decoding: Array(bytes), as: UTF8.self)
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(text)\""
  }
}
