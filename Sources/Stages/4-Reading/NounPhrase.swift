import ArabicScript
import ArabicWords

/// A noun phrase that names or describes someone, split into description and name.
struct NounPhrase: Sendable, Hashable {
  /// All tokens of the phrase.
  let tokens: Range<Int>
  /// The tokens of the personal name in it, if there is one.
  let name: Range<Int>?
  /// The tokens of the description (office, title, body) in it, if there is one.
  let role: Range<Int>?

  /// The shortest part that identifies: the name, else the whole.
  var shortest: Range<Int> { name ?? tokens }
}

extension TextAnalysis {
  /// The noun phrase that begins at `start`, not beyond `limit`; `nil` if no noun begins there.
  ///
  /// It runs over nouns, adjectives and names, over `باسم ...` and the genitive `لل...` of offices,
  /// over `في`/`من`/`ب` behind an unnamed source, and over a name set off by commas behind an
  /// office. It stops at particles, verbs, times and those addressed.
  func nounPhrase(at start: Int, limit: Int) -> NounPhrase? {
    guard start < limit, canOpenPhrase(start) else { return nil }
    var end = start + 1
    if isPunctuation(start) { end = min(limit, closingMark(start) + 1) }
    while end < limit {
      if continuesPhrase(end, from: start, limit: limit) {
        end += 1
        continue
      }
      if let next = bridge(end, from: start, limit: limit) {
        end = next
        continue
      }
      break
    }
    return split(start..<end)
  }

  /// The phrase of a word with `ل` written to it (`وفقا للجيش`, `وفقا لبيان صادر عن الجيش`).
  func prefixedPhrase(at i: Int, limit: Int) -> NounPhrase? {
    guard i < limit, words[i].prefix == .l else { return nil }
    var end = i + 1
    while end < limit, end - i < 8, text.tokens[end].kind == .word, !words[end].hasConjunction,
      !has(end, [.preposition, .that, .clause, .relative, .time])
        || isWord(end, "عن") && has(end - 1, .issued)
    {
      end += 1
    }
    return split(i..<end)
  }

  /// Whether a word is, as far as its spelling shows, a verb in the past with a pronoun behind it (`أعلنها`, `أعدتها`,
  /// `تلاه`), which a document before it would be the object of.
  func isVerbWithPronoun(_ i: Int) -> Bool {
    guard i < count, text.tokens[i].kind == .word, words[i].prefix == .none,
      !words[i].hasConjunction, !words[i].hasArticle
    else { return false }
    if let (form, _) = cue(i) { return form.kind == .past && form.hasPronoun }
    return text.keyLength(i) >= 8 && !has(i, [.preposition, .thing, .noun, .deed, .speakerHead])
      && (hasEnding(i, "ها") || hasEnding(i, "ه") && !endsInTehMarbuta(i))
  }

  private func isBareGovernor(_ i: Int) -> Bool {
    isWord(i, "عن") || isWord(i, "من") || isWord(i, "مع") || isWord(i, "الي")
  }

  /// Whether the first letter of the word is written with the vowel `u`, as in passives of the present.
  func hasDammaBehindFirst(_ i: Int) -> Bool {
    let start = Int(text.tokens[i].start)
    return start + 4 <= Int(text.tokens[i].end) && text.utf8[start + 2] == 0xD9
      && text.utf8[start + 3] == 0x8F
  }

  /// Whether the word is written with a doubled letter (`عبّر`, `بيّن`), which tells a verb from a preposition.
  func hasShadda(_ i: Int) -> Bool {
    Range(Int(text.tokens[i].start), upTo: Int(text.tokens[i].end) - 1).contains {
      text.utf8[$0] == 0xD9 && text.utf8[$0 + 1] == 0x91
    }
  }

