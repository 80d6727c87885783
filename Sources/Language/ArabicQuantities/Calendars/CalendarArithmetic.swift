extension TimeExpression.Calendar {
  /// The day of a year, month and day of the month in this calendar.
  func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
    switch self {
    case .gregorian: CalendarDay(year: year, month: month, day: day)
    case .hijri: HijriCalendar.day(year: year, month: month, day: day)
    case .persian: PersianCalendar.day(year: year, month: month, day: day)
    }
  }

  /// Year, month and day of the month in this calendar.
  func components(_ day: CalendarDay) -> (year: Int, month: Int, day: Int)? {
    switch self {
    case .gregorian: day.components
    case .hijri: HijriCalendar.components(of: day)
    case .persian: PersianCalendar.components(of: day)
    }
  }

  /// The first and last day of a month.
  func month(_ year: Int, _ month: Int) -> (start: CalendarDay, end: CalendarDay)? {
    guard let start = day(year, month, 1) else { return nil }
    let last = (28...31).last { day(year, month, $0) != nil } ?? 28
    return day(year, month, last).map { (start, $0) }
  }

  /// The first and last day of a year.
  func year(_ year: Int) -> (start: CalendarDay, end: CalendarDay)? {
    guard let start = day(year, 1, 1), let last = month(year, 12) else { return nil }
    return (start, last.end)
  }
}

extension CalendarDay {
  /// The day that lies so many months later; the last day of the month if it is shorter.
  func advanced(byMonths months: Int) -> CalendarDay {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let target = (
      year: index >= 0 ? index / 12 : (index - 11) / 12, month: ((index % 12) + 12) % 12 + 1
    )
    let last = CalendarDay.days(inMonth: target.month, of: target.year)
    return CalendarDay(year: target.year, month: target.month, day: min(day, last)) ?? self
  }

  /// The Monday of its week.
  var monday: CalendarDay { advanced(by: -((weekday + 6) % 7)) }

  /// The Monday of a week as `isoWeek` writes it; `nil` if the text is none.
  public init?(isoWeek text: some StringProtocol) {
    let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
    guard text.utf8.count == 8, parts.count == 2, let year = Int(parts[0]),
      let week = Int(parts[1]),
      // The fourth of January lies in the first week.
      let fourth = CalendarDay(year: year, month: 1, day: 4)
    else { return nil }
    self = fourth.monday.advanced(by: 7 * (week - 1))
    if isoWeek != text { return nil }
  }

  /// The week as `2015-W32`, by ISO 8601.
  public var isoWeek: String {
    let thursday = monday.advanced(by: 3)
    let year = thursday.components.year
    let first = CalendarDay(year: year, month: 1, day: 1) ?? thursday
    let week = (thursday.ordinal - first.ordinal) / 7 + 1
    return "\(year.padded(4))-W\(week.padded(2))"
  }

  /// The nth day of that weekday in a month; counted from the end if `n` is negative.
  static func nth(_ n: Int, weekday: Int, year: Int, month: Int) -> CalendarDay? {
    let length = days(inMonth: month, of: year)
    if n > 0 {
      guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
      let day = (weekday - first.weekday + 7) % 7 + 1 + 7 * (n - 1)
      return CalendarDay(year: year, month: month, day: day)
    }
    guard let last = CalendarDay(year: year, month: month, day: length) else { return nil }
    let day = length - (last.weekday - weekday + 7) % 7 + 7 * (n + 1)
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Easter Sunday of the Western churches.
  ///
  /// Source: the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
  static func easter(_ year: Int) -> CalendarDay? {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDay(year: year, month: n / 31, day: n % 31 + 1)
  }
}

extension Int {
  /// The number with zeros before it, as the fields of ISO 8601 want.
  func padded(_ width: Int) -> String {
    let digits = String(Swift.max(0, self))
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
