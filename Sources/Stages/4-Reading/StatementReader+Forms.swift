import ArabicScript
import ArabicWords
import NewsModel

// Speech told with other forms: participles, verbal nouns, words passed on, a verb set behind.

extension StatementReader {
  /// `..., كما قال X.`: the verb attributes the clause before it.
  mutating func readTrailingVerb(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    // `الوضع صعب هنا، تقول ليلى الحيدري.`
    let isSetBehind = form.kind == .present && verb.lemma == "قال" && analysis.isComma(i - 1)
    guard verb.takesClause,
      isSetBehind || analysis.isWord(i - 1, "كما") || analysis.isWord(i - 1, "حسبما"),
      i - sentence.lowerBound > 5,
      let phrase = analysis.nounPhrase(at: skipTime(i + 1, sentence), limit: sentence.upperBound)
    else { return }
    let content = clause(before: i - 1, sentence)
    let isInTurn =
      analysis.isWord(phrase.tokens.upperBound, "بدوره")
      || analysis.isWord(phrase.tokens.upperBound, "بدورها")
    let next = phrase.tokens.upperBound + (isInTurn ? 1 : 0)
    let rest = sentence.upperBound - next
    guard content.count > 2,
      rest <= 4 || analysis.isComma(next) || rest <= 10 && analysis.words[next].prefix == .l
    else { return }
    let member = roster.member(phrase, form: form)
    add(
      SpeechContent(tokens: content, mode: .indirect), cue: i..<i + 1, phrase: phrase,
      member: member, verb: verb, rule: "trailing:\(verb.lemma)")
  }

  func skipTime(_ i: Int, _ sentence: Range<Int>) -> Int {
    var i = i
    while i < sentence.upperBound - 1, analysis.has(i, .time) { i += 1 }
    return i
  }

  /// `، مؤكدا أن`: the speaker is the subject of the sentence, else who spoke last.
  mutating func readParticiple(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    let limit = searchLimit(i, sentence)
    guard var opening = analysis.opening(of: verb, at: i, limit: limit) else { return }
    // `متهما المتمردين بشن الهجوم`: no subject follows, so the one addressed is part of what is said.
    if verb.hasAddressee, opening.kind == .preposition, opening.at > i + 1, opening.at - i <= 10,
      analysis.canOpenPhrase(i + 1), !analysis.has(i + 1, .time)
    {
      opening = SpeechOpening(kind: .preposition, at: opening.at, start: i + 1)
    }
    // `محملا المجلس مسؤولية التأخير`
    if verb.lemma == "حمل", opening.kind == .noun {
      opening = SpeechOpening(kind: .noun, at: opening.at, start: i + 1)
    }
    guard let content = analysis.content(from: opening, limit: sentence.upperBound) else { return }
    let known = drafts.last(where: { !$0.rule.hasPrefix("according") }).flatMap {
      $0.content.lowerBound >= sentence.lowerBound ? $0.member : nil
    }
    let subject =
      adjacentSubject(i, form, sentence) ?? known ?? sentenceSubject
      ?? mainSubject(before: i, sentence, form)
    let nearest = subject ?? lastSpeaker
    // `يحتجز مئات الأشخاص متهمين بالانتماء`: many who are spoken of, where one speaks.
    if verb.lemma == "اتهم", analysis.hasEnding(i, "ين"),
      let one = nearest.map({ roster.members[$0] }), one.isNamed,
      !one.isPlural
    {
      return
    }
    let member =
      agrees(nearest, form)
      ? nearest : subjectOfSpeech(form, sentence) ?? agreeingMember(form) ?? nearest
    let inSentence = drafts.last.flatMap { draft in
      draft.member == member && draft.speaker.map { $0.lowerBound >= sentence.lowerBound } == true
        ? draft.speaker : nil
    }
    add(
      content, cue: i..<i + 1, speaker: inSentence, member: member, verb: verb,
      rule: "participle:\(verb.lemma)/\(opening.kind.rawValue)")
  }

  /// The subject of the verb right before a participle (`فرد متحدث باسم الحركة مؤكدا أن`).
  private mutating func adjacentSubject(_ i: Int, _ form: CueForm, _ sentence: Range<Int>) -> Int? {
    let end = analysis.isComma(i - 1) ? i - 1 : i
    guard !form.isPlural, let phrase = phrase(endingAt: end, sentence),
      phrase.tokens.lowerBound > sentence.lowerBound
    else { return nil }
    let verb = phrase.tokens.lowerBound - 1
    let gender =
      analysis.cue(verb).map { $0.form.kind == .past ? $0.form.isFeminine : nil }
      ?? analysis.verbGender(verb)
    guard gender == form.isFeminine,
      analysis.words[verb].hasConjunction || verb == sentence.lowerBound
    else { return nil }
    return roster.member(phrase, form: form)
  }

