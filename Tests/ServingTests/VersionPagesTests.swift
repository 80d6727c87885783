import Foundation
import NewsModel
import Recording
import Testing

@testable import Serving

@Suite("Pages of versions and edits") struct VersionPagesTests {
  /// The sample's warning, of which a number and a quotation mark were changed without a new date.
  private func site() throws -> SampleSite {
    let first = SampleSite.warning
    let site = try SampleSite([first])
    var second = first.article
    second.text = second.text.replacing("سبعة", with: "تسعة <b>")
    _ = try site.archive.add([(second, SampleSite.reading(of: second))])
    var third = second
    third.text += "!"
    third.modified = "2015-07-22T10:00:00Z"
    _ = try site.archive.add([(third, SampleSite.reading(of: third))])
    return site
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: ["", "/en"])
  func `what was inserted and deleted is marked, and stays text`(prefix: String) async throws {
    let page = try await site().get("\(prefix)/articles/warning-1/versions?version=2")
    #expect(page.status == 200)
    #expect(page.body.contains("<del>سبعة</del><ins>تسعة &lt;b&gt;</ins>"))
    #expect(page.body.contains(prefix.isEmpty ? "تعديل بلا إعلان" : "Stealth edit"))
    #expect(!page.body.contains("<script>"))
  }

  @Test func `the newest version is shown if none is named, and the first has none before it`()
    async throws
  {
    let site = try site()
    let newest = try await site.get("/en/articles/warning-1/versions").body
    #expect(newest.contains("Version 3 compared with version 2"))
    #expect(newest.contains("Spaces or punctuation only"))
    #expect(newest.contains("Stated date changed"))
    let first = try await site.get("/en/articles/warning-1/versions?version=1").body
    #expect(first.contains("there is none before it"))
  }

  @Test func `the article leads to its versions, one that never changed does not`() async throws {
    let changed = try await site().get("/articles/warning-1").body
    #expect(changed.contains("href=\"/articles/warning-1/versions\""))
    let unchanged = try await SampleSite().get("/articles/warning-1").body
    #expect(!unchanged.contains("/versions"))
  }

  @Test func `programs get versions, changes and the words of one of them`() async throws {
    let body = try await site().get("/api/articles/warning-1/versions?version=2").body
    let answer = try object(body)
    #expect(
      (answer["versions"] as? [[String: Any]])?.compactMap { $0["version"] as? Int } == [1, 2, 3])
    #expect(
      (answer["changes"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } == [
        "words", "spacing",
      ])
    let difference = try #require(answer["difference"] as? [String: Any])
    #expect(difference["stealth"] as? Bool == true)
    let text = try #require(difference["text"] as? [String: Any])
    let pieces = try #require(text["pieces"] as? [[String: String]])
    #expect(pieces.contains(["kind": "deleted", "text": "سبعة"]))
    let whole = pieces.filter { $0["kind"] != "inserted" }.compactMap { $0["text"] }.joined()
    #expect(whole == SampleSite.warning.article.text)
  }

  @Test(arguments: [
    ("/articles/none/versions", 404), ("/articles/warning-1/versions?version=9", 404),
    ("/articles/warning-1/versions?version=x", 400), ("/api/edits?dates=often", 400),
  ])
  func `what is not there is told of`(address: String, status: Int) async throws {
    #expect(try await site().get(address).status == status)
  }

  @Test func `stealth edits are listed, and all edits if asked for`() async throws {
    let site = try site()
    let stealth = try #require(
      object(try await site.get("/api/edits").body)["rows"] as? [[String: Any]])
    #expect(stealth.compactMap { $0["to"] as? Int } == [2])
    #expect(stealth.first?["page"] as? String == "/articles/warning-1/versions?version=2")
    let all = try #require(
      object(try await site.get("/api/edits?dates=all").body)["rows"] as? [[String: Any]])
    #expect(all.compactMap { $0["to"] as? Int } == [3, 2])
    let page = try await site.get("/en/edits").body
    #expect(page.contains("/en/articles/warning-1/versions?version=2"))
    let csv = try await site.get("/edits.csv").body
    #expect(csv.split(separator: "\r\n").count == 2)
  }

  @Test func `long stretches without a change are folded away`() async throws {
    let first = SampleSite.warning
    var long = first.article
    long.text = (1...9).map { "فقرة رقم \($0)" }.joined(separator: "\n")
    let site = try SampleSite([(long, SampleSite.reading(of: long))])
    var edited = long
    edited.text = long.text.replacing("رقم 5", with: "عدد 5")
    _ = try site.archive.add([(edited, SampleSite.reading(of: edited))])
    let page = try await site.get("/en/articles/warning-1/versions").body
    #expect(page.ranges(of: "3 unchanged paragraphs").count == 2)
  }
}
