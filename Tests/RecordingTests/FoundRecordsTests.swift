import ArabicScript
import NewsModel
import Recording
import Testing

@Suite("Search of records, facets, suggestions") struct FoundRecordsTests {
  private func filled() throws -> TemporaryArchive {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      full("a"), full("b", published: "2015-08-02", source: "صحيفة السرو"),
      plain("c", "قال كلاما عن عودة التنظيم وعن الضغط"),
    ])
    return place
  }

  @Test(arguments: [
    ("عودة", 2), ("سوريا", 2), ("\"عودة التنظيم\"", 2), ("\"التنظيم عودة\"", 0),
    ("عودة NEAR/1 سوريا", 0), ("عودة NEAR/2 سوريا", 2), ("exact:سوریا", 2), ("exact:سوريا", 0),
    ("احتم*", 2), ("غارة", 0), ("speaker:النجار", 2), ("speaker:مصدر", 2), ("body:غارة عودة", 2),
    ("title:محتملة speaker:النجار", 2), ("source:\"صحيفة السرو\" عودة", 1),
    ("عودة since:2015-08", 1),
    ("الضغط -عودة", 2), ("-\"عودة التنظيم\" الضغط", 2),
    ("exact:سوریا OR source:\"صحيفة السرو\"", 3),
  ])
  func `statements are found by what they say and who says it`(typed: String, count: Int) throws {
    let place = try filled()
    let page = try place.archive.read { try $0.statements(matching: SearchQuery(typed), limit: 10) }
    #expect(page.rows.count == count)
    #expect(page.total.value == count)
  }

  @Test func `outlooks and events are found by their own words, holders, places and types`() throws
  {
    let place = try filled()
    func outlooks(_ typed: String) throws -> Int {
      try place.archive.read { try $0.outlooks(matching: SearchQuery(typed), limit: 10) }.rows.count
    }
    func events(_ typed: String) throws -> Int {
      try place.archive.read { try $0.events(matching: SearchQuery(typed), limit: 10) }.rows.count
    }
    #expect(try outlooks("عودة") == 2)
    #expect(try outlooks("الضغط") == 4)
    #expect(try outlooks("الضغط speaker:النجار") == 2)
    #expect(try outlooks("غارة") == 0)
    #expect(try events("غارة") == 2)
    #expect(try events("\"بلدة النخيل\"") == 2)
    #expect(try events("type:assault place:g9 actor:طائرات") == 2)
    #expect(try events("type:mobilize") == 2)
    #expect(try events("عودة place:النخيل") == 0)
  }

  @Test func `a list of records goes on where it stopped`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add((0..<7).map { full("n\($0)") })
    let query = try SearchQuery("\"عودة التنظيم\"")
    var seen: [String] = []
    var position: ListPosition?
    repeat {
      let page = try place.archive.read {
        try $0.statements(matching: query, limit: 3, before: position)
      }
      seen += page.rows.map(\.origin.article)
      position = page.next
    } while position != nil
    #expect(seen == (0..<7).map { "n\($0)" })
  }

  @Test func `marks stand on the spelling of the record`() throws {
    let place = try filled()
    let marker = try place.archive.read { try $0.marker(of: SearchQuery("سوريا")) }
    let pieces = marker("عودة إلى سوریا").pieces.filter(\.isMarked).map(\.text)
    #expect(pieces == ["سوریا"])
  }

  @Test func `facets count what was found, and their clauses narrow to it`() throws {
    let place = try filled()
    let query = try SearchQuery("عودة")
    let facets = try place.archive.read { try $0.facets(of: query) }
    #expect(facets.counted.value == 3)
    let values = Dictionary(uniqueKeysWithValues: facets.facets.map { ($0.field, $0.values) })
    #expect(values[.source]?.map(\.value) == ["المرصد الصحفي", "جريدة الأفق", "صحيفة السرو"])
    #expect(values[.type]?.map { "\($0.value) \($0.count)" } == ["ASSAULT 2", "MOBILIZE 2"])
    #expect(values[.actor]?.map(\.value) == ["p1"])
    #expect(values[.actor]?.first?.nameEn == "Sami al-Najjar")
    #expect(values[.date]?.map { "\($0.value) \($0.count)" } == ["2015-08 1", "2015-07 2"])
    for facet in facets.facets {
      for value in facet.values {
        let clause = try #require(value.clause(of: facet.field))
        let narrowed = try SearchQuery("عودة \(clause)")
        let total = try place.archive.read { try $0.search(narrowed).total.value }
        #expect(total == value.count, "\(clause)")
      }
    }
  }

  @Test func `facets of events count events`() throws {
    let place = try filled()
    let query = try SearchQuery("since:2015")
    let facets = try place.archive.read { try $0.facets(of: query, in: .events) }
    let types = facets.facets.first { $0.field == .type }?.values.map { "\($0.value) \($0.count)" }
    #expect(types == ["ASSAULT 2", "MOBILIZE 2"])
    #expect(facets.counted.value == 4)
  }

  @Test func `where nothing is found, words close by are offered in their spelling`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "وصلت القافلة إلى المستشفى"), plain("b", "وصلت القافلة أمس"), plain("c", "كلام"),
    ])
    let result = try place.archive.read {
      try $0.search(SearchQuery("source:x \"القافله\" (المستسفى OR كلام)"))
    }
    #expect(result.total.value == 0)
    #expect(result.correction == "source:x \"القافله\" (المستشفى OR كلام)")
    let none = try place.archive.read { try $0.search(SearchQuery("xyzzyxyzzy")) }
    #expect(none.correction == nil)
  }

  @Test func `what is typed is completed by frequent words of the archive`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("a", "قصف الميناء"), plain("b", "قرب الميناء والميدان"), plain("c", "مصر وَالميزان"),
    ])
    func words(_ typed: String) throws -> [String] {
      try place.archive.read { try $0.suggestions(for: typed) }.map(\.text)
    }
    #expect(try words("قصف المي") == ["قصف الميناء"])
    #expect(try words("المي").first == "الميناء")
    #expect(try words("والميز") == ["والميزان"])
    #expect(try words("ا").isEmpty)
    #expect(try words("قصف ").isEmpty)
    #expect(try words(String(repeating: "ا", count: 100_000)).isEmpty)
    // A version that goes takes its words along.
    _ = try place.archive.add([plain("a", "قصف المصنع")])
    #expect(try words("المين") == ["الميناء"])
    _ = try place.archive.add([plain("b", "قرب المصنع")])
    #expect(try words("المين").isEmpty)
  }

  @Test func `searches are kept under a name until they are forgotten`() throws {
    let place = try TemporaryArchive()
    var options = SearchQuery.Options()
    options.matching = .letters
    options.joining = .any
    options.findsNames = false
    let saved = SavedSearch(
      name: "هدنة", query: try SearchQuery("هدنة | صلح", options), kind: .outlooks, options: options
    )
    #expect(try place.archive.save(saved) == 1)
    #expect(try place.archive.save(saved) == nil)
    let list = try place.archive.read { try $0.savedSearches() }
    #expect(list.map(\.text) == ["هدنة | صلح"])
    #expect(list.first?.options == options)
    #expect(list.first?.kind == .outlooks)
    #expect(try place.archive.removeSearch(named: "هدنة"))
    #expect(try !place.archive.removeSearch(named: "هدنة"))
  }
}
