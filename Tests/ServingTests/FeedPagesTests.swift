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
}
