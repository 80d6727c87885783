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
    #expect(json.body.contains("/en/articles/warning-1\""))
    #expect(try await site.get("/search.atom?q=\(encoded("(سوريا"))").status == 400)
    #expect(try await site.get("/search.atom").status == 400)
  }

  @Test func `feeds give whole addresses, of the request or of the setting`() async throws {
    let site = try SampleSite()
    let query = "q=\(encoded("سوريا"))"
    for publicAddress in ["https://news.example", "https://news.example/"] {
      let json = try await site.get("/en/search.json?\(query)", publicAddress: publicAddress).body
      #expect(json.contains("\"url\":\"https://news.example/en/articles/warning-1\""))
      #expect(json.contains("\"feed_url\":\"https://news.example/en/search.json?"))
      #expect(json.contains("\"home_page_url\":\"https://news.example/en/search?"))
      let atom = try await site.get("/search.atom?\(query)", publicAddress: publicAddress).body
      #expect(atom.contains("href=\"https://news.example/articles/warning-1\""))
      #expect(!atom.contains("href=\"/"))
    }
    let asked = try await site.get("/en/search.json?\(query)").body
    #expect(asked.contains("\"url\":\"http://localhost/en/articles/warning-1\""))
  }

  @Test func `times in feeds keep their zone, and an edit is an update`() async throws {
    var (article, reading) = SampleSite.warning
    article.published = "2026-01-05T10:00:00+03:00"
    let site = try SampleSite([(article, reading)])
    let query = "q=\(encoded("سوريا"))"
    let atom = try await site.get("/search.atom?\(query)").body
    #expect(atom.contains("<published>2026-01-05T10:00:00+03:00</published>"))
    #expect(atom.contains("<updated>2026-01-05T10:00:00+03:00</updated>"))
    article.text += "\nسطر جديد."
    reading = SampleSite.reading(of: article)
    _ = try site.archive.add([
      PreparedArticle(article, reading, seenAt: 1_767_700_000)
    ])
    let json = try await site.get("/search.json?\(query)").body
    #expect(json.contains("\"date_published\":\"2026-01-05T10:00:00+03:00\""))
    #expect(json.contains("\"date_modified\":\"2026-01-06T11:46:40Z\""))
  }

  @Test func `a feed that is as it was is not sent again`() async throws {
    let site = try SampleSite()
    let address = "/search.atom?q=\(encoded("سوريا"))"
    let first = try await site.get(address)
    let tag = try #require(first.headers[.eTag])
    let changed = try #require(first.headers[.lastModified])
    #expect(changed == "Tue, 21 Jul 2015 13:02:02 GMT")
    let fields: [HTTPFields] = [[.ifNoneMatch: tag], [.ifModifiedSince: changed]]
    for headers in fields {
      let again = try await site.get(address, headers: headers)
      #expect(again.status == 304 && again.body.isEmpty)
      #expect(again.headers[.eTag] == tag)
    }
    let other = try await site.get(address, headers: [.ifNoneMatch: "\"x\""])
    #expect(other.status == 200)
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
