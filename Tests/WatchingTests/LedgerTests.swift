import ArabicQuantities
import NewsModel
import Testing

@testable import Watching

@Suite("Ledger") struct LedgerTests {
  private let day = CalendarDay(ordinal: 20_000)

  private func wording(
    _ outcome: String, marker: String? = "يتوقع", kind: OutlookKind = .forecast,
    band: ClosedRange<Int>? = 55...80, condition: String? = nil, conditionKind: ConditionKind? = nil
  ) -> OutlookWording {
    OutlookWording(
      outcome: outcome, marker: marker, holderName: "نادر", kind: kind, likelihood: .likely,
      band: band, condition: condition, conditionKind: conditionKind, horizon: nil)
  }

  private func clues(
    _ wording: OutlookWording, _ outcome: ClauseClues, _ condition: ClauseClues? = nil,
    times: [ClueTime] = []
  ) -> OutlookClues {
    OutlookClues(wording: wording, day: day, outcome: outcome, condition: condition, times: times)
  }

  private let group = ClueName(type: .group, name: "تنظيم الراية")
  private let town = ClueName(type: .place, name: "السرو", entry: "gn-1")

  @Test func `a rule is derived from the events, names and times of the words`() {
    let guards = ClueName(type: .organisation, name: "حرس السهول", entry: "guard")
    let event = ClueEvent(
      type: .assault, trigger: "يهاجم", actor: group, recipient: guards, place: town)
    let rule = RuleProposal(
      clues(
        wording("يهاجم تنظيم الراية حرس السهول"),
        ClauseClues(text: "يهاجم تنظيم الراية حرس السهول", events: [event]),
        times: [ClueTime(text: "خلال شهرين", value: "P2M")])
    ).rule
    #expect(rule.outcome.types == [.assault])
    #expect(rule.outcome.actor == "تنظيم الراية")
    #expect(rule.outcome.recipient == "guard")
    #expect(rule.outcome.place == "gn-1")
    #expect(rule.days.lowerBound == day.advanced(by: 1))
    #expect(rule.days.upperBound == TimexDays.last(of: "P2M", from: day))
    #expect(rule.grounds.contains(RuleGround(.types, .event, "يهاجم")))
    #expect(rule.grounds.contains(RuleGround(.until, .horizon, "خلال شهرين")))
  }

  @Test func `unless makes the condition the absence of pressure on whom it is about`() {
    let proposal = RuleProposal(
      clues(
        wording("عودة تنظيم الراية", condition: "يستمر الضغط عليه", conditionKind: .unless),
        ClauseClues(text: "عودة تنظيم الراية", names: [group, town]),
        ClauseClues(text: "يستمر الضغط عليه")))
    let condition = proposal.rule.condition
    #expect(proposal.isComplete)
    #expect(proposal.rule.outcome.types == [.assault, .mobilize])
    #expect(condition?.recipient == "تنظيم الراية")
    #expect(condition?.types.contains(.coerce) == true)
    #expect(condition?.isAbsence == true)
    #expect(proposal.rule.grounds.contains(RuleGround(.until, .nothing, "90")))
  }

  @Test func `if a campaign ends makes the condition its absence too`() {
    let rule = RuleProposal(
      clues(
        wording("عودة تنظيم الراية", condition: "توقفت حملة الاعتقالات", conditionKind: .if),
        ClauseClues(text: "عودة تنظيم الراية", names: [group]),
        ClauseClues(text: "توقفت حملة الاعتقالات"))
    ).rule
    #expect(rule.condition?.isAbsence == true)
    #expect(rule.condition?.recipient == "تنظيم الراية")
  }

  @Test func `who threatens does it, and what will not happen is an absence`() {
    let threat = RuleProposal(
      clues(wording("شن هجمات", kind: .threat), ClauseClues(text: "شن هجمات"))
    ).rule
    #expect(threat.outcome.actor == "نادر")
    #expect(threat.grounds.contains(RuleGround(.actor, .holder, "نادر")))
    let absence = RuleProposal(
      clues(wording("يعود التنظيم", marker: "لن"), ClauseClues(text: "يعود التنظيم"))
    ).rule
    #expect(absence.outcome.isAbsence)
    #expect(!absence.outcome.holds(stories: 1))
  }

  @Test func `a body named before is a body, though it stays open which`() {
    let text = "عودة التنظيم إلى السرو"
    let proposal = RuleProposal(clues(wording(text), ClauseClues(text: text, names: [town])))
    #expect(proposal.isComplete)
    #expect(proposal.rule.outcome.actor == nil)
  }

  @Test func `a place behind a body's name is no part of it`() {
    let text = "يهاجم تنظيم النخيل السرو"
    let rule = RuleProposal(clues(wording(text), ClauseClues(text: text, names: [town]))).rule
    #expect(rule.outcome.actor == "تنظيم النخيل")
    #expect(rule.outcome.place == "gn-1")
  }

