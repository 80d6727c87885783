/// Why a search can't be run, and where it goes wrong.
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
    /// Brackets stand in brackets more than `limit` deep.
    case tooDeep(limit: Int)
    /// A quotation mark that nothing closes.
    case openQuotation
    /// A bracket that nothing closes.
    case openBracket
    /// A closing bracket that nothing opens.
    case loneBracket
    /// Neither a day of the form 2015-08-06, nor a month, nor a year, nor a range of them.
    case notADay(String)
    /// A value that the field doesn't know; those that it knows.
    case notAValue(String, field: String, allowed: [String])
    /// A field without a value.
    case emptyField(String)
    /// A field whose value can't be a group in brackets.
    case groupInField(String)
    /// The beginning of a word with fewer than two letters before `*`.
    case shortBeginning
    /// An operator without a word on both sides, or one to leave out without a word behind it.
    case loneOperator(String)
    /// `NEAR` beside something that is neither word nor phrase.
    case nearWithoutWords
    /// One of several alternatives is something to leave out.
    case excludedAlternative
  }

  package let reason: Reason
  /// Where, in Unicode code points from the start of the text.
  package let range: Range<Int>
  /// The search as typed; empty if it is too long to be shown.
  package private(set) var text = ""

  init(_ reason: Reason, _ range: Range<Int>) {
    self.reason = reason
    self.range = range
  }

  /// The error in a search.
  func located(in text: String) -> SearchQueryError {
    var error = self
    if case .tooLong = reason { return error }
    error.text = text
    return error
  }

  /// The search as typed in three pieces, of which the middle one is at fault.
  package var pieces: (before: String, fault: String, after: String) {
    let scalars = Array(self.text.unicodeScalars)
    let start = min(range.lowerBound, scalars.count)
    let end = max(start, min(range.upperBound, scalars.count))
    func piece(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    return (piece(0..<start), piece(start..<end), piece(end..<scalars.count))
  }

  /// The error in one line, in English: where, what, and what helps; the position counts from 1.
  package var description: String {
    let place = "position \(range.lowerBound + 1)"
    return switch reason {
    case .empty: "the search has no word to look for"
    case .onlyExclusions: "the search has only words to leave out; add one to look for"
    case .tooLong(let limit): "the search is too long; use at most \(limit) bytes"
    case .tooManyWords(let limit):
      "\(place): the search has too many words; use at most \(limit)"
    case .tooDeep(let limit): "\(place): brackets are nested too deep; use at most \(limit) levels"
    case .openQuotation: "\(place): this quotation mark is not closed; close it or take it out"
    case .openBracket: "\(place): this bracket is not closed; add ) or quote it"
    case .loneBracket: "\(place): this bracket closes nothing; take it out or quote it"
    case .notADay(let text):
      "\(place): \(text) is not a day; write 2015-08-06, 2015-08, 2015 or 2015-07..2015-08"
    case .notAValue(let value, let field, let allowed):
      "\(place): \(field): does not know \(value); it is one of \(allowed.joined(separator: ", "))"
    case .emptyField(let name): "\(place): \(name): needs a value"
    case .groupInField(let name):
      "\(place): \(name): takes one value; repeat the field, with OR between"
    case .shortBeginning: "\(place): * needs at least two letters before it"
    case .loneOperator(let name):
      "\(place): \(name) needs a word on both sides; quote it to look for it"
    case .nearWithoutWords: "\(place): NEAR needs a word or phrase on both sides"
    case .excludedAlternative:
      "\(place): an alternative of OR can't be something to leave out; put it behind the others"
    }
  }
}
