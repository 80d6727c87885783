import ArabicScript
import ArabicWords
import NewsModel

/// What is said: its tokens and how it is given.
struct SpeechContent: Sendable {
  let tokens: Range<Int>
  let mode: StatementMode
}

extension TextAnalysis {
  /// What is said behind an opening: as far as the speech runs.
  ///
  /// Quoted speech runs to its closing mark, over sentence ends; reported speech to the end of the
  /// sentence, to the next cue, or to an attribution set behind it.
  func content(from opening: SpeechOpening, limit: Int) -> SpeechContent? {
    if opening.kind == .quotation, let quotation = quotation(openedAt: opening.start - 1) {
      return quoted(quotation, limit: limit)
    }
    var end = reportedEnd(from: opening.start, limit: limit)
    end = asideEnd(of: opening.kind, from: opening.start, limit: end)
    if opening.kind == .colon { end = continuedSpeech(after: end) }
    let range = trimmed(opening.start..<max(opening.start, end))
    guard !range.isEmpty else { return nil }
    return SpeechContent(
      tokens: unquoted(range), mode: mode(of: range, isColon: opening.kind == .colon))
  }

  /// Speech in quotation marks; if the sentence goes on with further quoted pieces, they belong to it.
  private func quoted(_ quotation: QuotationSpan, limit: Int) -> SpeechContent? {
    let inside = trimmed(quotation.content.lowerBound..<reopenedEnd(of: quotation))
    guard !inside.isEmpty else { return nil }
    guard quotation.isClosed, quotation.close + 1 < limit else {
      return SpeechContent(tokens: inside, mode: .direct)
    }
    // `أشاد بـ«الجهود المضنية» التي تبذلها الوحدات`: the words in marks are what the clause tells of.
    if inside.count <= 4, has(quotation.close + 1, .relative), isProclitic(quotation.open - 1) {
      let end = reportedEnd(from: quotation.close + 1, limit: limit)
      return SpeechContent(
        tokens: trimmed(
          quotation.open..<asideEnd(of: .quotation, from: quotation.close + 1, limit: end)),
        mode: .mixed)
    }
    let end = reportedEnd(from: quotation.close + 1, limit: limit)
    let continues = (quotation.close + 1..<max(quotation.close + 1, end)).last { i in
      self.quotation(openedAt: i).map {
        $0.isClosed && $0.content.first.map { speechOf[$0] >= 0 } ?? false
      } ?? false
    }
    if let last = continues, let piece = self.quotation(openedAt: last),
      !(quotation.close + 1..<last).contains(where: { isComma($0) || isMark($0, 0x2E) })
    {
      return SpeechContent(tokens: trimmed(inside.lowerBound..<piece.close), mode: .mixed)
    }
    return SpeechContent(tokens: inside, mode: .direct)
  }

  /// The end of a quotation that runs over paragraphs, each of which opens with a mark again.
  private func reopenedEnd(of quotation: QuotationSpan) -> Int {
    var last = quotation
    while !last.isClosed, last.close < count, let next = self.quotation(openedAt: last.close) {
      last = next
    }
    return max(quotation.content.upperBound, last.content.upperBound)
  }

  /// The token behind the last one of reported speech that begins at `start`.
  func reportedEnd(from start: Int, limit: Int) -> Int {
    var i = start
    var limit = limit
    while i < limit {
      if i > start, endsSpeech(i) { return i }
      if let quotation = quotation(openedAt: i), quotation.isClosed, quotation.close > i {
        // The sentence may end inside the quotation: the speech does not.
        if quotation.close >= limit, let first = quotation.content.first, speechOf[first] >= 0 {
          limit = sentence(quotation.close).upperBound
        }
        i = quotation.close
      }
      i += 1
    }
    return limit
  }

