/// What a detector says of one point of a series.
public struct Detection: Sendable, Equatable {
  /// The point, counted from zero.
  public let index: Int
  /// The count at the point.
  public let observed: Int
  /// The count above which the detector raises an alarm; nil where the method gives none.
  public let upperBound: Double?
  /// Whether the count is an alarm.
  public let isAlarm: Bool
  /// The count that the detector expects; nil where the method has none of its own.
  public let expected: Double?

  /// Makes a detection.
  public init(
    index: Int, observed: Int, upperBound: Double?, isAlarm: Bool, expected: Double? = nil
  ) {
    self.index = index
    self.observed = observed
    self.upperBound = upperBound
    self.isAlarm = isAlarm
    self.expected = expected
  }
}

/// Why a series can't be watched.
public enum WatchingProblem: Error, Equatable, Sendable {
  /// No detector has this name.
  case unknownDetector(String)
  /// The first point to judge needs so many points before it.
  case tooShort(detector: String, needed: Int, given: Int)
  /// The first point to judge is not in the series.
  case outside(index: Int, count: Int)
  /// A count is below zero, or above `CountSeries.largest`.
  case badCount(index: Int, value: Int)
  /// The season has too few points for the detector's parts of it.
  case badPeriod(Int)
  /// The detector has no error rate that could be chosen.
  case noErrorRate(detector: String)
  /// An error rate is not between 0 and 0.5.
  case badErrorRate(Double)
}

/// Counts at equal distances of time.
public struct CountSeries: Sendable {
  /// The largest count that a series holds: 2^31 - 1.
  public static let largest = Int(Int32.max)

  /// The counts in the order of time.
  public let counts: [Int]
  /// The number of points a year: 52 for weeks, 12 for months, 365 for days.
  public let period: Int

  /// Makes a series.
  ///
  /// - Throws: `WatchingProblem.badCount`, `WatchingProblem.badPeriod`.
  public init(_ counts: [Int], period: Int) throws(WatchingProblem) {
    guard period > 0 else { throw .badPeriod(period) }
    for (index, value) in counts.enumerated() where value < 0 || value > CountSeries.largest {
      throw .badCount(index: index, value: value)
    }
    self.counts = counts
    self.period = period
  }

  /// The points from one on to the end, if the detector has enough before it.
  func range(
    from first: Int, needing needed: Int, for detector: String
  ) throws(WatchingProblem) -> Range<Int> {
    guard counts.indices.contains(first) else {
      throw .outside(index: first, count: counts.count)
    }
    guard first >= needed else {
      throw .tooShort(detector: detector, needed: needed, given: first)
    }
    return first..<counts.count
  }
}

/// The mean and the standard deviation with n - 1.
func moments(_ values: some Collection<Int>) -> (mean: Double, deviation: Double) {
  let count = Double(values.count)
  let mean = values.reduce(0) { $0 + Double($1) } / count
  let squares = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
  return (mean, values.count > 1 ? (squares / (count - 1)).squareRoot() : .nan)
}
