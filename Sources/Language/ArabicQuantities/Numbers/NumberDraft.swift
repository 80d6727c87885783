internal import ArabicScript
internal import ArabicWords

/// A number in the making: what `NumberExpression` tells, before its noun is known.
struct NumberDraft: Sendable {
  var tokens: Range<Int>
  var value: Double
  var low: Double?
  var high: Double?
  var includesLow = true
  var includesHigh = true
  var isApproximate = false
  var isImplied = false
  var kind = NumberExpression.Kind.cardinal
  var unit: Range<Int>?
  /// Whether it stands for a bound, a range or a guess already.
  var isBounded = false

  init(_ value: Double, _ tokens: Range<Int>, kind: NumberExpression.Kind = .cardinal) {
    self.tokens = tokens
    self.value = value
    self.kind = kind
    low = value
    high = value
  }

  init(_ number: Cardinal, from start: Int) {
    self.init(number.value, start..<number.end, kind: number.hasFraction ? .fraction : .cardinal)
    low = number.low
    high = number.high
    isApproximate = number.isVague
  }

  /// Takes what a word such as `أكثر من` says of it.
  mutating func bound(_ bound: Bound) {
    switch bound {
    case .none: return
    case .low, .lowToo:
      high = nil
      includesHigh = false
      includesLow = bound == .lowToo
    case .high, .highToo:
      high = isApproximate ? high : value
      low = nil
      includesLow = false
      includesHigh = bound == .highToo
    case .equal:
      // `أقل من 5000 أو يساوي`: the bound itself too.
      if low == nil { includesHigh = true }
      if high == nil { includesLow = true }
      if low == high { return }
    case .about:
      isApproximate = true
      return
    }
    isBounded = true
  }

  /// Makes it the range from itself to another number.
  mutating func reach(_ other: NumberDraft) {
    low = low.map { min($0, other.low ?? $0) }
    high = high.flatMap { high in other.high.map { max($0, high) } }
    value = ((low ?? value) + (high ?? value)) / 2
    isApproximate = isApproximate || other.isApproximate
    isBounded = true
  }

  /// The finished expression.
  func expression(in reader: QuantityReader) -> NumberExpression {
    NumberExpression(
      range: reader.range(of: tokens), tokens: tokens, value: value, low: low, high: high,
      includesLow: includesLow, includesHigh: includesHigh, isApproximate: isApproximate,
      isImplied: isImplied, kind: kind, unitTokens: unit, unit: unit.map { reader.range(of: $0) })
  }
}
