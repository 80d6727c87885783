import ArabicWords

// Whom a verb of speech without a subject takes up.

extension StatementReader {
  /// Whom a verb without a subject goes on from, where no one has spoken in its sentence: who acts in
  /// the clauses before it (`رفض نتنياهو الاتفاق، وقال إن`), else who acts in the sentence before, if
  /// that is a person and nothing was said in it, else, if no one has spoken yet, who acted last.
  mutating func antecedent(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Int? {
    guard !form.isPlural else { return nil }
    let start = behindTimeOfDay(sentence.lowerBound) ?? sentence.lowerBound
    if let own = actor(in: Range(start, upTo: i), form) { return roster.member(own, form: form) }
    let said = drafts.last.map { max($0.content.upperBound, $0.cue?.upperBound ?? 0) } ?? 0
    var before = sentence
    for _ in 0..<4 {
      guard before.lowerBound > 0 else { return nil }
      before = analysis.sentence(before.lowerBound - 1)
      guard before.lowerBound >= said else { return nil }
      if let actor = actor(in: before, form), lastSpeaker == nil || isPerson(actor) {
        return roster.member(actor, form: form)
      }
      if lastSpeaker != nil { return nil }
    }
    return nil
  }

  /// Whether a word that is a noun elsewhere is the verb of a title with the article behind it (`شن الكاتب هجوما`).
  private func isVerbBeforeTitle(_ i: Int) -> Bool {
    analysis.has(i, .deed) && !analysis.words[i].hasArticle && !analysis.has(i, .speakerHead)
      && analysis.words[i + 1].hasArticle && analysis.has(i + 1, [.title, .official])
  }

  /// Whom a pronoun before the verb means, if nobody speaks in the sentence: the nearest of whom something comes (`لم يصدر
  /// تعليق من القوات، لكنها كانت قد نفت`).
  func meantByPronoun(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> NounPhrase? {
    guard isBehindPronoun(i), sentenceSubject == nil else { return nil }
    for at in stride(from: i - 2, to: sentence.lowerBound, by: -1)
    where analysis.isWord(at - 1, "من") && analysis.has(at, [.body, .official, .media]) {
      let isFeminine =
        analysis.has(at, .bodies) || analysis.hasEnding(at, "ه") || analysis.hasEnding(at, "ات")
      if isFeminine == form.isFeminine, let phrase = analysis.nounPhrase(at: at, limit: i) {
        return phrase
      }
    }
    return nil
  }

  /// Who acts in the clause that a particle opens behind a comma, where nobody has spoken since (`لم ترد الوزارة، لكن مصدرا رفض
  /// الاتهامات ووصفها بأنها`).
  func contrasted(before i: Int, _ form: CueForm, _ sentence: Range<Int>) -> NounPhrase? {
    guard analysis.words[i].hasConjunction,
      let particle = Range(max(sentence.lowerBound + 1, i - 14), upTo: i).last(where: {
        analysis.has($0, .clause) && analysis.isComma($0 - 1)
      })
    else { return nil }
    let start = analysis.has(particle + 1, .that) ? particle + 2 : particle + 1
    guard start < i,
      !drafts.contains(where: { $0.cue.map { (start..<i).contains($0.lowerBound) } ?? false }),
      let phrase = analysis.nounPhrase(at: start, limit: i), acts(phrase),
      phrase.tokens.upperBound < i
    else { return nil }
    let next = phrase.tokens.upperBound
    let gender =
      analysis.verbGender(next)
      ?? analysis.cue(next).flatMap { $0.form.kind == .past ? $0.form.isFeminine : nil }
      // `رفض` is a noun too.
      ?? (analysis.has(next, .pastVerb) ? analysis.hasEnding(next, "ت") : nil)
    return gender == form.isFeminine ? phrase : nil
  }

  /// Who acts in a sentence that goes on with what he says of those named last (`فرضت الوزارة عقوبات على شركات، قالت
  /// إنها`).
  func speaking(ofThoseBefore i: Int, _ form: CueForm, _ sentence: Range<Int>) -> NounPhrase? {
    guard analysis.isComma(i - 1), !analysis.words[i].hasConjunction,
      !analysis.words[i - 2].hasArticle,
      analysis.isWord(i + 1, "انهم") || analysis.isWord(i + 1, "انها")
        || analysis.isWord(i + 1, "انه"),
      !analysis.has(i - 2, [.name, .place])
    else { return nil }
    return actor(in: Range(sentence.lowerBound, upTo: i), form)
  }

  /// The subject of the sentence's first verb, for a participle that belongs to it.
  mutating func mainSubject(before i: Int, _ sentence: Range<Int>, _ form: CueForm) -> Int? {
    if !form.isPlural, let subject = actor(in: Range(sentence.lowerBound, upTo: i), form),
      isPerson(subject) || subject.tokens.count > 1
        || analysis.words[subject.tokens.lowerBound].hasArticle
    {
      let member = roster.member(subject, form: nil)
      sentenceSubject = member
      return member
    }
    for at in sentence.lowerBound..<i
    where analysis.canOpenPhrase(at) && !analysis.isBarePreposition(at - 1)
      && !isVerbBeforeTitle(at)
      && !(analysis.words[at - 1].prefix != .none && !analysis.words[at - 1].hasArticle)
      && !isGenitive(at)
    {
      let isSecond = at == sentence.lowerBound + 1
      guard isSecond || !isAdjective(at), let phrase = analysis.nounPhrase(at: at, limit: i),
        isSpeaker(phrase) || analysis.has(at, .body)
          || form.isPlural && analysis.words[at].hasArticle && analysis.hasEnding(at, "ون")
          || isSecond && (analysis.has(at, .place) || phrase.name != nil)
      else { continue }
      let member = roster.member(phrase, form: nil)
      sentenceSubject = member
      return member
    }
    return nil
  }

  /// Whether a definite word stands behind a noun without the article, whose genitive it is (`أسر الضحايا`).
  private func isGenitive(_ i: Int) -> Bool {
    analysis.words[i].hasArticle && i > 0 && analysis.text.tokens[i - 1].kind == .word
      && analysis.has(i - 1, [.speakerHead, .noun, .deed, .many, .kin])
      && !analysis.words[i - 1].hasArticle && analysis.verbGender(i - 1) == nil
      && analysis.cue(i - 1) == nil && i - 1 > analysis.sentence(i).lowerBound
      && !analysis.isPunctuation(i - 2)
  }

  /// Whether a verb before its subject agrees with it in gender: a masculine verb is not said of a
  /// body or office in teh marbuta, nor of several bodies (`دعا الدول إلى`).
  func agrees(_ phrase: NounPhrase, _ form: CueForm) -> Bool {
    let head = phrase.tokens.lowerBound
    if form.isFeminine {
      // `ودعت النظام الروسي إلى`
      return
        !(analysis.words[head].hasArticle && analysis.has(head, [.body, .rule])
        && !analysis.has(head, .bodies) && !analysis.hasEnding(head, "ه")
        && !analysis.hasEnding(head, "ات") && !analysis.hasEnding(head, "ا")
        && !analysis.hasEnding(head, "ي"))
    }
    // `ثلاثة مسؤولين`: a number of men is spelt as a feminine.
    if !analysis.has(head, [.body, .media, .noun]) || analysis.has(head, .count) { return true }
    if analysis.hasEnding(head, "ه") { return false }
    return !analysis.has(head, .bodies)
  }

  /// Whether words that are no time or preposition stand between a verb and the noun that it opens, though no subject
  /// was found among them.
  func leavesWords(behind i: Int, before opening: SpeechOpening) -> Bool {
    opening.kind == .noun
      && Range(i + 1, upTo: opening.at).contains {
        !analysis.has($0, [.time, .month, .preposition]) && !analysis.isPunctuation($0)
      }
  }

  /// The subject of the first verb of a clause, behind or before it, if it can be that of `form` too.
  func actor(in range: Range<Int>, _ form: CueForm) -> NounPhrase? {
    for i in range.prefix(12) {
      if let phrase = subjectBeforeVerb(i, range, form) { return phrase }
      guard !analysis.has(i - 1, .relative),
        let isFeminine = openingVerb(i, range) ?? analysis.verbGender(i)
      else { continue }
      guard isFeminine == form.isFeminine,
        let phrase = analysis.nounPhrase(
          at: skipTime(i + 1, range.lowerBound..<range.upperBound + 1), limit: range.upperBound),
        acts(phrase)
      else { return nil }
      return analysis.withName(phrase, before: range.upperBound)
    }
    return nil
  }

  /// The gender of a verb of speech that opens a clause, though a noun is spelt like it (`وصف`).
  private func openingVerb(_ i: Int, _ range: Range<Int>) -> Bool? {
    guard i == range.lowerBound || analysis.isComma(i - 1), analysis.words[i].prefix == .none else {
      return nil
    }
    // `من جانبه، دخل الناشط سالم الحيدري`
    if analysis.isComma(i - 1), i - range.lowerBound <= 3, analysis.has(i, .pastVerb),
      analysis.has(i + 1, [.official, .title, .body])
    {
      return analysis.hasEnding(i, "ت")
    }
    guard let (form, _) = analysis.cue(i), form.kind == .past else { return nil }
    return form.isFeminine
  }

  /// The phrase that opens a clause, at its first word or behind a particle, if a verb follows it that
  /// agrees with `form`.
  private func subjectBeforeVerb(_ i: Int, _ range: Range<Int>, _ form: CueForm) -> NounPhrase? {
    guard i == range.lowerBound || i == range.lowerBound + 1 && analysis.has(i - 1, .clause),
      let phrase = analysis.nounPhrase(at: i, limit: range.upperBound), acts(phrase)
    else { return nil }
    let next = skipTime(phrase.tokens.upperBound, range)
    return analysis.verbGender(next) == form.isFeminine ? phrase : nil
  }

  private func acts(_ phrase: NounPhrase) -> Bool {
    isSpeaker(phrase) || roster.names(phrase) || analysis.persons[phrase.tokens.lowerBound] != nil
      || analysis.has(phrase.tokens.lowerBound, [.body, .media, .place])
      || analysis.bodies[phrase.tokens.lowerBound] != nil
  }

  private func isPerson(_ phrase: NounPhrase) -> Bool {
    phrase.name != nil || analysis.has(phrase.tokens.lowerBound, [.official, .title])
      || analysis.persons[phrase.tokens.lowerBound] != nil || roster.names(phrase)
  }
}

extension TextAnalysis {
  /// Whether the verb at the token is in the feminine; `nil` if it is no finite verb in the third person.
  func verbGender(_ i: Int) -> Bool? {
    guard i >= 0, i < count, text.tokens[i].kind == .word, words[i].prefix == .none,
      !words[i].hasArticle,
      !words[i].has([
        .noun, .name, .deed, .speakerHead, .title, .preposition, .clause, .that, .place,
      ])
    else { return nil }
    if isWord(i, "قد") || isWord(i, "وقد") || isWord(i, "لقد") || isWord(i, "فقد") { return nil }
    if let (form, _) = cue(i), form.kind == .past || form.kind == .present {
      return form.isFeminine
    }
    let at = words[i].hasConjunction ? 1 : 0
    if words[i].has(.presentVerb) {
      switch text.letter(i, at) {
      case 0x64A: return false
      case 0x62A: return true
      default: return nil
      }
    }
    guard words[i].has(.pastVerb) else { return nil }
    guard hasEnding(i, "ت") else { return false }
    let stem = text.look(up: i, in: lexicon.table, prefix: 2 * at, suffix: 2)
    return stem != WordTable.none && lexicon.entries[Int(stem)].classes.contains(.pastVerb)
  }
}
