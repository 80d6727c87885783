internal import ArabicScript
internal import ArabicWords

extension QuantityReader {
  /// The numbers in the order of the text, but for those that lie in `taken`.
  func numbers(outside taken: [Range<Int>]) -> [NumberExpression] {
    var result: [NumberExpression] = []
    var skip = 0
    var i = 0
    while i < count {
      while skip < taken.count, taken[skip].upperBound <= i { skip += 1 }
      if skip < taken.count, taken[skip].contains(i) {
        i = taken[skip].upperBound
        continue
      }
      guard opens(i), var draft = number(i) else {
        i = lexeme(i).after == .none ? max(next(i), i + 1) : i + 1
        continue
      }
      if skip < taken.count, draft.tokens.upperBound > taken[skip].lowerBound {
        i = next(i)
        continue
      }
      if draft.unit == nil { addUnit(&draft) }
      result.append(draft.expression(in: self))
      i = max(draft.tokens.upperBound, draft.unit?.upperBound ?? 0)
      // `مواطن مدني` is one person.
      if draft.isImplied, continues(i), lexeme(i).noun != .none, prefix(i).isEmpty { i += 1 }
    }
    return result
  }

  /// The number that begins at a token, with what bounds it.
  func number(_ i: Int) -> NumberDraft? {
    if let draft = bounded(i) { return draft }
    if let draft = between(i) { return draft }
    if let draft = fromTo(i) { return draft }
    guard var draft = core(i) else { return noun(i) }
    addRange(&draft)
    addAfter(&draft)
    return draft
  }

  /// `أكثر من 60`, `ما لا يقل عن عشرين`, `نحو 20`.
  private func bounded(_ i: Int) -> NumberDraft? {
    let bound = lexeme(i).before
    guard bound != .none, continues(next(i)), !isOddSign(i) else { return nil }
    var inner: NumberDraft
    var bounds = [bound]
    var at = next(i)
    // `أكثر من نحو 20`, `>= 30`
    while lexeme(at).before != .none || lexeme(at).role == .equalsSign, bounds.count < 3,
      continues(at)
    {
      if lexeme(at).role == .equalsSign {
        bounds[0] = bounds[0] == .low ? .lowToo : bounds[0] == .high ? .highToo : bounds[0]
      } else {
        bounds.append(lexeme(at).before)
      }
      at = next(at)
    }
    guard continues(at), !prefix(at).contains(.conjunction) else { return nil }
    if bound == .about, let range = between(at) {
      inner = range
    } else if let core = core(at) ?? definiteOrdinal(at) {
      inner = core
      if bound == .about || bound == .equal { addRange(&inner) }
    } else {
      return nil
    }
    guard inner.kind != .ordinal || lexeme(at).number != .none || inner.value > 0 else {
      return nil
    }
    for bound in bounds.reversed() { inner.bound(bound) }
    inner.tokens = i..<inner.tokens.upperBound
    addAfter(&inner)
    addOtherBound(&inner)
    return inner
  }

  /// `=<`, `<>`: signs that are no bounds.
  private func isOddSign(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .punctuation else { return false }
    if i > 0, isGlued(i), text.tokens[i - 1].kind == .punctuation,
      lexeme(i - 1).role == .equalsSign || lexeme(i - 1).before != .none
    {
      return true
    }
    return i + 1 < count && lexeme(i + 1).before != .none && text.tokens[i + 1].kind == .punctuation
  }

  private func definiteOrdinal(_ i: Int) -> NumberDraft? {
    guard isDefinite(i), let ordinal = ordinal(i) else { return nil }
    return NumberDraft(Double(ordinal.value), i..<ordinal.end)
  }

  /// `أكبر من عشرة وأقل من خمسة عشر` is one range.
  private func addOtherBound(_ draft: inout NumberDraft) {
    guard draft.low == nil || draft.high == nil else { return }
    var at = draft.tokens.upperBound
    if following(at).role == .comma { at = next(at) }
    if following(at).role == .or { at = next(at) } else if let joined = joined(at) { at = joined }
    guard at > draft.tokens.upperBound || prefix(at).contains(.conjunction), continues(at) else {
      return
    }
    let bound = lexeme(at).before
    guard bound != .none, bound != .about, bound != .equal, continues(next(at)),
      var other = core(next(at)) ?? definiteOrdinal(next(at))
    else { return }
    other.bound(bound)
    if draft.high == nil, let high = other.high, other.low == nil, high > draft.low ?? high {
      draft.high = high
      draft.includesHigh = other.includesHigh
    } else if draft.low == nil, let low = other.low, other.high == nil, low < draft.high ?? low {
      draft.low = low
      draft.includesLow = other.includesLow
    } else {
      return
    }
    draft.value = ((draft.low ?? 0) + (draft.high ?? 0)) / 2
    draft.tokens = draft.tokens.lowerBound..<other.tokens.upperBound
  }

