import ArabicScript
import NewsModel

/// How likely the wordings of outlooks make what is to come, as `Data/reading/likelihood.tsv` states it.
struct OutlookLikelihood: Sendable, Hashable {
  let likelihood: Likelihood
  /// The probability in percent; `nil` if the wording states none.
  let band: ClosedRange<Int>?

  /// A wording that says nothing on how likely the outcome is.
  static let unstated = OutlookLikelihood(likelihood: .unstated, band: nil)

  /// The band of wordings that leave the outcome open; it never counts for calibration.
  static let openBand = 5...95

  /// The table by its wordings, from a data file in the form of `Data/reading/likelihood.tsv`.
  static func table(_ file: DataFile) -> [String: OutlookLikelihood] {
    var result: [String: OutlookLikelihood] = [:]
    for row in file.rows {
      guard let likelihood = Likelihood(rawValue: row[1]), let low = Int(row[2]),
        let high = Int(row[3]),
        low <= high
      else { continue }
      result[row[0]] = OutlookLikelihood(likelihood: likelihood, band: low...high)
    }
    return result
  }
}
