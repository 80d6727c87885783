public import ArabicQuantities

/// How long a watch's periods are; days are those on which articles were published, by the source's clock.
public enum WatchStep: String, Sendable, Hashable, CaseIterable {
  case day
  /// From Monday on, as in ISO 8601.
  case week
  case month

  /// The number of the period that a day belongs to; those that follow one another differ by one.
  public func period(of day: CalendarDay) -> Int {
    switch self {
    case .day: return day.ordinal
    case .week:
      // 1970-01-05 was a Monday.
      let days = day.ordinal - 4
      return days >= 0 ? days / 7 : (days + 1) / 7 - 1
    case .month:
      let (year, month, _) = day.components
      return year * 12 + month - 1
    }
  }

  /// The first day of a period.
  public func firstDay(of period: Int) -> CalendarDay {
    switch self {
    case .day: return CalendarDay(ordinal: period)
    case .week: return CalendarDay(ordinal: period * 7 + 4)
    case .month:
      let year = period >= 0 ? period / 12 : (period + 1) / 12 - 1
      return CalendarDay(year: year, month: period - year * 12 + 1, day: 1)
        ?? CalendarDay(ordinal: 0)
    }
  }

  /// The last day of a period.
  public func lastDay(of period: Int) -> CalendarDay { firstDay(of: period + 1).advanced(by: -1) }

  /// The days of a period.
  public func days(of period: Int) -> ClosedRange<CalendarDay> {
    firstDay(of: period)...lastDay(of: period)
  }

  /// The number of periods a year.
  public var periodsInYear: Int {
    switch self {
    case .day: 365
    case .week: 52
    case .month: 12
    }
  }
}
