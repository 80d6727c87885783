import ArabicWords

// The holder of an office, named behind it or farther on.

extension TextAnalysis {
  /// An office whose holder is named farther on (`مساعد الوزير لشؤون الجوار السفير أسامة المجدوب`).
  func withName(_ phrase: NounPhrase, before end: Int) -> NounPhrase {
    if let holder = apposed(phrase, before: end) { return holder }
    guard phrase.name == nil, has(phrase.tokens.lowerBound, [.official, .title]),
      !areMany(phrase.tokens)
    else { return phrase }
    let start = phrase.tokens.upperBound
    if let name = nameBefore(end, from: start) {
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<name.upperBound, name: name, role: phrase.tokens)
    }
    if let person = personBefore(end, behind: phrase) {
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<person.upperBound, name: person, role: phrase.tokens)
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
      guard !has(at - 1, .preposition), !has(at, .place), let next = nounPhrase(at: at, limit: end),
        let name = next.name
      else { continue }
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<next.tokens.upperBound, name: name, role: phrase.tokens)
    }
    return phrase
  }

  /// The holder of an office in apposition behind a comma, where the name before it is that of the body (`مدير سكوتلاند يارد،
  /// سالم الحيدري،`).
  private func apposed(_ phrase: NounPhrase, before end: Int) -> NounPhrase? {
    guard let name = phrase.name, name.upperBound == phrase.tokens.upperBound,
      has(phrase.tokens.lowerBound, .official), name.lowerBound > phrase.tokens.lowerBound,
      persons[name.lowerBound] == nil
        || name.lowerBound == phrase.tokens.lowerBound + 1
          && !words[phrase.tokens.lowerBound].hasArticle,
      isComma(name.upperBound),
      let person = persons.beginning(at: name.upperBound + 1), person.count > 1,
      person.upperBound < end, isComma(person.upperBound)
    else { return nil }
    return NounPhrase(
      tokens: phrase.tokens.lowerBound..<person.upperBound, name: person, role: phrase.tokens)
  }

  /// Whether words describe several people, of whom no one person's name behind them is that (`مسلحون`, `أعضاء المجلس`).
  func areMany(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return hasEnding(last, "ون") && has(last, [.official, .source]) || has(tokens.lowerBound, .many)
      // `محللون سياسيون أردنيون`
      || hasEnding(tokens.lowerBound, "ون") && !words[tokens.lowerBound].hasArticle
        && has(tokens.lowerBound, [.official, .source]) && !has(tokens.lowerBound, .name)
  }

  /// The person's name behind the attributes of an office (`الأمين العام لمنظمة السدرة سالم الحيدري`), if it is that of
  /// the holder and of no other office on the way (`المتحدث باسم الرئيس سالم الحيدري`).
  private func personBefore(_ end: Int, behind phrase: NounPhrase) -> Range<Int>? {
    let start = phrase.tokens.upperBound
    // `وزراء الخارجية والممثل الأعلى للاتحاد سالم الحيدري`: one of several.
    if phrase.tokens.contains(where: { words[$0].hasConjunction }) {
      return nil
    }
    for at in start..<max(start, min(end, start + 16)) {
      if let person = persons.beginning(at: at) {
        let before = at - 1
        let isOfInner =
          before > phrase.tokens.lowerBound && has(before, .official) && words[before].hasArticle
          && !hasEnding(before, "ين")
          && !isComma(before - 1) && !words[before - 1].hasArticle
        let isGoverned =
          words[at].prefix != .none || words[at].hasConjunction
          || has(before, .preposition) && !isWithinIt(before)
          || isProclitic(before)
        guard person.upperBound <= end, !isOfInner, !isGoverned else { return nil }
        return person.count > 1 || has(before, .title) || at == start ? person : nil
      }
      // `خلال لقائه سالم الحيدري`, `ونظيره سالم الحيدري`
      if has(at, [.that, .relative, .clause, .pronoun, .counterpart])
        || isWord(at, "مع") || isWord(at, "خلال") || words[at].hasPronoun && has(at, .deed)
        || has(at, [.pastVerb, .presentVerb]) && !has(at, [.noun, .deed, .body, .name])
      {
        return nil
      }
    }
    return nil
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
    // `حمل المبعوث إلى السدرة سالم الحيدري الحكومة المسؤولية`: a body is no family name.
    if last - 1 > start, words[last - 1].hasArticle, has(last - 1, .body), !hasEnding(last - 1, "ي")
    {
      last -= 1
    }
    var first = last
    if words[last - 1].hasArticle, has(last - 2, [.name, .joint]) { first -= 1 }
    while first > start, last - first < 4 || isWord(first, "بن") && last - first < 8,
      isNameWord(first - 1)
    {
      first -= 1
    }
    guard last - first >= 2, last - start <= 16,
      (first..<last).contains(where: { has($0, .name) }),
      !words[first].hasArticle, !has(first, .place),
      // `القيادي فيها سالم الحيدري`
      !has(first - 1, [.preposition, .body, .media]) || isWithinIt(first - 1),
      !(start..<first).contains(where: {
        has($0, [.relative, .that])
          || has($0, .pastVerb) && !has($0, [.noun, .deed, .body, .name])
            && !words[$0].hasArticle
      })
    else { return nil }
    return first..<last
  }
}
