import ArabicQuantities
import ArabicScript
import Foundation
import HTTPTypes
import Logging
import NewsModel
import Recording
import Testing

@testable import Serving

@Suite("Pages of actors and places") struct EntryPagesTests {
  /// An invented report on entries that Marsad knows, and on names that it doesn't.
  static var raid: (article: Article, reading: Reading) {
    let article = Article(
      id: "raid", source: "وكالة السرو", url: nil, published: "2025-03-10", title: "هجوم",
      byline: nil,
      text: """
        هاجم تنظيم داعش حاجزا لقسد قرب القامشلي. وقال المتحدث تورفن <b>هالدرسون إن داعش انسحب.
        """)
    func at(_ piece: String) -> TextRange { SampleSite.find(piece, in: article) }
    var reading = SampleSite.reading(of: article)
    reading.mentions = [
      Mention(
        span: at("تنظيم داعش"), type: .group, entry: "islamic-state", name: "تنظيم داعش",
        nameEn: "Islamic State"),
      Mention(span: at("قسد"), type: .group, entry: "sdf", name: "قسد"),
      Mention(span: at("القامشلي"), type: .place, entry: "p-syr-qamishli", name: "القامشلي"),
      Mention(
        span: at("تورفن <b>هالدرسون"), type: .person, name: "تورفن <b>هالدرسون", role: "المتحدث"),
    ]
    var event = Event(trigger: at("هاجم"), type: .assault)
    event.actor = [at("تنظيم داعش")]
    event.recipient = [at("قسد")]
    event.place = at("القامشلي")
    event.placeEntry = "p-syr-qamishli"
    reading.events = [event]
    reading.statements = [
      Statement(
        content: at("داعش انسحب"), speaker: at("تورفن <b>هالدرسون"),
        speakerName: "تورفن <b>هالدرسون", role: "المتحدث", cue: at("قال"), mode: .indirect)
    ]
    return (article, reading)
  }

  private func site() throws -> SampleSite { try SampleSite([EntryPagesTests.raid]) }

  private func decisions(_ site: SampleSite) throws -> [KeptEntryDecision] {
    try site.archive.read { try $0.entryDecisions() }
  }

  private func decide(_ site: SampleSite, _ act: EntryDecision.Act) throws -> KeptEntryDecision {
    try site.archive.decide(
      EntryDecision(act, by: "سلمى", reason: "<i>مثال</i>"), knowing: KnownEntries.standard.realm)
  }

