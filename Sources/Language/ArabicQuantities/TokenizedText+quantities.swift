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
    QuantityReader(self).quantities(TimeContext(anchor: anchor, leaning: leaning))
  }

  /// The same with what is known of spellings from earlier texts.
  ///
  /// - Parameters:
  ///   - anchor: The day from which times are reckoned.
  ///   - leaning: How a day without its year or week is understood.
  ///   - numbers: For each token the number of its spelling, the same in all texts that share the memory.
  ///   - memory: What is known; it takes up what is new.
  /// - Returns: The numbers and times.
  /// - Complexity: O(n).
  public func quantities(
    anchor: CalendarDay?, leaning: TimeLeaning = .past, numbers: [Int32],
    _ memory: inout QuantityMemory
  ) -> Quantities {
    QuantityReader(self, numbers: numbers, &memory)
      .quantities(TimeContext(anchor: anchor, leaning: leaning))
  }
}

/// What the words of numbers and times tell of spellings, kept from one text to the next.
public struct QuantityMemory: Sendable {
  var found = SpellingMemo<QuantityLexicon.Found>()

  /// Makes a memory of no spelling.
  public init() {}
}

extension QuantityReader {
  fileprivate func quantities(_ context: TimeContext) -> Quantities {
    let times = times(context)
    return Quantities(numbers: numbers(outside: times.map(\.tokens)), times: times)
  }
}
