internal import NewsModel

/// Judges the last of some counts against those before it as a watch does: by its detector, and by the rules
/// that keep what is no news from being an alarm.
struct CountJudge: Sendable {
  /// What is said of the last count.
  struct Verdict: Sendable {
    let count: Int
    let expected: Double
    let bound: Double?
    let isAlarm: Bool
  }

  private let watch: Watch
  private let detector: Detector

  /// Makes a judge.
  ///
  /// - Throws: `WatchingProblem` if the watch's detector can't work with its parameters.
  init(_ watch: Watch) throws(WatchingProblem) {
    try watch.check()
    self.watch = watch
    detector = try Detector(named: watch.method.detector)
  }

  /// Whether periods of which nothing is known may be left out.
  var bridgesGaps: Bool { detector.bridgesGaps }

  /// How many counts stand before the one that is judged.
  var before: Int { watch.method.baseline + detector.memory - 1 }

  /// Judges the last of `before` + 1 counts.
  ///
  /// - Throws: `WatchingProblem` if the detector refuses them.
  func judge(_ counts: [Int]) throws(WatchingProblem) -> Verdict {
    let series = try CountSeries(counts, period: watch.step.periodsInYear)
    let detections = try detector.detect(series, from: watch.method.baseline, watch.method)
    guard let detection = detections.last else { throw .outside(index: 0, count: counts.count) }
    let baseline = counts[..<watch.method.baseline]
    let expected = detection.expected ?? moments(baseline).mean
    let bound = bound(detection, baseline)
    let count = detection.observed
    let isAlarm =
      detection.isAlarm && count >= watch.method.least && Double(count) > expected
      && bound.map { Double(count) > $0 || $0 == detection.upperBound } ?? true
    return Verdict(count: count, expected: expected, bound: bound, isAlarm: isAlarm)
  }

  /// The detector's bound; over a baseline that never varies at least the Poisson distribution's.
  ///
  /// A flat baseline has no spread, so that each count above it would be an alarm.
  private func bound(_ detection: Detection, _ baseline: ArraySlice<Int>) -> Double? {
    guard Set(baseline).count == 1, let bound = detection.upperBound else {
      return detection.upperBound
    }
    let mean = Double(baseline.first ?? 0)
    let alpha = watch.method.alpha ?? CountJudge.flatAlpha
    return max(bound, mean > 0 ? Distributions.poissonQuantile(1 - alpha, mean: mean) : 0)
  }

  /// The error rate over a baseline that never varies, if the watch has none.
  private static let flatAlpha = 0.001
}