  /// Where the reporter takes over within a sentence: behind a comma with `في إشارة إلى`, `وذلك`,
  /// `الأمر الذي`, or, where the content is a noun, with a clause of its own; behind a quotation that
  /// was all of the speech.
  private func asideEnd(of kind: SpeechOpening.Kind, from start: Int, limit: Int) -> Int {
    let isNoun = kind == .noun || kind == .preposition
    var i = start
    if let quotation = quotation(openedAt: start), quotation.isClosed, quotation.close < limit - 1 {
      let next = quotation.close + 1
      let isOver =
        isComma(next) || has(next, .clause) || isWord(next, "وذلك")
        // `أشاد بـ«الجهود المضنية» التي تبذلها الوحدات`
        || has(next, .relative) && !(isNoun && quotation.content.count <= 4)
      if isOver,
        !Range(next, upTo: min(limit, next + 12)).contains(where: {
          self.quotation(openedAt: $0) != nil
        })
      {
        return quotation.close + 1
      }
    }
    while i < limit {
      if isNoun, i > start, tellsHow(i) { return i }
      if let quotation = quotation(openedAt: i), quotation.isClosed, quotation.close < limit {
        i = quotation.close
      }
      if i > start + 1, isComma(i - 1) || isNoun && i > start + 3,
        opensAside(i, isNoun: isNoun, behindComma: isComma(i - 1))
      {
        return i
      }
      i += 1
    }
    return limit
  }

  /// Whether the words from the token on tell by what medium or how strongly one spoke (`الهجوم عبر إذاعة الأندلس`, `بالهجوم
  /// «بأشد العبارات»`).
  func tellsHow(_ i: Int) -> Bool {
    if isWord(i, "عبر"), has(i + 1, .media) || isWord(i + 1, "حسابه") || isWord(i + 1, "حسابها") {
      return true
    }
    let at = isPunctuation(i) ? i + 1 : i
    return isWord(at, "باشد") || isWord(at, "باقسي")
  }

  private func opensAside(_ i: Int, isNoun: Bool, behindComma: Bool) -> Bool {
    if behindComma {
      if isWord(i, "في"), isWord(i + 1, "اشاره") { return true }
      if isWord(i, "الامر"), has(i + 1, .relative) { return true }
      if isWord(i, "وقد") || isWord(i, "ولم") || isWord(i, "وكان") || isWord(i, "وكانت") {
        return true
      }
      if isBackground(i) { return true }
      // `، رافضا الخوض في التفاصيل`
      if cue(i)?.form.kind == .participle, has(i + 1, .refusal) { return true }
      if has(i, .clause), subjectHasCue(after: i) { return true }
    }
    guard isNoun else { return false }
    if isWord(i, "ما") || isWord(i, "مما"), !has(i - 1, .preposition), isResult(i + 1) {
      return true
    }
    if behindComma, has(i, .pastVerb) || cue(i)?.form.kind == .past, !isAmong(i),
      !has(i, [.noun, .name, .deed]), words[i].prefix == .none
    {
      return true
    }
    // `أعلنت الحكومة حربها على الجماعة، وتحركت ألوية`
    if behindComma, words[i].hasConjunction, verbGender(i) != nil,
      !has(i, [.noun, .name, .deed, .presentVerb])
    {
      return true
    }
    if isWord(i, "لكنه") || isWord(i, "لكنها") || isWord(i, "وذلك") { return true }
    guard behindComma else { return false }
    return isWord(i, "لكن") || isWord(i, "ولكن") || isWord(i, "فيما") || isWord(i, "بينما")
      || isWord(i, "حيث") || isWord(i, "غير") || isWord(i, "والذي") || isWord(i, "والتي")
      || isWord(i, "الا") || isWord(i, "عبر")
      || (isWord(i, "في") || isWord(i, "خلال")) && isOccasion(i + 1)
  }