  /// Who acts in what was just said, if a participle's gender is that of the verb there (`قال المتحدث إن بلاده تستنكر الهجوم،
  /// معربة عن`).
  private mutating func subjectOfSpeech(_ form: CueForm, _ sentence: Range<Int>) -> Int? {
    guard let content = drafts.last?.content, content.lowerBound >= sentence.lowerBound,
      let phrase = analysis.nounPhrase(at: content.lowerBound, limit: content.upperBound),
      analysis.has(phrase.tokens.lowerBound, [.body, .place, .official]) || phrase.name != nil,
      analysis.verbGender(phrase.tokens.upperBound) == form.isFeminine
    else { return nil }
    return roster.member(phrase, form: form)
  }

  /// Who spoke last of those whose gender is the form's.
  private func agreeingMember(_ form: CueForm) -> Int? {
    drafts.reversed().prefix(6).first { draft in
      draft.member.map { roster.members[$0].isFeminine == form.isFeminine } ?? false
    }?.member
  }

  /// `قوله إن`, `في قولها`: the speaker is the one of `نقل عن X`, else who spoke last.
  mutating func readVerbalNoun(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    guard verb.lemma == "قال" || verb.lemma.isEmpty || analysis.words[i].prefix == .b,
      form.hasPronoun,
      let opening = analysis.opening(of: verb, at: i, limit: searchLimit(i, sentence)),
      opening.at - i <= 20,
      let content = analysis.content(from: opening, limit: sentence.upperBound)
    else { return }
    var chain: [Int] = []
    var phrase: NounPhrase?
    var member: Int?
    if let passed = passedOn(before: i, sentence) {
      phrase = passed.source
      member = passed.source.map { roster.member($0, form: form) }
      if let agency = passed.agency { chain = [roster.member(agency, form: nil)] }
    } else if verb.lemma.isEmpty, let before = self.phrase(endingAt: i, sentence),
      !analysis.isIndefiniteAccusative(before.tokens.lowerBound)
    {
      // `واكتفى الوزير بالقول`
      phrase = before
      member = roster.member(before, form: nil)
    } else if let last = drafts.last, last.cue.map({ $0.lowerBound >= sentence.lowerBound }) == true
    {
      member = last.member
    } else {
      member = mainSubject(before: i, sentence, form)
    }
    add(
      content, cue: i..<i + 1, phrase: phrase, member: member ?? lastSpeaker, verb: verb,
      chain: chain, rule: "verbal-noun:\(verb.lemma)")
  }

