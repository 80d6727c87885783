internal import ArabicWords

extension QuantityReader {
  /// A week, month, year or other time of more than a day that begins at a token.
  func period(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    if word.part != .none, let part = partOfPeriod(i, word.part, context) { return part }
    if let inner = context.deeper, let ordinal = ordinalPeriod(i, inner) { return ordinal }
    if let related = relatedUnit(i, context) { return weekDays(related, context) ?? related }
    if word.isDigits, let month = numericDate(i, context), month.day == nil {
      return month.draft(i, context)
    }
    switch word.time {
    case .month, .monthWeak, .hijri, .hijriWeak, .persianWeak: return month(i, from: i, context)
    case .season: return season(i, from: i, context)
    case .decade: return decade(i, context)
    case .weekend: return weekend(i, context)
    case .holiday, .hijriHoliday, .easter, .nthWeekday: return holiday(i, context)
    case .unit, .unitDual:
      switch TimeUnit(rawValue: word.value) {
      case .week: return weekOfDate(i, context)
      case .month: return namedMonth(i, context)
      case .year: return toldYear(i, context)
      case .century: return century(i)
      default: return nil
      }
    default: return word.relation == .this ? thisNamed(i, context) : nil
    }
  }

  /// A month by name, with its year: `يونيو`, `حزيران/يونيو 2015`, `رمضان 1436`, `سبتمبر الماضي`.
  ///
  /// Names that are words of their own (`مارس`, `آب`) count only with a year, a relation, or `في` or
  /// `شهر` before them.
  func month(_ i: Int, from start: Int, _ context: TimeContext) -> TimeDraft? {
    guard let name = monthName(i) else { return nil }
    let date = dated(
      PartialDate(calendar: name.calendar, month: name.month, end: name.end), context)
    let isTold =
      date.end > name.end || start < i
      || i > 0 && continues(i)
        && (isIn(i - 1) || [.since, .within].contains(lexeme(i - 1).relation)
          || lexeme(i - 1).part != .none)
    guard name.isSure || isTold, !hasPreposition(i) || name.isSure else { return nil }
    return date.draft(start, context)
  }

  /// `شهر يونيو`, `شهر رمضان`, `شهر عشرة 2014`.
  private func namedMonth(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let at = next(i)
    guard continues(at) else { return nil }
    if monthName(at) != nil { return month(at, from: i, context) }
    guard let number = dayNumber(at), number.value <= 12,
      isDefinite(i) == isDefinite(at) || lexeme(at).isDigits,
      !isNoun(number.end) || isUnit(number.end)
    else { return nil }
    guard isDefinite(i) || lexeme(at).isDigits || !isDefinite(at) else { return nil }
    return dated(PartialDate(month: number.value, end: number.end), context).draft(i, context)
  }

  /// `هذا أيار`, `هذا الصيف`, `هذه السنة`.
  private func thisNamed(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let at = next(i)
    guard continues(at) else { return nil }
    if let name = monthName(at), name.calendar == .gregorian {
      return PartialDate(month: name.month, relation: .this, end: name.end).draft(i, context)
    }
    return lexeme(at).time == .season ? season(at, from: i, context) : nil
  }

  /// `عام 2003`, `العام 1436هـ`, `سنة ألفين وعشرين`.
  private func toldYear(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let at = next(i)
    guard continues(at), let number = yearNumber(at, isTold: true) else { return nil }
    let (told, end) = era(number.end, of: number.value)
    guard told != nil || !isNoun(end) || lexeme(at).isDigits && text.key(at).count == 4 else {
      return nil
    }
    let calendar = told ?? context.calendar(ofYear: number.value)
    guard calendar != .gregorian || (100...2999).contains(number.value) else { return nil }
    return PartialDate(calendar: calendar, year: number.value, end: end).draft(i, context)
  }

  /// `القرن العشرين`, `القرن التاسع عشر`.
  private func century(_ i: Int) -> TimeDraft? {
    let at = next(i)
    guard continues(at), isDefinite(i), isDefinite(at) else { return nil }
    let number =
      ordinal(at)?.value ?? cardinal(at).flatMap { Cardinal.whole($0.value) }.map(Int.init)
    let end = ordinal(at)?.end ?? cardinal(at)?.end ?? at
    guard let number, (1...30).contains(number),
      let first = CalendarDay(year: (number - 1) * 100 + 1, month: 1, day: 1),
      let last = CalendarDay(year: number * 100, month: 12, day: 31)
    else { return nil }
    var draft = TimeDraft(i..<end, from: first, to: last, .century, isAnchored: false)
    draft.value = (number - 1).padded(2)
    return draft
  }