  /// Whether a noun phrase can begin at the token.
  func canOpenPhrase(_ i: Int) -> Bool {
    if isPunctuation(i) {
      guard let quotation = quotation(openedAt: i), quotation.isClosed else { return false }
      return quotation.content.count <= 6
    }
    guard text.tokens[i].kind == .word || text.tokens[i].kind == .number else { return false }
    if isProclitic(i) { return isAbbreviatedTitle(i) }
    if isMotherOf(i) { return true }
    if opensAsVerb(i) || isBeing(i) { return false }
    let word = words[i]
    if word.has([.that, .clause, .relative, .negation, .pronoun]) { return false }
    // `عن علي صالحي`: behind a preposition stands no other.
    let isNameOfMan = isWord(i, "علي") && isBareGovernor(i - 1)
    if word.has(.preposition) && !word.has(.speakerHead) && !isNameOfMan { return false }
    if word.has([.time, .month]) && !word.has(.name) { return false }
    if word.cue >= 0 || word.has(.presentVerb), word.prefix == .none,
      !word.has([.speakerHead, .title, .name, .noun, .place])
    {
      return false
    }
    return word.prefix == .none
  }

  /// Whether the token is a title of one letter with a full stop (`د.`, `م.`).
  func isAbbreviatedTitle(_ i: Int) -> Bool {
    guard isProclitic(i), isMark(i + 1, 0x2E) || isMark(i + 1, 0x2F) else { return false }
    return isWord(i, "د") || isWord(i, "م") || isWord(i, "ا") || isWord(i, "وم") || isWord(i, "ود")
  }

  /// Whether the token is an initial inside a name (`مايلز ب. كيغينز`).
  func isInitial(_ i: Int) -> Bool {
    isProclitic(i) && isMark(i + 1, 0x2E) && isNameWord(i - 1) && isNameWord(i + 2)
  }

  /// Whether words in quotation marks are a personal name or the name of a body.
  func isNameOrBody(_ range: Range<Int>) -> Bool {
    has(range.lowerBound, .body) || range.allSatisfy { isNameWord($0) }
  }

  /// Whether a word is the verb of speech that opens a sentence before its subject, whatever noun it is spelt like
  /// (`نفى الجيش شن الغارة`).
  func opensAsVerb(_ i: Int) -> Bool {
    guard let (form, _) = cue(i), form.kind == .past, !form.hasPronoun,
      i == sentence(i).lowerBound, words[i].prefix == .none,
      !words[i].has([.speakerHead, .title, .place]), words[i + 1].prefix == .none
    else { return false }
    // `دان أعضاء المجلس`: no name of one of them.
    if words[i].has(.name) { return has(i + 1, [.many, .body, .source]) }
    return words[i + 1].hasArticle || has(i + 1, [.official, .body, .source, .title, .name])
  }

  /// Whether the word is `أم` before a name, behind a verb of speech or a title, and not the particle spelt alike.
  private func isMotherOf(_ i: Int) -> Bool {
    isWord(i, "ام") && (cue(i - 1) != nil || has(i - 1, .title)) && i + 1 < count
      && words[i + 1].prefix == .none
      && (has(i + 1, .name) || words[i + 1].classes.isEmpty && text.tokens[i + 1].kind == .word)
  }

  private func closingMark(_ i: Int) -> Int { quotation(openedAt: i)?.close ?? i }

