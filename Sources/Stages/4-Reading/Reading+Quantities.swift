import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

extension Quantity {
  /// The numbers that a text spells out, in the order of the text: counts, measures, shares; neither
  /// ordinals nor numbers that a noun's form alone implies.
  static func all(_ numbers: [NumberExpression], in text: TokenizedText) -> [Quantity] {
    numbers.compactMap { number in
      guard !number.isImplied, !number.isOrdinal else { return nil }
      let unit = number.kind == .percent ? "%" : number.unit.map { text.text($0) }
      return Quantity(span: number.range, value: number.value, unit: unit)
    }
  }
}

extension TimeReference {
  /// The dates, times and durations of a text, in its order, as TIMEX3 values.
  static func all(_ times: [TimeExpression]) -> [TimeReference] {
    times.map { time in
      TimeReference(
        span: time.range, value: time.value, type: time.kind.rawValue.uppercased(),
        precision: time.precision.name)
    }
  }
}
