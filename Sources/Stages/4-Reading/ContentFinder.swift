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
    if opening.kind == .colon { end = continuedSpeech(after: end) }
    let range = trimmed(opening.start..<max(opening.start, end))
    guard !range.isEmpty else { return nil }
    return SpeechContent(
      tokens: unquoted(range), mode: mode(of: range, isColon: opening.kind == .colon))
  }

  /// Speech in quotation marks; if the sentence goes on with further quoted pieces, they belong to it.
  private func quoted(_ quotation: QuotationSpan, limit: Int) -> SpeechContent? {
    let inside = trimmed(quotation.content)
    guard !inside.isEmpty else { return nil }
    guard quotation.isClosed, quotation.close + 1 < limit else {
      return SpeechContent(tokens: inside, mode: .direct)
    }
    let end = reportedEnd(from: quotation.close + 1, limit: limit)
    let continues = (quotation.close + 1..<max(quotation.close + 1, end)).last { i in
      self.quotation(openedAt: i).map { $0.isClosed && speechOf[$0.open + 1] >= 0 } ?? false
    }
    if let last = continues, let piece = self.quotation(openedAt: last),
      !(quotation.close + 1..<last).contains(where: { isComma($0) || isMark($0, 0x2E) })
    {
      return SpeechContent(tokens: trimmed(inside.lowerBound..<piece.close), mode: .mixed)
    }
    return SpeechContent(tokens: inside, mode: .direct)
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

  /// Whether reported speech is over before the token: a cue or an attribution follows.
  private func endsSpeech(_ i: Int) -> Bool {
    guard text.tokens[i].kind == .word else { return false }
    if attribution(at: i) != nil { return true }
    if has(i, .clause), i + 1 < count, !isWord(i, "ان"), let next = cue(i + 1), isStrong(next.form, next.verb, i + 1) {
      return true
    }
    guard let (form, verb) = cue(i), words[i].prefix == .none else { return false }
    switch form.kind {
    case .participle: return isParticipleCue(i)
    case .verbalNoun: return false
    case .past, .present:
      return words[i].hasConjunction && isStrong(form, verb, i)
    }
  }

  /// Whether a cue verb at `i` opens a statement of its own after other speech.
  private func isStrong(_ form: CueForm, _ verb: CueVerb, _ i: Int) -> Bool {
    guard form.kind == .past || form.kind == .present, !form.hasPronoun else { return false }
    let limit = sentence(i).upperBound
    guard let opening = opening(of: verb, at: i, limit: limit) else { return false }
    return opening.at - i <= 14
  }

  /// Whether a participle at `i` stands as an adverb that opens a statement (`، مؤكدا أن`).
  func isParticipleCue(_ i: Int) -> Bool {
    guard let (form, verb) = cue(i), form.kind == .participle, words[i].prefix == .none else { return false }
    let limit = sentence(i).upperBound
    guard let opening = opening(of: verb, at: i, limit: limit), opening.at - i <= 10 else { return false }
    if has(i, [.official, .noun]) && !isComma(i - 1) && opening.at > i + 1 { return false }
    if isComma(i - 1) || i == sentence(i).lowerBound || words[i].hasConjunction { return true }
    if form.isFeminine, has(i - 1, [.noun, .body]), opening.kind != .clause { return false }
    return opening.at <= i + 2
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
    while start < end, isPunctuation(start), quotation(openedAt: start) == nil, !isMark(start, 0x28) {
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
    if let quotation = quotation(openedAt: range.lowerBound), quotation.close >= range.upperBound - 1,
      range.count > 2
    {
      return range.lowerBound + 1..<min(quotation.close, range.upperBound)
    }
    return range
  }

  /// Direct if quotation marks hold nearly all of it, mixed if they hold a piece that is no name.
  private func mode(of range: Range<Int>, isColon: Bool) -> StatementMode {
    var quotedWords = 0
    var hasPiece = false
    for quotation in quotations where quotation.open >= range.lowerBound && quotation.open < range.upperBound {
      guard quotation.depth == 0 || quotation.open == range.lowerBound else { continue }
      let inside = quotation.content.clamped(to: range)
      quotedWords += inside.count
      if !isNameInMarks(inside) { hasPiece = true }
    }
    if quotedWords * 10 >= range.count * 8 { return .direct }
    if isColon { return .direct }
    return hasPiece ? .mixed : .indirect
  }

  /// Whether the words in quotation marks are a name (`"داعش"`, `«لواء التوحيد»`).
  private func isNameInMarks(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    if range.count > 5 { return false }
    if range.contains(where: { has($0, [.preposition, .that, .presentVerb, .relative, .negation]) && !has($0, .name) }) {
      return false
    }
    if range.count >= 3 { return has(range.lowerBound, [.body, .media, .title]) || words[range.lowerBound].hasArticle }
    let first = range.lowerBound
    if has(first, [.body, .media]) || words[first].classes.isEmpty || has(first, .name) { return true }
    return has(first - 1, [.body, .media, .noun, .official]) || words[first].hasArticle
  }
}
