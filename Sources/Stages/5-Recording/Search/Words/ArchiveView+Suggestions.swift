internal import ArabicScript
internal import GRDB

/// A way to go on with a search that is being typed.
package struct SearchSuggestion: Sendable, Hashable {
  /// The whole search with its last word completed.
  package let text: String
  /// The word that completes it, as the archive spells it.
  package let word: String
  /// In how many articles the word stands.
  package let articles: Int
}

extension ArchiveView {
  /// Words of the archive that complete the last word of what was typed, the most frequent first.
  ///
  /// - Parameters:
  ///   - text: What was typed so far.
  ///   - limit: The most suggestions, 1 to 20.
  /// - Returns: None for a last word of fewer than two letters.
  /// - Throws: An error of the database.
  package func suggestions(for text: String, limit: Int = 8) throws -> [SearchSuggestion] {
    guard text.utf8.count <= SearchQuery.byteLimit else { return [] }
    let utf8 = Array(text.utf8)
    let terms = SearchTerms(utf8)
    guard let last = terms.terms.indices.last, terms.range(last).end == utf8.count else {
      return []
    }
    let key = Array(terms.key(last))
    guard String(decoding: key, as: UTF8.self).unicodeScalars.count >= 2 else { return [] }
    let front = String(decoding: utf8[..<terms.range(last).start], as: UTF8.self)
    let words = try ArchiveWords(database, segments).beginning(
      with: key, limit: max(1, min(limit, 20)))
    return words.map {
      SearchSuggestion(text: front + $0.spelling, word: $0.spelling, articles: $0.articles)
    }
  }
}

extension ArchiveWords {
  /// The most frequent words that begin with some letters, without the beginning itself.
  func beginning(with key: [UInt8], limit: Int) throws -> [Word] {
    let start = String(decoding: key, as: UTF8.self)
    return try words(
      "word > ? AND word < ? AND articles > 0", [start, start + "\u{10FFFF}"], limit: limit)
  }

  /// A search as typed with the words that no article holds put right, by words one letter away.
  ///
  /// - Parameter query: A search that found nothing.
  /// - Returns: What may have been meant; `nil` if nothing is close.
  /// - Throws: An error of the database.
  func correction(of query: SearchQuery) throws -> String? {
    var scalars = Array(query.text.unicodeScalars)
    var isCorrected = false
    let terms = SearchClause.all(query.clauses).terms.filter { !$0.isBeginning }
    // From the end, so that places before keep their offsets.
    for place in terms.flatMap(\.places).sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      guard try !index.knows(place), let key = place.keys.first,
        let word = try neighbours(of: key).first
      else { continue }
      scalars.replaceSubrange(place.range, with: Array(word.spelling.unicodeScalars))
      isCorrected = true
    }
    return isCorrected ? String(String.UnicodeScalarView(scalars)) : nil
  }
}
