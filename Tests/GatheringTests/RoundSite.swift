import Foundation
import NewsModel
import Synchronization

@testable import Gathering

/// Keeps captures in memory.
actor MemoryKeeper: CaptureKeeper {
  private(set) var kept: [Capture] = []
  private(set) var notModified: [String] = []

  init(_ kept: [Capture] = []) { self.kept = kept }

  func last(_ url: String) -> Capture? {
    kept.last { $0.url == url && (200...299).contains($0.status ?? 0) }
  }
  func lastVisit(_ url: String) -> String? { kept.last { $0.url == url }?.time }
  func keep(_ capture: Capture) -> Bool {
    let isNew = kept.last { $0.url == capture.url }?.body != capture.body
    kept.append(capture)
    return isNew
  }
  func keepNotModified(_ capture: Capture) { notModified.append(capture.url) }
  func count(_ path: String) -> Int { kept.count { $0.url.hasSuffix(path) } }
}

/// What a site holds; may change while a test runs.
final class Site: Sendable {
  let pages = Mutex<[String: [ScriptedServer.Step]]>([:])

  subscript(path: String) -> [ScriptedServer.Step]? {
    get { pages.withLock { $0[path] } }
    set { pages.withLock { $0[path] = newValue } }
  }

  func setFeed(_ links: [String], extra: String = "") {
    let items = links.map { "<item><title>خبر</title><link>\($0)</link>\(extra)</item>" }.joined()
    let text = "<rss version='2.0'><channel><title>مثال</title>\(items)</channel></rss>"
    self["/feed"] = ScriptedServer.Step.answer(
      "200 OK", ["Content-Type: application/rss+xml"], Array(text.utf8))
  }

  /// A sitemap of pages.
  func setSitemap(_ path: String, _ links: [String]) {
    let urls = links.map { "<url><loc>\($0)</loc></url>" }.joined()
    self[path] = ScriptedServer.Step.answer(
      "200 OK", ["Content-Type: text/xml"], Array("<urlset>\(urls)</urlset>".utf8))
  }

  /// An index of sitemaps, each with the time of its change.
  func setIndex(_ path: String, _ links: KeyValuePairs<String, String?>) {
    let maps = links.map { link, time in
      "<sitemap><loc>\(link)</loc>\(time.map { "<lastmod>\($0)</lastmod>" } ?? "")</sitemap>"
    }.joined()
    self[path] = ScriptedServer.Step.answer(
      "200 OK", ["Content-Type: text/xml"], Array("<sitemapindex>\(maps)</sitemapindex>".utf8))
  }

  func setPage(_ path: String, _ text: String) {
    self[path] = ScriptedServer.Step.answer(
      "200 OK", ["Content-Type: text/html"], Array(text.utf8))
  }
}

/// Runs a test with a fetcher that may ask a site of this machine.
func withFetcher(
  _ site: Site, seconds: Int? = nil, _ body: (Fetcher, ScriptedServer) async throws -> Void
) async throws {
  let server = try await ScriptedServer.start { path, _ in
    site[path] ?? ScriptedServer.Step.answer("404 Not Found")
  }
  var limits = FetchLimits()
  limits.allowsPrivateNetworks = true
  if let seconds { limits.seconds = seconds }
  let fetcher = Fetcher(version: "test", limits: limits, delay: 0)
  do { try await body(fetcher, server) } catch {
    await fetcher.close()
    throw error
  }
  await fetcher.close()
}

/// Runs a test with a round over a site of this machine.
func withRound(
  _ site: Site, keeper: MemoryKeeper = MemoryKeeper(), revisitAfter: Int? = nil, most: Int = 100,
  _ body: (GatheringRound, ScriptedServer) async throws -> Void
) async throws {
  try await withFetcher(site, seconds: 3600) { fetcher, server in
    let round = GatheringRound(
      fetcher: fetcher, keeper: keeper, revisitAfter: revisitAfter, most: most,
      now: { Date().ISO8601Format() })
    try await body(round, server)
  }
}
