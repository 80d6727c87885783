import ArabicScript
import ArabicWords

/// The clause around a marker of an outlook.
extension TextAnalysis {
  /// Whether the token does for outlooks what the trait says.
  func has(_ i: Int, _ trait: OutlookTraits) -> Bool {
    guard i >= 0, i < count, words[i].outlook >= 0 else { return false }
    return !lexicon.outlooks.words[Int(words[i].outlook)].traits.isDisjoint(with: trait)
  }

  /// Whether the token is a verb with the prefix `س` of the future: a known one, else a word of
  /// that shape of which nothing else is known.
  func isFutureVerb(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .word else { return false }
    var at = 0
    if text.letter(i, 0) == 0x648 || text.letter(i, 0) == 0x641 { at = 1 }  // و ف
    guard text.letter(i, at) == 0x633 else { return false }  // س
    let person = text.letter(i, at + 1)
    guard person == 0x64A || person == 0x62A || person == 0x646 || person == 0x627 else {
      return false
    }
    let letters = text.keyLength(i) / 2 - at
    guard letters >= 4, !has(i, .noFuture), !hasEnding(i, "تين") else { return false }
    let word = words[i]
    if word.has(.future) { return !word.has(.name) }
    guard !word.hasArticle, word.prefix == .none,
      !word.has([
        .name, .noun, .speakerHead, .title, .pastVerb, .preposition, .place, .nationality, .deed,
      ])
    else { return false }
    return isKnownPresent(i, from: at + 1) || letters >= 5 && isFutureShape(i, at, letters)
  }

  /// Whether the token is a present verb from letter `at` on, with or without an ending.
  private func isKnownPresent(_ i: Int, from at: Int) -> Bool {
    for suffix in [0, 2, 4] {
      let value = text.look(up: i, in: lexicon.table, prefix: 2 * at, suffix: suffix)
      if value != WordTable.none, lexicon.entries[Int(value)].classes.contains(.presentVerb) {
        return true
      }
    }
    return false
  }

  /// Whether an unknown word of the shape of a future stands where a verb can: not behind a name
  /// or preposition, and with no ending of nouns.
  private func isFutureShape(_ i: Int, _ at: Int, _ letters: Int) -> Bool {
    // Verbs with their endings have few letters; names of places may have many.
    if text.letter(i, at + 1) == 0x627 || letters > 10 { return false }
    let last = text.letter(i, at + letters - 1)
    if last == 0x629 || hasEnding(i, "يه") || hasEnding(i, "ات") { return false }
    if has(i - 1, [.preposition, .name, .title]) && !has(i - 1, .that) || words[i].cue >= 0 {
      return false
    }
    return words[i].classes.isEmpty && (at == 1 || has(i - 1, [.that, .relative, .pronoun]))
  }

  /// Whether the token is a verb of the present as far as its form shows.
  func isPresentVerb(_ i: Int) -> Bool {
    guard i >= 0, i < count, text.tokens[i].kind == .word, !words[i].hasArticle else {
      return false
    }
    if has(i, .copula) { return text.letter(i, 0) == 0x64A || text.letter(i, 0) == 0x62A }
    if words[i].has(.presentVerb) { return !words[i].has(.pastVerb) || text.letter(i, 0) == 0x64A }
    if words[i].has([.pastVerb, .name, .preposition, .that, .clause]) { return false }
    let first = text.letter(i, 0)
    if first == 0x64A { return text.keyLength(i) >= 6 && !words[i].has([.noun, .time]) }  // ي
    guard first == 0x62A || first == 0x646, text.keyLength(i) >= 6 else { return false }
    return !words[i].has([.noun, .deed, .speakerHead]) && !hasEnding(i, "ت")
      && isKnownPresent(i, from: 0)
  }

  /// Whether a form in `ت` that may be past or present (`تصدر`) is a present: if a feminine stands
  /// before it.
  func isFeminineVerb(_ i: Int) -> Bool {
    guard words[i].has(.presentVerb), text.letter(i, 0) == 0x62A else { return false }
    if has(i, .pastForm) { return hasEnding(i - 2, "ات") || hasEnding(i - 2, "ه") }
    return (max(sentence(i).lowerBound, i - 10)..<i).contains {
      hasEnding($0, "ه") || hasEnding($0, "ات") || hasEnding($0, "ي")
    }
  }

