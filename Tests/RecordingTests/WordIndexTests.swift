import Foundation
import GRDB
import NewsModel
import Testing

@testable import Recording

@Suite("Word index") struct WordIndexTests {
  /// Invented words, the first of them in most articles and the last in few.
  private static let words = [
    "هدنة", "ميناء", "قصف", "وفد", "جسر", "قافلة", "مخيم", "حصار", "طائرة", "مدرسة", "نهر", "قرية",
  ]

  /// Articles of words drawn with a seed.
  private func drawn(_ count: Int, from first: Int = 0) -> [(article: Article, reading: Reading)] {
    (first..<first + count).map { number in
      var random = SeededNumbers(UInt64(number))
      func text(_ length: Int) -> String {
        (0..<length).map { _ in
          WordIndexTests.words[min(random.below(12), random.below(12))]
        }.joined(separator: " ")
      }
      return plain(
        "a\(number)", text(5 + random.below(60)), title: text(random.below(4)),
        source: "مصدر \(number % 3)",
        published: "2015-07-\(10 + number % 20)T\(10 + number % 10):00:00")
    }
  }

  private func ids(_ archive: Archive, _ text: String, any: Bool = false) throws -> [String] {
    var options = SearchQuery.Options()
    options.joining = any ? .any : .all
    let query = try SearchQuery(text, options)
    return try archive.read { try $0.ids(matching: query, limit: 200).ids }
  }

  private func segments(_ archive: Archive) throws -> [IndexSegmentSize] {
    try archive.pool.read { try IndexSegment.sizes($0) }
  }

  @Test func `the best of any word are those that scoring all would find`() throws {
    let place = try TemporaryArchive()
    for batch in 0..<6 { _ = try place.archive.add(drawn(150, from: 150 * batch)) }
    _ = try place.archive.add(
      drawn(400).enumerated().filter { $0.offset % 5 == 0 }.map {
        plain($0.element.article.id, $0.element.article.text + " سد")
      })
    for text in ["قرية هدنة", "نهر ميناء قصف", "طائرة", "هدنة ميناء وفد جسر قرية نهر"] {
      var options = SearchQuery.Options()
      options.joining = .any
      let query = try SearchQuery(text, options)
      // What else must hold has all of them scored.
      let scored = try SearchQuery(text + " -غائب", options)
      for limit in [1, 10, 60] {
        try place.archive.pool.read { database in
          let index = try WordIndex(database)
          let all = try #require(try index.articles(scored.clauses, .relevance, limit: limit))
          let best = try #require(try index.articles(query.clauses, .relevance, limit: limit))
          #expect(best.articles == all.articles)
          #expect(best.total == all.total)
          #expect(best.articles.count == limit)
        }
      }
    }
  }

  @Test func `the order of hits does not depend on how articles came in`() throws {
    let (one, many) = (try TemporaryArchive(), try TemporaryArchive())
    let articles = drawn(90)
    _ = try one.archive.add(articles)
    for start in stride(from: 0, to: 90, by: 7) {
      _ = try many.archive.add(Array(articles[start..<min(90, start + 7)]))
    }
    #expect(try segments(one.archive).count == 1)
    #expect(try (2..<8).contains(segments(many.archive).count))
    for text in [
      "هدنة قصف", "\"هدنة ميناء\"", "قرية OR نهر", "هدنة -ميناء", "title:هدنة", "هدنة NEAR/3 قرية",
      "قا*", "هدنة source:\"مصدر 1\"", "هدنة since:2015-07-15",
    ] {
      let wanted = try ids(one.archive, text)
      #expect(!wanted.isEmpty)
      #expect(try ids(many.archive, text) == wanted)
    }
  }

