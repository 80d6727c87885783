import ArabicScript
import ArabicWords
import NewsModel

extension OutlookReader {
  /// `احتمال عودة`, `مخاوف من`, `عزمها إقامة`, `مخطط يهدف إلى`.
  func noun(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let frames = marker.frames
    if frames.has([.able, .prospect]) { return ability(marker, at: i) }
    if frames.has(.said) { return saidNoun(marker, at: i) }
    if frames.has(.time) { return analysis.isWord(i + 1, "وقت") ? copular(marker, at: i) : nil }
    if frames.has(.predicate),
      analysis.has(i - 1, .copula) || analysis.isPunctuation(i - 1) && analysis.has(i - 2, .copula)
    {
      return copular(marker, at: i)
    }
    if marker.word == "إمكان", analysis.words[i].prefix == .b, !analysis.hasEnding(i, "يه") {
      return ability(marker, at: i)
    }
    if analysis.isCancelled(i) { return nil }
    if analysis.isWord(i - 1, "حسن") || analysis.isWord(i - 1, "بحسن")
      || analysis.isWord(i - 1, "سوء")
    {
      return nil
    }
    if frames.has(.aim), let draft = aimed(marker, at: i) { return draft }
    if marker.kind == nil, frames.has(.bare) { return possibility(marker, at: i) }
    if marker.kind == .commitment, frames.has([.l, .bare]) { return intent(marker, at: i) }
    return resolve(marker, at: i)
  }

  /// Whether a possessive pronoun is attached.
  func hasOwner(_ i: Int) -> Bool { analysis.words[i].hasPronoun || analysis.has(i, .possessed) }

