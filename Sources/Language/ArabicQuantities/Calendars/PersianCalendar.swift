/// The solar Hijri calendar of Iran and Afghanistan.
///
/// Leap years by the cycle of 33 years, which agrees with the official calendar from 1178 to 1633.
/// Source: the arithmetic used by ICU's `PersianCalendar`.
public enum PersianCalendar {
  /// The day of a year, month (1 to 12) and day of the month; `nil` if there is no such day or the year
  /// is outside 1178 to 1633.
  public static func day(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard (1178...1633).contains(year), (1...12).contains(month), day >= 1,
      day <= length(ofMonth: month, year)
    else { return nil }
    let before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6
    return CalendarDay(ordinal: newYear(year) + before + day - 1)
  }

  /// Year, month (1 to 12) and day of the month of a day; `nil` outside the years 1178 to 1633.
  public static func components(of day: CalendarDay) -> (year: Int, month: Int, day: Int)? {
    var year = day.components.year - 621
    if year <= 1633, year >= 1177, newYear(year) > day.ordinal { year -= 1 }
    guard (1178...1633).contains(year) else { return nil }
    let rest = day.ordinal - newYear(year)
    let month = rest < 186 ? rest / 31 + 1 : (rest - 6) / 30 + 1
    return (year, month, rest - (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + 1)
  }

  /// Whether the year has 366 days.
  public static func isLeap(_ year: Int) -> Bool { (25 * year + 11) % 33 < 8 }

  /// 1 Farvardin as `CalendarDay.ordinal`; 1 Farvardin 1 is 22 March 622 (Gregorian, proleptic).
  private static func newYear(_ year: Int) -> Int {
    -492_268 + 365 * (year - 1) + (8 * year + 21) / 33
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29
  }
}