  /// Whether a noun names what can come about: a known one, else a verbal noun by its shape.
  func isHappening(_ i: Int) -> Bool {
    if has(i, .deed) || has(i, [.happening, .harm]) { return true }
    guard text.tokens[i].kind == .word,
      !words[i].has([
        .body, .official, .place, .name, .preposition, .time, .media, .document, .pastVerb,
        .presentVerb,
      ])
    else { return false }
    return hasVerbalNounShape(i)
  }

  /// Whether the word without its clitics has the shape of a verbal noun of a derived stem:
  /// `تفعيل`, `إفعال`, `افتعال`, `انفعال`, `استفعال`.
  func hasVerbalNounShape(_ i: Int) -> Bool {
    var at = 0
    var count = text.keyLength(i) / 2
    if words[i].hasConjunction { at += 1 }
    if text.letter(i, at) == 0x628 || text.letter(i, at) == 0x644 && words[i].prefix != .none {
      at += 1
    }
    if text.letter(i, at) == 0x627, text.letter(i, at + 1) == 0x644 { at += 2 }
    count -= at
    func letter(_ k: Int) -> UInt32 { text.letter(i, at + k) }
    let alef: UInt32 = 0x627
    if count == 6, letter(5) == 0x647 || letter(0) != alef { count -= 1 }
    if letter(0) == 0x62A, count == 5, letter(3) == 0x64A { return true }  // تفعيل
    guard letter(0) == alef else { return false }
    if count == 5, letter(3) == alef { return hasLowHamza(i) }
    if count == 6, letter(4) == alef {
      return letter(2) == 0x62A || letter(1) == 0x646 || letter(2) == 0x637
    }
    return count == 7 && letter(5) == alef && letter(1) == 0x633 && letter(2) == 0x62A
  }

  /// Whether the word is written with an alef with hamza below.
  private func hasLowHamza(_ i: Int) -> Bool {
    let token = text.tokens[i]
    return (Int(token.start)..<Int(token.end) - 1).contains {
      text.utf8[$0] == 0xD8 && text.utf8[$0 + 1] == 0xA5
    }
  }

  /// Whether what is left of a word without its first letter names what can come about (`برد`).
  func hidesHappening(_ i: Int) -> Bool {
    let value = text.look(up: i, in: lexicon.table, prefix: 2, suffix: 0)
    guard value != WordTable.none else { return false }
    let word = lexicon.entries[Int(value)].outlook
    return word >= 0
      && !lexicon.outlooks.words[Int(word)].traits.isDisjoint(with: [.happening, .harm])
  }

  /// Whether the token stands under a word that leaves nothing to come (`دون أي تحذير`).
  func isCancelled(_ i: Int) -> Bool {
    (max(0, i - 3)..<i).contains { has($0, .cancel) }
  }

  /// Whether the clause goes on with a verb of the past before any other verb.
  func tellsOfPast(_ start: Int, limit: Int) -> Bool {
    for i in Range(start, upTo: min(start + 7, limit)) {
      if isFutureVerb(i) || isPresentVerb(i) { return false }
      if words[i].has(.pastVerb), !words[i].has([.noun, .name, .deed, .speakerHead, .preposition]) {
        return true
      }
      if has(i, .past) { return true }
      if isComma(i) { return false }
    }
    return false
  }

  /// The token at which the subject of the verb at `i` begins, if it stands before the verb; not
  /// before `limit`.
  func subjectStart(before i: Int, limit: Int) -> Int? {
    guard i > limit, !words[i].hasConjunction, !has(i - 1, .relative) else { return nil }
    var start = i
    // `أي فوضى «ستكون كارثة»`: the verb opens the quotation, its subject stands before it.
    if speechOf[i] >= 0, let quotation = quotation(openedAt: i - 1), quotation.open > limit {
      start = quotation.open
    }
    let speech = speechOf[start]
    while start > limit, i - start < 40 {
      let j = start - 1
      if has(j, .that) {
        if text.keyLength(j) > 4 + (words[j].prefix == .none ? 0 : 2), !isWord(j, "وان"),
          !isWord(j, "فان"),
          !isWord(j, "بان"), !isWord(j, "وبان"), !isWord(j, "لان")
        {
          return j == i - 1 ? nil : start
        }
        break
      }
      if isWord(j, "فان") { break }
      if text.tokens[start].gap == .line { break }
      if isComma(j) || isMark(j, 0x3A) || isMark(j, 0x2E) { break }
      if has(j, .clauseBreak) { break }
      if speechOf[j] != speech { break }
      start = j
      if words[j].hasConjunction, has(j, [.demonstrative, .pronoun]) { break }
    }
    // Behind `أن` stands a noun, whatever verb it is spelt like (`أن أثر القرار سيكون محدودا`).
    let isBehindThat =
      start > 0 && has(start - 1, .that) && start < i - 1
      && (words[start].has(.pastVerb) && !words[start].has(.presentVerb) || isTrace(start))
    guard start < i, isBehindThat || canHeadSubject(start) else { return nil }
    return start
  }

