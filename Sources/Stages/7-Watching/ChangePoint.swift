internal import Foundation

/// Bayesian online detection of change points (Adams and MacKay 2007) for Poisson counts.
///
/// Keeps the distribution of how long the present mean has held, with a gamma prior on the mean.
/// A point is an alarm when a mean younger than `recent` points is likelier than `threshold` and
/// the mean that has most likely held since is above the one before the series' judged part.
public struct ChangePoint: Sendable {
  /// How many points a mean is expected to hold.
  public var expectedRun = 100.0
  /// Up to how many points a mean counts as new.
  public var recent = 3
  /// The probability of a new mean above which a point is an alarm.
  public var threshold = 0.5

  /// Makes a detector.
  public init() {}

  /// Judges the points from `first` on; the prior has the mean of the points before.
  ///
  /// The method has no bound on a single count.
  ///
  /// - Throws: `WatchingProblem` if fewer than `recent` points are before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(from: first, needing: recent, for: "changePoint")
    let prior = max(moments(series.counts[..<first]).mean, 0.1)
    // By the length of the run: its probability, the sum and the number of its counts.
    var runs: [(probability: Double, sum: Double, number: Double)] = [(1, prior, 1)]
    var result: [Detection] = []
    for index in 0..<range.upperBound {
      let count = Double(series.counts[index])
      let before = runs.max { $0.probability < $1.probability }
      var next = [(probability: 0.0, sum: prior, number: 1.0)]
      for run in runs {
        let joint = run.probability * ChangePoint.predictive(count, run.sum, run.number)
        next[0].probability += joint / expectedRun
        next.append((joint * (1 - 1 / expectedRun), run.sum + count, run.number + 1))
      }
      let total = next.reduce(0) { $0 + $1.probability }
      // Runs that no longer matter are dropped; a count that no run explains starts anew.
      runs =
        total > 0
        ? next.map { ($0.probability / total, $0.sum, $0.number) } : [(1, prior, 1)]
      let new = runs.filter { $0.number <= Double(recent + 1) }
      let isNew = new.reduce(0) { $0 + $1.probability } > threshold
      let newest = new.max { $0.probability < $1.probability }
      var isRise = false
      if let newest, let before {
        isRise = newest.sum / newest.number > before.sum / before.number
      }
      runs.removeAll { $0.probability < 1e-12 }
      guard index >= first else { continue }
      result.append(
        Detection(
          index: index, observed: series.counts[index], upperBound: nil,
          isAlarm: isNew && isRise))
    }
    return result
  }

  /// The negative binomial probability of a count, for a gamma distribution of the mean.
  private static func predictive(_ count: Double, _ shape: Double, _ rate: Double) -> Double {
    let coefficient: Double = lgamma(shape + count) - lgamma(shape) - lgamma(count + 1)
    let success: Double = shape * log(rate / (rate + 1))
    let failure: Double = count * log(rate + 1)
    return exp(coefficient + success - failure)
  }
}
