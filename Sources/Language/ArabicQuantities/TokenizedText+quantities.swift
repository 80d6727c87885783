public import ArabicWords

extension TokenizedText {
  /// The numbers in the order of the text; they don't overlap.
  ///
  /// - Complexity: O(n).
  public func numbers() -> [NumberExpression] { [] }

  /// The dates, times, durations and repetitions in the order of the text; they don't overlap.
  ///
  /// - Parameters:
  ///   - anchor: The day from which `أمس` and the like are reckoned, usually the article's; without
  ///     it such expressions are found but have no days.
  ///   - leaning: How a day without its year or week is understood.
  /// - Complexity: O(n).
  public func times(anchor: CalendarDay?, leaning: TimeLeaning = .past) -> [TimeExpression] { [] }
}