  /// `إعلان السلطات تحرير`, `دعوات المنظمات إلى`: a verbal noun of speech with its speaker behind it.
  mutating func readSpeechNoun(_ i: Int, _ sentence: Range<Int>) -> Bool {
    if let last = drafts.last, last.content.contains(i) { return false }
    // `في تصريح إعلامي`, `في تصريح لأفق`: where something was said, no speaker follows.
    if analysis.isWord(i - 1, "في"), !analysis.words[i + 1].hasArticle,
      analysis.hasEnding(i + 1, "ي") || analysis.hasEnding(i + 1, "يه")
        || analysis.words[i + 1].classes.isEmpty && analysis.text.letter(i + 1, 0) == 0x644
    {
      return false
    }
    let limit = min(i + 14, sentence.upperBound)
    guard let short = analysis.nounPhrase(at: i + 1, limit: limit) else { return false }
    let phrase = analysis.withName(short, before: limit)
    guard
      phrase.name != nil || analysis.has(i + 1, [.official, .body, .place, .media]),
      !analysis.words[i + 1].hasConjunction
    else { return false }
    let next = behindOccasion(phrase.tokens.upperBound, limit)
    guard next < sentence.upperBound else { return false }
    let opening: SpeechOpening
    if let clause = clauseOfNoun(i, behind: next, sentence) {
      opening = clause
    } else if analysis.isWord(next, "الي"),
      analysis.hasEnding(i, "وه") || analysis.hasEnding(i, "وات")
    {
      opening = SpeechOpening(kind: .preposition, at: next, start: next + 1)
    } else if analysis.isWord(next, "علي"), analysis.isForm(i, "تاكيد") {
      opening = SpeechOpening(kind: .preposition, at: next, start: next + 1)
    } else if analysis.isWord(next, "من"),
      analysis.isForm(i, "تحذير") || analysis.isForm(i, "تحذيرات")
    {
      opening = SpeechOpening(kind: .preposition, at: next, start: next + 1)
    } else if analysis.isWord(next, "عن"),
      analysis.isForm(i, "اعراب")
        || analysis.isForm(i, "اعلان") && analysis.isHappening(next + 1)
    {
      opening = SpeechOpening(kind: .preposition, at: next, start: next + 1)
    } else if analysis.words[next].prefix == .b, analysis.isHappening(next),
      analysis.isForm(i, "تصريح") || analysis.isForm(i, "تصريحات") || analysis.isForm(i, "تهديد")
        || analysis.isForm(i, "تهديدات")
    {
      opening = SpeechOpening(kind: .preposition, at: next, start: next)
    } else if analysis.has(next, .deed), analysis.words[next].prefix == .none,
      !analysis.words[next].hasConjunction
    {
      opening = SpeechOpening(kind: .noun, at: next, start: next)
    } else {
      return false
    }
    guard let content = analysis.content(from: opening, limit: sentence.upperBound) else {
      return false
    }
    let member = roster.member(phrase, form: nil)
    drafts.append(
      Draft(
        content: content.tokens, cue: i..<i + 1, speaker: phrase.shortest, member: member,
        stance: analysis.cue(i)?.verb.stance ?? .say,
        isLoaded: false, mode: content.mode, chain: [], rule: "speech-noun/\(opening.kind.rawValue)"
      ))
    return true
  }