  /// Whether the word is where or on which occasion one speaks (`في بيان`, `خلال مؤتمر صحفي`, `في ختام اللقاء`), and no part
  /// of what is told (`في هجوم شنه مسلحون`).
  private func isOccasion(_ i: Int) -> Bool {
    // `في وقت كان فيه مكتظا`: the time of what is told.
    if isWord(i, "وقت") {
      return isWord(i + 1, "سابق") || isWord(i + 1, "لاحق") || isWord(i + 1, "متاخر")
    }
    return has(i, [.document, .notice, .occasion, .media, .time]) && !has(i, .attack)
  }

  /// Whether the word is `among` with its pronoun, which is spelt like a verb of speech (`مقتل تسعة، بينهم طفلان`).
  private func isAmong(_ i: Int) -> Bool {
    isWord(i, "بينهم") || isWord(i, "بينها") || isWord(i, "بينهن") || isWord(i, "بينهما")
  }

  /// Whether the verb behind `ما` tells what came of it (`ما أدى إلى`, `مما يعني`).
  func isResult(_ i: Int) -> Bool {
    isWord(i, "ادي") || isWord(i, "يءدي") || isWord(i, "يعني") || isWord(i, "اسفر")
      || isWord(i, "يجعل") || isWord(i, "جعل") || isWord(i, "دفع") || isWord(i, "يدفع")
      || isWord(i, "اضطر") || isWord(i, "يعطي") || isWord(i, "يسمح") || isWord(i, "سمح")
  }

  /// Whether the reporter's background begins at the token: `ويأتي ذلك`, `يذكر أن`, `يشار إلى`.
  private func isBackground(_ i: Int) -> Bool {
    if isWord(i, "وياتي") || isWord(i, "وتاتي") || isWord(i, "ياتي") { return true }
    if isWord(i, "يذكر") || isWord(i, "ويذكر") || isWord(i, "علما") { return has(i + 1, .that) }
    if isWord(i, "يشار") || isWord(i, "ويشار") { return isWord(i + 1, "الي") }
    return isWord(i, "والجدير") || isWord(i, "وتجدر") || isWord(i, "وكان") && isWord(i + 1, "قد")
  }

