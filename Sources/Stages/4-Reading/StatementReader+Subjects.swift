import ArabicScript
import ArabicWords
import NewsModel

// Who the subject of a verb of speech is.

extension StatementReader {
  /// The noun phrase between a verb and what it opens.
  func subject(behind cue: Int, before opening: SpeechOpening, limit: Int) -> NounPhrase? {
    if let voice = voice(behind: cue, before: opening.at) { return voice }
    if let before = topicalized(cue) ?? foremost(cue) ?? describedBefore(cue) { return before }
    var i = cue + 1
    let end = opening.at
    var skipped = 0
    while i < end {
      if let next = behindAside(i, before: end) {
        i = next
        continue
      }
      if analysis.isWord(i, "الله") || analysis.isWord(i, "المولي") { return nil }
      if i == cue + 1, let many = numbered(i, before: end) { return many }
      // `أضاف في تصريحات نقلتها الوكالة`: whose verb that is, is no subject of this one.
      if let (form, _) = analysis.cue(i), form.hasPronoun, form.kind == .past { return nil }
      // `قال في بيان تلاه عضو المجلس`
      if analysis.has(i - 1, .document), analysis.isVerbWithPronoun(i) { return nil }
      // The cue itself may be spelt as a preposition (`عبر الاتحاد عن أمله`).
      let isAside = i == cue + 1 ? analysis.has(i, .time) : isAside(i)
      if analysis.canOpenPhrase(i), !isAside, !analysis.has(i, .demonstrative) {
        let phrase = analysis.nounPhrase(at: i, limit: end)
        // `كانت الحكومة دعت الأهالي إلى`: the subject stands before, the one addressed behind.
        if skipped == 0, analysis.cue(cue)?.verb.hasAddressee == true,
          let before = subjectOfPast(cue, cue, analysis.sentence(cue))
        {
          return before
        }
        if skipped > 0, let before = subjectBefore(cue, analysis.sentence(cue)) { return before }
        if skipped == 0 || phrase.map({ isSpeaker($0) }) == true {
          return phrase.map {
            voice(of: $0, before: end) ?? quotedName(of: $0) ?? calledName(of: $0, before: end)
              ?? analysis.withName(withoutAddressee($0, cue), before: end)
          }
        }
      }
      if skipped > 12 { return nil }
      if analysis.has(i, [.relative]) { return nil }
      if !analysis.has(i, .time) { skipped += 1 }
      i += 1
    }
    return nil
  }

  /// The subject that `أما` sets before the verb, which then begins with `ف` or stands behind `فقد` (`أما الوزير فاتهم
  /// المجلس`).
  private func topicalized(_ cue: Int) -> NounPhrase? {
    let sentence = analysis.sentence(cue)
    guard
      analysis.words[cue].hasConjunction && analysis.text.letter(cue, 0) == 0x641
        || analysis.isWord(cue - 1, "فقد"),
      let first = Range(max(sentence.lowerBound, cue - 14), upTo: cue - 1).last(where: {
        analysis.isWord($0, "اما") || analysis.isWord($0, "واما")
      }),
      let phrase = analysis.nounPhrase(at: first + 1, limit: cue)
    else { return nil }
    // `أما وزير الصحة في حكومة غير معترف بها، سالم الحيدري، فاتهم`
    if phrase.name == nil, analysis.isComma(cue - 1),
      let comma = Range(phrase.tokens.upperBound, upTo: cue - 1).last(where: {
        analysis.isComma($0)
      }),
      let person = analysis.persons.beginning(at: comma + 1), person.upperBound == cue - 1
    {
      return NounPhrase(tokens: phrase.tokens, name: person, role: phrase.tokens)
    }
    return analysis.withName(phrase, before: cue)
  }

  /// The subject that opens the sentence and ends at its verb (`لكن موسكو انتقدت الولايات المتحدة`).
  private func foremost(_ cue: Int) -> NounPhrase? {
    var first = analysis.sentence(cue).lowerBound
    while first < cue, analysis.has(first, [.clause, .that]) { first += 1 }
    guard first < cue, !analysis.words[cue].hasConjunction, let (form, _) = analysis.cue(cue),
      !form.hasPronoun, analysis.canOpenPhrase(first),
      let phrase = analysis.nounPhrase(at: first, limit: cue).map({
        analysis.withName($0, before: cue)
      }),
      phrase.tokens.upperBound == cue
        || phrase.tokens.upperBound == cue - 1 && phrase.name != nil && phrase.role != nil
          && analysis.isComma(cue - 1) && analysis.isComma(first + (phrase.role?.count ?? 0)),
      phrase.name?.contains(where: { analysis.has($0, .name) }) == true
        || analysis.has(first, [.body, .place, .official, .media, .source]),
      form.isFeminine || phrase.name != nil || !analysis.hasEnding(first, "ه")
    else { return nil }
    return phrase
  }

