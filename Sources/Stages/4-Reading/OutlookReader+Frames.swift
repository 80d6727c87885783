import ArabicScript
import ArabicWords
import NewsModel

/// Verbs and nouns that mark an outlook, each with its holder and the frame of its outcome.
extension OutlookReader {
  /// `تخشى تركيا أن`, `يعتزم الجيش إرسال`, `هدد بـ`.
  func verb(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let word = analysis.words[i]
    if marker.frames.has(.now), !analysis.isPresentVerb(i) { return nil }
    // `لن توقع شيئا`: will not sign.
    if analysis.isWord(i, "توقع"), analysis.isWord(i - 1, "لن") || analysis.isWord(i - 1, "ان") {
      return nil
    }
    guard word.prefix == .none, !word.hasArticle, !isNounHere(i), !analysis.isAsked(i) else {
      return nil
    }
    return resolve(marker, at: i)
  }

  /// Whether a form that may be a verb or a noun (`خطط`, `تعهد`, `وعد`) is a noun here.
  func isNounHere(_ i: Int) -> Bool {
    if analysis.has(i - 1, .preposition) && !analysis.isWord(i - 1, "من") { return true }
    let word = analysis.words[i]
    if analysis.text.letter(i, word.hasConjunction ? 1 : 0) == 0x64A { return false }
    guard word.has([.deed, .noun]), !analysis.isPresentVerb(i), !word.hasConjunction else {
      return false
    }
    return
      !(i == analysis.sentence(i).lowerBound || analysis.isPunctuation(i - 1)
      || analysis.has(i - 1, .relative)
      || analysis.has(i - 1, .past) || analysis.isWord(i - 1, "قد") || analysis.isWord(i - 1, "وقد")
      || analysis.isWord(i - 1, "فقد") || analysis.isWord(i - 1, "كما")
      || analysis.has(i - 1, .clause) || analysis.has(i - 1, .clauseBreak))
  }

  /// Finds subject and outcome of a verb, participle or noun with a preposition.
  func resolve(_ marker: OutlookMarker, at i: Int) -> Draft? {
    var likelihood = marker.likelihood
    var first = i
    if analysis.has(i - 1, .negation) || analysis.isWord(i - 1, "غير") {
      switch marker.negation {
      case .cancels: return nil
      case .keeps: first = i - 1
      case .turns(let negated):
        likelihood = negated
        first = i - 1
      }
    }
    let limit = contentLimit(i)
    guard let opening = opening(marker, i, limit) ?? spokenOpening(marker, i, limit) else {
      return nil
    }
    let start = opening.start
    if marker.frames.has(.plot), marker.markerClass == .noun, opening.at - i > 3 { return nil }
    if marker.frames.has(.deed), analysis.isWord(start, "يكون") || analysis.isWord(start, "تكون") {
      return nil
    }
    if needsHappening(marker, opening, i), !opening.isClause, !analysis.isHappening(start),
      !analysis.hidesHappening(start)
    {
      return nil
    }
    guard start < limit, !analysis.has(start, .relative), !analysis.isCancelled(i),
      !(marker.frames.has([.that, .bare]) && opening.isClause
        && analysis.tellsOfPast(start, limit: limit))
    else { return nil }
    if opening.isClause, marker.kind == nil, !hasPresentVerb(start, limit) { return nil }
    let end = analysis.clauseEnd(from: start, limit: limit)
    let subject = self.subject(marker, at: first, verb: i, before: opening.at, start: start)
    var draft = Draft(
      marker: first..<markerEnd(i, opening, marker), outcome: start..<max(start + 1, end),
      likelihood: likelihood,
      kind: marker.frames.has(.plot) ? .threat : marker.kind, isOuter: true, rule: marker.word)
    draft.holder = subject
    // `عدد القتلى مرشح للارتفاع`
    if marker.frames.has(.happening),
      let subject = analysis.subjectStart(before: first, limit: contentStart(i))
    {
      draft.outcome = subject..<draft.outcome.upperBound
    }
    draft.isSelf = marker.kind == .commitment || marker.kind == .threat
    return draft
  }

