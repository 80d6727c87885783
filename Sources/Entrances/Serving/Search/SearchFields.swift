internal import Recording

/// A search as read out of an address.
struct SearchFields {
  /// What was typed.
  let text: String
  /// The search; `nil` if nothing was typed yet, or what was typed can't be run.
  let query: SearchQuery?
  /// Why what was typed can't be run.
  let fault: SearchQueryError?
  /// What is listed.
  let kind: SearchKind
  let order: SearchOrder
  /// The number of the page of articles, from 1.
  let page: Int
  /// Where a part of a list of records begins.
  let position: ListPosition?

  /// The longest search, in bytes.
  static let textLimit = 1_200
  /// The deepest page that can be asked for.
  static let pageLimit = 500

  /// Reads `q`, `in`, `matching`, `joining`, `names`, `order`, `source`, `since`, `until`, `page` and `before`.
  ///
  /// - Parameter request: The request with these fields.
  /// - Throws: `Problem` for a field whose value is of no use; what is wrong with `q` becomes `fault`.
  init(_ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    text = try fields.text("q", limit: SearchFields.textLimit) ?? ""
    kind = try fields.oneOf(SearchKind.self, "in") ?? .articles
    order = try fields.oneOf(SearchOrder.self, "order") ?? .relevance
    page = try fields.number("page", 1...SearchFields.pageLimit) ?? 1
    position = try fields.position()
    var options = SearchQuery.Options()
    options.matching = try fields.oneOf(SearchQuery.Matching.self, "matching") ?? .forms
    options.joining = try fields.oneOf(SearchQuery.Joining.self, "joining") ?? .all
    options.findsNames = try fields.oneOf("names", ["yes", "no"]) != "no"
    let (source, since, until) = (
      try fields.text("source"), try fields.day("since"), try fields.day("until")
    )
    guard !text.isEmpty else {
      (query, fault) = (nil, nil)
      return
    }
    do throws(SearchQueryError) {
      let parsed = try SearchQuery(text, options)
      (query, fault) = (parsed.limited(source: source, since: since, until: until), nil)
    } catch {
      (query, fault) = (nil, error)
    }
  }

  /// The search, for those who can't be shown a page with a fault.
  ///
  /// - Parameter request: The request with the search.
  /// - Returns: The search.
  /// - Throws: `Problem` if there is none that can be run.
  func runnable(_ request: SiteRequest) throws(Problem) -> SearchQuery {
    guard let query else {
      throw request.problem(
        .badSearch(
          message: fault?.description ?? "the field q is missing", range: fault.map(\.range)))
    }
    return query
  }
}
