import ArabicScript
import ArabicWords
import NewsModel

/// Holder, kind and record of an outlook.
extension OutlookReader {
  /// The subject of a marker: behind it, else before it.
  func subject(_ marker: OutlookMarker, at first: Int, verb i: Int, before opening: Int, start: Int)
    -> Draft.Holder
  {
    if marker.frames.has([.speaker, .thing]) { return .speaker }
    // `توعد الحيدري واشنطن بأن`: who speaks is known.
    if marker.markerClass == .verb, statement(cuedAt: i) != nil { return .speaker }
    if marker.markerClass == .noun, hasOwner(i) { return .dropped }
    if opening > i + 1, let phrase = analysis.nounPhrase(at: i + 1, limit: opening) {
      return isOwn(phrase) ? .speaker : .subject(phrase)
    }
    if marker.markerClass == .noun { return .dropped }
    guard !analysis.words[first].hasConjunction else { return .dropped }
    guard let phrase = phrase(before: first) else { return .dropped }
    return isOwn(phrase) ? .speaker : .subject(phrase)
  }

  /// Whom a possessive pronoun means: the body or place right before it (`إعلان أنقرة عزمها`), else
  /// whoever speaks.
  func owner(_ i: Int) -> Draft.Holder {
    guard analysis.has(i - 1, [.place, .body, .name]), i > 1,
      analysis.has(i - 2, .deed) || analysis.words[i - 2].has(.noun)
        || analysis.isWord(i - 2, "اعلان"),
      let phrase = analysis.nounPhrase(at: i - 1, limit: i)
    else { return .dropped }
    return .subject(phrase)
  }

  /// Whether a phrase means the speaker's own side (`بلاده`, `قواتنا`).
  private func isOwn(_ phrase: NounPhrase) -> Bool {
    let first = phrase.tokens.lowerBound
    return analysis.isWord(first, "بلاده") || analysis.isWord(first, "بلادها")
      || analysis.isWord(first, "بلادنا")
      || analysis.words[first].hasPronoun && analysis.words[first].has([.body, .official])
  }

  /// The noun phrase that ends before the token, over `كان`, `قد`, relatives and commas.
  private func phrase(before i: Int) -> NounPhrase? {
    let limit = contentStart(i)
    var end = i
    while end > limit,
      analysis.has(end - 1, .past) || analysis.isWord(end - 1, "قد")
        || analysis.has(end - 1, .relative)
        || analysis.isComma(end - 1) || analysis.isWord(end - 1, "كانا")
    {
      end -= 1
    }
    var start = end
    var best: NounPhrase?
    while start > limit, end - start < 12 {
      start -= 1
      if analysis.has(start, [.that, .clause]) || analysis.isComma(start)
        || analysis.isFutureVerb(start)
      {
        break
      }
      guard analysis.canOpenPhrase(start), analysis.words[start].prefix == .none,
        let phrase = analysis.nounPhrase(at: start, limit: end), phrase.tokens.upperBound >= end - 1
      else { continue }
      best = phrase
      if analysis.has(start - 1, [.preposition]) { break }
    }
    return best
  }

  // MARK: - Records

  /// The outlook of a draft; `nil` if it is no more than a programme.
  mutating func record(_ draft: Draft) -> Outlook? {
    let at = draft.marker.upperBound - 1
    let cued =
      draft.isOuter
      ? statement(cuedAt: draft.marker.upperBound - 1) ?? statement(cuedAt: draft.marker.lowerBound)
      : nil
    let index = cued ?? statement(of: at)
    let holder = holder(draft, cued: cued, statement: index)
    if holder == nil, isProgramme(draft) { return nil }
    let range = outcomeRange(draft.outcome)
    guard !range.isEmpty else { return nil }
    let horizon = analysis.horizon(in: draft.outcome)
    return Outlook(
      outcome: range, marker: analysis.withoutConjunction(draft.marker), holderName: holder,
      kind: kind(draft, isHeld: holder != nil, statement: index),
      likelihood: draft.likelihood.likelihood, band: draft.likelihood.band,
      condition: draft.condition.map { analysis.text.range($0.content) },
      conditionKind: draft.condition?.particle.kind,
      horizon: horizon.map { analysis.text.range($0) },
      statement: index.flatMap { statementIndex[$0] >= 0 ? statementIndex[$0] : nil },
      rule: draft.rule)
  }

