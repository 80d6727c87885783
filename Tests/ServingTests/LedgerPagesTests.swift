import ArabicQuantities
import Foundation
import HTTPTypes
import NewsModel
import Recording
import Testing

@Suite("Ledger pages") struct LedgerPagesTests {
  /// A site with a rule and decisions on the conditional warning of the sample, and an attack after it.
  private func site() throws -> SampleSite {
    let site = try SampleSite()
    let text = "قصفت طائرات مواقع <التنظيم> في تل العوسج."
    let article = Article(
      id: "after", source: "صحيفة الواحة", published: "2015-08-01", title: "بعد <أيام>", text: text)
    var reading = SampleSite.reading(of: article)
    reading.events = [
      Event(
        trigger: SampleSite.find("قصفت", in: article), type: .assault,
        actor: [SampleSite.find("طائرات", in: article)],
        recipient: [SampleSite.find("مواقع <التنظيم>", in: article)])
    ]
    _ = try site.archive.add([(article, reading)])
    return site
  }

  private func decide(_ site: SampleSite) throws {
    var outcome = EventQuestion()
    outcome.types = [.assault]
    outcome.actor = "طائرات"
    var condition = EventQuestion()
    condition.types = [.coerce]
    condition.isAbsence = true
    let first = try #require(CalendarDay(iso: "2015-07-22"))
    let rule = ResolutionRule(
      outcome: outcome, condition: condition, days: first...first.advanced(by: 30),
      writtenBy: "<سلمى>", grounds: [RuleGround(.until, .nothing, "90")])
    _ = try site.archive.add(rule, entry: 1)
    for verdict in [LedgerDecision.Verdict.didNot, .cameTrue] {
      _ = try site.archive.add(
        LedgerDecision(
          entry: 1, verdict: verdict, decidedBy: "نادر", day: first.advanced(by: 10),
          reason: "<سبب>"))
    }
  }

  @Test(arguments: [("", "بلا قاعدة"), ("/en", "no rule")])
  func `the ledger lists outlooks with how far they have come`(
    prefix: String, state: String
  ) async throws {
    let site = try site()
    let open = try await site.get("\(prefix)/ledger")
    #expect(open.status == 200)
    #expect(open.body.contains(state))
    #expect(open.body.contains("href=\"\(prefix)/ledger/1\""))
    try decide(site)
    #expect(try await site.get("\(prefix)/ledger?state=decided").body.contains("/ledger/1\""))
    #expect(try await !site.get("\(prefix)/ledger?state=open").body.contains("/ledger/1\""))
    #expect(try await site.get("\(prefix)/ledger?state=lost").status == 400)
  }

  @Test func `an entry shows its text, rule, evidence and all decisions`() async throws {
    let site = try site()
    let proposed = try await site.get("/en/ledger/1").body
    #expect(proposed.contains("<mark>عودة التنظيم في سوریا</mark>"))
    #expect(proposed.contains("proposed"))
    #expect(proposed.contains("marsad ledger propose 1 --accept"))
    try decide(site)
    let body = try await site.get("/en/ledger/1").body
    #expect(body.contains("Written or accepted by \u{2068}&lt;سلمى&gt;"))
    #expect(body.contains("no horizon is given; 90 days are usual"))
    #expect(body.contains("href=\"/en/articles/after#e1\""))
    #expect(body.contains("(replaced by a later one)"))
    #expect(body.contains("The evidence points to:"))
    #expect(!body.contains("<سبب>") && !body.contains("<أيام>"))
    #expect(!body.contains(" style="))
    #expect(try await site.get("/ledger/1").body.contains("تشير الأدلة إلى"))
    #expect(try await site.get("/ledger/99").status == 404)
    #expect(try await site.get("/api/ledger/99").body.contains("\"no_ledger_entry\""))
    #expect(try await site.get("/ledger/x").status == 404)
  }

  @Test func `scores count, and say what they refuse`() async throws {
    let site = try site()
    #expect(try await site.get("/en/ledger/scores").body.contains("Nothing to score"))
    try decide(site)
    let english = try await site.get("/en/ledger/scores").body
    #expect(english.contains("<b>0.423</b> Brier score"))
    #expect(english.contains("1 of 1 · 100%"))
    let arabic = try await site.get("/ledger/scores?by=likelihood").body
    #expect(arabic.contains("1 من 1 · 100٪"))
    #expect(try await site.get("/ledger/scores?by=moon").status == 400)
    let scores = try object(try await site.get("/api/ledger/scores?by=source").body)
    #expect((scores["all"] as? [String: Any])?["scored"] as? Int == 1)
    #expect((scores["groups"] as? [[String: Any]])?.first?["name"] as? String == "وكالة السرو")
  }

  @Test func `programs get the ledger as JSON and CSV`() async throws {
    let site = try site()
    try decide(site)
    let list = try object(try await site.get("/api/ledger?state=decided").body)
    let row = try #require((list["rows"] as? [[String: Any]])?.first)
    #expect(row["state"] as? String == "decided")
    #expect((row["decision"] as? [String: Any])?["verdict"] as? String == "came-true")
    #expect((row["rule"] as? [String: Any])?["until"] as? String == "2015-08-21")
    let entry = try object(try await site.get("/api/ledger/1").body)
    let outcome = (entry["evidence"] as? [String: Any])?["outcome"] as? [String: Any]
    #expect(outcome?["stories"] as? Int == 1)
    #expect((entry["decisions"] as? [Any])?.count == 2)
    let csv = try await site.get("/ledger.csv").body
    #expect(csv.hasPrefix("entry,state,article,record,"))
    #expect(csv.contains("1,decided,warning-1,0,"))
  }

  @Test func `pressure draws both sides on one time line for wide windows and for phones`()
    async throws
  {
    let site = try site()
    let form = try await site.get("/en/pressure").body
    #expect(form.contains("name=\"actor\"") && !form.contains("<svg"))
    let body = try await site.get(
      "/en/pressure?actor=%D8%B7%D8%A7%D8%A6%D8%B1%D8%A7%D8%AA&per=day"
    ).body
    #expect(body.contains("data-size=\"wide\"") && body.contains("data-size=\"narrow\""))
    #expect(body.contains("What comes first can&#39;t be told"))
    #expect(body.contains("href=\"/en/articles/after#e1\""))
    #expect(!body.contains("<التنظيم>"))
    let about = try await site.get("/pressure?actor=%D8%A7%D9%84%D8%AA%D9%86%D8%B8%D9%8A%D9%85")
      .body
    #expect(about.contains("id=\"outlook-1\"") && about.contains("class=\"mark-outlook\""))
    let named = try await site.get("/en/pressure?actor=zzz&opponents=%D8%A3%D8%8C%20%D8%A8")
    #expect(named.body.contains("value=\"أ, ب\"") && !named.body.contains("class=\"notice\""))
    #expect(form.contains("class=\"notice\""))
    #expect(try await site.get("/pressure?actor=zzz").status == 200)
    #expect(try await site.get("/pressure?actor=x&per=year").status == 400)
    #expect(try await site.get("/api/pressure").status == 400)
    let json = try object(
      try await site.get("/api/pressure?per=day&actor=%D8%A7%D9%84%D8%AA%D9%86%D8%B8%D9%8A%D9%85")
        .body)
    #expect((json["ratio"] as? [String: Any])?["first"] as? Int == 1)
    #expect((json["outlooks"] as? [Any])?.count == 1)
  }

  private func object(_ body: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
  }
}
