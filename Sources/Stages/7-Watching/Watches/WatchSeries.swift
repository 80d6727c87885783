internal import ArabicQuantities
package import NewsModel

/// A watch's counts by period, each judged against the periods before it.
///
/// A period is compared over *steady* sources only: those that published anything in the period itself
/// and in at least seven of ten periods of its baseline. So neither a new feed nor one that comes back
/// after a silence is an outbreak, and a feed that is lost does not hide one. A story counts once,
/// in the period of its first report.
package struct WatchSeries: Sendable {
  /// The watch.
  package let watch: Watch
  private let detector: Detector
  private let reports: [WatchedReport]
  private let reportPeriods: [Int]
  /// The periods in which each source published.
  private let presence: [String?: Set<Int>]
  private let published: Set<Int>

  /// The part of a baseline's periods in which a steady source has published.
  package static let steadyPart = 0.7

  /// Makes a series.
  ///
  /// - Throws: `WatchingProblem` if the watch's detector can't work with its parameters.
  package init(_ watch: Watch, _ material: WatchMaterial) throws(WatchingProblem) {
    try watch.check()
    detector = try Detector(named: watch.method.detector)
    self.watch = watch
    reports = material.reports
    reportPeriods = reports.map { watch.step.period(of: $0.day) }
    var presence: [String?: Set<Int>] = [:]
    for day in material.sourceDays {
      presence[day.source, default: []].insert(watch.step.period(of: day.day))
    }
    self.presence = presence
    published = presence.values.reduce(into: []) { $0.formUnion($1) }
  }

  /// Judges periods that follow one another.
  package func judge(_ periods: ClosedRange<Int>) -> [WatchPeriod] {
    let firsts = firstReports { _ in true }
    return periods.map { period in
      WatchPeriod(
        period: period,
        reports: reports.indices.filter { reportPeriods[$0] == period }.map { reports[$0] },
        stories: firsts.count { reportPeriods[$0] == period }, judgement: judgement(period))
    }
  }

  /// The first report of each story among those of some sources.
  private func firstReports(_ isMeant: (String?) -> Bool) -> [Int] {
    var seen: Set<Int> = []
    return reports.indices.filter { index in
      guard isMeant(reports[index].source) else { return false }
      guard let story = reports[index].story else { return true }
      return seen.insert(story).inserted
    }
  }

  private func judgement(_ period: Int) -> WatchPeriod.Judgement {
    let window = (period - watch.method.baseline - detector.memory + 1)..<period
    guard published.contains(period) else { return .unjudged(.nothingPublished) }
    let given = period - (published.min() ?? period)
    guard given >= window.count else {
      return .unjudged(.tooFewPeriods(needed: window.count, given: given))
    }
    let gaps = window.count { !published.contains($0) }
    guard gaps == 0 else { return .unjudged(.gaps(gaps)) }
    let steady = Set(presence.keys.filter { isSteady($0, window) && isPresent($0, period) })
    guard !steady.isEmpty else { return .unjudged(.noSteadySource) }
    do throws(WatchingProblem) {
      return .judged(try judged(period, window, steady))
    } catch {
      return .unjudged(.problem(error))
    }
  }

  private func isPresent(_ source: String?, _ period: Int) -> Bool {
    presence[source, default: []].contains(period)
  }

  private func isSteady(_ source: String?, _ window: Range<Int>) -> Bool {
    let periods = presence[source, default: []]
    let count = window.count { periods.contains($0) }
    return Double(count) >= WatchSeries.steadyPart * Double(window.count)
  }

  private func judged(
    _ period: Int, _ window: Range<Int>, _ steady: Set<String?>
  ) throws(WatchingProblem) -> JudgedCount {
    let firsts = firstReports { steady.contains($0) }
    var counts = [Int](repeating: 0, count: window.count + 1)
    for index in firsts where (window.lowerBound...period).contains(reportPeriods[index]) {
      counts[reportPeriods[index] - window.lowerBound] += 1
    }
    let series = try CountSeries(counts, period: watch.step.periodsInYear)
    let detections = try detector.detect(series, from: watch.method.baseline, watch.method)
    guard let detection = detections.last else { throw .outside(index: 0, count: counts.count) }
    let baseline = counts[..<watch.method.baseline]
    let expected = detection.expected ?? moments(baseline).mean
    let bound = bound(detection, baseline)
    let count = detection.observed
    let inPeriod = reports.indices.filter {
      reportPeriods[$0] == period && steady.contains(reports[$0].source)
    }
    let evidence = firsts.filter { reportPeriods[$0] == period }.map { reports[$0] }
    let stories = Set(evidence.compactMap(\.story))
    let tellers = inPeriod.filter {
      reports[$0].story.map(stories.contains) ?? true
    }
    let finding = AlarmFinding(
      count: count, reports: inPeriod.count,
      sources: Set(tellers.map { reports[$0].source }).count, expected: expected, bound: bound,
      newSources: newSources(period, steady), silentSources: silentSources(period, window, steady))
    // A flat baseline has no spread, so that each count above it would be an alarm.
    let isAlarm =
      detection.isAlarm && count >= watch.method.least && Double(count) > expected
      && bound.map { Double(count) > $0 || $0 == detection.upperBound } ?? true
    return JudgedCount(finding: finding, isAlarm: isAlarm, evidence: evidence)
  }

  /// The detector's bound; over a baseline that never varies at least the Poisson distribution's.
  private func bound(_ detection: Detection, _ baseline: ArraySlice<Int>) -> Double? {
    guard Set(baseline).count == 1, let bound = detection.upperBound else {
      return detection.upperBound
    }
    let mean = Double(baseline.first ?? 0)
    let alpha = watch.method.alpha ?? WatchSeries.flatAlpha
    return max(bound, mean > 0 ? Distributions.poissonQuantile(1 - alpha, mean: mean) : 0)
  }

  /// The error rate over a baseline that never varies, if the watch has none.
  private static let flatAlpha = 0.001

  /// Sources that answered the question in the period and were not steady.
  private func newSources(_ period: Int, _ steady: Set<String?>) -> [String] {
    let names = reports.indices.filter { reportPeriods[$0] == period }
      .compactMap { reports[$0].source }
    return Set(names).filter { !steady.contains($0) }.sorted()
  }

  /// Sources that answered the question in the baseline and published nothing in the period.
  private func silentSources(
    _ period: Int, _ window: Range<Int>, _ steady: Set<String?>
  ) -> [String] {
    let names = reports.indices.filter { window.contains(reportPeriods[$0]) }
      .compactMap { reports[$0].source }
    return Set(names).filter { isSteady($0, window) && !isPresent($0, period) }.sorted()
  }
}
