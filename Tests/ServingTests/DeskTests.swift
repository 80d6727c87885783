import ArabicQuantities
import Foundation
import HTTPTypes
import Logging
import NewsModel
import Recording
import Testing

@testable import Serving

@Suite("The coder's desk") struct DeskTests {
  private static let token = "0123456789abcdef"

  /// A request as the desk's page makes it, of which tests spoil one thing each.
  struct Call: Sendable {
    var path = "/desk"
    var method = HTTPRequest.Method.post
    var authority: String? = "127.0.0.1:8080"
    var origin: String? = "http://127.0.0.1:8080"
    var fetched: String? = "same-origin"
    var type = "application/x-www-form-urlencoded"
    var fields = ["token": DeskTests.token, "verdict": "confirm"]
    var coder: String? = "سلمى"
    var isTooLong = false

    func with(_ change: (inout Call) -> Void) -> Call {
      var call = self
      change(&call)
      return call
    }
  }

  private struct Reply {
    let status: Int
    let headers: HTTPFields
    let body: String
  }

  private func send(_ site: SampleSite, _ call: Call) async -> Reply {
    let desk = call.coder.map { Desk(coder: $0, host: "127.0.0.1", token: DeskTests.token) }
    var head = HTTPRequest(
      method: call.method, scheme: "http", authority: call.authority, path: call.path)
    head.headerFields[.contentType] = call.type
    head.headerFields[.origin] = call.origin
    if let name = HTTPField.Name("Sec-Fetch-Site") { head.headerFields[name] = call.fetched }
    let body = call.fields.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(PercentEncoding.encoded($0.value))" }.joined(separator: "&")
    let answer = await Site(archive: site.archive, desk: desk).answer(
      head, body: call.isTooLong ? nil : Array(body.utf8), logger: Logger(label: "test"))
    guard case .bytes(let bytes) = answer.body else {
      return Reply(status: 0, headers: [:], body: "")
    }
    return Reply(
      status: answer.status.code, headers: answer.headers,
      body: String(decoding: bytes, as: UTF8.self))
  }

  private func get(_ site: SampleSite, _ path: String, coder: String? = "سلمى") async -> Reply {
    await send(
      site,
      Call(path: path, method: .get, origin: nil, fetched: nil, fields: [:], coder: coder))
  }

  private func event(_ site: SampleSite) throws -> EventRow {
    try #require(try site.archive.read { try $0.events(EventFilter(), limit: 1).rows.first })
  }

  private func decisions(_ site: SampleSite) throws -> [EventReview] {
    try site.archive.read { try $0.reviews(ReviewFilter(), limit: 50) }.map(\.review)
  }

  /// The form for the sample's event, with the values as they were read.
  private func call(_ site: SampleSite, _ change: (inout Call) -> Void = { _ in }) throws -> Call {
    let event = try event(site)
    var call = Call()
    call.fields["event"] = event.id.description
    for (field, value) in event.event.values(
      actors: event.actors, recipients: event.recipients, place: event.place)
    { call.fields[field.rawValue] = value }
    change(&call)
    return call
  }

  @Test(arguments: [("/desk", "مكتب الترميز"), ("/en/desk", "The coder&#39;s desk")])
  func `the page shows the event with a form that works without a script`(
    path: String, title: String
  ) async throws {
    let reply = await get(try SampleSite(), path)
    #expect(reply.status == 200)
    #expect(reply.body.contains("<h1>\(title)</h1>"))
    #expect(reply.body.contains("<mark>قصفت</mark>"))
    #expect(reply.body.contains("<form class=\"coding\" method=\"post\" action=\"\(path)\""))
    #expect(reply.body.contains("name=\"token\" value=\"\(DeskTests.token)\""))
    #expect(reply.body.contains("<option value=\"ASSAULT\" selected>"))
    #expect(reply.body.contains("name=\"killed\" value=\"7\""))
    // With no-referrer browsers would send no origin.
    let policy = try #require(HTTPField.Name("Referrer-Policy"))
    #expect(reply.headers[policy] == "same-origin")
    #expect(reply.headers[.cacheControl] == "no-store")
    #expect(!reply.body.contains("<script>"))
  }

