import ArabicQuantities
import ArabicScript
import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Decisions on entries") struct EntryDecisionTests {
  private func archive() throws -> TemporaryArchive {
    let place = try TemporaryArchive()
    _ = try place.archive.add(InventedEntries.reports)
    return place
  }

  private func figures(_ archive: Archive, _ id: String, _ realm: EntryRealm = .actor) throws
    -> EntryFigures
  {
    try archive.read { try $0.figures(ofEntry: id, realm) }
  }

  private func articles(_ archive: Archive, _ id: String) throws -> [String] {
    var filter = ArticleFilter()
    filter.entry = id
    return try archive.read { [filter] in try $0.latest(filter, limit: 10).rows.map(\.id) }.sorted()
  }

  @Test func `a merged entry's records are those of the entry it is merged into, and go back`()
    throws
  {
    let place = try archive()
    let archive = place.archive
    #expect(try figures(archive, "group-pine").eventsBy.records == 1)
    #expect(try articles(archive, "group-pine") == ["b"])
    let merge = try archive.decide(.merge(entry: "group-oak", into: "group-pine"))
    #expect(merge.number == 1)
    #expect(merge.decision.decidedBy == "سلمى")
    #expect(merge.decidedAt == 1_600_000_000)
    let merged = try figures(archive, "group-pine")
    #expect(merged.eventsBy.records == 2)
    #expect(merged.statementsAbout.records == 2)
    #expect(merged.spellings.map(\.name) == ["لواء السنديان", "السنديان", "لواء الصنوبر"])
    #expect(try articles(archive, "group-pine") == ["a", "b", "c", "d"])
    // The id that was merged leads to the same.
    #expect(try figures(archive, "group-oak").id == "group-pine")
    #expect(try articles(archive, "group-oak") == ["a", "b", "c", "d"])
    let undone = try archive.decide(.undo(1))
    #expect(undone.number == 2)
    #expect(try articles(archive, "group-pine") == ["b"])
    #expect(try figures(archive, "group-oak").eventsBy.records == 1)
    let kept = try archive.read { try $0.entryDecisions() }
    #expect(kept.map(\.undoneBy) == [2, nil])
  }

  @Test func `a decision holds for what is read later, and so does its undoing`() throws {
    let place = try archive()
    let archive = place.archive
    try archive.decide(.merge(entry: "group-oak", into: "group-pine"))
    let assigned = try archive.decide(.assign(names: ["حرس السهول"], into: "group-pine"))
    // An article that comes later, and one that is read anew by another reader.
    _ = try archive.add([
      reporting(
        "e", "هاجم حرس السهول لواء السنديان.",
        [
          NamedPiece(piece: "حرس السهول", type: .group, side: .actor),
          NamedPiece(piece: "لواء السنديان", type: .group, entry: "group-oak", side: .recipient),
        ])
    ])
    var again = InventedEntries.reports[0]
    again.reading.reader = ReaderVersion(name: "marsad", version: "2")
    _ = try archive.add([again])
    #expect(try articles(archive, "group-pine") == ["a", "b", "c", "d", "e"])
    #expect(try figures(archive, "group-pine").eventsBy.records == 3)
    #expect(try figures(archive, "group-pine").eventsAgainst.records == 2)
    try archive.decide(.undo(1))
    #expect(try articles(archive, "group-pine") == ["b", "c", "e"])
    #expect(try articles(archive, "group-oak") == ["a", "c", "d", "e"])
    try archive.decide(.undo(assigned.number))
    #expect(try articles(archive, "group-pine") == ["b"])
  }

  @Test func `names that are linked to nothing become an entry in all their spellings`() throws {
    let place = try archive()
    let archive = place.archive
    let kept = try archive.decide(
      .confirm(names: ["تورفن هالدرسون", "Torfen Halderson"], nameEn: "Torfen Halderson"))
    #expect(kept.made?.id == "own-1")
    #expect(kept.made?.type == .person)
    let own = try figures(archive, "own-1")
    #expect(own.statementsBy.records == 2)
    #expect(own.statementsBy.reports == 2)
    #expect(own.roles.map(\.role) == ["المتحدث"])
    #expect(own.roles.first?.days == CalendarDay(iso: "2025-03-20").map { $0...$0 })
    #expect(own.weeks.map(\.reports) == [2])
    let list = try archive.read { view in
      var filter = StatementFilter()
      filter.speakerEntry = "own-1"
      return try view.statements(filter, limit: 5).rows
    }
    #expect(list.map(\.statement.speakerEntry) == ["own-1", "own-1"])
    try archive.decide(.undo(1))
    #expect(try figures(archive, "own-1").statementsBy.records == 0)
  }

  @Test func `a spelling that is taken out is an entry of its own, the others stay`() throws {
    let place = try archive()
    let archive = place.archive
    let kept = try archive.decide(.split(names: ["السنديان"], entry: "group-oak"))
    #expect(try articles(archive, "group-oak") == ["a", "c"])
    #expect(try articles(archive, kept.made?.id ?? "") == ["d"])
    try archive.decide(.merge(entry: "own-1", into: "group-pine"))
    #expect(try articles(archive, "group-pine") == ["b", "d"])
    try archive.decide(.undo(2))
    try archive.decide(.undo(1))
    #expect(try articles(archive, "group-oak") == ["a", "c", "d"])
  }

  @Test func `places are merged and split in the same way`() throws {
    let place = try archive()
    let archive = place.archive
    #expect(try figures(archive, "place-spring", .place).eventsAt.records == 2)
    try archive.decide(.merge(entry: "place-spring", into: "place-other"))
    #expect(try figures(archive, "place-other", .place).eventsAt.records == 2)
    let rows = try archive.read { try $0.events(EventFilter(), limit: 5).rows }
    #expect(Set(rows.map(\.event.placeEntry)) == ["place-other"])
    #expect(rows.map(\.read.placeEntry) == ["place-spring", "place-spring"])
  }

  @Test(arguments: [
    (
      EntryDecision.Act.merge(entry: "group-oak", into: "group-oak"),
      EntryDecisionError.sameEntry("group-oak")
    ),
    (.merge(entry: "group-oak", into: "nothing"), .unknownEntry("nothing")),
    (.merge(entry: "group-oak", into: "place-spring"), .otherRealm("group-oak", "place-spring")),
    (
      .merge(entry: "group-pine", into: "group-elm"),
      .mergedAlready(entry: "group-pine", into: "group-oak", decision: 1)
    ),
    (
      .merge(entry: "group-oak", into: "group-pine"),
      .cycle(entry: "group-oak", into: "group-pine")
    ),
    (.assign(names: ["لواء الزيتون"], into: "group-oak"), .unknownName("لواء الزيتون")),
    (.assign(names: [], into: "group-oak"), .noName),
    (.confirm(names: ["سامي الفارع"], nameEn: nil), .privatePerson("سامي الفارع")),
    (
      .confirm(names: ["حرس السهول"], nameEn: nil),
      .nameTaken("حرس السهول", entry: "own-2", decision: 2)
    ),
    (.split(names: ["حرس"], entry: "group-oak"), .nameOfOther("حرس", entry: "group-oak")),
    (
      .split(names: ["لواء السنديان", "السنديان", "لواء الصنوبر"], entry: "group-oak"),
      .noNameLeft(entry: "group-oak")
    ),
    (.rename(entry: "group-oak", name: " ", nameEn: nil), .noName),
    (
      .rename(entry: "group-oak", name: String(repeating: "x", count: 301), nameEn: nil),
      .tooLong(String(repeating: "x", count: 301), limit: 300)
    ),
    (.undo(9), .unknownDecision(9)), (.undo(4), .undoneAlready(4, by: 5)),
    (.undo(5), .isUndoing(5)),
    (.undo(2), .neededBy(2, later: 3)),
  ])
  func `what can't be decided is refused, and nothing is kept`(
    act: EntryDecision.Act, error: EntryDecisionError
  ) throws {
    let place = try archive()
    let archive = place.archive
    try archive.decide(.merge(entry: "group-pine", into: "group-oak"))
    try archive.decide(.confirm(names: ["حرس السهول"], nameEn: nil))
    try archive.decide(.rename(entry: "own-2", name: "حراس السهول", nameEn: "Plains Guard"))
    try archive.decide(.rename(entry: "group-oak", name: "السنديان", nameEn: nil))
    try archive.decide(.undo(4))
    #expect(throws: error) { try archive.decide(act) }
    #expect(try archive.read { try $0.entryDecisions() }.count == 5)
  }

  @Test func `an entry can't be merged into what was taken out of it and back`() throws {
    let place = try archive()
    try place.archive.decide(.split(names: ["السنديان"], entry: "group-oak"))
    #expect(throws: EntryDecisionError.cycle(entry: "own-1", into: "group-oak")) {
      try place.archive.decide(.merge(entry: "own-1", into: "group-oak"))
    }
  }

  @Test func `decisions are rows that are never changed`() throws {
    let place = try archive()
    try place.archive.decide(.rename(entry: "group-oak", name: "السنديان", nameEn: "Oak"))
    for sql in [
      "UPDATE entry_decisions SET reason = ''", "DELETE FROM entry_decisions",
      "UPDATE entry_decision_names SET name = ''", "DELETE FROM entry_decision_names",
    ] {
      #expect(throws: DatabaseError.self) {
        try place.archive.pool.write { try $0.execute(sql: sql) }
      }
    }
    let resolution = try place.archive.read { try $0.entryResolution() }
    #expect(resolution.mainName(of: "group-oak")?.name == "السنديان")
  }

  @Test func `a watch on a merged actor counts what it was merged into`() throws {
    let place = try archive()
    let archive = place.archive
    var question = WatchQuestion()
    question.actor = "group-oak"
    func counted() throws -> [String] {
      let watch = Watch(
        name: "w", question: question, step: .week,
        method: WatchMethod(detector: "earsC1", baseline: 7))
      let week = WatchStep.week.period(of: try #require(CalendarDay(iso: "2025-03-20")))
      return try archive.read { try $0.material(for: watch, (week - 3)...week, before: 0) }
        .reports.map(\.article)
    }
    #expect(try counted() == ["a"])
    try archive.decide(.merge(entry: "group-oak", into: "group-pine"))
    #expect(try counted() == ["a", "b"])
    question.actor = "group-pine"
    #expect(try counted() == ["a", "b"])
    try archive.decide(.undo(1))
    #expect(try counted() == ["b"])
  }

  @Test func `questions of the ledger on a merged actor or place follow the merge`() throws {
    let place = try archive()
    let archive = place.archive
    var question = EventQuestion()
    question.actor = "group-oak"
    question.place = "place-old"
    let first = try #require(CalendarDay(iso: "2025-03-01"))
    func matches() throws -> [String] {
      try archive.read { [question] in
        try $0.matches(question, on: first...first.advanced(by: 40)).map(\.report.article)
      }
    }
    #expect(try matches() == [])
    try archive.decide(.merge(entry: "place-old", into: "place-spring"))
    #expect(try matches() == ["a"])
    try archive.decide(.merge(entry: "group-oak", into: "group-pine"))
    #expect(try matches() == ["a", "b"])
  }
}
