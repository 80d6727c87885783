import HTTPTypes
import Testing

@Suite("Safety") struct SafetyTests {
  @Test func `no page may load anything from elsewhere or run inline code`() async throws {
    let site = try SampleSite()
    for path in PagesTests.paths {
      let reply = try await site.get(path)
      let policy = try #require(reply.headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(reply.headers[.xContentTypeOptions] == "nosniff")
      #expect(!reply.body.contains(" style=\""), "\(path)")
      #expect(!reply.body.contains("<style"), "\(path)")
      #expect(!reply.body.contains(#/ on[a-z]+="/#), "\(path)")
      let sources = reply.body.matches(of: #/(?:src|action)="([^"]*)"/#).map(\.output.1)
      #expect(sources.allSatisfy { $0.hasPrefix("/") }, "\(path)")
    }
  }

  @Test(arguments: ["/", "/api/statements", "/statements.csv"])
  func `only reading is answered`(path: String) async throws {
    let site = try SampleSite()
    for method in [HTTPRequest.Method.post, .put, .delete] {
      let reply = try await site.get(path, method)
      #expect(reply.status == 405)
      #expect(reply.headers[.allow] == "GET, HEAD")
    }
  }

  @Test func `a head is the page without its body`() async throws {
    let site = try SampleSite()
    let whole = try await site.get("/about")
    let head = try await site.get("/about", .head)
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(head.headers[.contentLength] == whole.headers[.contentLength])
  }

  @Test(arguments: [
    ("/nothing", 404), ("/articles/none", 404), ("/articles/a/b", 404), ("/statements.xml", 404),
    ("/statements?stance=shout", 400), ("/statements?since=2015-13-01", 400),
    ("/articles?before=x", 400), ("/search?q=x&page=0", 400), ("/search?q=-x", 400),
    ("/search?q=x&matching=magic", 400), ("/outlooks?likelihood=maybe", 400),
    ("/%ff", 400), ("/statements?words=%C3%28", 400), ("/search?q=%", 400),
    ("/assets/../strings.tsv", 404), ("/assets/fonts/..%2F..%2Fpasswd", 404),
  ])
  func `what can't be answered is said in both languages`(path: String, status: Int) async throws {
    let site = try SampleSite()
    for (prefix, language) in [("", "ar"), ("/en", "en")] {
      let reply = try await site.get(prefix + path)
      #expect(reply.status == status)
      #expect(reply.body.contains("<html lang=\"\(language)\""))
      #expect(reply.body.contains("<h1>"))
    }
  }

  @Test func `addresses and fields have a longest length`() async throws {
    let site = try SampleSite()
    let long = String(repeating: "x", count: 5_000)
    #expect(try await site.get("/search?q=\(long)").status == 414)
    let field = String(repeating: "x", count: 301)
    let search = String(repeating: "x", count: 1_201)
    #expect(try await site.get("/search?q=\(search)").status == 400)
    #expect(try await site.get("/statements?speaker=\(field)").status == 400)
    let many = (0..<100).map { "a\($0)=1" }.joined(separator: "&")
    #expect(try await site.get("/statements?\(many)").status == 400)
  }

  @Test func `a file of the site may be kept, a page is asked for again`() async throws {
    let site = try SampleSite()
    let sheet = try await site.get("/assets/marsad.css")
    #expect(sheet.status == 200)
    #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
    let page = try await site.get("/")
    #expect(page.headers[.cacheControl] == "no-cache")
    #expect(page.body.contains(#/\/assets\/marsad\.css\?v=[0-9a-f]+/#))
  }
}