  /// The bytes of an outcome without marks at its ends and without a conjunction or `ب` before it.
  private func outcomeRange(_ tokens: Range<Int>) -> TextRange {
    let trimmed = analysis.trimmed(tokens)
    guard !trimmed.isEmpty else { return TextRange(0, 0) }
    let range = analysis.text.range(trimmed)
    let word = analysis.words[trimmed.lowerBound]
    let skips = word.hasConjunction || word.prefix == .b && !word.has(.preposition)
    return skips ? analysis.text.dropping(1, from: range) : range
  }

  private mutating func holder(_ draft: Draft, cued: Int?, statement: Int?) -> String? {
    if let cued, let member = statements[cued].member { return roster.members[member].name }
    let speaker = statement.flatMap { statements[$0].member }
    switch draft.holder {
    case .speaker: return speaker.map { roster.members[$0].name }
    case .subject(let phrase): return name(phrase)
    case .dropped:
      if let many = manyBefore(draft.marker.lowerBound) { return name(many) }
      if let speaker { return roster.members[speaker].name }
      let at = draft.marker.lowerBound
      let sentence = analysis.sentence(at)
      let last = statements.last { $0.member != nil && ($0.cue ?? $0.content).lowerBound <= at }
      if let last, let cue = last.cue,
        cue.lowerBound >= sentence.lowerBound || analysis.words[at].hasConjunction
      {
        return last.member.map { roster.members[$0].name }
      }
      if let phrase = leadingPhrase(sentence, before: at) { return name(phrase) }
      return last?.member.map { roster.members[$0].name }
    }
  }

  /// The many whom `الذين` takes up before a verb in the plural (`عناصر التنظيم الذين كانوا سيعودون ويخططون لـ`).
  private func manyBefore(_ i: Int) -> NounPhrase? {
    guard analysis.hasEnding(i, "ون") else { return nil }
    let first = contentStart(i)
    guard let relative = (first..<max(first, i)).last(where: { analysis.isWord($0, "الذين") }),
      let head = Range(max(first, relative - 5), upTo: relative).last(where: {
        analysis.has($0, [.many, .official, .body]) && !analysis.words[$0].hasArticle
      })
    else { return nil }
    let tokens = head..<relative
    return NounPhrase(tokens: tokens, name: nil, role: tokens)
  }

  /// The fullest name that the article gives for a phrase.
  private mutating func name(_ phrase: NounPhrase) -> String {
    let member = roster.member(phrase, form: nil)
    return roster.members[member].name
  }

  /// The phrase of the sentence that can have intents and fears: the first with a name, else the
  /// first that names a body or office.
  private func leadingPhrase(_ sentence: Range<Int>, before end: Int) -> NounPhrase? {
    var described: NounPhrase?
    for i in max(sentence.lowerBound, end - 80)..<end
    where analysis.canOpenPhrase(i) && !analysis.has(i - 1, .preposition) {
      guard analysis.has(i, [.body, .official, .title, .name, .place]),
        analysis.words[i].prefix == .none,
        let phrase = analysis.nounPhrase(at: i, limit: end)
      else { continue }
      if phrase.name != nil { return phrase }
      if described == nil, analysis.has(i, [.body, .official]),
        analysis.words[i].hasArticle || phrase.tokens.count > 1
      {
        described = phrase
      }
    }
    return described
  }

  /// Whether the reporter merely gives a programme (of sport, shows, weather).
  private func isProgramme(_ draft: Draft) -> Bool {
    let at = draft.marker.lowerBound
    return analysis.sentence(at).clamped(to: max(0, at - 60)..<at + 60).contains {
      analysis.has($0, .schedule)
    }
      && !draft.outcome.contains { analysis.has($0, .harm) }
  }

