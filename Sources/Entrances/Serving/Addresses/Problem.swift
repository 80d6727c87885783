internal import NewsModel

/// Why a request gets no answer; becomes a page or a JSON object by who asks.
struct Problem: Error, Sendable, Hashable {
  let reason: Reason
  let language: PageLanguage
  /// Whether the answer is JSON.
  let isForPrograms: Bool

  /// Why a request gets no answer.
  enum Reason: Sendable, Hashable {
    case notFound
    case noArticle(id: String)
    case noWatch(Int)
    case noLedgerEntry(Int)
    /// The article's newest reading has no event there.
    case noEvent(id: String, article: String)
    /// No actor or place has this id or name.
    case noEntry(id: String)
    /// A decision on entries that can't be kept.
    case undecidable(EntryDecisionError)
    /// The server was not started with a desk.
    case noDesk
    /// A decision that may not come from the desk's own page.
    case refused
    /// A form that is too long or is none.
    case badForm
    /// Another watch has the name.
    case watchNameTaken(String)
    /// The article has no such version.
    case noVersion(number: Int)
    /// The server was not told where the captures are.
    case noStore
    case addressTooLong
    case badEncoding
    /// A field whose value is of no use.
    case badValue(name: String, value: String, allowed: Allowed)
    /// A search that can't be run, for programs; `message` is in English, `range` counts code points of `q`.
    case badSearch(message: String, range: Range<Int>?)
    case methodNotAllowed
    /// Something failed here; the log has the details.
    case failed
  }

  /// What a field may hold.
  enum Allowed: Sendable, Hashable {
    case oneOf([String])
    case day
    case number(ClosedRange<Int>)
    case position
    case text(limit: Int)
  }

  init(_ reason: Reason, _ language: PageLanguage, isForPrograms: Bool) {
    self.reason = reason
    self.language = language
    self.isForPrograms = isForPrograms
  }

  /// The HTTP status.
  var status: Int {
    switch reason {
    case .notFound, .noArticle, .noWatch, .noLedgerEntry, .noVersion, .noStore, .noEvent, .noDesk,
      .noEntry:
      404
    case .refused: 403
    case .addressTooLong: 414
    case .badEncoding, .badValue, .badSearch, .badForm: 400
    case .undecidable, .watchNameTaken: 409
    case .methodNotAllowed: 405
    case .failed: 500
    }
  }

  /// The name of the reason in the API; a promise to programs.
  var code: String {
    switch reason {
    case .notFound: "not_found"
    case .noArticle: "no_article"
    case .noWatch: "no_watch"
    case .noLedgerEntry: "no_ledger_entry"
    case .noEvent: "no_event"
    case .noEntry: "no_entry"
    case .undecidable: "undecidable"
    case .noDesk: "no_desk"
    case .refused: "refused"
    case .badForm: "bad_form"
    case .watchNameTaken: "watch_name_taken"
    case .noVersion: "no_version"
    case .noStore: "no_store"
    case .addressTooLong: "address_too_long"
    case .badEncoding: "bad_encoding"
    case .badValue: "bad_value"
    case .badSearch: "bad_search"
    case .methodNotAllowed: "method_not_allowed"
    case .failed: "failed"
    }
  }

  /// Where in the field the fault is, in code points, if that is known.
  var range: Range<Int>? {
    if case .badSearch(_, let range) = reason { range } else { nil }
  }

  /// The field that is at fault, if one is.
  var field: String? {
    switch reason {
    case .badValue(let name, _, _): name
    case .badSearch: "q"
    case .noVersion: "version"
    default: nil
    }
  }
}