  /// The opening of what is said with a marker that is a verb of speech too, behind a long subject
  /// (`توقع القائد ... والمتحدث باسم ... أن يعود`, `توقع الوزير خلال مؤتمر صحفي عودة التنظيم`).
  private func spokenOpening(_ marker: OutlookMarker, _ i: Int, _ limit: Int) -> Opening? {
    guard let index = statement(cuedAt: i) else { return nil }
    let start = statements[index].content.lowerBound
    guard start > i + 1, start < limit else { return nil }
    if analysis.has(start - 1, .that) {
      return Opening(at: start - 1, start: start, isClause: true)
    }
    guard marker.frames.has(.bare), analysis.isHappening(start) else { return nil }
    return Opening(at: start, start: start)
  }

  /// Whether the outcome has to be a noun of what can come about: of threats always, of fears if
  /// their holder stands between (`قلق الرياض من الاتفاق` fears no event).
  func needsHappening(_ marker: OutlookMarker, _ opening: Opening, _ i: Int) -> Bool {
    if marker.frames.has(.happening) || marker.kind == .threat && marker.frames.has(.b) {
      return true
    }
    guard marker.kind == .warning, marker.markerClass == .noun else { return false }
    return opening.at > i + 1 || marker.word == "قلق"
  }

  func hasPresentVerb(_ start: Int, _ limit: Int) -> Bool {
    Range(start, upTo: min(start + 8, limit)).contains {
      analysis.isPresentVerb($0) || analysis.isFutureVerb($0) || analysis.isParticle($0)
    }
  }

  /// A preposition that belongs to the marker (`حذر من`) if it stands right behind it.
  func markerEnd(_ i: Int, _ opening: Opening, _ marker: OutlookMarker) -> Int {
    opening.at == i + 1 && opening.isPreposition && marker.frames.has([.from, .on]) ? i + 2 : i + 1
  }

  /// Where an outcome is attached.
  struct Opening {
    let at: Int
    let start: Int
    var isClause = false
    var isPreposition = false
  }

  /// The opening of the outcome behind a verb or noun at `i`.
  func opening(_ marker: OutlookMarker, _ i: Int, _ limit: Int) -> Opening? {
    let frames = marker.frames
    var j = i + 1
    while j < limit, j - i < 14 {
      if analysis.isComma(j), marker.markerClass == .verb, j + 1 < limit,
        clauseOpening(frames, j + 1, limit) != nil
          || isPrefixed(j + 1, 0x628) && frames.has(.b) && analysis.isHappening(j + 1)
      {
        j += 1
        continue
      }
      if analysis.isComma(j) && !isAppositionEnd(j, i, frames, limit) || analysis.has(j, .relative)
        || analysis.isMark(j, 0x3A)
      {
        return nil
      }
      if let opening = clauseOpening(frames, j, limit) { return opening }
      if let opening = prepositionOpening(frames, j, i, limit) { return opening }
      if frames.has(.bare), !isSubjectBefore(frames, j, limit), let start = bareOutcome(i, j, limit)
      {
        return Opening(at: start, start: start)
      }
      if analysis.has(j, .clause) || analysis.isFutureVerb(j) { return nil }
      j += 1
    }
    return nil
  }

  /// Whether the noun at `j` is a subject because the preposition of the outcome follows
  /// (`يخشى السكان من عودة`).
  func isSubjectBefore(_ frames: OutlookMarker.Frames, _ j: Int, _ limit: Int) -> Bool {
    guard frames.has(.from), !analysis.isHappening(j) else { return false }
    return (j + 1..<max(j + 1, min(j + 6, limit))).contains { analysis.isWord($0, "من") }
  }

  /// Whether the comma opens a short apposition behind which the outcome follows
  /// (`تعهدت الحكومة، الأحد، بإعادة`).
  func isAppositionEnd(_ j: Int, _ i: Int, _ frames: OutlookMarker.Frames, _ limit: Int)
    -> Bool
  {
    guard frames.has([.b, .that]), j > i + 1,
      let second = (j + 1..<max(j + 1, min(j + 7, limit - 1))).first(where: { analysis.isComma($0) }
      )
    else { return false }
    return clauseOpening(frames, second + 1, limit) != nil
      || frames.has(.b) && isPrefixed(second + 1, 0x628)
  }

  func clauseOpening(_ frames: OutlookMarker.Frames, _ j: Int, _ limit: Int) -> Opening? {
    guard analysis.has(j, .that), j + 1 < limit else { return nil }
    let hasB = analysis.text.letter(j, 0) == 0x628
    guard frames.has(.that) || hasB && frames.has(.b) else { return nil }
    return Opening(at: j, start: j + 1, isClause: true)
  }

