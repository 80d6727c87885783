internal import HTTPTypes
internal import Recording

extension Site {
  /// The search page; one with a fault is no success.
  func searchPage(_ request: SiteRequest, _ parts: PageParts) async throws -> Answer {
    let fields = try SearchFields(request)
    var answer = Answer.page(try await archive.read { try SearchPage(fields, $0) }.html(parts))
    if fields.fault != nil { answer.status = .badRequest }
    return answer
  }

  /// What a search of articles finds, as a feed.
  func searchFeed(_ request: SiteRequest) async throws -> SyndicationFeed {
    let fields = try SearchFields(request)
    let query = try fields.runnable(request)
    let result = try await archive.read {
      try $0.search(query, order: .time, limit: SearchFeed.limit)
    }
    return SearchFeed.feed(of: fields, result, request)
  }
}
