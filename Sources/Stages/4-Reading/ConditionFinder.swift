import ArabicScript
import ArabicWords
import NewsModel

/// A condition found in the text.
struct ConditionClause: Sendable {
  /// The particle and what it opens.
  let whole: Range<Int>
  /// What has to hold, without the particle.
  let content: Range<Int>
  let particle: ConditionParticle
  /// Whether the main clause stands behind it.
  let isLeading: Bool

  /// The tokens of the particle.
  var marker: Range<Int> { whole.lowerBound..<whole.lowerBound + particle.words.count }
}

extension TextAnalysis {
  /// The particle of a condition that begins at the token.
  func condition(at i: Int) -> ConditionParticle? {
    guard words[i].outlook >= 0 else { return nil }
    let word = lexicon.outlooks.words[Int(words[i].outlook)]
    guard !word.conditions.isEmpty, words[i].prefix == .none || isWord(i, "بشرط") else {
      return nil
    }
    for index in word.conditions {
      let particle = lexicon.outlooks.conditions[Int(index)]
      guard i + particle.words.count < count else { continue }
      let matches = (1..<max(1, particle.words.count)).allSatisfy {
        text.key(i + $0).elementsEqual(particle.words[$0])
      }
      guard matches, opensCondition(i, particle) else { continue }
      return particle
    }
    return nil
  }

  /// Whether a particle puts a condition here: asks no question, concedes nothing, belongs to no
  /// longer particle before it.
  private func opensCondition(_ i: Int, _ particle: ConditionParticle) -> Bool {
    if isConditionQuestion(i) || isWord(i - 1, "حتي") || isWord(i - 1, "كما") { return false }
    if isWord(i, "ولو") { return false }
    // `وإن أصر الحكام على ذلك فسننقل المعركة`, but `وإن كان`
    if isWord(i, "وان") {
      return text.hasHamzaBelow(i, letter: 1) && !isWord(i + 1, "كان") && !isWord(i + 1, "كانت")
        && (has(i + 1, .pastVerb) || cue(i + 1)?.form.kind == .past || hasEnding(i + 1, "ت"))
        && Range(i + 2, upTo: min(i + 20, sentence(i).upperBound)).contains { opensAnswer($0) }
    }
    // `إن شاء الله`
    if isWord(i, "ان"), isWord(i + 1, "شاء") { return false }
    if isWord(i, "ان") { return isIf(i) || isWord(i + 1, "لم") }
    let next = i + particle.words.count
    guard text.tokens[next].kind != .punctuation || quotation(openedAt: next) != nil else {
      return false
    }
    if isWord(i - 1, "الا"), particle.words.count == 1 { return false }
    if particle.needsEvent {
      // `في حالة تأهب` tells how things stand.
      if Self.states.contains(where: { isWord(next, $0) }) { return false }
      return has(next, .deed) && (words[next].hasPronoun || !words[next].hasArticle)
        || isWord(next, "حدوث") || isWord(next, "وقوع") || isWord(next, "ثبوت")
    }
    if isWord(i, "شرط") || isWord(i, "شريطه") || isWord(i, "بشرط") {
      return !isWord(next, "عدم") && (has(next, .that) || words[next].has(.deed))
    }
    if isWord(i, "اذا") || isWord(i, "واذا") { return !has(next, .that) }
    return true
  }

  /// What someone or something may be in a state of.
  private static let states: [StaticString] = [
    "تاهب", "استنفار", "غضب", "خطر", "صدمه", "ذعر", "هلع", "ترقب", "انتظار", "حرب", "طوارء",
  ]

  /// Whether `إن` at the token means "if": written with its hamza, before a verb of the past (`إن استمر الحصار`).
  func isIf(_ i: Int) -> Bool { isWord(i, "ان") && words[i].has(.clause) }

  /// Whether `إذا` at the token asks whether something is so.
  func isConditionQuestion(_ i: Int) -> Bool {
    guard isWord(i, "اذا"), i > 0 else { return false }
    if has(i - 1, .asking) { return true }
    return isWord(i - 1, "بعد") && has(i - 2, .asking)
  }