  /// Whether the token at `i` goes on with the phrase that began at `start`.
  private func continuesPhrase(_ i: Int, from start: Int, limit: Int) -> Bool {
    if isMark(i, 0x2E), isAbbreviatedTitle(i - 1) || isInitial(i - 1) { return i + 1 < limit }
    if isInitial(i) { return i + 2 < limit }
    guard text.tokens[i].kind == .word else {
      // `قناة 24`, but `بحسب السلطات 12 قتيلا`
      return text.tokens[i].kind == .number && has(i - 1, [.body, .media, .document])
        && !(words[i - 1].hasArticle && hasEnding(i + 1, "ا"))
    }
    let word = words[i]
    if text.tokens[i].gap == .line || isProclitic(i) && !isAbbreviatedTitle(i) { return false }
    if isVerbOrThing(i, from: start) { return false }
    if let goesOn = goesOnByName(i, from: start, limit: limit) { return goesOn }
    if word.has([.that, .clause, .relative, .negation, .pronoun, .demonstrative]) { return false }
    if word.has(.preposition) && !word.has([.name, .joint]) { return false }
    if isNameOfMedia(i, from: start) { return true }
    // `معاون مدير عام الدائرة`
    if isWord(i, "عام"), has(i - 1, .official), !words[i - 1].hasArticle { return true }
    if word.has(.time) && !word.has(.name) { return false }
    // `وزارة الخارجية أيار الماضي`, `قوات الأمن سبع عبوات`: when and how many is told behind the one who speaks.
    if isMonth(i) || isCount(i), words[i - 1].hasArticle || has(i - 1, .nationality) {
      return false
    }
    if word.has([.deed, .refusal]), word.prefix == .none, !isConstructHead(i - 1) {
      return isGenitiveDeed(i)
    }
    if word.cue >= 0, !word.has([.speakerHead, .title, .noun, .name]) { return false }
    // `أصدر التنظيم بيانا`: an accusative behind a definite noun is the object.
    if word.has(.document), !word.hasArticle, words[i - 1].hasArticle, hasEnding(i, "ا") {
      return false
    }
    if endsBeforeObject(i, from: start) { return false }
    // `منظمة «السدرة» المسلحين`, `السلطات الإيرانية مواطنيها`: the one addressed.
    if isPunctuation(i - 1), word.hasArticle, hasEnding(i, "ين") || hasEnding(i, "ات") {
      return false
    }
    if words[i - 1].hasArticle, !word.hasArticle, text.keyLength(i) >= 10,
      hasEnding(i, "ها") || hasEnding(i, "هم")
    {
      return false
    }
    if word.hasConjunction {
      return word.prefix == .none && word.cue < 0
        && (word.hasArticle || word.has([.source, .official, .body, .media]) || isAdjective(i)
          || word.has(.place) && has(i - 1, .place))
        && !word.has([.pastVerb, .presentVerb])
    }
    if word.prefix == .l {
      if isWord(i - 1, "التابعه") || isWord(i - 1, "التابع") { return true }
      if has(start, .document) { return has(i, .speakerHead) || word.hasArticle }
      // `اشترط الحزب للمشاركة`: a deed belongs to no body with the article.
      if i == start + 1, words[start].hasArticle, has(i, .deed) { return false }
      if isPurpose(i, from: start), i + 1 < limit { return true }
      return word.hasArticle && !isAddressee(i) && takesGenitive(start..<i)
    }
    if word.prefix == .b || word.prefix == .k { return false }
    if word.has([.pastVerb, .presentVerb]), !word.has([.noun, .name, .speakerHead, .title]) {
      return false
    }
    return true
  }

  /// Whether names and their bearers tell that the token goes on with the phrase or that it does not; `nil` if they tell
  /// neither.
  private func goesOnByName(_ i: Int, from start: Int, limit: Int) -> Bool? {
    let word = words[i]
    if isWord(i, "باسم") || isMotherOf(i) || isPurpose(i - 1, from: start) { return true }
    // `المتحدث باسمها سالم الحيدري`
    if i == start + 1, has(start, .official),
      Self.onBehalf.contains(where: { isWord(i, $0) })
    {
      return true
    }
    // `لم يوضح المتحدث باسمه سبب`
    if i == start + 2, Self.onBehalf.contains(where: { isWord(i - 1, $0) }) {
      return persons[i] != nil || word.has([.name, .joint, .title, .official])
        || word.classes.isEmpty && has(i + 1, .that) || has(i + 1, .name)
    }
    // `أكد الحيدري للمطيري أنه`, `لمطيري`: the one spoken to behind a name.
    if has(i - 1, .name), word.classes.isEmpty, text.letter(i, 0) == 0x644, i + 1 < limit,
      has(i + 1, .that)
    {
      return false
    }
    if let name = persons[i] ?? bodies[i], (start..<i).contains(name.lowerBound),
      !isOtherBody(i, from: start)
    {
      return true
    }
    // `انتقد الحيدري رئيس الوزراء سالم الهاشمي`: another person, and what he is.
    if let person = persons.beginning(at: start), person.upperBound == i, has(i, .official),
      !has(start, .official),
      Range(i + 1, upTo: min(limit, i + 7)).prefix(while: {
        text.tokens[$0].kind == .word && !has($0, .preposition)
      }).contains(where: { persons.beginning(at: $0) != nil })
    {
      return false
    }
    // `طالب السديس الآباء`: behind a person's name only what the person is goes on.
    if let person = persons[i - 1], person.upperBound == i, person.lowerBound >= start,
      !word.hasConjunction, !word.has([.title, .official, .name, .joint]),
      !(hasEnding(i, "ي") && isFamilyName(i))
    {
      return false
    }
    return nil
  }

