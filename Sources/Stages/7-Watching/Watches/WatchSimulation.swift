internal import Foundation
package import NewsModel

/// How often a watch would raise an alarm if nothing happened: its detector on simulated counts.
///
/// The counts are independent and have the mean and the variance of the watch's own history: negative binomial with
/// variance phi times the mean, as Noufaily and others (2013) simulate them, Poisson where the history varies no
/// more than that. They have neither trend nor season, and what happened in the history widens them, so
/// that a history with outbreaks makes the rate look better than it is.
package struct WatchSimulation: Sendable {
  private let judge: CountJudge
  private let counts: CountDistribution

  /// The fewest periods of history that tell a mean and a variance.
  package static let leastHistory = 8
  /// The periods of history that are looked at.
  package static let history = 156
  /// The most periods that are simulated and judged.
  package static let periods = 1_000
  /// The most counts that are drawn; long baselines get fewer periods for it.
  private static let budget = 300_000

  /// Fits a simulation to a watch's history; `nil` if that is too short, if nothing was counted in it, or if its counts are
  /// too large to be simulated.
  ///
  /// - Parameters:
  ///   - watch: The watch.
  ///   - history: Independent stories by period, of periods in which anything was published.
  /// - Throws: `WatchingProblem` if the watch's detector can't work with its parameters.
  package init?(_ watch: Watch, history: [Int]) throws(WatchingProblem) {
    judge = try CountJudge(watch)
    guard history.count >= WatchSimulation.leastHistory else { return nil }
    let (mean, deviation) = moments(history)
    guard let counts = CountDistribution(mean: mean, variance: deviation * deviation) else {
      return nil
    }
    self.counts = counts
  }

  /// How often the watch was wrong on the simulated counts; the same each time.
  ///
  /// - Parameter most: The most periods that are simulated.
  /// - Returns: `nil` if the detector refused all of them.
  package func errorRate(over most: Int = WatchSimulation.periods) -> ErrorRate? {
    let length = judge.before + 1
    let number = max(1, min(most, WatchSimulation.budget / length))
    var random = SplitMix()
    var (quiet, falseAlarms) = (0, 0)
    for _ in 0..<number {
      let drawn = (0..<length).map { _ in counts.count(at: random.nextUnit()) }
      guard let verdict = try? judge.judge(drawn) else { continue }
      quiet += 1
      falseAlarms += verdict.isAlarm ? 1 : 0
    }
    return ErrorRate(quiet: quiet, falseAlarms: falseAlarms)
  }
}

/// A distribution of counts, drawn from by its cumulated probabilities.
struct CountDistribution: Sendable {
  private let first: Int
  /// The probabilities of counts up to `first`, `first` + 1, ...
  private let cumulated: [Double]

  /// Makes the negative binomial distribution of a mean and a larger variance, else the Poisson distribution.
  ///
  /// - Returns: `nil` if the mean is not above zero, or the deviation above 50,000.
  init?(mean: Double, variance: Double) {
    guard mean > 0, mean.isFinite, variance.isFinite else { return nil }
    let factor = max(variance / mean, 1)
    let deviation = (mean * factor).squareRoot()
    guard deviation <= 50_000 else { return nil }
    let isPoisson = factor < 1 + 1e-9
    let size = isPoisson ? 0 : mean / (factor - 1)
    func logMass(_ count: Double) -> Double {
      isPoisson
        ? count * log(mean) - mean - lgamma(count + 1)
        : lgamma(size + count) - lgamma(size) - lgamma(count + 1) - size * log(factor)
          + count * log(1 - 1 / factor)
    }
    first = Int(max(0, mean - 12 * deviation))
    var cumulated: [Double] = []
    var sum = 0.0
    // Far behind the mean only a tail of less than 1e-9 is left, also of skewed distributions.
    let end = Int(mean + 60 * deviation) + 20
    for count in first...max(first, end) {
      sum += exp(logMass(Double(count)))
      cumulated.append(sum)
      if sum > 1 - 1e-12 { break }
    }
    self.cumulated = cumulated
  }

  /// The least count whose cumulated probability is above a number from 0 to 1.
  func count(at probability: Double) -> Int {
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > probability { high = middle } else { low = middle + 1 }
    }
    return first + low
  }
}

/// Random numbers that are the same each time: SplitMix64 (Steele, Lea and Flood 2014).
private struct SplitMix {
  private var state: UInt64 = 9

  /// A number from 0 up to, not including, 1.
  mutating func nextUnit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-53
  }
}
