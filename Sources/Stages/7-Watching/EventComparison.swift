/// How far two counts of the same things agree: Marsad's, and those of a data set coded by people.
public struct EventComparison: Sendable, Hashable {
  /// The pairs of counts.
  public let count: Int
  /// Pearson's correlation of the counts, -1 to 1; `nil` if one side never varies.
  public let pearson: Double?
  /// Spearman's rank correlation with mean ranks for ties, -1 to 1; `nil` if one side never varies.
  public let spearman: Double?
  /// Pairs in which both sides count something.
  public let hits: Int
  /// Pairs in which only the data set does.
  public let misses: Int
  /// Pairs in which only Marsad does.
  public let falseAlarms: Int

  /// Compares pairs of counts.
  ///
  /// - Parameters:
  ///   - pairs: What the data set and what Marsad counts, of the same place and month.
  ///   - least: The fewest events of a side that are something.
  public init(_ pairs: [(theirs: Int, ours: Int)], least: Int = 1) {
    count = pairs.count
    let (theirs, ours) = (pairs.map { Double($0.theirs) }, pairs.map { Double($0.ours) })
    pearson = EventComparison.correlation(theirs, ours)
    spearman = EventComparison.correlation(
      EventComparison.ranks(theirs), EventComparison.ranks(ours))
    hits = pairs.count { $0.theirs >= least && $0.ours >= least }
    misses = pairs.count { $0.theirs >= least && $0.ours < least }
    falseAlarms = pairs.count { $0.theirs < least && $0.ours >= least }
  }

  /// The part of the data set's pairs that Marsad has too, 0 to 1; `nil` without any.
  public var sensitivity: Double? {
    hits + misses > 0 ? Double(hits) / Double(hits + misses) : nil
  }

  /// The part of Marsad's pairs that the data set has too, 0 to 1; `nil` without any.
  public var precision: Double? {
    hits + falseAlarms > 0 ? Double(hits) / Double(hits + falseAlarms) : nil
  }

  /// Pearson's product-moment correlation.
  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.count > 1 else { return nil }
    let number = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / number, b.reduce(0, +) / number)
    var (product, squaresA, squaresB) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    guard squaresA > 0, squaresB > 0 else { return nil }
    return min(1, max(-1, product / (squaresA * squaresB).squareRoot()))
  }

  /// The ranks from 1; equal values have the mean of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
