import ArabicScript
import ArabicWords
import NewsModel

/// Finds who said what in one article.
struct StatementReader {
  /// A statement with its place among the tokens, while the article is being read.
  struct Draft {
    var content: Range<Int>
    var cue: Range<Int>?
    var speaker: Range<Int>?
    var member: Int?
    var stance: Stance
    var isLoaded: Bool
    var mode: StatementMode
    var chain: [Int]
    var rule: String
  }

  let analysis: TextAnalysis
  private(set) var roster: Roster
  private(set) var drafts: [Draft] = []
  /// The member who spoke last, and the one before.
  private var lastSpeaker: Int?
  /// The member who is the subject of the sentence being read.
  private var sentenceSubject: Int?

  init(_ analysis: TextAnalysis) {
    self.analysis = analysis
    roster = Roster(analysis)
  }

  /// Reads the whole article, sentence by sentence.
  mutating func read() {
    for sentence in analysis.sentences {
      sentenceSubject = nil
      readColonForm(sentence)
      var i = sentence.lowerBound
      while i < sentence.upperBound {
        if analysis.speechOf[i] < 0 { readToken(i, sentence) }
        i += 1
      }
    }
  }

  private mutating func readToken(_ i: Int, _ sentence: Range<Int>) {
    if let attribution = analysis.attribution(at: i) {
      return readAttribution(attribution, sentence)
    }
    if analysis.isWord(i, "بالقول") {
      let form = CueForm(verb: 0, kind: .verbalNoun, isFeminine: false, isPlural: false, hasPronoun: true)
      return readVerbalNoun(i, form, CueVerb.clauseOnly, sentence)
    }
    if analysis.has(i, .speechNoun), !analysis.words[i].hasArticle, !analysis.words[i].hasPronoun {
      if readSpeechNoun(i, sentence) { return }
    }
    guard let (form, verb) = analysis.cue(i), analysis.words[i].prefix == .none || form.kind == .verbalNoun
    else { return }
    switch form.kind {
    case .past, .present:
      guard isVerbHere(i, form, sentence) else { return }
      if verb.takesClaim { return readClaim(i, form, verb, sentence) }
      if verb.passesOn { return readPassedOn(i, form, verb, sentence) }
      if form.hasPronoun && !verb.takesNoun { return readBackReference(i, form, verb, sentence) }
      readVerb(i, form, verb, sentence)
    case .participle:
      guard analysis.isParticipleCue(i) else { return }
      readParticiple(i, form, verb, sentence)
    case .verbalNoun:
      readVerbalNoun(i, form, verb, sentence)
    }
  }

  // MARK: - Verbs

