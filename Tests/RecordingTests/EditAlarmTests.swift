import NewsModel
import Testing

@testable import Recording

@Suite("Alarms about edits") struct EditAlarmTests {
  /// The time at which the archives of these tests are written.
  private let now = 1_600_000_000

  private func watch(
    least: Int = 1, _ change: (inout WatchQuestion) -> Void = { _ in }
  ) -> Watch {
    var question = WatchQuestion()
    change(&question)
    return Watch(name: "تعديلات", question: question, step: .day, method: .edits(least: least))
  }

  /// An archive of which article a was edited in secret, b with a new date, and c has no date at all.
  private func edited() throws -> TemporaryArchive {
    let temporary = try TemporaryArchive()
    let before = "قالت البلدية إن سبعة أشخاص أصيبوا في الانفجار قرب السوق القديم صباح اليوم"
    let after = "قالت البلدية إن تسعة أشخاص أصيبوا في الانفجار قرب السوق القديم صباح اليوم"
    _ = try temporary.archive.add([
      plain("a", before), plain("b", before), plain("c", before, published: nil),
    ])
    _ = try temporary.archive.add([
      plain("a", after), plain("b", after, published: "2015-07-22"),
      plain("c", after, published: nil),
    ])
    return temporary
  }

  private func found(_ temporary: TemporaryArchive, _ watch: Watch, since time: Int = 0) throws
    -> [WatchedEdit]
  {
    try temporary.archive.read { try $0.unannouncedEdits(for: watch, since: time) }
  }

  @Test func `an edit whose dates stayed is found with the words that were changed`() throws {
    let temporary = try edited()
    let edits = try found(temporary, watch())
    #expect(edits.map(\.evidence.article) == ["a"])
    let edit = try #require(edits.first?.edit)
    #expect(edit.versions == 1...2)
    #expect(edit.deletedWords == 1 && edit.insertedWords == 1)
    #expect(edit.seenAt == now)
    #expect(
      edit.passages.map(\.marked) == [
        "قالت البلدية إن [-سبعة-]{+تسعة+} أشخاص أصيبوا في الانفجار قرب السوق…"
      ])
  }

  @Test func `a watch asks for an outlet, words and a least number of changed words`() throws {
    let temporary = try edited()
    #expect(try found(temporary, watch { $0.source = "المرصد الصحفي" }).count == 1)
    #expect(try found(temporary, watch { $0.source = "منبر آخر" }).isEmpty)
    #expect(try found(temporary, watch { $0.words = "الانفجار" }).count == 1)
    #expect(try found(temporary, watch { $0.words = "الهدنة" }).isEmpty)
    #expect(try found(temporary, watch(least: 2)).count == 1)
    #expect(try found(temporary, watch(least: 3)).isEmpty)
  }

  @Test func `edits of before are left out, but for those seen since the watch is kept`() throws {
    let temporary = try edited()
    #expect(try found(temporary, watch(), since: now + 1).isEmpty)
    var kept = watch()
    kept.number = try #require(try temporary.archive.add(kept))
    #expect(try found(temporary, kept, since: now + 1).count == 1)
  }

  @Test func `an alarm about an edit is kept once, and read as it was`() throws {
    let temporary = try edited()
    var watch = watch { $0.source = "المرصد الصحفي" }
    watch.number = try #require(try temporary.archive.add(watch))
    #expect(try temporary.archive.read { try $0.watches() } == [watch])
    #expect(watch.isOfEdits)
    let alarms = try found(temporary, watch).map { edit in
      Alarm(
        key: "k", watch: watch, period: edit.number, cause: .edit(edit.edit),
        evidence: [edit.evidence], raisedAt: 5, isSilent: false)
    }
    #expect(try temporary.archive.raise(alarms) == alarms)
    #expect(try temporary.archive.raise(alarms).isEmpty)
    #expect(try found(temporary, watch).isEmpty)
    let read = try temporary.archive.read { try $0.alarms() }
    #expect(read == alarms)
    #expect(read.first?.finding == nil)
    #expect(read.first?.days.lowerBound.description == "2020-09-13")
    #expect(try temporary.archive.undelivered(to: "https://desk.example") == alarms)
  }
}
