/// The ratio of two rates of independent counts, with its exact interval.
///
/// Given their sum, the first of two Poisson counts is binomial with the part `r / (1 + r)` of the ratio
/// `r` (Przyborowski and Wilenski, "Homogeneity of results in testing samples from Poisson series",
/// Biometrika 31, 1940); the part's interval is that of Clopper and Pearson ("The use of confidence or
/// fiducial limits", Biometrika 26, 1934). It is never shorter than its level says; counts that come in
/// bunches make the true uncertainty greater.
public struct RateRatio: Sendable, Equatable {
  /// The count above the line.
  public let first: Int
  /// The count below the line.
  public let second: Int
  /// The ratio; infinite if only the first is above 0, `nil` if both are 0.
  public let ratio: Double?
  /// The interval, up to infinity if the second count is 0; from 0 to infinity if both are 0.
  public let interval: ClosedRange<Double>

  /// Compares two counts made over equally long times.
  ///
  /// - Parameters:
  ///   - first: The count above the line, 0 or more.
  ///   - second: The count below the line, 0 or more.
  ///   - level: How often such intervals hold the true ratio, between 0 and 1.
  public init(_ first: Int, to second: Int, level: Double = 0.95) {
    self.first = first
    self.second = second
    let tail = (1 - level) / 2
    let (x, y) = (Double(first), Double(second))
    ratio = first + second == 0 ? nil : x / y
    let low =
      first == 0 ? 0 : RateRatio.odds(Distributions.betaQuantile(tail, x, y + 1))
    let high =
      second == 0
      ? Double.infinity : RateRatio.odds(Distributions.betaQuantile(1 - tail, x + 1, y))
    interval = low...max(low, high)
  }

  /// Whether the interval says that the first rate is greater, smaller, or neither.
  public var verdict: Verdict {
    if interval.lowerBound > 1 { return .greater }
    return interval.upperBound < 1 ? .smaller : .open
  }

  /// What an interval says of a ratio.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case greater, smaller
    /// The interval holds 1: it can't be told.
    case open
  }

  private static func odds(_ part: Double) -> Double { part / (1 - part) }
}

extension Distributions {
  /// The quantile of the beta distribution, by halving.
  static func betaQuantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = (low + high) / 2
      if incompleteBeta(a, b, at: middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
