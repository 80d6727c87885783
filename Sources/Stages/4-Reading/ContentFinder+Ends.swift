import ArabicScript
import ArabicWords
import NewsModel

// Where reported speech is over.

extension TextAnalysis {
  /// Whether reported speech is over before the token: a cue or an attribution follows.
  func endsSpeech(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .word else { return false }
    if let attribution = attribution(at: i) { return !isParenthetical(attribution) }
    // `دان الوزير الهجوم، أما النائب فيرى أن`
    if isWord(i, "اما") || isWord(i, "واما"), isComma(i - 1),
      Range(i + 2, upTo: min(i + 12, sentence(i).upperBound)).contains(where: {
        words[$0].hasConjunction && text.letter($0, 0) == 0x641
      })
    {
      return true
    }
    // `يعتقد مراقبون أن ...، ولا يستبعد هؤلاء أن`
    if isWord(i, "ولا") || isWord(i, "ولم"), isComma(i - 1), let next = cue(i + 1),
      next.verb.isImpersonal, next.form.kind == .present,
      isStrong(next.form, next.verb, i + 1)
    {
      return true
    }
    if isOtherHand(i) || isMainClause(i) { return true }
    if has(i, .clause), i + 1 < count, !isWord(i, "ان"), let next = cue(i + 1),
      isStrong(next.form, next.verb, i + 1)
    {
      return true
    }
    // `... في حال استمر القصف، فيما "لا مؤشرات على عودة"، على حد وصف مسؤول`
    if isComma(i - 1), isWord(i, "فيما") || isWord(i, "بينما"),
      let quotation = quotation(openedAt: i + 1), quotation.isClosed, quotation.content.count >= 3,
      isComma(quotation.close + 1), attribution(at: quotation.close + 2)?.speaker != nil
    {
      return true
    }
    guard let (form, verb) = cue(i), words[i].prefix == .none else { return false }
    // `ونقلت عنه صفحات موالية أن`
    if verb.passesOn, words[i].hasConjunction, isWord(i + 1, "عنه") || isWord(i + 1, "عنها") {
      return true
    }
    switch form.kind {
    case .participle: return isParticipleCue(i)
    case .verbalNoun: return false
    case .past, .present:
      return words[i].hasConjunction && !isBesideVerbalNoun(i) && isStrong(form, verb, i)
    }
  }

  /// Whether the main clause behind `بينما` begins, in which another speaks (`فبينما تقول الإدارة إن ...، تصر القيادة على أن`).
  private func isMainClause(_ i: Int) -> Bool {
    let first = sentence(i).lowerBound
    guard isComma(i - 1),
      isWord(first, "بينما") || isWord(first, "فبينما") || isWord(first, "وبينما"),
      let (form, verb) = cue(i), words[i].prefix == .none
    else { return false }
    return isStrong(form, verb, i)
  }

  /// Whether the words set against what was said what another says or the same one rules out (`في حين هدد الوزير`, `لكنه لم
  /// يستبعد`).
  private func isOtherHand(_ i: Int) -> Bool {
    guard isComma(i - 1) else { return false }
    let isPronoun = isWord(i, "لكنه") || isWord(i, "لكنها")
    let isMeanwhile = isWord(i, "في") && isWord(i + 1, "حين")
    guard isPronoun && (isWord(i + 1, "لا") || isWord(i + 1, "لم")) || isMeanwhile,
      let next = cue(i + 2)
    else { return false }
    return isMeanwhile ? isStrong(next.form, next.verb, i + 2) : next.verb.lemma == "استبعد"
  }

  /// Whether the word is a verbal noun beside another, though spelt like a verb (`من أجل التحقيق وكشف الملابسات`).
  func isBesideVerbalNoun(_ i: Int) -> Bool {
    i > 1 && words[i].hasConjunction && has(i, [.noun, .deed]) && words[i - 1].hasArticle
      && has(i - 1, [.deed, .noun]) && (has(i - 2, .preposition) || isWord(i - 2, "اجل"))
      && !has(i + 1, [.that, .preposition])
  }

  /// Whether the clause goes on behind an attribution to who is speaking (`باتت حسب تعبيره مرتعا`).
  private func isParenthetical(_ attribution: Attribution) -> Bool {
    let next = attribution.cue.upperBound
    return attribution.speaker == nil && !isPunctuation(attribution.cue.lowerBound - 1)
      && next < sentence(attribution.cue.lowerBound).upperBound
      && (!isPunctuation(next) || quotation(openedAt: next) != nil)
      && !words[next].hasConjunction && !has(next, .clause)
  }

  /// Whether a cue verb at `i` opens a statement of its own after other speech.
  func isStrong(_ form: CueForm, _ verb: CueVerb, _ i: Int) -> Bool {
    guard form.kind == .past || form.kind == .present,
      !form.hasPronoun || verb.namesObject && words[i].hasConjunction
    else {
      return false
    }
    let limit = sentence(i).upperBound
    guard let opening = opening(of: verb, at: i, limit: limit) else { return false }
    return opening.at - i <= 14
  }
}
