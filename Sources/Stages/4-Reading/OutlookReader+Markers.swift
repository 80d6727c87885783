import ArabicScript
import ArabicWords
import NewsModel

/// Particles, impersonal verbs and adjectives that mark an outlook.
extension OutlookReader {
  /// `سوف`, `لن`, `قد`, `ربما` before a verb of the present.
  func particle(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let verb = i + 1
    guard verb < contentLimit(i), analysis.words[i].prefix == .none, isVerbBehind(marker, i),
      !analysis.isAsked(i),
      !analysis.has(i - 1, .past), !(marker.word == "قد" && isBehindBeing(i))
    else { return nil }
    if marker.word == "لن", analysis.text.letter(verb, 0) == 0x627, statement(of: i) == nil {
      return nil
    }
    let end = analysis.clauseEnd(from: i, limit: contentLimit(i))
    let subject = analysis.subjectStart(before: i, limit: contentStart(i))
    return Draft(
      marker: i..<i + 1, outcome: (subject ?? verb)..<max(end, verb + 1),
      likelihood: marker.likelihood,
      kind: marker.kind, isSelf: isSelf(verb, subject), rule: marker.word)
  }

  /// Whether `كان` and its subject stand before `قد`, which then makes a past of the past (`وكان سكان قد تحدثوا`).
  private func isBehindBeing(_ i: Int) -> Bool {
    let first = analysis.sentence(i).lowerBound
    guard let being = Range(max(first, i - 8), upTo: i).last(where: { analysis.has($0, .past) })
    else { return false }
    return !(being..<i).contains {
      analysis.isComma($0) || analysis.has($0, .that) || analysis.isPresentVerb($0)
    }
  }

  /// Whether a verb of the present follows a particle; behind `لن` and `سوف` any word is one.
  private func isVerbBehind(_ marker: OutlookMarker, _ i: Int) -> Bool {
    var verb = i + 1
    guard analysis.text.tokens[verb].kind == .word else { return false }
    if analysis.isWord(verb, "لا"), verb + 1 < analysis.count { verb += 1 }
    if marker.word == "لن" || marker.word == "سوف" { return !analysis.words[verb].hasArticle }
    if analysis.hasEnding(verb, "ت") || analysis.hasEnding(verb, "وا") { return false }
    if analysis.words[i].hasConjunction,
      analysis.words[verb].has(.pastVerb) || analysis.has(verb, .pastForm)
    {
      return false
    }
    return analysis.isPresentVerb(verb) && !analysis.has(verb, .pastForm)
      || analysis.isFeminineVerb(verb)
  }

