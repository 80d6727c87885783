/// Finds what can be gathered from at an address that a person gives.
package struct SourceFinder: Sendable {
  /// How many sitemaps of a robots.txt are tried.
  package static let sitemapLimit = 20

  private let fetcher: Fetcher

  package init(_ fetcher: Fetcher) { self.fetcher = fetcher }

  /// The sources at an address: itself if it is a feed; else the feeds that the page names; else the first
  /// that stands where feeds often are; else the sitemaps that robots.txt names, or the first that stands where
  /// sitemaps often are; else the page as a list of links.
  ///
  /// - Parameters:
  ///   - url: The address.
  ///   - asList: Whether the address is taken as a list of links whatever it names.
  /// - Returns: At least one source.
  /// - Throws: `FetchFailure` if the address gives nothing.
  package func sources(
    at url: String, asList: Bool = false
  ) async throws(FetchFailure) -> [FeedSource] {
    let answer = try await fetcher.fetch(url)
    guard (200...299).contains(answer.status) else { throw .status(answer.status) }
    let list = FeedSource(url: url, kind: .pageList, site: answer.url)
    if asList { return [list] }
    if let feed = try? FeedParser.feed(
      answer.content, url: answer.url, charset: answer.charset, limit: fetcher.limits.bytes)
    {
      return [FeedSource(url: url, kind: .feed, title: feed.title, site: feed.siteURL)]
    }
    let named = FeedDiscovery.feeds(
      inPage: answer.content, url: answer.url, charset: answer.charset)
    if !named.isEmpty {
      return named.map { FeedSource(url: $0.url, kind: .feed, title: $0.title, site: answer.url) }
    }
    if let found = await first(FeedDiscovery.guesses(site: answer.url), site: answer.url) {
      return [found]
    }
    var sitemaps: [FeedSource] = []
    for sitemap in await fetcher.sitemaps(of: answer.url).prefix(SourceFinder.sitemapLimit) {
      if let source = await first([sitemap], site: answer.url),
        !sitemaps.contains(where: { $0.url == sitemap })
      {
        sitemaps.append(source)
      }
    }
    if !sitemaps.isEmpty { return sitemaps }
    let guess = await first(FeedDiscovery.sitemapGuesses(site: answer.url), site: answer.url)
    return [guess ?? list]
  }

  /// The first of some addresses at which something is announced.
  private func first(_ urls: [String], site: String) async -> FeedSource? {
    for url in urls {
      guard let answer = try? await fetcher.fetch(url), (200...299).contains(answer.status),
        let feed = try? FeedParser.feed(
          answer.content, url: answer.url, charset: answer.charset, limit: fetcher.limits.bytes),
        !feed.items.isEmpty || !feed.sitemaps.isEmpty
      else { continue }
      return FeedSource(url: url, kind: .feed, title: feed.title, site: site)
    }
    return nil
  }
}
