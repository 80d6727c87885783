import ArabicScript
import ArabicWords
import NewsModel

// Speech whose content is a noun before or behind the verb: claims of responsibility, denials.

extension StatementReader {
  /// `هجوم تبناه X`, `تبنى X الهجوم`, `تبنت الهجوم جماعة X`: a claim of responsibility.
  mutating func readClaim(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    var start = skipTime(i + 1, sentence)
    var content: Range<Int>?
    if form.hasPronoun || analysis.has(i - 1, .relative) {
      content = attack(before: i, sentence)
    } else if analysis.has(start, .attack), analysis.words[start].hasArticle {
      content = start..<start + 1
      start += 1
    }
    // `تبنى تنظيم الصقور الهجوم`: what is claimed is no part of the name.
    let claimed = (start + 1..<max(start + 1, min(start + 6, sentence.upperBound))).first {
      analysis.has($0, .attack) && analysis.words[$0].hasArticle
    }
    guard start < sentence.upperBound,
      let phrase = analysis.nounPhrase(
        at: start, limit: content == nil ? claimed ?? sentence.upperBound : sentence.upperBound)
    else { return }
    let next = phrase.tokens.upperBound
    if content == nil, !form.hasPronoun, next < sentence.upperBound, !analysis.isPunctuation(next),
      Range(next, upTo: min(next + 6, sentence.upperBound)).contains(where: {
        analysis.has($0, .attack)
      })
    {
      let end = analysis.reportedEnd(from: next, limit: sentence.upperBound)
      let comma = (next..<end).first { analysis.isComma($0) } ?? end
      content = analysis.trimmed(next..<comma)
    }
    guard let content, !content.isEmpty,
      phrase.name != nil || analysis.has(start, [.body, .source]) || isPunctuationName(phrase)
    else { return }
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: roster.member(phrase, form: form), verb: verb, rule: "claim")
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

  /// The indefinite document right before a verb that describes it.
  func describedDocument(_ i: Int, _ sentence: Range<Int>) -> NounPhrase? {
    guard i > sentence.lowerBound, !analysis.words[i].hasConjunction,
      analysis.has(i - 1, .document), !analysis.words[i - 1].hasArticle,
      analysis.words[i - 1].prefix == .none, !analysis.hasEnding(i - 1, "ات")
    else { return nil }
    return analysis.split(i - 1..<i)
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