  /// `يمكن أن`, `يمكنها استعادة`.
  func modal(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let limit = contentLimit(i)
    guard !analysis.isAsked(i), !analysis.has(i - 1, .past) else { return nil }
    let isNegated = analysis.has(i - 1, .negation)
    var likelihood = marker.likelihood
    if isNegated {
      guard case .turns(let negated) = marker.negation else { return nil }
      likelihood = negated
    }
    guard let start = modalOutcome(marker, i, limit) else { return nil }
    let first = isNegated ? i - 1 : i
    var outcome = start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit))
    if let subject = analysis.subjectStart(before: first, limit: contentStart(i)) {
      outcome = subject..<outcome.upperBound
    }
    return Draft(
      marker: first..<i + 1, outcome: outcome, likelihood: likelihood, kind: marker.kind,
      needsCondition: isNegated, rule: marker.word)
  }

  /// Where the outcome of a modal verb begins: behind `أن`, at `لـ` before one, or at the noun behind
  /// a pronoun.
  private func modalOutcome(_ marker: OutlookMarker, _ i: Int, _ limit: Int) -> Int? {
    var next = i + 1
    while next < limit, analysis.isPunctuation(next), analysis.quotation(openedAt: next) != nil {
      next += 1
    }
    guard next + 1 < limit else { return nil }
    if analysis.has(next, .that) { return next + 1 }
    if marker.frames.has(.on), analysis.isWord(next, "علي") { return next + 1 }
    if analysis.words[next].prefix == .l || analysis.isProclitic(next) {
      return Range(next + 1, upTo: min(next + 7, limit)).contains { isBareThat($0) } ? next : nil
    }
    guard marker.frames.has(.bare),
      analysis.hasEnding(i, "ه") || analysis.hasEnding(i, "ها") || analysis.hasEnding(i, "هم")
        || analysis.words[i].hasPronoun
    else { return nil }
    return analysis.words[next].has([.preposition, .negation, .clause]) ? nil : next
  }

  // MARK: - Adjectives

  /// `من المتوقع أن`, `عودة ... محتملة`, `الحركة المتوقعة`, `مصممة على`.
  func adjective(_ marker: OutlookMarker, at i: Int) -> Draft? {
    if marker.frames.has([.on, .in, .b, .l, .bare]) { return resolve(marker, at: i) }
    if marker.frames.has(.min), let draft = impersonal(marker, at: i) { return draft }
    if marker.frames.has(.predicate), let draft = predicate(marker, at: i) { return draft }
    return marker.frames.has(.noun) ? attribute(marker, at: i) : nil
  }

  /// `من المتوقع أن`, `من غير المرجح أن`, `من المقرر + noun`.
  private func impersonal(_ marker: OutlookMarker, at i: Int) -> Draft? {
    guard analysis.words[i].hasArticle else { return nil }
    var first = i - 1
    var likelihood = marker.likelihood
    if analysis.isWord(first, "غير") {
      guard case .turns(let negated) = marker.negation else { return nil }
      likelihood = negated
      first -= 1
    }
    guard
      analysis.isWord(first, "من") || analysis.isWord(first, "ومن")
        || analysis.isWord(first, "فمن"),
      !analysis.has(first - 1, .past), !analysis.isAsked(first)
    else { return nil }
    let limit = contentLimit(i)
    var start = i + 1
    while start < limit,
      analysis.isWord(start, "جدا") || analysis.isWord(start, "ايضا")
        || analysis.isPunctuation(start) && analysis.quotation(openedAt: start) != nil
    { start += 1 }
    guard start + 1 < limit, !analysis.isPunctuation(start) else { return nil }
    if analysis.has(start, .that) {
      start += 1
    } else if analysis.words[start].has([.preposition, .clause, .relative])
      || analysis.isPresentVerb(start)
    {
      return nil
    }
    if analysis.tellsOfPast(start, limit: min(start + 2, limit)) { return nil }
    var outcome = start..<max(start + 1, analysis.clauseEnd(from: start, limit: limit))
    if let subject = analysis.subjectStart(before: first, limit: contentStart(i)),
      !analysis.isComma(first - 1)
    {
      outcome = subject..<outcome.upperBound
    }
    return Draft(
      marker: first..<i + 1, outcome: outcome, likelihood: likelihood, kind: marker.kind,
      isOuter: true,
      rule: "من ال" + marker.word)
  }

  /// `عودة داعش محتملة`: the marker without article says something of the noun before it.
  private func predicate(_ marker: OutlookMarker, at i: Int) -> Draft? {
    guard !analysis.words[i].hasArticle, analysis.words[i].prefix == .none else { return nil }
    var first = i
    while first > 0, analysis.isPunctuation(first - 1),
      analysis.quotation(openedAt: first - 1) != nil
    { first -= 1 }
    var likelihood = marker.likelihood
    if analysis.isWord(first - 1, "غير") {
      guard case .turns(let negated) = marker.negation else { return nil }
      likelihood = negated
      first -= 1
    }
    // `لا محالة` stands behind a whole clause.
    let isFixed = analysis.isWord(i - 1, "لا")
    if isFixed { first -= 1 }
    var isLinked = isFixed
    // `تجدد القتال أمر مستبعد`
    if analysis.isWord(first - 1, "امر") {
      isLinked = true
      first -= 1
    }
    if analysis.has(first - 1, .copula) {
      isLinked = true
      first -= 1
      if analysis.has(first - 1, .negation) { first -= 1 }
    }
    guard let start = analysis.subjectStart(before: first, limit: contentStart(i)),
      !analysis.isAsked(i)
    else { return nil }
    let last = analysis.words[first - 1]
    guard
      isLinked || last.hasArticle && !last.has(.relative)
        || last.has([.name, .place]) && first - start > 1,
      !(start..<first).contains(where: {
        analysis.isPresentVerb($0) && !($0 == start && analysis.isHappening(start))
          || analysis.words[$0].has(.relative) || analysis.isComma($0)
      }),
      analysis.words[start].has([.deed, .noun]) || analysis.words[start].hasArticle || isLinked
    else { return nil }
    return Draft(
      marker: (isFixed ? i - 1 : i)..<i + 1, outcome: start..<first, likelihood: likelihood,
      kind: marker.kind,
      isAttribute: isFixed, rule: marker.word + "/predicate")
  }

  /// `هجوم محتمل`, `الحركة المتوقعة`: the marker qualifies the noun before it.
  private func attribute(_ marker: OutlookMarker, at i: Int) -> Draft? {
    let sentence = analysis.sentence(i)
    guard i - 1 > sentence.lowerBound, !analysis.has(i - 1, .negation),
      !analysis.isWord(i - 1, "غير")
    else { return nil }
    var start = i
    if analysis.isPunctuation(i - 1),
      let quotation = analysis.quotations.first(where: { $0.close == i - 1 && $0.isClosed })
    {
      return statement(of: i) == nil || !analysis.words[i].hasArticle
        ? nil
        : Draft(
          marker: i..<i + 1, outcome: quotation.content, likelihood: marker.likelihood,
          kind: marker.kind,
          isAttribute: true, rule: marker.word + "/attribute")
    }
    while start - 1 > sentence.lowerBound, i - start < 6,
      analysis.text.tokens[start - 1].kind == .word,
      !analysis.words[start - 1].has([
        .preposition, .that, .clause, .relative, .negation, .demonstrative,
      ]),
      !analysis.isPresentVerb(start - 1)
    {
      start -= 1
      if analysis.has(start, .deed) || analysis.has(start, .harm)
        || analysis.words[start].prefix != .none
      {
        break
      }
    }
    guard start < i,
      analysis.has(start, .harm) || marker.word == "مرتقب" && analysis.isHappening(start),
      analysis.words[i].hasArticle == analysis.words[i - 1].hasArticle,
      !analysis.words[start].has([.official, .source])
    else { return nil }
    return Draft(
      marker: i..<i + 1, outcome: start..<i, likelihood: marker.likelihood, kind: marker.kind,
      isAttribute: true, rule: marker.word + "/attribute")
  }
}
