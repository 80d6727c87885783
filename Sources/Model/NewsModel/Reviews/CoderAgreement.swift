/// How far two coders agree on the same events.
///
/// Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
/// Measurement 20 (1960) 37–46: kappa is (p_o − p_e) / (1 − p_e), where p_o is the share on which both agree and
/// p_e the share on which they would by chance, given how often each uses each category.
public struct CoderAgreement: Sendable, Hashable {
  /// The events that both decided on.
  public let count: Int
  /// Those on which they agree.
  public let agreed: Int
  /// Kappa, 1 for full agreement and 0 for that of chance; `nil` where nothing was coded, or where both used one
  /// category only, for then chance can't be told from agreement.
  public let kappa: Double?

  /// Compares the categories that two coders gave to the same events.
  public init(_ pairs: [(first: String, second: String)]) {
    count = pairs.count
    agreed = pairs.filter { $0.first == $0.second }.count
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    for pair in pairs {
      first[pair.first, default: 0] += 1
      second[pair.second, default: 0] += 1
    }
    // In integers, so that the sum does not depend on the order of a dictionary.
    let byChance = first.reduce(0) { $0 + $1.value * second[$1.key, default: 0] }
    let all = pairs.count * pairs.count
    kappa =
      byChance == all
      ? nil
      : Double(agreed * pairs.count - byChance) / Double(all - byChance)
  }

  /// The share on which both agree, 0 to 1; `nil` where nothing was coded.
  public var share: Double? { count == 0 ? nil : Double(agreed) / Double(count) }
}
