internal import ArabicScript
internal import ArabicWords

extension QuantityReader {
  /// The number that begins at a token, without what bounds it: a cardinal, ordinal, fraction or
  /// percentage, with its sign.
  func core(_ i: Int) -> NumberDraft? {
    let first = lexeme(i)
    switch first.role {
    case .minus, .dash, .plus: return negative(i)
    case .percent: return percentBefore(i)
    case .share:
      guard continues(next(i)), lexeme(next(i)).role != .share, var inner = core(next(i)),
        inner.kind == .cardinal || inner.kind == .percent,
        lexeme(next(i)).number != .some, !inner.isApproximate
      else { return nil }
      inner.kind = .percent
      inner.tokens = i..<inner.tokens.upperBound
      return inner
    case .partOf:
      guard continues(next(i)), let whole = cardinal(next(i)), whole.value > 0 else { return nil }
      return NumberDraft(1 / whole.value, i..<whole.end, kind: .fraction)
    case .dot: return pointed(i)
    default: break
    }
    if let ordinal = ordinal(i), isOrdinal(i, ordinal) {
      return NumberDraft(Double(ordinal.value), i..<ordinal.end, kind: .ordinal)
    }
    if first.fraction != .none, let part = fraction(i), !isCardinalDigit(i) {
      return fractionDraft(part, i)
    }
    guard let number = cardinal(i) else {
      return fraction(i).flatMap { fractionDraft($0, i) }
    }
    if let part = fraction(i), part.end > number.end { return fractionDraft(part, i) }
    // `الاثنين` alone is the weekday.
    if first.time == .weekday, isDefinite(i), number.end == next(i) { return nil }
    guard !number.isPronoun, !isCode(i, number), !isSomeone(i, number) else { return nil }
    var draft = NumberDraft(number, from: i)
    if isOrdinalTens(i, number) { draft.kind = .ordinal }
    addNotation(&draft)
    addOver(&draft)
    addWhole(&draft)
    addUnitFraction(&draft)
    addPercent(&draft)
    return draft
  }

  /// `خمس`, `سبع`, `تسع`, `عشر` are digits before a noun in the plural and parts of one before a
  /// definite noun (`خمس الفطيرة`) or at the end.
  private func isCardinalDigit(_ i: Int) -> Bool {
    let word = lexeme(i)
    guard word.number == .digit || word.number == .ten || word.number == .tens else { return false }
    if isDefinite(i) { return true }
    let end = next(i)
    let noun = following(end)
    if noun.number != .none || noun.fraction == .plural || joined(end) != nil { return true }
    guard continues(end), text.tokens[end].kind == .word else { return true }
    return !text.key(end).starts(with: [0xD8, 0xA7, 0xD9, 0x84])  // ال
  }

  /// `5G`, `3D`: digits with one Latin letter are a name.
  private func isCode(_ i: Int, _ number: Cardinal) -> Bool {
    guard number.digits > 0, isGlued(number.end), text.tokens[number.end].kind == .word else {
      return false
    }
    let key = text.key(number.end)
    return key.count == 1 && key.first.map { $0 < 0x80 && $0 != 0x65 } == true
  }

  /// `أي واحد`, `كل واحد`: a pronoun.
  private func isSomeone(_ i: Int, _ number: Cardinal) -> Bool {
    guard i > 0, continues(i), number.value == 1, number.end == next(i), lexeme(i).number == .digit
    else {
      return false
    }
    return lexeme(i - 1).role == .any || lexeme(i - 1).time == .every
  }

  private func fractionDraft(_ part: (value: Double, end: Int, denominator: Int), _ i: Int)
    -> NumberDraft?
  {
    // `ثمن` before an indefinite noun is a price.
    if part.denominator == 8, part.end == next(i), isIndefiniteNoun(part.end) { return nil }
    var draft = NumberDraft(part.value, i..<part.end, kind: .fraction)
    // `نصف دزينة`, `نصف مليون`, `ربع مليار`
    let scale = following(part.end)
    if scale.number == .scale || scale.number == .dozen, !prefix(part.end).contains(.conjunction),
      !hasPreposition(part.end)
    {
      draft = NumberDraft(part.value * scale.amount, i..<next(part.end))
    }
    return draft
  }

