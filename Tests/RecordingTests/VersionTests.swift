import ArabicWords
import Foundation
import GRDB
import NewsModel
import Testing

@testable import Recording

@Suite("Versions and edits") struct VersionTests {
  private func add(
    _ place: TemporaryArchive, _ text: String, published: String? = "2015-07-21",
    modified: String? = nil, id: String = "a", source: String? = "المرصد الصحفي"
  ) throws {
    var (article, reading) = plain(id, text, source: source, published: published)
    article.modified = modified
    _ = try place.archive.add([(article, reading)])
  }

  private func edits(
    _ place: TemporaryArchive, _ dates: Set<VersionChange.StatedDates> = [], source: String? = nil
  ) throws -> [EditRow] {
    var filter = EditFilter()
    filter.dates = dates
    filter.isStealthOnly = dates == [.unchanged]
    filter.source = source
    return try place.archive.read { [filter] in try $0.edits(filter, limit: 10) }.rows
  }

  private func see(
    _ place: TemporaryArchive, _ text: String, at time: Int, published: String? = "2015-07-21"
  ) throws -> AddOutcome {
    let (article, reading) = plain("a", text, published: published)
    return try place.archive.add([PreparedArticle(article, reading, seenAt: time)])
  }

  /// Texts and times of the versions, the oldest first.
  private func versions(_ place: TemporaryArchive) throws -> [String] {
    let stored = try place.archive.read { try $0.article(id: "a") }
    return stored?.versions.map { "\($0.version) \($0.text) \($0.addedAt)" } ?? []
  }

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1], [3, 0, 1, 2]])
  func `versions stand in the order of their capture, however they come in`(order: [Int]) throws {
    let seen = [("قتل سبعة", 100), ("قتل تسعة", 200), ("قتل سبعة", 300), ("قتل عشرة", 400)]
    let place = try TemporaryArchive()
    for index in order { _ = try see(place, seen[index].0, at: seen[index].1) }
    #expect(
      try versions(place) == [
        "1 قتل سبعة 100", "2 قتل تسعة 200", "3 قتل سبعة 300", "4 قتل عشرة 400",
      ])
    let rows = try edits(place)
    #expect(rows.map(\.change.newer.version) == [4, 3, 2])
    #expect(rows.map(\.change.newer.addedAt) == [400, 300, 200])
    let hits = try place.archive.read { try $0.search(SearchQuery("عشرة")).hits }
    #expect(hits.count == 1, "the newest capture is what is searched")
    #expect(try place.archive.read { try $0.search(SearchQuery("تسعة")).hits }.isEmpty)
    for (text, time) in seen { #expect(try see(place, text, at: time).updated == 0) }
    #expect(try versions(place).count == 4)
  }

  @Test func `what was seen as it is before and after is one version`() throws {
    let place = try TemporaryArchive()
    _ = try see(place, "قتل سبعة", at: 200)
    _ = try see(place, "قتل سبعة", at: 400)
    _ = try see(place, "قتل سبعة", at: 100)
    #expect(try versions(place) == ["1 قتل سبعة 100"])
    let (article, _) = plain("a", "قتل سبعة", published: "2015-07-21")
    #expect(try place.archive.note([(article, 500)]) == [true])
    _ = try see(place, "قتل تسعة", at: 450)
    #expect(try versions(place) == ["1 قتل سبعة 100", "2 قتل تسعة 450", "3 قتل سبعة 500"])
    #expect(try place.archive.note([(plain("a", "غيره").article, 600)]) == [false])
  }

  @Test func `an old capture changes neither reading nor story of the newest version`() throws {
    let place = try TemporaryArchive()
    _ = try place.archive.add([
      PreparedArticle(full("a").article, full("a").reading, seenAt: 400)
    ])
    _ = try see(place, "نص قديم", at: 100)
    let stored = try place.archive.read { try $0.article(id: "a") }
    #expect(stored?.reading == full("a").reading)
    #expect(stored?.version == 2 && stored?.addedAt == 400)
    #expect(stored?.earlier.map(\.text) == ["نص قديم"])
  }

  @Test(arguments: [
    "تصويب: ذكرت نسخة سابقة أن سبعة قتلوا.", "(تصحيح: العدد تسعة)", "تنويه للقراء: عُدل العدد",
    "Correction: nine were killed.", "توضيح - العدد تسعة", "* تم تعديل هذا الخبر بعد النشر",
  ])
  func `an edit that a notice in the text tells of is no stealth edit`(notice: String) throws {
    let place = try TemporaryArchive()
    try add(place, "قتل سبعة")
    try add(place, "قتل تسعة\n\(notice)")
    #expect(try edits(place, [.unchanged]).isEmpty)
    let change = try #require(try edits(place).first?.change)
    #expect(change.isAnnounced && !change.isStealth && change.dates == .unchanged)
    try add(place, "قتل عشرة\n\(notice)")
    #expect(try edits(place, [.unchanged]).count == 1, "the notice was there before")
  }

  @Test(arguments: [
    "طالب بتوضيح الأمر.", "توضيح الأمر صعب كما قال المتحدث.", "وتم تصحيح المسار في الميناء.",
  ])
  func `words of notices within a report announce nothing`(line: String) throws {
    let place = try TemporaryArchive()
    try add(place, "قتل سبعة")
    try add(place, "قتل تسعة\n\(line)")
    #expect(try edits(place, [.unchanged]).count == 1)
  }

  @Test func `signs of vowels and tatweel make no other words`() throws {
    let place = try TemporaryArchive()
    try add(place, "إن ثلاثة قتلوا في المدينة")
    try add(place, "إن ثلاثة قُتِلوا في المديـنة")
    #expect(try edits(place, [.unchanged]).isEmpty)
    let change = try #require(try edits(place).first?.change)
    #expect(change.kind == .marks && !change.isStealth)
  }

  @Test func `an edit that leaves the stated dates as they were is a stealth edit`() throws {
    let place = try TemporaryArchive()
    try add(place, "قتل سبعة", modified: "2015-07-21T10:00:00Z")
    try add(place, "قتل تسعة", modified: "2015-07-21T10:00:00Z")
    let rows = try edits(place, [.unchanged])
    #expect(rows.map(\.article) == ["a"])
    let change = try #require(rows.first?.change)
    #expect(change.isStealth && change.kind == .words)
    #expect(change.older.text == "قتل سبعة" && change.newer.text == "قتل تسعة")
    #expect(change.textDifference().insertedWords == 1)
    let stored = try place.archive.read { try $0.article(id: "a") }
    #expect(stored?.changes == [change])
  }

  @Test func `an edit with another date of change, or without any date, is none`() throws {
    let place = try TemporaryArchive()
    try add(place, "قتل سبعة", modified: "2015-07-21T10:00:00Z")
    try add(place, "قتل تسعة", modified: "2015-07-21T12:00:00Z")
    try add(place, "قتل سبعة", published: nil, id: "b")
    try add(place, "قتل تسعة", published: nil, id: "b")
    #expect(try edits(place, [.unchanged]).isEmpty)
    #expect(try edits(place, [.changed]).map(\.article) == ["a"])
    #expect(try edits(place, [.unstated]).map(\.article) == ["b"])
    #expect(try edits(place).map(\.article) == ["b", "a"])
    #expect(try edits(place).allSatisfy { !$0.change.isStealth })
  }

  @Test func `an edit of spaces or punctuation only is named as such`() throws {
    let place = try TemporaryArchive()
    try add(place, "قال: نعم.")
    try add(place, "قال:  نعم!")
    let change = try #require(try edits(place, [.unchanged]).first?.change)
    #expect(change.kind == .spacing && change.isStealth)
  }

  @Test func `a new date alone makes no version, and is the one that the next edit is held to`()
    throws
  {
    let place = try TemporaryArchive()
    try add(place, "نص", modified: "2015-07-21T10:00:00Z")
    try add(place, "نص", modified: "2015-07-21T12:00:00Z")
    let stored = try place.archive.read { try $0.article(id: "a") }
    #expect(stored?.version == 1)
    #expect(stored?.article.modified == "2015-07-21T12:00:00Z")
    try add(place, "نص آخر", modified: "2015-07-21T12:00:00Z")
    #expect(try edits(place, [.unchanged]).count == 1)
  }

  @Test func `another address alone is a version without an edit`() throws {
    let place = try TemporaryArchive()
    try add(place, "نص")
    try add(place, "نص", source: "جريدة الأفق")
    let stored = try place.archive.read { try $0.article(id: "a") }
    #expect(stored?.changes.map(\.kind) == [.details])
    #expect(try edits(place).isEmpty)
  }

  @Test func `the list goes on where a part of it ended, and keeps to one outlet`() throws {
    let place = try TemporaryArchive()
    for number in 1...5 { try add(place, "نص \(number)") }
    try add(place, "نص 1", id: "b", source: "جريدة الأفق")
    try add(place, "نص 2", id: "b", source: "جريدة الأفق")
    var seen: [Int] = []
    var position: ListPosition?
    repeat {
      let page = try place.archive.read { [position] view in
        var filter = EditFilter()
        filter.source = "المرصد الصحفي"
        return try view.edits(filter, limit: 2, before: position)
      }
      #expect(page.total.value == 4)
      seen += page.rows.map(\.change.newer.version)
      position = page.next
    } while position != nil
    #expect(seen == [5, 4, 3, 2])
  }

  @Test func `edits in an archive of before are found when it is opened`() throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "archive.marsad")
    let old = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Formats/v1/archive.marsad")
    try FileManager.default.copyItem(at: old, to: path)
    let archive = try Archive.open(at: path.path)
    var filter = EditFilter()
    filter.isStealthOnly = false
    let rows = try archive.read { [filter] in try $0.edits(filter, limit: 5) }.rows
    #expect(rows.map(\.article) == ["b"])
    #expect(rows.first?.change.dates == .unstated)
    try archive.close()
  }
}