  func prepositionOpening(
    _ frames: OutlookMarker.Frames, _ j: Int, _ i: Int, _ limit: Int
  ) -> Opening? {
    let isFree =
      frames.has(.from) && analysis.isWord(j, "من") || frames.has(.on) && analysis.isWord(j, "علي")
      || frames.has(.to) && analysis.isWord(j, "الي") || frames.has(.in) && analysis.isWord(j, "في")
    if isFree, j + 1 < limit {
      let isClause = analysis.has(j + 1, .that)
      return Opening(
        at: j, start: isClause ? j + 2 : j + 1, isClause: isClause, isPreposition: true)
    }
    if frames.has(.b), isPrefixed(j, 0x628), !isAside(j) {
      return Opening(at: j, start: prefixStart(j), isPreposition: true)
    }
    if frames.has(.l), isPrefixed(j, 0x644), !analysis.isAddressee(j) {
      if analysis.words[j].hasArticle, analysis.words[j].has([.body, .official, .speakerHead]) {
        return nil
      }
      return Opening(at: j, start: prefixStart(j), isPreposition: true)
    }
    return nil
  }

  /// Whether the word carries the prefix of one letter, as far as known; a pronoun behind it is no outcome.
  func isPrefixed(_ j: Int, _ letter: UInt32) -> Bool {
    guard analysis.text.tokens[j].kind == .word, analysis.text.letter(j, 0) == letter else {
      return false
    }
    if analysis.isProclitic(j) { return true }
    let word = analysis.words[j]
    if word.has([.preposition, .that, .clause, .time]) { return false }
    if word.prefix == .none, analysis.hidesHappening(j) { return true }
    if word.prefix == (letter == 0x628 ? .b : .l) { return true }
    return word.classes.isEmpty && word.cue < 0 && analysis.text.keyLength(j) >= 8
  }

  func prefixStart(_ j: Int) -> Int { analysis.isProclitic(j) ? j + 1 : j }

  /// Whether a word in `ب` is an aside of manner or time.
  func isAside(_ j: Int) -> Bool {
    analysis.has(j, [.time, .document]) || analysis.isWord(j, "بدوره") || analysis.isWord(j, "بشده")
      || analysis.isWord(j, "بشكل")
      || analysis.isWord(j, "باسم") || analysis.isWord(j, "بحسب") || analysis.isWord(j, "بعد")
      || analysis.isWord(j, "بالفعل")
      || analysis.isWord(j, "بشان") || analysis.isWord(j, "بحق") || analysis.isWord(j, "بوضوح")
  }

  /// The noun behind the subject (`استبعدت مصادر انهيار الاتفاق`) or right behind the verb.
  func bareOutcome(_ i: Int, _ j: Int, _ limit: Int) -> Int? {
    guard j <= i + 7, analysis.text.tokens[j].kind == .word else { return nil }
    let word = analysis.words[j]
    if word.has([.preposition, .that, .negation, .time, .clause]) && !word.has(.name) {
      return nil
    }
    if analysis.isHappening(j), word.prefix == .none, !word.hasConjunction,
      j == i + 1 || !analysis.has(j - 1, .preposition) && !analysis.isConstructHead(j - 1)
    {
      return j
    }
    guard j == i + 1 else { return nil }
    // `يخشى السكان أن`: what stands before the particle is the subject.
    if (j + 1..<max(j + 1, min(j + 7, limit))).contains(where: { analysis.has($0, .that) }) {
      return nil
    }
    guard !word.has([.name]) || word.has(.noun),
      !word.has([.speakerHead, .title, .place, .nationality]), word.prefix == .none
    else {
      guard let phrase = analysis.nounPhrase(at: j, limit: limit) else { return nil }
      let next = phrase.tokens.upperBound
      guard next < limit, analysis.text.tokens[next].kind == .word,
        analysis.words[next].has([.deed, .noun]),
        !analysis.words[next].has([.preposition, .time, .that]),
        analysis.words[next].prefix == .none
      else { return nil }
      return next
    }
    // `ينوي السفر`: a noun with the article is the outcome unless one of what can come about follows.
    guard word.hasArticle else { return j }
    return (j + 1..<max(j + 1, min(j + 4, limit))).contains {
      analysis.isHappening($0) && !analysis.has($0 - 1, .preposition)
    } ? nil : j
  }
}
