internal import ArabicWords

extension QuantityReader {
  /// The dates, times, durations and repetitions in the order of the text.
  func times(_ context: TimeContext) -> [TimeExpression] {
    var result: [TimeExpression] = []
    var i = 0
    while i < count {
      guard opens(i), let draft = time(i, context), draft.tokens.upperBound > i else {
        i = lexeme(i).after == .none ? max(next(i), i + 1) : i + 1
        continue
      }
      result.append(draft.expression(in: self))
      i = draft.tokens.upperBound
    }
    return result
  }

  /// The time that begins at a token.
  private func time(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    if let range = clockRange(i, context) ?? range(i, context) { return range }
    if let part = partOfDayTold(i, context) { return part }
    guard let draft = single(i, context) else { return nil }
    return reached(draft, context) ?? draft
  }

  /// A time that is no range of two.
  private func single(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    if let set = repetition(i) { return set }
    if lexeme(i).time == .now {
      var draft = TimeDraft(i..<next(i), "PRESENT_REF", .second)
      draft.start = context.anchor
      draft.end = context.anchor
      draft.isAnchored = context.anchor != nil
      return draft
    }
    if let clocked = clocked(i, context) { return clocked }
    if let shifted = shifted(i, context) { return shifted }
    if let day = day(i, context) {
      if let period = period(i, context), period.tokens.upperBound > day.tokens.upperBound {
        return period
      }
      return withClock(day)
    }
    if let period = period(i, context) { return period }
    if let length = durationExpression(i) { return fromNow(length, context) ?? length }
    if context.bare == .dayOfMonth, let day = bareDay(i, context) { return day }
    let isTold = i > 0 && continues(i) && tellsYear(i - 1)
    return bareYear(i, context, isTold: isTold || lexeme(i).isDigits && hasEra(i))
  }

  /// `شهر و21 يوما من الآن`.
  private func fromNow(_ length: TimeDraft, _ context: TimeContext) -> TimeDraft? {
    let end = length.tokens.upperBound
    guard following(end).role == .from, continues(end + 1), lexeme(end + 1).time == .now,
      let found = duration(length.tokens.lowerBound), !found.duration.hasClock,
      let anchor = context.anchor,
      let day = found.duration.day(from: anchor, sign: context.leaning == .past ? -1 : 1)
    else { return nil }
    return TimeDraft(length.tokens.lowerBound..<next(end + 1), day: day, isAnchored: true)
  }

  /// `في 22`, `إلى الحادي والعشرين`, `للثاني`: a day of the month that nothing else tells.
  private func bareDay(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let isTo = lexeme(i).role == .to
    let at = isTo ? next(i) : i
    guard at == i || continues(at), isTo || prefix(i).contains(.to) || i > 0 && isIn(i - 1),
      let day = dayNumber(at), lexeme(at).isDigits || isDefinite(at)
    else { return nil }
    let behind = following(day.end)
    guard !isNoun(day.end), behind.time == .none, behind.number == .none,
      behind.role == .none || behind.role == .dot
    else { return nil }
    return PartialDate(day: day.value, end: day.end).draft(i, context)
  }

  /// Whether a bare year may stand behind the token: `في 2011`, `حتى 2014`, `(2011)`.
  private func tellsYear(_ i: Int) -> Bool {
    let word = lexeme(i)
    return isIn(i) || [.before, .after, .since].contains(word.relation) || word.role == .to
  }

  private func hasEra(_ i: Int) -> Bool {
    guard let number = wholeNumber(i) else { return false }
    return era(number.end, of: number.value).calendar != nil
  }

  /// A clock time or part of the day, with the day that it belongs to: `مساء أمس الأحد`, `الساعة 3 عصر الخميس`.
  private func clocked(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    if lexeme(i).time == .tonight {
      guard let anchor = context.anchor else {
        return TimeDraft(i..<next(i), "XXXX-XX-XXTNI", .partOfDay)
      }
      var draft = TimeDraft(i..<next(i), day: anchor, isAnchored: true)
      draft.add(ClockTime(part: .night, end: next(i)))
      return draft
    }
    guard let clock = clock(i, context.bare) else { return nil }
    var at = clock.end
    if following(at).role == .from || isIn(at) || following(at).role == .comma { at += 1 }
    let isWord = continues(at) && lexeme(at).time != .partOfDay && !lexeme(at).isDigits
    if isWord, let day = day(at, context), day.kind == .date {
      var draft = day.over(i..<day.tokens.upperBound)
      draft.add(clock)
      return draft
    }
    guard clock.hour != nil || isPartAlone(i) else { return nil }
    guard clock.hour == nil || clock.isSure || clock.part != nil || context.bare == .hour else {
      return nil
    }
    // `الظهر` alone is the hour.
    let code = clock.hour == nil && clock.part == .noon ? "12" : clock.code
    var draft = TimeDraft(i..<clock.end, "T" + code, code == "12" ? .hour : clock.precision)
    draft.kind = .time
    return draft
  }

  /// Whether a part of the day may stand alone: with the article or in the accusative (`مساء`, `صباحا`).
  private func isPartAlone(_ i: Int) -> Bool { isDefinite(i) || lexeme(i).second == 1 }

