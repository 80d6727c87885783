import ArabicScript
import ArabicWords
import NewsModel

// Speech whose content is a noun before or behind the verb: claims of responsibility, denials.

extension StatementReader {
  /// `هجوم تبناه X`, `تبنى X الهجوم`, `تبنت الهجوم جماعة X`, `لكن X تبنت الهجوم`: a claim of responsibility.
  mutating func readClaim(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    let isTold = form.hasPronoun || analysis.has(i - 1, .relative)
    let claimed = isTold ? nil : claimedDeed(behind: i, sentence)
    guard let content = isTold ? attack(before: i, sentence) : claimed.map({ deed($0, sentence) }),
      !content.isEmpty
    else { return }
    var phrase = claimant(behind: i, claimed, sentence)
    if isTold, phrase == nil { return }
    let member = phrase.map { roster.member($0, form: form) } ?? implied(i, form, sentence, &phrase)
    guard let member else { return }
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: member, verb: verb, rule: "claim")
  }

  /// The first token of the deed that is claimed behind the verb at `i`, with the demonstrative before it.
  private func claimedDeed(behind i: Int, _ sentence: Range<Int>) -> Int? {
    for at in Range(i + 1, upTo: min(i + 16, sentence.upperBound)) {
      if analysis.has(at, [.that, .relative, .clause]) { return nil }
      let word = analysis.words[at]
      let isDeed =
        analysis.has(at, .attack) || analysis.has(at, .deed) && analysis.has(at, .harm)
      // `تبنى المجلس قرارا يدين الهجوم`: something else is adopted.
      if !isDeed, analysis.isIndefiniteAccusative(at), !analysis.has(at, .selfWord) { return nil }
      guard isDeed, word.prefix == .none, !word.hasConjunction,
        !analysis.has(at - 1, .preposition)
      else { continue }
      if analysis.has(at - 1, .demonstrative) { return at - 1 }
      let isConstruct = at + 1 < sentence.upperBound && !analysis.isPunctuation(at + 1)
      if word.hasArticle || analysis.hasEnding(at, "ا") || isConstruct { return at }
    }
    return nil
  }

  /// The token behind the head of a deed and the demonstrative before it.
  private func behindHead(_ first: Int) -> Int {
    first + (analysis.has(first, .demonstrative) ? 2 : 1)
  }

  /// The words of a deed from its first on, as far as its clause runs.
  private func deed(_ first: Int, _ sentence: Range<Int>) -> Range<Int> {
    let next = behindHead(first)
    // `تبنت الهجوم جماعة الراية`: who claims it stands behind.
    if analysis.has(next, .body), !analysis.words[next].hasArticle,
      !analysis.words[next].hasConjunction
    {
      return first..<next
    }
    let end = analysis.reportedEnd(from: first, limit: sentence.upperBound)
    let comma =
      (first..<end).first {
        analysis.isComma($0) || $0 > first && analysis.tellsHow($0)
          || analysis.isWord($0, "في") && analysis.has($0 + 1, [.document, .notice])
      } ?? end
    return analysis.trimmed(first..<comma)
  }

  /// Who claims: between the verb and the deed, behind the deed, or before the verb.
  private func claimant(behind i: Int, _ claimed: Int?, _ sentence: Range<Int>) -> NounPhrase? {
    let start = skipTime(i + 1, sentence)
    guard let claimed else {
      return analysis.nounPhrase(at: start, limit: sentence.upperBound).flatMap {
        claims($0) ? $0 : nil
      }
    }
    if start < claimed {
      return analysis.nounPhrase(at: start, limit: claimed).map {
        calledName(of: $0, before: claimed) ?? analysis.withName($0, before: claimed)
      }
    }
    let next = behindHead(claimed)
    guard analysis.has(next, .body), !analysis.words[next].hasConjunction else { return nil }
    return analysis.nounPhrase(at: next, limit: sentence.upperBound).map {
      calledName(of: $0, before: sentence.upperBound) ?? $0
    }
  }

  private func claims(_ phrase: NounPhrase) -> Bool {
    phrase.name != nil || isPunctuationName(phrase)
      || analysis.has(phrase.tokens.lowerBound, [.body, .source, .official])
  }

  /// The noun phrase headed by the nearest attack before the token.
  func attack(before i: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = i
    while end > sentence.lowerBound,
      analysis.has(end - 1, .relative) || analysis.isComma(end - 1)
        || analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "وقد")
    {
      end -= 1
    }
    guard let start = (sentence.lowerBound..<end).last(where: { analysis.has($0, .attack) }),
      end - start < 30
    else { return nil }
    return start..<end
  }

  func isPunctuationName(_ phrase: NounPhrase) -> Bool {
    analysis.isPunctuation(phrase.tokens.lowerBound)
  }

  /// `أمر نفته الوزارة`, `الذي أوردته قناة`: the verb's object stands before it.
  mutating func readBackReference(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    if analysis.isWord(i - 1, "ما"), readWhatWasSaid(i, form, verb, sentence) { return }
    guard
      verb.stance == .deny || verb.lemma == "أورد" || verb.lemma == "أعلن" || verb.lemma == "ذكر",
      let phrase = analysis.nounPhrase(at: skipTime(i + 1, sentence), limit: sentence.upperBound),
      phrase.name != nil || analysis.has(phrase.tokens.lowerBound, .speakerHead),
      let content = antecedent(before: i, sentence),
      !analysis.has(content.lowerBound, [.media, .body, .official])
    else { return }
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: roster.member(phrase, form: form), verb: verb, rule: "back:\(verb.lemma)")
  }

  /// `ما قاله الوزير أمس من أن الاتفاق انهار`: what is said stands behind `من أن`.
  private mutating func readWhatWasSaid(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) -> Bool {
    guard verb.takesClause,
      let short = analysis.nounPhrase(at: skipTime(i + 1, sentence), limit: sentence.upperBound),
      let from = Range(
        short.tokens.upperBound, upTo: min(short.tokens.upperBound + 16, sentence.upperBound)
      ).first(where: { analysis.isWord($0, "من") && analysis.has($0 + 1, .that) }),
      from + 2 < sentence.upperBound,
      let content = analysis.content(
        from: SpeechOpening(kind: .clause, at: from, start: from + 2), limit: sentence.upperBound)
    else { return false }
    let phrase = analysis.withName(short, before: from)
    add(
      content, cue: i..<i + 1, phrase: phrase, member: roster.member(phrase, form: form),
      verb: verb,
      rule: "what:\(verb.lemma)")
    return true
  }

  /// The noun phrase that a relative clause or pronoun at `i` refers to.
  func antecedent(before i: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = i
    while end > sentence.lowerBound,
      analysis.has(end - 1, [.relative, .clause, .demonstrative]) || analysis.isComma(end - 1)
        || analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "وقد")
        || analysis.isWord(end - 1, "امر")
        || analysis.isWord(end - 1, "وهو") || analysis.has(end - 1, .pronoun)
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound, end - start < 12, !analysis.isComma(start - 1) {
      start -= 1
      if analysis.has(start, [.deed, .noun]),
        analysis.has(start - 1, [.preposition, .pastVerb, .presentVerb])
          || analysis.words[start].prefix != .none
      {
        break
      }
    }
    return start < end ? start..<end : nil
  }

  /// The indefinite document right before a verb that describes it (`تقرير يتهم`, `تقارير غريبة أشارت إلى`), but for one
  /// that someone else speaks in (`بيانا نددت فيه`).
  func describedDocument(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> NounPhrase? {
    guard i > sentence.lowerBound, !analysis.words[i].hasConjunction,
      !analysis.isWithinIt(i + 1)
    else { return nil }
    func isDocument(_ at: Int) -> Bool {
      at >= sentence.lowerBound && analysis.has(at, .document) && !analysis.words[at].hasArticle
        && analysis.words[at].prefix == .none && !analysis.hasEnding(at, "ات")
    }
    if isDocument(i - 1) { return analysis.split(i - 1..<i) }
    let isAdjective =
      !analysis.words[i - 1].hasArticle && analysis.words[i - 1].prefix == .none
      && !analysis.has(i - 1, [.preposition, .time, .body, .official, .place, .name])
    guard isAdjective, isDocument(i - 2), form.isFeminine == analysis.hasEnding(i - 1, "ه") else {
      return nil
    }
    return analysis.split(i - 2..<i)
  }

  /// The quotation that is all that is said of what a pronoun takes up (`ما وصفه الوزير بأنه «حرب» الشهر الماضي`).
  func describedAs(_ opening: SpeechOpening, _ form: CueForm, _ verb: CueVerb)
    -> SpeechContent?
  {
    guard verb.namesObject, form.hasPronoun, opening.kind == .clause,
      let quotation = analysis.quotation(openedAt: opening.start), quotation.isClosed,
      !quotation.content.isEmpty
    else { return nil }
    return SpeechContent(tokens: analysis.trimmed(quotation.content), mode: .direct)
  }
}
