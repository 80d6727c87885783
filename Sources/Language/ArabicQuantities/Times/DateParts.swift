internal import ArabicWords

/// A number in a date, with the token behind it.
struct DatePart: Sendable {
  var value: Int
  var end: Int
}

extension QuantityReader {
  /// A day of the month: `5`, `الخامس`, `الحادي والعشرين`, `خمسة عشر`.
  func dayNumber(_ i: Int) -> DatePart? {
    guard continues(i) || i == 0 || i < count else { return nil }
    let word = lexeme(i)
    if word.isDigits {
      guard let number = shortNumber(i), (1...31).contains(number.value) else { return nil }
      return number
    }
    if let ordinal = ordinal(i), (1...31).contains(ordinal.value) {
      return DatePart(value: ordinal.value, end: ordinal.end)
    }
    guard word.number != .none, word.number != .one, let number = cardinal(i), !number.isVague,
      let day = Cardinal.whole(number.value), (1...31).contains(day)
    else { return nil }
    return DatePart(value: Int(day), end: number.end)
  }

  /// A number of at most two digits without marks.
  func shortNumber(_ i: Int) -> DatePart? {
    guard i < count, lexeme(i).isDigits, text.key(i).count <= 2 else { return nil }
    return wholeNumber(i)
  }

  /// A number of digits without marks.
  func wholeNumber(_ i: Int) -> DatePart? {
    guard i < count, lexeme(i).isDigits else { return nil }
    var value = 0
    let key = text.key(i)
    guard key.count <= 9 else { return nil }
    for byte in key {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return DatePart(value: value, end: i + 1)
  }

  /// The month that begins at a token, in one name or two (`حزيران/يونيو`, `يونيو (حزيران)`).
  func monthName(_ i: Int) -> (
    calendar: TimeExpression.Calendar, month: Int, end: Int, isSure: Bool
  )? {
    guard i < count, let first = oneMonth(i) else { return nil }
    var end = next(i)
    if [.slash, .dash].contains(following(end).role), continues(end + 1),
      let second = oneMonth(end + 1),
      second.calendar == first.calendar, second.month == first.month
    {
      end = next(end + 1)
    } else if following(end).role == .open, continues(end + 1), let second = oneMonth(end + 1),
      second.calendar == first.calendar, second.month == first.month
    {
      end = next(end + 1)
      if following(end).role == .close { end += 1 }
    } else if continues(end), prefix(end).isEmpty, let second = oneMonth(end),
      second.calendar == first.calendar,
      second.month == first.month
    {
      end = next(end)
    } else {
      return (first.calendar, first.month, end, first.isSure)
    }
    return (first.calendar, first.month, end, true)
  }

  private func oneMonth(_ i: Int) -> (calendar: TimeExpression.Calendar, month: Int, isSure: Bool)?
  {
    let word = lexeme(i)
    guard !isDefinite(i) else { return nil }
    switch word.time {
    case .month: return (.gregorian, word.value, true)
    case .monthWeak: return (.gregorian, word.value, isAugust(i))
    case .hijri: return (.hijri, word.value, true)
    case .hijriWeak: return (.hijri, word.value, false)
    case .persianWeak: return (.persian, word.value, false)
    default: return nil
    }
  }

  /// `آب` is August where the madda is written; `أب` is a father.
  private func isAugust(_ i: Int) -> Bool {
    let token = text.tokens[i]
    return token.end - token.start == 4 && text.utf8[Int(token.start)] == 0xD8
      && text.utf8[Int(token.start) + 1] == 0xA2
  }

  /// The year that may follow a month: `2015`, `عام 2015`, `من عام 2015م`, `العام الماضي`, in digits or
  /// words; `relation` if it is told by the anchor.
  func year(after i: Int, _ context: TimeContext) -> (
    year: Int?, relation: TimeRelation, calendar: TimeExpression.Calendar?, end: Int
  )? {
    var at = i
    if following(at).role == .comma || following(at).role == .dot, continues(at + 1) { at += 1 }
    if following(at).role == .from { at += 1 }
    if isIn(at), following(at + 1).time == .unit, lexeme(at + 1).value == TimeUnit.year.rawValue {
      at += 1
    }
    guard continues(at) else { return nil }
    let word = lexeme(at)
    let isYear = word.time == .unit && word.value == TimeUnit.year.rawValue
    if isYear {
      let relation = following(next(at)).relation
      if [.past, .next, .current, .last].contains(relation), isDefinite(at) {
        return (nil, relation, nil, next(next(at)))
      }
      at = next(at)
    } else if [.past, .next, .current].contains(word.relation), at == i, isDefinite(at) {
      return (nil, word.relation, nil, next(at))
    }
    guard continues(at), let year = yearNumber(at, isTold: isYear) else { return nil }
    let (calendar, end) = era(year.end, of: year.value)
    return (year.value, .none, calendar, end)
  }

  /// A year in digits (four, or any behind `عام`) or words (a thousand and more).
  func yearNumber(_ i: Int, isTold: Bool) -> DatePart? {
    let word = lexeme(i)
    if word.isDigits {
      guard let number = wholeNumber(i) else { return nil }
      let digits = text.key(i).count
      guard digits == 4 && (1000...2999).contains(number.value) || isTold && digits <= 4 else {
        return nil
      }
      return number
    }
    guard word.number != .none, let number = cardinal(i), !number.isVague,
      let value = Cardinal.whole(number.value),
      (1000...2999).contains(value) || isTold && value < 3000
    else { return nil }
    // `تسعة عشر تسعة وتسعون`: two numbers of two digits each.
    if isTold, value < 100, value > 9, let rest = cardinal(joined(number.end) ?? number.end),
      continues(number.end), let low = Cardinal.whole(rest.value), low < 100
    {
      return DatePart(value: Int(value * 100 + low), end: rest.end)
    }
    return DatePart(value: Int(value), end: number.end)
  }

  /// The era that is told behind a year (`1436هـ`, `2015م`), and the token behind it.
  func era(_ i: Int, of year: Int) -> (calendar: TimeExpression.Calendar?, end: Int) {
    guard continues(i) else { return (nil, i) }
    switch lexeme(i).time {
    case .hijriEra where year < 1600: return (.hijri, eraEnd(i))
    case .commonEra where isGlued(i) || text.key(i).count > 2: return (.gregorian, eraEnd(i))
    case .persianEra: return (.persian, eraEnd(i))
    default: return (nil, i)
    }
  }

  private func eraEnd(_ i: Int) -> Int {
    // `هـ.` and `م.` keep their full stop out.
    next(i)
  }
}
