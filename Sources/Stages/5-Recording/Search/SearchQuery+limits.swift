package import ArabicQuantities

extension SearchQuery {
  /// The search limited to an outlet and days; what is `nil` leaves the search's own limit as it is.
  package func limited(source: String?, since: CalendarDay?, until: CalendarDay?) -> SearchQuery {
    var query = self
    if let source { query.source = source }
    if let since { query.since = since }
    if let until { query.until = until }
    return query
  }
}
