import ArabicQuantities
import Grouping
import NewsModel
import Testing

@testable import Recording

@Suite("Watches") struct WatchTests {
  private func watch(_ name: String, _ change: (inout WatchQuestion) -> Void) -> Watch {
    var question = WatchQuestion()
    change(&question)
    return Watch(
      name: name, question: question, step: .week,
      method: WatchMethod(detector: "earsC2", baseline: 9, alpha: 0.01, least: 4))
  }

  private func alarm(_ watch: Watch, _ period: Int, _ evidence: [String]) -> Alarm {
    Alarm(
      key: "key-\(watch.number)-\(period)", watch: watch, period: period,
      cause: .count(
        AlarmFinding(
          count: 7, reports: 9, sources: 3, expected: 1.25, bound: nil,
          newSources: ["منبر \"جديد\""],
          silentSources: [])),
      evidence: evidence.map { AlarmEvidence(article: $0, title: "", source: nil) },
      raisedAt: 5, isSilent: watch.isMuted)
  }

  @Test func `a watch is kept as it was given, under one name`() throws {
    let temporary = try TemporaryArchive()
    var watch = watch("قصف") {
      $0.actor = "طائرات"
      $0.place = "النخيل"
      $0.types = [.assault, .threaten]
      $0.speaker = "النجار"
      $0.stances = [.warn]
      $0.words = "سوريا"
    }
    watch.number = try #require(try temporary.archive.add(watch))
    #expect(try temporary.archive.add(watch) == nil)
    #expect(try temporary.archive.read { try $0.watches() } == [watch])
    #expect(try temporary.archive.read { try $0.watch(named: "قصف") } == watch)
    #expect(try temporary.archive.setMuted(true, watch: watch.number))
    #expect(try temporary.archive.snooze(watch: watch.number, until: CalendarDay(ordinal: 9)))
    let silent = try #require(try temporary.archive.read { try $0.watch(1) })
    #expect(silent.isMuted && silent.snoozedUntil == CalendarDay(ordinal: 9))
    #expect(try temporary.archive.removeWatch(watch.number))
    #expect(try !temporary.archive.removeWatch(watch.number))
  }

  @Test func `an event that people rejected answers no question`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a")])
    try temporary.archive.group(DispatchJudge())
    let watch = watch("w") { $0.types = [.assault] }
    let period = WatchStep.week.period(of: try #require(CalendarDay(iso: "2015-07-21")))
    func found() throws -> Int {
      try temporary.archive.read {
        try $0.material(for: watch, period...period, before: 2).reports.count
      }
    }
    #expect(try found() == 1)
    var filter = EventFilter()
    filter.types = [.assault]
    let event = try temporary.archive.read { [filter] in try $0.events(filter, limit: 1).rows[0].id
    }
    try temporary.archive.decide(EventDecision(event: event, coder: "سلمى", verdict: .reject))
    #expect(try found() == 0)
  }

