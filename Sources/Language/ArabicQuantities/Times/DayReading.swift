internal import ArabicWords

extension QuantityReader {
  /// The day that begins at a token: `أمس`, `الخميس 6 أغسطس`, `20 يوليو الماضي`, `1436/10/5هـ`.
  func day(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    if word.time == .dayWord { return dayWord(i, from: i, context) }
    if word.time == .unit, word.value == TimeUnit.day.rawValue {
      if let today = today(i, context) { return today }
      return afterDayWord(i, context)
    }
    if word.time == .weekday, isDefinite(i) { return weekdayDate(i, from: i, context) }
    // `ثلاثاء الأسبوع الفائت`
    if word.time == .weekday, let day = dayOfWeek(word.value, i, next(i), context) { return day }
    if let nth = nthWeekday(i, context) { return nth }
    if word.time == .dateWord, continues(next(i)) {
      return date(next(i), context)?.draft(next(i), context)
    }
    guard let date = date(i, context), date.day != nil else { return nil }
    return date.draft(i, context)
  }

  /// What may follow `يوم`: a weekday, a date, `أمس`, or a bare day of the month.
  private func afterDayWord(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let at = next(i)
    guard continues(at) else { return nil }
    let word = lexeme(at)
    if word.time == .dayWord { return dayWord(at, from: i, context) }
    if word.time == .weekday, isDefinite(at) { return weekdayDate(at, from: i, context) }
    if let date = date(at, context), date.day != nil { return date.draft(i, context) }
    // `يوم 27`, `اليوم الثالث من أكتوبر`
    guard let number = dayNumber(at), word.isDigits, !isNoun(number.end), !isDefinite(i),
      following(number.end).time == .none, following(number.end).number == .none
    else { return nil }
    return PartialDate(day: number.value, end: number.end).draft(i, context)
  }

  /// `أمس`, with the weekday that may explain it (`أمس الأحد`, `أمس (الأحد)`).
  private func dayWord(_ i: Int, from start: Int, _ context: TimeContext) -> TimeDraft {
    let end = apposition(next(i))
    guard let anchor = context.anchor else { return TimeDraft(start..<end, "XXXX-XX-XX", .day) }
    return TimeDraft(start..<end, day: anchor.advanced(by: lexeme(i).value), isAnchored: true)
  }

  /// The token behind a weekday that explains a day word, or the token itself.
  private func apposition(_ i: Int) -> Int {
    if continues(i), lexeme(i).time == .weekday, isDefinite(i), prefix(i) == .article {
      return next(i)
    }
    if following(i).role == .open, continues(i + 1), lexeme(i + 1).time == .weekday,
      following(next(i + 1)).role == .close
    {
      return next(i + 1) + 1
    }
    return i
  }

  /// `اليوم`, unless it is a day told otherwise (`اليوم الأول`, `اليوم العالمي`, `اليوم نفسه`).
  private func today(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    guard isDefinite(i) else { return nil }
    var end = next(i)
    var offset = 0
    if continues(end) {
      let word = lexeme(end)
      switch word.relation {
      case .past where isDefinite(end):
        offset = -1
        end = next(end)
      case .next where isDefinite(end):
        offset = 1
        end = next(end)
      case .current where isDefinite(end): end = next(end)
      case .this, .last, .lastOf: return nil
      default:
        let isDay = word.time == .weekday || word.time == .partOfDay
        if isDefinite(end), word.ordinal > 0, !isDay { return nil }
        if !isDay, word.time == .none, isAdjective(end) { return nil }
      }
    }
    if offset == 0 {
      end = apposition(end)
      // `اليوم 6 مايو`, `اليوم الخميس 6 أغسطس`
      if continues(end), lexeme(end).isDigits, let date = date(end, context), date.day != nil,
        let day = date.draft(i, context)
      {
        return day
      }
    }
    guard let anchor = context.anchor else { return TimeDraft(i..<end, "XXXX-XX-XX", .day) }
    return TimeDraft(i..<end, day: anchor.advanced(by: offset), isAnchored: true)
  }

