internal import Foundation

/// The Poisson CUSUM (Page 1954; transformation of Rossi, Lampugnani and Marchi 1999).
public struct CumulativeSum: Sendable {
  /// How counts are made alike to normal ones.
  public enum Transformation: String, Sendable {
    case standard
    case rossi
  }

  /// How counts are made alike to normal ones.
  public var transformation: Transformation
  /// The reference value.
  public var k = 1.04
  /// The decision interval.
  public var h = 2.26

  /// Makes a detector with the values that Rossi and others give.
  public init(_ transformation: Transformation) { self.transformation = transformation }

  /// Judges the points from `first` on; the mean is that of the points before.
  ///
  /// - Throws: `WatchingProblem` if no point is before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(from: first, needing: 1, for: "cusum")
    let mean = moments(series.counts[..<first]).mean
    var sum = 0.0
    return range.map { index in
      let bound = upperBound(mean, sum)
      sum = max(0, sum + standardised(Double(series.counts[index]), mean) - k)
      return Detection(
        index: index, observed: series.counts[index], upperBound: bound, isAlarm: sum >= h,
        expected: mean)
    }
  }

  private func standardised(_ count: Double, _ mean: Double) -> Double {
    // Without a case before there is nothing to compare with, and no alarm.
    guard mean > 0 else { return 0 }
    switch transformation {
    case .standard: return (count - mean) / mean.squareRoot()
    case .rossi:
      return (count - 3 * mean + 2 * (count * mean).squareRoot()) / (2 * mean.squareRoot())
    }
  }

  private func upperBound(_ mean: Double, _ sum: Double) -> Double {
    let root = mean.squareRoot()
    switch transformation {
    case .standard: return max(0, (root * (h + k - sum) + mean).rounded(.up))
    case .rossi:
      let inner = 4 * mean * mean + 2 * pow(mean, 1.5) * (h + k - sum)
      let bound = 2 * root * (h + k - sum) + 5 * mean - 2 * inner.squareRoot()
      return bound.isNaN ? 0 : max(0, bound)
    }
  }
}