  @Test func `without a desk there is none, and nothing is taken`() async throws {
    let site = try SampleSite()
    #expect(await get(site, "/desk", coder: nil).status == 404)
    #expect(await send(site, try call(site) { $0.coder = nil }).status == 405)
    #expect(try decisions(site).isEmpty)
    #expect(await get(site, "/events", coder: nil).body.contains("/desk") == false)
  }

  @Test func `a confirmation is kept and leads to the next event`() async throws {
    let site = try SampleSite()
    let reply = await send(site, try call(site))
    #expect(reply.status == 303)
    let next = try #require(reply.headers[.location])
    #expect(next.hasPrefix("/desk?done="))
    let kept = try decisions(site)
    #expect(kept.map(\.verdict) == [.confirm])
    #expect(kept.map(\.coder) == ["سلمى"])
    let page = await get(site, next)
    #expect(page.body.contains("لا أحداث أخرى"))
    #expect(page.body.contains("data-key=\"KeyB\""))
    #expect(await get(site, "/events").body.contains("مؤكد"))
  }

  @Test func `changed fields are a correction, an emptied one says that there is none`()
    async throws
  {
    let site = try SampleSite()
    let call = try call(site) {
      $0.fields["type"] = "COERCE"
      $0.fields["place"] = ""
      $0.fields["killed"] = "7-9"
      $0.fields["reason"] = "مداهمة"
      $0.path = "/en/desk?type=ASSAULT"
    }
    let reply = await send(site, call)
    #expect(reply.headers[.location]?.hasPrefix("/en/desk?type=ASSAULT&done=") == true)
    let kept = try #require(try decisions(site).first)
    #expect(kept.corrected == [.type, .place, .killed])
    #expect(kept.reason == "مداهمة")
    let shown = try event(site)
    #expect(shown.event.type == .coerce)
    #expect(shown.place == nil)
    #expect(shown.event.killed == CasualtyCount(low: 7, best: 7, high: 9))
    let page = await get(site, "/en/events/" + PercentEncoding.encoded(shown.id.description)).body
    #expect(page.contains("<tr class=\"overruled\">"))
    #expect(page.contains("decided by <bdi>سلمى</bdi>"))
  }

  @Test func `rejected events can be left out of lists and files`() async throws {
    let site = try SampleSite()
    _ = await send(site, try call(site) { $0.fields["verdict"] = "reject" })
    #expect(await get(site, "/events").body.contains("is-rejected"))
    #expect(await get(site, "/events?decision=kept").body.contains("لا شيء بهذه الشروط"))
    let body = try await site.get("/api/events?decision=rejected").body
    #expect(body.contains("\"decision\":\"rejected\""))
    #expect(body.contains("\"decided_by\":[\"سلمى\"]"))
  }

  static let spoilt: [(String, @Sendable (inout Call) -> Void)] = [
    ("no token", { $0.fields["token"] = nil }),
    ("another token", { $0.fields["token"] = "0123456789abcdee" }),
    ("no origin", { $0.origin = nil }),
    ("an opaque origin", { $0.origin = "null" }),
    ("another site's origin", { $0.origin = "http://evil.example" }),
    ("another port's origin", { $0.origin = "http://127.0.0.1:9" }),
    ("a request from another site", { $0.fetched = "cross-site" }),
    (
      "this machine under another name",
      {
        $0.authority = "evil.example:8080"
        $0.origin = "http://evil.example:8080"
      }
    ),
    ("no host", { $0.authority = nil }),
    ("another kind of form", { $0.type = "text/plain" }),
  ]

  @Test(arguments: spoilt.indices)
  func `what does not come from the desk's own page is refused`(index: Int) async throws {
    let site = try SampleSite()
    let (name, spoil) = DeskTests.spoilt[index]
    let reply = await send(site, try call(site, spoil))
    #expect(reply.status == 403, "\(name)")
    #expect(try decisions(site).isEmpty, "\(name)")
  }

