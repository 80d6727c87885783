internal import Foundation

/// outbreakP (Frisén and Andersson 2009): a likelihood ratio of rising against constant counts.
public struct OutbreakOnset: Sendable {
  /// The alarm statistic above which the onset is declared.
  public var threshold = 100.0
  /// The largest count tried as a bound.
  public var largestBound = 100_000

  /// Makes a detector with the published threshold.
  public init() {}

  /// Judges the points from `first` on; all points before belong to the same season.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(from: first, needing: 1, for: "outbreakP")
    return range.map { index in
      let before = Array(series.counts[..<index])
      let observed = series.counts[index]
      let isAlarm = exceeds(before, observed)
      return Detection(
        index: index, observed: observed, upperBound: bound(before), isAlarm: isAlarm)
    }
  }

  /// The least count that would be an alarm, by halving: the statistic grows with the last count.
  ///
  /// None where no count would be one, or each.
  private func bound(_ before: [Int]) -> Double? {
    guard exceeds(before, largestBound), !exceeds(before, 0) else { return nil }
    var (low, high) = (0, largestBound)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if exceeds(before, middle) { high = middle } else { low = middle }
    }
    return Double(high)
  }

  private func exceeds(_ before: [Int], _ last: Int) -> Bool {
    logStatistic(before + [last]) > log(threshold)
  }

  /// The logarithm of the ratio, from the isotonic regression by pooling adjacent violators.
  private func logStatistic(_ counts: [Int]) -> Double {
    var blocks: [(sum: Double, size: Double)] = []
    for count in counts {
      var block = (sum: Double(count), size: 1.0)
      while let last = blocks.last, block.sum / block.size <= last.sum / last.size {
        block = (block.sum + last.sum, block.size + last.size)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let mean = counts.reduce(0.0) { $0 + Double($1) } / Double(counts.count)
    return blocks.reduce(0) { total, block in
      block.sum == 0 ? total : total + block.sum * log(block.sum / block.size / mean)
    }
  }
}
