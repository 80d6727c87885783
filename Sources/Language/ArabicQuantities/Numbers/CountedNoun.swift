internal import ArabicScript
internal import ArabicWords

extension QuantityReader {
  /// Whether the token can be the noun that a number counts.
  func isNoun(_ i: Int) -> Bool {
    guard continues(i), text.tokens[i].kind == .word, text.tokens[i].end - text.tokens[i].start > 2
    else {
      return false
    }
    let word = lexeme(i)
    if word.noun != .none { return prefix(i).isEmpty || prefix(i) == .article }
    if prefix(i).contains(.conjunction) || hasPreposition(i) || word.isFunctionWord
      || word.role != .none
    {
      return false
    }
    if word.number != .none || word.ordinal > 0 || word.fraction != .none { return false }
    if word.before != .none || word.after != .none { return false }
    // `للناتج`: a preposition with the article.
    return word.relation == .none && !text.key(i).starts(with: [0xD9, 0x84, 0xD9, 0x84])
  }

  /// Adds the counted noun behind a number, and a bound behind the noun (`12 شخصا على الأقل`).
  func addUnit(_ draft: inout NumberDraft) {
    guard draft.kind != .ordinal, draft.kind != .percent else { return }
    var at = draft.tokens.upperBound
    if following(at).role == .from, isNoun(at + 1),
      lexeme(at + 1).noun != .none || draft.isApproximate
    {
      at += 1
    }
    guard isNoun(at) else { return }
    draft.unit = at..<at + 1
    guard !draft.isBounded else { return }
    for end in [at + 1, at + 2] where continues(end) {
      let after = lexeme(end).after
      if after != .none, after != .equal {
        draft.bound(after)
        return
      }
      guard text.tokens[end].kind == .word, !lexeme(end).isFunctionWord else { return }
    }
  }

  /// A number that a noun's form tells: `قتيلان` two, `قتيل` one, `قتيل واحد` one.
  func noun(_ i: Int) -> NumberDraft? {
    let form = lexeme(i).noun
    guard form == .dual || form == .one, !hasPreposition(i) || form == .dual else { return nil }
    let end = next(i)
    if !isDefinite(i), following(end).number == .digit,
      lexeme(end).amount == (form == .dual ? 2 : 1),
      prefix(end).isEmpty
    {
      var draft = NumberDraft(lexeme(end).amount, end..<next(end))
      draft.unit = i..<end
      return draft
    }
    guard form == .dual || !isDefinite(i) else { return nil }
    var draft = NumberDraft(form == .dual ? 2 : 1, i..<end)
    draft.isImplied = true
    draft.unit = i..<end
    return draft
  }
}
