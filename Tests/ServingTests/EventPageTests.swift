import ArabicQuantities
import Foundation
import HTTPTypes
import NewsModel
import Recording
import Testing

@testable import Serving

@Suite("Event pages") struct EventPageTests {
  /// Three invented reports of one raid: two count differently, the third copies the second.
  static func reports() -> [(article: Article, reading: Reading)] {
    let day = CalendarDay(year: 2025, month: 3, day: 10)
    func report(_ id: String, _ source: String, _ text: String, _ trigger: String, _ killed: Int)
      -> (article: Article, reading: Reading)
    {
      let article = Article(
        id: id, source: source, published: "2025-03-10T10:00:00", title: "خبر <\(id)>", text: text)
      var reading = SampleSite.reading(of: article)
      let place = SampleSite.find("تعز", in: article)
      let actor = SampleSite.find("التحالف", in: article)
      reading.events = [
        Event(
          trigger: SampleSite.find(trigger, in: article), type: .assault, mode: "aerial",
          context: ["military"], actor: [actor], place: place, placeEntry: "gn-70225", date: day,
          datePrecision: .day, killed: CasualtyCount(low: killed, best: killed, high: nil),
          otherKilled: id == "r1"
            ? [CasualtyCount(low: 3, best: 3, high: 3, saidBy: "<ناطق>")] : [],
          rule: "<قاعدة>")
      ]
      reading.mentions = [
        Mention(span: actor, type: .organisation, entry: "coalition", name: "التحالف")
      ]
      return (article, reading)
    }
    let long =
      "شنت طائرات التحالف قصفا عنيفا على سوق شعبية في تعز فجر الاثنين وقالت مصادر في المستشفى إن عشرين "
      + "شخصا قتلوا في السوق بينهم نساء وأطفال وإن فرق الإنقاذ تواصل البحث تحت الركام عن مفقودين."
    return [
      report(
        "r1", "وكالة السرو", "قتل 12 شخصا في غارة للتحالف على مدينة تعز. التحالف لم يعلق.", "غارة",
        12),
      report("r2", "جريدة الأفق", long, "قصفا", 20),
      report("r3", "صحيفة الواحة", long, "قصفا", 20),
    ]
  }

  private func address(_ site: SampleSite, _ article: String) throws -> String {
    let row = try site.archive.read { view in
      var filter = EventFilter()
      filter.article = article
      return try view.events(filter, limit: 1).rows.first
    }
    return "/events/" + PercentEncoding.encoded(try #require(row).id.description)
  }

  @Test func `an event's page shows the sentence, the claims and who else reports it`() async throws
  {
    let site = try SampleSite(EventPageTests.reports())
    let path = try address(site, "r1")
    let body = try await site.get("/en" + path).body
    #expect(body.contains("<mark>غارة</mark>"))
    #expect(body.contains("href=\"/en/articles/r1#e1\""))
    #expect(body.contains("Accounts differ on the number"))
    #expect(body.contains("<b>12</b>"))
    #expect(body.contains("<b>20</b>"))
    #expect(body.contains("the same day"))
    #expect(body.contains("1 copy"))
    #expect(body.contains("<code>&lt;قاعدة&gt;</code>"))
    #expect(body.contains("&lt;ناطق&gt;"))
    #expect(body.contains("href=\"/en/events/r2%3A"))
    let arabic = try await site.get(path).body
    #expect(arabic.contains("تختلف الروايات في العدد"))
    #expect(!arabic.contains("/desk"))
  }

  @Test func `lists and articles lead to it`() async throws {
    let site = try SampleSite(EventPageTests.reports())
    let path = try address(site, "r1")
    #expect(try await site.get("/events").body.contains("href=\"\(path)\""))
    #expect(try await site.get("/articles/r1").body.contains("href=\"\(path)\""))
    #expect(try await site.get(path).status == 200)
  }

  @Test func `programs get the event with its claims and reasons`() async throws {
    let site = try SampleSite(EventPageTests.reports())
    let reply = try await site.get("/api" + address(site, "r1"))
    let event = try #require(
      JSONSerialization.jsonObject(with: Data(reply.body.utf8)) as? [String: Any])
    let claims = try #require(event["claims"] as? [[String: Any]])
    #expect(claims.map { $0["best"] as? Int } == [3, 12, 20])
    let reports = try #require(event["also_reported"] as? [[String: Any]])
    #expect(reports.count == 1)
    #expect(reports[0]["copies"] as? Int == 1)
    let reasons = try #require(reports[0]["reasons"] as? [[String: Any]])
    #expect(
      reasons.contains { $0["reason"] as? String == "same-actor" && $0["points"] as? Int == 2 })
    let text = try #require(EventPageTests.reports().first).article.text
    let span = try #require(event["trigger_at"] as? [Int])
    let piece = Array(text.unicodeScalars)[span[0]..<span[1]]
    #expect(String(String.UnicodeScalarView(piece)) == "غارة")
  }

  @Test(arguments: ["/events/r1:1", "/events/none:0", "/events/r1", "/events/:3"])
  func `what is no event is told of`(path: String) async throws {
    let site = try SampleSite(EventPageTests.reports())
    #expect(try await site.get(path).status == 404)
    #expect(try await site.get("/api" + path).status == 404)
  }

  @Test func `every kind of decision, reason and field has its words`() {
    let keys =
      EventStanding.State.allCases.map { "standing.\($0.rawValue)" }
      + DecisionFilter.allCases.map { "decision.\($0.rawValue)" }
      + EventReview.Verdict.allCases.map { "verdict.\($0.rawValue)" }
      + EventField.allCases.map { "field.\($0.rawValue)" }
      + OccurrenceReason.allCases.map { "reason.\($0.rawValue)" }
      + DeskFields.Show.allCases.map { "desk.show.\($0.rawValue)" }
    for key in keys { #expect(PhraseTable.shipped.phrase(key, in: .english) != nil, "\(key)") }
  }

  @Test func `a town lies in its governorate and beside another`() throws {
    let entries = KnownEntries.standard
    #expect(entries.relation("p-syr-qamishli", "p-syr-qamishli") == .same)
    #expect(entries.relation("p-syr-qamishli", "a1-syr-al-hasakah") == .nested)
    #expect(entries.relation("p-syr-qamishli", "p-syr-amuda") == .apart)
    #expect(entries.relation("a1-syr-aleppo", "a1-syr-aleppo") == .sameWide)
    #expect(entries.relation("p-syr-qamishli", "a1-syr-aleppo") == .apart)
    #expect(entries.relation("p-syr-qamishli", "a1-irq-duhok") == .apart)
  }
}
