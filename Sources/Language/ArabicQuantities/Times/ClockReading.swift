internal import ArabicWords

extension QuantityReader {
  /// A time of day at a token: `الساعة الثالثة والنصف عصرا`, `15:30`, `3:18 صباحا`, `مساء`.
  func clock(_ i: Int, _ bare: BareNumber = .none) -> ClockTime? {
    let word = lexeme(i)
    switch word.time {
    case .hourName: return ClockTime(hour: word.value, end: next(i), isSure: true)
    case .partOfDay: return partFirst(i, bare)
    default: break
    }
    if word.time == .unit, word.value == TimeUnit.hour.rawValue, isDefinite(i) {
      guard continues(next(i)), var time = hours(next(i)) else { return nil }
      addPart(&time)
      time.isSure = true
      return time
    }
    guard word.isDigits || word.number != .none || word.ordinal > 0, var time = hours(i) ?? glued(i)
    else {
      return nil
    }
    // `الثامنة والنصف`
    if word.ordinal > 0, isDefinite(i), time.minute != nil,
      joined(next(i)).map({ clockPart($0) != nil }) == true
    {
      time.isSure = true
    }
    addPart(&time)
    return time.part != nil || time.isSure || bare == .hour ? time : nil
  }

  /// `بعد الظهر الساعة 7`, `مساء`.
  private func partFirst(_ i: Int, _ bare: BareNumber) -> ClockTime? {
    guard let part = PartOfDay(rawValue: lexeme(i).value) else { return nil }
    let at = next(i)
    if continues(at), lexeme(at).time == .unit, lexeme(at).value == TimeUnit.hour.rawValue,
      isDefinite(at),
      continues(next(at)), var time = hours(next(at))
    {
      time.part = part
      time.isSure = true
      addPart(&time)
      return time
    }
    if continues(at), lexeme(at).isDigits || lexeme(at).ordinal > 0 && isDefinite(at),
      var time = hours(at),
      time.isSure || time.minute != nil || following(time.end).time == .partOfDay || bare == .hour
    {
      time.part = part
      addPart(&time)
      return time
    }
    if following(at).time == .early { return ClockTime(part: part, end: next(at)) }
    return ClockTime(part: part, end: at)
  }

  /// `340 مساء`: hour and minutes without a mark.
  private func glued(_ i: Int) -> ClockTime? {
    guard lexeme(i).isDigits, (3...4).contains(text.key(i).count), let number = wholeNumber(i),
      number.value % 100 < 60, number.value < 2400, following(number.end).time == .partOfDay
    else { return nil }
    return ClockTime(hour: number.value / 100, minute: number.value % 100, end: number.end)
  }

  /// The hour with its minutes, without a part of the day.
  func hours(_ i: Int, allowingMinutes: Bool = true) -> ClockTime? {
    guard let hour = hourNumber(i) else { return nil }
    var time = ClockTime(hour: hour.value, end: hour.end)
    if lexeme(i).isDigits, following(hour.end).role == .colon, isGlued(hour.end),
      isGlued(hour.end + 1),
      let minute = shortNumber(hour.end + 1), minute.value < 60, text.key(hour.end + 1).count == 2
    {
      time.minute = minute.value
      time.end = minute.end
      time.isSure = true
      if following(time.end).role == .colon, isGlued(time.end), isGlued(time.end + 1),
        let second = shortNumber(time.end + 1), second.value < 60
      {
        time.second = second.value
        time.end = second.end
      }
      return time
    }
    addMinutes(&time, allowingNumbers: allowingMinutes)
    return time
  }

  private func hourNumber(_ i: Int) -> DatePart? {
    if lexeme(i).isDigits {
      guard let number = shortNumber(i), number.value <= 24 else { return nil }
      return number
    }
    // `أول الليل` is no hour.
    guard lexeme(i).ordinal != 1 || isDefinite(i) else { return nil }
    if let ordinal = ordinal(i), ordinal.value <= 12 {
      // `الثانية وعشرين دقيقة` is not the twenty-second.
      return DatePart(value: ordinal.value, end: ordinal.end)
    }
    if lexeme(i).ordinal > 0, let tens = joined(next(i)), !isDefinite(tens) {
      return DatePart(value: lexeme(i).ordinal, end: next(i))
    }
    let word = lexeme(i)
    guard [.digit, .ten, .one].contains(word.number) else { return nil }
    if following(next(i)).number == .ten, prefix(next(i)).isEmpty, word.amount < 10,
      !isMinutes(next(next(i)))
    {
      return DatePart(value: 10 + Int(word.amount), end: next(next(i)))
    }
    return DatePart(value: Int(word.amount), end: next(i))
  }

  /// `والنصف`, `وربع`, `إلا ثلثا`, `و20 دقيقة`, `وخمسة وثلاثين`.
  private func addMinutes(_ time: inout ClockTime, allowingNumbers: Bool) {
    if let at = joined(time.end) {
      if let part = clockPart(at) {
        time.minute = part.value
        time.end = part.end
      } else if allowingNumbers, let number = cardinal(at),
        let minutes = Cardinal.whole(number.value), minutes < 60,
        !number.isVague
      {
        time.minute = Int(minutes)
        time.end = number.end
        if isMinutes(time.end) { time.end = next(time.end) }
      }
    }
    guard following(time.end).role == .except, continues(next(time.end)), let hour = time.hour
    else { return }
    let at = next(time.end)
    let minus: DatePart
    if let part = clockPart(at) {
      minus = part
    } else if let number = cardinal(at), let value = Cardinal.whole(number.value), value < 60 {
      minus = DatePart(
        value: Int(value), end: isMinutes(number.end) ? next(number.end) : number.end)
    } else {
      return
    }
    let total = hour * 60 + (time.minute ?? 0) - minus.value + 24 * 60
    time.hour = total / 60 % 24 == 0 && hour <= 12 ? 12 : total / 60 % 24
    time.minute = total % 60
    time.end = minus.end
    time.isSure = true
  }

  private func isMinutes(_ i: Int) -> Bool {
    continues(i) && isUnit(i) && lexeme(i).value == TimeUnit.minute.rawValue
  }

  private func clockPart(_ i: Int) -> DatePart? {
    let word = lexeme(i)
    if let part = fraction(i), word.number == .digit, part.denominator == 4 {
      return DatePart(value: Int(part.value * 60), end: part.end)
    }
    guard word.fraction == .single, [2, 3, 4].contains(word.denominator) else { return nil }
    return DatePart(value: 60 * word.numerator / word.denominator, end: next(i))
  }

  /// Adds the part of the day behind a clock time.
  func addPart(_ time: inout ClockTime) {
    while addOnePart(&time) {}
  }

  private func addOnePart(_ time: inout ClockTime) -> Bool {
    var at = time.end
    if isIn(at) { at += 1 }
    guard continues(at) else { return false }
    switch lexeme(at).time {
    case .partOfDay:
      time.part = time.part == nil ? PartOfDay(rawValue: lexeme(at).value) : time.part
    case .hourName:
      time.part = lexeme(at).value == 0 ? .night : .noon
    case .tonight:
      time.part = .night
    default:
      // `الساعة 11 هذا الصباح`
      guard lexeme(at).relation == .this, following(next(at)).time == .partOfDay, time.part == nil
      else {
        return false
      }
      at = next(at)
      time.part = PartOfDay(rawValue: lexeme(at).value)
    }
    time.end = next(at)
    return true
  }
}