  /// `السبعينات`, `ثمانينيات القرن الماضي`.
  private func decade(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let tens = lexeme(i).value
    var century = tens == 0 ? 20 : tens == 20 ? 19 : 19
    var end = next(i)
    if following(end).time == .unit, lexeme(end).value == TimeUnit.century.rawValue {
      if let told = self.century(end), let start = told.start {
        century = start.components.year / 100
        end = told.tokens.upperBound
      } else if following(next(end)).relation == .past || following(next(end)).relation == .current
      {
        let here = (context.anchor?.components.year ?? 2000) / 100
        century = lexeme(next(end)).relation == .past ? here - 1 : here
        end = next(next(end))
      }
    }
    guard let first = CalendarDay(year: century * 100 + tens, month: 1, day: 1),
      let last = CalendarDay(year: century * 100 + tens + 9, month: 12, day: 31)
    else { return nil }
    var draft = TimeDraft(i..<end, from: first, to: last, .decade, isAnchored: false)
    draft.value = (century * 10 + tens / 10).padded(3)
    return draft
  }

  /// `صيف 2016`, `الصيف الماضي`, `هذا الصيف`.
  private func season(_ i: Int, from start: Int, _ context: TimeContext) -> TimeDraft? {
    let code = ["SP", "SU", "FA", "WI"][lexeme(i).value]
    var end = next(i)
    var year: Int?
    var isAnchored = false
    if let told = self.year(after: end, context) {
      end = told.end
      year = told.year
      if year == nil, let anchor = context.anchor {
        isAnchored = true
        year =
          anchor.components.year + (told.relation == .past ? -1 : told.relation == .next ? 1 : 0)
      }
    } else if start < i, let anchor = context.anchor {
      year = anchor.components.year
      isAnchored = true
    }
    guard isDefinite(i) || year != nil || hasPreposition(i) else { return nil }
    guard let year else { return TimeDraft(start..<end, "XXXX-\(code)", .season) }
    var draft = TimeDraft(start..<end, "\(year.padded(4))-\(code)", .season)
    let months = [3, 6, 9, 12][lexeme(i).value]
    draft.start = CalendarDay(year: year, month: months, day: 1)
    draft.end = draft.start?.advanced(byMonths: 3).advanced(by: -1)
    draft.isAnchored = isAnchored
    return draft
  }

  /// `نهاية الأسبوع`, `عطلة نهاية الأسبوع المقبل`: Saturday and Sunday, as in the reference specs.
  private func weekend(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    var end = next(i)
    var weeks = 0
    if continues(end), [.past, .next, .current].contains(lexeme(end).relation) {
      weeks = lexeme(end).relation == .past ? -1 : lexeme(end).relation == .next ? 1 : 0
      end = next(end)
    }
    guard let anchor = context.anchor else { return TimeDraft(i..<end, "XXXX-WXX-WE", .day) }
    let monday = anchor.monday.advanced(by: 7 * weeks)
    var draft = TimeDraft(
      i..<end, from: monday.advanced(by: 5), to: monday.advanced(by: 6), isAnchored: true)
    draft.value = monday.isoWeek + "-WE"
    return draft
  }

  /// `مطلع العام`, `أواخر الشهر الماضي`, `منتصف مارس`: thirds of a month, year or week.
  private func partOfPeriod(_ i: Int, _ part: TimePart, _ context: TimeContext) -> TimeDraft? {
    var at = next(i)
    if following(at).role == .from { at += 1 }
    guard continues(at), lexeme(at).part == .none else { return nil }
    guard
      let whole = period(at, context) ?? bareUnit(at, context)
        ?? bareYear(at, context, isTold: true),
      let start = whole.start, let end = whole.end
    else { return nil }
    var draft = whole.over(i..<whole.tokens.upperBound)
    draft.isApproximate = true
    let days = end.ordinal - start.ordinal + 1
    guard days >= 3, days <= 40_000 else { return nil }
    let third = days < 10 ? 2 : days < 40 ? 10 : days / 3
    switch part {
    case .start: draft.end = start.advanced(by: third - 1)
    case .mid:
      draft.start = start.advanced(by: third)
      draft.end = days < 40 && days > 9 ? start.advanced(by: 19) : end.advanced(by: -third)
    case .end:
      draft.start = days < 40 && days > 9 ? start.advanced(by: 20) : end.advanced(by: -third + 1)
    case .rest:
      guard let anchor = context.anchor, anchor <= end else { return nil }
      draft.start = max(anchor, start)
      draft.isApproximate = false
      draft.isAnchored = true
      draft.value = "\(draft.start ?? start)/\(end)"
    case .none: break
    }
    return draft
  }

