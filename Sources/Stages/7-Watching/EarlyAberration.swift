/// EARS C1, C2 and C3 (Hutwagner, Thompson and others 2003; Fricker, Hegler and Dunfee 2008).
///
/// C1 compares with the points just before, C2 leaves two out, C3 adds what C2 exceeded on the
/// two points before.
public struct EarlyAberration: Sendable {
  /// Which of the three.
  public enum Method: String, Sendable, CaseIterable {
    case c1
    case c2
    case c3
  }

  /// Which of the three.
  public var method: Method
  /// The number of points compared with.
  public var baseline = 7
  /// The one-sided error rate of a point.
  public var alpha = 0.001

  /// Makes a detector with the published baseline.
  public init(_ method: Method) { self.method = method }

  /// Judges the points from `first` on.
  ///
  /// - Throws: `WatchingProblem` if too few points are before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let lags = [Method.c1: 0, .c2: 2, .c3: 4]
    let name = "ears\(method.rawValue.uppercased())"
    let range = try series.range(
      from: first, needing: baseline + lags[method, default: 0], for: name)
    let quantile = Distributions.normalQuantile(1 - alpha)
    return range.map { index in
      let bound = bound(series.counts, index, quantile)
      let observed = series.counts[index]
      return Detection(
        index: index, observed: observed, upperBound: bound.isNaN ? nil : bound,
        isAlarm: Double(observed) > bound, expected: mean(series.counts, index))
    }
  }

  /// The mean of the points compared with.
  private func mean(_ counts: [Int], _ index: Int) -> Double {
    let lag = method == .c1 ? 0 : 2
    return moments(counts[(index - baseline - lag)..<(index - lag)]).mean
  }

  private func bound(_ counts: [Int], _ index: Int, _ quantile: Double) -> Double {
    let lag = method == .c1 ? 0 : 2
    let (mean, deviation) = moments(counts[(index - baseline - lag)..<(index - lag)])
    guard method == .c3 else { return mean + quantile * deviation }
    let excess = [index - 2, index - 1].reduce(0.0) { sum, before in
      let (mean, deviation) = moments(counts[(before - baseline - 2)..<(before - 2)])
      let excess = (Double(counts[before]) - mean) / deviation - 1
      return sum + (excess.isNaN ? .nan : max(0, excess))
    }
    let bound = Double(counts[index]) + deviation * (quantile - excess)
    return bound.isNaN ? .nan : max(0, bound)
  }
}