  /// Whether the form at `i` is a verb that someone speaks with: not negated, not impersonal, no noun.
  private func isVerbHere(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Bool {
    let word = analysis.words[i]
    if analysis.has(i - 1, .negation), !analysis.isWord(i - 1, "ما") { return false }
    if analysis.has(i - 1, .that) || analysis.isWord(i - 1, "من"), form.kind == .present { return false }
    if word.prefix == .none, analysis.isWord(i, "بين"), i > sentence.lowerBound, !opensClause(i) { return false }
    if form.kind == .past, word.has([.noun, .speakerHead, .deed]), !word.hasConjunction,
      i > sentence.lowerBound, !opensClause(i), !analysis.isNameWord(i - 1)
    {
      return false
    }
    if form.kind == .present, !form.isFeminine, analysis.has(i + 1, .that),
      i == sentence.lowerBound || analysis.isPunctuation(i - 1) || word.hasConjunction,
      analysis.isWord(i, "يذكر") || analysis.isWord(i, "ويذكر") || analysis.isWord(i, "يشار")
    {
      return false
    }
    return true
  }

  /// Whether a clause can begin at the token: behind punctuation, a particle or a relative.
  private func opensClause(_ i: Int) -> Bool {
    analysis.isPunctuation(i - 1) || analysis.has(i - 1, [.clause, .relative, .time, .demonstrative])
      || analysis.isWord(i - 1, "جهته") || analysis.isWord(i - 1, "جهتها") || analysis.isWord(i - 1, "جانبه")
      || analysis.isWord(i - 1, "جانبها") || analysis.isWord(i - 1, "اخري") || analysis.isWord(i - 1, "ناحيته")
      || analysis.isWord(i - 1, "المقابل") || analysis.isWord(i - 1, "ناحيتها") || analysis.isWord(i - 1, "متصل")
      || analysis.isWord(i - 1, "قد") || analysis.isWord(i - 1, "كان") || analysis.isWord(i - 1, "كانت")
  }

  private mutating func readVerb(_ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>) {
    let limit = searchLimit(i, sentence)
    let found = analysis.opening(of: verb, at: i, limit: limit)
    guard let opening = earlierObject(i, verb, before: found, limit: limit) ?? found else {
      return readTrailingVerb(i, form, verb, sentence)
    }
    if form.hasPronoun, opening.kind == .clause, !verb.hasAddressee, !verb.namesObject { return }
    if form.kind == .present, opening.kind == .noun, verb.namesObject { return }
    if verb.isWeak, !verb.takesDeed, opening.kind == .noun { return }
    if isNested(i) { return }
    var phrase =
      verb.standsInDocument
      ? document(behind: i, before: opening) : subject(behind: i, before: opening, limit: limit)
    if verb.standsInDocument, phrase == nil { return }
    if phrase == nil, opening.kind == .noun, opening.at > i + 1,
      (i + 1..<opening.at).contains(where: { !analysis.has($0, .time) && !analysis.isPunctuation($0) })
    {
      return
    }
    if let found = phrase {
      if verb.hasAddressee, opening.kind == .preposition, !isPlausible(found, opening, isWeak: true) || !agrees(found, form) {
        phrase = nil
      } else if !isPlausible(found, opening, isWeak: verb.isWeak) {
        return
      }
    }
    if phrase == nil, form.kind == .present, subjectBefore(i, sentence) == nil,
      verb.isImpersonal && !form.isFeminine && !form.isPlural || !analysis.words[i].hasConjunction
    {
      return
    }
    guard let content = analysis.content(from: opening, limit: sentence.upperBound) else { return }
    let member = phrase.map { roster.member($0, form: form) } ?? implied(i, form, sentence, &phrase)
    add(
      content, cue: i..<i + 1, phrase: phrase, member: member, verb: verb,
      rule: "\(form.kind == .past ? "past" : "present"):\(verb.lemma)/\(opening.kind)")
  }

  /// For a verb that takes a noun: the noun behind a subject that ends with its name, or the noun
  /// right behind the verb where no one who speaks follows.
  private func earlierObject(
    _ i: Int, _ verb: CueVerb, before found: SpeechOpening?, limit: Int
  ) -> SpeechOpening? {
    guard verb.takesNoun, !verb.isWeak, found.map({ $0.kind != .noun || $0.at > i + 1 }) ?? true else { return nil }
    var at = i + 1
    while at < limit, analysis.has(at, .time) || analysis.isWord(at, "بشده") || analysis.isWord(at, "بقوه") { at += 1 }
    guard at < limit, let phrase = analysis.nounPhrase(at: at, limit: found?.at ?? limit) else { return nil }
    var object = phrase.tokens.upperBound
    if phrase.name == nil, !analysis.has(at, [.speakerHead, .title, .place, .nationality]), analysis.has(at, .noun) {
      object = at
    } else if phrase.name == nil || phrase.name?.upperBound != object {
      return nil
    }
    while object < limit, analysis.has(object, .time) || analysis.isWord(object, "بشده") || analysis.isWord(object, "بقوه") { object += 1 }
    guard object < min(limit, found?.at ?? limit), analysis.text.tokens[object].kind == .word,
      analysis.has(object, [.noun, .deed, .demonstrative]), analysis.words[object].prefix == .none,
      !analysis.words[object].hasConjunction
    else { return nil }
    return SpeechOpening(kind: .noun, at: object, start: object)
  }

  /// Whether the verb stands in what was just said, with the subject of that clause before it
  /// (`أضافت أن الرجلين قالا إن`).
  private func isNested(_ i: Int) -> Bool {
    guard let last = drafts.last, last.content.contains(i), i - last.content.lowerBound <= 4 else { return false }
    return analysis.has(last.content.lowerBound - 1, .that) && !analysis.has(i - 1, .relative)
  }

  /// Whether a phrase can speak: a name, a function, a body, a place that stands for its state; any
  /// noun before a clause, but for abstract ones.
  private func isPlausible(_ phrase: NounPhrase, _ opening: SpeechOpening, isWeak: Bool) -> Bool {
    let head = phrase.tokens.lowerBound
    if phrase.name != nil || analysis.isPunctuation(head) { return true }
    if analysis.has(head, [.speakerHead, .title, .place, .nationality]) { return true }
    if analysis.has(head, [.rule, .demonstrative, .deed]) || analysis.text.tokens[head].kind == .number { return false }
    if opening.kind == .noun || opening.kind == .preposition && isWeak { return !analysis.has(head, .noun) }
    return true
  }

  /// Whether a verb before its subject agrees with it in gender: a masculine verb is not said of a
  /// body or office in teh marbuta.
  private func agrees(_ phrase: NounPhrase, _ form: CueForm) -> Bool {
    let head = phrase.tokens.lowerBound
    return form.isFeminine || !analysis.has(head, [.body, .media, .noun]) || !analysis.hasEnding(head, "ه")
  }

  /// The end of the search for content: the sentence's end, one sentence further behind a colon.
  private func searchLimit(_ i: Int, _ sentence: Range<Int>) -> Int {
    let last = sentence.upperBound - 1
    guard analysis.isMark(last, 0x3A), sentence.upperBound < analysis.count else { return sentence.upperBound }
    return analysis.sentence(sentence.upperBound).upperBound
  }

  /// The noun phrase between a verb and what it opens.
  private func subject(behind cue: Int, before opening: SpeechOpening, limit: Int) -> NounPhrase? {
    var i = cue + 1
    let end = opening.at
    var skipped = 0
    while i < end {
      if analysis.isMark(i, 0x28) {
        while i < end, !analysis.isMark(i, 0x29) { i += 1 }
        i += 1
        continue
      }
      if analysis.isProclitic(i), !analysis.has(i, .title) {
        i = analysis.quotation(openedAt: i + 1).map { $0.close + 1 } ?? i + 2
        continue
      }
      if analysis.isWord(i, "الله") || analysis.isWord(i, "المولي") { return nil }
      if analysis.canOpenPhrase(i), !isAside(i), !analysis.has(i, .demonstrative) {
        let phrase = analysis.nounPhrase(at: i, limit: end)
        if skipped == 0 || phrase.map({ isSpeaker($0) }) == true { return phrase.map { withName($0, before: end) } }
      }
      if skipped > 12 { return nil }
      if analysis.has(i, [.relative]) { return nil }
      if !analysis.has(i, .time) { skipped += 1 }
      i += 1
    }
    return nil
  }

  /// An office whose holder is named farther on (`مساعد الوزير لشؤون الجوار السفير أسامة المجدوب`).
  private func withName(_ phrase: NounPhrase, before end: Int) -> NounPhrase {
    guard phrase.name == nil, analysis.has(phrase.tokens.lowerBound, [.official, .title]) else { return phrase }
    let start = phrase.tokens.upperBound
    for at in start..<max(start, min(end, start + 12)) {
      if analysis.has(at, .time) || analysis.isComma(at) && at > start { return phrase }
      guard analysis.has(at, .title) || at == start + 1 && analysis.isComma(start) && analysis.isNameWord(at)
      else { continue }
      guard !analysis.has(at - 1, .preposition), let next = analysis.nounPhrase(at: at, limit: end),
        let name = next.name
      else { continue }
      return NounPhrase(
        tokens: phrase.tokens.lowerBound..<next.tokens.upperBound, name: name, role: phrase.tokens)
    }
    return phrase
  }

  private func isAside(_ i: Int) -> Bool {
    analysis.has(i, .time) || analysis.has(i - 1, .preposition) || analysis.isProclitic(i - 1)
  }

  /// The document of `جاء في البيان أن`.
  private func document(behind cue: Int, before opening: SpeechOpening) -> NounPhrase? {
    guard analysis.isWord(cue + 1, "في"), cue + 2 < opening.at,
      analysis.has(cue + 2, [.document, .media])
    else { return nil }
    return analysis.nounPhrase(at: cue + 2, limit: opening.at)
  }

  /// Whether a phrase that stands apart from its verb is one that speaks.
  private func isSpeaker(_ phrase: NounPhrase) -> Bool {
    phrase.name != nil || analysis.has(phrase.tokens.lowerBound, [.source, .official, .title])
  }

  /// The speaker of a verb without a subject behind it: the noun before the verb, else who spoke last.
  private mutating func implied(
    _ i: Int, _ form: CueForm, _ sentence: Range<Int>, _ phrase: inout NounPhrase?
  ) -> Int? {
    if let before = subjectBefore(i, sentence) {
      phrase = before
      return roster.member(before, form: form)
    }
    if agrees(sentenceSubject, form) { return sentenceSubject }
    if agrees(lastSpeaker, form) { return lastSpeaker }
    for draft in drafts.reversed().prefix(6) where agrees(draft.member, form) { return draft.member }
    return lastSpeaker ?? sentenceSubject
  }

  /// Whether a member's gender, where it is known, is that of the verb form.
  private func agrees(_ member: Int?, _ form: CueForm) -> Bool {
    guard let member else { return false }
    guard let known = roster.members[member].isFeminine else { return true }
    return known == form.isFeminine || form.isPlural
  }

  /// The noun phrase that ends right before the verb at `i` and begins its clause.
  private func subjectBefore(_ i: Int, _ sentence: Range<Int>) -> NounPhrase? {
    if analysis.words[i].hasConjunction { return nil }
    var end = i
    while end > sentence.lowerBound,
      analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "كان") || analysis.isWord(end - 1, "كانت")
        || analysis.isWord(end - 1, "وقد")
    {
      end -= 1
    }
    if analysis.isComma(end - 1) { end -= 1 }
    if analysis.has(end - 1, .relative) {
      end -= 1
      if analysis.isComma(end - 1) { end -= 1 }
      return phrase(endingAt: end, sentence)
    }
    if analysis.isComma(end - 1) { end -= 1 }
    var start = end - 1
    while start > sentence.lowerBound, end - start < 14, !opensSubject(start) { start -= 1 }
    guard start >= sentence.lowerBound, start < end else { return nil }
    var at = start
    while at < end {
      if analysis.canOpenPhrase(at), !analysis.has(at - 1, .preposition) || at == start,
        let phrase = analysis.nounPhrase(at: at, limit: end),
        phrase.name != nil || analysis.has(at, [.speakerHead, .title, .place])
      {
        let isAdjacent = phrase.tokens.upperBound >= end - 1 || analysis.isPunctuation(phrase.tokens.upperBound)
        let isHead = at <= start + 1 && !(phrase.tokens.upperBound..<end).contains { analysis.cue($0) != nil && analysis.has($0, .pastVerb) }
        if isAdjacent || isHead { return phrase }
      }
      at += 1
    }
    return nil
  }

