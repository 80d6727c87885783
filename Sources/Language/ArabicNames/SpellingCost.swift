/// Costs of taking one spelling for another, as whole 256ths of a natural logarithm: small enough for eight to be compared
/// at once.
enum SpellingCost {
  /// More than any alignment that counts, or one that can't be; the sum of two fits.
  static let infinite: Int16 = 16_000

  /// The cost next to some natural logarithms, which are never below zero. (`rounded()` would ask programs without Foundation
  /// to link the C library of mathematics.)
  static func whole(_ logarithms: Float) -> Int16 {
    Int16(min(Float(infinite), logarithms * 256) + 0.5)
  }

  /// A cost in natural logarithms.
  static func logarithms(_ cost: Int16) -> Float { Float(cost) / 256 }
}