  /// A number of those who speak (`7 ولايات أميركية`, `89% من الآباء`).
  private func numbered(_ i: Int, before end: Int) -> NounPhrase? {
    guard analysis.text.tokens[i].kind == .number else { return nil }
    var head = i + 1
    let isShare =
      analysis.isMark(head, 0x25)
      || analysis.isWord(head, "في") && analysis.isWord(head + 1, "المءه")
      || analysis.isWord(head, "في") && analysis.isWord(head + 1, "الماءه")
    if isShare {
      while head < end, !analysis.isWord(head, "من") { head += 1 }
      head += 1
    }
    guard head < end, isShare || analysis.has(head, [.speakerHead, .body, .nationality]),
      let phrase = analysis.nounPhrase(at: head, limit: end)
    else { return nil }
    let tokens = i..<phrase.tokens.upperBound
    return NounPhrase(tokens: tokens, name: nil, role: tokens)
  }

  /// The subject without the one addressed that follows it, behind a verb that has one: `دعا المكتب
  /// التنفيذي المجتمع المدني إلى`.
  private func withoutAddressee(_ phrase: NounPhrase, _ cue: Int) -> NounPhrase {
    guard phrase.name == nil, analysis.cue(cue)?.verb.hasAddressee == true else { return phrase }
    let first = phrase.tokens.lowerBound
    // `اتهم الوزير الحكومة ب`
    if phrase.tokens.count >= 2, analysis.words[first].hasArticle, analysis.has(first, .official),
      !analysis.has(first, .body), analysis.words[first + 1].hasArticle,
      analysis.has(first + 1, .body), !analysis.has(first + 1, .nationality)
    {
      return analysis.split(first..<first + 1)
    }
    // `طالب السديس الآباء ب`
    if phrase.tokens.count >= 2, analysis.words[first].hasArticle, analysis.isNameWord(first),
      analysis.words[first + 1].hasArticle, analysis.has(first + 1, [.noun, .many, .body]),
      !analysis.hasEnding(first + 1, "ي")
    {
      return analysis.split(first..<first + 1)
    }
    guard
      let second = phrase.tokens.dropFirst(2).first(where: {
        analysis.words[$0].hasArticle && analysis.words[$0 - 1].hasArticle
          && analysis.words[first].hasArticle && !analysis.words[$0].hasConjunction
          && analysis.hasEnding($0 - 1, "ي") != analysis.hasEnding($0, "ي")
          && analysis.has($0, [.body, .official, .noun]) && !analysis.has($0, .title)
          && !analysis.hasEnding($0, "ي") && !analysis.hasEnding($0, "يه")
      })
    else { return phrase }
    return analysis.split(first..<second)
  }

  /// Whether a phrase that stands apart from its verb is one that speaks.
  func isSpeaker(_ phrase: NounPhrase) -> Bool {
    if analysis.has(phrase.tokens.lowerBound, [.source, .official, .title]) { return true }
    if analysis.persons[phrase.tokens.lowerBound] != nil { return true }
    guard let name = phrase.name else { return false }
    return name.contains { analysis.has($0, .name) || analysis.isPunctuation($0) }
      || name.count > 1 && !analysis.hasEnding(name.lowerBound, "ا")
  }

  /// The speaker of a verb without a subject behind it: the noun before the verb, else who spoke last.
  mutating func implied(
    _ i: Int, _ form: CueForm, _ sentence: Range<Int>, _ phrase: inout NounPhrase?
  ) -> Int? {
    if let meant = meantByPronoun(i, form, sentence) ?? speaking(ofThoseBefore: i, form, sentence) {
      phrase = meant
      return roster.member(meant, form: form)
    }
    if isOfObject(i, form) {
      if let member = mainSubject(before: i, sentence, form) { return member }
    } else if !isBehindPronoun(i), let before = subjectBefore(i, sentence), mayGovern(before, form)
    {
      phrase = before
      return roster.member(before, form: form)
    }
    if sentenceSubject == nil, let contrast = subjectOfContrast(sentence, before: i, form) {
      return roster.member(contrast, form: form)
    }
    if let other = contrasted(before: i, form, sentence) {
      phrase = other
      return roster.member(other, form: form)
    }
    if agrees(sentenceSubject, form) { return sentenceSubject }
    if sentenceSubject == nil, let member = antecedent(i, form, sentence) { return member }
    if agrees(lastSpeaker, form) { return lastSpeaker }
    for draft in drafts.reversed().prefix(6) where agrees(draft.member, form) {
      return draft.member
    }
    return lastSpeaker ?? sentenceSubject ?? mainSubject(before: i, sentence, form)
      ?? precedingSubject(sentence, form)
  }