  /// `احتمال عودة`, `إمكانية أن`, `على وشك`.
  func possibility(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let limit = contentLimit(i)
    let next = i + 1
    guard next + 1 < limit, !analysis.isPunctuation(next), !analysis.has(i - 1, .negation),
      !analysis.isWord(i - 1, "عدم"),
      !analysis.isAsked(i)
    else { return nil }
    if marker.word == "وشك", !analysis.isWord(i - 1, "علي") { return nil }
    if let graded = graded(marker, at: i) { return graded }
    var start = next
    if let that = Range(next, upTo: min(next + 3, limit)).first(where: { analysis.has($0, .that) })
    {
      start = that + 1
    } else {
      let word = analysis.words[next]
      guard !analysis.words[i].hasArticle,
        !word.has([.preposition, .clause, .relative, .negation, .pronoun]),
        word.prefix == .none, !analysis.isPresentVerb(next) || word.has([.noun, .deed])
      else { return nil }
    }
    return Draft(
      marker: i..<i + 1,
      outcome: start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit)),
      likelihood: marker.likelihood, kind: marker.kind, isOuter: true, rule: marker.word)
  }

  /// `هذا احتمال حقيقي`, `احتمال ضعيف`: how likely it is, of what was spoken of before; the outcome is the clause.
  private func graded(_ marker: OutlookMarker, at i: Int) -> Draft? {
    guard analysis.has(i + 1, .grade), !analysis.words[i].hasArticle,
      !analysis.words[i + 1].hasArticle
    else { return nil }
    let next = i + 2
    guard
      next >= contentLimit(i) || analysis.condition(at: next) != nil
        || !analysis.has(next, .that) && !analysis.isHappening(next)
    else { return nil }
    let start = analysis.subjectStart(before: i, limit: contentStart(i)) ?? i
    return Draft(
      marker: i..<i + 1, outcome: start..<next, likelihood: marker.likelihood, kind: marker.kind,
      rule: marker.word + "/graded")
  }

  /// `تبقى احتمالا`: what comes before the copula is the outcome.
  func copular(_ marker: OutlookMarker, at i: Int) -> Draft? {
    var first = i
    while first > 0,
      analysis.isPunctuation(first - 1) || analysis.has(first - 1, .copula)
        || analysis.has(first - 1, .negation)
    { first -= 1 }
    guard let start = analysis.subjectStart(before: first, limit: contentStart(first)) else {
      return nil
    }
    return Draft(
      marker: i..<i + (marker.frames.has(.time) ? 2 : 1), outcome: start..<first,
      likelihood: marker.likelihood, kind: marker.kind, rule: marker.word + "/predicate")
  }

  /// `بوسعها أن`, `من شأنه أن`, `من شأن القانون أن`.
  func ability(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let limit = contentLimit(i)
    let isProspect = marker.frames.has(.prospect)
    let isBehindFrom = analysis.isWord(i - 1, "من") || analysis.isWord(i - 1, "ومن")
    guard isProspect ? isBehindFrom : analysis.words[i].prefix == .b,
      !analysis.isAsked(i),
      !analysis.has(i - 1, .negation), i + 2 < limit
    else { return nil }
    var start = i + 1
    if let that = Range(i + 1, upTo: min(i + 8, limit)).first(where: {
      isBareThat($0) || analysis.isComma($0)
    }), isBareThat(that) {
      start = hasOwner(i) || that == i + 1 ? that + 1 : i + 1
    } else {
      guard hasOwner(i), analysis.text.tokens[start].kind == .word,
        !analysis.words[start].has([.preposition, .clause, .negation]),
        analysis.words[start].prefix == .none,
        !analysis.isProclitic(start)
      else { return nil }
    }
    let first = isProspect ? i - 1 : i
    var outcome = start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit))
    if let subject = analysis.subjectStart(before: first, limit: contentStart(i)) {
      outcome = subject..<outcome.upperBound
    }
    return Draft(
      marker: first..<i + 1, outcome: outcome, likelihood: marker.likelihood,
      kind: marker.kind, rule: marker.word)
  }

  /// `أكدت استمرار الحظر`, `شدد على التزام بلاده بـ`: only where it opens what someone says.
  func saidNoun(_ marker: OutlookMarker, at i: Int) -> Draft? {
    guard let index = statement(of: i) else { return nil }
    let content = statements[index].content
    guard content.lowerBound == i || content.lowerBound == i - 1 && analysis.isPunctuation(i - 1)
    else { return nil }
    if marker.frames.has(.itself) {
      // `قال إن استمرار القصف سيؤدي إلى كارثة`: what goes on is what brings it about.
      guard !analysis.has(content.lowerBound - 1, .that) else { return nil }
      return Draft(
        marker: i..<i + 1, outcome: i..<analysis.clauseEnd(from: i, limit: contentLimit(i)),
        likelihood: marker.likelihood, kind: marker.kind, isSelf: true, rule: marker.word)
    }
    // `شدد على الالتزام بحسن الجوار` asks it of others.
    guard !analysis.words[i].hasArticle, var draft = resolve(marker, at: i) else { return nil }
    draft.holder = .speaker
    return draft
  }

  /// `مخطط يهدف إلى`, `مخطط لاستهداف`.
  func aimed(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let limit = contentLimit(i)
    guard let aim = (i + 1..<max(i + 1, min(i + 4, limit))).first(where: { analysis.has($0, .aim) })
    else { return nil }
    guard
      let target = (aim + 1..<max(aim + 1, min(aim + 9, limit))).first(where: {
        analysis.isWord($0, "الي") || analysis.isWord($0, "عن") || isPrefixed($0, 0x644)
      })
    else { return nil }
    let start = isPrefixed(target, 0x644) ? prefixStart(target) : target + 1
    guard start < limit else { return nil }
    return Draft(
      marker: i..<i + 1,
      outcome: start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit)),
      likelihood: marker.likelihood, kind: .threat, holder: .dropped, isOuter: true,
      rule: marker.word + "/aim")
  }

  /// `عزمها إقامة`, `خطط لإرسال`, `نية تركيا إقامة`, `استعداد السلطات لاستقبال`.
  func intent(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let limit = contentLimit(i)
    let sentence = analysis.sentence(i)
    var first = i
    for j in stride(from: i - 1, through: max(sentence.lowerBound, i - 6), by: -1) {
      if analysis.isComma(j) { break }
      guard analysis.has(j, .negation) else { continue }
      guard case .keeps = marker.negation, analysis.isWord(j, "ليس") || analysis.isWord(j, "لا")
      else { return nil }
      first = j
    }
    if marker.frames.has(.bare), hasOwner(i) {
      let next = analysis.isWord(i + 1, "علي") || analysis.isWord(i + 1, "في") ? i + 2 : i + 1
      guard next < limit, analysis.text.tokens[next].kind == .word,
        !analysis.words[next].has([.preposition, .clause])
      else { return nil }
      let start = analysis.has(next, .that) ? next + 1 : next
      guard start < limit else { return nil }
      return Draft(
        marker: first..<i + 1,
        outcome: start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit)),
        likelihood: marker.likelihood, kind: marker.kind, holder: owner(i), isOuter: true,
        isSelf: true, rule: marker.word)
    }
    guard !analysis.words[i].hasArticle, !(marker.word == "خطة" && hasOwner(i)) else { return nil }
    // `انتشرت القوات استعدادا للعملية`: why something was done.
    if marker.word == "استعداد", analysis.hasEnding(i, "ا"), analysis.cue(i - 1) == nil {
      return nil
    }
    guard var draft = resolve(marker, at: i), draft.outcome.lowerBound - i <= 7 else { return nil }
    draft.marker = first..<i + 1
    if first < i { draft.holder = .speaker }
    return draft
  }
}
