internal import Foundation

/// A quasi-Poisson regression with logarithmic link on groups and, if wished, a linear trend.
///
/// Fitted by iteratively reweighted least squares (McCullagh and Nelder 1989, 2.5) from counts
/// plus 0.1 until the deviance changes by less than 1e-8 of itself, 25 steps at most, as R's `glm`
/// does. Groups and one slope make the normal equations solvable in closed form: the slope comes
/// from the deviations from the groups' means.
struct CovarianceModel {
  /// The counts, their times and groups from zero.
  struct Sample {
    var counts: [Double] = []
    var times: [Double] = []
    var groups: [Int] = []
    var groupCount = 1
  }

  private(set) var hasTrend: Bool
  private(set) var converged = false
  private(set) var slope = 0.0
  /// The fitted means.
  private(set) var means: [Double]
  private let sample: Sample
  private let priors: [Double]
  private var predictors: [Double]
  private var intercepts: [Double]
  // Of the last step: weights, their sums by group, mean times by group, the slope's information.
  private var weights: [Double]
  private var groupWeights: [Double]
  private var groupTimes: [Double]
  private var information = 0.0

  /// Fits; nil if a step gives no finite deviance.
  ///
  /// `priors` is a weight a count, one for all if nil.
  init?(_ sample: Sample, hasTrend: Bool, priors: [Double]? = nil) {
    self.sample = sample
    self.hasTrend = hasTrend
    let count = sample.counts.count
    self.priors = priors ?? Array(repeating: 1, count: count)
    means = sample.counts.map { $0 + 0.1 }
    predictors = means.map { log($0) }
    intercepts = Array(repeating: 0, count: sample.groupCount)
    weights = Array(repeating: 0, count: count)
    groupWeights = intercepts
    groupTimes = intercepts
    var deviance = self.deviance
    for _ in 0..<25 {
      step()
      let next = self.deviance
      guard next.isFinite else { return nil }
      converged = abs(next - deviance) / (abs(next) + 0.1) < 1e-8
      deviance = next
      if converged { break }
    }
  }

  private mutating func step() {
    var groupValues = Array(repeating: 0.0, count: sample.groupCount)
    for group in groupWeights.indices {
      groupWeights[group] = 0
      groupTimes[group] = 0
    }
    var values = predictors
    for index in values.indices {
      values[index] += (sample.counts[index] - means[index]) / means[index]
      let weight = priors[index] * means[index]
      weights[index] = weight
      let group = sample.groups[index]
      groupWeights[group] += weight
      groupTimes[group] += weight * sample.times[index]
      groupValues[group] += weight * values[index]
    }
    for group in groupWeights.indices where groupWeights[group] > 0 {
      groupTimes[group] /= groupWeights[group]
      groupValues[group] /= groupWeights[group]
    }
    if hasTrend {
      information = 0
      var product = 0.0
      for index in values.indices {
        let group = sample.groups[index]
        let time = sample.times[index] - groupTimes[group]
        information += weights[index] * time * time
        product += weights[index] * time * (values[index] - groupValues[group])
      }
      slope = product / information
    }
    for group in intercepts.indices {
      intercepts[group] = groupValues[group] - slope * groupTimes[group]
    }
    for index in predictors.indices {
      predictors[index] = intercepts[sample.groups[index]] + slope * sample.times[index]
      means[index] = max(exp(predictors[index]), Double.ulpOfOne)
    }
  }

  private var deviance: Double {
    var sum = 0.0
    for index in means.indices {
      let (count, mean) = (sample.counts[index], means[index])
      let part = count > 0 ? count * log(count / mean) - (count - mean) : mean
      sum += 2 * priors[index] * part
    }
    return sum
  }

  /// The counts less the parameters.
  var degrees: Int {
    let groups = groupWeights.count { $0 > 0 }
    return sample.counts.count - groups - (hasTrend ? 1 : 0)
  }

  /// Pearson's estimate of the dispersion, weighted as the last step did.
  var dispersion: Double { dispersion(weights) }

  /// The estimate with the prior weights in place of the working ones.
  ///
  /// `surveillance` keeps these in the model that it predicts from; its bounds by the delta method
  /// and its test of the trend rest on them.
  var priorDispersion: Double { dispersion(priors) }

  private func dispersion(_ weights: [Double]) -> Double {
    var sum = 0.0
    for index in means.indices {
      let residual = (sample.counts[index] - means[index]) / means[index]
      sum += weights[index] * residual * residual
    }
    return sum / Double(degrees)
  }

  /// The predictor at a time in a group, and the variance of it for a dispersion of one.
  func predict(time: Double, group: Int) -> (predictor: Double, variance: Double) {
    var variance = 1 / groupWeights[group]
    if hasTrend {
      let distance = time - groupTimes[group]
      variance += distance * distance / information
    }
    return (intercepts[group] + slope * time, variance)
  }

  /// The two-sided probability of a slope as far from zero, by Student's distribution.
  func trendProbability(dispersion: Double) -> Double {
    Distributions.studentTwoSided(
      slope / (dispersion / information).squareRoot(), degrees: degrees)
  }

  /// The weights of Farrington and others (1996, section 3.5).
  ///
  /// Counts whose standardised Anscombe residual is above the threshold count with the inverse of
  /// its square.
  func reweighted(dispersion: Double, threshold: Double) -> [Double] {
    var result = means.indices.map { index -> Double in
      let mean = means[index]
      let group = sample.groups[index]
      var leverage = 1 / groupWeights[group]
      if hasTrend {
        let distance = sample.times[index] - groupTimes[group]
        leverage += distance * distance / information
      }
      let residual =
        1.5
        * (pow(sample.counts[index], 2 / 3.0) * pow(mean, -1 / 6.0)
          - mean.squareRoot())
      let scaled = residual / (dispersion * (1 - weights[index] * leverage)).squareRoot()
      return scaled > threshold ? 1 / (scaled * scaled) : 1
    }
    let factor = Double(result.count) / result.reduce(0, +)
    for index in result.indices { result[index] *= factor }
    return result
  }
}