  @Test(arguments: [
    ("يهاجم تنظيم النخيل مواقع قوات السهول", "تنظيم النخيل"),
    ("تشن كتائب أنصار البادية الكبرى هجوما", "كتائب أنصار البادية الكبرى"),
    ("يهاجم مسلحون قرية", nil),
  ])
  func `a body that the reader found no name for is told by its head word`(
    text: String, name: String?
  ) {
    let rule = RuleProposal(clues(wording(text), ClauseClues(text: text))).rule
    #expect(rule.outcome.actor == name)
  }

  @Test func `a visit to come is known by a meeting once it took place`() {
    let event = ClueEvent(type: .agree, trigger: "سيزور", actor: group)
    let rule = RuleProposal(
      clues(wording("سيزور الوفد"), ClauseClues(text: "سيزور الوفد", events: [event]))
    ).rule
    #expect(rule.outcome.types.isSuperset(of: [.agree, .consult]))
    #expect(!rule.outcome.types.contains(.assault))
  }

  @Test func `words that tell no events make no rule`() {
    let proposal = RuleProposal(
      clues(wording("تتحسن الأحوال"), ClauseClues(text: "تتحسن الأحوال")))
    #expect(!proposal.isComplete)
    #expect(proposal.rule.grounds.contains(RuleGround(.types, .nothing)))
  }

  @Test(arguments: [
    "أعود من جديد إلى الملعب", "تتحسن الأحوال في البلاد بعد أعوام من المعارك",
    "تتجدد الاشتباكات قريبا",
  ])
  func `words that name nobody, or come late, make no rule`(text: String) {
    #expect(!RuleProposal(clues(wording(text), ClauseClues(text: text))).isComplete)
  }

  @Test(arguments: [
    ("2031-02", "2031-02-28"), ("2031", "2031-12-31"), ("2031-03-05", "2031-03-05"),
    ("2031-W01", "2031-01-05"), ("P2W", "2031-01-29"), ("P1M", "2031-02-15"),
    ("P1Y", "2032-01-15"), ("P10D", "2031-01-25"), ("2031-01-14/2031-02-25", "2031-02-25"),
  ])
  func `times end on their last day`(value: String, last: String) throws {
    let day = try #require(CalendarDay(iso: "2031-01-15"))
    #expect(TimexDays.last(of: value, from: day)?.description == last)
  }

  @Test(arguments: ["", "PT3H", "XXXX", "2031-13", "P", "2031-W60", "FUTURE_REF"])
  func `times that name no day end on none`(value: String) {
    #expect(TimexDays.last(of: value, from: day) == nil)
  }

  private func match(_ article: String, story: Int? = nil) -> EventMatch {
    EventMatch(
      report: WatchedReport(article: article, title: "", source: nil, story: story, day: day),
      index: 0, type: .assault, day: day, words: "")
  }

  private func evidence(
    _ outcome: [EventMatch], condition: [EventMatch]? = nil, covered: Int = 28, after: Int = 40,
    _ change: (inout EventQuestion) -> Void = { _ in }
  ) -> LedgerEvidence {
    var question = EventQuestion()
    question.types = [.assault]
    change(&question)
    var pressure = EventQuestion()
    pressure.types = [.coerce]
    pressure.isAbsence = true
    let rule = ResolutionRule(
      outcome: question, condition: condition == nil ? nil : pressure,
      days: day...day.advanced(by: 27))
    return LedgerEvidence(
      rule, outcome: .init(question, outcome, before: []),
      condition: condition.map { .init(pressure, $0, before: []) },
      published: Set((0..<covered).map { day.advanced(by: $0) }), today: day.advanced(by: after))
  }

  @Test func `evidence counts stories and points to what they show`() {
    let told = evidence([match("a", story: 1), match("b", story: 1), match("c")])
    #expect(told.outcome.stories.count == 2)
    #expect(told.outcome.reports == 3)
    #expect(told.hint == .cameTrue)
    #expect(evidence([]).hint == .didNot)
    #expect(evidence([match("a")]) { $0.least = 2 }.hint == .didNot)
    #expect(evidence([match("a")]) { $0.isAbsence = true }.hint == .didNot)
  }

  @Test func `an absence shows nothing before the days are over, or where the archive has gaps`() {
    #expect(evidence([], after: 3).hint == .notOver)
    #expect(evidence([match("a")], after: 3).hint == .cameTrue)
    let gaps = evidence([], covered: 8)
    #expect(gaps.hint == .gaps)
    #expect(gaps.gaps == 2 && gaps.weeksSoFar == 4)
  }

  @Test func `what depended on a condition that was not met was not put to the test`() {
    #expect(evidence([match("a")], condition: [match("b")]).hint == .conditionNotMet)
    #expect(evidence([match("a")], condition: []).hint == .cameTrue)
  }
}