  /// Whether the word is `أثر` and not the preposition `إثر`.
  private func isTrace(_ i: Int) -> Bool {
    let start = Int(text.tokens[i].start)
    return isWord(i, "اثر") && text.utf8[start + 1] == 0xA3
  }

  private func canHeadSubject(_ i: Int) -> Bool {
    if isPunctuation(i) { return quotation(openedAt: i) != nil }
    if words[i].has([.preposition, .negation, .relative]) && !words[i].has(.name) { return false }
    if words[i].prefix != .none && !words[i].has([.name, .speakerHead]) { return false }
    if words[i].has([.pastVerb, .presentVerb]), !words[i].has([.noun, .deed, .name, .speakerHead]) {
      return false
    }
    return words[i].cue < 0 || words[i].has([.noun, .deed, .name, .speakerHead, .title])
  }

  /// The token behind the last one of an outcome or condition that begins at `start`.
  ///
  /// The clause ends at a comma, a particle of another clause, a condition, an attribution or the end
  /// of the speech in which it stands, and at the latest after 150 tokens. Over a comma runs only what
  /// `continues` allows.
  func clauseEnd(from start: Int, limit: Int, continues: (Int) -> Bool = { _ in false }) -> Int {
    let limit = min(limit, start + 150)
    var i = start
    while i < limit {
      if i > start {
        if text.tokens[i].gap == .line || isMark(i, 0x3A) { return i }
        if speechOf[start] >= 0, speechOf[i] != speechOf[start] { return i }
        if let next = behindTime(i, limit: limit), has(next, .preposition) {
          i = next
          continue
        }
        if isComma(i), !isWord(i + 1, "وذلك"), !continues(i + 1) { return i }
        if has(i, .clauseBreak) || condition(at: i) != nil || opensAnswer(i) { return i }
        if attribution(at: i) != nil { return i }
        if words[i].cue >= 0, isParticipleCue(i) { return i }
      }
      if let quotation = quotation(openedAt: i), quotation.isClosed, quotation.close < limit,
        quotation.content.count <= 6
      {
        i = quotation.close
      }
      i += 1
    }
    return limit
  }

  /// The token behind a time between commas that begins at the token (`يصوت المجلس، الخميس المقبل، على القرار`); `nil` if
  /// none stands there.
  func behindTime(_ i: Int, limit: Int) -> Int? {
    guard isComma(i),
      let close = Range(i + 1, upTo: min(limit, i + 6)).first(where: { isComma($0) }),
      close > i + 1, close + 1 < limit,
      (i + 1..<close).allSatisfy({
        has($0, [.time, .month]) || has($0, .coming) || text.tokens[$0].kind == .number
      })
    else { return nil }
    return close + 1
  }

  /// Where the outcome of a marker at `i` begins at the latest: the start of its sentence.
  func clauseLimit(_ i: Int) -> Int {
    let start = sentence(i).lowerBound
    guard speechOf[i] >= 0, quotation(openedAt: i - 1) == nil else { return start }
    return max(start, quotations[Int(speechOf[i])].content.lowerBound)
  }

  /// Whether a question is asked in the clause before the token.
  func isAsked(_ i: Int) -> Bool {
    var j = i - 1
    let start = sentence(i).lowerBound
    while j >= start, i - j < 12 {
      if has(j, .question) || isConditionQuestion(j) { return true }
      if isComma(j) || has(j, .that) { return false }
      j -= 1
    }
    let last = sentence(i).upperBound - 1
    return isMark(last, 0x3F)
      || text.tokens[last].kind == .punctuation && text.letter(last, 0) == 0x61F
  }
}
