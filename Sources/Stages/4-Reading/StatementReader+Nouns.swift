import ArabicWords
import NewsModel

// Speech whose content is a noun behind the speaker (`أكد الوزير وجود خلافات`).

extension StatementReader {
  /// For a verb that takes a noun: the noun behind a subject that ends with its name, or the noun
  /// right behind the verb where no one who speaks follows.
  func earlierObject(
    _ i: Int, _ verb: CueVerb, before found: SpeechOpening?, limit: Int
  ) -> SpeechOpening? {
    guard verb.takesNoun, !verb.isWeak, found.map({ $0.kind != .noun || $0.at > i + 1 }) ?? true
    else { return nil }
    var at = i + 1
    while at < limit,
      analysis.has(at, .time) || analysis.isWord(at, "بشده") || analysis.isWord(at, "بقوه")
    { at += 1 }
    guard at < limit, let phrase = analysis.nounPhrase(at: at, limit: found?.at ?? limit) else {
      return nil
    }
    var object = phrase.tokens.upperBound
    if phrase.name == nil, !analysis.has(at, [.speakerHead, .title, .place, .nationality]),
      analysis.has(at, .noun), !analysis.has(at, .count)
    {
      // `أكد نفس المصدر أنه`: what is said comes farther on.
      if found?.kind == .clause || found?.kind == .colon { return nil }
      object = at
    } else if phrase.name == nil || phrase.name?.upperBound != object {
      return nil
    }
    while object < limit,
      analysis.has(object, .time) || analysis.isWord(object, "بشده")
        || analysis.isWord(object, "بقوه")
    { object += 1 }
    guard object < min(limit, found?.at ?? limit), analysis.text.tokens[object].kind == .word,
      !(analysis.words[object].hasArticle && analysis.hasEnding(object, "ون")),
      analysis.words[object].prefix == .none, !analysis.words[object].hasConjunction,
      isObject(object, verb, limit)
    else { return nil }
    return SpeechOpening(kind: .noun, at: object, start: object)
  }

  /// Whether the word behind the speaker can be what a verb says, blames or names.
  private func isObject(_ i: Int, _ verb: CueVerb, _ limit: Int) -> Bool {
    if analysis.has(i, [.noun, .deed, .demonstrative]) { return true }
    if analysis.has(i, [.that, .preposition, .clause, .relative]) || analysis.verbGender(i) != nil {
      return false
    }
    if verb.namesObject { return analysis.isNamedSo(behind: i, limit: limit) }
    return (verb.stance == .condemn || verb.stance == .praise) && analysis.has(i, [.place, .body])
  }

  /// `واختتم بيانه بالتأكيد على أهمية`: an emphasis of the sentence's subject.
  mutating func readEmphasis(_ i: Int, _ sentence: Range<Int>) -> Bool {
    guard analysis.isWord(i, "بالتاكيد") || analysis.isWord(i, "بالتشديد"),
      i + 2 < sentence.upperBound
    else { return false }
    let isClause = analysis.has(i + 2, .that)
    let opening = SpeechOpening(
      kind: isClause ? .clause : .preposition, at: i + 1, start: isClause ? i + 3 : i + 2)
    let form = CueForm(
      verb: 0, kind: .verbalNoun, isFeminine: false, isPlural: false, hasPronoun: true)
    guard let content = analysis.content(from: opening, limit: sentence.upperBound),
      let member = sentenceSubject ?? mainSubject(before: i, sentence, form) ?? lastSpeaker
    else { return false }
    add(
      content, cue: i..<i + 1, member: member, verb: CueVerb.clauseOnly,
      rule: "emphasis/\(opening.kind.rawValue)")
    return true
  }
}
