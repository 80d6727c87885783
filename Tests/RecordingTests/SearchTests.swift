import ArabicScript
import NewsModel
import Recording
import Testing

@Suite("Search") struct SearchTests {
  private func ids(
    _ archive: Archive, _ text: String, _ matching: SearchQuery.Matching = .forms
  ) throws -> Set<String> {
    let query = try SearchQuery(text, matching: matching)
    let result = try archive.read { try $0.search(query) }
    #expect(result.total.value == result.hits.count)
    return Set(result.hits.map(\.id))
  }

  private func spellings() throws -> TemporaryArchive {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("plain", "زار الوفد سوريا أمس"),
      plain("persian", "زار الوفد سوریا أمس"),
      plain("marked", "زار الوفد سُورِيّا أمس"),
      plain("stretched", "زار الوفد سـوريـا أمس"),
      plain("shaped", "زار الوفد \u{FEB3}\u{FEEE}\u{FEAD}\u{FEF3}\u{FE8E} أمس"),
      plain("controlled", "زار الوفد سو\u{200F}ر\u{200C}يا أمس"),
      plain("clitics", "وبسوريا بدأت الأزمة"),
      plain("adjective", "الأزمة السورية طالت"),
      plain("plural", "قال للسوريين كلاما"),
      plain("other", "زار الوفد مصر أمس"),
    ])
    return place
  }

  private let spelled: Set = ["plain", "persian", "marked", "stretched", "shaped", "controlled"]

  @Test(arguments: ["سوريا", "سوریا", "سُوريا", "سـوريا"])
  func `a word is found in every spelling`(typed: String) throws {
    let place = try spellings()
    let words = try ids(place.archive, typed, .words)
    #expect(words == spelled)
    let forms = try ids(place.archive, typed)
    #expect(forms == spelled.union(["clitics", "adjective", "plural"]))
  }

  @Test(arguments: ["السورية", "بسوريا", "سوريون"])
  func `any form finds all forms`(typed: String) throws {
    let place = try spellings()
    let found = try ids(place.archive, typed)
    #expect(found == spelled.union(["clitics", "adjective", "plural"]))
  }

  @Test func `an exact search finds the very spelling`() throws {
    let place = try spellings()
    let plain = try ids(place.archive, "exact:\"سوريا\"")
    #expect(plain == ["plain"])
    let persian = try ids(place.archive, "سوریا", .spelling)
    #expect(persian == ["persian"])
    let phrase = try ids(place.archive, "حرفيا:\"الوفد سوريا\"")
    #expect(phrase == ["plain"])
    let without = try ids(place.archive, "سوريا -exact:سوریا", .words)
    #expect(without == spelled.subtracting(["persian"]))
  }

  @Test func `an exact search counts composed and decomposed letters as one`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("composed", "قال أحمد"), plain("decomposed", "قال ا\u{654}حمد"),
      plain("bare", "قال احمد"),
    ])
    let found = try ids(place.archive, "exact:\"أحمد\"")
    #expect(found == ["composed", "decomposed"])
  }

  @Test func `marks stand on the original spelling`() throws {
    let place = try TemporaryArchive()
    let text = "بدأت الأزمة في سُورِيّـا ثم وبسوریا (السوريّة)."
    _ = try place.archive.add([plain("a", text, title: "عن سوریا")])
    let result = try place.archive.read { try $0.search(SearchQuery("سوريا")) }
    let hit = try #require(result.hits.first)
    #expect(hit.title.pieces.filter(\.isMarked).map(\.text) == ["سوریا"])
    let snippet = try #require(hit.snippets.first)
    #expect(snippet.marked.text == text)
    #expect(
      snippet.marked.pieces.filter(\.isMarked).map(\.text) == ["سُورِيّـا", "وبسوریا", "السوريّة"])
    #expect(!snippet.continuesBefore)
    #expect(!snippet.continuesAfter)
  }

  @Test func `phrases need their words side by side`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("together", "مجلس الأمن اجتمع"), plain("apart", "الأمن في مجلس البلدة"),
      plain("across", "مجلس، الأمن"),
    ])
    let phrase = try ids(place.archive, "\"مجلس الأمن\"")
    #expect(phrase == ["together", "across"])
    let words = try ids(place.archive, "مجلس الأمن")
    #expect(words == ["together", "apart", "across"])
    let curly = try ids(place.archive, "”مجلس الأمن“")
    #expect(curly == ["together", "across"])
  }

  @Test func `alternatives, exclusions and beginnings limit the hits`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "انفجار في ميناء"), plain("b", "حريق في ميناء"), plain("c", "حريق في مصنع"),
      plain("d", "مصانع ومصنعون"),
    ])
    let either = try ids(place.archive, "انفجار OR حريق ميناء")
    #expect(either == ["a", "b"])
    let bar = try ids(place.archive, "انفجار | مصنع")
    #expect(bar == ["a", "c", "d"])
    let without = try ids(place.archive, "حريق -ميناء")
    #expect(without == ["c"])
    let beginning = try ids(place.archive, "مصن*")
    #expect(beginning == ["c"])
    let wide = try ids(place.archive, "مص*")
    #expect(wide == ["c", "d"])
  }

  @Test func `source and days limit the hits`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "هدنة", source: "جريدة الأفق", published: "2015-07-31T23:59:59"),
      plain("b", "هدنة", source: "جريدة الأفق", published: "2015-08-01"),
      plain("c", "هدنة", source: "صحيفة", published: "2015-08-02 01:00"),
      plain("d", "هدنة", source: nil, published: nil),
    ])
    let source = try ids(place.archive, "هدنة source:\"جريدة الافق\"")
    #expect(source == ["a", "b"])
    let since = try ids(place.archive, "هدنة since:2015-08-01")
    #expect(since == ["b", "c"])
    let until = try ids(place.archive, "هدنة حتى:٢٠١٥-٠٨-٠١")
    #expect(until == ["a", "b"])
    let month = try ids(place.archive, "since:2015-08 هدنة until:2015-08")
    #expect(month == ["b", "c"])
    let unknown = try ids(place.archive, "هدنة مصدر:أخرى")
    #expect(unknown.isEmpty)
  }

  @Test func `hashtags, addresses and numbers are found by their parts`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "وسم #هدنة_الميناء على https://example.org/news عند ١٢٣٤ شخصا")
    ])
    for typed in ["الميناء", "هدنة", "#هدنة_الميناء", "example.org", "1234", "١٢٣٤"] {
      let found = try ids(place.archive, typed)
      #expect(found == ["a"], "\(typed)")
    }
  }

  @Test func `hits are sorted by relevance or by time, and paged`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("text", "خبر طويل عن أشياء كثيرة وهدنة وأشياء أخرى", published: "2015-07-03"),
      plain("title", "خبر طويل عن أشياء كثيرة", title: "هدنة", published: "2015-07-01"),
      plain("late", "هدنة في خبر طويل عن أشياء كثيرة وأشياء أخرى", published: "2015-07-05"),
    ])
    let query = try SearchQuery("هدنة")
    let best = try place.archive.read { try $0.search(query) }
    #expect(best.hits.first?.id == "title")
    let newest = try place.archive.read { try $0.search(query, order: .time) }
    #expect(newest.hits.map(\.id) == ["late", "text", "title"])
    let second = try place.archive.read { try $0.search(query, order: .time, limit: 1, offset: 1) }
    #expect(second.hits.map(\.id) == ["text"])
    #expect(second.total.value == 3)
  }

  @Test func `a long text gives the pieces in which most words stand`() throws {
    let place = try TemporaryArchive()
    let filler = String(repeating: "كلام لا يعني شيئا هنا. ", count: 60)
    _ = try place.archive.add([
      plain("a", filler + "بدأت الهدنة. " + filler + "أعلن المبعوث الهدنة في الميناء. " + filler)
    ])
    let result = try place.archive.read { try $0.search(SearchQuery("هدنة المبعوث")) }
    let snippets = try #require(result.hits.first?.snippets)
    #expect(snippets.first?.marked.text.contains("أعلن المبعوث الهدنة") == true)
    for snippet in snippets {
      #expect(snippet.continuesBefore)
      #expect(snippet.continuesAfter)
      #expect(snippet.marked.text.utf8.count < 500)
    }
  }
}
