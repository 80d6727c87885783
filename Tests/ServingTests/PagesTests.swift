import HTTPTypes
import NewsModel
import Testing

@Suite("Pages") struct PagesTests {
  static let paths = [
    "/", "/search", "/search?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7", "/articles", "/statements",
    "/outlooks", "/events",
    "/sources", "/about", "/articles/warning-1", "/watches", "/watches/1",
    "/events/warning-1%3A69", "/decisions", "/searches",
    "/events?decision=undecided",
  ]

  @Test(arguments: paths) func `every page stands in both languages`(path: String) async throws {
    let site = try SampleSite()
    let arabic = try await site.get(path)
    #expect(arabic.status == 200)
    #expect(arabic.body.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(arabic.headers[.contentType] == "text/html; charset=utf-8")
    let english = try await site.get(path == "/" ? "/en" : "/en" + path)
    #expect(english.status == 200)
    #expect(english.body.contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(english.body.contains("href=\"\(path)\" lang=\"ar\""))
  }

  @Test func `a page of the front shows counts and what is new`() async throws {
    let body = try await SampleSite().get("/").body
    #expect(body.contains("المتحدث يحذر من عودة التنظيم"))
    #expect(body.contains("عودة التنظيم في سوریا محتملة"))
    #expect(body.contains("<b>2</b> <span>مقال</span>"))
    #expect(body.contains("href=\"/articles/warning-1#o1\""))
  }

  @Test func `search sets off what it found in its own spelling`() async throws {
    let site = try SampleSite()
    let body = try await site.get("/search?q=%D8%B3%D9%88%D8%B1%D9%8A%D8%A7").body
    #expect(body.contains("<mark>سوریا</mark>"))
    #expect(body.contains("نتيجة واحدة"))
    let none = try await site.get("/en/search?q=xyzzy").body
    #expect(none.contains("Nothing found"))
  }

  @Test func `a record leads to its span and the span to its record`() async throws {
    let body = try await SampleSite().get("/articles/warning-1").body
    for anchor in ["s1", "o1", "e1"] {
      #expect(body.contains("id=\"\(anchor)\""))
      #expect(body.contains("href=\"#\(anchor)\""))
      #expect(body.contains("id=\"record-\(anchor)\""))
      #expect(body.contains("href=\"#record-\(anchor)\""))
    }
    #expect(body.contains("ما لم</span> <bdi>يستمر الضغط</bdi>"))
    #expect(body.contains("بين 20 و50 في المئة"))
    #expect(body.contains("7 قتلى"))
  }

  @Test func `lists are filtered by their fields`() async throws {
    let site = try SampleSite()
    #expect(try await site.get("/statements?stance=warn").body.contains("تصريح واحد"))
    #expect(try await site.get("/statements?stance=deny").body.contains("لا شيء بهذه الشروط"))
    #expect(try await site.get("/outlooks?condition=yes&kind=warning").body.contains("توقع واحد"))
    #expect(try await site.get("/outlooks?condition=no").body.contains("لا شيء بهذه الشروط"))
    #expect(try await site.get("/events?type=ASSAULT&place=العوسج").body.contains("حدث واحد"))
    #expect(try await site.get("/articles?source=وكالة+السرو").body.contains("مقال واحد"))
  }

  @Test func `what comes from outside never becomes markup`() async throws {
    let site = try SampleSite()
    let pages = [
      "/", "/articles", "/statements", "/sources", "/articles/a%2Fb%3Fc%23%3Cd%3E",
      "/search?q=%3Cscript%3Ealert", "/articles/%3Cscript%3E", "/%22%3E%3Cscript%3E",
      "/statements?stance=%3Cscript%3E",
    ]
    for page in pages {
      let body = try await site.get(page).body
      #expect(!body.contains("<script>"), "\(page)")
      #expect(!body.contains("<img src=x"), "\(page)")
      #expect(!body.contains("<i>منبر"), "\(page)")
      #expect(!body.contains("<b>قائل"), "\(page)")
      #expect(!body.contains("href=\"javascript:"), "\(page)")
    }
  }

  @Test func `a long list goes on behind a link`() async throws {
    let batch = (0..<70).map { number in
      let article = Article(
        id: "n\(number)", source: "منبر", published: "2015-07-\(10 + number % 20)",
        title: "خبر \(number)", text: "نص")
      return (article: article, reading: SampleSite.reading(of: article))
    }
    let site = try SampleSite(batch)
    var seen: Set<Substring> = []
    var address: String? = "/articles"
    while let here = address {
      let body = try await site.get(here).body
      for match in body.matches(of: #/\/articles\/(n[0-9]+)/#) { seen.insert(match.output.1) }
      address = body.firstMatch(of: #/rel="next" class="button" href="([^"]+)"/#)
        .map { String($0.output.1) }
    }
    #expect(seen.count == 70)
  }

  @Test func `an empty archive says what to do`() async throws {
    let body = try await SampleSite([]).get("/en").body
    #expect(body.contains("marsad add"))
  }
}
