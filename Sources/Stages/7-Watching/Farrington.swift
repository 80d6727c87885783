internal import Foundation

/// The method of Farrington and others (1996), and its flexible form by Noufaily and others (2013).
///
/// A quasi-Poisson regression on the same season of past years; past outbreaks are weighed down.
public struct Farrington: Sendable {
  /// How the bound follows from the fit.
  public enum Bound: Sendable, Equatable {
    /// The delta method on the power 2/3 of counts.
    case delta
    /// The quantile of a negative binomial distribution with the fitted mean.
    case negativeBinomial
  }

  /// How many years back.
  public var years = 3
  /// The points on each side of the same one in a past year.
  public var halfWidth = 3
  /// The bound's error rate: of both sides in the form of 1996, of the upper one in the flexible.
  public var alpha = 0.01
  /// The residual above which a past count is weighed down.
  public var weightsThreshold: Double
  /// The probability below which a trend is kept.
  public var trendThreshold: Double
  /// The parts of a year; nil for the form of 1996, which has windows only.
  public var periods: Int?
  /// The points just before that aren't looked at, in the flexible form.
  public var skipped = 26
  /// How the bound follows from the fit.
  public var bound: Bound
  /// No alarm with fewer cases than this in the last four points.
  public var leastCases = 5

  /// The form of 1996.
  public static var original: Farrington {
    Farrington(weightsThreshold: 1, trendThreshold: 0.05, periods: nil, bound: .delta)
  }

  /// The flexible form with the parameters that Noufaily and others recommend.
  public static var flexible: Farrington {
    Farrington(
      weightsThreshold: 2.58, trendThreshold: 1, periods: 10, bound: .negativeBinomial)
  }

  /// The flexible form with the windows, weights and bound of 1996.
  public static var flexibleOriginal: Farrington {
    var method = Farrington(
      weightsThreshold: 1, trendThreshold: 1, periods: 1, bound: .delta)
    method.skipped = method.halfWidth
    return method
  }

  /// Judges the points from `first` on.
  ///
  /// - Throws: `WatchingProblem` if too few points are before it, or a year has too few points.
  public func detect(_ series: CountSeries, from first: Int) throws(WatchingProblem) -> [Detection]
  {
    if let periods, periods > 1, series.period - 2 * halfWidth - 1 < periods - 1 {
      throw .badPeriod(series.period)
    }
    guard series.period > 2 * halfWidth else { throw .badPeriod(series.period) }
    let reach = years * series.period
    let range = try series.range(
      from: first, needing: periods == nil ? reach - halfWidth - 1 : reach + halfWidth,
      for: "farrington")
    return range.map { detect(series, at: $0) }
  }

  private func detect(_ series: CountSeries, at index: Int) -> Detection {
    let observed = series.counts[index]
    let recent = series.counts[max(0, index - 3)...index].reduce(0, +)
    guard recent >= leastCases else {
      // The form of 1996 gives zero as the bound here, the flexible one none.
      return Detection(
        index: index, observed: observed, upperBound: periods == nil ? 0 : nil, isAlarm: false)
    }
    let sample = sample(series, index)
    guard let fit = fit(sample, time: Double(index)) else {
      return Detection(index: index, observed: observed, upperBound: nil, isAlarm: false)
    }
    let (predictor, variance) = fit.model.predict(
      time: Double(index), group: sample.groupCount - 1)
    let judged = judge(
      Double(observed), predictor, variance, fit.dispersion,
      errorDispersion: periods == nil ? fit.dispersion : fit.model.priorDispersion)
    return Detection(
      index: index, observed: observed, upperBound: judged.bound,
      isAlarm: judged.score > 1 && observed != 0, expected: exp(predictor))
  }

  private typealias Fit = (model: CovarianceModel, dispersion: Double)

  /// Fits with the trend, and again without if it isn't kept.
  private func fit(_ sample: CovarianceModel.Sample, time: Double) -> Fit? {
    guard let fit = fitted(sample, hasTrend: true) else { return nil }
    guard fit.model.hasTrend else { return fit }
    let isFlexible = periods != nil
    let probability = fit.model.trendProbability(
      dispersion: isFlexible ? fit.model.priorDispersion : fit.model.dispersion)
    let mean = exp(fit.model.predict(time: time, group: sample.groupCount - 1).predictor)
    let isKept =
      years >= 3 && probability < trendThreshold && mean <= (sample.counts.max() ?? 0)
    return isKept ? fit : fitted(sample, hasTrend: false)
  }

  /// Fits once, then once more with past outbreaks weighed down.
  private func fitted(_ sample: CovarianceModel.Sample, hasTrend: Bool) -> Fit? {
    var model = CovarianceModel(sample, hasTrend: hasTrend)
    if model?.converged != true && hasTrend {
      model = CovarianceModel(sample, hasTrend: false)
    }
    guard let model, model.converged || periods == nil else { return nil }
    let weights = model.reweighted(
      dispersion: max(model.dispersion, 1), threshold: weightsThreshold)
    guard let second = CovarianceModel(sample, hasTrend: model.hasTrend, priors: weights) else {
      return nil
    }
    return (second, max(second.dispersion, 1))
  }

  /// The bound, and how far the count is towards it from what is expected.
  private func judge(
    _ observed: Double, _ predictor: Double, _ variance: Double, _ dispersion: Double,
    errorDispersion: Double
  ) -> (bound: Double?, score: Double) {
    let mean = exp(predictor)
    guard mean.isFinite else { return (nil, 0) }
    switch bound {
    case .delta:
      let error = errorDispersion * variance * mean * mean
      let spread = (4 / 9.0 * pow(mean, 1 / 3.0) * (dispersion + error / mean)).squareRoot()
      let tail = periods == nil ? alpha / 2 : alpha
      let bound = pow(
        pow(mean, 2 / 3.0) + Distributions.normalQuantile(1 - tail) * spread, 1.5)
      return bound.isNaN ? (nil, 0) : (bound, (observed - mean) / (bound - mean))
    case .negativeBinomial:
      let bound =
        dispersion > 1
        ? Distributions.negativeBinomialQuantile(
          1 - alpha, size: mean / (dispersion - 1), success: 1 / dispersion)
        : Distributions.poissonQuantile(1 - alpha, mean: mean)
      // A count above the quantile is an alarm.
      return (bound, observed > bound ? 2 : 0)
    }
  }

  /// The past counts that are looked at.
  private func sample(_ series: CountSeries, _ index: Int) -> CovarianceModel.Sample {
    let last = (periods ?? 1) - 1
    var sample = CovarianceModel.Sample()
    sample.groupCount = last + 1
    func add(_ points: Range<Int>, group: Int) {
      let end = periods == nil ? index : index - skipped
      for point in points where point >= 0 && point < end {
        sample.counts.append(Double(series.counts[point]))
        sample.times.append(Double(point))
        sample.groups.append(group)
      }
    }
    for year in stride(from: years, through: 1, by: -1) {
      let middle = index - year * series.period
      add(middle - halfWidth..<middle + halfWidth + 1, group: last)
      guard last > 0 else { continue }
      var start = middle + halfWidth + 1
      let between = series.period - 2 * halfWidth - 1
      for group in 0..<last {
        let length = between / last + (group < between % last ? 1 : 0)
        add(start..<start + length, group: group)
        start += length
      }
    }
    return sample
  }
}
