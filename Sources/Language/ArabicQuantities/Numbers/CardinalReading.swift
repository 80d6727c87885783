internal import ArabicWords

/// A cardinal number read from the tokens, before what bounds it.
struct Cardinal: Sendable {
  var value: Double
  /// The token behind it.
  var end: Int
  /// The bounds where the words themselves are vague (`بضعة عشر`, `عشرات`, `عشرون ونيف`).
  var low: Double
  var high: Double
  /// Whether a part of one stands in it.
  var hasFraction = false
  /// Whether it is digits alone, of so many digits.
  var digits = 0
  /// Whether its first word bears the article.
  var isDefinite = false
  /// Whether it is a plural such as `عشرات`, or `بضعة`.
  var isVague = false
  /// Whether it is `أحد` or `إحدى` alone, which is mostly a pronoun.
  var isPronoun = false

  init(_ value: Double, end: Int) {
    self.value = value
    self.end = end
    low = value
    high = value
  }

  /// The value as a whole number, if it is one; without the C library's rounding, which the standard
  /// library alone doesn't link.
  static func whole(_ value: Double) -> Int64? {
    guard abs(value) < 9e15 else { return nil }
    let whole = Int64(value)
    return Double(whole) == value ? whole : nil
  }
}

extension QuantityReader {
  /// The cardinal number that begins at a token.
  func cardinal(_ i: Int) -> Cardinal? {
    if let vague = vagueCardinal(i) { return vague }
    guard var number = plainCardinal(i) else { return nil }
    number.isDefinite = isDefinite(i)
    addOdd(&number)
    return number
  }

  /// A number of digits, words or both.
  private func plainCardinal(_ start: Int, isDecimals: Bool = false) -> Cardinal? {
    var sum = NumberSum()
    var i = start
    var digits = 0
    while i < count {
      guard i == start || continues(i) else { break }
      var at = i
      var isJoined = i == start
      if i != start, let joinedAt = joined(i) {
        at = joinedAt
        isJoined = true
      }
      if i != start, hasPreposition(at) { break }
      let lexeme = lexeme(at)
      if lexeme.isDigits {
        guard let number = digitNumber(at), isJoined || isScaledGroup(number.end) else { break }
        let isScaled = [.scale, .scalePlural].contains(following(number.end).number)
        guard sum.add(number.isAmbiguous && isScaled ? number.value / 1000 : number.value) else {
          break
        }
        digits = i == start ? number.digits : 0
        i = number.end
        continue
      }
      // `وثلاثة أخماس` is a part, not ones.
      if i != start, lexeme.number == .digit || lexeme.number == .ten,
        following(next(at)).fraction == .plural
      {
        break
      }
      // `وأحد عشر` is folded to the spelling of `واحد عشر`.
      if lexeme.number == .digit, lexeme.amount == 1, teen(at, lexeme) != nil { isJoined = true }
      if lexeme.number == .digit || lexeme.number == .one, isJoined, let teen = teen(at, lexeme),
        sum.add(teen)
      {
        i = next(next(at))
        digits = 0
        continue
      }
      // `خمسمية خمسة وعشرين`: spoken Arabic leaves out the first `و`.
      if !isJoined, sum.endsWithHundreds, lexeme.number == .digit,
        let tens = joined(next(at)), self.lexeme(tens).number == .tens
      {
        isJoined = true
      }
      guard sum.take(lexeme.number, lexeme.amount, isJoined: isJoined) else { break }
      digits = 0
      i = next(at)
    }
    guard let total = sum.total, i > start else { return nil }
    var result = Cardinal(total, end: i)
    result.digits = digits
    result.isPronoun = i == next(start) && lexeme(start).number == .one
    if !isDecimals { addParts(&result, sum.lastScale) }
    return result
  }

  /// The value of `ثلاثة عشر` and its kin, if a digit and `عشر` stand at a token.
  private func teen(_ i: Int, _ lexeme: Lexeme) -> Double? {
    let ten = following(next(i))
    let bears = prefix(next(i))
    guard ten.number == .ten, bears.isEmpty || bears == .article else { return nil }
    return lexeme.amount + 10
  }

  /// Whether a number at a token goes on with `مئة` or a scale, so that it may follow without `و`.
  private func isScaledGroup(_ i: Int) -> Bool {
    [.hundred, .scale, .scalePlural].contains(following(i).number)
  }

  /// A digit number with groups that stand apart: `1،234،567`, `1 234 567`.
  func digitNumber(_ i: Int) -> (value: Double, end: Int, digits: Int, isAmbiguous: Bool)? {
    guard i < count, text.tokens[i].kind == .number, let first = DigitNumber(text.key(i)) else {
      return nil
    }
    var key = Array(text.key(i))
    var end = i + 1
    while isGlued(end), isGlued(end + 1), lexeme(end).role == .comma,
      text.tokens[end + 1].kind == .number
    {
      let isArabic = text.key(end).count == 2
      if isArabic, text.key(end + 1).prefix(while: { (0x30...0x39).contains($0) }).count != 3 {
        break
      }
      key.append(contentsOf: isArabic ? [0xD9, 0xAC] : [0x2C])
      key.append(contentsOf: text.key(end + 1))
      end += 2
    }
    if end > i + 1, let number = DigitNumber(key[...]) {
      return (number.value, end, number.digits, false)
    }
    // `6ر19`: news agencies write the decimals first, so that the line shows them on the right.
    if isGlued(end), isGlued(end + 1), lexeme(end).role == .agencyPoint, !first.isDecimal,
      text.tokens[end + 1].kind == .number, let whole = DigitNumber(text.key(end + 1)),
      !whole.isDecimal
    {
      var decimals = first.value
      for _ in 0..<min(first.digits, 300) { decimals /= 10 }
      return (whole.value + decimals, end + 2, whole.digits, false)
    }
    return spacedGroups(i, first) ?? (first.value, i + 1, first.digits, first.isAmbiguous)
  }

