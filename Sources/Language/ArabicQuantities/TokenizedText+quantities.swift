public import ArabicWords

/// The numbers and times of one text, read together.
public struct Quantities: Sendable, Hashable {
  /// The numbers that belong to no date or time, in the order of the text; they don't overlap.
  public let numbers: [NumberExpression]
  /// The dates, times, durations and repetitions in the order of the text; they don't overlap.
  public let times: [TimeExpression]
}

extension TokenizedText {
  /// The numbers in the order of the text; they don't overlap.
  ///
  /// Numbers that belong to dates are among them; `quantities(anchor:leaning:)` leaves them out.
  ///
  /// - Complexity: O(n).
  public func numbers() -> [NumberExpression] { QuantityReader(self).numbers(outside: []) }

  /// The dates, times, durations and repetitions in the order of the text; they don't overlap.
  ///
  /// - Parameters:
  ///   - anchor: The day from which `أمس` and the like are reckoned, usually the article's; without
  ///     it such expressions are found but have no days.
  ///   - leaning: How a day without its year or week is understood.
  ///   - bare: What a number without a unit is taken for.
  /// - Returns: What is found, each with its value as in TIMEX3.
  /// - Complexity: O(n).
  public func times(
    anchor: CalendarDay?, leaning: TimeLeaning = .past, bare: BareNumber = .none
  ) -> [TimeExpression] {
    QuantityReader(self).times(TimeContext(anchor: anchor, leaning: leaning, bare: bare))
  }

  /// The numbers and times, read together: quicker than one after the other, and numbers that are part
  /// of a date or time are not among the numbers.
  ///
  /// - Complexity: O(n).
  public func quantities(anchor: CalendarDay?, leaning: TimeLeaning = .past) -> Quantities {
    let reader = QuantityReader(self)
    let times = reader.times(TimeContext(anchor: anchor, leaning: leaning))
    return Quantities(numbers: reader.numbers(outside: times.map(\.tokens)), times: times)
  }
}
