internal import Recording

/// What a search finds, the newest first, as a feed.
enum SearchFeed {
  /// The most hits in a feed.
  static let limit = 50

  /// The feed of a search of articles.
  ///
  /// - Parameters:
  ///   - fields: A search that can be run.
  ///   - result: What it found, the newest first.
  ///   - request: The request with the search.
  /// - Returns: The feed.
  static func feed(
    of fields: SearchFields, _ result: SearchResult, _ request: SiteRequest
  ) -> SyndicationFeed {
    let query = request.query.without("page", "order")
    let language = request.language
    return SyndicationFeed(
      id: "urn:marsad:search:\(language.code)\(query.encoded)",
      title: Wording(language)["search.title_for", ["query": fields.text]], language: language,
      home: Link.address(.search, in: language, query),
      own: { Link.address(.searchFeed($0), in: language, query) },
      entries: result.hits.map { entry(of: $0, in: language) })
  }

  /// When the newest version was made: as its page states it, or as it was seen.
  private static func updated(_ hit: SearchHit) -> String {
    let stated = [hit.modified, hit.published].compactMap { $0.flatMap(FeedTime.text(iso:)) }
    let seen = hit.editedAt.map { FeedTime.text(seconds: $0) }
    return ([stated.first, seen].compactMap { $0 }.max { FeedTime.isEarlier($0, $1) })
      ?? FeedTime.text(seconds: 0)
  }

  private static func entry(of hit: SearchHit, in language: PageLanguage) -> SyndicationFeed.Entry {
    let say = Wording(language)
    let snippets = hit.snippets.map { snippet -> HTML in
      "<p dir=\"auto\">\(HTML(snippet.marked))</p>"
    }
    return SyndicationFeed.Entry(
      id: "urn:marsad:article:\(PercentEncoding.encoded(hit.id))",
      title: hit.title.text.isEmpty ? say["list.no_title"] : hit.title.text,
      address: Link.address(.article(id: hit.id), in: language),
      published: hit.published.flatMap(FeedTime.text(iso:)),
      updated: updated(hit), summary: hit.source ?? say["list.no_source"],
      content: "\(snippets)",
      data: { out in RecordJSON.write(hit, to: &out) })
  }
}
