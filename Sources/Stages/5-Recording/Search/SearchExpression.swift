internal import ArabicScript

/// Writes what `ArabicTokenizer` reads: queries in FTS5's language in which all that was typed is quoted.
enum SearchExpression {
  /// What the index of articles can tell of a clause: it matches at least the articles that the clause means.
  ///
  /// - Parameter clause: A part of a search.
  /// - Returns: A query; `nil` if the index can't tell anything of the clause.
  static func superset(of clause: SearchClause) -> String? {
    switch clause {
    case .term(let term, let part): return inPart(part, expression(of: term))
    case .near(let terms, let distance, let part):
      return inPart(
        part, "NEAR(\(terms.map(expression).joined(separator: " ")), \(distance))")
    case .limit, .not: return nil
    case .any(let clauses):
      let alternatives = clauses.compactMap(superset)
      guard alternatives.count == clauses.count else { return nil }
      return "(\(alternatives.joined(separator: " OR ")))"
    case .all(let clauses):
      let wanted = clauses.compactMap(superset)
      if wanted.isEmpty { return nil }
      let included = "(\(wanted.joined(separator: " AND ")))"
      let excluded = clauses.compactMap(exclusion)
      return excluded.isEmpty
        ? included : "(\(included) NOT (\(excluded.joined(separator: " OR "))))"
    }
  }

  /// What must not occur, if the index can tell.
  private static func exclusion(_ clause: SearchClause) -> String? {
    guard case .not(let inner) = clause, inner.isText, !inner.needsText else { return nil }
    return superset(of: inner)
  }

  /// All words of a text with their forms, for the full-text tables of records; `nil` if it has none.
  static func allWords(of text: String) -> String? {
    let words = keys(of: text).map { key in
      quoted([SearchTerm.stems(of: key[...])])
    }
    return words.isEmpty ? nil : "(\(words.joined(separator: " AND ")))"
  }

  /// All words of a text with their forms, for the full-text table of articles; `nil` if it has none.
  static func allForms(of text: String) -> String? {
    let words = keys(of: text).map { key in
      let word = String(decoding: key, as: UTF8.self)
      var place = SearchTerm.Place(typed: word, keys: [key], range: 0..<0)
      place.addForms()
      return expression(of: SearchTerm(places: [place]))
    }
    return words.isEmpty ? nil : words.joined(separator: " AND ")
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

  private static func expression(of term: SearchTerm) -> String {
    let places = term.places.map { place in
      // A word that is its own stem stands bare in the index, another's stem behind a mark.
      place.keys + place.stems + place.stems.map { [ArabicTokenizer.stemMark] + $0 }
    }
    return quoted(places) + (term.isBeginning ? "*" : "")
  }

  private static func inPart(_ part: SearchPart, _ expression: String) -> String {
    switch part {
    case .anywhere: expression
    case .title: "{title} : \(expression)"
    case .body: "{text} : \(expression)"
    }
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
