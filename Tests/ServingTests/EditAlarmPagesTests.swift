import Foundation
import FoundationXML
import HTTPTypes
import Logging
import NewsModel
import Recording
import Testing

@testable import Serving

@Suite("Alarms about edits on pages") struct EditAlarmPagesTests {
  /// A site with an article that was edited in secret, and the alarm about it.
  private func site() throws -> SampleSite {
    let site = try SampleSite()
    for count in ["سبعة", "تسعة"] {
      let article = Article(
        id: "e", source: "صحيفة الواحة", published: "2015-07-20", title: "انفجار <السوق>",
        text: "أصيب \(count) أشخاص قرب السوق.")
      _ = try site.archive.add([(article, SampleSite.reading(of: article))])
    }
    var watch = Watch(
      name: "تعديلات", question: WatchQuestion(), step: .day, method: .edits(least: 1))
    watch.number = try #require(try site.archive.add(watch))
    let edits = try site.archive.read { try $0.unannouncedEdits(for: watch, since: 0) }
    let alarms = edits.map { edit in
      Alarm(
        key: "00000000-0000-4000-8000-000000000002", watch: watch, period: edit.number,
        cause: .edit(edit.edit), evidence: [edit.evidence], raisedAt: 1_600_000_000,
        isSilent: false)
    }
    #expect(try site.archive.raise(alarms).count == 1)
    return site
  }

  @Test(arguments: ["", "/en"])
  func `the alarm shows the words and leads to the whole difference`(prefix: String) async throws {
    let site = try site()
    for path in ["\(prefix)/watches", "\(prefix)/watches/2"] {
      let page = try await site.get(path)
      #expect(page.status == 200)
      #expect(page.body.contains("<del>سبعة</del><ins>تسعة</ins>"))
      #expect(page.body.contains("href=\"\(prefix)/articles/e/versions?version=2#difference\""))
    }
    let watch = try await site.get("\(prefix)/watches/2").body
    #expect(!watch.contains("<svg class=\"chart\""))
    let versions = try await site.get("\(prefix)/articles/e/versions?version=2").body
    #expect(versions.contains("id=\"difference\""))
  }

  @Test func `the reason is a sentence in both languages`() async throws {
    let site = try site()
    let english = try await site.get("/en/watches").body
    #expect(
      english.contains(
        "The text was changed and the dates that the page states were not: 1 word deleted, 1 word inserted; version 2"
      ))
    let arabic = try await site.get("/watches").body
    #expect(arabic.contains("حُذفت كلمة واحدة، أُضيفت كلمة واحدة؛ النسخة 2"))
  }

  @Test func `feeds and programs get the edit`() async throws {
    let site = try site()
    let atom = try await site.get("/en/alarms.atom").body
    #expect(XMLParser(data: Data(atom.utf8)).parse())
    #expect(
      atom.contains(
        "<link rel=\"alternate\" type=\"text/html\" href=\"http://localhost/en/articles/e/versions")
    )
    #expect(atom.contains("&lt;ins&gt;تسعة&lt;/ins&gt;"))
    let api = try await site.get("/api/alarms")
    let page = try #require(
      JSONSerialization.jsonObject(with: Data(api.body.utf8)) as? [String: Any])
    let row = try #require((page["rows"] as? [[String: Any]])?.first)
    let edit = try #require(row["edit"] as? [String: Any])
    #expect(edit["from"] as? Int == 1 && edit["to"] as? Int == 2)
    let passages = try #require(edit["passages"] as? [[String: String]])
    #expect(passages.first?["deleted"] == "سبعة")
    let watches = try await site.get("/api/watches/2").body
    #expect(watches.contains("\"edits\":true"))
    let alarm = try #require(try await site.archive.read { try $0.alarms() }.first)
    let letter = AlarmWords(alarm, in: .english, site: "https://marsad.example")
    #expect(letter.text.contains("أصيب [-سبعة-]{+تسعة+} أشخاص"))
    #expect(letter.text.contains("https://marsad.example/en/articles/e/versions?version=2"))
  }

  private func send(_ site: SampleSite, _ fields: [(String, String)]) async -> (
    status: Int, location: String?
  ) {
    var head = HTTPRequest(
      method: .post, scheme: "http", authority: "127.0.0.1:8080", path: "/desk/watches")
    head.headerFields[.contentType] = "application/x-www-form-urlencoded"
    head.headerFields[.origin] = "http://127.0.0.1:8080"
    let body = ([("token", "0123456789abcdef"), ("act", "edits")] + fields)
      .map { "\($0.0)=\(PercentEncoding.encoded($0.1))" }.joined(separator: "&")
    let desk = Desk(coder: "سلمى", host: "127.0.0.1", token: "0123456789abcdef")
    let answer = await Site(archive: site.archive, desk: desk).answer(
      head, body: Array(body.utf8), logger: Logger(label: "test"))
    return (answer.status.code, answer.headers[.location])
  }

  @Test func `at the desk a form asks for alarms about edits`() async throws {
    let site = try site()
    let fields = [
      ("name", "تعديلات الواحة"), ("source", "صحيفة الواحة"), ("words", " "), ("least", "2"),
    ]
    let answer = await send(site, fields)
    #expect(answer.status == 303 && answer.location == "/watches/3")
    let watch = try #require(try await site.archive.read { try $0.watch(3) })
    #expect(watch.isOfEdits && watch.method.least == 2)
    #expect(watch.question.source == "صحيفة الواحة" && watch.question.words == nil)
    #expect(await send(site, fields).status == 409)
    #expect(await send(site, [("name", "17"), ("least", "1")]).status == 400)
    #expect(await send(site, [("name", "x"), ("least", "0")]).status == 400)
    #expect(await send(site, [("name", " "), ("least", "1")]).status == 400)
  }
}
