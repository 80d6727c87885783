internal import ArabicWords

extension QuantityReader {
  /// A length of time at a token: `ثلاثة أيام`, `شهرين`, `سنة ونصف`, `عام واحد وشهر و21 يوما`.
  func duration(_ i: Int) -> (duration: Duration, end: Int, isGuess: Bool)? {
    guard var first = oneDuration(i) else { return nil }
    var units: Set<Int> = [first.duration.parts[0].unit.rawValue]
    while true {
      var at = first.end
      let before = first.duration.smallest
      var isListed = false
      if let joined = joined(at) {
        at = joined
      } else if following(at).role == .comma {
        isListed = true
        at += 1
      }
      guard continues(at), !isListed || lexeme(at).isDigits, let other = oneDuration(at),
        !isDefinite(at),
        units.insert(other.duration.parts[0].unit.rawValue).inserted,
        !isListed || other.duration.smallest.rawValue < before.rawValue,
        at > first.end || prefix(at).contains(.conjunction) || first.duration.parts[0].amount != nil
      else { return first }
      first.duration.parts += other.duration.parts
      first.end = other.end
    }
  }

  private func oneDuration(_ i: Int) -> (duration: Duration, end: Int, isGuess: Bool)? {
    let word = lexeme(i)
    switch word.time {
    case .unit, .unitDual, .unitPlural:
      guard let unit = TimeUnit(rawValue: word.value) else { return nil }
      var end = next(i)
      var amount: Double? = word.time == .unitDual ? 2 : word.time == .unit ? 1 : nil
      // `شهر واحد`, `يومان اثنان`, `أيام ثلاثة`, `أيام قليلة`
      if continues(end), lexeme(end).number == .digit, !isDefinite(end), prefix(end).isEmpty,
        amount == nil || lexeme(end).amount == amount,
        !isUnit(next(end)) || prefix(next(end)).contains(.conjunction) || !continues(next(end))
      {
        amount = lexeme(end).amount
        end = next(end)
      }
      if let part = addedPart(end), amount != nil {
        amount = (amount ?? 0) + part.value
        end = part.end
      }
      return (Duration(unit, amount: amount), end, amount == nil)
    default: break
    }
    var number: (value: Double?, end: Int, isGuess: Bool)
    if let part = fraction(i), word.fraction == .single, isUnit(part.end), continues(part.end),
      // `سبع دقائق` are seven, `سبع دقيقة` is a seventh.
      word.number == .none || lexeme(part.end).time == .unit
    {
      number = (part.value, part.end, false)
    } else if word.number == .several, isUnit(next(i)) {
      number = (nil, next(i), true)
    } else if let cardinal = cardinal(i), !cardinal.isPronoun {
      number = (cardinal.isVague ? nil : cardinal.value, cardinal.end, cardinal.isVague)
      if word.number == .some { number.value = 3 }
    } else {
      return nil
    }
    guard continues(number.end), isUnit(number.end), !prefix(number.end).contains(.conjunction),
      let unit = TimeUnit(rawValue: lexeme(number.end).value), lexeme(number.end).time != .unitDual
    else { return nil }
    var end = next(number.end)
    if let part = addedPart(end), let value = number.value {
      number.value = value + part.value
      end = part.end
    }
    return (Duration(unit, amount: number.value), end, number.isGuess)
  }

  /// `ونصف`, `ونصف العام` behind a unit.
  private func addedPart(_ i: Int) -> (value: Double, end: Int)? {
    guard let at = joined(i), lexeme(at).fraction == .single,
      [2, 3, 4].contains(lexeme(at).denominator),
      lexeme(at).number == .none
    else { return nil }
    var end = next(at)
    if continues(end), isUnit(end) {
      guard isDefinite(end) else { return nil }
      end = next(end)
    }
    return (Double(lexeme(at).numerator) / Double(lexeme(at).denominator), end)
  }

  /// Whether the item is a unit of time.
  func isUnit(_ i: Int) -> Bool { [.unit, .unitPlural, .unitDual].contains(lexeme(i).time) }