  /// Adds the clock time behind a day: `أمس الساعة 5`, `الخميس مساء`.
  private func withClock(_ day: TimeDraft) -> TimeDraft {
    var at = day.tokens.upperBound
    if following(at).role == .comma || isIn(at) { at += 1 }
    if continues(at), let range = clockRange(at, TimeContext(anchor: nil, leaning: .past)) {
      var draft = day.over(day.tokens.lowerBound..<range.tokens.upperBound)
      draft.value += range.value
      draft.precision = range.precision
      draft.kind = .time
      return draft
    }
    guard continues(at), let clock = clock(at),
      clock.isSure || clock.part != nil && !lexeme(at).isDigits,
      clock.hour != nil || isPartAlone(at) || day.tokens.upperBound == at
    else { return day }
    if clock.hour == nil,
      following(clock.end).time == .dayWord || following(clock.end).time == .weekday
    {
      return day
    }
    var draft = day.over(day.tokens.lowerBound..<clock.end)
    draft.add(clock)
    return draft
  }

  /// `هذا الصباح`, `وقت متأخر من مساء أمس`, `أواخر الليل`: a part of the day with words before it.
  private func partOfDayTold(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    guard word.part != .none || word.relation == .this else { return nil }
    var at = next(i)
    if word.part != .none, following(at).role == .from { at += 1 }
    guard continues(at), lexeme(at).time == .partOfDay else { return nil }
    if word.relation == .this {
      guard isDefinite(at), let anchor = context.anchor else { return nil }
      var draft = TimeDraft(i..<next(at), day: anchor, isAnchored: true)
      draft.add(ClockTime(part: PartOfDay(rawValue: lexeme(at).value), end: next(at)))
      return draft
    }
    guard var draft = clocked(at, context), draft.precision == .partOfDay || word.part == .mid
    else { return nil }
    draft.tokens = i..<draft.tokens.upperBound
    draft.isApproximate = true
    return draft
  }

  /// `من 5 إلى 6 مساء`, `بين الساعة 4 والخامسة`, `4-5 مساء`: hours of one day.
  private func clockRange(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let role = lexeme(i).role
    let isFramed = role == .from || role == .between
    let at = isFramed ? next(i) : i
    guard at == i || continues(at), var first = rangeHour(at, role), continues(first.end) else {
      return nil
    }
    let link = lexeme(first.end).role
    var second: ClockTime?
    if link == .to || link == .dash {
      second = continues(next(first.end)) ? rangeHour(next(first.end), .none) : nil
    } else if role == .between {
      second = joined(first.end).flatMap { rangeHour($0, .none) }
    }
    guard var second,
      first.isSure || second.isSure || first.part != nil || second.part != nil
        || context.bare == .hour
    else { return nil }
    // The part of the day that stands behind one hour is meant for both, if that keeps their order.
    if first.part == nil, let part = second.part,
      (first.hour ?? 0) < (second.hour ?? 0) || first.hour == 12
    {
      first.part = part
    }
    if second.part == nil, let part = first.part,
      (first.hour ?? 0) % 12 < (second.hour ?? 0) || second.minute != nil
    {
      second.part = part
    }
    var draft = TimeDraft(
      i..<second.end, "T\(first.code)/T\(second.code)", max(first.precision, second.precision))
    draft.kind = .time
    return draft
  }

  private func rangeHour(_ i: Int, _ role: Role) -> ClockTime? {
    var at = i
    let isTold =
      lexeme(i).time == .unit && lexeme(i).value == TimeUnit.hour.rawValue && isDefinite(i)
    if isTold { at = next(i) }
    guard at == i || continues(at) else { return nil }
    let word = lexeme(at)
    guard word.isDigits || word.ordinal > 0 || [.digit, .ten].contains(word.number),
      var time = hours(at, allowingMinutes: role != .between)
    else { return nil }
    time.isSure = time.isSure || isTold
    addPart(&time)
    return time
  }

  /// `كل يوم`, `كل ثلاثة أشهر`, `يوميا`, `كل يوم جمعة`.
  private func repetition(_ i: Int) -> TimeDraft? {
    let word = lexeme(i)
    if word.time == .set {
      var draft = TimeDraft(i..<next(i), ["P1D", "P1W", "P1M", "P1Y", "P6M"][word.value], .day)
      draft.kind = .set
      return draft
    }
    guard word.time == .every, continues(next(i)) else { return nil }
    var at = next(i)
    if lexeme(at).time == .unit, lexeme(at).value == TimeUnit.day.rawValue, continues(next(at)),
      lexeme(next(at)).time == .weekday
    {
      at = next(at)
    }
    if lexeme(at).time == .weekday {
      let day = lexeme(at).value
      var draft = TimeDraft(i..<next(at), "XXXX-WXX-\(day == 0 ? 7 : day)", .day)
      draft.kind = .set
      return draft
    }
    guard let length = duration(at), !isDefinite(at) else { return nil }
    var draft = TimeDraft(i..<length.end, length.duration.value, length.duration.smallest.precision)
    draft.kind = .set
    return draft
  }
}
