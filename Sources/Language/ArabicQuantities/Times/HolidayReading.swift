internal import ArabicWords

extension QuantityReader {
  /// A holiday, with its year: `عيد الأضحى`, `عيد الميلاد 2020`.
  func holiday(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    var end = next(i)
    var year: Int?
    var relation = TimeRelation.none
    if let told = self.year(after: end, context) {
      end = told.end
      year = told.year
      relation = told.relation
    }
    let tokens = i..<end
    if let year {
      return days(word, year).first.map { TimeDraft(tokens, day: $0, isAnchored: false) }
    }
    guard let anchor = context.anchor else { return TimeDraft(tokens, "XXXX-XX-XX", .day) }
    let here = anchor.components.year
    if relation == .past || relation == .next, end > next(next(i)) {
      return days(word, here + (relation == .past ? -1 : 1)).first.map {
        TimeDraft(tokens, day: $0, isAnchored: true)
      }
    }
    let candidates = (here - 2...here + 2).flatMap { days(word, $0) }.sorted()
    let isPast = relation == .past || relation == .none && context.leaning == .past
    let found = isPast ? candidates.last { $0 <= anchor } : candidates.first { $0 >= anchor }
    return found.map { TimeDraft(tokens, day: $0, isAnchored: true) }
  }

  /// The days on which a holiday falls in a Gregorian year.
  private func days(_ holiday: Lexeme, _ year: Int) -> [CalendarDay] {
    guard (1...9000).contains(year) else { return [] }
    switch holiday.time {
    case .holiday:
      return [CalendarDay(year: year, month: holiday.value, day: holiday.second)].compactMap { $0 }
    case .easter: return [CalendarDay.easter(year)?.advanced(by: holiday.value)].compactMap { $0 }
    case .nthWeekday:
      return [
        CalendarDay.nth(holiday.second, weekday: holiday.third, year: year, month: holiday.value)
      ].compactMap { $0 }
    default:
      guard let first = CalendarDay(year: year, month: 1, day: 1),
        let hijri = HijriCalendar.components(of: first)?.year
      else { return [] }
      return (hijri...hijri + 1).compactMap {
        HijriCalendar.day(year: $0, month: holiday.value, day: holiday.second)
      }.filter { $0.components.year == year }
    }
  }

  /// `الأسبوع الأول من أكتوبر`, `الربع الثالث من عام 2016`, `النصف الأول من العام الجاري`,
  /// `أول أسبوع في شهر أكتوبر`, `آخر يوم في سنة 2015`.
  func ordinalPeriod(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    var n: Int
    var unitAt: Int
    var at: Int
    if word.ordinal > 0 && word.ordinal < 6 || word.relation == .lastOf {
      unitAt = next(i)
      n = word.relation == .lastOf ? -1 : word.ordinal
      at = next(unitAt)
    } else {
      unitAt = i
      at = next(next(i))
      guard isDefinite(i), continues(next(i)), isDefinite(next(i)) else { return nil }
      let place = lexeme(next(i))
      n = place.relation == .last ? -1 : place.ordinal
      guard n != 0, n < 6 else { return nil }
    }
    guard unitAt == i || continues(unitAt), continues(at) else { return nil }
    if following(at).role == .from || isIn(at) { at += 1 }
    guard continues(at), let whole = period(at, context) ?? bareYear(at, context, isTold: true),
      let start = whole.start, let end = whole.end
    else { return nil }
    let tokens = i..<whole.tokens.upperBound
    let unit = lexeme(unitAt)
    if unit.time == .unit, TimeUnit(rawValue: unit.value) == .week {
      return week(n, start, end, tokens, whole.isAnchored)
    }
    if unit.time == .unit, TimeUnit(rawValue: unit.value) == .day {
      let day = n > 0 ? start.advanced(by: n - 1) : end
      return TimeDraft(tokens, day: day, isAnchored: whole.isAnchored)
    }
    guard whole.precision == .year, unit.fraction == .single, [2, 3, 4].contains(unit.denominator)
    else {
      return nil
    }
    let months = 12 / unit.denominator
    let place = n > 0 ? n : unit.denominator
    guard place <= unit.denominator else { return nil }
    let first = start.advanced(byMonths: months * (place - 1))
    var draft = TimeDraft(
      tokens, from: first, to: start.advanced(byMonths: months * place).advanced(by: -1), .month,
      isAnchored: whole.isAnchored)
    if unit.denominator == 4 { draft.value = "\(start.components.year.padded(4))-Q\(place)" }
    if unit.denominator == 2 { draft.value = "\(start.components.year.padded(4))-H\(place)" }
    return draft
  }

  /// The nth week of a time by ISO 8601: its Thursday lies inside.
  private func week(
    _ n: Int, _ start: CalendarDay, _ end: CalendarDay, _ tokens: Range<Int>, _ isAnchored: Bool
  ) -> TimeDraft? {
    let first = start.advanced(by: (4 - start.weekday + 7) % 7)
    let last = end.advanced(by: -((end.weekday - 4 + 7) % 7))
    let thursday = n > 0 ? first.advanced(by: 7 * (n - 1)) : last
    var draft = TimeDraft(
      tokens, from: thursday.monday, to: thursday.monday.advanced(by: 6), .week,
      isAnchored: isAnchored)
    draft.value = thursday.isoWeek
    return draft
  }
}
