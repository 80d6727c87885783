internal import Recording

/// One page of what a search finds.
enum FoundRows: Sendable {
  case articles(SearchResult)
  case statements(ListPage<StatementRow>)
  case outlooks(ListPage<OutlookRow>)
  case events(ListPage<EventRow>)

  /// Runs a search.
  ///
  /// - Parameters:
  ///   - query: A search that can be run.
  ///   - fields: What is listed, in which order, which page.
  ///   - limit: The most rows.
  ///   - view: The archive.
  /// - Throws: An error of the database.
  init(_ query: SearchQuery, _ fields: SearchFields, limit: Int, _ view: ArchiveView) throws {
    switch fields.kind {
    case .articles:
      self = .articles(
        try view.search(
          query, order: fields.order, limit: limit, offset: (fields.page - 1) * limit))
    case .statements:
      self = .statements(
        try view.statements(matching: query, limit: limit, before: fields.position))
    case .outlooks:
      self = .outlooks(try view.outlooks(matching: query, limit: limit, before: fields.position))
    case .events:
      self = .events(try view.events(matching: query, limit: limit, before: fields.position))
    }
  }

  var total: BoundedCount {
    switch self {
    case .articles(let result): result.total
    case .statements(let page): page.total
    case .outlooks(let page): page.total
    case .events(let page): page.total
    }
  }

  /// Where the next part of a list of records begins; `nil` for articles, whose pages are numbered.
  var next: ListPosition? {
    switch self {
    case .articles: nil
    case .statements(let page): page.next
    case .outlooks(let page): page.next
    case .events(let page): page.next
    }
  }

  var isEmpty: Bool {
    switch self {
    case .articles(let result): result.hits.isEmpty
    case .statements(let page): page.rows.isEmpty
    case .outlooks(let page): page.rows.isEmpty
    case .events(let page): page.rows.isEmpty
    }
  }
}
