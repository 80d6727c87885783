import ArabicScript
import ArabicWords
import NewsModel

/// Where the content of a cue's speech begins, and how it is attached.
struct SpeechOpening: Sendable {
  enum Kind: String, Sendable {
    /// Behind `أن` or `إن`.
    case clause
    /// Behind a colon.
    case colon
    /// At an opening quotation mark.
    case quotation
    /// Behind a preposition.
    case preposition
    /// At a noun that names a deed.
    case noun
  }

  let kind: Kind
  /// The token at which the opening stands (the particle, colon, mark or noun): the speaker ends
  /// before it.
  let at: Int
  /// The first token of the content.
  let start: Int

  /// Whether a colon or a quotation stands right behind the cue.
  func isAtOnce(behind cue: Int) -> Bool {
    at == cue + 1 && (kind == .colon || kind == .quotation)
  }
}

extension TextAnalysis {
  /// Finds where the content of the cue at `cue` begins, looking forward to `limit`.
  func opening(of verb: CueVerb, at cue: Int, limit: Int) -> SpeechOpening? {
    var i = cue + 1
    while i < limit {
      // `أكد مصدر أمني، فضل عدم الكشف عن هويته، وقوع الانفجار`
      if isComma(i), isWish(i + 1) || tellsOnWhichTerms(i + 1, limit: limit) || isNaming(i + 1),
        let close = Range(i + 2, upTo: min(limit, i + 14)).first(where: { isComma($0) })
      {
        i = close + 1
        continue
      }
      // `أكد قيادي فضل عدم ذكر اسمه أن`
      if isWish(i),
        let last = Range(i + 2, upTo: min(limit, i + 7)).first(where: { hasOwnPronoun($0) })
      {
        i = last + 1
        continue
      }
      if let opening = clauseOpening(verb, at: i, cue: cue, limit: limit) { return opening }
      if let opening = prepositionOpening(verb, at: i, cue: cue, limit: limit) { return opening }
      if let opening = nounOpening(verb, at: i, cue: cue, limit: limit) { return opening }
      if stopsSearch(i, cue: cue) { return nil }
      if let quotation = quotation(openedAt: i), quotation.isClosed, quotation.close < limit {
        i = quotation.close
      }
      i += 1
    }
    return nil
  }

  private func clauseOpening(
    _ verb: CueVerb, at i: Int, cue: Int, limit: Int
  ) -> SpeechOpening? {
    if isMark(i, 0x3A), verb.takesClause || verb.takesNoun {
      return colonOpening(at: i, limit: limit)
    }
    if verb.takesPrayer, has(i, .that), isWord(i - 1, "الله") || isWord(i - 1, "المولي"),
      i - cue <= 4
    {
      return SpeechOpening(kind: .clause, at: i, start: i + 1)
    }
    // `وأضاف نطالب بقرار`: words of the speaker's own without a particle.
    if verb.takesClause, verb.isWeak || verb.lemma == "قال",
      i == cue + 1
        ? opensOwnWords(i) || has(i, .future)
          || verb.lemma == "قال" && mayGoOnUnmarked(i, cue: cue, limit: limit)
        : mayGoOnUnmarked(i, cue: cue, limit: limit)
    {
      return SpeechOpening(kind: .colon, at: i, start: i)
    }
    if verb.takesQuestion, isQuestion(i), i > cue {
      return SpeechOpening(kind: .clause, at: i, start: i)
    }
    if let quotation = quotation(openedAt: i),
      verb.takesClause || verb.takesNoun || verb.hasAddressee && quotation.content.count >= 4,
      opensSpeech(quotation, cue: cue)
    {
      return SpeechOpening(kind: .quotation, at: i, start: i + 1)
    }
    guard has(i, .that), verb.takesClause, !verb.needsColon, i + 1 < limit else { return nil }
    // `مصدر وصفته بأنه موثوق`
    if i - 1 > cue, let (form, described) = self.cue(i - 1), form.hasPronoun, described.namesObject
    {
      return nil
    }
    if i > cue + 1, governsThat(i - 1, verb) { return nil }
    return SpeechOpening(kind: .clause, at: i, start: clauseStart(i, limit: limit))
  }

  /// Whether speech without a particle can begin with the word.
  private func opensOwnWords(_ i: Int) -> Bool {
    isWord(i, "نحن") || isWord(i, "اننا") || isWord(i, "لقد")
      || text.letter(i, 0) == 0x646 && (isPresentVerb(i) || isFirstPersonPlural(i))
  }

