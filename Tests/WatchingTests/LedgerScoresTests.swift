import ArabicQuantities
import NewsModel
import Testing
import Watching

@Suite("Scores of the ledger") struct LedgerScoresTests {
  private func one(
    _ number: Int, _ verdict: LedgerDecision.Verdict?, holder: String? = "نادر",
    marker: String = "يتوقع", band: ClosedRange<Int>? = 55...80, outcome: String? = nil,
    story: Int? = nil
  ) -> LedgerCase {
    let wording = OutlookWording(
      outcome: outcome ?? "outcome \(number)", marker: marker, holderName: holder,
      kind: .forecast, likelihood: .likely, band: band, condition: nil, conditionKind: nil,
      horizon: nil)
    let article = LedgerArticle(
      id: "a\(number)", source: nil, published: "2031-01-01", title: "", story: story)
    let decision = verdict.map {
      LedgerDecision(
        entry: number, verdict: $0, decidedBy: "سلمى", day: CalendarDay(ordinal: 0), reason: "r")
    }
    return LedgerCase(
      entry: LedgerEntry(number: number, article: article, index: 0, wording: wording), rule: nil,
      decision: decision)
  }

  @Test func `the middle of the band is scored against what came`() throws {
    let scores = LedgerScores(
      [one(1, .cameTrue), one(2, .didNot), one(3, .cameTrue)], undecided: 0, by: .holder)
    let all = try #require(scores.all.scores)
    #expect(abs(all.brier - (2 * 0.325 * 0.325 + 0.675 * 0.675) / 3) < 1e-12)
    #expect(scores.all.cameTrue == 2)
    #expect(scores.all.band == 0.55...0.8)
    #expect(scores.all.calibration == .within)
    #expect(scores.groups.map(\.name) == ["نادر"])
  }

  @Test func `what may not count is refused, and counted by its reason`() {
    let scores = LedgerScores(
      [
        one(1, .cameTrue, band: 5...95), one(2, .didNot, band: nil), one(3, .conditionNotMet),
        one(4, .cantTell), one(5, nil), one(6, .cameTrue, outcome: "عودة التنظيم", story: 9),
        one(7, .cameTrue, outcome: "عوده التنظيم", story: 9),
      ], undecided: 12, by: .holder)
    #expect(scores.all.count == 1)
    #expect(
      scores.all.refused == [
        .openBand: 1, .noBand: 1, .conditionNotMet: 1, .cantTell: 1, .undecided: 13, .repeated: 1,
      ])
  }

  @Test func `holders who came true more or less often than they said are told apart`() {
    let often = (0..<30).map { one($0, .cameTrue, holder: "كثير", band: 20...45) }
    let seldom = (30..<60).map { one($0, .didNot, holder: "قليل") }
    let scores = LedgerScores(
      often + seldom + [one(99, .didNot, holder: nil)], undecided: 0, by: .holder)
    let verdicts = Dictionary(
      uniqueKeysWithValues: scores.groups.map { ($0.name ?? "-", $0.calibration) })
    #expect(verdicts["كثير"] == .more)
    #expect(verdicts["قليل"] == .less)
    #expect(verdicts["-"] == .within)
  }

  @Test func `verbs with the letter of the future are one word of likelihood`() {
    let scores = LedgerScores(
      [
        one(1, .cameTrue, marker: "سيهاجم", band: 95...99),
        one(2, .didNot, marker: "ستعود", band: 95...99), one(3, .didNot, marker: "سقوط"),
        one(4, .didNot, marker: "من المتوقّع"),
      ], undecided: 0, by: .word)
    #expect(Set(scores.groups.map(\.name)) == ["سـ", "سقوط", "من المتوقع"])
  }

  @Test func `without anything to score there is no score`() {
    let scores = LedgerScores([], undecided: 3, by: .word)
    #expect(scores.all.scores == nil && scores.all.share == nil && scores.all.calibration == nil)
    #expect(scores.all.refused == [.undecided: 3])
    #expect(scores.groups.isEmpty)
  }
}
