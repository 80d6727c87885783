import Foundation
import Testing

@testable import Gathering
@testable import Serving

@Suite("Page of feed health") struct FeedPagesTests {
  private func site() throws -> SampleSite {
    let site = try SampleSite()
    var book = try SourceBook(folder: site.folder.path)
    var failing = FeedSource(url: "https://a.example/feed", kind: .feed, title: "<b>أ</b>")
    failing.failures = 3
    failing.lastError = "the host <x> is not known"
    var good = FeedSource(url: "https://b.example/feed", kind: .feed, title: "ب")
    good.lastSuccess = "2015-07-21T13:00:00Z"
    good.lastNew = "2015-07-21T11:00:00Z"
    _ = book.add(good)
    _ = book.add(failing)
    try book.save()
    return site
  }

  @Test(arguments: ["", "/en"])
  func `each source is shown with what went wrong, failing ones first`(prefix: String) async throws
  {
    let page = try await site().get("\(prefix)/feeds")
    #expect(page.status == 200)
    let failing = try #require(page.body.range(of: "https://a.example/feed"))
    let good = try #require(page.body.range(of: "https://b.example/feed"))
    #expect(failing.lowerBound < good.lowerBound)
    #expect(page.body.contains("the host &lt;x&gt; is not known"))
    #expect(page.body.contains("&lt;b&gt;أ&lt;/b&gt;"))
    #expect(page.body.contains(prefix.isEmpty ? "ساعتان" : "2 hours"))
  }

  @Test func `programs get the same`() async throws {
    let body = try await site().get("/api/feeds").body
    let answer = try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["state"] as? String } == ["ok", "failing"])
    #expect(rows.first?["quiet_seconds"] as? Int == 7_200)
    #expect(rows.first?["lag_seconds"] is NSNull)
  }

  @Test func `without a store the page says how to name one`() async throws {
    let reply = try await SampleSite(hasStore: false).get("/en/feeds")
    #expect(reply.status == 404)
    #expect(reply.body.contains("marsad serve --store"))
    let program = try await SampleSite(hasStore: false).get("/api/feeds")
    #expect(program.body.contains("no_store"))
  }

  @Test func `what went wrong is told in the page's language`() async throws {
    let site = try SampleSite()
    var book = try SourceBook(folder: site.folder.path)
    var failing = FeedSource(url: "https://a.example/feed", kind: .feed)
    failing.failures = 1
    failing.lastError = FetchFailure.robotsFailed(.status(500)).sentence
    failing.lastFault = SourceFault(.robotsFailed(.status(500)))
    var index = FeedSource(url: "https://b.example/sitemap.xml", kind: .feed)
    index.lastSuccess = "2015-07-21T13:00:00Z"
    index.lastNew = "2015-07-21T12:59:50Z"
    var shortfall = FeedShortfall()
    shortfall.sitemapsLeftOut = 12
    shortfall.isCutOff = true
    index.shortfall = shortfall
    _ = book.add(failing)
    _ = book.add(index)
    try book.save()
    let arabic = try await site.get("/feeds").body
    #expect(arabic.contains("أجاب الخادم عن ملف robots.txt بالرمز 500"))
    #expect(!arabic.contains("nothing is fetched"))
    #expect(arabic.contains("خرائط موقع أقدم لم تُقرأ في الجولة</span> 12"))
    #expect(arabic.contains("مقطوعة أو معطوبة"))
    // Long after the last answer nothing is said of the time since then.
    #expect(arabic.contains("لا شيء، ففيه صفحات جديدة"))
    let english = try await site.get("/en/feeds").body
    #expect(english.contains("the server answers 500 for robots.txt"))
    #expect(english.contains("it had new pages"))
  }

  @Test func `every fault has its words`() {
    let failures: [FetchFailure] = [
      .badAddress, .unknownHost("h"), .forbiddenAddress(host: "h", address: "a"), .privateName("h"),
      .refusedByRobots, .robotsFailed(.tooSlow(seconds: 1)), .robotsFailed(.status(500)),
      .robotsFailed(.postponed(status: 503, seconds: 1)), .unreachable("r"), .tooSlow(seconds: 1),
      .tooLong(bytes: 1), .badCoding("br"), .tooManyRedirects(1), .badRedirect("t"),
      .postponed(status: 429, seconds: 1), .status(500),
    ]
    let errors: [FeedError] = [.unreadable, .noFeed(root: "html"), .damaged, .tooLong(bytes: 1)]
    for fault in failures.map({ SourceFault($0) }) + errors.map({ SourceFault($0) }) {
      for language in PageLanguage.allCases {
        let text = Wording(language)["feeds.fault.\(fault.key)", with: fault.values]
        #expect(!text.contains("feeds.fault") && !text.contains("{"), "\(fault.key)")
      }
    }
  }
}
