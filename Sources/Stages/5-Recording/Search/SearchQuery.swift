package import ArabicQuantities

/// A search as parsed from what a user typed.
///
/// Words must all occur. `"..."` is a phrase, `exact:"..."` a phrase in exactly this spelling, `-word`
/// must not occur, `OR` (or `|`) joins alternatives, `word*` is a beginning; `source:`, `since:` and
/// `until:` (a day, month or year) limit outlet and day of publication. The fields may be named in
/// Arabic: `حرفيا:`, `مصدر:`, `منذ:`, `حتى:`.
package struct SearchQuery: Sendable, Hashable {
  /// How words without quotation marks are compared.
  package enum Matching: Sendable, Hashable {
    /// Folded, with clitics and endings: `سوريا` finds `وبسوريا` and `السورية`.
    case forms
    /// Folded: `سوريا` finds `سوریا`.
    case words
    /// Code point for code point, but for Unicode's canonical composition; so for phrases too.
    case spelling
  }

  /// The most words that are looked for.
  package static let wordLimit = 32
  /// The most bytes of UTF-8 that are parsed.
  package static let byteLimit = 4_000

  /// The outlet asked for, as typed.
  package internal(set) var source: String?
  /// The first day of publication.
  package internal(set) var since: CalendarDay?
  /// The last day of publication.
  package internal(set) var until: CalendarDay?
  /// What must occur: of each group at least one.
  var groups: [[SearchTerm]] = []
  /// What must not occur.
  var exclusions: [SearchTerm] = []

  /// Parses what a user typed.
  ///
  /// - Throws: `SearchQueryError`; any other text is a search.
  package init(_ text: String, matching: Matching = .forms) throws(SearchQueryError) {
    guard text.utf8.count <= SearchQuery.byteLimit else {
      throw SearchQueryError(reason: .tooLong(limit: SearchQuery.byteLimit), position: 0)
    }
    var parser = SearchQueryParser(text, matching)
    try parser.parse()
    self = parser.query
  }

  init() {}
}

/// Why a search can't be run.
package struct SearchQueryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// There is no word to look for.
    case empty
    /// There are only words that must not occur.
    case onlyExclusions
    /// It has more than `limit` bytes of UTF-8.
    case tooLong(limit: Int)
    /// It has more than `limit` words.
    case tooManyWords(limit: Int)
    /// Neither a day of the form 2015-08-06, nor a month, nor a year.
    case notADay(String)
    /// A field without a value.
    case emptyField(String)
    /// The beginning of a word with fewer than two letters before `*`.
    case shortBeginning
    /// `OR` without a word on both sides.
    case loneOr
  }

  package let reason: Reason
  /// Where, in Unicode code points from the start of the text.
  package let position: Int

  /// The error in one line, in English; the position counts from 1.
  package var description: String {
    let place = "position \(position + 1)"
    return switch reason {
    case .empty: "the search has no word to look for"
    case .onlyExclusions: "the search has only words to leave out; add one to look for"
    case .tooLong(let limit): "the search is too long (at most \(limit) bytes)"
    case .tooManyWords(let limit): "\(place): the search has too many words (at most \(limit))"
    case .notADay(let text): "\(place): \(text) is not a day such as 2015-08-06"
    case .emptyField(let name): "\(place): \(name): needs a value"
    case .shortBeginning: "\(place): * needs at least two letters before it"
    case .loneOr: "\(place): OR needs a word on both sides"
    }
  }
}