  @Test func `a question finds the articles that answer all of its parts`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([
      full("a"), plain("b", "نص عن الضغط في سوريا", published: "2015-07-22"),
      plain("undated", "نص عن الضغط في سوريا", published: nil),
    ])
    try temporary.archive.group(DispatchJudge())
    func found(_ change: @escaping (inout WatchQuestion) -> Void) throws -> [String] {
      let watch = watch("w", change)
      let period = WatchStep.week.period(of: try #require(CalendarDay(iso: "2015-07-21")))
      return try temporary.archive.read {
        try $0.material(for: watch, period...period, before: 2).reports.map(\.article)
      }
    }
    #expect(try found { $0.words = "سوريا الضغط" } == ["a", "b"])
    #expect(try found { $0.words = "القطار" } == [])
    #expect(try found { $0.types = [.assault] } == ["a"])
    #expect(try found { $0.types = [.mobilize] } == [], "what has not happened is not counted")
    #expect(
      try found {
        $0.actor = "طائرات"
        $0.place = "النخيل"
        $0.stances = [.warn]
        $0.words = "سوريا"
      } == ["a"])
    #expect(
      try found {
        $0.types = [.assault]
        $0.stances = [.threaten]
      } == [])
  }

  @Test
  func
    `days are those that readers of each source saw, whatever the zone and the change of clocks`()
    throws
  {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([
      plain("late", "نص عن الضغط", published: "2015-03-29T23:30:00+03:00"),
      plain("early", "نص آخر عن الضغط", published: "2015-03-30T00:30:00-05:00"),
      plain("leap", "نص ثالث عن الضغط", published: "2015-03-29T02:30:00+01:00"),
    ])
    var watch = watch("w") { $0.words = "الضغط" }
    watch.step = .day
    let period = WatchStep.day.period(of: try #require(CalendarDay(iso: "2015-03-29")))
    let material = try temporary.archive.read {
      try $0.material(for: watch, period...(period + 1), before: 1)
    }
    #expect(
      material.reports.map { "\($0.article) \($0.day)" }
        == ["leap 2015-03-29", "late 2015-03-29", "early 2015-03-30"])
  }

  @Test func `groups of sources and error rates are kept as they were given`() throws {
    let temporary = try TemporaryArchive()
    let groups = [
      SourceGroup(name: "ب", sources: ["ضفة", "مرسى"]), SourceGroup(name: "أ", sources: ["سرو"]),
    ]
    try temporary.archive.setSourceGroups(groups)
    let kept = try temporary.archive.read { try $0.sourceGroups() }
    #expect(kept.map(\.name) == ["ب", "أ"])
    #expect(Set(kept[0].sources) == ["ضفة", "مرسى"])
    try temporary.archive.setSourceGroups([])
    #expect(try temporary.archive.read { try $0.sourceGroups() }.isEmpty)
    var watch = watch("w") { $0.words = "سوريا" }
    watch.number = try #require(try temporary.archive.add(watch))
    var raised = alarm(watch, 10, [])
    raised.errorRate = ErrorRate(quiet: 1_000, falseAlarms: 7)
    _ = try temporary.archive.raise([raised, alarm(watch, 11, [])])
    let rates = try temporary.archive.read { try $0.alarms().map(\.errorRate) }
    #expect(rates == [nil, ErrorRate(quiet: 1_000, falseAlarms: 7)])
  }

  @Test func `material tells stories and when each source published`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([
      plain("a", "نص عن الضغط", source: "ضفة", published: "2015-07-21T23:59:59"),
      plain("b", "نص عن القطار", source: nil, published: "2015-07-22T00:00:00"),
    ])
    let period = WatchStep.week.period(of: try #require(CalendarDay(iso: "2015-07-21")))
    let watch = watch("w") { $0.words = "الضغط" }
    let before = try temporary.archive.read {
      try $0.material(for: watch, period...period, before: 1)
    }
    #expect(before.reports.map(\.story) == [nil])
    try temporary.archive.group(DispatchJudge())
    let material = try temporary.archive.read {
      try $0.material(for: watch, period...period, before: 1)
    }
    #expect(material.reports.map(\.story) == [1])
    #expect(
      Set(material.sourceDays.map { "\($0.source ?? "-") \($0.day)" })
        == ["ضفة 2015-07-21", "- 2015-07-22"])
  }

  @Test func `a watch has one alarm a period, and it stays as it was raised`() throws {
    let temporary = try TemporaryArchive()
    _ = try temporary.archive.add([full("a"), full("b")])
    var watch = watch("w") { $0.words = "سوريا" }
    watch.number = try #require(try temporary.archive.add(watch))
    let first = alarm(watch, 10, ["b", "a"])
    var again = first
    again.key = "another"
    again.finding.count = 8
    #expect(try temporary.archive.raise([first]).map(\.key) == [first.key])
    #expect(try temporary.archive.raise([again, alarm(watch, 11, [])]).map(\.period) == [11])
    let kept = try #require(try temporary.archive.read { try $0.alarm(key: first.key) })
    #expect(kept.finding == first.finding)
    #expect(kept.evidence.map(\.article) == ["b", "a"])
    #expect(try temporary.archive.read { try $0.alarms().map(\.period) } == [11, 10])
    #expect(try temporary.archive.acknowledge(alarm: first.key))
    #expect(try !temporary.archive.acknowledge(alarm: "none"))
    #expect(
      try temporary.archive.read { try $0.alarm(key: first.key)?.acknowledgedAt } == 1_600_000_000)
    _ = try temporary.archive.removeWatch(watch.number)
    #expect(try temporary.archive.read { try $0.alarms() }.isEmpty)
  }

  @Test func `an alarm is delivered to each receiver until it is confirmed`() throws {
    let temporary = try TemporaryArchive()
    var watch = watch("w") { $0.words = "سوريا" }
    watch.number = try #require(try temporary.archive.add(watch))
    _ = try temporary.archive.raise([alarm(watch, 10, []), alarm(watch, 11, [])])
    watch.isMuted = true
    _ = try temporary.archive.raise([alarm(watch, 12, [])])
    let waiting = try temporary.archive.undelivered(to: "r")
    #expect(waiting.map(\.period) == [10, 11], "the silent one is left out")
    try temporary.archive.noteTry(of: waiting[0], to: "r")
    try temporary.archive.noteTry(of: waiting[0], to: "r")
    #expect(try temporary.archive.undelivered(to: "r").count == 2)
    try temporary.archive.noteDelivery(of: waiting[0], to: "r")
    #expect(try temporary.archive.undelivered(to: "r").map(\.period) == [11])
    #expect(try temporary.archive.undelivered(to: "other").count == 2)
  }
}
