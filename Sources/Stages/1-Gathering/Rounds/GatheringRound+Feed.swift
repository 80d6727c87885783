internal import NewsModel

extension GatheringRound {
  /// What a source announces: its feed, its index of sitemaps with the newest of them, or its list of links.
  func feed(
    of source: FeedSource, _ report: inout Report
  ) async throws(GatheringStop) -> Feed {
    let (content, url, charset) = try await document(source.url)
    guard source.kind == .feed else {
      return Feed(
        format: .list, title: source.title, siteURL: url,
        items: FeedDiscovery.links(inPage: content, url: url, charset: charset))
    }
    var feed = try parsed(content, url, charset)
    try await addSitemaps(to: &feed, known: [source.url, url], &report)
    return feed
  }

  /// Reads the sitemaps of an index, the newest first; one that can't be read costs no other.
  ///
  /// - Throws: What the first of them came to, if none could be read.
  private func addSitemaps(
    to feed: inout Feed, known: Set<String>, _ report: inout Report
  ) async throws(GatheringStop) {
    var known = known
    var waiting = newestFirst(feed.sitemaps).filter { known.insert($0.url).inserted }
    var firstStop: GatheringStop?
    var read = 0
    while !waiting.isEmpty, read + report.sitemapFaults.count < GatheringRound.sitemapLimit,
      feed.items.count < most
    {
      let sitemap = waiting.removeFirst()
      do throws(GatheringStop) {
        let (content, url, charset) = try await document(sitemap.url)
        let part = try parsed(content, url, charset)
        read += 1
        feed.items += part.items
        feed.leftOut += part.leftOut
        feed.isCutOff = feed.isCutOff || part.isCutOff
        waiting = newestFirst(part.sitemaps).filter { known.insert($0.url).inserted } + waiting
      } catch {
        switch error {
        case .keeper: throw error
        case .failure(let failure): report.sitemapFaults.append((sitemap.url, failure.sentence))
        case .feed(let fault): report.sitemapFaults.append((sitemap.url, fault.sentence))
        }
        firstStop = firstStop ?? error
      }
    }
    if let firstStop, read == 0, feed.items.isEmpty { throw firstStop }
    report.shortfall = feed.shortfall
    report.shortfall.sitemapsUnread = report.sitemapFaults.count
    report.shortfall.sitemapsLeftOut = waiting.count
  }

  /// Sitemaps by the time of their change, the newest first; those without one behind them, the last first, since
  /// programs that write indexes add to their end.
  private func newestFirst(_ sitemaps: [Sitemap]) -> [Sitemap] {
    let dated = sitemaps.filter { $0.modified != nil }.map {
      (sitemap: $0, time: Instant.inUTC($0.modified ?? ""))
    }
    let undated = sitemaps.filter { $0.modified == nil }.reversed()
    // Of two of one time the later one stands first, too.
    return Array(dated.reversed()).sorted { $0.time > $1.time }.map(\.sitemap) + undated
  }

  private func parsed(
    _ content: [UInt8], _ url: String, _ charset: String?
  ) throws(GatheringStop) -> Feed {
    do throws(FeedError) {
      return try FeedParser.feed(
        content, url: url, charset: charset, limit: fetcher.limits.bytes)
    } catch {
      throw .feed(error)
    }
  }

  /// The content of a feed, fetched; if it has not changed, as it was kept, for pages that it names may still be missing.
  private func document(
    _ url: String
  ) async throws(GatheringStop) -> (content: [UInt8], url: String, charset: String?) {
    do {
      let known = try await keeper.last(url)
      let answer = try await fetcher.fetch(
        url, validators: known.map { FetchValidators(responseHead: $0.responseHead) })
      if answer.isNotModified, let known {
        if let capture = answer.captures.last { try await keeper.keepNotModified(capture) }
        let kept = try CaptureContent(of: known, limit: fetcher.limits.bytes)
        return (kept.bytes, known.url, kept.charset)
      }
      guard (200...299).contains(answer.status) else { throw FetchFailure.status(answer.status) }
      for capture in answer.captures.reversed() { _ = try await keeper.keep(capture) }
      return (answer.content, answer.url, answer.charset)
    } catch let failure as FetchFailure {
      throw .failure(failure)
    } catch {
      throw .keeper(error)
    }
  }
}
