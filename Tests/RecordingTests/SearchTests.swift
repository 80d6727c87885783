import ArabicScript
import Grouping
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

  private func naming(
    _ name: String, _ article: (article: Article, reading: Reading)
  ) -> (article: Article, reading: Reading) {
    var result = article
    result.reading.mentions = [
      Mention(span: span(name, in: article.article.text), type: .person, name: name)
    ]
    return result
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

  @Test func `brackets, exclusions and fields combine`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "انفجار في ميناء", source: "الأفق"), plain("b", "حريق في ميناء", source: "السرو"),
      plain("c", "حريق في مصنع", source: "السرو"),
      plain("d", "تدريب على حريق في مصنع", source: "الأفق"),
    ])
    #expect(try ids(place.archive, "(انفجار ميناء) OR (حريق مصنع)") == ["a", "c", "d"])
    #expect(try ids(place.archive, "حريق -(تدريب OR ميناء)") == ["c"])
    #expect(try ids(place.archive, "source:السرو OR انفجار") == ["a", "b", "c"])
    #expect(try ids(place.archive, "حريق -source:الأفق") == ["b", "c"])
    #expect(try ids(place.archive, "source:السرو") == ["b", "c"])
    #expect(try ids(place.archive, "حريق -(source:السرو مصنع)") == ["b", "d"])
    #expect(try ids(place.archive, "exact:حريق OR source:الأفق") == ["a", "b", "c", "d"])
  }

  @Test func `near counts the words between`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("next", "وقع انفجار ميناء كبير"), plain("two", "وقع انفجار قرب باب ميناء"),
      plain("back", "في الميناء وقع الانفجار"), plain("far", "انفجار أول ثان ثالث رابع خامس ميناء"),
    ])
    #expect(try ids(place.archive, "انفجار NEAR/0 ميناء") == ["next"])
    #expect(try ids(place.archive, "انفجار NEAR/2 ميناء") == ["next", "two", "back"])
    #expect(try ids(place.archive, "ميناء قرب/5 انفجار") == ["next", "two", "back", "far"])
    let result = try place.archive.read { try $0.search(SearchQuery("انفجار NEAR/1 ميناء")) }
    for hit in result.hits where hit.id == "back" {
      let marked = hit.snippets.flatMap { $0.marked.pieces.filter(\.isMarked).map(\.text) }
      #expect(marked == ["الميناء", "الانفجار"])
    }
  }

  @Test func `title and body are asked apart`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "خبر عن الميناء", title: "هدنة"), plain("b", "خبر عن هدنة", title: "الميناء"),
    ])
    #expect(try ids(place.archive, "title:هدنة") == ["a"])
    #expect(try ids(place.archive, "نص:هدنة") == ["b"])
    #expect(try ids(place.archive, "title:(هدنة OR ميناء) body:ميناء") == ["a"])
    #expect(try ids(place.archive, "title:exact:هدنة") == ["a"])
  }

  @Test func `speakers, actors, places, types and stories limit the hits`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("a"), plain("b", "عودة محتملة للتنظيم إلى سوريا وغارة")])
    try place.archive.group(DispatchJudge())
    for typed in [
      "speaker:النجار", "متحدث:\"سامي النجار\" عودة", "actor:طائرات", "actor:p1", "place:النخيل",
      "مكان:g9",
      "type:assault", "نوع:ASSAULT غارة", "story:a", "غارة -(غارة -type:ASSAULT)",
    ] {
      #expect(try ids(place.archive, typed) == ["a"], "\(typed)")
    }
    #expect(try ids(place.archive, "speaker:عدنان").isEmpty)
    #expect(try ids(place.archive, "غارة -speaker:النجار") == ["b"])
  }

  @Test func `the same letters are found from any keyboard, others are not`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "قال أحمد في سوریا"), plain("b", "قال احمد في سوريا"),
      plain("c", "قال أَحمد في سوريا"),
    ])
    #expect(try ids(place.archive, "أحمد", .words) == ["a", "b", "c"])
    #expect(try ids(place.archive, "أحمد سوريا", .letters) == ["a", "c"])
    #expect(try ids(place.archive, "أحمد سوريا", .spelling).isEmpty)
  }

  @Test func `broken plurals are forms`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "سقطت صواريخ على الحي"), plain("b", "سقط الصاروخ على الحي"),
    ])
    #expect(try ids(place.archive, "صاروخ") == ["a", "b"])
    #expect(try ids(place.archive, "الصواريخ") == ["a", "b"])
    #expect(try ids(place.archive, "صاروخ", .words).isEmpty)
  }

  @Test func `names in Latin letters find their Arabic spellings, unless that is switched off`()
    throws
  {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      naming("مظلوم عبدي", plain("a", "قال القائد مظلوم عبدي إن الهدنة قائمة")),
      naming("البغدادي", plain("b", "ووصل البغدادي إلى القرية")),
      plain("c", "قال Mazloum Abdi كلاما"),
      naming("كيغينز", plain("d", "قال المتحدث كيغينز")),
      naming("كيغنز", plain("e", "قال المتحدث كيغنز")),
      naming("عبد", plain("f", "قال القائد مظلوم عبد كلاما")),
      plain("g", "نقل عن مظلوم كلاما وعبدي"),
    ])
    // Forms of a name count as if it had been typed in Arabic letters.
    #expect(try ids(place.archive, "Mazloum Abdi") == ["a", "c", "f", "g"])
    #expect(try ids(place.archive, "\"mazlum abdi\"") == ["a"])
    #expect(try ids(place.archive, "al-Baghdadi") == ["b"])
    #expect(try ids(place.archive, "Al Baghdadi") == ["b"])
    #expect(try ids(place.archive, "name:كيغنز") == ["d", "e"])
    #expect(try ids(place.archive, "كيغنز") == ["e"])
    var options = SearchQuery.Options()
    options.findsNames = false
    let off = try SearchQuery("Mazloum Abdi", options)
    #expect(try place.archive.read { try $0.search(off).hits.map(\.id) } == ["c"])
  }

  @Test func `names in Latin letters that no reader took for names are found`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "عادت نادين من السفر"), plain("b", "وصل برونو إلى القرية"),
      plain("c", "قال الشامي كلاما"),
    ])
    #expect(try ids(place.archive, "Nadine") == ["a"])
    #expect(try ids(place.archive, "Bruno") == ["b"])
    #expect(try ids(place.archive, "al-Shami") == ["c"])
  }

  @Test func `a hamza that was left out is found where the archive has it`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "هبطت الطائرة المدنية"), plain("b", "قال المسؤول كلاما"),
      plain("c", "وفيه خبر وهذه فئة"),
    ])
    #expect(try ids(place.archive, "الطايره") == ["a"])
    #expect(try ids(place.archive, "\"الطايره المدنيه\"") == ["a"])
    #expect(try ids(place.archive, "المسوول") == ["b"])
    #expect(try ids(place.archive, "المسئول") == ["b"])
    #expect(try ids(place.archive, "exact:الطايرة").isEmpty)
    #expect(try ids(place.archive, "سايره").isEmpty)
  }

  @Test(arguments: [
    ("لجنة", ["a"]), ("للجنة", ["a"]), ("لبنان", ["b"]), ("للبنان", ["b"]), ("بآخر", ["c"]),
    ("آخر", ["c"]),
    ("ووتفعيل", ["d"]), ("لبالاتفاق", ["d"]),
    ("بللجنة", ["a"]), ("تجارب", ["e"]), ("لتجارب", ["e"]), ("تجربه", ["e"]),
  ])
  func `whatever clitics stand before a word, it is found by all of its forms`(
    typed: String, found: [String]
  ) throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "قدم تقريرا للجنة"), plain("b", "سافر الوفد للبنان"),
      plain("c", "جاء في آخر الصف"),
      plain("d", "بدأ العمل بالاتفاق وتفعيل بنوده"), plain("e", "كانت تجربة مفيدة"),
    ])
    #expect(try ids(place.archive, typed) == Set(found))
  }

  @Test func `one of the words is enough where that is asked for`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "قصف الميناء"), plain("b", "قصف القرية"), plain("c", "زيارة القرية"),
      plain("d", "زيارة المتحف"),
    ])
    var options = SearchQuery.Options()
    options.joining = .any
    let query = try SearchQuery("قصف في القرية", options)
    let found = try place.archive.read { try $0.search(query).hits.map(\.id) }
    #expect(found.first == "b")
    #expect(Set(found) == ["a", "b", "c"])
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
