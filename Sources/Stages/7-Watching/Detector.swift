/// The detectors by name, with the parameters that their authors or R's `surveillance` document.
public enum Detector: String, Sendable, CaseIterable {
  case earsC1
  case earsC2
  case earsC3
  case earsT
  case cusum
  case cusumStandard
  case glrPoisson
  case glrNegativeBinomial
  case farrington
  case farringtonFlexible
  case farringtonFlexibleDelta
  case bayes1
  case rki1
  case rki3
  case outbreakP
  case changePoint

  /// Finds a detector by its name.
  ///
  /// - Throws: `WatchingProblem.unknownDetector`.
  public init(named name: String) throws(WatchingProblem) {
    guard let detector = Detector(rawValue: name) else { throw .unknownDetector(name) }
    self = detector
  }

  /// Judges the points of a series from `first` on, counted from zero.
  ///
  /// - Throws: `WatchingProblem` if the series doesn't suffice.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    switch self {
    case .earsC1: try EarlyAberration(.c1).detect(series, from: first)
    case .earsC2: try EarlyAberration(.c2).detect(series, from: first)
    case .earsC3: try EarlyAberration(.c3).detect(series, from: first)
    case .earsT: try ReweightedBaseline().detect(series, from: first)
    case .cusum: try CumulativeSum(.rossi).detect(series, from: first)
    case .cusumStandard: try CumulativeSum(.standard).detect(series, from: first)
    case .glrPoisson: try LikelihoodRatio().detect(series, from: first)
    case .glrNegativeBinomial: try LikelihoodRatio(dispersion: nil).detect(series, from: first)
    case .farrington: try Farrington.original.detect(series, from: first)
    case .farringtonFlexible: try Farrington.flexible.detect(series, from: first)
    case .farringtonFlexibleDelta: try Farrington.flexibleOriginal.detect(series, from: first)
    case .bayes1:
      try PastPeriods(.predictive(alpha: 0.05), years: 0, halfWidth: 6, usesPresentYear: true)
        .detect(series, from: first)
    case .rki1:
      try PastPeriods(.interval, years: 0, halfWidth: 6, usesPresentYear: true)
        .detect(series, from: first)
    case .rki3:
      try PastPeriods(.interval, years: 2, halfWidth: 4, usesPresentYear: false)
        .detect(series, from: first)
    case .changePoint: try ChangePoint().detect(series, from: first)
    case .outbreakP: try OutbreakOnset().detect(series, from: first)
    }
  }
}
