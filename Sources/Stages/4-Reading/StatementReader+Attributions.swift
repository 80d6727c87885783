import ArabicScript
import ArabicWords
import NewsModel

// Nominal attributions and the colon form.

extension StatementReader {
  /// `بحسب X`: the clause that it stands behind, or that follows it.
  mutating func readAttribution(_ attribution: Attribution, _ sentence: Range<Int>) {
    let cue = attribution.cue
    guard cue.upperBound <= sentence.upperBound else { return }
    let phrase = attribution.speaker.flatMap {
      analysis.nounPhrase(at: $0, limit: sentence.upperBound)
        ?? analysis.prefixedPhrase(at: $0, limit: sentence.upperBound)
    }.map { publisher(of: $0, sentence) ?? $0 }
    let isLeading =
      cue.lowerBound <= sentence.lowerBound + 1
      // `...، وبحسب بيان تمكنت القوات`: what follows.
      || analysis.isComma(cue.lowerBound - 1)
        && analysis.withoutConjunction(cue).start > analysis.text.range(cue).start
    guard let content = attributed(by: attribution, phrase, isLeading, sentence),
      content.tokens.count > 1
    else { return }
    let member = phrase.map { roster.member($0, form: nil) } ?? lastSpeaker
    guard let member else { return }
    // `قال النائب إن ...، وفق تعبيره`: he is known already.
    if let last = drafts.last, last.content == content.tokens,
      roster.members[member].name == last.member.map({ roster.members[$0].name })
    {
      return
    }
    if lastSpeaker == nil || sentenceSubject == nil && !isLeading { lastSpeaker = member }
    drafts.append(
      Draft(
        content: content.tokens, cue: cue, speaker: phrase?.shortest, member: member, stance: .say,
        isLoaded: false, mode: content.mode, chain: [],
        rule: isLeading ? "according-to:before" : "according-to:after"))
  }

  /// What an attribution gives to its speaker: what stands behind its colon, what is said around it, the clause behind it
  /// or the one before.
  private func attributed(
    by attribution: Attribution, _ phrase: NounPhrase?, _ isLeading: Bool, _ sentence: Range<Int>
  ) -> SpeechContent? {
    let cue = attribution.cue
    let behind = phrase?.tokens.upperBound ?? cue.upperBound
    if attribution.speaker != nil, analysis.isMark(behind, 0x3A), behind + 2 < sentence.upperBound {
      // `الوكالة نقلا عن مصدر أمني: تسعة قتلى`
      let isQuoted = analysis.quotation(openedAt: behind + 1) != nil
      return analysis.content(
        from: SpeechOpening(
          kind: isQuoted ? .quotation : .colon, at: behind, start: behind + (isQuoted ? 2 : 1)),
        limit: sentence.upperBound)
    }
    if let quotation = quotationApart(before: cue.lowerBound) {
      return SpeechContent(tokens: quotation.content, mode: .direct)
    }
    if let last = drafts.last, let saying = last.cue, saying.upperBound <= cue.lowerBound,
      cue.lowerBound < last.content.lowerBound || last.content.contains(cue.lowerBound)
    {
      return SpeechContent(tokens: last.content, mode: last.mode)
    }
    if isLeading {
      var start = phrase?.tokens.upperBound ?? cue.upperBound
      if analysis.verbGender(start) == nil,
        let comma = Range(start, upTo: min(start + 14, sentence.upperBound)).first(where: {
          analysis.isComma($0)
        })
      {
        start = comma + 1
      }
      // `بحسب دبلوماسي طلب عدم ذكر اسمه، فإن`: what is told of the source stands between.
      if let that = Range(start, upTo: min(start + 20, sentence.upperBound)).first(where: {
        analysis.isWord($0, "فان")
          && ($0 == start || analysis.isComma($0 - 1) || analysis.has(start, .relative))
      }) {
        start = that + 1
      }
      return told(from: start, sentence)
    }
    if let last = drafts.last, last.content.upperBound >= cue.lowerBound - 2,
      last.content.upperBound <= cue.lowerBound, last.content.lowerBound >= sentence.lowerBound
    {
      return SpeechContent(tokens: last.content, mode: last.mode)
    }
    var tokens = clause(before: cue.lowerBound, sentence)
    if isReporting(tokens) { return nil }
    // `أوقع التفجير بحسب السلطات 12 قتيلا`
    let isBeforeNumber =
      behind + 1 < sentence.upperBound && analysis.text.tokens[behind].kind == .number
      && !analysis.isComma(cue.lowerBound - 1)
    let comma = commaBehind(behind, sentence)
    if isBeforeNumber || goesOn(comma, tokens, sentence) {
      let end = analysis.reportedEnd(from: comma + 1, limit: sentence.upperBound)
      tokens = analysis.trimmed(tokens.lowerBound..<max(tokens.upperBound, end))
    }
    return SpeechContent(tokens: tokens, mode: .indirect)
  }