  /// The noun phrase that ends right before the token, for a relative clause behind it; one in
  /// apposition to a name gives the name.
  private func phrase(endingAt end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    var found: NounPhrase?
    var at = end - 1
    while at >= max(sentence.lowerBound, end - 10), !analysis.isComma(at), !analysis.has(at, [.that, .clause]) {
      if analysis.canOpenPhrase(at), !analysis.has(at - 1, .preposition), !analysis.isConstructHead(at - 1),
        let phrase = analysis.nounPhrase(at: at, limit: end), phrase.tokens.upperBound == end,
        phrase.name != nil || analysis.has(at, [.speakerHead, .title, .place])
      {
        found = phrase
      }
      at -= 1
    }
    guard let phrase = found else { return nil }
    let start = phrase.tokens.lowerBound
    if phrase.name == nil, analysis.isComma(start - 1), analysis.has(start, [.official, .title]),
      let named = self.phrase(endingAt: start - 1, sentence), let name = named.name
    {
      return NounPhrase(tokens: named.tokens, name: name, role: phrase.tokens)
    }
    return phrase
  }

  /// Whether the subject of a clause can begin at the token: at the sentence's start or behind a particle.
  private func opensSubject(_ i: Int) -> Bool {
    analysis.has(i - 1, [.clause, .that]) || analysis.isPunctuation(i - 1) && !analysis.isComma(i - 1)
      || analysis.words[i].hasConjunction
  }