  /// Whether the words of the speaker's own begin behind his name without a particle (`أضاف الحمداني لا بد من`), and
  /// no particle follows.
  private func mayGoOnUnmarked(_ i: Int, cue: Int, limit: Int) -> Bool {
    guard
      opensOwnWords(i) || isWord(i, "هناك") || isWord(i, "تم") || isWord(i, "لن")
        || isWord(i, "لا") && (isWord(i + 1, "بد") || has(i + 1, .presentVerb)),
      !has(i - 1, [.relative, .clause, .that, .preposition, .source])
    else { return false }
    return !Range(cue + 1, upTo: min(limit, i + 25)).contains {
      has($0, [.that, .relative]) || isMark($0, 0x3A) || quotation(openedAt: $0) != nil
    }
  }

  /// Whether the word is a verb of speech in the first person plural of the present (`نطالب`, `نؤكد`).
  private func isFirstPersonPlural(_ i: Int) -> Bool {
    guard words[i].classes.isEmpty, words[i].cue < 0, text.keyLength(i) >= 8 else { return false }
    let value = text.look(up: i, in: lexicon.table, prefix: 2)
    return value != WordTable.none && lexicon.entries[Int(value)].classes.contains(.pastVerb)
      || value != WordTable.none && lexicon.entries[Int(value)].cue >= 0
  }

  private func isQuestion(_ i: Int) -> Bool {
    isWord(i, "ماذا") || isWord(i, "لماذا") || isWord(i, "هل") || isWord(i, "كيف")
      || isWord(i, "متي")
      || isWord(i, "اين")
      // `روى ما شاهده: رأيت`: no question.
      || isWord(i, "ما") && !isWord(i + 1, "لم") && !isMark(i + 2, 0x3A)
  }

  /// The first token of a clause behind `أن`: the particle itself if a pronoun that means someone
  /// is attached, else what follows it.
  func clauseStart(_ i: Int, limit: Int) -> Int {
    if i + 1 < limit, quotation(openedAt: i + 1) != nil { return i + 1 }
    return hasEnding(i, "هم") || hasEnding(i, "نا") || hasEnding(i, "ني") || hasEnding(i, "ها")
      || hasEnding(i, "نه") ? i : i + 1
  }

  private func colonOpening(at i: Int, limit: Int) -> SpeechOpening? {
    var start = i + 1
    guard start < limit else { return nil }
    let isClause = has(start, .that) && start + 1 < limit
    if isClause { start = clauseStart(start, limit: limit) }
    if let quotation = quotation(openedAt: start), quotation.content.count >= 1, !isClause {
      return SpeechOpening(kind: .quotation, at: i, start: start + 1)
    }
    return SpeechOpening(kind: isClause ? .clause : .colon, at: i, start: start)
  }

  /// Whether a quotation behind a cue is what is said, and no name or single word.
  private func opensSpeech(_ quotation: QuotationSpan, cue: Int) -> Bool {
    if quotation.content.isEmpty { return false }
    if quotation.content.count <= 4, isNamed(quotation, cue: cue) { return false }
    // `وثق فريق "منسقو الاستجابة" مقتل`: the name of who speaks.
    if quotation.content.count <= 4, quotation.open == cue + 2,
      isWord(quotation.open - 1, "فريق") || has(quotation.open - 1, .body),
      !words[quotation.open - 1].hasArticle
    {
      return false
    }
    // `في برنامج "علاش هكا؟"`: the name of a thing.
    if quotation.content.count <= 4, has(quotation.open - 1, [.named, .media]) { return false }
    // `أبلغ "العهد الجديد" بأن`: who is told.
    if quotation.open == cue + 1, quotation.content.count <= 4, quotation.close + 1 < count,
      has(quotation.close + 1, .that)
    {
      return false
    }
    if words[quotation.open - 1].prefix == .l && quotation.content.count <= 4
      || isProclitic(quotation.open - 1)
    {
      return false
    }
    if let first = quotation.content.first, speechOf[first] >= 0 { return true }
    return quotation.content.count >= 3 || quotation.open == cue + 1 && quotation.content.count >= 2
  }

