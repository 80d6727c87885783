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
    if let range = range(i, context) { return range }
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
      if let period = period(i, context), period.tokens.upperBound > day.tokens.upperBound { return period }
      return withClock(day)
    }
    if let period = period(i, context) { return period }
    if let length = durationExpression(i) { return length }
    let isTold = i > 0 && continues(i) && tellsYear(i - 1)
    return bareYear(i, context, isTold: isTold || lexeme(i).isDigits && hasEra(i))
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
      guard let anchor = context.anchor else { return TimeDraft(i..<next(i), "XXXX-XX-XXTNI", .partOfDay) }
      var draft = TimeDraft(i..<next(i), day: anchor, isAnchored: true)
      draft.add(ClockTime(part: .night, end: next(i)))
      return draft
    }
    guard let clock = clock(i) else { return nil }
    var at = clock.end
    if following(at).role == .from || isIn(at) || following(at).role == .comma { at += 1 }
    let isWord = continues(at) && lexeme(at).time != .partOfDay && !lexeme(at).isDigits
    if isWord, let day = day(at, context), day.kind == .date {
      var draft = day.over(i..<day.tokens.upperBound)
      draft.add(clock)
      return draft
    }
    guard clock.hour != nil || isPartAlone(i) else { return nil }
    guard clock.hour == nil || clock.isSure || clock.part != nil else { return nil }
    var draft = TimeDraft(i..<clock.end, "T" + clock.code, clock.precision)
    draft.kind = .time
    return draft
  }

  /// Whether a part of the day may stand alone: with the article or in the accusative (`مساء`, `صباحا`).
  private func isPartAlone(_ i: Int) -> Bool { isDefinite(i) || lexeme(i).second == 1 }

  /// Adds the clock time behind a day: `أمس الساعة 5`, `الخميس مساء`.
  private func withClock(_ day: TimeDraft) -> TimeDraft {
    var at = day.tokens.upperBound
    if following(at).role == .comma || isIn(at) { at += 1 }
    guard continues(at), let clock = clock(at), clock.isSure || clock.part != nil && !lexeme(at).isDigits,
      clock.hour != nil || isPartAlone(at) || day.tokens.upperBound == at
    else { return day }
    if clock.hour == nil, following(clock.end).time == .dayWord || following(clock.end).time == .weekday {
      return day
    }
    var draft = day.over(day.tokens.lowerBound..<clock.end)
    draft.add(clock)
    return draft
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
