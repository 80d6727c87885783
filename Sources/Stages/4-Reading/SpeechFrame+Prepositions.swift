import ArabicScript
import ArabicWords
import NewsModel

// Speech that opens with a preposition of its verb: `حذر من`, `طالب ب`, `شدد على أن`.

extension TextAnalysis {
  /// Where speech opens behind a preposition of the verb's own, written as a word.
  private func freeOpening(_ verb: CueVerb, at i: Int, cue: Int, limit: Int) -> SpeechOpening? {
    if isWord(i, "من"), i > cue + 1, !verb.hasAddressee,
      has(cue + 1, .source) && !has(i + 1, .deed) && !hasVerbalNounShape(i + 1)
        || isWord(i - 1, "عدد") && words[i + 1].hasArticle
    {
      return nil
    }
    // `أشار المبعوث إلى اليمن سالم الحيدري إلى أن`: where he is sent.
    if isWord(i, "الي"), has(i + 1, .place), !has(i + 1, .deed),
      Range(i + 2, upTo: min(limit, i + 20)).prefix(while: { !isComma($0) }).contains(where: {
        isWord($0, "الي") && (has($0 + 1, .that) || has($0 + 1, .deed))
      })
    {
      return nil
    }
    // `أكد مسؤول مطلع على الملف`
    if isWord(i, "علي"), isWord(i - 1, "مطلع") || isWord(i - 1, "مطلعه") || isWord(i - 1, "مطلعين")
    {
      return nil
    }
    // `أكد الوزير، علي حسن، أن`: a name, and no preposition.
    if isNameOfMan(i) { return nil }
    // `أعلن النائب عن الكتلة`: whom he stands for.
    if isWord(i, "عن"),
      i == cue + 2 && has(i - 1, .representative) || isWord(i - 1, "صادر")
        || isWord(i - 1, "صادره")
    {
      return nil
    }
    if isWord(i, "من"), i + 1 < limit,
      isWord(i + 1, "جانبه") || isWord(i + 1, "جهه") || isWord(i + 1, "جهته")
        || isWord(i + 1, "جهتها") || isWord(i + 1, "جانبها")
    {
      return nil
    }
    if has(i + 1, .that), i + 2 < limit {
      return SpeechOpening(kind: .clause, at: i, start: clauseStart(i + 1, limit: limit))
    }
    // `شدد الوزير الوصي على القطاع، في جواب عن سؤال، على أن`: the clause is what is said.
    if has(cue + 1, [.official, .title, .source]),
      let comma = Range(i + 1, upTo: min(limit, i + 6)).first(where: { isComma($0) }),
      Range(comma + 1, upTo: min(limit - 1, comma + 20)).contains(where: {
        text.key($0).elementsEqual(text.key(i)) && has($0 + 1, .that)
      })
    {
      return nil
    }
    return SpeechOpening(kind: .preposition, at: i, start: i + 1)
  }

  /// Whether what one sees something as follows `في` (`رأت الجمعية في الأحكام «انتقاما سياسيا»`, `رأى الوزير في القرار خطوة`).
  private func isJudged(_ i: Int, _ verb: CueVerb, cue: Int, limit: Int) -> Bool {
    verb.lemma == "رأى" && isWord(i, "في") && i > cue + 1
      && (words[i + 1].hasArticle || has(i + 1, .demonstrative))
      && Range(i + 2, upTo: min(limit, i + 5)).contains {
        isIndefiniteAccusative($0) || quotation(openedAt: $0) != nil
      }
  }

  func prepositionOpening(
    _ verb: CueVerb, at i: Int, cue: Int, limit: Int
  ) -> SpeechOpening? {
    guard i + 1 < limit else { return nil }
    let isFree =
      text.tokens[i].kind == .word
      && verb.prepositions.contains { $0.elementsEqual(text.key(i)) }
    if isFree { return freeOpening(verb, at: i, cue: cue, limit: limit) }
    if isJudged(i, verb, cue: cue, limit: limit) {
      return SpeechOpening(kind: .preposition, at: i, start: i + 1)
    }
    if verb.takesB
      || verb.clausePrepositions.contains(where: { $0.elementsEqual(Array("ب".utf8)) }),
      has(i, .that),
      isWord(i, "بان") || isWord(i, "بانه") || isWord(i, "بانها") || isWord(i, "بانهم")
    {
      return SpeechOpening(kind: .clause, at: i, start: i + 1)
    }
    // `وصفته بالإرهابي`
    if verb.namesObject, self.cue(cue)?.form.hasPronoun == true, i == cue + 1,
      words[i].prefix == .b, words[i].hasArticle, !isAside(i)
    {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if verb.takesB, words[i].prefix == .b || isWord(i, "ب"), !has(i, .time), !isAside(i),
      !(cue + 1..<max(cue + 1, i - 1)).contains(where: {
        isComma($0) && verbGender($0 + 1) != nil
      }),
      !(cue + 1..<max(cue + 1, i)).contains(where: {
        // `وندد الاتحاد، الذي ينشر قوات في البلاد، بالهجوم`
        has($0, .relative) && !(isComma($0 - 1) && isComma(i - 1))
      })
    {
      // `صرح المتحدث بوزارة الداخلية بأن`: where the speaker belongs, the content comes farther on.
      if has(i, .place) { return nil }
      if has(i, .body), Range(i + 1, upTo: min(limit, i + 26)).contains(where: { has($0, .that) }) {
        return nil
      }
      // `صرح المتحدث بمنطقة ... الرائد سالم الحيدري أنه`: the clause is what is said.
      if verb.takesClause, has(cue + 1, [.official, .title, .source]),
        // `إن واصلت`: no clause, but a condition.
        let that = Range(i + 1, upTo: min(limit, i + 20)).first(where: {
          has($0, .that) && !(isWord($0, "ان") && isPast($0 + 1))
        }),
        !(i..<that).contains(where: { verbGender($0) != nil || isComma($0) })
      {
        return nil
      }
      let start = isWord(i, "ب") ? i + 1 : i
      return SpeechOpening(kind: .preposition, at: i, start: start)
    }
    if verb.takesL, words[i].prefix == .l, !isAddressee(i), i > cue + 1,
      !opensFartherOn(behind: i, cue: cue, limit: limit)
    {
      return SpeechOpening(kind: .preposition, at: i, start: i)
    }
    return nil
  }

  /// Whether the word is a verb of the past.
  private func isPast(_ i: Int) -> Bool {
    verbGender(i) != nil && (has(i, .pastVerb) || cue(i)?.form.kind == .past)
  }

  /// Whether what is said stands farther on than the word with `ل`, which then belongs to who speaks (`أشار الرئيس المشارك
  /// للهيئة، سالم الحيدري، إلى أن`): in its clause, or behind an office anywhere.
  private func opensFartherOn(behind i: Int, cue: Int, limit: Int) -> Bool {
    let isOfSpeaker = has(cue + 1, [.official, .title, .body])
    return Range(i + 1, upTo: min(limit, i + (isOfSpeaker ? 24 : 12))).prefix {
      isOfSpeaker || !isComma($0)
    }.contains { has($0, .that) || isWord($0, "الي") }
  }

  /// Whether `علي` is a name behind a comma or a title, and no preposition.
  private func isNameOfMan(_ i: Int) -> Bool {
    guard isWord(i, "علي"), isComma(i - 1) || has(i - 1, .title) else { return false }
    return has(i + 1, .name) && (endsInYeh(i) || !has(i + 1, [.place, .noun, .body]))
  }
}