  /// Whether a short quotation is a name and the speech comes farther on (`قال «دي لوس» بهذا الصدد إن`,
  /// `القيادي في حزب «الاتحاد الديمقراطي»، إن`).
  private func isNamed(_ quotation: QuotationSpan, cue: Int) -> Bool {
    let isOfBody = has(quotation.content.lowerBound, .body)
    let isClause = quotation.content.contains {
      has($0, [.that, .negation, .relative, .preposition, .presentVerb, .clause])
        && !(isOfBody && isWord($0, "في"))
    }
    guard !isClause else { return false }
    let isName =
      quotation.content.allSatisfy { isNameWord($0) }
      || has(quotation.content.lowerBound, [.body, .media])
      || quotation.open > cue + 1 && has(quotation.open - 1, [.body, .media, .official])
    guard isName else { return false }
    let end = min(sentence(cue).upperBound, quotation.close + 40)
    return (quotation.close + 1..<max(quotation.close + 1, end)).contains { i in
      has(i, .that) || isMark(i, 0x3A) || self.quotation(openedAt: i) != nil
        // `أعلنت "المقاومة الوطنية"، اليوم، استهداف القاعدة`
        || isOfBody && quotation.open == cue + 1 && has(i, .deed) && !words[i].hasArticle
    }
  }

  /// Whether the token is a prefix written apart (`لـ`, `بـ`).
  func isProclitic(_ i: Int) -> Bool {
    guard i >= 0, i < count, text.tokens[i].kind == .word else { return false }
    return text.keyLength(i) == 2
  }

  /// Whether a preposition or particle before `أن` takes it, so that it opens no speech.
  private func governsThat(_ i: Int, _ verb: CueVerb) -> Bool {
    guard has(i, .clause) && !words[i].hasArticle || isBarePreposition(i) || isWord(i, "رغم") else {
      return false
    }
    return !(verb.prepositions + verb.clausePrepositions).contains {
      $0.elementsEqual(text.key(i))
    }
  }

  /// Whether a word with the prefix `ب` is an aside (`بدوره`, `بحسب`, `بشدة`).
  func isAside(_ i: Int) -> Bool {
    isWord(i, "بدوره") || isWord(i, "بدورها") || isWord(i, "بحسب") || isWord(i, "بشده")
      || isWord(i, "باسم") || isWord(i, "بيان") || isWord(i, "بشكل") || isWord(i, "بعض")
      || isWord(i, "بالمعروف") || isWord(i, "بالاضافه") || isWord(i, "بيانها") || isWord(i, "بموجب")
      || isWord(i, "بحق")
  }

  /// Whether the token is a preposition without a pronoun: `لدى` but not `فيها`.
  func isBarePreposition(_ i: Int) -> Bool {
    has(i, .preposition) && !words[i].hasArticle && !hasEnding(i, "ها") && !hasEnding(i, "هم")
      && !hasEnding(i, "يه")
      && !hasEnding(i, "نه") && !isWord(i, "به") && !isWord(i, "له") && !isWord(i, "معه")
  }

  /// Whether the ending shows an indefinite noun in the accusative (`انتصارا`).
  func isIndefiniteAccusative(_ i: Int) -> Bool {
    hasEnding(i, "ا") && !words[i].hasArticle && text.keyLength(i) >= 8
      && !has(
        i, [.name, .place, .time, .speakerHead, .title, .pastVerb, .presentVerb, .preposition])
  }

  /// Whether the search for a cue's content ends at the token.
  private func stopsSearch(_ i: Int, cue: Int) -> Bool {
    if i - cue > 45 { return true }
    guard let (form, verb) = self.cue(i), words[i].prefix == .none else { return false }
    // `بثت الإذاعة تسجيلا لمتحدثها قال فيه إن`
    if form.kind == .past, isWithinIt(i + 1) { return true }
    // `القانون وعلم الاجتماع`
    if verb.learns, words[i + 1].hasArticle, !has(i + 1, [.media, .source]) { return false }
    // `قال مسؤول طلب عدم نشر اسمه "..."`: how he spoke.
    if isWord(i + 1, "عدم") { return false }
    if verb.lemma == "قال", form.kind == .past || form.kind == .present, i > cue + 1 {
      return !has(i - 1, .relative)
    }
    if form.kind == .participle { return isComma(i - 1) || verb.lemma == "قال" }
    if form.kind == .verbalNoun || form.hasPronoun || verb.isWeak && !words[i].hasConjunction {
      return false
    }
    if has(i, [.noun, .speakerHead, .name]), !words[i].hasConjunction { return false }
    return words[i].hasConjunction || has(i - 1, .clause)
  }
}