  /// The subject of the sentence before.
  private mutating func precedingSubject(_ sentence: Range<Int>, _ form: CueForm) -> Int? {
    guard sentence.lowerBound > 0 else { return nil }
    let before = analysis.sentence(sentence.lowerBound - 1)
    let member = mainSubject(before: before.upperBound, before, form)
    return agrees(member, form) ? member : nil
  }

  /// Whether the pronoun of many at the verb means those right before it, who then do not speak (`طرد المجلس موظفين اتهمهم
  /// بالتجسس`).
  private func isOfObject(_ i: Int, _ form: CueForm) -> Bool {
    form.hasPronoun && !form.isPlural && analysis.hasEnding(i, "هم")
      && !analysis.words[i].hasConjunction && !analysis.isPunctuation(i - 1)
      && !analysis.has(i - 1, [.relative, .clause, .that])
  }

  /// Whether an office before its verb agrees with it in gender (`موقف الوزير، حيث قالت`).
  private func mayGovern(_ phrase: NounPhrase, _ form: CueForm) -> Bool {
    let head = phrase.tokens.lowerBound
    guard !form.isPlural, phrase.name == nil, analysis.has(head, .official),
      !analysis.has(head, [.body, .source]), !analysis.hasEnding(head, "ات")
    else { return true }
    return form.isFeminine == analysis.hasEnding(head, "ه") || !analysis.isWord(head, "وزير")
  }

  /// Whether a member's gender, where it is known, is that of the verb form.
  func agrees(_ member: Int?, _ form: CueForm) -> Bool {
    guard let member else { return false }
    // `ويقول محللون ... وأضاف`: of many, one does not go on.
    if roster.members[member].isPlural, !form.isPlural, !form.isFeminine { return false }
    guard let known = roster.members[member].isFeminine else { return true }
    return known == form.isFeminine || form.isPlural
  }

  /// The noun phrase that ends right before the verb at `i` and begins its clause.
  func subjectBefore(_ i: Int, _ sentence: Range<Int>) -> NounPhrase? {
    if analysis.words[i].hasConjunction || isBehindTopic(i, sentence) { return nil }
    var end = i
    while end > sentence.lowerBound,
      analysis.isWord(end - 1, "قد") || analysis.isWord(end - 1, "كان")
        || analysis.isWord(end - 1, "كانت")
        || analysis.isWord(end - 1, "وقد")
    {
      end -= 1
    }
    // `كما أكدت`, `فيما كشف`: between a particle and its verb stands no subject.
    if end == i, analysis.has(end - 1, .clause), !analysis.isWord(end - 1, "حيث") { return nil }
    if analysis.has(end - 1, .pronoun) { return nil }
    if analysis.isComma(end - 1) { end -= 1 }
    if analysis.has(end - 1, .relative) {
      end -= 1
      // `الحرية التي قال إنها`: what is spoken of, not who speaks; `تصريحات سالم التي أكد فيها`.
      let isOther =
        analysis.cue(i).map {
          !$0.form.isPlural && analysis.isWord(end, $0.form.isFeminine ? "الذي" : "التي")
        }
        ?? false
      let isOfMany = analysis.isWord(end, "الذين")
      if analysis.isComma(end - 1) { end -= 1 }
      if isOfMany, let many = manyBefore(end, sentence) { return many }
      if let author = author(i, before: end, sentence) { return author }
      return phrase(endingAt: end, sentence).flatMap { isOther && $0.name == nil ? nil : $0 }
    }
    if analysis.isComma(end - 1) { end -= 1 }
    end = beforeAside(end, sentence)
    if let subject = subjectOfPast(i, end, sentence) { return subject }
    if let author = author(i, before: end, sentence) { return author }
    var start = end - 1
    while start > sentence.lowerBound, end - start < 14, !opensSubject(start) { start -= 1 }
    guard start >= sentence.lowerBound, start < end else { return nil }
    // `تصريحات من وزير الدفاع قال فيها`: whose words they are.
    let isTakenUp = analysis.isWithinIt(i + 1)
    var at = start
    while at < end {
      if analysis.canOpenPhrase(at),
        !analysis.has(at - 1, .preposition) || at == start
          || isTakenUp && !analysis.words[at].hasPronoun,
        !analysis.has(at - 1, .demonstrative),
        let phrase = analysis.nounPhrase(at: at, limit: end),
        phrase.name != nil || analysis.has(at, [.speakerHead, .title, .place])
      {
        let isAdjacent =
          phrase.tokens.upperBound >= end - 1 || analysis.isPunctuation(phrase.tokens.upperBound)
        let isHead =
          at <= start + 1
          && !(phrase.tokens.upperBound..<end).contains {
            analysis.cue($0) != nil && analysis.has($0, .pastVerb)
          }
        if isAdjacent || isHead { return phrase }
      }
      at += 1
    }
    return nil
  }

