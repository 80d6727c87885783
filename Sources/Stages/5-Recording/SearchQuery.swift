package import ArabicQuantities

/// A search as parsed from what a user typed.
///
/// Words must all occur. `"..."` is a phrase, `exact:"..."` a phrase in exactly this spelling, `-word`
/// must not occur, `OR` (or `|`) joins alternatives, `word*` is a beginning; `source:`, `since:` and
/// `until:` limit outlet and day of publication.
package struct SearchQuery: Sendable, Hashable {
  /// How words without quotation marks are compared.
  package enum Matching: Sendable, Hashable {
    /// Folded, with clitics and endings: `سوريا` finds `وبسوريا` and `السورية`.
    case forms
    /// Folded: `سوريا` finds `سوریا`.
    case words
    /// Code point for code point, but for Unicode's canonical composition.
    case spelling
  }

  /// The outlet asked for, as typed.
  package internal(set) var source: String?
  /// The first day of publication.
  package internal(set) var since: CalendarDay?
  /// The last day of publication.
  package internal(set) var until: CalendarDay?

  /// Parses what a user typed.
  ///
  /// - Throws: `SearchQueryError`; no other text makes an error.
  package init(_ text: String, matching: Matching = .forms) throws(SearchQueryError) {
  }
}

/// Why a search can't be run.
package struct SearchQueryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// There is no word to look for.
    case empty
    /// There are only words that must not occur.
    case onlyExclusions
    /// It has more than `limit` words or bytes.
    case tooLong(limit: Int)
    /// A day that is not of the form 2015-08-06.
    case notADay(String)
    /// A field without a value.
    case emptyField(String)
    /// The beginning of a word with fewer than two letters before `*`.
    case shortPrefix
    /// `OR` without a word on both sides.
    case loneOr
  }

  package let reason: Reason
  /// Where, in Unicode code points from the start of the text.
  package let position: Int

  /// The error in one line, in English.
  package var description: String {
    switch reason {
    case .empty: "the search has no word to look for"
    case .onlyExclusions: "the search has only words to leave out; add one to look for"
    case .tooLong(let limit): "the search is too long (at most \(limit))"
    case .notADay(let text): "position \(position + 1): \(text) is not a day such as 2015-08-06"
    case .emptyField(let name): "position \(position + 1): \(name): needs a value"
    case .shortPrefix: "position \(position + 1): * needs at least two letters before it"
    case .loneOr: "position \(position + 1): OR needs a word on both sides"
    }
  }
}
