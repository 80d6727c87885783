package import ArabicQuantities

extension Detector {
  /// Judges days, each against the days before it as they would be on a day like it.
  ///
  /// The effects of weekdays, Ramadan and feasts are learnt from the days before each judged one.
  ///
  /// - Parameters:
  ///   - counts: The counts of days that follow one another.
  ///   - firstDay: The first of the days.
  ///   - first: The first day to judge, counted from zero.
  /// - Returns: What the detector says of each day; expectation and bound are those of its own day.
  /// - Throws: `WatchingProblem` if too few days are before the first, or a count is bad.
  package func detect(
    days counts: [Int], from firstDay: CalendarDay, judging first: Int
  ) throws(WatchingProblem) -> [Detection] {
    let period = 365
    let baseline = usualBaseline(periodsInYear: period)
    let before = baseline + memory - 1
    _ = try CountSeries(counts, period: period).range(from: first, needing: before, for: rawValue)
    var detections: [Detection] = []
    for index in first..<counts.count {
      let known = max(0, index - CalendarEffects.history)..<index
      let effects = CalendarEffects(
        counts[known].map { $0 }, from: firstDay.advanced(by: known.lowerBound))
      func span(_ index: Int) -> ClosedRange<CalendarDay> {
        firstDay.advanced(by: index)...firstDay.advanced(by: index)
      }
      let past = effects.counts(
        (index - before..<index).map { (counts[$0], span($0)) }, at: effects.factor(of: span(index))
      )
      let series = try CountSeries(past + [counts[index]], period: period)
      guard let last = try detect(series, from: baseline).last else { continue }
      detections.append(
        Detection(
          index: index, observed: last.observed, upperBound: last.upperBound,
          isAlarm: last.isAlarm, expected: last.expected))
    }
    return detections
  }
}