  /// `بين 10 و15`, `ما بين عشرة وعشرين`.
  private func between(_ i: Int) -> NumberDraft? {
    guard lexeme(i).role == .between else { return nil }
    var at = next(i)
    var isGuess = false
    if following(at).before == .about {
      isGuess = true
      at = next(at)
    }
    guard continues(at), var first = core(at) ?? definiteOrdinal(at) else { return nil }
    if joined(first.tokens.upperBound).flatMap({ core($0) }) == nil {
      // `بين خمسة وعشرين`: the second number was read into the first.
      if first.tokens.upperBound > next(at), let one = single(at) {
        first = one
      } else if first.low != first.high, first.kind != .ordinal {
        first.tokens = i..<first.tokens.upperBound
        return first.isBounded ? first : nil
      }
    }
    guard let second = joined(first.tokens.upperBound).flatMap({ core($0) ?? definiteOrdinal($0) })
    else {
      return nil
    }
    first.reach(second)
    first.isApproximate = first.isApproximate || isGuess
    first.includesHigh = true
    first.tokens = i..<second.tokens.upperBound
    if second.kind == .percent { first.kind = .percent }
    return first
  }

  /// The number of one word.
  private func single(_ i: Int) -> NumberDraft? {
    var sum = NumberSum()
    let word = lexeme(i)
    guard sum.take(word.number, word.amount, isJoined: true), let value = sum.total else {
      return nil
    }
    return NumberDraft(value, i..<next(i))
  }

  /// `من 200 إلى 300`.
  private func fromTo(_ i: Int) -> NumberDraft? {
    guard lexeme(i).role == .from, continues(next(i)), var first = core(next(i)) else { return nil }
    let end = first.tokens.upperBound
    guard following(end).role == .to, continues(next(end)), let second = core(next(end)) else {
      return nil
    }
    first.reach(second)
    first.tokens = i..<second.tokens.upperBound
    if second.kind == .percent { first.kind = .percent }
    addAfter(&first)
    return first
  }

  /// Adds the second number of `300-500`, `20 إلى 100`, `خمسة أو ستة`.
  private func addRange(_ draft: inout NumberDraft) {
    let end = draft.tokens.upperBound
    guard !draft.isBounded, draft.kind != .ordinal, continues(end) else { return }
    let role = lexeme(end).role
    guard role == .dash || role == .to || role == .or, continues(next(end)) else { return }
    if role == .dash {
      // A dash that is glued on one side only opens a remark or a negative number.
      guard lexeme(next(end)).isDigits, isGlued(end) == isGlued(next(end)) else { return }
    }
    guard let second = core(next(end)), second.kind != .ordinal,
      draft.kind != .percent || second.kind == .percent
    else { return }
    let first = draft.value
    switch role {
    case .or where !(second.value > first && second.value <= first * 2 + 10): return
    case .dash where !(second.value > first) || following(second.tokens.upperBound).role == .dash:
      return
    case .to where !(second.value > first): return
    default: break
    }
    draft.reach(second)
    draft.tokens = draft.tokens.lowerBound..<second.tokens.upperBound
    if second.kind == .percent { draft.kind = .percent }
  }

  /// Adds a bound that stands behind the number: `60 على الأقل`, `200 أو أكثر`.
  private func addAfter(_ draft: inout NumberDraft) {
    while continues(draft.tokens.upperBound) {
      let after = lexeme(draft.tokens.upperBound).after
      guard after != .none else { return }
      // `أو أقل من 6000` opens the next number.
      let end = next(draft.tokens.upperBound)
      if after != .about, continues(end), core(end) != nil { return }
      if draft.isBounded ? after == .lowToo || after == .highToo : after == .equal { return }
      draft.bound(after)
      draft.tokens = draft.tokens.lowerBound..<next(draft.tokens.upperBound)
    }
  }
}