  /// A length of time that stands for itself.
  func durationExpression(_ i: Int) -> TimeDraft? {
    let word = lexeme(i)
    // `طوال اليوم`, `ساعة كاملة`, `لمدة أسبوع`
    if word.relation == .whole || word.relation == .during {
      guard continues(next(i)), let inner = duration(next(i)), word.time != .every else {
        return nil
      }
      let start = word.relation == .whole ? i : next(i)
      let isWhole = following(inner.end).relation == .whole && lexeme(inner.end).time != .every
      return durationDraft(inner, start..<(isWhole ? next(inner.end) : inner.end))
    }
    guard let found = duration(i) else { return nil }
    var end = found.end
    let isWhole = following(end).relation == .whole && lexeme(end).time != .every
    if isWhole { end = next(end) }
    // A unit alone is no length (`يوم الأحد`, `العام`); its plural alone isn't either.
    let isBare = isUnit(i) && next(i) == found.end && word.time != .unitDual
    guard !isBare || isWhole || i > 0 && lexeme(i - 1).relation == .during && continues(i) else {
      return nil
    }
    guard !isDefinite(i) || !isUnit(i) else { return nil }
    return durationDraft(found, i..<end)
  }

  private func durationDraft(
    _ found: (duration: Duration, end: Int, isGuess: Bool), _ tokens: Range<Int>
  )
    -> TimeDraft
  {
    var draft = TimeDraft(tokens, found.duration.value, found.duration.smallest.precision)
    draft.kind = .duration
    draft.isApproximate = found.isGuess
    return draft
  }

  /// `قبل شهرين`, `بعد أسبوع`, `منذ ثلاثة أيام`, `خلال أسابيع`, `منذ 2011`.
  func shifted(_ i: Int, _ context: TimeContext) -> TimeDraft? {
    let relation = lexeme(i).relation
    guard [.before, .after, .since, .within].contains(relation), continues(next(i)) else {
      return nil
    }
    var at = next(i)
    var isGuess = false
    while [.about, .low, .high, .lowToo].contains(lexeme(at).before), continues(at) {
      isGuess = true
      at = next(at)
    }
    guard continues(at) else { return nil }
    // `بعد يومين من الهجوم` is reckoned from the attack, not from the article's day.
    if !isDefinite(at), let found = duration(at),
      (period(at, context)?.tokens.upperBound ?? 0) <= found.end
    {
      return moved(found, i, relation, isGuess, context)
    }
    guard relation == .since || relation == .within else { return nil }
    return since(i, at, relation, context)
  }

  /// `منذ 2011`, `منذ مطلع العام`, `منذ أمس`, `خلال شهر رمضان`, `خلال العام`.
  private func since(_ i: Int, _ at: Int, _ relation: TimeRelation, _ context: TimeContext)
    -> TimeDraft?
  {
    guard let whole = bareYear(at, context, isTold: true) ?? period(at, context) ?? day(at, context)
    else {
      return nil
    }
    guard relation == .since else { return whole }
    var draft = whole.over(i..<whole.tokens.upperBound)
    draft.end = nil
    draft.value += "/.."
    return draft
  }

  private func moved(
    _ found: (duration: Duration, end: Int, isGuess: Bool), _ i: Int, _ relation: TimeRelation,
    _ isGuess: Bool, _ context: TimeContext
  ) -> TimeDraft? {
    var end = found.end
    var isFromNow = false
    if following(end).role == .from, continues(end + 1) {
      guard lexeme(end + 1).time == .now else { return nil }
      isFromNow = true
      end = next(end + 1)
    }
    var draft = TimeDraft(i..<end, found.duration.value, found.duration.smallest.precision)
    draft.isApproximate = isGuess || found.isGuess
    let isPast = relation == .before || relation == .since
    guard let anchor = context.anchor, !found.duration.hasClock else {
      draft.kind = .duration
      return draft
    }
    guard let day = found.duration.day(from: anchor, sign: isPast ? -1 : 1) else {
      draft.kind = .duration
      draft.isAnchored = true
      if relation == .since || isPast { draft.end = anchor } else { draft.start = anchor }
      return draft
    }
    draft.isAnchored = true
    if relation == .within {
      draft.start = anchor
      draft.end = day
      draft.value = "\(anchor)/\(day)"
      return draft
    }
    place(&draft, day, found.duration.smallest)
    if relation == .since, !isFromNow {
      draft.end = nil
      draft.value += "/.."
    }
    return draft
  }

  /// Puts a reckoned day with the precision of the unit: `قبل شهرين` is a month, not a day.
  private func place(_ draft: inout TimeDraft, _ day: CalendarDay, _ unit: TimeUnit) {
    let (year, month, _) = day.components
    switch unit {
    case .month:
      draft.value = "\(year.padded(4))-\(month.padded(2))"
    case .year:
      draft.value = year.padded(4)
    case .week:
      draft.value = day.isoWeek
    case .decade, .century:
      draft.value = (year / 10).padded(3)
    default:
      draft.value = day.description
    }
    draft.start = day
    draft.end = day
  }
}
