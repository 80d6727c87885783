import Foundation
import HTTPTypes
import NewsModel
import Recording
import Testing

@Suite("Search pages") struct SearchPagesTests {
  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  @Test(arguments: [
    ("statements", "عودة", "<mark>عودة</mark>"), ("outlooks", "سوريا", "<mark>سوریا</mark>"),
    ("events", "طائرات", "<mark>طائرات</mark>"),
  ])
  func `records are listed with what was found set off`(
    kind: String, typed: String, mark: String
  ) async throws {
    let page = try await SampleSite().get("/en/search?in=\(kind)&q=\(encoded(typed))")
    #expect(page.status == 200)
    #expect(page.body.contains(mark))
    let rows = try await SampleSite().get("/api/search?in=\(kind)&q=\(encoded(typed))")
    #expect(rows.body.contains("\"article\":\"warning-1\""))
  }

  @Test func `facets lead to the narrowed search`() async throws {
    let site = try SampleSite()
    let body = try await site.get("/en/search?q=\(encoded("سوريا"))").body
    #expect(body.contains("type%3AASSAULT"))
    #expect(body.contains("date%3A2015-07\">"))
    let narrowed = try await site.get("/en/search?q=\(encoded("سوريا type:ASSAULT"))").body
    #expect(narrowed.contains("1 result"))
    let data = try await site.get("/api/search?facets=yes&q=\(encoded("سوريا"))").body
    #expect(data.contains("\"clause\":\"type:ASSAULT\""))
  }

  @Test func `a close word is offered where nothing is found`() async throws {
    let body = try await SampleSite().get("/en/search?q=\(encoded("العوسخ"))").body
    #expect(body.contains("Did you mean"))
    #expect(body.contains("<bdi>العوسج</bdi>"))
  }

  @Test func `a search is a feed, newest first`() async throws {
    let site = try SampleSite()
    let atom = try await site.get("/search.atom?q=\(encoded("سوريا"))")
    #expect(atom.headers[.contentType] == "application/atom+xml; charset=utf-8")
    #expect(atom.body.contains("<id>urn:marsad:article:warning-1</id>"))
    #expect(atom.body.contains("<updated>2015-07-21T13:02:02Z</updated>"))
    let json = try await site.get("/en/search.json?q=\(encoded("سوريا"))")
    #expect(json.body.contains("\"url\":\"/en/articles/warning-1\""))
    #expect(try await site.get("/search.atom?q=\(encoded("(سوريا"))").status == 400)
    #expect(try await site.get("/search.atom").status == 400)
  }

  @Test func `saved searches are listed and lead to what they find`() async throws {
    let site = try SampleSite()
    #expect(try await site.get("/en/searches").body.contains("No search was saved yet"))
    let saved = SavedSearch(
      name: "<b>عودة</b>", query: try SearchQuery("عودة"), kind: .statements,
      options: SearchQuery.Options())
    _ = try site.archive.save(saved)
    let page = try await site.get("/searches").body
    #expect(page.contains("&lt;b&gt;عودة&lt;/b&gt;"))
    #expect(page.contains("href=\"/search?q=%D8%B9%D9%88%D8%AF%D8%A9&amp;in=statements\""))
    #expect(try await site.get("/api/searches").body.contains("\"in\":\"statements\""))
  }

  @Test func `typing is completed by words of the archive`() async throws {
    let site = try SampleSite()
    let answer = try await site.get("/api/suggestions?q=\(encoded("قرب العو"))").body
    #expect(answer.contains("\"text\":\"قرب العوسج\""))
    let page = try await site.get("/search").body
    #expect(page.contains("<script src=\"/assets/search.js"))
    #expect(page.contains("list=\"suggestions\""))
  }
}