  /// The kind of an outlook; what the reporter himself tells is no promise unless he speaks of himself.
  private func kind(_ draft: Draft, isHeld: Bool, statement: Int?) -> OutlookKind {
    let kind = kind(draft, statement)
    return kind == .commitment && !isHeld && !isFirstPerson(draft) ? .forecast : kind
  }

  private func kind(_ draft: Draft, _ statement: Int?) -> OutlookKind {
    let hasHarm = hasHarm(draft)
    let isUnless = draft.condition?.particle.kind == .unless
    if draft.rule == "condition" {
      switch statement.map({ statements[$0].stance }) {
      case .threaten: return .threat
      case .warn: return .warning
      case .promise: return .commitment
      default: return isUnless && hasHarm ? .warning : .conditionOnly
      }
    }
    if let kind = draft.kind {
      return kind == .commitment && hasHarm && draft.likelihood == .unstated && isHostile(draft)
        ? .threat : kind
    }
    if draft.isSelf {
      if hasHarm, isNegated(draft), isCeasing(draft.marker.lowerBound + 1) { return .threat }
      return hasHarm && !analysis.isWord(draft.marker.lowerBound, "لن") ? .threat : .commitment
    }
    if draft.rule == "future" || isNegated(draft), isRetribution(draft) { return .threat }
    if isNegated(draft) || draft.likelihood.likelihood == .unlikely, hasHarm, !isUnless {
      return isWilled(draft) ? .commitment : .forecast
    }
    if !hasHarm, isWilled(draft) { return .commitment }
    if isDisappointed(draft) { return .warning }
    if hasHarm || isUnless && draft.likelihood.likelihood == .possible { return .warning }
    return .forecast
  }

  /// Whether the verb of a future is in the first person plural (`سنواصل`, `لن نسمح`).
  private func isFirstPerson(_ draft: Draft) -> Bool {
    let at = draft.marker.upperBound - 1
    let verb = isNegated(draft) ? at + 1 : at
    guard verb < analysis.count, analysis.text.tokens[verb].kind == .word else { return false }
    var letters = 0
    while !isNegated(draft), letters < 3,
      [0x648, 0x641, 0x633].contains(analysis.text.letter(verb, letters))
    {
      letters += 1
    }
    return analysis.text.letter(verb, letters) == 0x646
  }

  /// Whether someone is to get what he deserves (`سينالون جزاءهم`, `لن يمر دون عقاب`, `ردنا سيكون قاسيا`).
  private func isRetribution(_ draft: Draft) -> Bool {
    let from = draft.marker.upperBound
    let subject = Range(draft.outcome.lowerBound, upTo: draft.marker.lowerBound).prefix(2)
    if subject.contains(where: { analysis.has($0, .retribution) }) { return true }
    return (from..<max(from, min(from + 5, draft.outcome.upperBound))).contains {
      analysis.has($0, .retribution)
    }
  }

  /// Whether a verb in the first person tells of ceasing (`لن نكف عن ضربهم`).
  private func isCeasing(_ i: Int) -> Bool {
    analysis.isWord(i, "نكف") || analysis.isWord(i, "نتوقف") || analysis.isWord(i, "نوقف")
      || analysis.isWord(i, "نتراجع")
  }

  /// Whether the outlook says what will not be (`لن تنجح`).
  private func isNegated(_ draft: Draft) -> Bool {
    analysis.isWord(draft.marker.lowerBound, "لن")
      || analysis.isWord(draft.marker.lowerBound, "ولن")
  }

