import Testing
import Watching

@Suite("Detectors") struct DetectorTests {
  /// Invented weeks with a season and one outbreak in week 230 of 240.
  private func weeks() throws -> CountSeries {
    var counts = (0..<240).map { week in 4 + (week % 52 < 20 ? 3 : 0) + (week * 7) % 5 }
    counts[230] = 60
    return try CountSeries(counts, period: 52)
  }

  @Test(arguments: Detector.allCases.filter { $0 != .earsC3 && $0 != .outbreakP })
  func `a planted outbreak is an alarm`(detector: Detector) throws {
    let detections = try detector.detect(weeks(), from: 220)
    #expect(detections.count == 20)
    #expect(detections.first { $0.index == 230 }?.isAlarm == true)
  }

  @Test(arguments: Detector.allCases)
  func `nothing but zeros is no alarm`(detector: Detector) throws {
    let series = try CountSeries(Array(repeating: 0, count: 240), period: 52)
    #expect(try detector.detect(series, from: 200).allSatisfy { !$0.isAlarm })
  }

  @Test(arguments: Detector.allCases)
  func `a series of one point is too short`(detector: Detector) throws {
    let series = try CountSeries([3], period: 52)
    #expect(throws: WatchingProblem.self) { try detector.detect(series, from: 0) }
  }

  @Test func `a first point outside of the series is told of`() throws {
    let series = try CountSeries([3, 4], period: 52)
    #expect(throws: WatchingProblem.outside(index: 9, count: 2)) {
      try Detector.cusum.detect(series, from: 9)
    }
  }

  @Test func `counts below zero or above 2^31 are no counts`() {
    #expect(throws: WatchingProblem.badCount(index: 1, value: -1)) {
      try CountSeries([0, -1], period: 52)
    }
    #expect(throws: WatchingProblem.badCount(index: 0, value: 1 << 31)) {
      try CountSeries([1 << 31], period: 52)
    }
  }

  @Test func `EARS C1 adds three deviations to the mean of a week`() throws {
    let series = try CountSeries([1, 2, 3, 4, 5, 6, 7, 11], period: 365)
    let detection = try #require(try Detector.earsC1.detect(series, from: 7).first)
    let bound = try #require(detection.upperBound)
    // 4 and 2.160247 are mean and deviation, 3.090232 the normal quantile of 0.999.
    #expect(abs(bound - 10.6756646) < 1e-5)
    #expect(detection.isAlarm)
  }

  @Test func `the Bayesian bound is the quantile of the predictive distribution`() throws {
    let series = try CountSeries([0, 0, 0, 0, 0, 0, 1], period: 52)
    let detection = try #require(try Detector.bayes1.detect(series, from: 6).first)
    // Size one half, success six sevenths: 0.9258 at zero, 0.9921 at one.
    #expect(detection.upperBound == 1)
    #expect(!detection.isAlarm)
  }

  @Test func `a past outbreak doesn't hide the next under EARS with reweighting`() throws {
    let series = try CountSeries([5, 6, 5, 4, 90, 5, 6, 30], period: 365)
    let reweighted = try #require(try Detector.earsT.detect(series, from: 7).first)
    let plain = try #require(try Detector.earsC1.detect(series, from: 7).first)
    #expect(reweighted.isAlarm)
    #expect(!plain.isAlarm)
  }

  @Test func `without a point that stands out the reweighted bound is Student's prediction`() throws
  {
    let series = try CountSeries([1, 2, 3, 4, 5, 6, 7, 9], period: 365)
    let detection = try #require(try Detector.earsT.detect(series, from: 7).first)
    let bound = try #require(detection.upperBound)
    // 4 + 2.446912 * 2.160247 * sqrt(8/7)
    #expect(abs(bound - 9.6509009) < 1e-5)
  }

  @Test func `a change point is a rise that holds, no fall`() throws {
    let low = Array(repeating: 3, count: 40)
    let high = Array(repeating: 20, count: 40)
    let rise = try Detector.changePoint.detect(CountSeries(low + high, period: 52), from: 35)
    #expect(rise.contains { $0.isAlarm && (40..<44).contains($0.index) })
    #expect(rise.allSatisfy { !$0.isAlarm || $0.index >= 40 })
    let fall = try Detector.changePoint.detect(CountSeries(high + low, period: 52), from: 35)
    #expect(fall.allSatisfy { !$0.isAlarm })
  }

  @Test func `after an alarm the likelihood ratio starts anew`() throws {
    let counts = Array(repeating: 2, count: 60) + [30, 2, 2, 30]
    let series = try CountSeries(counts, period: 52)
    let alarms = try Detector.glrPoisson.detect(series, from: 60).map(\.isAlarm)
    #expect(alarms == [true, false, false, true])
  }
}
