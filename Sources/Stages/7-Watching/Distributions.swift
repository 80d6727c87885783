internal import Foundation

/// Quantiles and tails of the distributions that the detectors need.
enum Distributions {
  /// The normal quantile: rational start (Abramowitz and Stegun 1964, 26.2.23), then Newton steps.
  ///
  /// The probability is above 0 and below 1.
  static func normalQuantile(_ probability: Double) -> Double {
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    let root = (-2 * log(tail)).squareRoot()
    let top = 2.515517 + root * (0.802853 + root * 0.010328)
    let bottom = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308))
    var value = root - top / bottom
    for _ in 0..<6 {
      let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
      let step = (erfc(value / 2.0.squareRoot()) / 2 - tail) / density
      // Halley's correction: the density falls by `value` of itself a unit.
      let change = step / (1 - step * value / 2)
      value += change
      if abs(change) < 1e-16 * abs(value) { break }
    }
    return probability < 0.5 ? -value : value
  }

  /// The probability that a Student variable is farther from zero than `value`.
  static func studentTwoSided(_ value: Double, degrees: Int) -> Double {
    guard degrees > 0, !value.isNaN else { return .nan }
    let freedom = Double(degrees)
    return incompleteBeta(freedom / 2, 0.5, at: freedom / (freedom + value * value))
  }

  /// The quantile of Student's distribution, by halving; for probabilities of one half and more.
  static func studentQuantile(_ probability: Double, degrees: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    while 1 - studentTwoSided(high, degrees: degrees) / 2 < probability && high < 1e12 {
      high *= 2
    }
    for _ in 0..<200 where high - low > 1e-15 * high {
      let middle = (low + high) / 2
      if 1 - studentTwoSided(middle, degrees: degrees) / 2 < probability {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// The least count whose cumulated Poisson probability reaches `probability`.
  static func poissonQuantile(_ probability: Double, mean: Double) -> Double {
    if mean <= 0 { return 0 }
    return quantile(probability, first: -mean, mean: mean, deviation: mean.squareRoot()) { count in
      mean / count
    } logMass: { count in
      count * log(mean) - mean - lgamma(count + 1)
    }
  }

  /// The least count whose cumulated negative binomial probability reaches `probability`.
  ///
  /// The mean is `size * (1 - success) / success`; `success` is above 0 and at most 1.
  static func negativeBinomialQuantile(
    _ probability: Double, size: Double, success: Double
  ) -> Double {
    let failure = 1 - success
    if size <= 0 || failure <= 0 { return 0 }
    let mean = size * failure / success
    let deviation = (mean / success).squareRoot()
    return quantile(
      probability, first: size * log(success), mean: mean, deviation: deviation
    ) { count in
      (size + count - 1) / count * failure
    } logMass: { count in
      lgamma(size + count) - lgamma(size) - lgamma(count + 1) + size * log(success)
        + count * log(failure)
    }
  }

  /// Sums masses upwards, from zero or from forty deviations below the mean.
  private static func quantile(
    _ probability: Double, first: Double, mean: Double, deviation: Double,
    ratio: (Double) -> Double, logMass: (Double) -> Double
  ) -> Double {
    // A cumulated sum that equals the probability up to rounding has reached it.
    let goal = probability * (1 - 64 * Double.ulpOfOne)
    var count = first > -600 ? 0 : max(0, (mean - 40 * deviation).rounded(.down))
    var mass = exp(count == 0 ? first : logMass(count))
    // Masses too small for a number are passed over; none of them matters to the sum.
    while mass == 0 && count < mean {
      count += max(1, (deviation / 4).rounded(.down))
      mass = exp(logMass(count))
    }
    var sum = mass
    while sum < goal && (mass > 0 || count < mean) {
      count += 1
      mass *= ratio(count)
      sum += mass
    }
    return count
  }

  /// The regularised incomplete beta function by Lentz's continued fraction (DLMF 8.17.22).
  static func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(b, a, at: 1 - x) }
    let front =
      exp(
        lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    let least = 1e-300
    var numerator = 1.0
    var denominator = 1 / max(least, 1 - (a + b) * x / (a + 1))
    var fraction = denominator
    for step in 1...500 {
      let m = Double(step)
      for term in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        denominator = 1 + term * denominator
        if abs(denominator) < least { denominator = least }
        denominator = 1 / denominator
        numerator = 1 + term / numerator
        if abs(numerator) < least { numerator = least }
        fraction *= denominator * numerator
      }
      if abs(denominator * numerator - 1) < 1e-15 { break }
    }
    return front * fraction
  }
}
