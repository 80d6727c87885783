import ArabicWords

// The holder of an office, named behind it or farther on.

extension TextAnalysis {
  /// An office whose holder is named farther on (`مساعد الوزير لشؤون الجوار السفير أسامة المجدوب`).
  func withName(_ phrase: NounPhrase, before end: Int) -> NounPhrase {
    guard phrase.name == nil, has(phrase.tokens.lowerBound, [.official, .title]) else {
      return phrase
    }
    let start = phrase.tokens.upperBound
    if let name = nameBefore(end, from: start) {
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<name.upperBound, name: name, role: phrase.tokens)
    }
    for at in start..<max(start, min(end, start + 12)) {
      if has(at, .time) || isComma(at) && at > start { return phrase }
      guard
        has(at, .title)
          || at == start + 1 && isComma(start) && isNameWord(at)
          || has(at, .name) && has(at - 1, .place)
            && (isNameWord(at + 1) || words[at + 1].hasArticle)
          || isNameWord(at) && (isWord(at + 1, "بن") || isWord(at + 1, "بنت"))
          || isNameBeforeAddressee(at, end)
      else { continue }
      guard !has(at - 1, .preposition), let next = nounPhrase(at: at, limit: end),
        let name = next.name
      else { continue }
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<next.tokens.upperBound, name: name, role: phrase.tokens)
    }
    return phrase
  }

  /// Whether a name of two words begins at the token and the one spoken to follows it (`المتحدثة في كيبيك
  /// كريستين كولومب للصحافيين إن`).
  private func isNameBeforeAddressee(_ i: Int, _ end: Int) -> Bool {
    guard has(i, .name), isNameWord(i + 1), !has(i - 1, [.body, .media])
    else { return false }
    let next = isNameWord(i + 2) ? i + 3 : i + 2
    return next < end && (words[next].prefix == .l || isProclitic(next))
  }

  /// The name of two words or more that ends where the content opens, behind the attributes of an
  /// office (`المسؤول التنفيذي بمقاطعة "سدرة" سالم الحيدري أن`).
  private func nameBefore(_ end: Int, from start: Int) -> Range<Int>? {
    var last = end
    while last > start, has(last - 1, .time) || isComma(last - 1) { last -= 1 }
    var first = last
    if words[last - 1].hasArticle, has(last - 2, [.name, .joint]) { first -= 1 }
    while first > start, last - first < 4 || isWord(first, "بن") && last - first < 8,
      isNameWord(first - 1)
    {
      first -= 1
    }
    guard last - first >= 2, last - start <= 16,
      (first..<last).contains(where: { has($0, .name) }),
      !words[first].hasArticle, !has(first - 1, [.preposition, .body, .media]),
      !(start..<first).contains(where: {
        has($0, [.relative, .that])
          || has($0, .pastVerb) && !has($0, [.noun, .deed, .body, .name])
            && !words[$0].hasArticle
      })
    else { return nil }
    return first..<last
  }
}
