internal import ArabicWords

extension QuantityReader {
  /// A date in digits: `2016/04/21`, `21-04-2016`, `15.3.2015`, `1436/10/5هـ`, `22/04`.
  func numericDate(_ i: Int, _ context: TimeContext) -> PartialDate? {
    guard i < count, lexeme(i).isDigits, i == 0 || !isGlued(i) || lexeme(i - 1).role != .slash
    else {
      return nil
    }
    if let dotted = dottedDate(i, context) { return dotted }
    let mark = following(i + 1).role
    guard mark == .slash || mark == .dash && isGlued(i + 1) == isGlued(i + 2), continues(i + 2),
      let first = wholeNumber(i), let second = wholeNumber(i + 2)
    else { return nil }
    if following(i + 3).role == mark, continues(i + 4),
      mark == .slash || isGlued(i + 3) == isGlued(i + 4),
      let third = wholeNumber(i + 4)
    {
      let widths = [text.key(i).count, text.key(i + 2).count, text.key(i + 4).count]
      return date([first.value, second.value, third.value], widths, end: i + 5, context)
    }
    guard isGlued(i + 1), isGlued(i + 2) else { return nil }
    if context.bare == .dayOfMonth, text.key(i).count <= 2, text.key(i + 2).count <= 2 {
      return dayAndMonth(first.value, second.value, end: i + 3)
    }
    return shortDate(i, first.value, second.value, isSlash: mark == .slash)
  }

  /// `15.3.2015`: one token of the tokenizer.
  private func dottedDate(_ i: Int, _ context: TimeContext) -> PartialDate? {
    let fields = text.key(i).split(separator: 0x2E, omittingEmptySubsequences: false)
    guard fields.count == 3 || fields.count == 2, fields.allSatisfy({ (1...4).contains($0.count) })
    else {
      return nil
    }
    var values: [Int] = []
    for field in fields {
      guard field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      values.append(field.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    if fields.count == 3 { return date(values, fields.map(\.count), end: i + 1, context) }
    // `2015.3` is a month, `4.22` a number.
    if context.bare == .dayOfMonth, fields.allSatisfy({ $0.count <= 2 }) {
      return dayAndMonth(values[0], values[1], end: i + 1)
    }
    guard fields[0].count == 4, (1900...2099).contains(values[0]), (1...12).contains(values[1])
    else {
      return nil
    }
    return PartialDate(year: values[0], month: values[1], end: i + 1)
  }

  /// `2015/3`, `3/2015`, `22/04`: a month, or a day that can't be a fraction.
  private func shortDate(_ i: Int, _ first: Int, _ second: Int, isSlash: Bool) -> PartialDate? {
    let widths = (text.key(i).count, text.key(i + 2).count)
    if widths.0 == 4, (1900...2099).contains(first), (1...12).contains(second), widths.1 <= 2 {
      return PartialDate(year: first, month: second, end: i + 3)
    }
    if widths.1 == 4, (1900...2099).contains(second), (1...12).contains(first), widths.0 <= 2 {
      return PartialDate(year: second, month: first, end: i + 3)
    }
    guard isSlash, widths.0 <= 2, widths.1 <= 2, following(i + 3).role != .slash else { return nil }
    let padded = text.key(i).first == 0x30 || text.key(i + 2).first == 0x30
    let isTold =
      i > 0 && continues(i) && (lexeme(i - 1).time == .weekday || lexeme(i - 1).time == .dateWord)
    guard padded && widths == (2, 2) || isTold || first > second && (13...31).contains(first) else {
      return nil
    }
    return dayAndMonth(first, second, end: i + 3)
  }

  /// Day and month in the order in which they make a date.
  private func dayAndMonth(_ first: Int, _ second: Int, end: Int) -> PartialDate? {
    if (1...12).contains(second), (1...31).contains(first) {
      return PartialDate(month: second, day: first, end: end)
    }
    guard (1...12).contains(first), (13...31).contains(second) else { return nil }
    return PartialDate(month: first, day: second, end: end)
  }

  /// The date of three numbers: the year is the one of four digits, else what lies nearest the anchor.
  private func date(_ values: [Int], _ widths: [Int], end: Int, _ context: TimeContext)
    -> PartialDate?
  {
    let era = era(end, of: values.first { $0 > 999 } ?? 0)
    if widths[0] >= 3 {
      return checked(values[0], values[1], values[2], era, context)
    }
    if widths[2] >= 3 {
      return checked(values[2], values[1], values[0], era, context)
        ?? checked(values[2], values[0], values[1], era, context)
    }
    guard widths == [2, 2, 2] || widths[2] == 2 else { return nil }
    let century = { (year: Int) in year + (year < 70 ? 2000 : 1900) }
    let candidates = [
      checked(century(values[2]), values[1], values[0], era, context),
      widths[0] == 2 ? checked(century(values[0]), values[1], values[2], era, context) : nil,
    ].compactMap { $0 }
    guard let anchor = context.anchor else { return candidates.first }
    func distance(_ date: PartialDate) -> Int {
      let day = CalendarDay(year: date.year ?? 0, month: date.month ?? 0, day: date.day ?? 0)
      return day.map { abs($0.ordinal - anchor.ordinal) } ?? .max
    }
    return candidates.min { distance($0) < distance($1) }
  }

  private func checked(
    _ year: Int, _ month: Int, _ day: Int, _ era: (calendar: TimeExpression.Calendar?, end: Int),
    _ context: TimeContext
  ) -> PartialDate? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let calendar = era.calendar ?? context.calendar(ofYear: year)
    return PartialDate(calendar: calendar, year: year, month: month, day: day, end: era.end)
  }
}

extension TimeContext {
  /// The calendar in which a year without an era is told.
  ///
  /// A year from 1343 to 1500 is Hijri, unless the anchor lies in that year of the Persian calendar.
  func calendar(ofYear year: Int) -> TimeExpression.Calendar {
    guard (1343...1500).contains(year) else {
      return (1300...1342).contains(year) ? .persian : .gregorian
    }
    guard let anchor, let hijri = HijriCalendar.components(of: anchor),
      let persian = PersianCalendar.components(of: anchor)
    else { return .hijri }
    return abs(persian.year - year) < abs(hijri.year - year) ? .persian : .hijri
  }
}
