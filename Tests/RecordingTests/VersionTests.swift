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
    filter.source = source
    return try place.archive.read { [filter] in try $0.edits(filter, limit: 10) }.rows
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
    filter.dates = []
    let rows = try archive.read { [filter] in try $0.edits(filter, limit: 5) }.rows
    #expect(rows.map(\.article) == ["b"])
    #expect(rows.first?.change.dates == .unstated)
    try archive.close()
  }
}