  // MARK: - Forms

  /// `..., كما قال X.`: the verb attributes the clause before it.
  private mutating func readTrailingVerb(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    guard verb.takesClause, analysis.isWord(i - 1, "كما") || analysis.isWord(i - 1, "حسبما"),
      i - sentence.lowerBound > 5,
      let phrase = analysis.nounPhrase(at: skipTime(i + 1, sentence), limit: sentence.upperBound)
    else { return }
    let content = clause(before: i - 1, sentence)
    let rest = sentence.upperBound - phrase.tokens.upperBound
    guard content.count > 2, rest <= 4 || analysis.isComma(phrase.tokens.upperBound) else { return }
    let member = roster.member(phrase, form: form)
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: member, verb: verb, rule: "trailing:\(verb.lemma)")
  }

  private func skipTime(_ i: Int, _ sentence: Range<Int>) -> Int {
    var i = i
    while i < sentence.upperBound - 1, analysis.has(i, .time) { i += 1 }
    return i
  }

  /// `، مؤكدا أن`: the speaker is the subject of the sentence, else who spoke last.
  private mutating func readParticiple(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    let limit = searchLimit(i, sentence)
    guard let opening = analysis.opening(of: verb, at: i, limit: limit),
      let content = analysis.content(from: opening, limit: sentence.upperBound)
    else { return }
    let known = drafts.last(where: { !$0.rule.hasPrefix("according") }).flatMap {
      $0.content.lowerBound >= sentence.lowerBound ? $0.member : nil
    }
    let subject = known ?? sentenceSubject ?? mainSubject(before: i, sentence, form)
    let member = subject ?? lastSpeaker
    let inSentence = drafts.last.flatMap { draft in
      draft.member == member && draft.speaker.map { $0.lowerBound >= sentence.lowerBound } == true
        ? draft.speaker : nil
    }
    add(
      content, cue: i..<i + 1, speaker: inSentence, member: member, verb: verb,
      rule: "participle:\(verb.lemma)/\(opening.kind)")
  }

  /// The subject of the sentence's first verb, for a participle that belongs to it.
  private mutating func mainSubject(before i: Int, _ sentence: Range<Int>, _ form: CueForm) -> Int? {
    for at in sentence.lowerBound..<i
    where analysis.canOpenPhrase(at) && !analysis.has(at - 1, .preposition) {
      guard let phrase = analysis.nounPhrase(at: at, limit: i), isSpeaker(phrase) || analysis.has(at, .body)
      else { continue }
      let member = roster.member(phrase, form: nil)
      sentenceSubject = member
      return member
    }
    return nil
  }

  /// `قوله إن`, `في قولها`: the speaker is the one of `نقل عن X`, else who spoke last.
  private mutating func readVerbalNoun(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    guard verb.lemma == "قال" || verb.lemma.isEmpty || analysis.words[i].prefix == .b, form.hasPronoun,
      let opening = analysis.opening(of: verb, at: i, limit: searchLimit(i, sentence)),
      opening.at - i <= 8,
      let content = analysis.content(from: opening, limit: sentence.upperBound)
    else { return }
    var chain: [Int] = []
    var phrase: NounPhrase?
    var member: Int?
    if let passed = passedOn(before: i, sentence) {
      phrase = passed.source
      member = passed.source.map { roster.member($0, form: form) }
      if let agency = passed.agency { chain = [roster.member(agency, form: nil)] }
    } else if let last = drafts.last, last.cue.map({ $0.lowerBound >= sentence.lowerBound }) == true {
      member = last.member
    } else {
      member = mainSubject(before: i, sentence, form)
    }
    add(
      content, cue: i..<i + 1, phrase: phrase, member: member ?? lastSpeaker, verb: verb,
      chain: chain, rule: "verbal-noun:\(verb.lemma)")
  }

  /// `إعلان السلطات تحرير`, `دعوات المنظمات إلى`: a verbal noun of speech with its speaker behind it.
  private mutating func readSpeechNoun(_ i: Int, _ sentence: Range<Int>) -> Bool {
    if let last = drafts.last, last.content.contains(i) { return false }
    guard let phrase = analysis.nounPhrase(at: i + 1, limit: min(i + 14, sentence.upperBound)),
      phrase.name != nil || analysis.has(i + 1, [.official, .body, .place, .media]),
      !analysis.words[i + 1].hasConjunction
    else { return false }
    let next = phrase.tokens.upperBound
    guard next < sentence.upperBound else { return false }
    let opening: SpeechOpening
    if analysis.has(next, .that) {
      opening = SpeechOpening(kind: .clause, at: next, start: next + 1)
    } else if analysis.isWord(next, "الي"), analysis.hasEnding(i, "وه") || analysis.hasEnding(i, "وات") {
      opening = SpeechOpening(kind: .preposition, at: next, start: next + 1)
    } else if analysis.has(next, .deed), analysis.words[next].prefix == .none, !analysis.words[next].hasConjunction {
      opening = SpeechOpening(kind: .noun, at: next, start: next)
    } else {
      return false
    }
    guard let content = analysis.content(from: opening, limit: sentence.upperBound) else { return false }
    let member = roster.member(phrase, form: nil)
    drafts.append(
      Draft(
        content: content.tokens, cue: i..<i + 1, speaker: phrase.shortest, member: member, stance: .say,
        isLoaded: false, mode: content.mode, chain: [], rule: "speech-noun/\(opening.kind)"))
    return true
  }

  /// `نقلت الوكالة عن X`: agency and source before the verbal noun at `i`.
  private func passedOn(
    before i: Int, _ sentence: Range<Int>
  ) -> (agency: NounPhrase?, source: NounPhrase?)? {
    for at in stride(from: i - 1, through: sentence.lowerBound, by: -1) {
      guard let (_, verb) = analysis.cue(at), verb.passesOn || verb.lemma == "نسب" else { continue }
      let from = (at + 1..<i).first { analysis.isWord($0, "عن") || analysis.isWord($0, "الي") || analysis.isWord($0, "عنه") || analysis.isWord($0, "عنها") }
      guard let from else { return nil }
      let agency = at + 1 < from ? analysis.nounPhrase(at: at + 1, limit: from) : nil
      let source = from + 1 < i ? analysis.nounPhrase(at: from + 1, limit: i) : nil
      return (agency, source)
    }
    return nil
  }

  /// `نقل المرصد عن سكان أن`: words passed on without a verbal noun.
  private mutating func readPassedOn(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    let end = sentence.upperBound
    let clause = (i + 1..<end).first { analysis.has($0, .that) } ?? end
    if !form.hasPronoun, clause < end, !(i + 1..<clause).contains(where: { analysis.isWord($0, "عن") }) {
      return readVerb(i, form, CueVerb.clauseOnly, sentence)
    }
    guard !form.hasPronoun,
      let from = (i + 1..<end).first(where: { analysis.isWord($0, "عن") }), from - i <= 12,
      from + 1 < end, let source = analysis.nounPhrase(at: from + 1, limit: end)
    else { return }
    let next = source.tokens.upperBound
    let frame = CueVerb.clauseOnly
    guard let opening = analysis.opening(of: frame, at: next - 1, limit: end), opening.at - next <= 8,
      !(next..<opening.at).contains(where: { analysis.cue($0)?.form.kind == .verbalNoun }),
      let content = analysis.content(from: opening, limit: end)
    else { return }
    let member = roster.member(source, form: nil)
    let agency = analysis.nounPhrase(at: i + 1, limit: from).map { roster.member($0, form: form) }
    add(
      content, cue: i..<i + 1, phrase: source, member: member, verb: verb,
      chain: agency.map { [$0] } ?? [], rule: "passed-on")
  }

  /// `هجوم تبناه X`, `تبنى X الهجوم`, `تبنت الهجوم جماعة X`: a claim of responsibility.
  private mutating func readClaim(
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
    guard start < sentence.upperBound,
      let phrase = analysis.nounPhrase(at: start, limit: sentence.upperBound)
    else { return }
    let next = phrase.tokens.upperBound
    if content == nil, !form.hasPronoun, next < sentence.upperBound, !analysis.isPunctuation(next),
      (next..<min(next + 6, sentence.upperBound)).contains(where: { analysis.has($0, .attack) })
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
  private func attack(before i: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = i
    while end > sentence.lowerBound, analysis.has(end - 1, .relative) || analysis.isComma(end - 1)
      || analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "وقد")
    {
      end -= 1
    }
    guard let start = (sentence.lowerBound..<end).last(where: { analysis.has($0, .attack) }), end - start < 30
    else { return nil }
    return start..<end
  }

  private func isPunctuationName(_ phrase: NounPhrase) -> Bool {
    analysis.isPunctuation(phrase.tokens.lowerBound)
  }

  /// `أمر نفته الوزارة`, `الذي أوردته قناة`: the verb's object stands before it.
  private mutating func readBackReference(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    guard verb.stance == .deny || verb.lemma == "أورد" || verb.lemma == "أعلن" || verb.lemma == "ذكر",
      let phrase = analysis.nounPhrase(at: skipTime(i + 1, sentence), limit: sentence.upperBound),
      phrase.name != nil || analysis.has(phrase.tokens.lowerBound, .speakerHead),
      let content = antecedent(before: i, sentence)
    else { return }
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: roster.member(phrase, form: form), verb: verb, rule: "back:\(verb.lemma)")
  }

  /// The noun phrase that a relative clause or pronoun at `i` refers to.
  private func antecedent(before i: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = i
    while end > sentence.lowerBound, analysis.has(end - 1, [.relative, .clause, .demonstrative]) || analysis.isComma(end - 1)
      || analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "وقد") || analysis.isWord(end - 1, "امر")
      || analysis.isWord(end - 1, "وهو") || analysis.has(end - 1, .pronoun)
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound, end - start < 12, !analysis.isComma(start - 1) {
      start -= 1
      if analysis.has(start, [.deed, .noun]), analysis.has(start - 1, [.preposition, .pastVerb, .presentVerb]) || analysis.words[start].prefix != .none { break }
    }
    return start < end ? start..<end : nil
  }

  /// `بحسب X`: the clause that it stands behind, or that follows it.
  private mutating func readAttribution(_ attribution: Attribution, _ sentence: Range<Int>) {
    let cue = attribution.cue
    let phrase = attribution.speaker.flatMap { analysis.nounPhrase(at: $0, limit: sentence.upperBound) ?? prefixed($0, sentence) }
    let isLeading = cue.lowerBound <= sentence.lowerBound + 1
    let content: SpeechContent?
    if let last = drafts.last, let saying = last.cue, saying.upperBound <= cue.lowerBound,
      cue.lowerBound < last.content.lowerBound
    {
      content = SpeechContent(tokens: last.content, mode: last.mode)
    } else if isLeading {
      var start = phrase?.tokens.upperBound ?? cue.upperBound
      if let comma = (start..<min(start + 14, sentence.upperBound)).first(where: { analysis.isComma($0) }) {
        start = comma + 1
      }
      let end = analysis.reportedEnd(from: start, limit: sentence.upperBound)
      content = start < end ? SpeechContent(tokens: analysis.trimmed(start..<end), mode: .indirect) : nil
    } else if let last = drafts.last, last.content.upperBound >= cue.lowerBound - 2,
      last.content.upperBound <= cue.lowerBound, last.content.lowerBound >= sentence.lowerBound
    {
      content = SpeechContent(tokens: last.content, mode: last.mode)
    } else {
      content = SpeechContent(tokens: clause(before: cue.lowerBound, sentence), mode: .indirect)
    }
    guard let content, content.tokens.count > 1 else { return }
    let member = phrase.map { roster.member($0, form: nil) } ?? lastSpeaker
    guard let member else { return }
    if lastSpeaker == nil || sentenceSubject == nil && !isLeading { lastSpeaker = member }
    drafts.append(
      Draft(
        content: content.tokens, cue: cue, speaker: phrase?.shortest, member: member, stance: .say,
        isLoaded: false, mode: content.mode, chain: [], rule: isLeading ? "according-to:before" : "according-to:after"))
  }

  /// The phrase behind a prefix `ل` (`وفقا للجيش`).
  private func prefixed(_ i: Int, _ sentence: Range<Int>) -> NounPhrase? {
    guard analysis.words[i].prefix == .l else { return nil }
    var end = i + 1
    while end < sentence.upperBound, end - i < 6, analysis.text.tokens[end].kind == .word,
      analysis.words[end].classes.isDisjoint(with: [.preposition, .that, .clause, .relative, .time]),
      !analysis.words[end].hasConjunction
    {
      end += 1
    }
    return analysis.split(i..<end)
  }

  /// The clause that ends before the token: from the sentence's start, behind what was attributed
  /// before and behind an opening adverbial.
  private func clause(before i: Int, _ sentence: Range<Int>) -> Range<Int> {
    var start = sentence.lowerBound
    if let last = drafts.last, last.content.lowerBound >= start, last.content.upperBound <= i,
      last.content.upperBound < i - 4, last.rule != "claim"
    {
      start = last.content.upperBound
    }
    for at in start..<i where analysis.isComma(at) && at - start <= 3 && i - at > 4 {
      start = at + 1
      break
    }
    if analysis.isWord(start, "كما") || analysis.isWord(start, "وكما") { start += 1 }
    return analysis.trimmed(start..<i)
  }

  /// `كارتر: ...` at the start of a line: a speaker, a colon and what he says.
  private mutating func readColonForm(_ sentence: Range<Int>) {
    let start = sentence.lowerBound
    guard analysis.text.tokens[start].gap == .line,
      let phrase = analysis.nounPhrase(at: start, limit: sentence.upperBound),
      phrase.tokens.count <= 8, phrase.tokens.upperBound < sentence.upperBound - 3,
      analysis.isMark(phrase.tokens.upperBound, 0x3A),
      phrase.name != nil || analysis.has(start, [.source, .official])
    else { return }
    let colon = phrase.tokens.upperBound
    guard analysis.quotation(openedAt: colon + 1) != nil,
      let content = analysis.content(
        from: SpeechOpening(kind: .quotation, at: colon, start: colon + 2), limit: sentence.upperBound)
    else { return }
    let member = roster.member(phrase, form: nil)
    drafts.append(
      Draft(
        content: content.tokens, cue: nil, speaker: phrase.shortest, member: member, stance: .say,
        isLoaded: false, mode: .direct, chain: [], rule: "colon"))
    lastSpeaker = member
  }

  // MARK: - Records

  private mutating func add(
    _ content: SpeechContent, cue: Range<Int>, phrase: NounPhrase? = nil, speaker: Range<Int>? = nil,
    member: Int?, verb: CueVerb, chain: [Int] = [], rule: String
  ) {
    if let last = drafts.last, last.content == content.tokens, last.cue == cue { return }
    drafts.append(
      Draft(
        content: content.tokens, cue: cue, speaker: phrase?.shortest ?? speaker, member: member,
        stance: verb.stance, isLoaded: verb.isLoaded, mode: content.mode, chain: chain, rule: rule))
    if let member {
      lastSpeaker = member
      sentenceSubject = member
    }
  }
}

extension CueVerb {
  /// A frame that takes only a clause, a colon or a quotation.
  static let clauseOnly = CueVerb(
    lemma: "", stance: .say, takesClause: true, takesNoun: false, takesClaim: false,
    takesPrayer: false, takesQuestion: false, passesOn: false, prepositions: [], takesB: false, takesL: false, hasAddressee: false,
    isLoaded: false, isWeak: true, takesDeed: false, needsColon: false, namesObject: false,
    standsInDocument: false, isImpersonal: false)
}