  /// `أسبوع 16 سبتمبر`: the week in which a day lies.
  private func weekOfDate(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    guard continues(next(i)), !isDefinite(i), let date = date(next(i), context), date.day != nil,
      let day = date.draft(i, context), let start = day.start
    else { return nil }
    var draft = TimeDraft(
      day.tokens, from: start.monday, to: start.monday.advanced(by: 6), .week,
      isAnchored: day.isAnchored)
    draft.value = start.isoWeek
    return draft
  }

  /// `الأسبوع المقبل يوم الجمعة`, `الأسبوع المقبل بين الأربعاء والجمعة`: days of a told week.
  private func weekDays(_ week: TimeDraft, _ context: TimeContext) -> TimeDraft? {
    guard week.precision == .week, let monday = week.start else { return nil }
    let i = week.tokens.upperBound
    func day(_ at: Int) -> (day: CalendarDay, end: Int)? {
      guard continues(at) else { return nil }
      let word = lexeme(at)
      let isUnit = word.time == .unit && word.value == TimeUnit.day.rawValue
      return weekday(isUnit ? next(at) : at)
    }
    func weekday(_ at: Int) -> (day: CalendarDay, end: Int)? {
      guard continues(at), lexeme(at).time == .weekday, isDefinite(at) else { return nil }
      return (monday.advanced(by: (lexeme(at).value + 6) % 7), next(at))
    }
    if let found = day(i), !prefix(i).contains(.conjunction) {
      return TimeDraft(week.tokens.lowerBound..<found.end, day: found.day, isAnchored: true)
    }
    let role = following(i).role
    guard role == .from || role == .between, let first = day(next(i)) else { return nil }
    let second: (day: CalendarDay, end: Int)?
    if role == .between {
      second = joined(first.end).flatMap { day($0) }
    } else {
      second = following(first.end).role == .to ? day(next(first.end)) : nil
    }
    guard let second, second.day > first.day else { return nil }
    return TimeDraft(
      week.tokens.lowerBound..<second.end, from: first.day, to: second.day, isAnchored: true)
  }

  /// `العام` behind `مطلع` and the like: the anchor's own.
  private func bareUnit(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    guard word.time == .unit, isDefinite(i), let unit = TimeUnit(rawValue: word.value),
      [.week, .month, .year, .decade, .century].contains(unit), let anchor = context.anchor
    else { return nil }
    return whole(unit, 0, anchor, i..<next(i))
  }

  /// `ألف وتسعمئة وخمسين`, `ألفين وعشرين` where a year may stand.
  private func yearInWords(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    guard [.scale, .scaleDual].contains(lexeme(i).number), let number = cardinal(i),
      !number.isVague,
      let value = Cardinal.whole(number.value), (1100...2099).contains(value),
      number.end > next(i) || value == 2000,
      !isNoun(number.end), following(number.end).time != .unit
    else { return nil }
    return PartialDate(year: Int(value), end: number.end).draft(i, context)
  }

  /// A bare year of four digits where the words around tell that it is one.
  func bareYear(_ i: Int, _ context: TimeContext, isTold: Bool) -> TimeDraft? {
    guard isTold, i < count else { return nil }
    if !lexeme(i).isDigits { return yearInWords(i, context) }
    guard text.key(i).count == 4, let number = wholeNumber(i) else { return nil }
    let (told, end) = era(number.end, of: number.value)
    let isHijri = told == .hijri && (1000...1600).contains(number.value)
    guard isHijri || (1800...2099).contains(number.value),
      isHijri || !isNoun(end) || lexeme(end).relation != .none
    else { return nil }
    guard following(end).role != .percent, following(end).number == .none,
      following(end).role != .slash,
      following(end).time != .unit, following(end).time != .unitPlural
    else { return nil }
    return PartialDate(calendar: told ?? .gregorian, year: number.value, end: end).draft(i, context)
  }
}
