internal import Foundation

/// The generalised likelihood ratio chart for counts with a season (Höhle and Paul 2008).
///
/// Tests at each point whether the mean rose by a factor since any point before; after an alarm
/// the chart starts anew behind it. The expected mean is a Poisson regression on the season's
/// first harmonic over the points before `first`.
public struct LikelihoodRatio: Sendable {
  /// The decision limit.
  public var limit = 5.0
  /// The dispersion of the negative binomial distribution; zero for Poisson.
  ///
  /// The variance is `mean + dispersion * mean * mean`. If nil it is estimated by moments from the
  /// points before `first` (Breslow 1984), not by maximum likelihood.
  public var dispersion: Double?
  /// The largest count tried as a bound.
  public var largestBound = 10_000

  /// Makes a detector.
  public init(dispersion: Double? = 0) { self.dispersion = dispersion }

  /// Judges the points from `first` on.
  ///
  /// - Throws: `WatchingProblem` if fewer than a year's half, or four points, are before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(
      from: first, needing: max(4, series.period / 2), for: "glr")
    let expected = HarmonicModel(series.counts[..<first], period: series.period)
    let dispersion = dispersion ?? expected.dispersion(of: series.counts[..<first])
    let means = range.map { expected.mean(at: $0) }
    var result: [Detection] = []
    var start = 0
    for offset in range.indices {
      let position = offset - first
      let observed = series.counts[offset]
      func exceeds(_ last: Int) -> Bool {
        let counts = series.counts[(first + start)..<offset].map(Double.init) + [Double(last)]
        return statistic(counts, Array(means[start...position]), dispersion) >= limit
      }
      let isAlarm = exceeds(observed)
      result.append(
        Detection(
          index: offset, observed: observed, upperBound: bound(exceeds), isAlarm: isAlarm,
          expected: means[position]))
      if isAlarm { start = position + 1 }
    }
    return result
  }

  /// The least count that is an alarm, by halving: the statistic grows with the last count.
  private func bound(_ exceeds: (Int) -> Bool) -> Double? {
    guard exceeds(largestBound) else { return nil }
    var (low, high) = (-1, largestBound)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if exceeds(middle) { high = middle } else { low = middle }
    }
    return Double(high)
  }

  /// The largest log likelihood ratio over all points at which a rise may have begun.
  private func statistic(
    _ counts: [Double], _ means: [Double], _ dispersion: Double
  ) -> Double {
    var (largest, count, mean) = (0.0, 0.0, 0.0)
    for index in counts.indices.reversed() {
      count += counts[index]
      mean += means[index]
      guard count > mean else { continue }
      let ratio =
        dispersion == 0
        ? count * log(count / mean) - (count - mean)
        : negativeBinomial(
          Array(counts[index...]), Array(means[index...]), log(count / mean), dispersion)
      largest = max(largest, ratio)
    }
    return largest
  }

  /// The ratio at its best shift, which Newton steps find.
  private func negativeBinomial(
    _ counts: [Double], _ means: [Double], _ start: Double, _ dispersion: Double
  ) -> Double {
    var shift = start
    for _ in 0..<50 {
      var (slope, curvature) = (0.0, 0.0)
      for (count, mean) in zip(counts, means) {
        let shifted = dispersion * mean * exp(shift)
        slope += (count - mean * exp(shift)) / (1 + shifted)
        curvature += mean * exp(shift) * (1 + dispersion * count) / ((1 + shifted) * (1 + shifted))
      }
      let change = slope / curvature
      shift = max(0, shift + change)
      if abs(change) < 1e-10 { break }
    }
    return zip(counts, means).reduce(0) { sum, pair in
      let (count, mean) = pair
      let ratio = (1 + dispersion * mean) / (1 + dispersion * mean * exp(shift))
      return sum + count * shift + (count + 1 / dispersion) * log(ratio)
    }
  }
}