  /// `In his name` with the pronouns of those a spokesman speaks for.
  private static let onBehalf: [StaticString] = ["باسمه", "باسمها", "باسمهم"]

  /// Whether a deed belongs to the words before it: a definite noun behind a definite word is no genitive (`تنظيم السدرة
  /// المسلح الهجوم`), nor one behind a name (`تبنى تنظيم داعش الهجوم`).
  private func isGenitiveDeed(_ i: Int) -> Bool {
    let word = words[i]
    return word.hasArticle
      && !(words[i - 1].hasArticle && !word.hasConjunction
        && (word.has([.attack, .refusal]) || hasVerbalNounShape(i)))
      && !(has(i - 1, [.name, .place]) && !words[i - 1].hasArticle)
  }

  private func isMonth(_ i: Int) -> Bool { has(i, .month) && !words[i].hasArticle }

  private func isCount(_ i: Int) -> Bool { has(i, .count) && !words[i].hasArticle }

  /// The end of the phrase after a bridge at `i`: a preposition behind an unnamed source, a name in
  /// apposition behind a comma, a short name in quotation marks; `nil` if there is none.
  private func bridge(_ i: Int, from start: Int, limit: Int) -> Int? {
    if let quotation = quotation(openedAt: i), quotation.isClosed, quotation.content.count <= 4,
      has(i - 1, [.body, .media]) || words[i - 1].prefix != .none
        || has(start, .media)
        || has(start, .body) && !words[start].hasArticle
          && isNameOrBody(quotation.content)
        || has(start, [.official, .title]) && isNameOrBody(quotation.content)
    {
      return min(limit, quotation.close + 1)
    }
    if words[i].prefix == .b, has(i, [.body, .noun]), !has(i, [.time, .document]), !has(i, .led),
      !has(i, .deed) || isWord(i, "بحقوق"), !words[i].hasPronoun,
      !words[start].hasArticle, has(start, [.source, .official, .body]),
      split(start..<i).name == nil
    {
      return i + 1
    }
    guard i + 1 < limit else { return nil }
    // `بيان صادر عن قيادة الجيش`
    if isWord(i, "عن"), has(start, .document), has(i - 1, .issued), canOpenPhrase(i + 1) {
      return i + 2
    }
    // `سوريا والعديد من الدول`
    if isWord(i, "من"), isQuantity(i - 1), canOpenPhrase(i + 1) { return i + 2 }
    let isUnnamed = split(start..<i).name == nil && has(start, [.source, .official, .body])
    if isUnnamed, !words[start].hasArticle || has(start, .official),
      isWord(i, "في") || isWord(i, "من") || isWord(i, "بين") || isWord(i, "لدي"),
      has(i + 1, [.body, .official, .media, .noun]) || words[i + 1].hasArticle,
      !has(i + 1, [.time, .document, .deed, .notice])
    {
      return i + 2
    }
    if isComma(i) || (isPunctuation(i) && isMark(i, 0x2D)), !isWish(i + 1) {
      var end = i + 1
      while end < limit, end - i <= 5, isNameWord(end), words[end].prefix == .none { end += 1 }
      let count = end - i - 1
      // `بحسب مصدر طبي، توفي خلال الحصار`: a verb that is spelt like a name.
      let isVerb = count == 1 && has(i + 1, .pastVerb)
      if count >= 1, isUnnamed, !isVerb,
        has(i + 1, [.name, .joint]) || words[i + 1].classes.isEmpty,
        end >= limit || isPunctuation(end) || isProclitic(end) || words[end].prefix == .l
          || has(end, [.that, .preposition, .time, .relative])
      {
        return end
      }
    }
    return nil
  }

