internal import ArabicQuantities

/// The last day that a TIMEX3 value stands for.
enum TimexDays {
  /// The last day of a value, of a duration counted from a day; `nil` if it names no such day.
  ///
  /// Of an interval (`2031-01-14/2031-02-25`) it is that of its end.
  static func last(of value: String, from day: CalendarDay) -> CalendarDay? {
    if let slash = value.lastIndex(of: "/") {
      return last(of: String(value[value.index(after: slash)...]), from: day)
    }
    if let exact = CalendarDay(iso: value) { return exact }
    if value.hasPrefix("P") { return end(ofDuration: value.dropFirst(), from: day) }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    guard parts.count > 1 else { return CalendarDay(year: year, month: 12, day: 31) }
    guard parts.count == 2 else { return nil }
    if parts[1].first == "W" { return end(ofWeek: Int(parts[1].dropFirst()), year) }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    return CalendarDay(
      year: year, month: month, day: CalendarDay.days(inMonth: month, of: year))
  }

  /// The end of `3M`, `2W`, `10D`, `1Y` from a day on.
  private static func end(ofDuration value: Substring, from day: CalendarDay) -> CalendarDay? {
    guard let unit = value.last, let number = Int(value.dropLast()), (1...1_000).contains(number)
    else { return nil }
    switch unit {
    case "D": return day.advanced(by: number)
    case "W": return day.advanced(by: 7 * number)
    case "M": return months(number, after: day)
    case "Y": return months(12 * number, after: day)
    default: return nil
    }
  }

  private static func months(_ number: Int, after day: CalendarDay) -> CalendarDay? {
    let (year, month, dayOfMonth) = day.components
    let count = year * 12 + month - 1 + number
    let length = CalendarDay.days(inMonth: count % 12 + 1, of: count / 12)
    return CalendarDay(year: count / 12, month: count % 12 + 1, day: min(dayOfMonth, length))
  }

  /// The Sunday of a week by ISO 8601; its first week holds 4 January.
  private static func end(ofWeek week: Int?, _ year: Int) -> CalendarDay? {
    guard let week, (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4)
    else { return nil }
    let sinceMonday = (fourth.weekday + 6) % 7
    return fourth.advanced(by: 7 * week - 1 - sinceMonday)
  }
}
