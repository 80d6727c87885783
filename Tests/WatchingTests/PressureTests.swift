import ArabicQuantities
import NewsModel
import Testing

@testable import Watching

@Suite("Pressure") struct PressureTests {
  @Test func `the interval of a ratio is the exact one`() {
    // The quantiles of the beta distribution by SciPy 1 give 0.8148714 to 11.8416610.
    let ratio = RateRatio(11, to: 4)
    #expect(ratio.ratio == 2.75)
    #expect(abs(ratio.interval.lowerBound - 0.814_871_4) < 1e-6)
    #expect(abs(ratio.interval.upperBound - 11.841_661_0) < 1e-6)
    #expect(ratio.verdict == .open)
    #expect(RateRatio(40, to: 10).verdict == .greater)
    #expect(RateRatio(10, to: 40).verdict == .smaller)
  }

  @Test func `counts of zero leave a side of the interval without a bound`() {
    let none = RateRatio(0, to: 0)
    #expect(none.ratio == nil)
    #expect(none.interval == 0...Double.infinity)
    #expect(RateRatio(5, to: 0).interval.upperBound == .infinity)
    #expect(RateRatio(0, to: 5).interval.lowerBound == 0)
    #expect(RateRatio(0, to: 5).interval.upperBound < 1.1)
  }

  /// Counts that look random and repeat.
  private func noise(_ count: Int, _ seed: UInt64) -> [Int] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 7
    }
  }

  @Test func `a series that follows another is told with its lag`() {
    let first = noise(80, 3)
    let second = Array(repeating: 2, count: 3) + first.dropLast(3)
    guard case .told(let point) = LeadLag(first, second, lags: 8).finding else {
      Issue.record("nothing is told")
      return
    }
    #expect(point.lag == 3)
    #expect(point.correlation > 0.8)
    guard case .told(let back) = LeadLag(second, first, lags: 8).finding else {
      Issue.record("nothing is told")
      return
    }
    #expect(back.lag == -3)
  }

  @Test func `series that have nothing to do with each other tell nothing`() {
    let told = (0..<40).count { seed in
      let leadLag = LeadLag(noise(60, UInt64(seed)), noise(60, UInt64(seed) + 1_000), lags: 6)
      if case .told = leadLag.finding { return true }
      return false
    }
    #expect(told <= 4, "\(told) of 40")
  }

  @Test func `two slow waves are not taken for many periods`() {
    let wave = (0..<60).map { $0 / 15 % 2 == 0 ? 4 : 1 }
    let shifted = (0..<60).map { ($0 + 7) / 15 % 2 == 0 ? 4 : 1 }
    guard let point = LeadLag(wave, shifted, lags: 4).points.first else {
      Issue.record("no points")
      return
    }
    #expect(point.interval.upperBound - point.interval.lowerBound > 0.6)
  }

  @Test func `too short or too thin series tell nothing, and say why`() {
    #expect(LeadLag([1, 2], [3, 4], lags: 4).finding == .tooShort(needed: 20, given: 2))
    let still = [Int](repeating: 0, count: 30)
    #expect(LeadLag(still, noise(30, 1), lags: 4).finding == .tooFew(needed: 5))
    #expect(
      LeadLag([Int](repeating: 3, count: 30), noise(30, 1), lags: 4).finding == .tooFew(needed: 5))
  }

  private func match(_ article: String, _ story: Int?, _ day: Int) -> EventMatch {
    let day = CalendarDay(ordinal: 20_000 + day)
    return EventMatch(
      report: WatchedReport(article: article, title: "", source: nil, story: story, day: day),
      index: 0, type: .assault, day: day, words: "")
  }

  @Test func `a story counts once a side, in the period of its first report`() {
    let step = WatchStep.week
    let first = step.period(of: CalendarDay(ordinal: 20_000))
    let material = ActorMaterial(
      actor: "x", name: nil, entries: [],
      acts: [
        match("b", 1, 9), match("a", 1, 0), match("c", nil, 9), match("c", nil, 9),
        match("d", 2, 9),
      ],
      pressure: [match("a", 1, 0)], outlooks: [], published: [CalendarDay(ordinal: 20_000)])
    let series = PressureSeries(material, step, first...(first + 2))
    #expect(series.periods.map(\.acts.count).reduce(0, +) == 3)
    #expect(series.periods[0].acts.map(\.report.article) == ["a"])
    #expect(series.ratio == RateRatio(1, to: 3))
    #expect(series.periods.map(\.isPublished) == [true, false, false])
    #expect(series.stretches.isEmpty)
    #expect(series.change == nil)
  }

  private func empty(_ periods: ClosedRange<Int>, without gaps: Set<Int> = []) -> PressureSeries {
    let step = WatchStep.week
    let days = periods.filter { !gaps.contains($0) }.map { step.firstDay(of: $0) }
    let material = ActorMaterial(
      actor: "x", name: nil, entries: [], acts: [], pressure: [], outlooks: [],
      published: Set(days))
    return PressureSeries(material, step, periods)
  }

  @Test func `stretches end with the last period`() {
    let series = empty(100...129)
    #expect(series.stretches.map(\.periods) == [104...116, 117...129])
    #expect(series.change == RateRatio(0, to: 0))
    #expect(series.comparedPeriods == 30)
  }

  @Test func `periods of which the archive has nothing are no calm`() {
    let series = empty(100...129, without: [110])
    #expect(series.hasGaps && series.change == nil)
    #expect(series.comparedPeriods == 19)
    #expect(series.leadLag.finding == .tooShort(needed: 32, given: 19))
    #expect(!empty(100...129, without: [102]).hasGaps)
  }

  @Test func `which types count on which side stands in the data`() {
    let types = PressureSeries.types
    #expect(types.acts.contains(.threaten) && !types.pressure.contains(.threaten))
    #expect(types.pressure.isSuperset(of: [.assault, .coerce, .sanction]))
  }
}