  /// The conditions of a sentence.
  func conditions(in sentence: Range<Int>) -> [ConditionClause] {
    var result: [ConditionClause] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard let particle = condition(at: i), let clause = conditionClause(i, particle, sentence)
      else {
        i += 1
        continue
      }
      result.append(clause)
      i = clause.whole.upperBound
    }
    return result
  }

  private func conditionClause(
    _ i: Int, _ particle: ConditionParticle, _ sentence: Range<Int>
  ) -> ConditionClause? {
    var start = i + particle.words.count
    if has(start, .that), text.keyLength(start) <= 6, start + 1 < sentence.upperBound { start += 1 }
    guard start < sentence.upperBound else { return nil }
    let answer = mainClause(behind: start, sentence)
    let isLeading = answer != nil
    var end =
      answer
      ?? clauseEnd(from: start, limit: sentence.upperBound) { j in
        words[j].hasConjunction && words[j].has([.pastVerb, .presentVerb]) && !words[j].has(.noun)
      }
    if !isLeading, let relative = (start..<end).dropFirst(3).first(where: { has($0, .relative) }) {
      end = relative
    }
    let content = trimmed(start..<end)
    guard !content.isEmpty, content.count <= 60 else { return nil }
    return ConditionClause(
      whole: i..<end, content: content, particle: particle, isLeading: isLeading)
  }

  /// The end of a condition that has its main clause behind it: at the `ف` that opens it, or at a
  /// comma behind which a marker or `أن` stands.
  private func mainClause(behind start: Int, _ sentence: Range<Int>) -> Int? {
    var i = start + 1
    while i < sentence.upperBound, i - start < 60 {
      if text.tokens[i].gap == .line { return nil }
      if speechOf[start] >= 0, speechOf[i] < 0 { return nil }
      if opensAnswer(i) { return i }
      if condition(at: i) != nil { return nil }
      if i - start >= 1, i - start < 8, isWord(i, "سوف") || isFutureVerb(i),
        opensSentence(start, sentence)
      {
        return i
      }
      if isComma(i), i + 1 < sentence.upperBound, answersBehindComma(i + 1, start, sentence) {
        return i
      }
      i += 1
    }
    return nil
  }

  /// Whether the token is a word with the `ف` of a main clause (`فإن`, `فسيتم`, `فلن`, `فلا بد`).
  func opensAnswer(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .word, text.letter(i, 0) == 0x641 else { return false }  // ف
    if isFutureVerb(i) { return true }
    if isWord(i, "فان") || isWord(i, "فلا") || isWord(i, "فلابد") || isWord(i, "فقد")
      || isWord(i, "فمن")
      || isWord(i, "فليس") || isWord(i, "فلن") || isWord(i, "فسوف") || isWord(i, "فهذا")
      || isWord(i, "فذلك")
    {
      return true
    }
    return words[i].hasConjunction
      && (words[i].has([.that, .negation, .pronoun, .demonstrative])
        || has(i, .that) || isParticle(i))
  }

  /// Whether the main clause begins behind a comma: only if the condition opens the clause.
  private func answersBehindComma(_ i: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    guard i - start >= 2 else { return false }
    if words[i].hasConjunction, text.letter(i, 0) == 0x648 { return false }
    for j in Range(i, upTo: min(i + 5, sentence.upperBound)) {
      if isComma(j) { return false }
      if isFutureVerb(j) || isParticle(j) { return opensSentence(start, sentence) }
    }
    return false
  }

  private func opensSentence(_ start: Int, _ sentence: Range<Int>) -> Bool {
    let at = start - sentence.lowerBound
    return at <= 3
      || (max(sentence.lowerBound, start - 4)..<start).contains {
        has($0, .that) || isMark($0, 0x3A) || quotation(openedAt: $0) != nil
      }
  }

  /// Whether the token is a particle or modal verb that marks an outlook.
  func isParticle(_ i: Int) -> Bool {
    guard words[i].outlook >= 0 else { return false }
    return lexicon.outlooks.words[Int(words[i].outlook)].markers.contains {
      let marker = lexicon.outlooks.markers[Int($0)]
      return marker.markerClass == .particle || marker.markerClass == .modal
    }
  }
}
