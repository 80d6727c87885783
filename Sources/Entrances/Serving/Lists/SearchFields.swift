internal import Recording

/// A search as read out of an address; `query` is `nil` if nothing was typed yet.
struct SearchFields {
  /// What was typed.
  let text: String
  let query: SearchQuery?
  let matching: String
  let order: String
  /// The number of the page, from 1.
  let page: Int

  /// The ways of matching, the usual one first.
  static let matchings = ["forms", "words", "spelling"]
  /// The orders, the usual one first.
  static let orders = ["relevance", "time"]
  /// The deepest page that can be asked for.
  static let pageLimit = 500

  /// Reads `q`, `matching`, `order`, `source`, `since`, `until` and `page`.
  init(_ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    text = try fields.text("q") ?? ""
    matching = try fields.oneOf("matching", SearchFields.matchings) ?? SearchFields.matchings[0]
    order = try fields.oneOf("order", SearchFields.orders) ?? SearchFields.orders[0]
    page = try fields.number("page", 1...SearchFields.pageLimit) ?? 1
    let (source, since, until) = (
      try fields.text("source"), try fields.day("since"), try fields.day("until")
    )
    guard !text.isEmpty else {
      query = nil
      return
    }
    do {
      let parsed = try SearchQuery(text, matching: SearchFields.matching(matching))
      query = parsed.limited(source: source, since: since, until: until)
    } catch {
      throw request.problem(.badSearch(Problem.SearchFault(error), message: error.description))
    }
  }

  /// The order as the archive knows it.
  var searchOrder: SearchOrder { order == "time" ? .time : .relevance }

  private static func matching(_ name: String) -> SearchQuery.Matching {
    switch name {
    case "words": .words
    case "spelling": .spelling
    default: .forms
    }
  }
}

extension Problem.SearchFault {
  /// The phrase for a search that the archive can't run.
  init(_ error: SearchQueryError) {
    switch error.reason {
    case .empty: self.init(key: "search.error.empty", name: "text", value: "")
    case .onlyExclusions: self.init(key: "search.error.only_exclusions", name: "text", value: "")
    case .tooLong(let limit):
      self.init(key: "search.error.too_long", name: "limit", value: String(limit))
    case .tooManyWords(let limit):
      self.init(key: "search.error.too_many_words", name: "limit", value: String(limit))
    case .notADay(let text): self.init(key: "search.error.not_a_day", name: "text", value: text)
    case .emptyField(let name):
      self.init(key: "search.error.empty_field", name: "name", value: name)
    case .shortBeginning: self.init(key: "search.error.short_prefix", name: "text", value: "")
    case .loneOr: self.init(key: "search.error.lone_or", name: "text", value: "")
    }
  }
}