  /// Whether a plain future tells what someone will do, will not do or will go on with: its verb is of the will
  /// (`ستسمح للطائرات`, `سيتم تأهيل المطار`, `العمليات ستستمر`).
  private func isWilled(_ draft: Draft) -> Bool {
    let at = draft.marker.upperBound - 1
    let isParticle = isNegated(draft) || analysis.isWord(at, "سوف") || analysis.isWord(at, "وسوف")
    guard isParticle || draft.rule == "future" else { return false }
    let verb = isParticle ? at + 1 : draft.marker.lowerBound
    guard verb < analysis.count else { return false }
    if Self.passives.contains(where: { analysis.hasEnding(verb, $0) }),
      analysis.text.keyLength(verb) <= 10
    {
      return true
    }
    if Self.goingOn.contains(where: { analysis.hasEnding(verb, $0) }) {
      return draft.outcome.prefix(5).contains { analysis.has($0, [.deed, .attack]) }
    }
    guard mayWill(draft, verb) else { return false }
    var letters = 0
    while letters < 3, [0x648, 0x641, 0x633].contains(analysis.text.letter(verb, letters)) {
      letters += 1
    }
    return [0, 4, 2].contains { suffix in
      analysis.text.look(
        up: verb, in: analysis.lexicon.outlooks.willed, prefix: 2 * (letters + 1), suffix: suffix)
        >= 0
    }
  }

  /// Whether the subject of the verb can have a will: a person, body or state, many men, or one named before.
  private func mayWill(_ draft: Draft, _ verb: Int) -> Bool {
    let subject = draft.outcome.lowerBound..<max(draft.outcome.lowerBound, draft.marker.lowerBound)
    let head =
      subject.isEmpty ? Range(verb + 1, upTo: min(verb + 3, analysis.count)) : subject.prefix(4)
    if subject.isEmpty,
      analysis.has(draft.marker.lowerBound - 1, [.that, .relative, .pronoun])
        || analysis.words[draft.marker.lowerBound].hasConjunction
    {
      return true
    }
    return head.contains {
      analysis.has($0, [.body, .official, .source, .name, .place, .title, .nationality, .media])
        || analysis.hasEnding($0, "ون") || analysis.hasOwnPronoun($0) && $0 == head.lowerBound
    } && !head.contains { analysis.has($0, .demonstrative) }
  }

  private static let passives: [StaticString] = ["يتم", "تتم"]
  private static let goingOn: [StaticString] = ["تتواصل", "يتواصل", "تستمر", "يستمر"]

  /// Whether harm stands near the head of the outcome and is not what is fought.
  private func hasHarm(_ draft: Draft) -> Bool {
    let from = max(draft.outcome.lowerBound, min(draft.marker.upperBound, draft.outcome.upperBound))
    let near =
      (draft.outcome
        .lowerBound..<min(draft.outcome.upperBound, max(from, draft.outcome.lowerBound) + 7))
    return near.contains { i in
      analysis.has(i, .harm) && !analysis.isWord(i - 1, "الحمض")
        && !(max(0, i - 3)..<i).contains { analysis.has($0, .against) }
    } || isComeback(near)
  }

  /// Whether those who are feared come back or spread (`عودة التنظيم`, `المتطرفون سينتشرون`).
  private func isComeback(_ near: Range<Int>) -> Bool {
    guard let deed = near.first(where: { analysis.has($0, .comeback) }) else { return false }
    return near.contains {
      analysis.has($0, .hostile) && abs($0 - deed) <= 3
        && !(max(0, deed - 3)..<deed).contains { analysis.has($0, .against) }
    }
  }

  /// Whether what one wishes for is not to last or to come about (`الاتفاق لن يصمد`, `لن يتحقق السلام`).
  private func isDisappointed(_ draft: Draft) -> Bool {
    isNegated(draft)
      && Range(
        draft.outcome.lowerBound, upTo: min(draft.outcome.lowerBound + 5, draft.outcome.upperBound)
      ).contains { analysis.has($0, .wished) }
  }

  /// Whether the outcome begins with the harm that someone intends (`تنفيذ هجمات`).
  private func isHostile(_ draft: Draft) -> Bool {
    Range(
      draft.outcome.lowerBound, upTo: min(draft.outcome.lowerBound + 2, draft.outcome.upperBound)
    )
    .contains { analysis.has($0, .harm) }
      && !analysis.has(draft.outcome.lowerBound, .against)
  }
}
