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
        ? opensOwnWords(i) || has(i, .future) : mayGoOnUnmarked(i, cue: cue, limit: limit)
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
      !has(i - 1, [.relative, .clause, .that, .preposition, .source]),
      self.cue(i) == nil || i > cue + 1
    else { return false }
    return !(cue + 1..<min(limit, i + 25)).contains {
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
      || isWord(i, "اين") || isWord(i, "ما")
  }

  /// The first token of a clause behind `أن`: the particle itself if a pronoun that means someone
  /// is attached, else what follows it.
  private func clauseStart(_ i: Int, limit: Int) -> Int {
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
    // `في برنامج "علاش هكا؟"`: the name of a thing.
    if quotation.content.count <= 4, has(quotation.open - 1, [.named, .media]) { return false }
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
    let isClause = quotation.content.contains {
      has($0, [.that, .negation, .relative, .preposition, .presentVerb, .clause])
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
    return !verb.prepositions.contains { $0.elementsEqual(text.key(i)) }
  }

  private func prepositionOpening(
    _ verb: CueVerb, at i: Int, cue: Int, limit: Int
  ) -> SpeechOpening? {
    guard i + 1 < limit else { return nil }
    let isFree =
      text.tokens[i].kind == .word
      && verb.prepositions.contains { $0.elementsEqual(text.key(i)) }
    if isFree {
      if isWord(i, "من"), i > cue + 1, !verb.hasAddressee, has(cue + 1, .source) { return nil }
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
      return SpeechOpening(kind: .preposition, at: i, start: i + 1)
    }
    if verb.takesB, has(i, .that),
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
      !(cue + 1..<max(cue + 1, i)).contains(where: { isComma($0) && verbGender($0 + 1) != nil }),
      !(cue + 1..<max(cue + 1, i)).contains(where: { has($0, .relative) })
    {
      // `صرح المتحدث بوزارة الداخلية بأن`: where the speaker belongs, the content comes farther on.
      if has(i, .place) { return nil }
      if has(i, .body), (i + 1..<min(limit, i + 26)).contains(where: { has($0, .that) }) {
        return nil
      }
      // `صرح المتحدث بمنطقة ... الرائد سالم الحيدري أنه`: the clause is what is said.
      if verb.takesClause, has(cue + 1, [.official, .title, .source]),
        let that = (i + 1..<min(limit, i + 20)).first(where: { has($0, .that) }),
        !(i..<that).contains(where: { verbGender($0) != nil || isComma($0) })
      {
        return nil
      }
      let start = isWord(i, "ب") ? i + 1 : i
      return SpeechOpening(kind: .preposition, at: i, start: start)
    }
    if verb.takesL, words[i].prefix == .l, !isAddressee(i), i > cue + 1,
      !(i + 1..<min(limit, i + 12)).contains(where: { has($0, .that) || isWord($0, "الي") })
    {
      return SpeechOpening(kind: .preposition, at: i, start: i)
    }
    return nil
  }

  /// Whether a word with the prefix `ب` is an aside (`بدوره`, `بحسب`, `بشدة`).
  private func isAside(_ i: Int) -> Bool {
    isWord(i, "بدوره") || isWord(i, "بدورها") || isWord(i, "بحسب") || isWord(i, "بشده")
      || isWord(i, "باسم") || isWord(i, "بيان") || isWord(i, "بشكل") || isWord(i, "بعض")
      || isWord(i, "بالمعروف") || isWord(i, "بالاضافه") || isWord(i, "بيانها") || isWord(i, "بموجب")
      || isWord(i, "بحق")
  }

  private func nounOpening(
    _ verb: CueVerb, at i: Int, cue: Int, limit: Int
  ) -> SpeechOpening? {
    guard verb.takesNoun || verb.takesDeed, i > cue, text.tokens[i].kind == .word else {
      return nil
    }
    let word = words[i]
    guard word.prefix == .none, !word.hasConjunction else { return nil }
    // `أكد المحققون أنه`: a nominative plural is who speaks.
    if word.hasArticle, hasEnding(i, "ون") { return nil }
    if verb.namesObject, self.cue(cue)?.form.hasPronoun == true, isIndefiniteAccusative(i) {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if isNamed(by: verb, i, cue: cue, limit: limit) || isNearDeed(i, verb) {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    let isBehindDocument = isBehindDocument(i, verb, cue: cue)
    // `أكدت مصادر تقدم القوات`: no source of a deed.
    let isBehindSource =
      has(i - 1, .source) && i - 1 == cue + 1 && word.has(.deed) && !word.hasArticle && !verb.isWeak
    if i - 1 > cue, !isBehindDocument, !isBehindSource,
      isConstructHead(i - 1) || isBarePreposition(i - 1)
    {
      return nil
    }
    // `في سياق تصريحاته`: within what a preposition governs.
    if i - 2 > cue, isBarePreposition(i - 2), !words[i - 1].hasArticle,
      !has(i - 1, [.name, .time, .place]), !isBehindDocument
    {
      return nil
    }
    // `جددت اعتداءاتها`: the deed is done again, not spoken of.
    if word.has(.attack), verb.takesDeed, verb.stance == .affirm { return nil }
    if word.has(.attack), i > cue + 1, verb.stance == .condemn || verb.stance == .praise {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if isBlamed(i, verb, cue: cue) || isOwnDeed(i, verb, cue: cue) {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if word.has(.deed),
      !word.hasArticle || i == cue + 1 || !verb.isWeak
        || verb.lemma == "حمل" && hasEnding(i, "وليه")
    {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    return nil
  }

  /// Whether a deed behind the document or occasion of the speech is what is said, and no genitive of it: it has its
  /// pronoun (`أكدت في بيان تضامنها`), or the document behind `في` follows the speaker (`أكد الوزير في تصريح صحفي وجود
  /// خلافات`).
  private func isBehindDocument(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard words[i].has(.deed) else { return false }
    if has(i - 1, .document), hasEnding(i, "ها") || hasEnding(i, "ه") { return true }
    let isObject = words[i].has(.attack) && (verb.stance == .condemn || verb.stance == .praise)
    guard !words[i].hasArticle || isObject, !verb.isWeak else { return false }
    var document = i - 1
    if isWord(document, "له") || isWord(document, "لها") || isWord(document, "لهم") {
      document -= 1
    }
    if !words[document].hasArticle, hasEnding(document, "ي") || hasEnding(document, "يه") {
      document -= 1
    }
    return document - 1 > cue + 1 && has(document, .notice) && isWord(document - 1, "في")
  }

  /// Whether the word begins what a participle of naming names (`واصفا الملك بالشجاع`, `واصفة إياها بأنها معتدية`).
  private func isNamed(by verb: CueVerb, _ i: Int, cue: Int, limit: Int) -> Bool {
    guard verb.namesObject, i == cue + 1, let form = self.cue(cue)?.form, form.kind == .participle,
      !has(i, [.that, .preposition, .clause, .relative])
    else { return false }
    return isNamedSo(behind: i, limit: limit)
  }

  /// Whether what something is named follows soon behind `ب` (`بالشجاع`, `بـ«البطل»`, `بأنه`).
  func isNamedSo(behind i: Int, limit: Int) -> Bool {
    (i + 1..<max(i + 1, min(limit, i + 20))).contains {
      words[$0].prefix == .b && !isAside($0) || isWord($0, "ب") || isWord($0, "بانه")
        || isWord($0, "بانها") || isWord($0, "بانهم")
    }
  }

  /// `أعلنت المحافظة قرب تنفيذ المرحلة`: that a deed is near.
  private func isNearDeed(_ i: Int, _ verb: CueVerb) -> Bool {
    isWord(i, "قرب") && !verb.isWeak && words[i + 1].prefix == .none && !words[i + 1].hasArticle
      && !has(i + 1, [.place, .name, .body, .that])
  }

  /// Whether an indefinite noun behind a definite word or a time is what a verb of blame or praise blames or
  /// praises (`أدان النجيفي صمت الحكومة`).
  private func isBlamed(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard verb.stance == .condemn || verb.stance == .praise, !verb.isWeak, verb.takesNoun,
      i > cue + 1, words[i - 1].hasArticle || has(i - 1, .time) || isComma(i - 1)
    else { return false }
    let word = words[i]
    return !word.hasArticle && word.has(.noun)
      && !word.has([
        .body, .official, .title, .place, .name, .nationality, .source, .media, .document, .time,
        .preposition, .count, .month,
      ])
  }

  /// Whether a noun behind the speaker is what is said, for it has the speaker's pronoun (`أعلنت السعودية حربها على`,
  /// `أكد شهود رؤيتهم`).
  private func isOwnDeed(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard !verb.isWeak, verb.takesNoun, verb.takesClause, i > cue + 1, hasOwnPronoun(i),
      words[i - 1].hasArticle || isComma(i - 1) || has(i - 1, [.name, .place, .source, .time])
    else { return false }
    return !words[i].has([
      .body, .official, .title, .place, .name, .source, .media, .document, .time, .preposition,
      .thing, .that, .clause, .pastVerb, .presentVerb, .pronoun,
    ]) && self.cue(i) == nil
  }

  /// Whether the word ends in a pronoun of the third person.
  func hasOwnPronoun(_ i: Int) -> Bool {
    !words[i].hasArticle && text.keyLength(i) >= 8
      && (hasEnding(i, "ها") || hasEnding(i, "هم") || hasEnding(i, "ه") && !endsInTehMarbuta(i))
  }

  /// Whether the token is a preposition without a pronoun: `لدى` but not `فيها`.
  private func isBarePreposition(_ i: Int) -> Bool {
    has(i, .preposition) && !hasEnding(i, "ها") && !hasEnding(i, "هم") && !hasEnding(i, "يه")
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
