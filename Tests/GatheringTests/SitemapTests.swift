import Foundation
import NewsModel
import Testing

@testable import Gathering

@Suite("Sitemaps") struct SitemapTests {
  /// `<urlset><url><loc>/packed</loc></url></urlset>`, packed with gzip.
  private static let packed = Array(
    Data(base64Encoded: "H4sIAAAAAAACA7MpLcopTi2xswHSdjY5+cl2+gWJydmpKTb6II6NPlhcH6oKAD31gAAuAAAA")
      ?? Data())

  @Test func `packed sitemaps are unpacked whatever type they have`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setIndex("/sitemap.xml", ["/news.xml.gz": nil])
    site["/news.xml.gz"] = ScriptedServer.Step.answer(
      "200 OK", ["Content-Type: application/x-gzip"], SitemapTests.packed)
    site.setPage("/packed", "a")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/sitemap.xml"), kind: .feed)
      let report = try await round.run(&source)
      #expect(report.new == 1 && report.sitemapFaults.isEmpty && !report.isIncomplete)
      #expect(await keeper.count("/packed") == 1)
      #expect(await keeper.last(server.url("/news.xml.gz"))?.body == SitemapTests.packed)
    }
  }

  @Test func `a packed sitemap that is damaged or unpacks to a huge one is told of`() throws {
    #expect(throws: FeedError.damaged) {
      try FeedParser.feed(Array(SitemapTests.packed.dropLast(9)), url: "http://o.example/s.gz")
    }
    let zeros = Array(try #require(Data(base64Encoded: FetcherTests.zeros)))
    #expect(throws: FeedError.tooLong(bytes: 1000)) {
      try FeedParser.feed(zeros, url: "http://o.example/s.gz", limit: 1000)
    }
  }

  @Test func `a sitemap that gives nothing is named and costs no other`() async throws {
    let site = Site()
    site.setIndex(
      "/sitemap.xml", ["/a.xml": nil, "/gone.xml": nil, "/page.xml": nil, "/b.xml": nil])
    site.setSitemap("/a.xml", ["/1"])
    site.setSitemap("/b.xml", ["/2"])
    site.setPage("/page.xml", "<html><body>x</body></html>")
    site.setPage("/1", "a")
    site.setPage("/2", "b")
    try await withRound(site) { round, server in
      var source = FeedSource(url: server.url("/sitemap.xml"), kind: .feed)
      let report = try await round.run(&source)
      #expect(report.new == 2)
      #expect(
        Set(report.sitemapFaults.map(\.url)) == [server.url("/gone.xml"), server.url("/page.xml")])
      #expect(report.isIncomplete)
      #expect(source.failures == 0)
      #expect(source.shortfall?.sitemapsUnread == 2)
    }
  }

  @Test func `an index of which nothing can be read is a failure`() async throws {
    let site = Site()
    site.setIndex("/sitemap.xml", ["/gone.xml": nil])
    try await withRound(site) { round, server in
      var source = FeedSource(url: server.url("/sitemap.xml"), kind: .feed)
      let report = try await round.run(&source)
      #expect(report.failure == .status(404))
      #expect(source.failures == 1 && source.lastFault?.key == "status")
    }
  }

  @Test func `the newest sitemaps are read, and how many are left out is told`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setIndex(
      "/sitemap.xml",
      [
        "/d.xml": "2026-01-04", "/new.xml": "2026-01-09T10:00:00+03:00", "/b.xml": "2026-01-02",
        "/newer.xml": "2026-01-09T09:00:00Z", "/undated.xml": nil, "/old.xml": "2020-01-01",
        "/c.xml": "2026-01-03", "/sitemap.xml": "2026-01-10",
      ])
    for name in ["d", "new", "b", "newer", "undated", "old", "c"] {
      site.setSitemap("/\(name).xml", ["/n/\(name)"])
      site.setPage("/n/\(name)", name)
    }
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/sitemap.xml"), kind: .feed)
      let report = try await round.run(&source)
      #expect(report.new == 5)
      #expect(report.shortfall.sitemapsLeftOut == 2)
      #expect(source.shortfall?.sitemapsLeftOut == 2)
      #expect(!report.isIncomplete)
      #expect(await keeper.count("/old.xml") == 0)
      #expect(await keeper.count("/undated.xml") == 0)
      let asked = await keeper.kept.map(\.url).filter { $0.contains("/n/") }
      #expect(asked.prefix(2) == [server.url("/n/newer"), server.url("/n/new")])
    }
  }

  @Test func `a site without feeds is gathered from the sitemaps of its robots txt`() async throws {
    let site = Site()
    site["/robots.txt"] = ScriptedServer.Step.answer(
      "200 OK", [],
      Array("User-agent: *\nDisallow:\nSitemap: /maps/news.xml\nSitemap: /no.xml".utf8))
    site.setPage("/", "<p>x</p>")
    site.setSitemap("/maps/news.xml", ["/1"])
    site.setPage(
      "/list",
      "<link rel=alternate type='application/rss+xml' href='/feed'><a href='/1'>عنوان من أربع كلمات</a>"
    )
    try await withFetcher(site) { fetcher, server in
      let finder = SourceFinder(fetcher)
      let found = try await finder.sources(at: server.url("/"))
      let list = try await finder.sources(at: server.url("/list"), asList: true)
      let named = try await finder.sources(at: server.url("/list"))
      #expect(found.map(\.url) == [server.url("/maps/news.xml")])
      #expect(found.map(\.kind) == [.feed])
      #expect(list.map(\.kind) == [.pageList] && list.map(\.url) == [server.url("/list")])
      #expect(named.map(\.url) == [server.url("/feed")])
    }
  }
}
