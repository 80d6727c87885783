import ArabicScript
import ArabicWords
import NewsModel

// Speech told with a verb: `قال X إن`, `أكد X ضرورة`, `حذر من`.

extension StatementReader {
  /// Whether the form at `i` is a verb that someone speaks with: not negated, not impersonal, no noun.
  func isVerbHere(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    if isInName(i) { return false }
    // `لا يستبعد` tells what is thought possible, other verbs of speech with a negation tell nothing.
    if analysis.has(i - 1, .negation), !analysis.isWord(i - 1, "ما"),
      !(form.kind == .present && isRuledOut(i)
        && (analysis.isWord(i - 1, "لا") || analysis.isWord(i - 1, "لم")
          || analysis.isWord(i - 1, "ولا")
          || analysis.isWord(i - 1, "ولم")))
    {
      return false
    }
    if tellsHowOneSpoke(i) || isOtherWord(i) { return false }
    if isSupposed(i, form, sentence) { return false }
    if isBetween(i) { return false }
    // `مقال حمل عنوان «...»`
    if analysis.isWord(i + 1, "عنوان") || analysis.isWord(i + 1, "اسم") { return false }
    // `ويدعى سالم الهاشمي`: a name, and no claim.
    if form.kind == .present, analysis.cue(i)?.verb.lemma == "ادعى",
      !(i + 1...i + 4).contains(where: { analysis.has($0, .that) })
    {
      return false
    }
    if analysis.has(i - 1, .that) || analysis.isWord(i - 1, "من"), form.kind == .present,
      !goesOnToSay(i)
    {
      return false
    }
    // `يبلغ من العمر`, `تبلغ مساحته`: to amount to.
    if form.kind == .present, analysis.cue(i)?.verb.lemma == "أبلغ", !form.hasPronoun,
      i + 1 < analysis.count,
      analysis.isWord(i + 1, "من") || analysis.text.tokens[i + 1].kind == .number
        || analysis.words[i + 1].hasPronoun
    {
      return false
    }
    if analysis.isWord(i, "عبر"), isByMeans(i, sentence) { return false }
    // `يدين بالولاء` owes; `فهو يعتبر مضرا` is passive.
    if analysis.isWord(i, "يدين"), analysis.words[i + 1].prefix == .b { return false }
    // `ما يهدد السلام`: a thing.
    if form.kind == .present, analysis.isWord(i - 1, "ما") { return false }
    if form.kind == .present, analysis.has(i - 1, .pronoun), analysis.isIndefiniteAccusative(i + 1)
    {
      return false
    }
    // `هل تتوقعون`: to those who are spoken to, not of them.
    if form.kind == .present,
      analysis.text.letter(i, analysis.words[i].hasConjunction ? 1 : 0) == 0x62A,
      analysis.hasEnding(i, "ون") || analysis.hasEnding(i, "ين")
    {
      return false
    }
    return form.kind == .past ? isPastHere(i, form, sentence) : isPresentHere(i, form, sentence)
  }

  /// Whether a present behind a particle tells what one said next (`قبل أن يستدرك بأن`) or on the other hand (`غير أنه يجزم
  /// بأن`).
  private func goesOnToSay(_ i: Int) -> Bool {
    if answers(i) { return true }
    guard analysis.has(i + 1, .that) || analysis.isMark(i + 1, 0x3A) else { return false }
    if analysis.isWord(i - 1, "انه") || analysis.isWord(i - 1, "انها") {
      return analysis.isWord(i - 2, "غير") || analysis.isWord(i - 2, "الا")
        || analysis.isWord(i - 2, "بيد")
    }
    return analysis.isWord(i - 1, "ان") && analysis.isWord(i - 2, "قبل")
  }

  /// Whether someone is asked before the verb in its sentence (`وحين نسأله عن السجون ينفي وجود معتقلين`).
  private func answers(_ i: Int) -> Bool {
    let first = analysis.sentence(i).lowerBound
    return Range(first, upTo: min(i, first + 4)).contains { at in
      Self.questions.contains { analysis.isWord(at, $0) }
    }
  }

