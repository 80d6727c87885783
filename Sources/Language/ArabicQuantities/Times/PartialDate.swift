/// What a text tells of a date: some of year, month, day and weekday.
struct PartialDate: Sendable {
  var calendar = TimeExpression.Calendar.gregorian
  var year: Int?
  var month: Int?
  var day: Int?
  var weekday: Int?
  var relation = TimeRelation.none
  /// The token behind it.
  var end: Int

  /// The value, with the days if they can be known.
  func draft(_ start: Int, _ context: TimeContext) -> TimeDraft? {
    let tokens = start..<end
    guard let month else {
      if let weekday, day == nil { return weekdayDraft(tokens, weekday, context) }
      if let day { return dayOfMonth(tokens, day, context) }
      return year.flatMap { yearDraft(tokens, $0) }
    }
    guard let day else { return monthDraft(tokens, month, context) }
    if let year {
      guard let found = calendar.day(year, month, day) else { return nil }
      return finished(TimeDraft(tokens, day: found, isAnchored: false))
    }
    guard day <= 31 else { return nil }
    guard let anchor = context.anchor, let here = calendar.components(anchor) else {
      let value = calendar == .gregorian ? "XXXX-\(month.padded(2))-\(day.padded(2))" : "XXXX-XX-XX"
      return finished(TimeDraft(tokens, value, .day))
    }
    let candidates = (-8...8).compactMap { calendar.day(here.year + $0, month, day) }
    guard let found = choose(candidates, anchor, context) else { return nil }
    return finished(TimeDraft(tokens, day: found, isAnchored: true))
  }

  /// The candidate that the leaning and relation ask for; a weekday that fits is stronger.
  private func choose(_ candidates: [CalendarDay], _ anchor: CalendarDay, _ context: TimeContext)
    -> CalendarDay?
  {
    if let weekday {
      let fitting = candidates.filter {
        $0.weekday == weekday && abs($0.ordinal - anchor.ordinal) < 550
      }
      if let best = fitting.min(by: {
        abs($0.ordinal - anchor.ordinal) < abs($1.ordinal - anchor.ordinal)
      }) {
        return best
      }
    }
    switch relation {
    case .past, .last: return candidates.last { $0 < anchor }
    case .next: return candidates.first { $0 > anchor }
    case .current, .this:
      return candidates.min { abs($0.ordinal - anchor.ordinal) < abs($1.ordinal - anchor.ordinal) }
    default:
      return context.leaning == .past
        ? candidates.last { $0 <= anchor } : candidates.first { $0 >= anchor }
    }
  }

  private func finished(_ draft: TimeDraft) -> TimeDraft {
    var result = draft
    result.calendar = calendar
    return result
  }

  private func weekdayDraft(_ tokens: Range<Int>, _ weekday: Int, _ context: TimeContext)
    -> TimeDraft
  {
    guard let anchor = context.anchor else {
      return TimeDraft(tokens, "XXXX-WXX-\(weekday == 0 ? 7 : weekday)", .day)
    }
    return TimeDraft(
      tokens, day: context.weekday(weekday, relation, from: anchor), isAnchored: true)
  }

  /// A day of the month in which the anchor lies, or the one before or after it.
  private func dayOfMonth(_ tokens: Range<Int>, _ day: Int, _ context: TimeContext) -> TimeDraft? {
    guard (1...31).contains(day) else { return nil }
    guard let anchor = context.anchor, let here = calendar.components(anchor) else {
      return TimeDraft(tokens, "XXXX-XX-\(day.padded(2))", .day)
    }
    let candidates = (-3...3).compactMap { months -> CalendarDay? in
      let index = here.year * 12 + here.month - 1 + months
      return calendar.day(index / 12, index % 12 + 1, day)
    }
    return choose(candidates, anchor, context).map {
      finished(TimeDraft(tokens, day: $0, isAnchored: true))
    }
  }

  private func monthDraft(_ tokens: Range<Int>, _ month: Int, _ context: TimeContext) -> TimeDraft?
  {
    var year = year
    var isAnchored = false
    if year == nil, let anchor = context.anchor, let here = calendar.components(anchor) {
      isAnchored = true
      switch relation {
      case .past, .last: year = month < here.month ? here.year : here.year - 1
      case .next: year = month > here.month ? here.year : here.year + 1
      case .this, .current: year = here.year
      default:
        year =
          context.leaning == .past
          ? (month <= here.month ? here.year : here.year - 1)
          : (month >= here.month ? here.year : here.year + 1)
      }
    }
    guard let year else {
      let value = calendar == .gregorian ? "XXXX-\(month.padded(2))" : "XXXX-XX"
      return finished(TimeDraft(tokens, value, .month))
    }
    if calendar == .hijri, year > 1600 { return monthDraft(tokens, month, inGregorian: year) }
    guard let days = calendar.month(year, month) else { return nil }
    var draft = TimeDraft(tokens, from: days.start, to: days.end, .month, isAnchored: isAnchored)
    if calendar == .gregorian { draft.value = "\(year.padded(4))-\(month.padded(2))" }
    return finished(draft)
  }

  /// `رمضان 2019`: the Hijri month that begins in a Gregorian year.
  private func monthDraft(_ tokens: Range<Int>, _ month: Int, inGregorian year: Int) -> TimeDraft? {
    guard let first = CalendarDay(year: year, month: 1, day: 1),
      let here = HijriCalendar.components(of: first)?.year
    else { return nil }
    let found = (here...here + 1).lazy.compactMap { calendar.month($0, month) }
      .first { $0.start.components.year == year }
    return found.map {
      finished(TimeDraft(tokens, from: $0.start, to: $0.end, .month, isAnchored: false))
    }
  }

  private func yearDraft(_ tokens: Range<Int>, _ year: Int) -> TimeDraft? {
    guard let days = calendar.year(year) else { return nil }
    var draft = TimeDraft(tokens, from: days.start, to: days.end, .year, isAnchored: false)
    if calendar == .gregorian { draft.value = year.padded(4) }
    return finished(draft)
  }
}

/// From what times are reckoned.
struct TimeContext: Sendable {
  let anchor: CalendarDay?
  let leaning: TimeLeaning
  let bare: BareNumber
  /// How many periods the reading stands in (`الأسبوع الأول من الربع الأول من 2015`).
  private var depth = 0

  init(anchor: CalendarDay?, leaning: TimeLeaning, bare: BareNumber = .none) {
    self.anchor = anchor
    self.leaning = leaning
    self.bare = bare
  }

  /// The context of a period inside another; `nil` at the third.
  var deeper: TimeContext? {
    guard depth < 2 else { return nil }
    var result = self
    result.depth += 1
    return result
  }

  /// The day of that weekday: without a relation the latest not after the anchor (or, leaning to the
  /// future, the earliest after it), with one the latest before or the earliest after it.
  func weekday(_ weekday: Int, _ relation: TimeRelation, from anchor: CalendarDay) -> CalendarDay {
    let back = (anchor.weekday - weekday + 7) % 7
    switch relation {
    case .past, .last: return anchor.advanced(by: back == 0 ? -7 : -back)
    case .next: return anchor.advanced(by: 7 - back)
    default: return anchor.advanced(by: leaning == .past ? -back : back == 0 ? 7 : 7 - back)
    }
  }
}