  @Test func `an edited article is found by its new words only, however often it is edited`() throws
  {
    let place = try TemporaryArchive()
    _ = try place.archive.add(drawn(30))
    for edit in 0..<20 {
      _ = try place.archive.add([plain("edited", "نص رقم\(edit)")])
      if edit > 0 { #expect(try ids(place.archive, "رقم\(edit - 1)").isEmpty) }
      #expect(try ids(place.archive, "رقم\(edit)") == ["edited"])
      #expect(try ids(place.archive, "نص") == ["edited"])
    }
    try place.archive.tidy()
    #expect(try ids(place.archive, "نص") == ["edited"])
    #expect(try segments(place.archive).map(\.deleted) == [0])
    #expect(try place.archive.checkWordIndex().isSound)
  }

  @Test func `an article that is edited within its own batch is found by its new words`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "قديم"), plain("b", "آخر"), plain("a", "جديد")])
    #expect(try ids(place.archive, "قديم").isEmpty)
    #expect(try ids(place.archive, "جديد") == ["a"])
    #expect(try place.archive.checkWordIndex().isSound)
  }

  @Test func `words are counted once an article, however often it is edited`() throws {
    let place = try TemporaryArchive()
    func counts() throws -> [String: Int] {
      try place.archive.pool.read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT word, articles FROM search_words")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
          .filter { $0.value != 0 }
      }
    }
    _ = try place.archive.add([
      plain("a", "جسر جسر قصف"), plain("b", "جسر"), plain("b", "وفد جسر"),
    ])
    #expect(try counts() == ["جسر": 2, "قصف": 1, "وفد": 1])
    _ = try place.archive.add([plain("a", "نهر"), plain("c", "قصف"), plain("a", "نهر وفد")])
    #expect(try counts() == ["جسر": 1, "قصف": 1, "وفد": 2, "نهر": 1])
  }

  @Test func `a batch that fails leaves no words behind`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add(drawn(10))
    let before = try segments(place.archive).map(\.number)
    let wrong = (article: plain("c", "غريب").article, reading: emptyReading("d"))
    #expect(throws: ArchiveError.self) {
      try place.archive.add([plain("a1", "جديد"), plain("b", "غريب"), wrong])
    }
    #expect(try ids(place.archive, "غريب").isEmpty)
    #expect(try segments(place.archive).map(\.number) == before)
    #expect(try place.archive.checkWordIndex().isSound)
  }

  @Test func `two who add at once lose nothing`() async throws {
    let place = try TemporaryArchive()
    let other = try Archive.open(at: place.path, ArchiveOptions(busyTimeout: .seconds(60)))
    let archives = [place.archive, other]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, archive) in archives.enumerated() {
        let batches = (0..<12).map { drawn(5, from: 1_000 * number + 5 * $0) }
        group.addTask { for batch in batches { _ = try archive.add(batch) } }
      }
      try await group.waitForAll()
    }
    let check = try other.checkWordIndex()
    let count = try segments(other).count
    #expect(check.isSound)
    #expect(check.articles == 120)
    #expect(count < 16)
    try other.close()
  }

  @Test func `searches go on finding all while the index is built anew`() async throws {
    let place = try TemporaryArchive()
    for batch in 0..<5 { _ = try place.archive.add(drawn(40, from: 40 * batch)) }
    let archive = place.archive
    let wanted = try ids(archive, "هدنة ميناء")
    #expect(!wanted.isEmpty)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for _ in 0..<4 { try archive.rebuildIndex() } }
      group.addTask {
        for _ in 0..<60 {
          let found = try self.ids(archive, "هدنة ميناء")
          #expect(found == wanted)
        }
      }
      try await group.waitForAll()
    }
    let check = try archive.checkWordIndex()
    #expect(check.isSound)
  }

  @Test(arguments: [
    "UPDATE article_texts SET text = 'نص آخر' WHERE article = 4",
    "UPDATE articles SET time = 0 WHERE article = 4",
    "UPDATE articles SET title = 'عنوان آخر' WHERE article = 4",
  ])
  func `an index that disagrees with the texts is told, and mended by building it anew`(sql: String)
    throws
  {
    let place = try TemporaryArchive()
    _ = try place.archive.add(drawn(10))
    #expect(try place.archive.checkWordIndex().isSound)
    try place.archive.pool.write { try $0.execute(sql: sql) }
    let check = try place.archive.checkWordIndex()
    #expect(check.differing == ["a3"])
    #expect(check.articles == 10)
    try place.archive.rebuildIndex()
    #expect(try place.archive.checkWordIndex().isSound)
  }

  @Test func `words of articles that are gone, and articles without words, are told`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add(drawn(10))
    try place.archive.pool.write { database in
      try database.execute(
        sql: """
          PRAGMA defer_foreign_keys = ON;
          UPDATE articles SET article = 77 WHERE article = 4;
          UPDATE article_texts SET article = 77 WHERE article = 4;
          DELETE FROM story_pending WHERE article = 4;
          UPDATE readings SET article = 77 WHERE article = 4;
          """)
    }
    let check = try place.archive.checkWordIndex()
    #expect(check.differing == ["a3"])
    #expect(check.surplus == 1)
  }

  @Test func `a damaged index is an error or finds less, and never ends the program`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add(drawn(300))
    try place.archive.pool.write { database in
      let pages = try Int.fetchAll(database, sql: "SELECT page FROM index_pages")
      var random = SeededNumbers(1)
      for page in pages {
        var bytes = [UInt8](
          try Data.fetchOne(
            database, sql: "SELECT bytes FROM index_pages WHERE page = ?", arguments: [page])
            ?? Data())
        for _ in 0..<40 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        try database.execute(
          sql: "UPDATE index_pages SET bytes = ? WHERE page = ?", arguments: [Data(bytes), page])
      }
    }
    for text in [
      "هدنة قصف", "\"هدنة ميناء\"", "قرية OR نهر", "هدنة NEAR/3 قرية", "قا*", "هدنة -قصف",
    ] {
      _ = try? ids(place.archive, text)
    }
    #expect(try !place.archive.checkWordIndex().isSound)
    try place.archive.pool.write { try $0.execute(sql: "DELETE FROM index_pages") }
    // A word that was not asked for before: what was read of others is kept.
    #expect(throws: ArchiveError.self) { try ids(place.archive, "حصار") }
  }

  @Test func `a phrase of a frequent word and a rare one is found wherever it stands`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add(
      (0..<700).map { number in
        let word = number % 120 == 7 ? "هدنة نادرة" : number % 120 == 9 ? "نادرة هدنة" : "هدنة"
        return plain("a\(number)", "بدأت قافلة ثم \(word) وهدنة")
      })
    let wanted = stride(from: 7, to: 700, by: 120).map { "a\($0)" }
    // The second time from memory.
    for _ in 1...2 {
      #expect(try Set(ids(place.archive, "\"هدنة نادرة\"")) == Set(wanted))
    }
  }

  @Test func `what is asked for again stays in memory, what is not is forgotten`() {
    var values = RecentValues<Int, Int>(limit: 32)
    values.keep(-1, for: 0, size: 1)
    for number in 1...100 {
      values.keep(-number, for: number, size: 1)
      #expect(values.value(for: 0) == -1)
    }
    #expect(values.value(for: 100) == -100)
    #expect(values.value(for: 50) == nil)
    values.keep(7, for: 200, size: 3)
    #expect(values.value(for: 200) == nil)
  }

  @Test func `a word at the end of the title and one at the start of the body are no phrase`()
    throws
  {
    let place = try TemporaryArchive()
    _ = try place.archive.add([plain("a", "ميناء جديد", title: "وقف هدنة")])
    #expect(try ids(place.archive, "\"هدنة ميناء\"").isEmpty)
    #expect(try ids(place.archive, "هدنة NEAR/50 ميناء").isEmpty)
    #expect(try ids(place.archive, "هدنة ميناء") == ["a"])
  }

  @Test func `a word in the title counts more, and a rare word more than a common one`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      plain("body", "هدنة في قرية بعيدة", title: "خبر اليوم"),
      plain("title", "خبر عن قرية بعيدة", title: "هدنة اليوم"),
      plain("rare", "وفد في قرية بعيدة", title: "خبر اليوم"),
    ])
    #expect(try ids(place.archive, "هدنة") == ["title", "body"])
    #expect(try ids(place.archive, "وفد هدنة", any: true).first == "rare")
  }
}