  private static let questions: [StaticString] = [
    "نساله", "نسالها", "سالناه", "سالناها", "سءاله", "سءالها", "سءالنا",
  ]

  /// What else a form of the past may be: a function, a preposition, a noun.
  private func isPastHere(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    let word = analysis.words[i]
    // `شيبرد طالب ورئيس هيئة الطلاب`: a function beside another.
    if analysis.words[i + 1].hasConjunction, analysis.has(i + 1, .official) { return false }
    if word.prefix == .none, analysis.isWord(i, "بين"), i > sentence.lowerBound, !opensClause(i) {
      return false
    }
    if i > sentence.lowerBound + 1, analysis.isBesideVerbalNoun(i) { return false }
    // `العالم أجمع`: all of it.
    if analysis.isWord(i, "اجمع"), i > sentence.lowerBound, analysis.words[i - 1].hasArticle {
      return false
    }
    // `واتهم 15 منهم`: they were charged.
    if analysis.cue(i)?.verb.lemma == "اتهم", isOfNumber(i + 1) { return false }
    // `أفادت` is spelt like `إفادة` with an open teh, which a noun has only before a pronoun.
    let isNoun =
      word.has([.noun, .speakerHead, .deed])
      && !(form.isFeminine && !form.hasPronoun && analysis.hasEnding(i, "ت"))
    if isNoun, !word.hasConjunction, i > sentence.lowerBound, !opensClause(i),
      !analysis.isNameWord(i - 1), !governs(i), !isBehindSubject(i), !analysis.isWithinIt(i + 1)
    {
      return false
    }
    // `كتبا` is "books" unless speech follows at once.
    return !form.isPlural || word.hasConjunction || !analysis.hasEnding(i, "ا")
      || analysis.hasEnding(i, "وا")
      || (i + 1...i + 3).contains { analysis.has($0, .that) || analysis.isMark($0, 0x3A) }
  }

  /// Whether someone who opens the sentence ends at the word (`أحد سكان القرية كتب أن`).
  private func isBehindSubject(_ i: Int) -> Bool {
    let first = analysis.sentence(i).lowerBound
    return analysis.has(first, [.official, .source, .body])
      && analysis.nounPhrase(at: first, limit: i)?.tokens.upperBound == i
  }

  private func isOfNumber(_ i: Int) -> Bool {
    guard i < analysis.count else { return false }
    return analysis.text.tokens[i].kind == .number
      || (analysis.isWord(i, "نحو") || analysis.isWord(i, "حوالي")) && i + 1 < analysis.count
        && analysis.text.tokens[i + 1].kind == .number
  }

  /// Whether a form of the present is more than the opening of background (`يذكر أن`).
  private func isPresentHere(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    // `يُعتقد`
    if analysis.hasDammaBehindFirst(i) { return false }
    let opens =
      i == sentence.lowerBound || analysis.isPunctuation(i - 1) || analysis.words[i].hasConjunction
    return form.isFeminine || !analysis.has(i + 1, .that) || !opens
      || !(analysis.isWord(i, "يذكر") || analysis.isWord(i, "ويذكر") || analysis.isWord(i, "يشار"))
  }

  private func isRuledOut(_ i: Int) -> Bool { analysis.cue(i)?.verb.lemma == "استبعد" }

  /// Whether `أن` or the cue's own preposition follows at once, so that the form is no noun.
  private func governs(_ i: Int) -> Bool {
    guard analysis.has(i - 1, .speakerHead), let verb = analysis.cue(i)?.verb else { return false }
    return analysis.has(i + 1, .that)
      || i + 1 < analysis.count
        && verb.prepositions.contains { $0.elementsEqual(analysis.text.key(i + 1)) }
  }

