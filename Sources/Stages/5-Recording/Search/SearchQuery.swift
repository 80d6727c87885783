package import ArabicQuantities

/// A search as parsed from what a user typed.
///
/// Words must all occur. `"..."` is a phrase, `word*` a beginning, `-word` or `NOT word` must not occur; `OR`
/// (`|`, `أو`) joins alternatives and binds closer than what stands side by side, `AND` (`&`, `و`) says what holds
/// anyway, brackets group, `a NEAR/5 b` wants at most five words between. Fields limit, or say where and how to look:
/// `Data/search/keywords.tsv` lists them in both languages, `Documentation/Search.md` explains them.
package struct SearchQuery: Sendable, Hashable {
  /// How words without quotation marks are compared.
  package enum Matching: String, Sendable, Hashable, CaseIterable {
    /// Folded, with clitics, endings and broken plurals: `سوريا` finds `وبسوريا` and `السورية`.
    case forms
    /// Folded: `سوريا` finds `سوریا`, and `احمد` finds `أحمد`. So are phrases, if not more exactly.
    case words
    /// One letter per letter whatever the keyboard, without vowel signs: `احمد` does not find `أحمد`.
    case letters
    /// Code point for code point, but for Unicode's canonical composition.
    case spelling
  }

  /// What words side by side ask for.
  package enum Joining: String, Sendable, Hashable, CaseIterable {
    /// All of them.
    case all
    /// One at least, the more the better; words of grammar don't count beside others.
    case any
  }

  /// How a search is meant as a whole.
  package struct Options: Sendable, Hashable {
    package var matching = Matching.forms
    package var joining = Joining.all
    /// Whether words in Latin letters find names that are written in Arabic ones.
    package var findsNames = true

    /// The usual ones.
    package init() {}
  }

  /// The most words that are looked for.
  package static let wordLimit = 32
  /// The most bytes of UTF-8 that are parsed.
  package static let byteLimit = 4_000
  /// How deep brackets may be nested.
  package static let depthLimit = 16

  /// What was typed.
  package let text: String
  /// What is looked for: `SearchClause.all`, in which something must occur or hold.
  var clauses: [SearchClause]

  /// Parses what a user typed.
  ///
  /// - Parameters:
  ///   - text: The search.
  ///   - options: How it is meant as a whole.
  /// - Throws: `SearchQueryError`; any other text is a search.
  package init(_ text: String, _ options: Options = Options()) throws(SearchQueryError) {
    self.text = text
    guard text.utf8.count <= SearchQuery.byteLimit else {
      throw SearchQueryError(.tooLong(limit: SearchQuery.byteLimit), 0..<0)
    }
    do throws(SearchQueryError) {
      var parser = try SearchQueryParser(text, options)
      clauses = try parser.parse()
    } catch {
      throw error.located(in: text)
    }
  }

  /// Parses what a user typed, with the usual options but for how words are compared.
  ///
  /// - Parameters:
  ///   - text: The search.
  ///   - matching: How words are compared.
  /// - Throws: `SearchQueryError`.
  package init(_ text: String, matching: Matching) throws(SearchQueryError) {
    var options = Options()
    options.matching = matching
    try self.init(text, options)
  }

  /// The search limited to an outlet and days; what is `nil` limits nothing.
  ///
  /// - Parameters:
  ///   - source: The outlet's name in any spelling.
  ///   - since: The first day of publication.
  ///   - until: The last day of publication.
  /// - Returns: The search with these limits besides its own.
  package func limited(source: String?, since: CalendarDay?, until: CalendarDay?) -> SearchQuery {
    var query = self
    if let source { query.clauses.append(.limit(.source(source))) }
    if since != nil || until != nil { query.clauses.append(.limit(.days(since, until))) }
    return query
  }
}