  /// Whether the word looks like an adjective of relation with the article (`العالمي`).
  private func isAdjective(_ i: Int) -> Bool {
    let key = text.key(i)
    return key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) && key.suffix(2).elementsEqual([0xD9, 0x8A])
  }

  /// A weekday with its relation, week or date.
  private func weekdayDate(_ i: Int, from start: Int, _ context: TimeContext) -> TimeDraft? {
    let weekday = lexeme(i).value
    var at = next(i)
    var partial = PartialDate(weekday: weekday, end: at)
    if continues(at), [.past, .next, .last].contains(lexeme(at).relation), isDefinite(at) {
      partial.relation = lexeme(at).relation
      at = next(at)
      partial.end = at
    }
    if let inWeek = dayOfWeek(weekday, start, at, context) { return inWeek }
    // `الأحد الثاني` of the anchor's month
    if context.bare == .dayOfMonth, let nth = nthOfMonth(weekday, start, next(i), context) {
      return nth
    }
    // `الثلاثاء الأخير من شهر مارس`, `الثلاثاء الثالث من أيلول`
    if let nth = nthAfter(weekday, start, next(i), context) { return nth }
    if following(at).role == .comma { at += 1 }
    if following(at).time == .corresponds || following(at).relation == .within { at = next(at) }
    if isIn(at) { at += 1 }
    guard continues(at) else { return partial.draft(start, context) }
    if var date = date(at, context), date.day != nil {
      date.weekday = weekday
      if partial.relation != .none, date.year == nil { date.relation = partial.relation }
      return date.draft(start, context)
    }
    if let number = dayNumber(at),
      lexeme(at).isDigits || at > partial.end || isDefinite(at) && number.value > 5
        || context.bare == .dayOfMonth,
      !isNoun(number.end), following(number.end).number == .none,
      following(number.end).role != .colon,
      following(number.end).time == .none, following(number.end).role != .percent
    {
      return PartialDate(day: number.value, weekday: weekday, end: number.end).draft(start, context)
    }
    return partial.draft(start, context)
  }

  /// Whether the token is `في`.
  func isIn(_ i: Int) -> Bool { i < count && text.isKey(i, "في") }

  /// `الجمعة من الأسبوع المقبل`: a weekday in a told week.
  private func dayOfWeek(_ weekday: Int, _ start: Int, _ i: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    var at = i
    if following(at).role == .from || isIn(at) { at += 1 }
    guard continues(at), let week = relatedUnit(at, context),
      week.precision == .week, let monday = week.start
    else { return nil }
    return TimeDraft(
      start..<week.tokens.upperBound, day: monday.advanced(by: (weekday + 6) % 7), isAnchored: true)
  }

  /// `أول ثلاثاء من شهر أكتوبر`, `آخر اثنين من الشهر القادم`, `ثالث يوم ثلاثاء في أيلول`.
  private func nthWeekday(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    guard word.ordinal > 0 && word.ordinal < 6 || word.relation == .lastOf else { return nil }
    var at = next(i)
    guard continues(at) else { return nil }
    var isDay = false
    if lexeme(at).time == .unit, lexeme(at).value == TimeUnit.day.rawValue {
      isDay = true
      at = next(at)
    }
    guard continues(at) else { return nil }
    let n = word.relation == .lastOf ? -1 : word.ordinal
    if lexeme(at).time == .weekday {
      return inMonth(n, lexeme(at).value, i, next(at), context)
    }
    return isDay ? inMonth(n, nil, i, at, context) : nil
  }

  private func nthAfter(_ weekday: Int, _ start: Int, _ i: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    guard continues(i), isDefinite(i) else { return nil }
    let word = lexeme(i)
    guard word.ordinal > 0 && word.ordinal < 6 || word.relation == .last else { return nil }
    return inMonth(word.relation == .last ? -1 : word.ordinal, weekday, start, next(i), context)
  }

  private func nthOfMonth(_ weekday: Int, _ start: Int, _ i: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    guard continues(i), isDefinite(i), (1...5).contains(lexeme(i).ordinal),
      next(i) == count || !continues(next(i))
        || text.tokens[next(i)].kind == .punctuation, let anchor = context.anchor
    else { return nil }
    let (year, month, _) = anchor.components
    return CalendarDay.nth(lexeme(i).ordinal, weekday: weekday, year: year, month: month).map {
      TimeDraft(start..<next(i), day: $0, isAnchored: true)
    }
  }

  /// The nth day (of a weekday) of the month told at a token.
  private func inMonth(_ n: Int, _ weekday: Int?, _ start: Int, _ i: Int, _ context: TimeContext)
    -> TimeDraft?
  {
    var at = i
    if following(at).role == .from || isIn(at) { at += 1 }
    guard continues(at), let month = period(at, context), month.precision == .month,
      let first = month.start, month.calendar == .gregorian
    else { return nil }
    let (year, number, _) = first.components
    let found: CalendarDay?
    if let weekday {
      found = CalendarDay.nth(n, weekday: weekday, year: year, month: number)
    } else {
      found = n > 0 ? CalendarDay(year: year, month: number, day: n) : month.end
    }
    return found.map {
      TimeDraft(start..<month.tokens.upperBound, day: $0, isAnchored: month.isAnchored)
    }
  }

  /// A date of day and month, with the year that may follow: `5 حزيران/يونيو 2015`, `الخامس من يونيو`,
  /// `يوليو 13`, or in digits.
  func date(_ i: Int, _ context: TimeContext) -> PartialDate? {
    if let numeric = numericDate(i, context) {
      return numeric.year == nil && following(numeric.end).role == .comma
        ? dated(numeric, context) : numeric
    }
    guard i < count else { return nil }
    if let month = monthName(i) {
      var at = month.end
      if following(at).role == .dash, isGlued(at) { at += 1 }
      guard continues(at), let day = dayNumber(at), lexeme(at).isDigits || isDefinite(at),
        following(day.end).time != .unit
      else { return nil }
      return dated(
        PartialDate(calendar: month.calendar, month: month.month, day: day.value, end: day.end),
        context)
    }
    guard let day = dayNumber(i) else { return nil }
    var at = day.end
    if [.dash, .slash, .dot].contains(following(at).role), isGlued(at) { at += 1 }
    if following(at).role == .from { at += 1 }
    var isMonth = false
    if continues(at), let told = monthOfDay(day.value, at, context) { return told }
    if continues(at), lexeme(at).time == .unit, lexeme(at).value == TimeUnit.month.rawValue {
      at = next(at)
      isMonth = true
    }
    guard continues(at) else { return nil }
    if let month = monthName(at) {
      return dated(
        PartialDate(calendar: month.calendar, month: month.month, day: day.value, end: month.end),
        context)
    }
    // `شهر ثلاثة`, `شهر 3`
    guard isMonth, let month = dayNumber(at), month.value <= 12, !isDefinite(at - 1) else {
      return nil
    }
    return dated(PartialDate(month: month.value, day: day.value, end: month.end), context)
  }

  /// `20 من الشهر القادم`, `التاسع عشر من هذا الشهر`: a day of the anchor's month or one near it.
  private func monthOfDay(_ day: Int, _ at: Int, _ context: TimeContext) -> PartialDate? {
    guard let month = relatedUnit(at, context), month.precision == .month, let start = month.start
    else {
      return nil
    }
    let (year, number, _) = start.components
    return PartialDate(year: year, month: number, day: day, end: month.tokens.upperBound)
  }

  /// Adds the year or relation behind a month.
  func dated(_ date: PartialDate, _ context: TimeContext) -> PartialDate {
    var result = date
    guard let year = year(after: date.end, context) else { return result }
    result.end = year.end
    if let told = year.year {
      result.year = told
      if let calendar = year.calendar, calendar != .gregorian { result.calendar = calendar }
    } else if let anchor = context.anchor, let here = date.calendar.components(anchor),
      year.end > next(date.end)
    {
      // `العام الماضي`
      result.year = here.year + (year.relation == .past ? -1 : year.relation == .next ? 1 : 0)
    } else {
      result.relation = year.relation
    }
    return result
  }
}
