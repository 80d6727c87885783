internal import Foundation

/// EARS with Student's distribution and reweighting, as epitweetr has it (Espinosa and others 2022).
///
/// The bound is that of a prediction from the points just before; those of them that stand out by
/// their externally studentised residual (Chatterjee and Hadi 1988, p. 74) are weighed down, so
/// that one alarm doesn't hide the next.
public struct ReweightedBaseline: Sendable {
  /// The number of points compared with; four at least.
  public var baseline = 7
  /// The one-sided error rate of a point.
  public var alpha = 0.025
  /// The error rate above which a point before stands out.
  public var outlierAlpha = 0.05
  /// The power with which the weight of such a point falls.
  public var decay = 4.0

  /// Makes a detector with epitweetr's parameters.
  public init() {}

  /// Judges the points from `first` on.
  ///
  /// - Throws: `WatchingProblem` if too few points are before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(from: first, needing: baseline, for: "earsT")
    let outlier = Distributions.studentQuantile(1 - outlierAlpha, degrees: baseline - 2)
    let quantile = Distributions.studentQuantile(1 - alpha, degrees: baseline - 1)
    return range.map { index in
      let past = Array(series.counts[(index - baseline)..<index])
      let bound = bound(past, weights(past, outlier), quantile)
      let observed = series.counts[index]
      return Detection(
        index: index, observed: observed, upperBound: bound, isAlarm: Double(observed) > bound)
    }
  }

  private func weights(_ past: [Int], _ threshold: Double) -> [Double] {
    let mean = moments(past).mean
    return past.indices.map { index in
      var others = past
      others.remove(at: index)
      let deviation = moments(others).deviation * (1 - 1 / Double(past.count)).squareRoot()
      let residual = (Double(past[index]) - mean) / deviation
      return residual > threshold ? pow(threshold / residual, decay) : 1
    }
  }

  private func bound(_ past: [Int], _ weights: [Double], _ quantile: Double) -> Double {
    let number = Double(past.count)
    let sum = weights.reduce(0, +)
    let mean = zip(weights, past).reduce(0) { $0 + $1.0 * Double($1.1) } / sum
    let squares = zip(weights, past).reduce(0) { total, pair in
      let distance = Double(pair.1) - mean
      return total + pair.0 / sum * number * distance * distance
    }
    let deviation = (squares / (number - 1)).squareRoot()
    return mean + quantile * deviation * (1 + 1 / number).squareRoot()
  }
}