  /// The token behind when and where one spoke (`إعلان المجلس، منذ يومين، انطلاق المعركة`, `إعلان الحكومة في المنفى تحرير
  /// المدينة`); the token itself if nothing of it stands there.
  private func behindOccasion(_ i: Int, _ limit: Int) -> Int {
    var end = i
    while end + 1 < limit {
      func opensTime(_ at: Int) -> Bool {
        analysis.isWord(at, "قبل") || analysis.isWord(at, "منذ")
      }
      let isBesideTime =
        analysis.has(end - 1, .time) || opensTime(end - 2) || opensTime(end + 1)
        || analysis.has(end + 1, .time)
      if analysis.has(end, .time) || analysis.isComma(end) && isBesideTime {
        end += 1
      } else if opensTime(end) {
        end += 2
      } else if analysis.isWord(end, "في"), end + 2 < limit, analysis.words[end + 1].hasArticle,
        analysis.has(end + 2, .deed), !analysis.words[end + 2].hasArticle
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// `قول السفير ... أمام الصحافيين إن`, `قول السفير: «...»`, `تصريح النائب بـ«أن ...»`: a clause, a colon or a
  /// quotation close behind the speaker of a verbal noun of speech.
  private func clauseOfNoun(_ i: Int, behind next: Int, _ sentence: Range<Int>) -> SpeechOpening? {
    if analysis.isProclitic(next), analysis.quotation(openedAt: next + 1) != nil {
      return SpeechOpening(kind: .quotation, at: next, start: next + 2)
    }
    let isSaying = analysis.isForm(i, "قول") || analysis.isForm(i, "تصريح")
    for at in Range(next, upTo: min(next + (isSaying ? 9 : 1), sentence.upperBound)) {
      if analysis.has(at, .that) {
        return SpeechOpening(kind: .clause, at: at, start: at + 1)
      }
      if isSaying, analysis.isMark(at, 0x3A), at + 1 < sentence.upperBound {
        return analysis.opening(of: CueVerb.clauseOnly, at: at - 1, limit: sentence.upperBound)
      }
      if analysis.verbGender(at) != nil || analysis.has(at, [.clause, .relative]) { return nil }
    }
    return nil
  }

  /// `نقلت الوكالة عن X`: agency and source before the verbal noun at `i`.
  func passedOn(
    before i: Int, _ sentence: Range<Int>
  ) -> (agency: NounPhrase?, source: NounPhrase?)? {
    for at in stride(from: i - 1, through: sentence.lowerBound, by: -1) {
      guard let (_, verb) = analysis.cue(at), verb.passesOn || verb.lemma == "نسب" else { continue }
      let from = (at + 1..<i).first {
        analysis.isWord($0, "عن") || analysis.isWord($0, "الي") || analysis.isWord($0, "عنه")
          || analysis.isWord($0, "عنها")
      }
      guard let from else { return nil }
      let agency = at + 1 < from ? analysis.nounPhrase(at: at + 1, limit: from) : nil
      let next = from + 1 < i ? analysis.nounPhrase(at: from + 1, limit: i) : nil
      // `نقلت عنه الوكالة قوله`: the source is the pronoun, the phrase behind it the agency.
      let isPronoun = !analysis.isWord(from, "عن") && !analysis.isWord(from, "الي")
      return isPronoun ? (agency ?? next, nil) : (agency, next)
    }
    return nil
  }

  /// `نقل المرصد عن سكان أن`: words passed on without a verbal noun.
  mutating func readPassedOn(
    _ i: Int, _ form: CueForm, _ verb: CueVerb, _ sentence: Range<Int>
  ) {
    let end = sentence.upperBound
    let clause = (i + 1..<end).first { analysis.has($0, .that) } ?? end
    let passesAway = (i + 1..<clause).contains {
      analysis.isWord($0, "عن") || analysis.isWord($0, "عنه") || analysis.isWord($0, "عنها")
        || analysis.cue($0)?.form.kind == .verbalNoun
    }
    if !verb.learns, !form.hasPronoun, form.kind == .past, clause < end, !passesAway {
      return readVerb(i, form, CueVerb.clauseOnly, sentence)
    }
    // `ونقلت عنه صفحات موالية أن`: he who spoke before.
    if analysis.isWord(i + 1, "عنه") || analysis.isWord(i + 1, "عنها"), clause < end,
      clause - i <= 8,
      !(i + 1..<clause).contains(where: { analysis.cue($0)?.form.kind == .verbalNoun }),
      let member = lastSpeaker,
      let content = analysis.content(
        from: SpeechOpening(kind: .clause, at: clause, start: clause + 1), limit: end)
    {
      let agency = analysis.nounPhrase(at: i + 2, limit: clause).map {
        roster.member($0, form: form)
      }
      return add(
        content, cue: i..<i + 1, member: member, verb: verb, chain: agency.map { [$0] } ?? [],
        rule: "passed-on-pronoun")
    }
    // `علمت «المسار» أن`, `علمت الصحيفة أن`
    if verb.learns, clause < end, clause - i <= 8, analysis.canOpenPhrase(i + 1),
      analysis.isPunctuation(i + 1) || analysis.has(i + 1, [.media, .source]), !passesAway
    {
      return readVerb(i, form, CueVerb.clauseOnly, sentence)
    }
    guard !form.hasPronoun,
      let from = (i + 1..<end).first(where: { analysis.isWord($0, verb.learns ? "من" : "عن") }),
      from - i <= 12,
      from + 1 < end, let source = analysis.nounPhrase(at: from + 1, limit: end)
    else { return }
    let next = source.tokens.upperBound
    guard let opening = passedOnOpening(behind: next, limit: end),
      let content = analysis.content(from: opening, limit: end)
    else { return }
    let member = roster.member(source, form: nil)
    let agency = analysis.nounPhrase(at: i + 1, limit: from).map { roster.member($0, form: form) }
    add(
      content, cue: i..<i + 1, phrase: source, member: member, verb: verb,
      chain: agency.map { [$0] } ?? [], rule: "passed-on")
  }

  /// Where what is passed on begins behind its source: with a clause, a colon or a quotation, or with a deed of the
  /// source's own (`نقلت الوكالة عن الوزير اتهامه`).
  private func passedOnOpening(behind next: Int, limit: Int) -> SpeechOpening? {
    if let own = (next..<max(next, min(next + 4, limit))).first(where: {
      analysis.words[$0].prefix == .none && !analysis.words[$0].hasConjunction
        && analysis.hasOwnPronoun($0)
        && (analysis.has($0, .deed) || analysis.cue($0)?.form.kind == .verbalNoun)
    }), analysis.cue(own)?.verb.lemma != "قال" {
      if analysis.has(own + 1, .that) {
        return SpeechOpening(kind: .clause, at: own + 1, start: own + 2)
      }
      return SpeechOpening(kind: .noun, at: own, start: own)
    }
    guard let opening = analysis.opening(of: CueVerb.clauseOnly, at: next - 1, limit: limit),
      opening.at - next <= 8,
      !(next..<opening.at).contains(where: { analysis.cue($0)?.form.kind == .verbalNoun })
    else { return nil }
    return opening
  }
}