  /// The words in marks that end right before an attribution and are set against what another says
  /// (`توقع المكتب أن ...، فيما "لا مؤشرات على عودة"، على حد وصف مسؤول`).
  private func quotationApart(before i: Int) -> QuotationSpan? {
    guard analysis.isComma(i - 1),
      let quotation = analysis.quotations.last(where: { $0.isClosed && $0.close == i - 2 }),
      quotation.content.count >= 3,
      analysis.isWord(quotation.open - 1, "فيما") || analysis.isWord(quotation.open - 1, "بينما"),
      analysis.isComma(quotation.open - 2)
    else { return nil }
    return quotation
  }

  /// Whether a clause only says that someone reports (`ونقلت الصحيفة، نقلا عن مصادر، قولها`): its verb passes on and has
  /// nothing that it tells.
  private func isReporting(_ clause: Range<Int>) -> Bool {
    clause.count <= 14
      && clause.contains { i in
        guard let (form, verb) = analysis.cue(i), form.kind == .past, !form.hasPronoun else {
          return false
        }
        return verb.passesOn && i == clause.lowerBound
          || i == clause.upperBound - 1 && verb.takesClause
            && !analysis.has(i, [.noun, .name, .official])
      }
  }

  /// The comma behind where one said it or where a document was seen (`بحسب الوزير في جلسة للبرلمان، أكثر من`, `بحسب مسودة اطلعت
  /// عليها الوكالة، بالامتناع`); the token itself if there is none.
  private func commaBehind(_ i: Int, _ sentence: Range<Int>) -> Int {
    guard
      analysis.isWord(i, "في") || analysis.isWord(i + 1, "عليها") || analysis.isWord(i + 1, "عليه")
    else { return i }
    return Range(i, upTo: min(i + 8, sentence.upperBound)).first { analysis.isComma($0) } ?? i
  }

  /// Whether the clause goes on behind an attribution between commas (`وتشمل المبادئ، بحسب البيان، حماية
  /// السيادة`): what stands before it is short, and no other clause follows.
  private func goesOn(_ comma: Int, _ before: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = comma + 1
    // `أدت، حسب مراقبين، إلى تنامي نشاطها`
    let isCompleted =
      analysis.has(next, .preposition) && !analysis.has(next + 1, [.document, .time])
      || next < sentence.upperBound && analysis.text.tokens[next].kind == .number
    return analysis.isComma(comma) && (before.count <= 6 || isCompleted && before.count <= 40)
      && next + 2 < sentence.upperBound
      && (analysis.text.tokens[next].kind == .word || isCompleted)
      && !analysis.words[next].hasConjunction
      && (!analysis.has(next, [.clause, .relative, .that])
        || analysis.isWord(next, "ما")
          && (analysis.isWord(next + 1, "اذا") || analysis.isWord(next + 1, "يزيد")
            || analysis.isWord(next + 1, "لا") || analysis.isWord(next + 1, "يقارب")))
      && !analysis.isParticipleCue(next)
  }

  /// What follows a leading attribution: the clause, or what is said in it (`بحسب الوكالة، قال الوزير إن`).
  private func told(from start: Int, _ sentence: Range<Int>) -> SpeechContent? {
    if let (form, verb) = analysis.cue(start), form.kind == .past, !form.hasPronoun,
      let opening = analysis.opening(of: verb, at: start, limit: sentence.upperBound),
      opening.kind == .clause || opening.kind == .quotation || opening.kind == .colon
    {
      return analysis.content(from: opening, limit: sentence.upperBound)
    }
    let end = analysis.reportedEnd(from: start, limit: sentence.upperBound)
    guard start < end else { return nil }
    return SpeechContent(tokens: analysis.trimmed(start..<end), mode: .indirect)
  }

  /// Who made the figures or the document that an attribution names (`وفق حصيلة أولية أعلنها الجيش`, `بحسب إحصائية أعدتها
  /// الوكالة`).
  private func publisher(of phrase: NounPhrase, _ sentence: Range<Int>) -> NounPhrase? {
    let verb = phrase.tokens.upperBound
    guard analysis.has(phrase.tokens.lowerBound, .document), verb + 1 < sentence.upperBound,
      analysis.isVerbWithPronoun(verb)
    else { return nil }
    return analysis.nounPhrase(at: verb + 1, limit: sentence.upperBound)
  }