  /// Whether a clause can begin at the token: behind punctuation, a particle or a relative.
  func opensClause(_ i: Int) -> Bool {
    analysis.isPunctuation(i - 1)
      || analysis.has(i - 1, [.clause, .relative, .time, .demonstrative])
      || analysis.isWord(i - 1, "جهته") || analysis.isWord(i - 1, "جهتها")
      || analysis.isWord(i - 1, "جانبه")
      || analysis.isWord(i - 1, "جانبها") || analysis.isWord(i - 1, "اخري")
      || analysis.isWord(i - 1, "ناحيته")
      || analysis.isWord(i - 1, "المقابل") || analysis.isWord(i - 1, "ناحيتها")
      || analysis.isWord(i - 1, "متصل")
      || analysis.isWord(i - 1, "فقد") || analysis.isWord(i - 1, "وقد")
      || analysis.isWord(i - 1, "قد") || analysis.isWord(i - 1, "كان")
      || analysis.isWord(i - 1, "كانت") || isBehindOpening(i) || isBehindBeing(i)
  }

  /// Whether only `كان` and its subject stand before the verb in its sentence (`وكان البيت الأبيض صرح`).
  private func isBehindBeing(_ i: Int) -> Bool {
    let first = analysis.sentence(i).lowerBound
    return analysis.isBeing(first)
      && analysis.nounPhrase(at: first + 1, limit: i)?.tokens.upperBound == i
  }

  /// Whether only a preposition with its noun stands before the word in its sentence (`وفي الختام تمنى`).
  private func isBehindOpening(_ i: Int) -> Bool {
    let first = analysis.sentence(i).lowerBound
    return i - first == 2 && analysis.words[i - 1].hasArticle
      && (analysis.isWord(first, "في") || analysis.isWord(first, "وفي"))
  }

  mutating func readVerb(_ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>) {
    let limit = searchLimit(i, sentence)
    let found = analysis.opening(of: verb, at: i, limit: limit)
    guard var opening = earlierObject(i, verb, before: found, limit: limit) ?? found else {
      return readTrailingVerb(i, form, verb, sentence)
    }
    // `"..."، يقول الباحث سالم الحيدري، الذي يعتقد أن`
    if form.kind == .present, analysis.isComma(i - 1), opening.kind == .clause,
      analysis.quotations.contains(where: { $0.isClosed && $0.close == i - 2 }),
      (i + 1..<opening.at).contains(where: { analysis.has($0, .relative) })
    {
      return readTrailingVerb(i, form, verb, sentence)
    }
    if isToldBefore(i, form, opening) { return readTrailingVerb(i, form, verb, sentence) }
    guard mayOpen(opening, i, form, verb), !isOfAnother(opening, i, form, verb) else { return }
    var phrase =
      verb.standsInDocument
      ? document(behind: i, before: opening) : subject(behind: i, before: opening, limit: limit)
    if verb.standsInDocument, phrase == nil {
      guard let (inner, answer) = analysis.cueBehindConjunction(i) else { return }
      return readVerb(i, inner, answer, sentence)
    }
    phrase = corrected(phrase, i, form, verb, opening, sentence)
    if isBehindPronoun(i), opening.kind == .noun {
      opening = SpeechOpening(kind: .noun, at: opening.at, start: i + 1)
    } else if phrase == nil, !form.isPlural, leavesWords(behind: i, before: opening) {
      guard verb.takesClause,
        let clause = analysis.opening(of: CueVerb.clauseOnly, at: i, limit: limit),
        clause.kind == .clause
      else { return }
      opening = clause
    }
    if let blamed = phrase.flatMap({ isBlamed($0, i, verb, opening) ? $0.tokens : nil }) {
      (phrase, opening) = (
        nil, SpeechOpening(kind: .noun, at: opening.at, start: blamed.lowerBound)
      )
    }
    if let found = phrase {
      if verb.hasAddressee,
        opening.kind == .preposition || isThreatened(found, i, form, verb, opening, sentence),
        !isPlausible(found, opening, isWeak: true) || !agrees(found, form)
          || isAddressed(found, i, form, opening, sentence)
          || isThreatened(found, i, form, verb, opening, sentence)
      {
        phrase = nil
      } else if !isPlausible(found, opening, isWeak: verb.isWeak) {
        return
      }
    }
    if phrase == nil, isNobodys(i, form, verb, opening, sentence) { return }
    opening = withBlamed(withNamed(opening, phrase, form, verb), i, phrase, verb)
    guard
      let content = describedAs(opening, form, verb)
        ?? analysis.content(from: opening, limit: sentence.upperBound)
    else { return }
    let member = phrase.map { roster.member($0, form: form) } ?? implied(i, form, sentence, &phrase)
    add(
      content, cue: i..<i + 1, phrase: phrase, member: member, verb: verb,
      rule: "\(form.kind == .past ? "past" : "present"):\(verb.lemma)/\(opening.kind.rawValue)")
  }

