import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Candidates") struct CandidateTests {
  private func archive() throws -> TemporaryArchive {
    let place = try TemporaryArchive()
    _ = try place.archive.add(InventedEntries.reports)
    try place.archive.group(DispatchJudge())
    return place
  }

  private func names(
    _ place: TemporaryArchive, _ change: (inout CandidateFilter) -> Void = { _ in }
  )
    throws -> [String]
  {
    var filter = CandidateFilter()
    change(&filter)
    return try place.archive.read { [filter] in
      try $0.candidates(filter, limit: 20).rows.map(\.name)
    }
  }

  @Test func `spellings of both scripts are one candidate, counted in independent stories`() throws
  {
    let place = try archive()
    let (rows, total) = try place.archive.read { try $0.candidates(CandidateFilter(), limit: 20) }
    #expect(total == 2)
    #expect(rows.map(\.kind) == [.body, .person] || rows.map(\.kind) == [.person, .body])
    let person = try #require(rows.first { $0.kind == .person })
    #expect(Set(person.spellings.map(\.name)) == ["تورفن هالدرسون", "Torfen Halderson"])
    #expect(person.role == "المتحدث")
    #expect(person.tally.stories == 2)
    #expect(person.examples.map(\.article) == ["d", "c"])
    #expect(person.examples.last?.words.contains("قال المتحدث تورفن") == true)
  }

  @Test func `a person without an office is no candidate, nor is a single name`() throws {
    let place = try archive()
    #expect(try !names(place).contains("سامي الفارع"))
    _ = try place.archive.add([
      reporting(
        "f", "قال الوزير محمد إن الأمر انتهى.",
        [NamedPiece(piece: "محمد", type: .person, role: "الوزير", side: .speaker)])
    ])
    #expect(try !names(place).contains("محمد"))
  }

  @Test func `candidates are found by any spelling, kind, and the least number of stories`() throws
  {
    let place = try archive()
    #expect(try names(place) { $0.words = "Torfin Haldersun" }.count == 1)
    #expect(try names(place) { $0.words = "حرس" } == ["حرس السهول"])
    #expect(try names(place) { $0.words = "زيتون" } == [])
    #expect(try names(place) { $0.kind = .body } == ["حرس السهول"])
    #expect(try names(place) { $0.least = 3 } == [])
  }

  @Test func `what was confirmed or added to an entry is no candidate, until that is undone`()
    throws
  {
    let place = try archive()
    try place.archive.decide(.assign(names: ["حرس السهول"], into: "group-oak"))
    try place.archive.decide(.confirm(names: ["تورفن هالدرسون", "Torfen Halderson"], nameEn: nil))
    #expect(try names(place) == [])
    try place.archive.decide(.undo(1))
    #expect(try names(place) == ["حرس السهول"])
  }

  @Test func `single words that only sound alike are not one name`() throws {
    let place = try archive()
    _ = try place.archive.add([
      reporting("g", "دعم الشباب القرار.", [NamedPiece(piece: "الشباب", type: .organisation)]),
      reporting("h", "دعم سبأ القرار.", [NamedPiece(piece: "سبأ", type: .organisation)]),
      reporting("i", "دعم سبا القرار.", [NamedPiece(piece: "سبا", type: .organisation)]),
    ])
    let rows = try place.archive.read { try $0.candidates(CandidateFilter(), limit: 20).rows }
    let spellings = rows.map { Set($0.spellings.map(\.name)) }
    #expect(spellings.contains(["الشباب"]))
    #expect(spellings.contains(["سبأ", "سبا"]))
  }

  @Test func `names of an archive of before are written when it is brought up to date`() throws {
    let place = try archive()
    let before = try names(place)
    try place.archive.pool.write { database in
      try database.execute(sql: "DELETE FROM mention_names")
      try MentionNameWriter(database).writeAll()
    }
    #expect(try Set(names(place)) == Set(before))
    #expect(!before.isEmpty)
  }
}
