internal import ArabicWords

extension QuantityReader {
  /// `من 13 إلى 15 يوليو`, `بين 4 سبتمبر و8 سبتمبر`, `من الثلاثاء إلى الخميس`, `13-15 تموز`, `2014-2018`.
  func range(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let role = lexeme(i).role
    let isFramed = role == .from || role == .between
    let at = isFramed ? next(i) : i
    guard at == i || continues(at) else { return nil }
    if let days = daysOfMonth(i, at, isFramed ? role : .none, context) { return days }
    if let years = twoYears(i, at, isFramed ? role : .none, context) { return years }
    guard isFramed, let first = end(at, context) else { return nil }
    guard let second = secondEnd(first.tokens.upperBound, role, context) else { return nil }
    return joined(first, second, i, context)
  }

  /// One end of a range: a day, month or year.
  private func end(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    day(i, context) ?? bareYear(i, context, isTold: true) ?? period(i, context)
  }

  private func secondEnd(_ i: Int, _ role: Role, _ context: TimeContext) -> TimeDraft? {
    guard continues(i) else { return nil }
    if role == .between { return joined(i).flatMap { end($0, context) } }
    guard lexeme(i).role == .to || lexeme(i).role == .dash, continues(next(i)) else { return nil }
    return end(next(i), context)
  }

  /// Adds the second end behind a first one without a frame: `اليوم حتى الأحد`, `2 أكتوبر - 5 نوفمبر`.
  func reached(_ first: TimeDraft, _ context: TimeContext) -> TimeDraft? {
    let i = first.tokens.upperBound
    guard first.kind == .date, first.start != nil, continues(i),
      [.to, .dash].contains(lexeme(i).role),
      continues(next(i)), let second = end(next(i), context)
    else { return nil }
    return joined(first, second, first.tokens.lowerBound, context)
  }

  private func joined(_ first: TimeDraft, _ second: TimeDraft, _ i: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    let tokens = i..<second.tokens.upperBound
    guard var start = first.start, var end = second.end else {
      guard context.anchor == nil else { return nil }
      return TimeDraft(
        tokens, "\(first.value)/\(second.value)", max(first.precision, second.precision))
    }
    // Each end was reckoned alone; the second lies behind the first.
    if start > end, second.isAnchored, second.precision == .day {
      let step =
        second.value.count == 10 && first.precision == .day && start.ordinal - end.ordinal < 7
        ? 7 : 0
      if step > 0 {
        end = end.advanced(by: step)
      } else if first.isAnchored {
        start = start.advanced(byMonths: -12)
      }
    }
    guard start <= end else { return nil }
    var draft = TimeDraft(
      tokens, from: start, to: end, min(first.precision, second.precision),
      isAnchored: first.isAnchored || second.isAnchored)
    if first.precision == .year, second.precision == .year {
      draft.value = "\(first.value)/\(second.value)"
    }
    draft.calendar = first.calendar
    return draft
  }

  /// `2014-2018`, `بين 2014 و2016`.
  private func twoYears(_ start: Int, _ i: Int, _ role: Role, _ context: TimeContext) -> TimeDraft?
  {
    guard lexeme(i).isDigits, let first = wholeNumber(i), (1800...2099).contains(first.value),
      continues(first.end)
    else { return nil }
    let link = lexeme(first.end).role
    var second: DatePart?
    if link == .dash, continues(first.end + 1) {
      second = wholeNumber(first.end + 1)
    } else if link == .to, role == .from, continues(first.end + 1) {
      second = wholeNumber(next(first.end))
    } else if role == .between {
      second = joined(first.end).flatMap { wholeNumber($0) }
    }
    guard let second, second.value > first.value, second.value <= 2199, !isNoun(second.end),
      let from = CalendarDay(year: first.value, month: 1, day: 1),
      let to = CalendarDay(year: second.value, month: 12, day: 31)
    else { return nil }
    guard ![.dash, .slash].contains(following(second.end).role),
      i == 0 || ![.dash, .slash].contains(lexeme(i - 1).role)
    else { return nil }
    var draft = TimeDraft(start..<second.end, from: from, to: to, .year, isAnchored: false)
    draft.value = "\(first.value)/\(second.value)"
    return draft
  }

  /// Two days of one month: `من 13 إلى 15 يوليو`, `13-15 تموز`, `يوليو 13-15`, `بين 4 و22 هذا الشهر`.
  private func daysOfMonth(_ start: Int, _ i: Int, _ role: Role, _ context: TimeContext)
    -> TimeDraft?
  {
    let named = isMonthUnit(i) && continues(next(i)) ? next(i) : i
    if role == .none, let month = monthName(named), month.isSure,
      let days = twoDays(month.end, .none)
    {
      let date = dated(
        PartialDate(calendar: month.calendar, month: month.month, day: days.to, end: days.end),
        context)
      return between(days.from, date, start, context)
    }
    guard let days = twoDays(i, role) else { return nil }
    var at = days.end
    if following(at).role == .from || isIn(at) { at += 1 }
    guard continues(at) else { return nil }
    if let month = relatedUnit(at, context), month.precision == .month, let first = month.start {
      let (year, number, _) = first.components
      let date = PartialDate(year: year, month: number, day: days.to, end: month.tokens.upperBound)
      return between(days.from, date, start, context)
    }
    if isMonthUnit(at) { at = next(at) }
    guard continues(at) else { return nil }
    if let month = monthName(at) {
      let date = dated(
        PartialDate(calendar: month.calendar, month: month.month, day: days.to, end: month.end),
        context)
      return between(days.from, date, start, context)
    }
    guard at > 0, isUnit(at - 1), let month = dayNumber(at), month.value <= 12 else { return nil }
    return between(
      days.from, PartialDate(month: month.value, day: days.to, end: month.end), start, context)
  }

  private func isMonthUnit(_ i: Int) -> Bool {
    lexeme(i).time == .unit && lexeme(i).value == TimeUnit.month.rawValue
  }

  private func twoDays(_ i: Int, _ role: Role) -> (from: Int, to: Int, end: Int)? {
    var at = i
    if role == .none, [.from, .between].contains(following(at).role), continues(next(at)) {
      at = next(at)
    }
    guard continues(at) || at == i, let first = dayNumber(at), continues(first.end) else {
      return nil
    }
    let link = lexeme(first.end).role
    let second: DatePart?
    if link == .to || link == .dash {
      second = continues(next(first.end)) ? dayNumber(next(first.end)) : nil
    } else {
      second = role == .between || at > i ? joined(first.end).flatMap { dayNumber($0) } : nil
    }
    guard let second, second.value > first.value else { return nil }
    return (first.value, second.value, second.end)
  }

  private func between(_ from: Int, _ date: PartialDate, _ start: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    guard let last = date.draft(start, context) else { return nil }
    guard let end = last.end, let day = date.day else { return last }
    return TimeDraft(
      last.tokens, from: end.advanced(by: from - day), to: end, isAnchored: last.isAnchored)
  }
}
