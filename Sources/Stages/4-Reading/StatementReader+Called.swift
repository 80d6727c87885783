import ArabicScript
import ArabicWords

// Names of those who speak that stand behind their description.

extension StatementReader {
  /// The one on whose tongue a body speaks (`الحركة على لسان الناطق باسمها سالم الحيدري`), if he is named.
  func voice(of phrase: NounPhrase, before end: Int) -> NounPhrase? {
    let next = phrase.tokens.upperBound
    return (next..<max(next, min(end, next + 3))).first { isTongue($0) }.flatMap {
      voice(at: $0, before: end)
    }
  }

  /// The one on whose tongue the subject of a verb speaks (`أما الحركة فرأت، على لسان القيادي فيها سالم الحيدري، أن`), if he is named.
  func voice(behind cue: Int, before end: Int) -> NounPhrase? {
    let at = analysis.isComma(cue + 1) ? cue + 2 : cue + 1
    return isTongue(at) ? voice(at: at, before: end) : nil
  }

  private func isTongue(_ i: Int) -> Bool {
    analysis.isWord(i, "علي") && analysis.isWord(i + 1, "لسان")
  }

  private func voice(at i: Int, before end: Int) -> NounPhrase? {
    guard let speaker = analysis.nounPhrase(at: i + 2, limit: end) else { return nil }
    let named = analysis.withName(speaker, before: end)
    return named.name == nil ? nil : named
  }

  /// The name in quotation marks behind a title (`الشيخ "سالم الحيدري"`).
  func quotedName(of phrase: NounPhrase) -> NounPhrase? {
    let next = phrase.tokens.upperBound
    let head = phrase.tokens.lowerBound
    guard phrase.name == nil, phrase.tokens.count == 1, next < analysis.count,
      analysis.has(head, .title) && analysis.words[head].hasArticle
        || (analysis.has(head, .body) || analysis.isWord(head, "مجموعه"))
          && !analysis.words[head].hasArticle,
      let quotation = analysis.quotation(openedAt: next), quotation.isClosed,
      (1...5).contains(quotation.content.count)
    else { return nil }
    return NounPhrase(
      tokens: phrase.tokens.lowerBound..<quotation.close + 1, name: quotation.content,
      role: phrase.tokens)
  }

  /// The name that a verb behind an unnamed one tells (`أحد السكان، ويدعى سالم الحيدري،`, `مجموعة تطلق على نفسها «كتيبة
  /// الراية»`, `فصيل يسمي نفسه «كتيبة الراية»`).
  func calledName(of phrase: NounPhrase, before end: Int) -> NounPhrase? {
    guard phrase.name == nil else { return nil }
    let next = phrase.tokens.upperBound
    if analysis.isComma(next), analysis.isNaming(next + 1),
      let named = analysis.nounPhrase(at: next + 2, limit: end)
    {
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<named.tokens.upperBound, name: named.tokens,
        role: phrase.tokens)
    }
    let first: Int
    if analysis.isWord(next, "تطلق") || analysis.isWord(next, "يطلق"),
      analysis.has(next + 2, .selfWord)
    {
      first = next + 3
    } else if analysis.has(next, .naming), analysis.has(next + 1, .selfWord) {
      first = next + 2
    } else {
      return nil
    }
    guard first < end else { return nil }
    let name =
      analysis.quotation(openedAt: first).map { $0.open..<$0.close + 1 }
      ?? analysis.nounPhrase(at: first, limit: end)?.tokens
    return name.map { NounPhrase(tokens: $0, name: nil, role: $0) }
  }
}
