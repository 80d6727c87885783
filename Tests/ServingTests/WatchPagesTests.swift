import ArabicQuantities
import Foundation
import FoundationXML
import HTTPTypes
import Logging
import NewsModel
import Recording
import Testing

@testable import Serving

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
      cause: .count(
        AlarmFinding(
          count: 7, reports: 9, sources: 3, expected: 1.24, bound: 3, newSources: ["<جديد>"],
          silentSources: [])),
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

  @Test func `an alarm states how often its detector and its watch are wrong`() async throws {
    let site = try site()
    try raise(site)
    let english = try await site.get("/en/watches").body
    #expect(english.contains("By simulation earsC1 is wrong in 3.2% of quiet periods"))
    #expect(english.contains("own error rate is not measured"))
    #expect(english.contains("Hutwagner and others 2003"))
    let page = try await site.get("/en/watches/1").body
    #expect(page.contains("in which nothing happens it is wrong in 2.5% of periods"))
    #expect(page.contains("It rang in 1 of the 13 judged periods"))
    let json = try await site.get("/api/watches/1").body
    #expect(json.contains("\"detector_false_alarm_rate\":0.03"))
    #expect(json.contains("\"simulated_periods\":1000"))
    #expect(
      try await site.get("/en/alarms.atom").body.contains("is wrong in 3.2% of quiet periods"))
  }

  @Test func `the series is split by the user's groups of sources`() async throws {
    let site = try site()
    #expect(try await !site.get("/en/watches/1").body.contains("By groups of sources"))
    try site.archive.setSourceGroups([
      SourceGroup(name: "<الأولى>", sources: ["صحيفة الواحة"]),
      SourceGroup(name: "الثانية", sources: ["وكالة السرو"]),
    ])
    let page = try await site.get("/en/watches/1").body
    #expect(page.contains("By groups of sources"))
    #expect(page.contains("<b>4</b> · "))
    #expect(!page.contains("<الأولى>"))
    let json = try await site.get("/api/watches/1").body
    #expect(json.contains("{\"name\":\"<الأولى>\",\"stories\":4}"))
    #expect(json.contains("{\"name\":null,\"stories\":0}"))
  }

  // MARK: - The desk

  private func send(
    _ site: SampleSite, _ fields: [(String, String)]?, path: String = "/desk/watches",
    origin: String = "http://127.0.0.1:8080"
  ) async -> (status: Int, location: String?, body: String) {
    let desk = Desk(coder: "سلمى", host: "127.0.0.1", token: "0123456789abcdef")
    var head = HTTPRequest(
      method: fields == nil ? .get : .post, scheme: "http", authority: "127.0.0.1:8080", path: path)
    head.headerFields[.contentType] = "application/x-www-form-urlencoded"
    head.headerFields[.origin] = origin
    let body = ([("token", "0123456789abcdef")] + (fields ?? []))
      .map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
    let answer = await Site(archive: site.archive, desk: desk).answer(
      head, body: Array(body.utf8), logger: Logger(label: "test"))
    guard case .bytes(let bytes) = answer.body else { return (0, nil, "") }
    return (
      answer.status.code, answer.headers[.location], String(decoding: bytes, as: UTF8.self)
    )
  }

  @Test func `at the desk watches are muted and snoozed, alarms acknowledged`() async throws {
    let site = try site()
    try raise(site)
    func watch() throws -> Watch? { try site.archive.read { try $0.watch(1) } }
    let page = await send(site, nil, path: "/watches/1")
    #expect(page.body.contains("value=\"mute\""))
    #expect(page.body.contains("value=\"acknowledge\""))
    #expect(try await !site.get("/watches/1").body.contains("<form class=\"coding\""))
    let muted = await send(site, [("act", "mute"), ("watch", "1")])
    #expect(muted.status == 303 && muted.location == "/watches/1")
    #expect(try watch()?.isMuted == true)
    #expect(await send(site, nil, path: "/watches/1").body.contains("value=\"unmute\""))
    _ = await send(site, [("act", "snooze"), ("watch", "1"), ("until", "2099-01-01")])
    #expect(try watch()?.snoozedUntil == CalendarDay(iso: "2099-01-01"))
    _ = await send(site, [("act", "unmute"), ("watch", "1")])
    #expect(try watch()?.isMuted == false)
    #expect(try watch()?.snoozedUntil == nil)
    let key = "00000000-0000-4000-8000-000000000001"
    #expect(await send(site, [("act", "acknowledge"), ("alarm", key)]).status == 303)
    let kept = try await site.archive.read { try $0.alarm(key: key) }
    #expect(kept?.acknowledgedAt != nil)
  }

  @Test func `a form from elsewhere or without sense changes nothing`() async throws {
    let site = try site()
    let fields = [("act", "mute"), ("watch", "1")]
    #expect(await send(site, fields, origin: "http://evil.example").status == 403)
    #expect(await send(site, [("act", "mute"), ("watch", "9")]).status == 404)
    #expect(await send(site, [("act", "dance"), ("watch", "1")]).status == 400)
    #expect(await send(site, [("act", "snooze"), ("watch", "1"), ("until", "x")]).status == 400)
    #expect(await send(site, [("act", "acknowledge"), ("alarm", "x")]).status == 400)
    let watch = try await site.archive.read { try $0.watch(1) }
    #expect(watch?.isMuted == false)
  }

  @Test func `no watch of a number that is not there`() async throws {
    let site = try site()
    #expect(try await site.get("/watches/99").status == 404)
    #expect(try await site.get("/api/watches/99").body.contains("\"no_watch\""))
    #expect(try await site.get("/watches/x").status == 404)
  }
}