  /// Whether the token is a noun that stands before its genitive: no article, no name.
  func isConstructHead(_ i: Int) -> Bool {
    guard i >= 0, text.tokens[i].kind == .word else { return false }
    let word = words[i]
    // `نشطاء حقوقيون قلقهم`: a nominative plural with its ending stands before no genitive; nor do many people before
    // a deed (`استبعد خبراء عودة التنظيم`).
    let isMany =
      isNominativePlural(i) || hasEnding(i, "اء") && has(i + 1, .deed) && !has(i + 1, .body)
    return !word.hasArticle && word.has([.official, .body, .source, .document, .media]) && !isMany
  }

  /// Whether the word ends as a plural of men who act (`مسؤولون`); `معاون` is one man.
  func isNominativePlural(_ i: Int) -> Bool { hasEnding(i, "ون") && !isWord(i, "معاون") }

  /// Whether the words behind `ل` are whom one speaks to.
  func isAddressee(_ i: Int) -> Bool {
    has(i, .media) || isWord(i, "للصحفيين") || isWord(i, "للصحافيين") || isWord(i, "للاعلاميين")
  }

  private func takesGenitive(_ range: Range<Int>) -> Bool {
    has(range.lowerBound, [.official, .body, .media, .document, .title])
      || has(range.upperBound - 1, [.official, .body])
  }

  private func isAdjective(_ i: Int) -> Bool {
    hasEnding(i, "يه") || hasEnding(i, "يون") || hasEnding(i, "يين")
  }

  /// Whether a token may stand in a personal name.
  func isNameWord(_ i: Int) -> Bool {
    guard i >= 0, i < count, text.tokens[i].kind == .word else { return false }
    let word = words[i]
    if isWord(i, "كان") || isWord(i, "كانت") || isWord(i, "وكانت") || word.has(.counterpart) {
      return false
    }
    if word.has(.joint) && word.prefix == .none { return true }
    // `عبدالسلام`
    if word.classes.isEmpty, text.keyLength(i) >= 14, text.letter(i, 0) == 0x639,
      text.letter(i, 1) == 0x628, text.letter(i, 2) == 0x62F, text.letter(i, 3) == 0x627,
      text.letter(i, 4) == 0x644
    {
      return true
    }
    // `سالم بن أمين`: what follows `بن` is a name whatever else it is. So is what follows `عبد` with the article.
    if isWord(i - 1, "عبد"), word.hasArticle, word.prefix == .none { return true }
    if isWord(i - 1, "بن") || isWord(i - 1, "بنت"), word.prefix == .none { return true }
    if word.has([.place, .nationality, .deed])
      && !(word.has(.name)
        && (has(i - 1, [.name, .joint]) || has(i - 1, .title) && !has(i - 1, .official)))
    {
      return false
    }
    if word.has(.official), !word.hasArticle, word.prefix == .none, !word.hasConjunction,
      has(i - 1, .name),
      i + 1 >= count || !words[i + 1].hasArticle && !has(i + 1, [.body, .official, .place])
    {
      return true
    }
    // `مساعدته البارزة`: an office with its pronoun.
    if !word.has(.name), text.keyLength(i) >= 10, hasEnding(i, "ته") || hasEnding(i, "تها") {
      return false
    }
    if word.prefix != .none || word.hasConjunction {
      return word.has(.name) && word.prefix == .none && !word.hasConjunction
    }
    if word.has(.name) {
      return !word.has([.title, .official, .body, .media, .document, .source])
    }
    return word.classes.isEmpty && word.cue < 0
  }
}