  /// Whether what is told stands before the verb: `تفرق المتشددون، كما توقع محللون، ولجأوا`, `"..."، يقول الباحث سالم الحيدري،
  /// الذي يعتقد أن`.
  private func isToldBefore(_ i: Int, _ form: CueForm, _ opening: SpeechOpening) -> Bool {
    let between = i + 1..<opening.at
    if analysis.isWord(i - 1, "كما"), opening.kind == .noun {
      return between.contains { analysis.isComma($0) }
    }
    return form.kind == .present && analysis.isComma(i - 1) && opening.kind == .clause
      && analysis.quotations.contains { $0.isClosed && $0.close == i - 2 }
      && between.contains { analysis.has($0, .relative) }
  }

  /// Whether a verb of the present without a subject behind it has none at all.
  private func isNobodys(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ opening: SpeechOpening, _ sentence: Range<Int>
  ) -> Bool {
    form.kind == .present && subjectBefore(i, sentence) == nil
      // `ولم يستبعد أن`: he who spoke before.
      && !(analysis.isWord(i - 1, "ولم") && isRuledOut(i) && lastSpeaker != nil)
      && (verb.isImpersonal && !form.isFeminine && !form.isPlural && !analysis.has(i - 1, .pronoun)
        || !analysis.words[i].hasConjunction && !takesUp(i - 1) && !goesOnToSay(i)
          && !(i == sentence.lowerBound
            && (opening.isAtOnce(behind: i)
              || opening.kind == .clause && opening.at == i + 1 && !verb.isImpersonal
                && lastSpeaker != nil)))
  }

  /// Whether a court condemns someone (`أدانت المحكمة أستاذا بالحبس`).
  private func isVerdict(_ i: Int, _ verb: CueVerb) -> Bool {
    (verb.stance == .condemn || verb.lemma == "أيد")
      && (i - 5...i + 2).contains {
        $0 != i
          && (analysis.isWord($0, "المحكمه") || analysis.isWord($0, "محكمه")
            || analysis.isWord($0, "القضاء"))
      }
  }

  /// Whether a court speaks by the verb, or it stands in what another says, or in a relative clause before it (`المركز الذي يتابع الحرب إن`).
  private func isOfAnother(
    _ opening: SpeechOpening, _ i: Int, _ form: CueForm, _ verb: CueVerb
  ) -> Bool {
    if isVerdict(i, verb) { return true }
    // `حمل «ورقة من ست نقاط»`: to carry.
    if verb.lemma == "حمل", opening.kind != .noun,
      !analysis.hasEnding(opening.start, "مسءوليه"), !analysis.hasEnding(opening.start, "مسوليه")
    {
      return true
    }
    if form.hasPronoun, verb.namesObject, analysis.has(i - 1, .source) { return true }
    // `نددت بما وصفته بالجريمة`: part of what is condemned.
    if form.hasPronoun, verb.namesObject,
      analysis.isWord(i - 1, "بما") || analysis.isWord(i - 1, "ما"),
      opening.at == i + 1, analysis.words[opening.at].prefix == .b,
      drafts.last?.content.contains(i) == true
    {
      return true
    }
    if isNested(i) || form.kind == .present && isWithinSpeech(i) { return true }
    return form.kind == .present && verb.isWeak && opening.kind == .clause && opening.at > i + 1
      && analysis.has(i - 1, .relative)
  }

