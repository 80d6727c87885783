import Foundation
import HTTPTypes
import Testing

@Suite("API and files") struct ProgramsTests {
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test(arguments: ["articles", "statements", "outlooks", "events", "sources"])
  func `a list is JSON, JSON Lines and CSV with as many rows`(list: String) async throws {
    let site = try SampleSite()
    let reply = try await site.get("/api/\(list)")
    #expect(reply.status == 200)
    #expect(reply.headers[.contentType] == "application/json; charset=utf-8")
    let rows = try #require(object(reply.body)["rows"] as? [[String: Any]])
    #expect(!rows.isEmpty)
    let lines = try await site.get("/\(list).jsonl").body.split(separator: "\n")
    #expect(lines.count == rows.count)
    for line in lines { _ = try object(String(line)) }
    let csv = try await site.get("/\(list).csv")
    #expect(csv.headers[.contentType]?.hasPrefix("text/csv") == true)
    let columns = try #require(csv.body.split(separator: "\r\n").first).split(separator: ",")
    #expect(columns.count >= 4)
    #expect(csv.body.hasSuffix("\r\n"))
  }

  @Test func `an article's JSON has its reading with spans in code points`() async throws {
    let answer = try object(try await SampleSite().get("/api/articles/warning-1").body)
    let article = try #require(answer["article"] as? [String: Any])
    let text = try #require(article["text"] as? String)
    let reading = try #require(answer["reading"] as? [String: Any])
    let outlooks = try #require(reading["outlooks"] as? [[String: Any]])
    let outcome = try #require(outlooks.first?["outcome"] as? [String: Any])
    let start = try #require(outcome["start"] as? Int)
    let end = try #require(outcome["end"] as? Int)
    let piece = String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    #expect(piece == "عودة التنظيم في سوریا")
  }

  @Test func `search answers programs too`() async throws {
    let site = try SampleSite()
    let answer = try object(try await site.get("/api/search?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7").body)
    #expect(answer["total"] as? Int == 1)
    let rows = try #require(answer["rows"] as? [[String: Any]])
    #expect(rows.first?["id"] as? String == "warning-1")
  }

  @Test(arguments: [
    ("/api/nothing", 404, "not_found"), ("/api/articles/none", 404, "no_article"),
    ("/api/statements?stance=shout", 400, "bad_value"), ("/api/events?limit=0", 400, "bad_value"),
    ("/api/search", 400, "bad_search"), ("/api/search?q=OR", 400, "bad_search"),
    ("/statements.csv?since=x", 400, "bad_value"),
  ])
  func `errors have one shape`(path: String, status: Int, code: String) async throws {
    let reply = try await SampleSite().get(path)
    #expect(reply.status == status)
    let error = try #require(object(reply.body)["error"] as? [String: Any])
    #expect(Set(error.keys) == ["status", "code", "message", "field", "start", "end"])
    #expect(error["status"] as? Int == status)
    #expect(error["code"] as? String == code)
    let message = try #require(error["message"] as? String)
    #expect(!message.isEmpty)
  }

  @Test func `an error in a search names its place`() async throws {
    let site = try SampleSite()
    let reply = try await site.get("/api/search?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7+source:")
    let error = try #require(object(reply.body)["error"] as? [String: Any])
    #expect(error["start"] as? Int == 6)
    #expect(error["end"] as? Int == 13)
    let page = try await site.get("/en/search?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7+source:")
    #expect(page.status == 400)
    #expect(page.body.contains("<mark class=\"fault\">source:</mark>"))
    #expect(page.body.contains("value=\"سوريا source:\""))
  }

  @Test func `a file takes the filters of its page`() async throws {
    let site = try SampleSite()
    let lines = try await site.get("/statements.jsonl?stance=warn").body.split(separator: "\n")
    #expect(lines.count == 1)
    let page = try await site.get("/statements?stance=warn").body
    #expect(page.contains("href=\"/statements.csv?stance=warn\""))
  }

  @Test func `a cell that a spreadsheet would run is guarded`() async throws {
    let body = try await SampleSite().get("/articles.csv").body
    #expect(body.contains(",'=cmd|'/c calc'!A0"))
    #expect(!body.contains(",=cmd"))
  }

  @Test func `the list of endpoints names what answers`() async throws {
    let site = try SampleSite()
    let endpoints = try #require(
      object(try await site.get("/api").body)["endpoints"] as? [[String: String]])
    for endpoint in endpoints {
      let path = try #require(endpoint["path"])
        .replacing("{id}", with: "warning-1").replacing("{number}", with: "1")
        .replacing("{event}", with: "warning-1:69").replacing("{actor}", with: "sdf")
        .replacing("{place}", with: "p-syr-qamishli")
      let required = ["/api/search": "?q=x", "/api/pressure": "?actor=x"]
      let reply = try await site.get(path + required[path, default: ""])
      #expect(reply.status == 200, "\(path)")
    }
  }
}