  /// The plural of people that `الذين` takes up behind a place that stands between (`المصلين أمام باب المسجد الذين`).
  private func manyBefore(_ end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    guard !isPluralOfMen(end - 1),
      let at = Range(max(sentence.lowerBound, end - 6), upTo: end).last(where: { isPluralOfMen($0) }
      ),
      (at + 1..<end).contains(where: {
        analysis.has($0, .preposition) || analysis.isWord($0, "امام")
      })
    else { return nil }
    return analysis.split(at..<at + 1)
  }

  private func isPluralOfMen(_ i: Int) -> Bool {
    analysis.words[i].hasArticle && (analysis.hasEnding(i, "ون") || analysis.hasEnding(i, "ين"))
  }

  /// Whether a topic set before the sentence ends right before the verb (`وعن الغزو السوفييتي، قال`), so that
  /// nobody in it is the subject.
  private func isBehindTopic(_ i: Int, _ sentence: Range<Int>) -> Bool {
    guard analysis.isComma(i - 1) else { return false }
    let first = sentence.lowerBound
    return Self.topics.contains { analysis.isWord(first, $0) }
      || i - first <= 5 && analysis.isWord(first + 1, "سياق")
  }

  private static let topics: [StaticString] = [
    "عن", "وعن", "عما", "وعما", "حول", "وحول", "بشان", "وبشان", "بخصوص", "وبخصوص", "بصدد", "وبصدد",
  ]

  /// The subject of `كان X قد قال`, where no other verb of speech stands before the cue at `i`.
  private func subjectOfPast(_ i: Int, _ end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    let first = sentence.lowerBound
    guard
      analysis.isBeing(first), first + 1 < end, end - first <= 25,
      !analysis.isWord(first + 1, "قد"),
      !(first + 1..<end).contains(where: {
        analysis.has($0, [.that, .clause])
          || analysis.cue($0)?.form.kind == .past && analysis.has($0, .pastVerb)
      }),
      let phrase = analysis.nounPhrase(at: first + 1, limit: end),
      isSpeaker(phrase) || analysis.has(first + 1, [.body, .media, .place])
        || analysis.bodies.beginning(at: first + 1) != nil || analysis.isWord(i - 1, "قد")
    else { return nil }
    return analysis.withName(phrase, before: end)
  }

  /// The noun phrase that ends right before the token, for a relative clause behind it; one in
  /// apposition to a name gives the name.
  func phrase(endingAt end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    var found: NounPhrase?
    var at = end - 1
    while at >= max(sentence.lowerBound, end - 10), !analysis.isComma(at),
      !analysis.has(at, [.that, .clause])
    {
      if analysis.canOpenPhrase(at), !analysis.has(at - 1, .preposition),
        !analysis.isConstructHead(at - 1),
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
  func opensSubject(_ i: Int) -> Bool {
    analysis.has(i - 1, [.clause, .that])
      || analysis.isPunctuation(i - 1) && !analysis.isComma(i - 1)
        && analysis.quotation(openedAt: i - 1) == nil
      || analysis.words[i].hasConjunction
  }

  /// Whether the token agrees with the definite noun before it, so that no phrase begins with it.
  func isAdjective(_ i: Int) -> Bool {
    analysis.words[i].hasArticle && analysis.words[i - 1].hasArticle
      && !analysis.has(i, [.title, .official])
  }

  /// The subject of `إلا أن X نفى ... وأوضح`, where it fits the verb form.
  private func subjectOfContrast(_ sentence: Range<Int>, before i: Int, _ form: CueForm)
    -> NounPhrase?
  {
    let first = sentence.lowerBound
    let at =
      analysis.isWord(first, "لكن") || analysis.isWord(first, "ولكن") ? first + 1 : first + 2
    guard at < i, analysis.has(first, .clause), at == first + 1 || analysis.has(first + 1, .that),
      analysis.has(at, [.official, .body, .media, .source]), analysis.canOpenPhrase(at),
      let phrase = analysis.nounPhrase(at: at, limit: i),
      form.isFeminine == (analysis.hasEnding(at, "ه") || analysis.hasEnding(at, "ات"))
    else { return nil }
    return phrase
  }
}