  /// The clause that ends before the token: from the sentence's start, behind what was attributed
  /// before and behind an opening adverbial.
  func clause(before i: Int, _ sentence: Range<Int>) -> Range<Int> {
    var start = max(sentence.lowerBound, min(bodyStart, i))
    if let last = drafts.last, last.content.lowerBound >= start, last.content.upperBound <= i,
      last.content.upperBound < i - 4, last.rule != "claim"
    {
      start = last.content.upperBound
    }
    for at in start..<i where analysis.isComma(at) && at - start <= 3 && i - at > 4 {
      start = at + 1
      break
    }
    // `... ويبدأ الوزير زيارته، بحسب بيان`: the last of coordinated clauses.
    if let last = (start..<i).last(where: {
      i - $0 >= 6 && analysis.isComma($0 - 1) && analysis.words[$0].hasConjunction
        && analysis.verbGender($0) != nil && !tellsOfWounded($0)
        && !analysis.isDuringIt($0 + 1)
    }) {
      start = last
    }
    // `تشهد البلاد احتجاجات، قتل خلالها خمسة، وفق الهيئة`; `أطلقت القوات هجومها، وقد خلف القتال مئات القتلى، بحسب المنظمة`
    if let last = (start..<i).last(where: {
      i - $0 >= 4 && analysis.isComma($0 - 1)
        && (analysis.isWord($0, "وقد") && analysis.verbGender($0 + 1) != nil
          || analysis.isDuringIt($0 + 1))
    }) {
      start = last
    }
    // `غارات على موقعين، ما أسفر، وفقا للهيئة، عن مقتل`, `هجوم استهدف حافلة وأوقع، وفق المرصد، 37 قتيلا`
    if i - start > 3, analysis.isComma(i - 1) || analysis.words[i - 2].hasConjunction,
      analysis.isResult(i - 2)
        || analysis.words[i - 2].hasConjunction && analysis.verbGender(i - 2) != nil
    {
      start = i - 2
    }
    if analysis.isWord(start, "كما") || analysis.isWord(start, "وكما") { start += 1 }
    return analysis.trimmed(start..<i)
  }

  /// Whether a verb goes on with the wounded behind the killed (`قتل ثلاثة وأصيب خمسة، بحسب مصدر`).
  private func tellsOfWounded(_ i: Int) -> Bool {
    analysis.isWord(i, "واصيب") || analysis.isWord(i, "واصيبت") || analysis.isWord(i, "وجرح")
      || analysis.isWord(i, "وجرحت")
  }

  /// `كارتر: ...` at the start of a line: a speaker, a colon and what he says, in quotation marks but for lines that
  /// begin with a time of day (`18:30 – مصدر طبي: تسعة قتلى`).
  mutating func readColonForm(_ sentence: Range<Int>) {
    let timed = behindTimeOfDay(sentence.lowerBound)
    let start = timed ?? sentence.lowerBound
    guard analysis.text.tokens[sentence.lowerBound].gap == .line || sentence.lowerBound == 0,
      let phrase = analysis.nounPhrase(at: start, limit: sentence.upperBound),
      phrase.tokens.count <= 8,
      let colon = colon(behind: phrase.tokens.upperBound, sentence, isTimed: timed != nil),
      colon < sentence.upperBound - 3,
      phrase.name != nil || analysis.has(start, [.source, .official])
        || timed != nil && analysis.has(start, [.body, .media, .title, .place])
    else { return }
    let opening =
      analysis.quotation(openedAt: colon + 1) != nil
      ? SpeechOpening(kind: .quotation, at: colon, start: colon + 2)
      : timed.map { _ in SpeechOpening(kind: .colon, at: colon, start: colon + 1) }
    guard let opening,
      let content = analysis.content(from: opening, limit: sentence.upperBound)
    else { return }
    let member = roster.member(phrase, form: nil)
    drafts.append(
      Draft(
        content: content.tokens, cue: nil, speaker: phrase.shortest, member: member, stance: .say,
        isLoaded: false, mode: opening.kind == .quotation ? .direct : .indirect, chain: [],
        rule: "colon"))
    lastSpeaker = member
  }

  /// The colon behind a speaker, at once or behind the outlet spoken to (`سالم الحيدري لأفق الشمال: «...»`).
  private func colon(behind i: Int, _ sentence: Range<Int>, isTimed: Bool) -> Int? {
    if analysis.isMark(i, 0x3A) { return i }
    // `20:30 | رئيس الحكومة في كلمة متلفزة: ...`, `17:30 | السفارة عبر تويتر: ...`
    if isTimed, analysis.isWord(i, "في") || analysis.isWord(i, "عبر") {
      return Range(i + 1, upTo: min(i + 5, sentence.upperBound)).first { analysis.isMark($0, 0x3A) }
    }
    guard i < sentence.upperBound, analysis.text.tokens[i].kind == .word,
      analysis.text.letter(i, 0) == 0x644
    else { return nil }
    return Range(i, upTo: min(i + 5, sentence.upperBound)).first { analysis.isMark($0, 0x3A) }
  }

  /// The token behind a time of day and a dash or bar that begin at the token.
  func behindTimeOfDay(_ i: Int) -> Int? {
    func isNumber(_ i: Int) -> Bool {
      i < analysis.count && analysis.text.tokens[i].kind == .number
    }
    guard isNumber(i) else { return nil }
    var end = analysis.isMark(i + 1, 0x3A) && isNumber(i + 2) ? i + 3 : i + 1
    guard end + 1 < analysis.count, isDivider(end) else { return nil }
    end += 1
    // `21:10 | عاجل | وزارة الصحة: ...`
    if end + 2 < analysis.count, analysis.isWord(end, "عاجل"), isDivider(end + 1) { end += 2 }
    return end
  }

  /// Whether the token divides a time of day from what is told of it.
  private func isDivider(_ i: Int) -> Bool { analysis.isDash(i) || analysis.isMark(i, 0x7C) }
}
