import Foundation
import NewsModel
import Testing

@testable import Serving

@Suite("Story pages") struct StoryPagesTests {
  /// The sample's warning, and a copy of it that another outlet printed later.
  private func site() throws -> SampleSite {
    let first = SampleSite.warning
    let copy = Article(
      id: "copy-1", source: "جريدة الأفق", url: nil, published: "2015-07-22T08:00:00",
      title: "تحذير من عودة التنظيم", byline: nil, text: first.article.text)
    var reading = first.reading
    reading = Reading(
      id: "copy-1", reader: reading.reader, language: reading.language,
      textSHA256: reading.textSHA256)
    return try SampleSite([first, (copy, reading)])
  }

  @Test(arguments: ["", "/en"])
  func `a story shows its reports in time, in both languages`(prefix: String) async throws {
    let page = try await site().get("\(prefix)/stories/copy-1")
    #expect(page.status == 200)
    let first = try #require(page.body.range(of: "articles/warning-1"))
    let copy = try #require(page.body.range(of: "articles/copy-1"))
    #expect(first.lowerBound < copy.lowerBound)
    #expect(page.body.contains(prefix.isEmpty ? "أول نشر معروف" : "First known report"))
  }

  @Test func `the list of stories, the article and the list of articles lead to the story`()
    async throws
  {
    let site = try site()
    for address in ["/stories", "/articles/copy-1", "/articles"] {
      let body = try await site.get(address).body
      #expect(body.contains("href=\"/stories/"), "\(address)")
    }
  }

  @Test func `programs get the story with who copied whom`() async throws {
    let body = try await site().get("/api/stories/copy-1").body
    let story = try #require(
      JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
    #expect(story["reports"] as? Int == 2)
    #expect(story["independent"] as? Int == 1)
    let reports = try #require(story["reports_in_time"] as? [[String: Any]])
    #expect(reports.map { $0["copy_of"] as? String } == [nil, "warning-1"])
  }

  @Test(arguments: ["/stories?order=best", "/stories?reports=0", "/api/stories?page=x"])
  func `a useless value is a problem that names it`(address: String) async throws {
    #expect(try await site().get(address).status == 400)
  }

  @Test func `no story of an article that is not there`() async throws {
    #expect(try await site().get("/api/stories/none").status == 404)
  }
}
