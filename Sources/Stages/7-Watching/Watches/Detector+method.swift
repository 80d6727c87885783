package import NewsModel

extension Detector {
  /// The number of periods that a watch compares with if it doesn't say: what the detector's
  /// publication has, and half a year of weeks where it leaves that open.
  package func usualBaseline(periodsInYear: Int) -> Int {
    switch self {
    case .earsC1, .earsT: 7
    case .earsC2: 9
    case .earsC3: 11
    case .bayes1, .rki1: 6
    case .rki3: 2 * periodsInYear + 4
    case .farrington, .farringtonFlexible, .farringtonFlexibleDelta: 3 * periodsInYear + 3
    case .glrPoisson, .glrNegativeBinomial: max(26, periodsInYear)
    case .cusum, .cusumStandard, .changePoint, .outbreakP: 26
    }
  }

  /// How many periods up to the judged one are followed, by detectors that add up over periods.
  var memory: Int {
    switch self {
    case .cusum, .cusumStandard, .glrPoisson, .glrNegativeBinomial, .changePoint: Detector.memory
    default: 1
    }
  }

  /// Whether periods of which nothing is known may be left out of the baseline: not where a year's parts are compared.
  var bridgesGaps: Bool {
    switch self {
    case .earsC1, .earsC2, .earsC3, .earsT, .cusum, .cusumStandard, .bayes1, .rki1, .changePoint,
      .outbreakP:
      true
    case .glrPoisson, .glrNegativeBinomial, .farrington, .farringtonFlexible,
      .farringtonFlexibleDelta, .rki3:
      false
    }
  }

  /// The most periods that a detector follows.
  package static let memory = 8

  /// Judges a watch's points from `first` on, with the watch's parameters.
  ///
  /// EARS compares with the whole baseline; the others take of it what their publication says.
  ///
  /// - Throws: `WatchingProblem`.
  func detect(
    _ series: CountSeries, from first: Int, _ method: WatchMethod
  ) throws(WatchingProblem) -> [Detection] {
    if let alpha = method.alpha, !(alpha > 0 && alpha < 0.5) { throw .badErrorRate(alpha) }
    switch self {
    case .earsC1: return try ears(.c1, lag: 0, series, first, method)
    case .earsC2: return try ears(.c2, lag: 2, series, first, method)
    case .earsC3: return try ears(.c3, lag: 4, series, first, method)
    case .earsT:
      guard method.baseline >= 4 else {
        throw .tooShort(detector: rawValue, needed: 4, given: method.baseline)
      }
      var detector = ReweightedBaseline()
      detector.baseline = method.baseline
      detector.alpha = method.alpha ?? detector.alpha
      return try detector.detect(series, from: first)
    case .farrington: return try farrington(.original, series, first, method)
    case .farringtonFlexible: return try farrington(.flexible, series, first, method)
    case .farringtonFlexibleDelta: return try farrington(.flexibleOriginal, series, first, method)
    case .bayes1:
      let rule = PastPeriods.Rule.predictive(alpha: method.alpha ?? 0.05)
      return try PastPeriods(rule, years: 0, halfWidth: 6, usesPresentYear: true)
        .detect(series, from: first)
    default:
      guard method.alpha == nil else { throw .noErrorRate(detector: rawValue) }
      return try detect(series, from: first)
    }
  }

  private func ears(
    _ which: EarlyAberration.Method, lag: Int, _ series: CountSeries, _ first: Int,
    _ method: WatchMethod
  ) throws(WatchingProblem) -> [Detection] {
    guard method.baseline >= lag + 3 else {
      throw .tooShort(detector: rawValue, needed: lag + 3, given: method.baseline)
    }
    var detector = EarlyAberration(which)
    detector.baseline = method.baseline - lag
    detector.alpha = method.alpha ?? detector.alpha
    return try detector.detect(series, from: first)
  }

  private func farrington(
    _ detector: Farrington, _ series: CountSeries, _ first: Int, _ method: WatchMethod
  ) throws(WatchingProblem) -> [Detection] {
    var detector = detector
    detector.alpha = method.alpha ?? detector.alpha
    return try detector.detect(series, from: first)
  }
}

extension Watch {
  /// Checks that the detector can work with the watch's periods and parameters.
  ///
  /// - Throws: `WatchingProblem`.
  package func check() throws(WatchingProblem) {
    let detector = try Detector(named: method.detector)
    guard method.baseline > 0 else {
      throw .tooShort(detector: method.detector, needed: 1, given: method.baseline)
    }
    let zeros = [Int](repeating: 0, count: method.baseline + 1)
    let series = try CountSeries(zeros, period: step.periodsInYear)
    _ = try detector.detect(series, from: method.baseline, method)
  }
}
