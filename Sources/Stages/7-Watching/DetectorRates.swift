internal import ArabicScript
package import NewsModel

/// How often a detector is wrong and how often right, as `Data/watching/error-rates.tsv` has it.
///
/// Measured with the parameters of the detector's publication on weekly series with planted outbreaks.
package struct DetectorRates: Sendable, Hashable {
  /// How often it was wrong in weeks without an outbreak.
  package let errorRate: ErrorRate
  /// The outbreaks that were planted.
  package let outbreaks: Int
  /// Those of them that it found.
  package let found: Int

  /// The part of the outbreaks that it found, 0 to 1.
  package var sensitivity: Double { outbreaks > 0 ? Double(found) / Double(outbreaks) : 0 }

  /// The rates of a detector; `nil` if they weren't measured.
  package static func of(_ detector: String) -> DetectorRates? { all[detector] }

  private static let all: [String: DetectorRates] = {
    var rates: [String: DetectorRates] = [:]
    for row in DataFile("watching/error-rates.tsv").rows {
      let numbers = (1...4).map { Int(row[$0]) ?? 0 }
      guard let rate = ErrorRate(quiet: numbers[0], falseAlarms: numbers[1]) else { continue }
      rates[row[0]] = DetectorRates(errorRate: rate, outbreaks: numbers[2], found: numbers[3])
    }
    return rates
  }()
}

extension Detector {
  /// Where the detector is published, as `Data/watching/detectors.tsv` has it.
  package static func publication(of name: String) -> String? { publications[name] }

  private static let publications = Dictionary(
    DataFile("watching/detectors.tsv").rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
}

extension ErrorRate {
  /// The 95 % interval of the share by Wilson (1927).
  package var interval: ClosedRange<Double> { wilsonInterval(falseAlarms, of: quiet) }
}

/// The 95 % interval of a share by Wilson (1927).
func wilsonInterval(_ hits: Int, of number: Int) -> ClosedRange<Double> {
  let number = Double(number)
  let share = Double(hits) / number
  let square = 1.959963984540054 * 1.959963984540054
  let middle = (share + square / (2 * number)) / (1 + square / number)
  let half =
    (square * (share * (1 - share) / number + square / (4 * number * number))).squareRoot()
    / (1 + square / number)
  return max(0, middle - half)...min(1, middle + half)
}