  @Test func `the page with the token is not shown under another name`() async throws {
    let site = try SampleSite()
    let call = Call(method: .get, authority: "evil.example:8080", fields: [:])
    let reply = await send(site, call)
    #expect(reply.status == 403)
    #expect(!reply.body.contains(DeskTests.token))
  }

  @Test func `forms that can't be read are told of`() async throws {
    let site = try SampleSite()
    #expect(await send(site, try call(site) { $0.isTooLong = true }).status == 400)
    #expect(await send(site, try call(site) { $0.fields["verdict"] = "perhaps" }).status == 400)
    #expect(await send(site, try call(site) { $0.fields["event"] = "x" }).status == 400)
    #expect(await send(site, try call(site) { $0.fields["event"] = "x:1" }).status == 404)
    let bad = await send(site, try call(site) { $0.fields["killed"] = "<b>عشرات" })
    #expect(bad.status == 400)
    #expect(bad.body.contains("10-15"))
    #expect(!bad.body.contains("<b>عشرات"))
    #expect(try decisions(site).isEmpty)
  }

  @Test(arguments: ["/", "/events", "/api/events", "/decisions"])
  func `nothing else takes a form`(path: String) async throws {
    let site = try SampleSite()
    #expect(await send(site, try call(site) { $0.path = path }).status == 405)
    #expect(await send(site, try call(site) { $0.method = .delete }).status == 405)
  }

  @Test func `another coder's decision is shown only after one's own`() async throws {
    let site = try SampleSite()
    _ = await send(
      site,
      try call(site) {
        $0.coder = "عمر"
        $0.fields["verdict"] = "reject"
        $0.fields["reason"] = "سر"
      })
    let before = await get(site, "/desk").body
    #expect(before.contains("قرر فيه غيرك"))
    #expect(!before.contains("سر</bdi>"))
    _ = await send(site, try call(site))
    let id = try event(site).id.description
    let after = await get(site, "/desk?event=\(PercentEncoding.encoded(id))").body
    #expect(after.contains("سر</bdi>"))
    #expect(await get(site, "/events").body.contains("مختلف فيه"))
  }

  @Test func `decisions and agreement have a page and answer programs`() async throws {
    let site = try SampleSite()
    _ = await send(site, try call(site))
    _ = await send(
      site,
      try call(site) {
        $0.coder = "عمر"
        $0.fields["verdict"] = "reject"
      })
    let page = await get(site, "/en/decisions").body
    #expect(page.contains("Agreement of coders"))
    #expect(page.contains("0 of 1"))
    #expect(page.contains("<bdi>0%</bdi>"))
    let list = try await site.get("/api/decisions").body
    #expect(list.contains("\"verdict\":\"reject\""))
    #expect(list.contains("\"counts\":true"))
    let agreement = try await site.get("/api/agreement").body
    #expect(agreement.contains("\"kappa\":0"))
    #expect(try await site.get("/articles/warning-1").body.contains("class=\"agreement\""))
    #expect(try await site.get("/decisions?coder=none").body.contains("لا قرارات"))
  }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:8080", true), ("127.0.0.1", "localhost:8080", true),
    ("127.0.0.1", "[::1]:8080", true), ("127.0.0.1", "192.0.2.1:8080", false),
    ("127.0.0.1", "evil.example", false), ("desk.example", "DESK.example:8080", true),
    ("desk.example", "evil.example:8080", false), ("0.0.0.0", "192.0.2.1:8080", true),
    ("0.0.0.0", "evil.example:8080", false), ("0.0.0.0", "1.2.3.4.evil.example", false),
    ("127.0.0.1", "", false), ("127.0.0.1", "a:b:c", false),
    ("127.0.0.1", "127.evil.example", false),
  ])
  func `a desk is reached under its own names only`(
    host: String, authority: String, isAdmitted: Bool
  ) {
    #expect(Desk(coder: "x", host: host).admits(authority: authority) == isAdmitted)
  }

  @Test func `each server has a token of its own`() {
    let tokens = (0..<8).map { _ in Desk(coder: "x", host: "127.0.0.1").token }
    #expect(Set(tokens).count == 8)
    #expect(tokens.allSatisfy { $0.utf8.count == 32 })
  }
}