  /// `1 234 567`: at least two groups of three behind a first group, all parted by spaces.
  private func spacedGroups(_ i: Int, _ first: DigitNumber)
    -> (value: Double, end: Int, digits: Int, isAmbiguous: Bool)?
  {
    guard !first.isDecimal, first.digits <= 3, first.value > 0 else { return nil }
    var value = first.value
    var end = i + 1
    while end < count, text.tokens[end].gap == .space, text.tokens[end].kind == .number,
      text.key(end).count == 3, let group = DigitNumber(text.key(end))
    {
      value = value * 1000 + group.value
      end += 1
    }
    guard end >= i + 3 else { return nil }
    return (value, end, first.digits + 3 * (end - i - 1), false)
  }

  /// Adds what stands behind a whole number: `ونصف`, `وثلاثة أرباع`, `فاصل خمسة`.
  private func addParts(_ number: inout Cardinal, _ scale: Double) {
    let i = number.end
    if continues(i), lexeme(i).role == .point, continues(next(i)),
      let decimals = plainCardinal(next(i), isDecimals: true), decimals.value >= 0
    {
      var value = decimals.value
      while value >= 1 { value /= 10 }
      number.value += value
      number.end = decimals.end
      number.hasFraction = true
    } else if let at = joined(i), let part = fraction(at), part.end > at {
      number.value += part.value * scale
      number.end = part.end
      if scale > 1, following(part.end).number == .scale, lexeme(part.end).amount == scale {
        number.end = next(part.end)
      }
      number.hasFraction = scale == 1
    } else if following(i).fraction == .plural, prefix(i).isEmpty {
      number.value /= Double(lexeme(i).denominator)
      number.end = next(i)
      number.hasFraction = true
    } else {
      return
    }
    number.low = number.value
    number.high = number.value
    number.digits = 0
  }

  /// Adds `ونيف` behind a round number.
  private func addOdd(_ number: inout Cardinal) {
    guard let at = joined(number.end), lexeme(at).number == .odd,
      let whole = Cardinal.whole(number.value), whole > 0
    else { return }
    var step: Int64 = 1
    while whole % (step * 10) == 0 { step *= 10 }
    number.end = next(at)
    number.high = Double(whole + step - 1)
    number.isVague = true
  }

  /// A part of one: `نصف`, `ثلثان`, `ثلاثة أرباع`, `خمسة أثمان`.
  func fraction(_ i: Int) -> (value: Double, end: Int, denominator: Int)? {
    let first = lexeme(i)
    let second = following(next(i))
    if first.number == .digit || first.number == .ten || first.isDigits, second.fraction == .plural
    {
      let top = first.isDigits ? DigitNumber(text.key(i))?.value ?? 0 : first.amount
      return (top / Double(second.denominator), next(next(i)), second.denominator)
    }
    guard first.fraction == .single || first.fraction == .dual, first.denominator > 0 else {
      return nil
    }
    return (Double(first.numerator) / Double(first.denominator), next(i), first.denominator)
  }

  /// `عشرات`, `مئات الآلاف`, `بضعة عشر`, `بضع مئات`: numbers of which only the size is told.
  private func vagueCardinal(_ i: Int) -> Cardinal? {
    let first = lexeme(i)
    var result: Cardinal
    switch first.number {
    case .some, .several:
      var size = 1.0
      var end = next(i)
      let noun = following(end)
      switch noun.number {
      case .ten, .tensPlural: size = 10
      case .hundred, .hundredsPlural: size = 100
      case .scalePlural: size = noun.amount
      default: break
      }
      if size > 1 { end = next(end) } else if first.number == .several { return nil }
      result = Cardinal(3 * size, end: end)
      result.high = 9 * size
      if noun.number == .ten {  // بضعة عشر: 13 to 19
        result.value = 13
        result.high = 19
      }
    case .tensPlural: result = sized(20, 99, next(i))
    case .hundredsPlural: result = sized(200, 999, next(i))
    case .scalePlural: result = sized(2 * first.amount, 10 * first.amount - 1, next(i))
    default: return nil
    }
    // عشرات الآلاف, مئات آلاف الملايين
    while first.number != .some, first.number != .several, result.high < 1e15,
      [.scalePlural, .scale].contains(following(result.end).number),
      !prefix(result.end).contains(.conjunction), !hasPreposition(result.end)
    {
      let scale = lexeme(result.end).amount
      result.value *= scale
      result.high = (result.high + 1) * scale - 1
      result.end = next(result.end)
    }
    result.low = result.value
    result.isVague = true
    result.isDefinite = isDefinite(i)
    return result
  }

  private func sized(_ low: Double, _ high: Double, _ end: Int) -> Cardinal {
    var result = Cardinal(low, end: end)
    result.high = high
    return result
  }
}
