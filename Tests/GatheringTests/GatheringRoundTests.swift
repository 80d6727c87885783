import Foundation
import NewsModel
import Testing

@testable import Gathering

@Suite("Rounds of gathering") struct GatheringRoundTests {
  @Test func `each page is kept once however often its feed is read`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/1", "/2", "/1"])
    site.setPage("/1", "a")
    site.setPage("/2", "b")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      let first = try await round.run(&source)
      let second = try await round.run(&source)
      #expect(first.new == 2)
      #expect(second.new == 0 && second.changed == 0 && second.unchanged == 0)
      #expect(await keeper.count("/1") == 1)
      #expect(source.title == "مثال")
      #expect(source.pages == 2 && source.failures == 0 && source.lastError == nil)
      #expect(source.due ?? "" > source.lastSuccess ?? "")
    }
  }

  @Test func `a page that changed is kept again where pages are asked again`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/1", "/2"])
    site.setPage("/1", "a")
    site.setPage("/2", "b")
    try await withRound(site, keeper: keeper, revisitAfter: 0) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      _ = try await round.run(&source)
      site.setPage("/2", "new")
      let report = try await round.run(&source)
      #expect((report.new, report.changed, report.unchanged) == (0, 1, 1))
    }
  }

  @Test func `a feed that says a page was updated has it asked again`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/1"])
    site.setPage("/1", "a")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      _ = try await round.run(&source)
      site.setFeed(["/1"], extra: "<updated>2099-01-01T00:00:00Z</updated>")
      site.setPage("/1", "b")
      let report1 = try await round.run(&source)
      #expect(report1.changed == 1)
    }
  }

  @Test func `pages that a broken-off round left are fetched though the feed has not changed`()
    async throws
  {
    let site = Site()
    site.setFeed(["/1", "/2"])
    site.setPage("/1", "a")
    site.setPage("/2", "b")
    let keeper = MemoryKeeper()
    try await withRound(site, keeper: keeper, most: 1) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      let report2 = try await round.run(&source)
      #expect(report2.new == 1)
      site["/feed"] = [.send("HTTP/1.1 304 Not Modified\r\n\r\n")]
      let report3 = try await round.run(&source)
      #expect(report3.new == 1)
      #expect(await keeper.notModified == [server.url("/feed")])
      #expect(await keeper.count("/2") == 1)
    }
  }

  @Test func `a page behind a redirect is kept under both addresses and once`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/old"])
    site["/old"] = ScriptedServer.Step.answer("301 Moved", ["Location: /new"])
    site.setPage("/new", "a")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      let report4 = try await round.run(&source)
      #expect(report4.new == 1)
      let report5 = try await round.run(&source)
      #expect(report5.new == 0)
      #expect(await keeper.count("/new") == 1)
      #expect(await keeper.count("/old") == 1)
    }
  }

  @Test func `a page that gives nothing is told of, tried again, and given up`() async throws {
    let site = Site()
    site.setFeed(["/bad", "/good"])
    site["/bad"] = ScriptedServer.Step.answer("500 Oops")
    site.setPage("/good", "a")
    try await withRound(site) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      for attempt in 1...GatheringRound.patience {
        let report = try await round.run(&source)
        #expect(report.failures.map(\.failure) == [.status(500)], "\(attempt)")
        #expect(report.new == (attempt == 1 ? 1 : 0))
      }
      let report6 = try await round.run(&source)
      #expect(report6.failures.isEmpty)
      #expect(source.failures == 0, "the source itself is well")
    }
  }

  @Test func `a host that asks to come later is left alone at once`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/1", "/2"])
    site["/1"] = ScriptedServer.Step.answer("429 Slow", ["Retry-After: 5000"])
    site.setPage("/2", "b")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      let now = Date().ISO8601Format()
      let report = try await round.run(&source)
      #expect(report.failures.map(\.failure) == [.postponed(status: 429, seconds: 5000)])
      #expect(await keeper.count("/2") == 0)
      #expect(Instant.seconds(from: now, to: source.due ?? now) ?? 0 >= 5000)
    }
  }

  @Test func `a page that is gone is kept as gone if it was known`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    site.setFeed(["/1"])
    site.setPage("/1", "a")
    try await withRound(site, keeper: keeper, revisitAfter: 0) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed)
      _ = try await round.run(&source)
      site["/1"] = ScriptedServer.Step.answer("410 Gone")
      let report7 = try await round.run(&source)
      #expect(report7.gone == 1)
      #expect(await keeper.kept.last { $0.url.hasSuffix("/1") }?.status == 410)
    }
  }

  @Test func `a source that fails is asked at longer and longer intervals`() async throws {
    let site = Site()
    try await withRound(site) { round, server in
      var source = FeedSource(url: server.url("/feed"), kind: .feed, interval: 1000)
      var waits: [Double] = []
      for _ in 0..<3 {
        let now = Date().ISO8601Format()
        let report8 = try await round.run(&source)
        #expect(report8.failure == .status(404))
        waits.append(Instant.seconds(from: now, to: source.due ?? now) ?? 0)
      }
      #expect(waits[0] >= 1800 && waits[1] >= 3600 && waits[2] >= 7200)
      #expect(
        source.failures == 3 && source.lastError != nil
          && FeedHealth(source, now: "").state == .failing)
      site["/feed"] = ScriptedServer.Step.answer("200 OK", [], Array("<html>".utf8))
      let report9 = try await round.run(&source)
      #expect(report9.fault != nil)
      #expect(source.failures == 4)
    }
  }

  @Test func `a page without feeds is a list of links`() async throws {
    let (site, keeper) = (Site(), MemoryKeeper())
    let text =
      "<html><body><a href='/1'>عنوان طويل من أربع كلمات</a><a href='/about'>عنا</a></body></html>"
    site.setPage("/", text)
    site.setPage("/1", "a")
    try await withRound(site, keeper: keeper) { round, server in
      var source = FeedSource(url: server.url("/"), kind: .pageList)
      let report10 = try await round.run(&source)
      #expect(report10.new == 1)
      #expect(await keeper.count("/1") == 1)
      #expect(await keeper.count("/about") == 0)
    }
  }

  @Test func `sources are found at a feed, at a page that names one, and where feeds often are`()
    async throws
  {
    let site = Site()
    site.setFeed(["/1"])
    site["/rss"] = site["/feed"]
    site.setPage("/named", "<link rel=alternate type='application/rss+xml' href='/rss'>")
    site.setPage("/bare", "<p>x</p>")
    try await withFetcher(site) { fetcher, server in
      let finder = SourceFinder(fetcher)
      let found = try await [
        finder.sources(at: server.url("/feed")), finder.sources(at: server.url("/named")),
        finder.sources(at: server.url("/bare")),
      ].map { $0.map(\.url) }
      site["/feed"] = nil
      site["/rss"] = nil
      let list = try await finder.sources(at: server.url("/bare"))
      #expect(found == [[server.url("/feed")], [server.url("/rss")], [server.url("/feed")]])
      #expect(list.map(\.kind) == [.pageList])
    }
  }

  @Test func `the book of sources is whole after each writing, and a damaged one is named`() throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var book = try SourceBook(folder: folder)
    #expect(book.sources.isEmpty)
    let isAdded = book.add(FeedSource(url: "https://a.example/feed", kind: .feed))
    let isAddedAgain = book.add(FeedSource(url: "https://a.example/feed", kind: .feed))
    #expect(isAdded && !isAddedAgain)
    var changed = book.sources[0]
    changed.failing = ["https://a.example/1": 2]
    book.update(changed)
    try book.save()
    let reopened = try SourceBook(folder: folder)
    #expect(reopened.sources == [changed])
    try Data("{".utf8).write(to: URL(filePath: "\(folder)/\(SourceBook.name)"))
    #expect(throws: SourceBook.Fault.self) { _ = try SourceBook(folder: folder) }
  }
}
