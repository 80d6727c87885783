internal import ArabicWords

extension QuantityReader {
  /// A unit of the calendar told by the anchor: `الأسبوع الماضي`, `هذا الشهر`, `العام الجاري`,
  /// `الأشهر الثلاثة الماضية`, `آخر 3 سنوات`, `العقدين الماضيين`.
  func relatedUnit(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let word = lexeme(i)
    if word.relation == .this {
      guard continues(next(i)), isCalendarUnit(next(i)), isDefinite(next(i)),
        let anchor = context.anchor,
        let unit = TimeUnit(rawValue: lexeme(next(i)).value)
      else { return nil }
      return whole(unit, 0, anchor, i..<next(next(i)))
    }
    if word.relation == .lastOf { return several(i, from: i, relation: .last, context) }
    if word.time == .unit, isDefinite(i) { return oneUnit(i, context) }
    return several(i, from: i, relation: .none, context)
  }

  private func isCalendarUnit(_ i: Int) -> Bool {
    let word = lexeme(i)
    return word.time == .unit && word.value >= TimeUnit.day.rawValue
  }

  /// `الأسبوع الماضي`; also `الأسبوع بعد القادم` and `الشهر هذا`.
  private func oneUnit(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    guard let unit = TimeUnit(rawValue: lexeme(i).value), unit.rawValue >= TimeUnit.week.rawValue
    else {
      return nil
    }
    var at = next(i)
    var steps = 1
    if following(at).relation == .after || following(at).relation == .before {
      steps = 2
      at = next(at)
    }
    guard continues(at), isDefinite(at) || lexeme(at).relation == .this else { return nil }
    let offset: Int
    switch lexeme(at).relation {
    case .past, .last: offset = -steps
    case .next: offset = steps
    case .current, .this: offset = 0
    default: return nil
    }
    let tokens = i..<next(at)
    guard let anchor = context.anchor else {
      return TimeDraft(
        tokens, unit == .week ? "XXXX-WXX" : unit == .month ? "XXXX-XX" : "XXXX", unit.precision)
    }
    return whole(unit, offset, anchor, tokens)
  }

  /// The whole week, month, year, decade or century so many units from the anchor's.
  func whole(_ unit: TimeUnit, _ offset: Int, _ anchor: CalendarDay, _ tokens: Range<Int>)
    -> TimeDraft?
  {
    let year = anchor.components.year
    func years(_ first: Int, _ count: Int, _ value: String) -> TimeDraft? {
      guard let start = CalendarDay(year: first, month: 1, day: 1),
        let end = CalendarDay(year: first + count - 1, month: 12, day: 31)
      else { return nil }
      var draft = TimeDraft(tokens, from: start, to: end, unit.precision, isAnchored: true)
      draft.value = value
      return draft
    }
    switch unit {
    case .day: return TimeDraft(tokens, day: anchor.advanced(by: offset), isAnchored: true)
    case .week:
      let monday = anchor.monday.advanced(by: 7 * offset)
      var draft = TimeDraft(
        tokens, from: monday, to: monday.advanced(by: 6), .week, isAnchored: true)
      draft.value = monday.isoWeek
      return draft
    case .month:
      let first = anchor.advanced(byMonths: offset).components
      guard let days = TimeExpression.Calendar.gregorian.month(first.year, first.month) else {
        return nil
      }
      var draft = TimeDraft(tokens, from: days.start, to: days.end, .month, isAnchored: true)
      draft.value = "\(first.year.padded(4))-\(first.month.padded(2))"
      return draft
    case .year: return years(year + offset, 1, (year + offset).padded(4))
    case .decade:
      let first = year / 10 * 10 + 10 * offset
      return years(first, 10, (first / 10).padded(3))
    case .century:
      let first = (year - 1) / 100 * 100 + 1 + 100 * offset
      return years(first, 100, (first / 100).padded(2))
    default: return nil
    }
  }

  /// Several units before or behind the anchor.
  private func several(_ i: Int, from start: Int, relation: TimeRelation, _ context: TimeContext)
    -> TimeDraft?
  {
    var relation = relation
    var at = relation == .last ? next(i) : i
    guard relation != .last || continues(at) else { return nil }
    var amount: Double?
    // `3 سنوات`, `الثلاثة عقود`
    if lexeme(at).time == .none, let number = cardinal(at), !number.isVague {
      amount = number.value
      at = number.end
      guard continues(at) else { return nil }
    }
    let word = lexeme(at)
    guard [.unit, .unitPlural, .unitDual].contains(word.time),
      let unit = TimeUnit(rawValue: word.value),
      at == start || !prefix(at).contains(.conjunction)
    else { return nil }
    if word.time == .unitDual { amount = 2 }
    if word.time == .unit, amount == nil { return nil }
    at = next(at)
    // `الأشهر الثلاثة`, `الأيام القليلة`
    var isGuess = false
    if amount == nil, continues(at) {
      if lexeme(at).time == .few {
        isGuess = true
        amount = Double(lexeme(at).value)
        at = next(at)
      } else if let number = cardinal(at), !number.isVague {
        amount = number.value
        at = number.end
      }
    }
    if relation != .last {
      guard continues(at), isDefinite(at) else { return nil }
      relation = lexeme(at).relation
      guard [.past, .next, .last].contains(relation) else { return nil }
      at = next(at)
      if amount == nil, continues(at), lexeme(at).time == .few {
        at = next(at)
      }
    } else if amount == nil {
      return nil
    }
    return span(unit, amount, relation, start..<at, isGuess || amount == nil, context)
  }

  private func span(
    _ unit: TimeUnit, _ amount: Double?, _ relation: TimeRelation, _ tokens: Range<Int>,
    _ isGuess: Bool,
    _ context: TimeContext
  ) -> TimeDraft? {
    let number = amount.flatMap(Cardinal.whole).map(Int.init) ?? 3
    guard (1...10_000).contains(number) else { return nil }
    let isPast = relation != .next
    var draft = TimeDraft(tokens, Duration(unit, amount: amount).value, unit.precision)
    draft.kind = unit.rawValue < TimeUnit.day.rawValue ? .duration : .date
    draft.isApproximate = isGuess
    guard let anchor = context.anchor, unit.rawValue >= TimeUnit.day.rawValue else { return draft }
    if unit == .decade {
      let base = anchor.components.year / 10 * 10
      let first = isPast ? base - 10 * number : base + 10
      draft.start = CalendarDay(year: first, month: 1, day: 1)
      draft.end = CalendarDay(year: first + 10 * number - 1, month: 12, day: 31)
    } else if isPast {
      draft.start = anchor.moved(unit, -number)
      draft.end = anchor.advanced(by: -1)
    } else {
      draft.start = anchor.advanced(by: 1)
      draft.end = anchor.moved(unit, number)
    }
    if let start = draft.start, let end = draft.end { draft.value = "\(start)/\(end)" }
    draft.isAnchored = true
    return draft
  }
}

extension CalendarDay {
  /// The day that lies so many units later.
  func moved(_ unit: TimeUnit, _ amount: Int) -> CalendarDay {
    guard abs(amount) <= 100_000 else { return self }
    return switch unit {
    case .second, .minute, .hour: self
    case .day: advanced(by: amount)
    case .week: advanced(by: 7 * amount)
    case .month: advanced(byMonths: amount)
    case .year: advanced(byMonths: 12 * amount)
    case .decade: advanced(byMonths: 120 * amount)
    case .century: advanced(byMonths: 1200 * amount)
    }
  }
}