  /// Whether a noun without the article stands at a token.
  private func isIndefiniteNoun(_ i: Int) -> Bool {
    isNoun(i) && !text.key(i).starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// Whether an ordinal word is meant as one: `ثانية` alone may be a second, `ثالث` before `عشرة` a digit.
  private func isOrdinal(_ i: Int, _ ordinal: Ordinal) -> Bool {
    if lexeme(i).number != .none, ordinal.end == next(i) { return false }
    if lexeme(i).time == .unit, !isDefinite(i) { return false }
    return !isCountedFromEnd(i)
  }

  /// `الكتاب الثلاثون`: definite tens behind a noun are an ordinal.
  private func isOrdinalTens(_ i: Int, _ number: Cardinal) -> Bool {
    let word = lexeme(i)
    guard isDefinite(i), !hasPreposition(i), number.digits == 0, !number.isVague else {
      return false
    }
    let isRound =
      [.tens, .hundred, .hundreds, .scale].contains(word.number) && number.end == next(i)
    guard isRound || word.number == .digit && word.amount == 1 && number.end > next(i) else {
      return false
    }
    guard !continues(number.end) || !isNoun(number.end) else { return false }
    return i == 0 || !continues(i) || lexeme(i - 1).before == .none && lexeme(i - 1).role == .none
  }

  /// `سالب خمسة`, `-5`; a dash must stand glued to the digits and apart from what precedes.
  private func negative(_ i: Int) -> NumberDraft? {
    let sign = lexeme(i).role
    if sign != .minus {
      guard isGlued(i + 1), lexeme(i + 1).isDigits,
        !isGlued(i) || i == 0 || lexeme(i - 1).before != .none || lexeme(i - 1).role == .equalsSign
      else { return nil }
    }
    guard continues(next(i)), lexeme(next(i)).role != .minus, var inner = core(next(i)),
      inner.kind != .ordinal
    else { return nil }
    if sign != .plus {
      inner.value = -inner.value
      (inner.low, inner.high) = (inner.high.map { -$0 }, inner.low.map { -$0 })
    }
    inner.tokens = i..<inner.tokens.upperBound
    return inner
  }

  /// `.77`: a decimal mark before digits, apart from what stands around.
  private func pointed(_ i: Int) -> NumberDraft? {
    guard i == 0 || !isGlued(i), isGlued(i + 1), let number = digitNumber(i + 1),
      number.end == i + 2,
      !isGlued(i + 2) || text.tokens[i + 2].kind == .punctuation
    else { return nil }
    var value = number.value
    for _ in 0..<min(number.digits, 300) { value /= 10 }
    return NumberDraft(value, i..<number.end, kind: .fraction)
  }

  /// `%10`, `بالمئة 10`.
  private func percentBefore(_ i: Int) -> NumberDraft? {
    guard continues(next(i)), lexeme(next(i)).isDigits, let number = cardinal(next(i)) else {
      return nil
    }
    // `10 % 20`: the mark belongs to the number before it.
    if i > 0, lexeme(i - 1).isDigits, continues(i) { return nil }
    var draft = NumberDraft(number, from: i)
    draft.kind = .percent
    return draft
  }

  /// Adds `%` or `في المئة` behind a number.
  private func addPercent(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    guard following(end).role == .percent else { return }
    draft.kind = .percent
    draft.tokens = draft.tokens.lowerBound..<next(end)
  }

  /// Adds the lower part of `3/4`, `واحد على عشرين`, `عشرين جزءا من مئة`, `واحد من ثلاثة`, and the
  /// fraction of `1 4/5`.
  private func addOver(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    guard continues(end) else { return }
    let role = lexeme(end).role
    let start = draft.tokens.lowerBound
    if lexeme(end).isDigits, !isGlued(end), Cardinal.whole(draft.value) != nil,
      lexeme(next(end)).role == .slash, let part = core(end), part.kind == .fraction, part.value < 1
    {
      draft = NumberDraft(draft.value + part.value, start..<part.tokens.upperBound, kind: .fraction)
      return
    }
    switch role {
    case .slash:
      guard isGlued(end), isGlued(end + 1), lexeme(end + 1).isDigits, lexeme(start).isDigits,
        lexeme(end + 2).role != .slash, start == 0 || lexeme(start - 1).role != .slash
      else { return }
    case .over: guard !hasPreposition(next(end)), !isDefinite(next(end)) else { return }
    case .partOf: break
    case .from:
      guard draft.tokens.count == 1, lexeme(start).number == .digit, lexeme(start).amount == 1
      else { return }
    default: return
    }
    guard continues(next(end)), let whole = cardinal(next(end)), whole.value > 0, !whole.isVague,
      !whole.isPronoun, !whole.isDefinite
    else { return }
    if role == .slash, whole.digits > 3 || draft.value > 999 { return }
    draft = NumberDraft(draft.value / whole.value, start..<whole.end, kind: .fraction)
  }

  /// Adds the whole number behind a fraction in Arabic digits, `١/٤ ٢`: typed from right to left, the fraction
  /// comes first where the line shows it last.
  private func addWhole(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    guard draft.kind == .fraction, draft.value < 1, draft.tokens.count == 3,
      lexeme(end - 1).isDigits, continues(end), lexeme(end).isDigits, !isGlued(end),
      text.utf8[Int(text.tokens[end].start)] >= 0x80,
      let whole = DigitNumber(text.key(end)), !whole.isDecimal, whole.digits <= 2,
      !continues(end + 1)
    else { return }
    draft = NumberDraft(
      draft.value + whole.value, draft.tokens.lowerBound..<end + 1, kind: .fraction)
  }

  /// Adds the fraction behind a number in words, `ثلاث وعشرون خمسا`: of more than ten the counted noun is singular, so
  /// that what is spelt as a digit too can't be another number.
  private func addUnitFraction(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    let word = following(end)
    guard draft.kind == .cardinal, draft.low == draft.high, draft.value > 10, draft.value < 100,
      !lexeme(draft.tokens.lowerBound).isDigits, word.fraction == .single, word.numerator == 1,
      word.number == .digit, prefix(end).isEmpty, following(next(end)).number == .none,
      joined(next(end)) == nil, !isIndefiniteNoun(next(end))
    else { return }
    draft = NumberDraft(
      draft.value / Double(word.denominator), draft.tokens.lowerBound..<next(end), kind: .fraction)
  }

  /// Adds `e10` or `^23` behind digits.
  private func addNotation(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    guard isGlued(end), lexeme(end - 1).isDigits else { return }
    if addBase(&draft) { return }
    var at = end + 1
    var exponent = 0.0
    if lexeme(end).role == .power {
      var sign = 1.0
      while isGlued(at), lexeme(at).role == .dash || lexeme(at).role == .plus {
        sign = lexeme(at).role == .dash ? -1 : 1
        at += 1
      }
      guard isGlued(at), let number = digitNumber(at) else { return }
      exponent = sign * number.value
      draft = NumberDraft(Self.power(draft.value, exponent), draft.tokens.lowerBound..<number.end)
      return
    }
    guard text.tokens[end].kind == .word, text.key(end).first == 0x65 else { return }
    let digits = text.key(end).dropFirst()
    if digits.isEmpty {
      var sign = 1.0
      while isGlued(at), lexeme(at).role == .dash || lexeme(at).role == .plus {
        sign = lexeme(at).role == .dash ? -1 : 1
        at += 1
      }
      guard isGlued(at), let number = digitNumber(at) else { return }
      exponent = sign * number.value
      at = number.end
    } else {
      guard let number = DigitNumber(digits), !number.isDecimal else { return }
      exponent = number.value
    }
    guard abs(exponent) <= 300 else { return }
    draft = NumberDraft(draft.value * Self.power(10, exponent), draft.tokens.lowerBound..<at)
  }

  /// Makes digits the exponent of what follows, `١-^٢٥٠٠`: typed from right to left, a signed exponent stands before its
  /// base, and its sign behind it.
  private func addBase(_ draft: inout NumberDraft) -> Bool {
    var at = draft.tokens.upperBound
    var sign = 1.0
    while isGlued(at), lexeme(at).role == .dash {
      sign = -sign
      at += 1
    }
    guard at > draft.tokens.upperBound, isGlued(at), lexeme(at).role == .power, isGlued(at + 1),
      let base = digitNumber(at + 1)
    else { return false }
    draft = NumberDraft(
      Self.power(base.value, sign * draft.value), draft.tokens.lowerBound..<base.end)
    return true
  }

  /// A whole power by squaring; other exponents are cut to whole ones.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var factor = base
    var rest = Int(min(abs(exponent), 1000))
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }
}