  /// Whether a form of the verb can open what is said in this way.
  private func mayOpen(_ opening: SpeechOpening, _ i: Int, _ form: CueForm, _ verb: CueVerb)
    -> Bool
  {
    switch opening.kind {
    case .clause:
      return !form.hasPronoun || verb.hasAddressee || verb.namesObject
    case .noun:
      if form.kind == .present, verb.namesObject || analysis.has(i - 1, .relative) { return false }
      return (!form.hasPronoun || verb.namesObject) && (!verb.isWeak || verb.takesDeed)
    case .preposition:
      // `الهدنة التي أعلنها`: what is told stands before.
      if form.hasPronoun, !verb.hasAddressee, !verb.namesObject { return false }
      return form.kind != .present || !analysis.has(i - 1, .relative)
    case .colon, .quotation:
      return true
    }
  }

  /// Whether the word before a verb of the present stands for a subject named before (`وهو يرى أن`,
  /// `لكنها تقول إن`) or goes on with it (`كما يرى أن`).
  private func takesUp(_ i: Int) -> Bool {
    analysis.isWord(i, "وهو") || analysis.isWord(i, "فهو") || analysis.isWord(i, "وهي")
      || analysis.isWord(i, "فهي") || analysis.isWord(i, "وهم") || analysis.isWord(i, "لكنه")
      || analysis.isWord(i, "لكنها")
      || analysis.isWord(i, "ولكنه") || analysis.isWord(i, "ولكنها") || analysis.isWord(i, "كما")
      // `ومضت تقول`
      || analysis.has(i, .returning)
  }

  /// Whether the verb stands in what was just said, with the subject of that clause before it
  /// (`أضافت أن الرجلين قالا إن`).
  func isNested(_ i: Int) -> Bool {
    guard let last = drafts.last, last.content.contains(i) else { return false }
    // `أعلن المتحدث رفض الحزب المشاركة`: the noun that is announced.
    if i == last.content.lowerBound, last.cue?.upperBound != i, !analysis.has(i - 1, .that),
      analysis.has(i, .deed)
    {
      return true
    }
    // `قال إن الحاجز أغلق، وإن وجهاء البلدة طلبوا نقله`
    if Range(max(last.content.lowerBound, i - 4), upTo: i - 1).contains(where: {
      analysis.isComma($0 - 1) && analysis.words[$0].hasConjunction && analysis.has($0, .that)
        && analysis.nounPhrase(at: $0 + 1, limit: i)?.tokens.upperBound == i
    }) {
      return true
    }
    guard i - last.content.lowerBound <= 4 else { return false }
    return analysis.has(last.content.lowerBound - 1, .that) && !analysis.has(i - 1, .relative)
  }

  /// Whether a verb of the present goes on with what was just said (`أكد مراقبون أن لجوءهم إليه يؤكد أنهم`).
  private func isWithinSpeech(_ i: Int) -> Bool {
    guard let last = drafts.last, last.content.contains(i), !analysis.words[i].hasConjunction else {
      return false
    }
    return !analysis.has(i - 1, [.clause, .relative, .pronoun]) && !analysis.isComma(i - 1)
  }

  /// The end of the search for content: the sentence's end, one sentence further behind a colon.
  func searchLimit(_ i: Int, _ sentence: Range<Int>) -> Int {
    let last = sentence.upperBound - 1
    guard analysis.isMark(last, 0x3A), sentence.upperBound < analysis.count else {
      return sentence.upperBound
    }
    return analysis.sentence(sentence.upperBound).upperBound
  }
}
