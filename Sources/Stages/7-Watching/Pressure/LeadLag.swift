internal import Foundation

/// Whether one series of counts runs before another: their correlation at each lag, with intervals.
///
/// Counts are made `2 sqrt(x + 3/8)` (Anscombe 1948), so that busy periods don't outweigh the others, and
/// freed of a straight trend. Neighbouring periods resemble each other, so that n of them tell less than
/// n: the interval is Fisher's (1915) with the number that Bartlett's formula leaves (Bartlett, "Some
/// aspects of the time-correlation problem", 1935). A lag is told only if its interval shuts out 0 with
/// the error rate shared among all lags (Bonferroni).
public struct LeadLag: Sendable, Equatable {
  /// The correlation at one lag.
  public struct Point: Sendable, Equatable {
    /// By how many periods the second series is later; below 0 if it is earlier.
    public let lag: Int
    /// The correlation.
    public let correlation: Double
    /// Its 95 % interval, for this lag alone.
    public let interval: ClosedRange<Double>
    /// The interval that holds for all lags together.
    public let sharedInterval: ClosedRange<Double>
  }

  /// What comes out.
  public enum Finding: Sendable, Equatable {
    /// There are too few periods.
    case tooShort(needed: Int, given: Int)
    /// A series hardly varies: too few of its periods have a count.
    case tooFew(needed: Int)
    /// No lag shuts out 0.
    case nothing
    /// The lag whose interval lies farthest from 0.
    case told(Point)
  }

  /// The lags from the earliest to the latest; none if nothing could be worked out.
  public let points: [Point]
  /// What comes out.
  public let finding: Finding

  /// The fewest periods.
  public static let leastPeriods = 20
  /// The fewest periods with a count, in each series.
  public static let leastCounts = 5

  /// Compares two series of the same periods.
  public init(_ first: [Int], _ second: [Int], lags: Int) {
    let count = min(first.count, second.count)
    let needed = max(LeadLag.leastPeriods, 4 * lags)
    guard count >= needed else {
      points = []
      finding = .tooShort(needed: needed, given: count)
      return
    }
    let isThin = [first, second].contains { series in
      series.count { $0 > 0 } < LeadLag.leastCounts
    }
    let (x, y) = (LeadLag.flattened(first), LeadLag.flattened(second))
    guard !isThin, let x, let y else {
      points = []
      finding = .tooFew(needed: LeadLag.leastCounts)
      return
    }
    let share = LeadLag.share(x, y)
    let quantile = Distributions.normalQuantile(0.975)
    let shared = Distributions.normalQuantile(1 - 0.025 / Double(2 * lags + 1))
    points = (-lags...lags).map { lag in
      let correlation = LeadLag.correlation(x, y, lag)
      let number = max(4, Double(count - abs(lag)) * share)
      return Point(
        lag: lag, correlation: correlation,
        interval: LeadLag.interval(correlation, number, quantile),
        sharedInterval: LeadLag.interval(correlation, number, shared))
    }
    let told = points.filter {
      $0.sharedInterval.lowerBound > 0 || $0.sharedInterval.upperBound < 0
    }
    let best = told.max { LeadLag.distance($0) < LeadLag.distance($1) }
    finding = best.map { .told($0) } ?? .nothing
  }

  private static func distance(_ point: Point) -> Double {
    min(abs(point.sharedInterval.lowerBound), abs(point.sharedInterval.upperBound))
  }

  /// The series made even and freed of its trend, with mean 0 and variance 1; `nil` if it doesn't vary.
  private static func flattened(_ counts: [Int]) -> [Double]? {
    let values = counts.map { 2 * (Double($0) + 0.375).squareRoot() }
    let number = Double(values.count)
    let mean = values.reduce(0, +) / number
    let middle = (number - 1) / 2
    var (product, square) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      product += (Double(index) - middle) * (value - mean)
      square += (Double(index) - middle) * (Double(index) - middle)
    }
    let slope = product / square
    let rest = values.enumerated().map { $1 - mean - slope * (Double($0) - middle) }
    let variance = rest.reduce(0) { $0 + $1 * $1 } / number
    guard variance > 1e-9 else { return nil }
    return rest.map { $0 / variance.squareRoot() }
  }

  /// The correlation of `x` with what `y` is `lag` periods later.
  private static func correlation(_ x: [Double], _ y: [Double], _ lag: Int) -> Double {
    var sum = 0.0
    for index in x.indices where y.indices.contains(index + lag) {
      sum += x[index] * y[index + lag]
    }
    return sum / Double(x.count)
  }

  /// How much of the number of periods is left where neighbours resemble each other.
  private static func share(_ x: [Double], _ y: [Double]) -> Double {
    var sum = 1.0
    for lag in 1...(x.count / 4) {
      let weight = 1 - Double(lag) / Double(x.count)
      sum += 2 * weight * correlation(x, x, lag) * correlation(y, y, lag)
    }
    return 1 / max(1, sum)
  }

  private static func interval(
    _ correlation: Double, _ number: Double, _ quantile: Double
  ) -> ClosedRange<Double> {
    let middle = atanh(min(max(correlation, -0.999_999), 0.999_999))
    let half = quantile / (max(number - 3, 1)).squareRoot()
    return tanh(middle - half)...tanh(middle + half)
  }
}
