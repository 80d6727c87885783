/// Finds what can be gathered from at an address that a person gives.
package struct SourceFinder: Sendable {
  private let fetcher: Fetcher

  package init(_ fetcher: Fetcher) { self.fetcher = fetcher }

  /// The sources at an address: itself if it is a feed; else the feeds that the page names; else the first
  /// that stands where feeds often are; else the page as a list of links.
  ///
  /// - Throws: `FetchFailure` if the address gives nothing.
  package func sources(at url: String) async throws(FetchFailure) -> [FeedSource] {
    let answer = try await fetcher.fetch(url)
    guard (200...299).contains(answer.status) else { throw .status(answer.status) }
    if let feed = try? FeedParser.feed(answer.content, url: answer.url, charset: answer.charset) {
      return [FeedSource(url: url, kind: .feed, title: feed.title, site: feed.siteURL)]
    }
    let named = FeedDiscovery.feeds(
      inPage: answer.content, url: answer.url, charset: answer.charset)
    if !named.isEmpty {
      return named.map { FeedSource(url: $0.url, kind: .feed, title: $0.title, site: answer.url) }
    }
    for guess in FeedDiscovery.guesses(site: answer.url) {
      if let feed = await feed(at: guess) {
        return [FeedSource(url: guess, kind: .feed, title: feed.title, site: answer.url)]
      }
    }
    return [FeedSource(url: url, kind: .pageList, site: answer.url)]
  }

  private func feed(at url: String) async -> Feed? {
    guard let answer = try? await fetcher.fetch(url), (200...299).contains(answer.status) else {
      return nil
    }
    let feed = try? FeedParser.feed(answer.content, url: answer.url, charset: answer.charset)
    return feed.flatMap { $0.items.isEmpty && $0.sitemaps.isEmpty ? nil : $0 }
  }
}
