import ArabicQuantities
import ArabicScript
import Foundation
import GRDB
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Ledger") struct LedgerTests {
  private let today = CalendarDay(ordinal: 17_000)

  private func list(_ archive: Archive, _ change: (inout LedgerFilter) -> Void = { _ in }) throws
    -> [LedgerCase]
  {
    var filter = LedgerFilter(today: today)
    change(&filter)
    return try archive.read { try $0.ledger(filter, limit: 50).rows }
  }

  private func rule(until last: Int) -> ResolutionRule {
    var outcome = EventQuestion()
    outcome.types = [.assault, .coerce]
    outcome.actor = "طائرات"
    outcome.least = 2
    var condition = EventQuestion()
    condition.recipient = "مدنيا"
    condition.isAbsence = true
    return ResolutionRule(
      outcome: outcome, condition: condition,
      days: CalendarDay(ordinal: 16_000)...CalendarDay(ordinal: last), writtenBy: "سلمى",
      grounds: [RuleGround(.actor, .name, "a:b")])
  }

  private func decision(_ entry: Int, _ verdict: LedgerDecision.Verdict) -> LedgerDecision {
    LedgerDecision(
      entry: entry, verdict: verdict, decidedBy: "نادر", day: CalendarDay(ordinal: 16_500),
      reason: "سبب")
  }

  @Test func `each outlook of the archive has an entry with its words`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a"), plain("b", "نص بلا توقعات")])
    let rows = try list(temporary.archive)
    #expect(rows.map(\.entry.number) == [1, 2])
    let wording = rows[0].entry.wording
    #expect(wording.outcome == "عودة التنظیم إلى سوریا")
    #expect(wording.condition == "يستمر الضغط" && wording.conditionKind == .unless)
    #expect(wording.marker == "احتمالا" && wording.horizon == "أمس" && wording.band == 20...45)
    #expect(rows[0].entry.article.id == "a" && rows[0].entry.index == 0)
    #expect(rows[1].entry.wording.holderName == nil)
    #expect(rows.map { $0.state(on: today) } == [.open, .open])
  }

  @Test func `filters are those of outlooks, and how far entries have come`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a"), full("b", source: "ضفة")])
    _ = try temporary.archive.add(rule(until: 16_900), entry: 1)
    _ = try temporary.archive.add(rule(until: 17_100), entry: 2)
    _ = try temporary.archive.add(decision(3, .cantTell))
    func numbers(_ change: (inout LedgerFilter) -> Void) throws -> [Int] {
      try list(temporary.archive, change).map(\.entry.number).sorted()
    }
    #expect(try numbers { $0.outlooks.holder = "النجار" } == [1, 3])
    #expect(try numbers { $0.outlooks.source = "ضفة" } == [3, 4])
    #expect(try numbers { $0.states = [.due] } == [1])
    #expect(try numbers { $0.states = [.waiting, .decided] } == [2, 3])
    #expect(
      try numbers {
        $0.states = [.open]
        $0.outlooks.hasCondition = false
      } == [4])
    let counts = try temporary.archive.read { try $0.ledgerCounts(LedgerFilter(today: today)) }
    #expect(counts == [.open: 1, .waiting: 1, .due: 1, .decided: 1])
  }

  @Test func `rules and decisions are added, and the newest counts`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a")])
    #expect(try temporary.archive.add(rule(until: 16_900), entry: 9) == nil)
    #expect(try temporary.archive.add(decision(9, .didNot)) == nil)
    let first = rule(until: 16_900)
    var second = rule(until: 17_000)
    second.condition = nil
    _ = try temporary.archive.add(first, entry: 1)
    _ = try temporary.archive.add(second, entry: 1)
    _ = try temporary.archive.add(decision(1, .didNot))
    _ = try temporary.archive.add(decision(1, .cameTrue))
    let one = try #require(try temporary.archive.read { try $0.ledgerCase(1) })
    #expect(one.decision?.verdict == .cameTrue)
    #expect(one.rule?.condition == nil && one.rule?.days == second.days)
    let rules = try temporary.archive.read { try $0.ledgerRules(of: 1) }
    #expect(rules.count == 2)
    #expect(rules[0].outcome == first.outcome && rules[0].condition == first.condition)
    #expect(rules[0].grounds == first.grounds && rules[0].writtenAt == 1_600_000_000)
    #expect(
      try temporary.archive.read { try $0.ledgerDecisions(of: 1).map(\.verdict) }
        == [.didNot, .cameTrue])
  }

  @Test func `an entry keeps its number and what was written when its article is read again`()
    throws
  {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a")])
    _ = try temporary.archive.add(decision(1, .cameTrue))
    var (article, reading) = full("a", version: "2")
    // The first outlook reaches a word further, the second is found no more, and another is.
    reading.outlooks[0].outcome = span("عودة التنظیم إلى سوریا تبقى", in: article.text)
    reading.outlooks[1].outcome = span("قال المتحدث", in: article.text)
    _ = try temporary.archive.add([(article, reading)])
    let rows = try list(temporary.archive)
    #expect(rows.map(\.entry.number) == [1, 3])
    #expect(rows[0].entry.wording.outcome == "عودة التنظیم إلى سوریا تبقى")
    #expect(rows[0].decision?.verdict == .cameTrue)
    _ = try temporary.archive.add([(article, emptyReading("a", version: "3"))])
    let left = try list(temporary.archive)
    #expect(left.map(\.entry.number) == [1])
    #expect(left[0].entry.index == nil)
    #expect(left[0].entry.wording.outcome == "عودة التنظیم إلى سوریا تبقى")
    #expect(try temporary.archive.read { try $0.clues(ofEntry: 1) } == nil)
  }

  @Test func `the archive of an older format gets entries for its outlooks`() throws {
    let folder = try TemporaryArchive.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "archive.marsad")
    let old = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Formats/v5/archive.marsad")
    try FileManager.default.copyItem(at: old, to: path)
    let archive = try Archive.open(at: path.path)
    let rows = try list(archive)
    #expect(rows.map(\.entry.wording.outcome) == ["عودة التنظیم إلى سوریا", "يستمر الضغط"])
    #expect(rows[0].entry.wording.marker == "احتمالا" && rows[0].entry.wording.horizon == "أمس")
    try archive.close()
  }

  @Test func `clues are what the reader found in the words`() throws {
    let temporary = try TemporaryArchive()
    var (article, reading) = full("a")
    reading.outlooks[0].outcome = span("غارة شنتها طائرات على بلدة النخيل", in: article.text)
    _ = try temporary.archive.add([(article, reading)])
    let clues = try #require(try temporary.archive.read { try $0.clues(ofEntry: 1) })
    #expect(clues.outcome.events.map(\.type) == [.assault])
    #expect(clues.outcome.events.first?.actor?.name == "طائرات")
    #expect(clues.outcome.events.first?.place?.name == "بلدة النخيل")
    #expect(clues.times == [ClueTime(text: "أمس", value: "2015-07-20")])
    #expect(clues.condition?.text == "يستمر الضغط")
  }

  /// An article in which a group attacks and guards arrest its members.
  private func clash(_ id: String, entry: String?) -> (article: Article, reading: Reading) {
    let text = "هاجم تنظيم الراية حاجزا. واعتقل الحرس عناصر من التنظيم."
    var (article, reading) = plain(id, text)
    let (group, again) = (span("تنظيم الراية", in: text), span("التنظيم", in: text))
    reading.mentions = [
      Mention(span: group, type: .group, entry: entry, name: "تنظيم الراية", cluster: 0),
      Mention(span: again, type: .group, name: "تنظيم الراية", cluster: 0),
    ]
    reading.events = [
      Event(
        trigger: span("هاجم", in: text), type: .assault, actor: [group],
        recipient: [span("حاجزا", in: text)]),
      Event(
        trigger: span("واعتقل", in: text), type: .coerce, actor: [span("الحرس", in: text)],
        recipient: [span("عناصر من التنظيم", in: text)]),
      Event(
        trigger: span("حاجزا", in: text), type: .assault, actor: [group], status: .negated),
    ]
    article.title = id
    return (article, reading)
  }

  @Test(arguments: ["raya", "تنظيم الراية", "للراية"])
  func `an actor is found on either side by its entry or its name, through clusters`(
    name: String
  ) throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([clash("a", entry: "raya"), plain("b", "هاجم آخرون حاجزا")])
    let day = try #require(CalendarDay(iso: "2015-07-21"))
    let material = try temporary.archive.read {
      try $0.material(ofActor: name, Self.types, day...day)
    }
    #expect(material.acts.map(\.type) == [.assault], "what did not happen is left out")
    #expect(material.pressure.map(\.type) == [.coerce])
    #expect(material.name == (name == "raya" ? "تنظيم الراية" : nil))
    #expect(material.entries == (name == "تنظيم الراية" ? ["raya"] : []))
    #expect(material.published == [day])
  }

  private static var types: PressureTypes {
    var types = PressureTypes()
    types.acts = [.assault]
    types.pressure = [.coerce, .assault]
    types.received = [.aid]
    types.shared = [.consult]
    return types
  }

  @Test
  func `aid to named opponents and their meetings are pressure, but for those with the actor`()
    throws
  {
    let temporary = try TemporaryArchive()
    let text = """
      سلمت بعثة الواحة كتائب السد أسلحة. والتقى قائد كتائب السد وفدا. وقدمت كتائب السد عونا للنازحين.
      والتقت كتائب السد تنظيم الراية.
      """
    var (article, reading) = plain("a", text)
    let brigades = text.ranges(of: "كتائب السد").map {
      let start = text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      return TextRange(start, start + "كتائب السد".utf8.count)
    }
    reading.events = [
      Event(
        trigger: span("سلمت", in: text), type: .aid, actor: [span("بعثة الواحة", in: text)],
        recipient: [brigades[0]]),
      Event(
        trigger: span("والتقى", in: text), type: .consult, actor: [brigades[1]],
        recipient: [span("وفدا", in: text)]),
      Event(
        trigger: span("وقدمت", in: text), type: .aid, actor: [brigades[2]],
        recipient: [span("للنازحين", in: text)]),
      Event(
        trigger: span("والتقت", in: text), type: .consult, actor: [brigades[3]],
        recipient: [span("تنظيم الراية", in: text)]),
    ]
    article.title = "a"
    _ = try temporary.archive.add([(article, reading), clash("b", entry: nil)])
    let day = try #require(CalendarDay(iso: "2015-07-21"))
    func pressure(_ opponents: [String]) throws -> [String] {
      try temporary.archive.read {
        try $0.material(
          ofActor: "تنظيم الراية", opponents: opponents, Self.types, day...day)
      }.pressure.map { "\($0.type.rawValue) \($0.index)" }
    }
    #expect(try pressure([]) == ["COERCE 1"])
    #expect(try pressure(["كتائب السد"]) == ["COERCE 1", "AID 0", "CONSULT 1"])
  }

  @Test func `a question matches events with all its parts on its days`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a"), clash("c", entry: nil)])
    try temporary.archive.group(DispatchJudge())
    let first = try #require(CalendarDay(iso: "2015-07-20"))
    let second = first.advanced(by: 1)
    func found(_ day: CalendarDay, _ change: (inout EventQuestion) -> Void) throws -> [String] {
      var question = EventQuestion()
      change(&question)
      return try temporary.archive.read { [question] in
        try $0.matches(question, on: day...day).map(\.report.article)
      }
    }
    #expect(try found(first) { $0.place = "النخيل" } == ["a"])
    #expect(try found(first) { $0.place = "g9" } == ["a"])
    #expect(try found(first) { $0.actor = "طائرات" } == ["a"])
    #expect(try found(first) { $0.recipient = "طائرات" } == [])
    #expect(try found(second) { $0.place = "النخيل" } == [], "the event's day counts")
    #expect(try found(second) { $0.types = [.coerce] } == ["c"])
    #expect(try found(second) { $0.recipient = "الراية" } == ["c"])
    var unplaced = EventQuestion()
    unplaced.types = [.coerce]
    unplaced.place = "النخيل"
    let loose = try temporary.archive.read { [unplaced] in
      try $0.matches(unplaced, on: second...second, takesUnplaced: true)
    }
    #expect(loose.map(\.report.article) == ["c"])
  }

  @Test func `what coders rejected is no evidence`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([clash("c", entry: nil)])
    let day = try #require(CalendarDay(iso: "2015-07-21"))
    var question = EventQuestion()
    question.types = [.assault]
    func found() throws -> Int {
      try temporary.archive.read { [question] in try $0.matches(question, on: day...day).count }
    }
    let before = try found()
    try temporary.archive.decide(
      EventDecision(event: EventID(article: "c", start: 0), coder: "سلمى", verdict: .reject))
    #expect(try found() == before - 1)
  }
}