  /// Whether a clause with a cue of its own follows a particle: `لكن المتحدث قال إن`.
  private func subjectHasCue(after i: Int) -> Bool {
    let limit = min(sentence(i).upperBound, i + 14)
    var at = i + 1
    while at < limit, !isComma(at) {
      if let (form, verb) = cue(at), form.kind == .past, words[at].prefix == .none,
        let opening = opening(of: verb, at: at, limit: sentence(i).upperBound),
        opening.at - at <= 6,
        opening.kind == .clause || opening.kind == .quotation || opening.kind == .colon
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// Whether a participle at `i` stands as an adverb that opens a statement (`، مؤكدا أن`).
  func isParticipleCue(_ i: Int) -> Bool {
    guard let (form, verb) = cue(i), form.kind == .participle, words[i].prefix == .none else {
      return false
    }
    let limit = sentence(i).upperBound
    if tellsOnWhichTerms(i, limit: limit) { return false }
    guard let opening = opening(of: verb, at: i, limit: limit), opening.at - i <= 10 else {
      return false
    }
    if has(i, [.official, .noun]) && !isComma(i - 1) && opening.at > i + 1 { return false }
    if has(i - 1, .pronoun) || isWord(i - 1, "وهي") || isWord(i - 1, "وهو") { return false }
    // `يحتجز مئات الأشخاص متهمين بالانتماء`: what is told of those before.
    if verb.lemma == "اتهم", hasEnding(i, "ين"), !isComma(i - 1), !words[i].hasConjunction,
      i > sentence(i).lowerBound
    {
      return false
    }
    if isComma(i - 1) || i == sentence(i).lowerBound || words[i].hasConjunction { return true }
    // `مراسل سبق - متابعة: ...`: how the report came about.
    if form.isFeminine, opening.kind == .colon, opening.at == i + 1, isMark(i - 1, 0x2D) {
      return false
    }
    if form.isFeminine, has(i - 1, [.noun, .body]), opening.kind != .clause, verb.lemma != "قال" {
      return false
    }
    // `متهمة الجمهورية الإسلامية بالضلوع`
    return opening.at <= i + (verb.hasAddressee && opening.kind == .preposition ? 4 : 2)
  }

  /// Sentences behind a colon that go on in the first person belong to the speech.
  private func continuedSpeech(after end: Int) -> Int {
    var end = end
    while end < count, text.tokens[end].gap != .line, end == sentence(end).lowerBound {
      let next = sentence(end)
      let isFirstPerson = next.prefix(12).contains { i in
        isWord(i, "انا") || isWord(i, "نحن") || isWord(i, "اننا") || isWord(i, "انني")
          || isWord(i, "لدينا") || isWord(i, "اني") || isWord(i, "علينا")
      }
      let hasCue = next.contains { cue($0)?.form.kind == .past && words[$0].hasConjunction }
      guard isFirstPerson, !hasCue else { return end }
      end = next.upperBound
    }
    return end
  }

  /// Without marks and particles at either end; a mark that belongs to a quotation or bracket
  /// inside stays.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isPunctuation(start), quotation(openedAt: start) == nil, !isMark(start, 0x28)
    {
      start += 1
    }
    while end > start, isPunctuation(end - 1), !closesInside(end - 1, start) { end -= 1 }
    return start..<end
  }

  private func closesInside(_ i: Int, _ start: Int) -> Bool {
    if isMark(i, 0x29) { return (start..<i).contains { isMark($0, 0x28) } }
    return quotations.contains { $0.isClosed && $0.close == i && $0.open >= start }
  }

  /// Without the quotation marks that enclose all of it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    if let quotation = quotation(openedAt: range.lowerBound),
      quotation.close >= range.upperBound - 1,
      range.count > 2
    {
      return Range(range.lowerBound + 1, upTo: min(quotation.close, range.upperBound))
    }
    return range
  }

  /// Direct if quotation marks hold nearly all of it, mixed if they hold a piece that is no name.
  private func mode(of range: Range<Int>, isColon: Bool) -> StatementMode {
    var quotedWords = 0
    var hasPiece = false
    for quotation in quotations
    where quotation.open >= range.lowerBound && quotation.open < range.upperBound {
      guard quotation.depth == 0 || quotation.open == range.lowerBound else { continue }
      let inside = quotation.content.clamped(to: range)
      quotedWords += inside.count
      if !isNameInMarks(inside) { hasPiece = true }
    }
    let opensQuoted = quotation(openedAt: range.lowerBound) != nil
    if opensQuoted && quotedWords * 10 >= range.count * 8 { return .direct }
    if isColon { return .direct }
    return hasPiece ? .mixed : .indirect
  }

  /// Whether the words in quotation marks are a name (`"داعش"`, `«لواء التوحيد»`).
  private func isNameInMarks(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    if range.count > 5 { return false }
    if range.contains(where: {
      has($0, [.preposition, .that, .presentVerb, .relative, .negation]) && !has($0, .name)
    }) {
      return false
    }
    let before = isPunctuation(range.lowerBound - 1) ? range.lowerBound - 2 : range.lowerBound - 1
    if has(before, [.body, .media, .named]),
      !range.contains(where: { has($0, .pastVerb) && !has($0, .name) })
    {
      return true
    }
    if isProclitic(before), range.count <= 3 { return true }
    if range.count >= 3 {
      return has(range.lowerBound, [.body, .media, .title]) || words[range.lowerBound].hasArticle
    }
    let first = range.lowerBound
    if has(first, [.body, .media]) || words[first].classes.isEmpty || has(first, .name) {
      return true
    }
    return has(first, [.place, .nationality])
      || words[first].hasArticle && has(before, [.noun, .official])
  }
}