  @Test(arguments: [
    ("/actors/islamic-state", "ما قرره الناس"), ("/en/actors/islamic-state", "What people decided"),
  ])
  func `an actor's page has its names, codes, figures and the ways to what is behind them`(
    path: String, words: String
  ) async throws {
    let site = try site()
    let reply = try await site.get(path)
    #expect(reply.status == 200)
    #expect(reply.body.contains(words))
    #expect(reply.body.contains("داعش"))
    #expect(reply.body.contains("actor_entry=islamic-state"))
    #expect(
      reply.body.contains("spelling=%D8%AA%D9%86%D8%B8%D9%8A%D9%85%20%D8%AF%D8%A7%D8%B9%D8%B4"))
    #expect(reply.body.contains("<svg class=\"chart\""))
    #expect(!reply.body.contains("<script>") && !reply.body.contains("method=\"post\""))
  }

  @Test func `each figure's list has as many records as the figure says`() async throws {
    let site = try site()
    let object = try #require(
      JSONSerialization.jsonObject(
        with: Data(try await site.get("/api/actors/islamic-state").body.utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [String: [String: Any]])
    #expect(figures["events_by"]?["records"] as? Int == 1)
    #expect(figures["statements_about"]?["records"] as? Int == 0)
    for (name, figure) in figures {
      let list = try #require(figure["list"] as? String)
      let rows = try #require(
        JSONSerialization.jsonObject(with: Data(try await site.get(list).body.utf8))
          as? [String: Any])
      #expect(rows["total"] as? Int == figure["records"] as? Int, "\(name)")
    }
  }

  @Test func `a place's page has its chain, coordinates, map and events`() async throws {
    let reply = try await site().get("/en/places/p-syr-qamishli")
    #expect(reply.status == 200)
    #expect(reply.body.contains("37.05215, 41.23142"))
    #expect(reply.body.contains("/en/places/a1-syr-al-hasakah"))
    #expect(reply.body.contains("class=\"chart place-map\""))
    #expect(reply.body.contains("place_entry=p-syr-qamishli"))
  }

  @Test func `cards of events and statements link names to their entries`() async throws {
    let site = try site()
    let events = try await site.get("/events").body
    #expect(events.contains("href=\"/actors/islamic-state\""))
    #expect(events.contains("href=\"/places/p-syr-qamishli\""))
    let row = try await site.get("/api/events").body
    #expect(row.contains("\"actor_entries\":[\"islamic-state\"],\"recipient_entries\":[\"sdf\"]"))
    _ = try decide(site, .assign(names: ["تورفن <b>هالدرسون"], into: "sdf"))
    #expect(try await site.get("/statements").body.contains("href=\"/actors/sdf\""))
    #expect(try await site.get("/articles/raid").body.contains("href=\"/actors/sdf\""))
  }

  @Test func `an id that was merged shows the entry it was merged into`() async throws {
    let site = try site()
    _ = try decide(site, .merge(entry: "islamic-state", into: "sdf"))
    let page = try await site.get("/en/actors/islamic-state")
    #expect(page.status == 200)
    #expect(page.body.contains("was merged into this entry"))
    #expect(page.body.contains("&lt;i&gt;مثال&lt;/i&gt;"))
    let json = try await site.get("/api/actors/islamic-state").body
    #expect(json.contains("\"id\":\"sdf\""))
    #expect(json.contains("\"merged\":[\"islamic-state\"]"))
    #expect(try await site.get("/events").body.contains("/actors/islamic-state") == false)
    let decisions = try await site.get("/api/decisions/entries").body
    #expect(decisions.contains("\"act\":\"merge\",\"entry\":\"islamic-state\",\"into\":\"sdf\""))
    #expect(try await site.get("/decisions/entries").status == 200)
  }

  @Test func `lists of entries are searched by any spelling and say what is named`() async throws {
    let site = try site()
    let all = try await site.get("/actors").body
    #expect(all.contains("/actors/islamic-state") && all.contains("/actors/sdf"))
    #expect(!all.contains("/actors/reuters"))
    #expect(try await site.get("/actors?q=reuters").body.contains("/actors/reuters"))
    #expect(try await site.get("/api/actors?q=Mazlum%20Ebdi").body.contains("mazloum-abdi"))
    #expect(try await site.get("/places?kind=city").body.contains("/places/p-syr-qamishli"))
    #expect(try await site.get("/places?kind=moon").status == 400)
    #expect(try await site.get("/api/places?q=zzzz").body.contains("\"total\":0"))
  }

  @Test func `candidates are shown with examples, whatever their names hold`() async throws {
    let site = try site()
    for path in ["/candidates", "/en/candidates"] {
      let page = try await site.get(path)
      #expect(page.status == 200)
      #expect(page.body.contains("تورفن &lt;b&gt;هالدرسون"))
      #expect(!page.body.contains("<b>هالدرسون"))
    }
    let json = try await site.get("/api/candidates?kind=person").body
    #expect(json.contains("\"role\":\"المتحدث\""))
    #expect(json.contains("\"stories\":1"))
  }

  @Test(arguments: ["/actors/nobody", "/en/places/nowhere", "/api/actors/nobody"])
  func `an id of no entry is told of`(path: String) async throws {
    let reply = try await site().get(path)
    #expect(reply.status == 404)
    #expect(reply.body.contains(path.hasPrefix("/api") ? "\"no_entry\"" : "</h1>"))
  }

  // MARK: - The desk

  private static let token = "0123456789abcdef"

  private func send(
    _ site: SampleSite, _ fields: [(String, String)]?, path: String = "/desk/entries",
    origin: String = "http://127.0.0.1:8080", authority: String = "127.0.0.1:8080"
  ) async -> (status: Int, location: String?, body: String) {
    let desk = Desk(coder: "سلمى", host: "127.0.0.1", token: EntryPagesTests.token)
    var head = HTTPRequest(
      method: fields == nil ? .get : .post, scheme: "http", authority: authority, path: path)
    head.headerFields[.contentType] = "application/x-www-form-urlencoded"
    head.headerFields[.origin] = origin
    let body = ([("token", EntryPagesTests.token)] + (fields ?? []))
      .map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
    let answer = await Site(archive: site.archive, desk: desk).answer(
      head, body: Array(body.utf8), logger: Logger(label: "test"))
    guard case .bytes(let bytes) = answer.body else { return (0, nil, "") }
    return (
      answer.status.code, answer.headers[.location], String(decoding: bytes, as: UTF8.self)
    )
  }

  @Test func `at the desk an entry is merged, split, renamed, and each is undone`() async throws {
    let site = try site()
    let page = await send(site, nil, path: "/actors/sdf")
    #expect(page.body.contains("action=\"/desk/entries\""))
    #expect(page.body.contains(EntryPagesTests.token))
    let merged = await send(site, [("act", "merge"), ("entry", "sdf"), ("into", "داعش")])
    #expect(merged.status == 303)
    #expect(merged.location == "/actors/islamic-state")
    let split = await send(
      site, [("act", "split"), ("entry", "islamic-state"), ("name", "قسد"), ("reason", "لا")])
    #expect(split.location == "/actors/own-2")
    let renamed = await send(
      site, [("act", "rename"), ("entry", "own-2"), ("name", "قسد"), ("name_en", "SDF")])
    #expect(renamed.location == "/actors/own-2")
    #expect(
      await send(site, nil, path: "/en/actors/own-2").body.contains("<h1 dir=\"auto\">SDF</h1>"))
    for number in ["3", "2", "1"] {
      #expect(await send(site, [("act", "undo"), ("number", number)]).status == 303)
    }
    let kept = try decisions(site)
    #expect(kept.count == 6)
    #expect(kept.allSatisfy { $0.decision.decidedBy == "سلمى" })
    #expect(try await site.get("/actors/own-2").status == 404)
  }

  @Test func `at the desk a candidate becomes an entry`() async throws {
    let site = try site()
    let page = await send(site, nil, path: "/candidates")
    #expect(page.body.contains("value=\"confirm\""))
    let confirmed = await send(
      site, [("act", "confirm"), ("name", "تورفن <b>هالدرسون"), ("name_en", "Torfen")])
    #expect(confirmed.location == "/actors/own-1")
    #expect(try await site.get("/en/actors/own-1").body.contains("<h1 dir=\"auto\">Torfen</h1>"))
    #expect(try await site.get("/api/candidates").body.contains("\"total\":0"))
  }

  @Test func `a decision that can't be kept is told of with what helps`() async throws {
    let site = try site()
    let same = await send(site, [("act", "merge"), ("entry", "sdf"), ("into", "sdf")])
    #expect(same.status == 409)
    #expect(same.body.contains("لا يُدمج"))
    let unknown = await send(site, [("act", "merge"), ("entry", "sdf"), ("into", "qqqqxx")])
    #expect(unknown.status == 404)
    let several = await send(site, [("act", "merge"), ("entry", "sdf"), ("into", "وزارة الدفاع")])
    #expect(several.status == 400)
    #expect(several.body.contains("syr-mod"))
    #expect(await send(site, [("act", "dance")]).status == 400)
    #expect(await send(site, [("act", "undo"), ("number", "7")]).status == 409)
    #expect(try decisions(site).isEmpty)
  }

  @Test func `only the desk's own pages decide, and only they hold its token`() async throws {
    let site = try site()
    let fields = [("act", "rename"), ("entry", "sdf"), ("name", "x")]
    #expect(await send(site, fields, origin: "http://evil.example").status == 403)
    #expect(await send(site, fields, authority: "evil.example").status == 403)
    let page = await send(site, nil, path: "/actors/sdf", authority: "evil.example")
    #expect(page.status == 200)
    #expect(!page.body.contains(EntryPagesTests.token))
    #expect(try decisions(site).isEmpty)
  }
}
