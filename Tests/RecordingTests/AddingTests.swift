import ArabicQuantities
import NewsModel
import Recording
import Testing

@Suite("Adding") struct AddingTests {
  @Test func `an article and its reading come back as they went in`() throws {
    let place = try TemporaryArchive()
    let (article, reading) = full("a")
    let outcome = try place.archive.add([(article, reading)])
    #expect(outcome.added == 1)
    #expect(outcome.readings == 1)
    let found = try place.archive.read { try $0.article(id: "a") }
    let stored = try #require(found)
    #expect(stored.article == article)
    #expect(stored.reading == reading)
    #expect(stored.version == 1)
    #expect(stored.addedAt == 1_600_000_000)
    #expect(stored.earlier.isEmpty)
  }

  @Test func `adding the same twice adds nothing`() throws {
    let place = try TemporaryArchive()
    let batch = [full("a"), plain("b", "نص", published: nil)]
    _ = try place.archive.add(batch)
    let before = try place.archive.read { try $0.counts() }
    let outcome = try place.archive.add(batch)
    #expect(outcome.unchanged == 2)
    #expect(outcome.added + outcome.updated + outcome.readings == 0)
    let after = try place.archive.read { try $0.counts() }
    #expect(after == before)
    #expect(after.articles == 2)
    #expect(after.statements == 2)
  }

  @Test func `the same id twice in one batch is one article`() throws {
    let place = try TemporaryArchive()
    let outcome = try place.archive.add([plain("a", "نص"), plain("a", "نص")])
    #expect(outcome.added == 1)
    #expect(outcome.unchanged == 1)
  }

  @Test func `another text becomes a new version and the earlier one is kept`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("a")])
    let (article, reading) = plain(
      "a", "نص جديد عن الميناء", title: "عنوان", published: "2015-07-22")
    let outcome = try place.archive.add([(article, reading)])
    #expect(outcome.updated == 1)
    let found = try place.archive.read { try $0.article(id: "a") }
    let stored = try #require(found)
    #expect(stored.article == article)
    #expect(stored.reading == reading)
    #expect(stored.version == 2)
    #expect(stored.earlier.map(\.text) == [full("a").article.text])
    #expect(stored.earlier.map(\.version) == [1])
    let counts = try place.archive.read { try $0.counts() }
    #expect(counts.articles == 1)
    #expect(counts.versions == 2)
    #expect(counts.statements == 0)
    let old = try place.archive.read { try $0.search(SearchQuery("سوريا")) }
    #expect(old.total.value == 0)
    let new = try place.archive.read { try $0.search(SearchQuery("الميناء")) }
    #expect(new.total.value == 1)
    let list = try place.archive.read { view in
      var filter = StatementFilter()
      filter.speaker = "النجار"
      return try view.statements(filter, limit: 10)
    }
    #expect(list.rows.isEmpty)
  }

  @Test func `another reader's reading replaces the one before`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([full("a")])
    var (article, reading) = full("a", version: "2")
    reading.statements.removeFirst()
    let outcome = try place.archive.add([(article, reading)])
    #expect(outcome.unchanged == 1)
    #expect(outcome.readings == 1)
    let found = try place.archive.read { try $0.article(id: "a") }
    #expect(found?.reading == reading)
    #expect(found?.version == 1)
    let statements = try place.archive.read { view in
      var filter = StatementFilter()
      filter.words = "التنظيم"
      return try view.statements(filter, limit: 10)
    }
    #expect(statements.rows.isEmpty)
  }

  @Test func `a reading of the same reader stays as it is`() throws {
    let place = try TemporaryArchive()
    let (article, reading) = full("a")
    _ = try place.archive.add([(article, reading)])
    var other = reading
    other.statements = []
    let outcome = try place.archive.add([(article, other)])
    #expect(outcome.readings == 0)
    let found = try place.archive.read { try $0.article(id: "a") }
    #expect(found?.reading == reading)
  }

  @Test func `a batch with a reading that does not fit is not added at all`() throws {
    let place = try TemporaryArchive()
    let (article, reading) = full("b")
    var short = article
    short.text = "قصير"
    let error = #expect(throws: ArchiveError.self) {
      try place.archive.add([plain("a", "نص"), (short, reading)])
    }
    #expect(error?.kind == .mismatch)
    let counts = try place.archive.read { try $0.counts() }
    #expect(counts.articles == 0)
    #expect(counts.sources == 0)
  }

  @Test func `bytes of zero and other odd text are kept`() throws {
    let place = try TemporaryArchive()
    let texts = ["", "\0", "قبل\0بعد", "\u{202E}مقلوب\u{202C}", "e\u{301}", "\u{FEFF}", "🇸🇾'\"%;--"]
    for (index, text) in texts.enumerated() {
      let (article, reading) = plain("t\(index)", text, title: text, source: nil)
      _ = try place.archive.add([(article, reading)])
      let found = try place.archive.read { try $0.article(id: "t\(index)") }
      let stored = try #require(found?.article)
      #expect(Array(stored.text.utf8) == Array(text.utf8))
      #expect(Array(stored.title.utf8) == Array(text.utf8))
    }
  }

  @Test func `ids that fold alike are different articles`() throws {
    let place = try TemporaryArchive()
    let outcome = try place.archive.add([plain("é", "نص"), plain("e\u{301}", "نص")])
    #expect(outcome.added == 2)
  }
}
