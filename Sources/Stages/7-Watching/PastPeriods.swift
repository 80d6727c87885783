internal import ArabicScript

/// RKI's method and the Bayesian one: the same weeks of past years, and those just before.
///
/// RKI: Crow and Gardner's interval (1959) of the mean, twice the deviation above twenty.
/// Bayes: the predictive distribution under Jeffreys' prior (Riebler 2004, Höhle 2007).
public struct PastPeriods: Sendable {
  /// What the bound is.
  public enum Rule: Sendable, Equatable {
    case interval
    case predictive(alpha: Double)
  }

  /// What the bound is.
  public var rule: Rule
  /// The number of past years.
  public var years: Int
  /// The points on each side of the same one in a past year.
  public var halfWidth: Int
  /// Whether the points just before count.
  public var usesPresentYear: Bool

  /// Makes a detector.
  public init(_ rule: Rule, years: Int, halfWidth: Int, usesPresentYear: Bool) {
    self.rule = rule
    self.years = years
    self.halfWidth = halfWidth
    self.usesPresentYear = usesPresentYear
  }

  /// Judges the points from `first` on.
  ///
  /// - Throws: `WatchingProblem` if too few points are before it.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    let range = try series.range(
      from: first, needing: years * series.period + halfWidth, for: "rki, bayes")
    return range.map { index in
      let reference = reference(series, index)
      let bound = upperBound(reference)
      let observed = series.counts[index]
      return Detection(
        index: index, observed: observed, upperBound: bound, isAlarm: Double(observed) > bound,
        expected: moments(reference).mean)
    }
  }

  private func reference(_ series: CountSeries, _ index: Int) -> [Int] {
    var values = usesPresentYear ? Array(series.counts[(index - halfWidth)..<index]) : []
    for year in stride(from: 1, through: years, by: 1) {
      let middle = index - year * series.period
      // A window may reach beyond the present only where the season is shorter than it.
      values += series.counts[(middle - halfWidth)...min(middle + halfWidth, index - 1)]
    }
    return values
  }

  private func upperBound(_ reference: [Int]) -> Double {
    switch rule {
    case .predictive(let alpha):
      let count = Double(reference.count)
      let sum = reference.reduce(0.0) { $0 + Double($1) }
      return Distributions.negativeBinomialQuantile(
        1 - alpha, size: sum + 0.5, success: count / (count + 1))
    case .interval:
      let (mean, deviation) = moments(reference)
      let limits = PastPeriods.limits
      return mean > Double(limits.count - 1) ? mean + 2 * deviation : limits[Int(mean)]
    }
  }

  /// The upper limits of Crow and Gardner, by the count.
  private static let limits: [Double] =
    DataFile("watching/poisson-limits.tsv").rows.compactMap { Double($0[1]) }
}
