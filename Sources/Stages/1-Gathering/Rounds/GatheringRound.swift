internal import NewsModel

/// One round over a source: its feed, then the pages that the feed names and that are not kept yet.
///
/// All that a round knows of earlier ones it asks the keeper; a round that is cut off at any point is taken
/// up by the next one, and no page is kept twice.
package struct GatheringRound: Sendable {
  /// What a round did.
  package struct Report: Sendable {
    /// Pages kept that were not known.
    package var new = 0
    /// Pages kept that had changed.
    package var changed = 0
    /// Pages asked again that had not changed.
    package var unchanged = 0
    /// Pages that are gone (404, 410).
    package var gone = 0
    /// Pages that gave nothing, with the reason.
    package var failures: [(url: String, failure: FetchFailure)] = []
    /// Why the source itself gave nothing.
    package var failure: FetchFailure?
    /// Why the source is no feed.
    package var fault: FeedError?
    /// Sitemaps of an index that gave nothing, with the reason as a sentence.
    package var sitemapFaults: [(url: String, sentence: String)] = []
    /// What the source's document lacked.
    package var shortfall = FeedShortfall()

    /// Whether something that was asked for could not be read.
    package var isIncomplete: Bool {
      !failures.isEmpty || !sitemapFaults.isEmpty || shortfall.isCutOff
    }
  }

  /// How often a page that gives nothing is tried.
  static let patience = 5
  /// How many sitemaps of an index are read in a round.
  package static let sitemapLimit = 5

  let fetcher: Fetcher
  let keeper: any CaptureKeeper
  private let revisitAfter: Int?
  let most: Int
  private let now: @Sendable () -> String

  /// Makes a round.
  ///
  /// - Parameters:
  ///   - fetcher: What fetches.
  ///   - keeper: Where captures go.
  ///   - revisitAfter: The seconds after which a page that is still in its feed is asked again; `nil` for never.
  ///   - most: The greatest number of pages fetched from one source in a round; the rest is for the next.
  ///   - now: The time as ISO 8601 in UTC.
  package init(
    fetcher: Fetcher, keeper: any CaptureKeeper, revisitAfter: Int?, most: Int,
    now: @escaping @Sendable () -> String
  ) {
    self.fetcher = fetcher
    self.keeper = keeper
    self.revisitAfter = revisitAfter
    self.most = most
    self.now = now
  }

  /// Gathers from a source, and writes down in it how that went.
  ///
  /// - Throws: What the keeper throws; then the store can't take anything.
  package func run(_ source: inout FeedSource) async throws -> Report {
    var report = Report()
    var rest = 0
    do throws(GatheringStop) {
      let feed = try await feed(of: source, &report)
      source.title = source.title ?? feed.title
      source.site = source.site ?? feed.siteURL
      let answered = now()
      var rhythm = source.rhythm ?? FeedRhythm()
      rhythm.noteAnswer(at: answered, before: source.lastSuccess, interval: source.interval)
      source.rhythm = rhythm
      source.lastSuccess = answered
      (source.lastError, source.lastFault, source.failures) = (nil, nil, 0)
      source.shortfall = report.shortfall == FeedShortfall() ? nil : report.shortfall
      rest = try await gather(feed.items, &source, &report)
    } catch {
      switch error {
      case .failure(let failure):
        report.failure = failure
        rest = failure.rest ?? 0
      case .feed(let fault): report.fault = fault
      case .keeper(let error): throw error
      }
      source.failures += 1
      source.lastError = report.failure?.sentence ?? report.fault?.sentence
      source.lastFault =
        report.failure.map { SourceFault($0) } ?? report.fault.map { SourceFault($0) }
    }
    source.schedule(from: now(), chance: .random(in: 0...1), rest: rest)
    return report
  }

  /// Why a round over a source ended early.
  enum GatheringStop: Error {
    case failure(FetchFailure)
    case feed(FeedError)
    case keeper(any Error)
  }

  // MARK: - The pages

  /// Fetches what the items name and is due; returns the seconds for which the host asked to be left alone.
  private func gather(
    _ items: [FeedItem], _ source: inout FeedSource, _ report: inout Report
  ) async throws(GatheringStop) -> Int {
    var left = most
    // Of the round before: pages of one round are of one time.
    let lastNew = source.lastNew
    source.failing = source.failing.filter { url, _ in items.contains { $0.url == url } }
    for item in items where left > 0 {
      guard source.failing[item.url, default: 0] < GatheringRound.patience else { continue }
      do {
        guard try await page(item, lastNew: lastNew, &source, &report) else { continue }
        left -= 1
        source.failing[item.url] = nil
      } catch let failure as FetchFailure {
        left -= 1
        report.failures.append((item.url, failure))
        if let seconds = failure.rest { return seconds }
        // The page itself was not tried.
        if case .robotsFailed = failure { continue }
        source.failing[item.url, default: 0] += 1
      } catch {
        throw .keeper(error)
      }
    }
    return 0
  }

  /// Fetches one page if it is due; returns whether it was.
  private func page(
    _ item: FeedItem, lastNew: String?, _ source: inout FeedSource, _ report: inout Report
  ) async throws -> Bool {
    let visited = await keeper.lastVisit(item.url)
    if let visited, !isDue(item, visited: visited) { return false }
    let known = visited == nil ? nil : try await keeper.last(item.url)
    let answer = try await fetcher.fetch(
      item.url, validators: known.map { FetchValidators(responseHead: $0.responseHead) })
    guard let last = answer.captures.last else { return true }
    if answer.isNotModified {
      try await keeper.keepNotModified(last)
      report.unchanged += 1
      return true
    }
    guard (200...299).contains(answer.status) else {
      if visited != nil { for capture in answer.captures { _ = try await keeper.keep(capture) } }
      report.gone += 1
      if visited == nil { throw FetchFailure.status(answer.status) }
      return true
    }
    let isNew = try await keeper.keep(last)
    // Last, for an address counts as known once its answer is kept.
    for redirect in answer.captures.dropLast() { _ = try await keeper.keep(redirect) }
    guard isNew else {
      report.unchanged += 1
      return true
    }
    if visited == nil {
      report.new += 1
      source.pages += 1
      let seen = now()
      source.rhythm?.noteNew(at: seen, before: lastNew, published: item.published)
      source.lastNew = seen
    } else {
      report.changed += 1
    }
    return true
  }

  /// Whether a page that is known is to be asked again: its feed says that it was changed since, or it was
  /// not asked for long.
  private func isDue(_ item: FeedItem, visited: String) -> Bool {
    if let updated = item.updated, let since = Instant.seconds(from: visited, to: updated),
      since > 0
    {
      return true
    }
    guard let revisitAfter, let since = Instant.seconds(from: visited, to: now()) else {
      return false
    }
    return since >= Double(revisitAfter)
  }
}

extension FetchFailure {
  /// The seconds for which the server asks to be left alone; `nil` if it does not.
  fileprivate var rest: Int? {
    switch self {
    case .postponed(_, let seconds), .robotsFailed(.postponed(_, let seconds)): seconds
    default: nil
    }
  }
}
