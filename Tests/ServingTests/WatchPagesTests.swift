import ArabicQuantities
import Foundation
import FoundationXML
import HTTPTypes
import NewsModel
import Recording
import Testing

@Suite("Watch pages") struct WatchPagesTests {
  /// A site whose outlet published daily from 1 to 20 July 2015, and told of four clashes on the 20th.
  private func site() throws -> SampleSite {
    let site = try SampleSite()
    var batch: [(article: Article, reading: Reading)] = []
    func add(_ id: String, _ day: Int, _ text: String) {
      let published = "2015-07-\(day < 10 ? "0" : "")\(day)"
      let article = Article(
        id: id, source: "صحيفة الواحة", published: published, title: "خبر <\(id)>", text: text)
      batch.append((article, SampleSite.reading(of: article)))
    }
    for day in 1...20 { add("d\(day)", day, "خبر محلي رقم \(day)") }
    for number in 1...4 { add("c\(number)", 20, "اشتباك رقم \(number) قرب القرية") }
    _ = try site.archive.add(batch)
    return site
  }

  private func raise(_ site: SampleSite, isSilent: Bool = false) throws {
    let watch = try #require(try site.archive.read { try $0.watch(1) })
    let day = try #require(CalendarDay(iso: "2015-07-20"))
    let alarm = Alarm(
      key: "00000000-0000-4000-8000-000000000001", watch: watch, period: watch.step.period(of: day),
      finding: AlarmFinding(
        count: 7, reports: 9, sources: 3, expected: 1.24, bound: 3, newSources: ["<جديد>"],
        silentSources: []),
      evidence: [AlarmEvidence(article: "c1", title: "", source: nil)], raisedAt: 1_600_000_000,
      isSilent: isSilent)
    #expect(try site.archive.raise([alarm]).count == 1)
  }

  @Test(arguments: [("", "إنذار"), ("/en", "Alarm")])
  func `a watch's page has its chart, its alarms and the evidence of each point`(
    prefix: String, word: String
  ) async throws {
    let site = try site()
    try raise(site)
    let list = try await site.get("\(prefix)/watches").body
    #expect(list.contains("href=\"\(prefix)/watches/1\""))
    let reply = try await site.get("\(prefix)/watches/1")
    #expect(reply.status == 200)
    #expect(reply.body.contains("<svg class=\"chart\""))
    #expect(reply.body.contains("class=\"alarm\"><title>"))
    #expect(reply.body.contains("<path class=\"expected\" d=\"M"))
    #expect(reply.body.contains("href=\"\(prefix)/articles/c4\""))
    #expect(reply.body.contains(word))
    #expect(!reply.body.contains("<جديد>"))
    #expect(!reply.body.contains(" style="))
  }

  @Test func `the reason is a sentence in both languages`() async throws {
    let site = try site()
    try raise(site)
    let english = try await site.get("/en/watches").body
    #expect(english.contains("7 independent stories against 1.2 expected, 3 sources"))
    #expect(english.contains("the bound of earsC1 over 7 days before is 3.0"))
    let arabic = try await site.get("/watches").body
    #expect(arabic.contains("7 روايات مستقلة مقابل 1.2 متوقعة، 3 منابر"))
    #expect(arabic.contains("بـ7 أيام قبلها"))
  }

  @Test func `alarms are an Atom feed and a JSON feed`() async throws {
    let site = try site()
    try raise(site)
    for path in ["/alarms.atom", "/en/alarms.atom"] {
      let reply = try await site.get(path)
      #expect(reply.headers[.contentType] == "application/atom+xml; charset=utf-8")
      let parser = XMLParser(data: Data(reply.body.utf8))
      #expect(parser.parse(), "\(path)")
      #expect(reply.body.contains("<id>urn:uuid:00000000-0000-4000-8000-000000000001</id>"))
      #expect(reply.body.contains("<published>2020-09-13T12:26:40Z</published>"))
    }
    let reply = try await site.get("/en/alarms.json")
    #expect(reply.headers[.contentType] == "application/feed+json; charset=utf-8")
    let feed = try #require(
      JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    let items = try #require(feed["items"] as? [[String: Any]])
    #expect(items.count == 1)
    #expect((items[0]["summary"] as? String)?.hasPrefix("7 independent stories") == true)
  }

  @Test func `a silent alarm is on the watch's page and in no feed`() async throws {
    let site = try site()
    try raise(site, isSilent: true)
    #expect(try await site.get("/en/watches/1").body.contains("silent"))
    #expect(try await !site.get("/alarms.atom").body.contains("<entry>"))
  }

  @Test func `programs get the series with what each point rests on`() async throws {
    let site = try site()
    let reply = try await site.get("/api/watches/1")
    let page = try #require(
      JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any])
    let series = try #require(page["series"] as? [[String: Any]])
    let point = try #require(series.first { $0["first_day"] as? String == "2015-07-20" })
    #expect(point["stories"] as? Int == 4)
    #expect(point["alarm"] as? Bool == true)
    #expect(point["evidence"] as? [String] == ["c1", "c2", "c3", "c4"])
  }

  @Test func `no watch of a number that is not there`() async throws {
    let site = try site()
    #expect(try await site.get("/watches/99").status == 404)
    #expect(try await site.get("/api/watches/99").body.contains("\"no_watch\""))
    #expect(try await site.get("/watches/x").status == 404)
  }
}
