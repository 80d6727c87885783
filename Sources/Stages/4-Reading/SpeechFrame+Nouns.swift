import ArabicScript
import ArabicWords
import NewsModel

// Speech whose content is a noun behind the speaker: `أكد الوزير ضرورة`, `أدان الهجوم`.

extension TextAnalysis {
  func nounOpening(
    _ verb: CueVerb, at i: Int, cue: Int, limit: Int
  ) -> SpeechOpening? {
    guard verb.takesNoun || verb.takesDeed, i > cue else { return nil }
    // `أعلنت السلطات "تحرير" المحافظة`
    if verb.takesNoun, let quotation = quotation(openedAt: i), quotation.content.count == 1,
      has(i + 1, .deed)
    {
      return SpeechOpening(kind: .noun, at: i, start: i + 1)
    }
    if opensQuotedNoun(i, verb, cue: cue) { return SpeechOpening(kind: .noun, at: i, start: i) }
    guard text.tokens[i].kind == .word else { return nil }
    // `ذكرت مصادر طلبت عدم كشف هوياتها أن`: what is said comes farther on.
    if verb.takesDeed, verb.takesClause, !verb.takesNoun,
      Range(i + 1, upTo: min(limit, i + 16)).contains(where: { has($0, .that) })
    {
      return nil
    }
    let word = words[i]
    guard word.prefix == .none, !word.hasConjunction else { return nil }
    // `أكدت كل من فرنسا وألمانيا`: who speaks.
    if isWord(i, "كل"), isWord(i + 1, "من") { return nil }
    // `أكد المحققون أنه`: a nominative plural is who speaks.
    if word.hasArticle, hasEnding(i, "ون") { return nil }
    if verb.namesObject, self.cue(cue)?.form.hasPronoun == true, isIndefiniteAccusative(i) {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if isNamed(by: verb, i, cue: cue, limit: limit) || isNearDeed(i, verb)
      || isDenied(i, verb, cue: cue)
    {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    if word.has([.clause, .negation, .relative]) { return nil }
    // `متوقعة اتساع الاحتجاجات`: no subject stands behind a participle.
    if i == cue + 1, verb.takesNoun, !verb.isWeak, !word.hasArticle,
      self.cue(cue)?.form.kind == .participle, persons[i] == nil,
      word.classes.isEmpty || word.has(.noun) || hasVerbalNounShape(i)
    {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    return deedOpening(verb, at: i, cue: cue)
  }

  /// Whether some words in marks behind the speaker are what he blames, praises or feels (`أدانت الرئاسة «التصعيد
  /// الخطير»`, `أبدت البعثة "قلقا عميقا" من`), and no name.
  private func opensQuotedNoun(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard verb.takesNoun, i > cue + 1,
      !verb.takesClause || verb.lemma == "توقع"
        || [.condemn, .praise, .deny, .refuse].contains(verb.stance),
      let quotation = quotation(openedAt: i), quotation.isClosed,
      (2...6).contains(quotation.content.count)
    else { return false }
    let (before, first) = (i - 1, quotation.content.lowerBound)
    return !isProclitic(before) && !has(before, [.preposition, .that])
      && !(has(before, [.body, .media, .official, .named]) && !words[before].hasArticle)
      && !has(first, [.body, .media, .name, .place, .official, .joint])
      && words[first].prefix == .none && persons[first] == nil
  }

  /// Where speech opens with a noun that names a deed.
  private func deedOpening(_ verb: CueVerb, at i: Int, cue: Int) -> SpeechOpening? {
    let word = words[i]
    // `أكد شهود رؤيتهم لعدد من المركبات`
    if i == cue + 2, has(i - 1, .source) || has(i - 1, .many), hasEnding(i, "هم"),
      isOwnDeed(i, verb, cue: cue)
    {
      return SpeechOpening(kind: .noun, at: i, start: i)
    }
    // `أكدت مصادر تقدم القوات`: no source of a deed.
    let isBehindSource =
      has(i - 1, .source) && i - 1 == cue + 1 && word.has(.deed) && !word.hasArticle && !verb.isWeak
    // `أكدت في بيان تضامنها`: no genitive of the document.
    let hasOwner =
      word.has(.deed) && has(i - 1, .document) && (hasEnding(i, "ها") || hasEnding(i, "ه"))
    let isAddressed = word.has(.deed) && !word.hasArticle && isBehindQuotedAddressee(i, cue: cue)
    // `أعلنت في أيلول 2020 تنصلها`
    let isBehindYear = text.tokens[i - 1].kind == .number && hasOwnPronoun(i)
    let isApart =
      hasOwner || isBehindYear || isBehindOccasion(i, cue: cue) || isBehindMedia(i, cue: cue)
    if i - 1 > cue, !isBehindSource, !isAddressed, !isApart,
      isConstructHead(i - 1) || isBarePreposition(i - 1)
    {
      return nil
    }
    // `في سياق تصريحاته`: within what a preposition governs.
    if i - 2 > cue, isBarePreposition(i - 2), !words[i - 1].hasArticle,
      !has(i - 1, [.name, .time, .place]), !isApart
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

  /// Whether an outlet in marks that is spoken to stands between the verb and the word (`نفى لـ«السدرة» وجود مفاوضات`).
  private func isBehindQuotedAddressee(_ i: Int, cue: Int) -> Bool {
    guard
      let quotation = quotations.last(where: { $0.isClosed && $0.close == i - 1 && $0.open > cue })
    else { return false }
    return isWord(quotation.open - 1, "ل")
  }

  /// Whether the document or occasion of the speech ends before the word, behind the speaker (`أكد الوزير في تصريح
  /// صحفي`, `خلال مؤتمر صحفي في العاصمة`).
  private func isBehindOccasion(_ i: Int, cue: Int) -> Bool {
    var at = i - 1
    if at - 1 > cue, isWord(at - 1, "في"), words[at].hasArticle || has(at, .place) { at -= 2 }
    if isWord(at, "له") || isWord(at, "لها") || isWord(at, "لهم") { at -= 1 }
    if at > cue, !words[at].hasArticle, hasEnding(at, "ي") || hasEnding(at, "يه") { at -= 1 }
    return at - 1 > cue && has(at, .notice) && (isWord(at - 1, "في") || isWord(at - 1, "خلال"))
  }

  /// Whether an outlet that is spoken to ends before the word (`أعلن متحدث لرويترز`, `لوكالة رويترز`).
  private func isBehindMedia(_ i: Int, cue: Int) -> Bool {
    func isOutlet(_ at: Int) -> Bool {
      at > cue
        && (has(at, .media) && words[at].prefix == .l || isWord(at, "لمراسلنا")
          || isWord(at, "لمراسلتنا"))
    }
    return isOutlet(i - 1)
      || isOutlet(i - 2) && !words[i - 1].hasConjunction && !has(i - 1, [.time, .preposition])
  }

  /// Whether the word begins what a participle of naming names (`واصفا الملك بالشجاع`, `واصفة إياها بأنها معتدية`).
  private func isNamed(by verb: CueVerb, _ i: Int, cue: Int, limit: Int) -> Bool {
    // `واصفة ما نشرته المنظمة بـ"الادعاءات المغرضة"`
    if verb.namesObject, i == cue + 1, isWord(i, "ما"), isVerbWithPronoun(i + 1),
      self.cue(cue)?.form.kind == .participle
    {
      return isNamedSo(behind: i, limit: limit)
    }
    guard verb.namesObject, let form = self.cue(cue)?.form,
      !has(i, [.that, .preposition, .clause, .relative])
    else { return false }
    if form.kind == .participle { return i == cue + 1 && isNamedSo(behind: i, limit: limit) }
    guard form.kind == .past, !form.hasPronoun, i > cue + 1, words[i].hasArticle,
      let end = nounPhrase(at: cue + 1, limit: i + 1)?.tokens.upperBound
    else { return false }
    // `وصف النائب القانون بالكارثة`, `وصف النائب، سالم الحيدري، القانون بالكارثة`
    let isBehindSubject = end == i || end == i - 1 && isComma(end)
    let rest = Range(i + 1, upTo: min(limit, i + 7))
    if isBehindSubject,
      rest.prefix(while: { !isPunctuation($0) || $0 == i + 1 || isComma($0) }).contains(where: {
        words[$0].prefix == .b && words[$0].hasArticle && !isAside($0)
      })
    {
      return true
    }
    // `اعتبرت الحكومة الحادث مؤشرا`, `اعتبر الوزير القرار خطوة`
    return verb.lemma == "اعتبر" && (isBehindSubject || disagrees(i))
      && rest.prefix { !isPunctuation($0) }.contains { isPredicate($0) }
  }

  /// Whether a definite noun cannot describe the one before it: of the two only one is feminine.
  private func disagrees(_ i: Int) -> Bool {
    words[i].hasArticle && words[i - 1].hasArticle && !has(i, [.title, .official, .name])
      && !hasEnding(i, "ي") && !hasEnding(i, "يه")
      && endsInTehMarbuta(i) != endsInTehMarbuta(i - 1)
  }

  /// Whether an indefinite word is what something is considered to be (`مؤشرا`, `خطوة`).
  private func isPredicate(_ i: Int) -> Bool {
    isIndefiniteAccusative(i)
      || text.tokens[i].kind == .word && endsInTehMarbuta(i) && !words[i].hasArticle
        && words[i].prefix == .none && !words[i].hasConjunction && words[i - 1].hasArticle
        && !has(i, [.preposition, .place, .name, .time])
  }

  /// Whether what something is named follows soon behind `ب` (`بالشجاع`, `بـ«البطل»`, `بأنه`).
  func isNamedSo(behind i: Int, limit: Int) -> Bool {
    (i + 1..<max(i + 1, min(limit, i + 20))).contains {
      words[$0].prefix == .b && !isAside($0) || isWord($0, "ب") || isWord($0, "بانه")
        || isWord($0, "بانها") || isWord($0, "بانهم")
    }
  }

  /// What is denied: anything of a kind (`نفى القائد أي صلة لقواته`); or, denied or condemned, what someone calls so or says
  /// (`أدانت الجمعية ما سمته «القمع»`, `نفى ما نشرته الصحيفة`).
  private func isDenied(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard i + 1 < count else { return false }
    let isDenial = verb.stance == .deny || verb.stance == .refuse
    if isWord(i, "اي") || isWord(i, "ايه") {
      return isDenial && !has(i + 1, [.body, .official, .source, .place, .name])
    }
    guard isWord(i, "ما"), !has(i - 1, .preposition),
      isDenial || verb.stance == .condemn || verb.stance == .praise
    else { return false }
    return isVerbWithPronoun(i + 1) || has(i + 1, .pastVerb) || self.cue(i + 1)?.form.kind == .past
  }

  /// `أعلنت المحافظة قرب تنفيذ المرحلة`: that a deed is near; `أعلنت الجبهة نهاية التزامها`: that it is over.
  private func isNearDeed(_ i: Int, _ verb: CueVerb) -> Bool {
    if isWord(i, "نهايه"), !verb.isWeak, has(i + 1, .deed) || hasOwnPronoun(i + 1) { return true }
    return isWord(i, "قرب") && !verb.isWeak && words[i + 1].prefix == .none
      && !words[i + 1].hasArticle
      && !has(i + 1, [.place, .name, .body, .that])
  }

  /// Whether an indefinite noun behind a definite word or a time is what a verb of blame or praise blames or
  /// praises (`أدان النجيفي صمت الحكومة`).
  private func isBlamed(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard verb.stance == .condemn || verb.stance == .praise, !verb.isWeak, verb.takesNoun,
      i > cue + 1,
      words[i - 1].hasArticle || has(i - 1, [.time, .name]) || isComma(i - 1)
        || isBehindOccasion(i, cue: cue) || isBehindMedia(i, cue: cue),
      !isWord(i - 1, "وقت")
    else { return false }
    let word = words[i]
    // `استنكر الوزير تصريح النائب`
    if !word.hasArticle, word.has(.notice), !words[i - 1].has(.preposition) { return true }
    return !word.hasArticle && word.has(.noun)
      && !word.has([
        .body, .official, .title, .place, .name, .nationality, .source, .media, .document, .time,
        .preposition, .count, .month, .issued,
      ])
  }

  /// Whether a noun behind the speaker is what is said, for it has the speaker's pronoun (`أعلنت السعودية حربها على`,
  /// `أكد شهود رؤيتهم`).
  private func isOwnDeed(_ i: Int, _ verb: CueVerb, cue: Int) -> Bool {
    guard !verb.isWeak, verb.takesNoun, verb.takesClause || verb.stance == .say, i > cue + 1,
      hasOwnPronoun(i),
      words[i - 1].hasArticle || isComma(i - 1) || has(i - 1, [.name, .place, .source, .time])
        || isWord(i - 1, "عيان") || text.tokens[i - 1].kind == .number || isBehindMedia(i, cue: cue)
        || nounPhrase(at: cue + 1, limit: i + 1)?.tokens.upperBound == i
    else { return false }
    return !words[i].has([
      .body, .official, .title, .place, .name, .source, .media, .document, .time, .preposition,
      .thing, .that, .clause, .pastVerb, .presentVerb, .pronoun, .selfWord,
    ]) && self.cue(i) == nil
  }

  /// Whether the word ends in a pronoun of the third person.
  func hasOwnPronoun(_ i: Int) -> Bool {
    !words[i].hasArticle && text.keyLength(i) >= 8
      && (hasEnding(i, "ها") || hasEnding(i, "هم") || hasEnding(i, "هما")
        || hasEnding(i, "ه") && !endsInTehMarbuta(i))
  }
}
