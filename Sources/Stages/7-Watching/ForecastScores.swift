internal import Foundation

/// One forecast that was resolved.
public struct Forecast: Sendable {
  /// The probability that was given, 0 to 1.
  public let probability: Double
  /// Whether it came true.
  public let cameTrue: Bool

  /// Makes a forecast; nil if the probability is not from 0 to 1.
  public init?(probability: Double, cameTrue: Bool) {
    guard (0...1).contains(probability) else { return nil }
    self.probability = probability
    self.cameTrue = cameTrue
  }
}

/// How well forecasts fared.
public struct ForecastScores: Sendable {
  /// One part of the calibration curve.
  public struct Bin: Sendable, Equatable {
    /// The number of forecasts.
    public let count: Int
    /// The number that came true.
    public let cameTrue: Int
    /// The mean probability that was given.
    public let meanProbability: Double
    /// The share that came true.
    public let share: Double
    /// The 95 % interval of the share by Wilson (1927).
    public let interval: ClosedRange<Double>
  }

  /// The number of forecasts.
  public let count: Int
  /// The mean squared distance of probability and outcome (Brier 1950); 0 is best, 1 worst.
  public let brier: Double
  /// The mean negative natural logarithm of what was given to the outcome (Good 1952).
  ///
  /// Probabilities are kept `Double.ulpOfOne` away from 0 and 1, as in scikit-learn.
  public let log: Double
  /// The calibration curve in parts of equal width, without empty ones.
  public let bins: [Bin]

  /// Scores forecasts; nil without any.
  public init?(_ forecasts: [Forecast], parts: Int = 5) {
    guard !forecasts.isEmpty, parts > 0 else { return nil }
    let number = Double(forecasts.count)
    count = forecasts.count
    brier =
      forecasts.reduce(0) { sum, forecast in
        let distance = forecast.probability - (forecast.cameTrue ? 1 : 0)
        return sum + distance * distance
      } / number
    log =
      -forecasts.reduce(0) { sum, forecast in
        let given = forecast.cameTrue ? forecast.probability : 1 - forecast.probability
        return sum + Foundation.log(min(max(given, Double.ulpOfOne), 1 - Double.ulpOfOne))
      } / number
    // A probability on an edge belongs to the part below it.
    let edges = (1..<max(parts, 2)).map { Double($0) / Double(parts) }.prefix(parts - 1)
    bins = Dictionary(grouping: forecasts) { forecast in
      edges.count { $0 < forecast.probability }
    }.sorted { $0.key < $1.key }.map { ForecastScores.bin($0.value) }
  }

  private static func bin(_ forecasts: [Forecast]) -> Bin {
    let number = Double(forecasts.count)
    let cameTrue = forecasts.count { $0.cameTrue }
    let share = Double(cameTrue) / number
    return Bin(
      count: forecasts.count, cameTrue: cameTrue,
      meanProbability: forecasts.reduce(0) { $0 + $1.probability } / number, share: share,
      interval: wilsonInterval(cameTrue, of: forecasts.count))
  }
}
