import ArabicQuantities
import ArabicWords
import NewsModel

extension EventReader {
  /// Whether the event happened, will happen, might, did not or lies far back; `nil` if the word tells
  /// of a purpose or plan and so of no event.
  func status(of draft: EventDraft) -> EventStatus? {
    let i = draft.at
    if isNegated(i, draft.form) { return .negated }
    if draft.form.kind == .future || precededBy(i, within: 2, "سوف") {
      return isWarlike(draft) ? nil : .future
    }
    if isConditional(i) || isContent(i, draft.form) { return nil }
    if draft.form.kind == .noun, isPurpose(i) {
      return isTried(i) ? .actual : isDenied(i) ? .negated : nil
    }
    if draft.form.kind == .noun, !isWarlike(draft), isPromised(i) { return .future }
    if draft.form.kind == .present,
      analysis.isWord(i - 1, "ان") || analysis.isWord(i - 1, "قد") || analysis.isWord(i - 1, "بان")
    {
      if isAfterPlan(i) || analysis.isWord(i - 1, "قد") { return nil }
      return isScheduled(i) ? (isWarlike(draft) ? nil : .future) : .actual
    }
    if isHistorical(i) { return .historical }
    if draft.form.kind == .present, isHabitual(i) { return nil }
    return .actual
  }

  /// Whether a present in a relative clause tells what one always does (`الذي يدعم الميليشيات`), and no
  /// day is named for it.
  private func isHabitual(_ i: Int) -> Bool {
    guard analysis.has(i - 1, .relative) else { return false }
    let clause = scene.clause(i)
    return !times.contains { clause.contains($0.tokens.lowerBound) && $0.day != nil }
  }

  private func isWarlike(_ draft: EventDraft) -> Bool {
    draft.type == .assault || draft.type == .coerce || draft.type == .protest
  }

  private func precededBy(_ i: Int, within limit: Int, _ word: StaticString) -> Bool {
    (1...limit).contains { analysis.isWord(i - $0, word) }
  }

  /// Whether a negation governs the trigger.
  private func isNegated(_ i: Int, _ form: EventForm) -> Bool {
    if form.isVerb {
      if analysis.isWord(i - 1, "لا"), analysis.isWord(i - 2, "ما") || form.kind == .past {
        return false
      }
      return analysis.isWord(i - 1, "لم") || analysis.isWord(i - 1, "لن")
        || analysis.isWord(i - 1, "ولم")
        || analysis.isWord(i - 1, "ولن") || analysis.isWord(i - 1, "لا")
        || analysis.isWord(i - 1, "ولا")
        || analysis.isWord(i - 1, "فلم")
    }
    if analysis.isWord(i - 1, "لا"), !scene.hasArticle(i) { return true }
    // `نفى الجيش شن أي غارة`: what someone denies at once.
    if let told = statements.last(where: { $0.content.contains(i) }), told.stance == .deny,
      i - told.content.lowerBound <= 2, told.cue != nil
    {
      return true
    }
    guard i >= 1 else { return false }
    let start = max(scene.clause(i).lowerBound, i - 3)
    guard start < i else { return false }
    return (start..<i).contains { scene.has($0, .negates) && scene.isVerb($0) }
  }

  /// Whether a condition or possibility governs the trigger.
  private func isConditional(_ i: Int) -> Bool {
    let clause = scene.clause(i)
    let first = clause.lowerBound
    if analysis.isWord(first, "اذا") || analysis.isWord(first, "لو")
      || analysis.isWord(first, "ربما")
      || analysis.isWord(first, "واذا") || analysis.isWord(first, "كي")
      || analysis.isWord(first, "لكي")
      || analysis.isWord(first, "ريثما") || analysis.isWord(first, "ولو")
    {
      return true
    }
    return precededBy(i, within: 3, "حال") && precededBy(i, within: 4, "في")
  }

  /// Whether the noun is what a demand, refusal, threat or agreement before it is about (`طالب بوقف`,
  /// `رفض رفع`, `هدد بقصف`, `وافق على تأجيل`), and so no event of its own.
  private func isContent(_ i: Int, _ form: EventForm) -> Bool {
    guard form.kind == .noun || form.kind == .past, !scene.hasConjunction(i) else { return false }
    let start = max(scene.clause(i).lowerBound, i - 9)
    guard start < i else { return false }
    for j in (start..<i).reversed() {
      guard let trigger = scene.trigger(j) else { continue }
      let isBehindB = scene.prefix(i) == .b || analysis.isWord(i - 1, "ب")
      let isBehindTo = analysis.isWord(i - 1, "الي") || analysis.isWord(i - 1, "علي")
      if trigger.frame == .refuse, i - j <= 3 { return true }
      guard form.kind == .noun else { return false }
      // `استدعت السفير احتجاجا على`
      if trigger.type == .accuse, !scene.hasArticle(i), analysis.hasEnding(i, "ا") { return true }
      if trigger.frame == .ask { return isBehindB || isBehindTo && i - j <= 7 }
      if trigger.type == .threaten { return isBehindB }
      if trigger.type == .agree, trigger.frame == .give { return isBehindTo || isBehindB }
      return false
    }
    return false
  }

  /// Whether the word before a noun says who is able to do it, and not that it is done (`غير قادرة على ضبط`).
  func isAbility(_ i: Int) -> Bool {
    Range(max(scene.clause(i).lowerBound, i - 2), upTo: i).contains { scene.has($0, .able) }
  }

  /// Whether a noun names a purpose, plan or demand and no deed.
  private func isPurpose(_ i: Int) -> Bool {
    if scene.prefix(i) == .l,
      !scene.hasArticle(i) || scene.prefix(i + 1) == .b || analysis.isWord(i + 1, "علي")
    {
      return !isMaking(i)
    }
    guard !scene.hasArticle(i) || analysis.isWord(i - 1, "اجل") else { return false }
    let start = max(scene.clause(i).lowerBound, i - 3)
    guard start < i else { return false }
    for j in (start..<i).reversed() {
      if scene.has(j, [.plan, .able]) { return true }
      if scene.isVerb(j) { return false }
    }
    return false
  }

  /// Whether a verb that suffers takes the noun with `ل` (`تعرض لقصف`, `وقع ضحية لهجوم`).
  private func isMaking(_ i: Int) -> Bool {
    let start = max(scene.clause(i).lowerBound, i - 10)
    guard start < i else { return false }
    return (start..<i).contains { scene.has($0, .lendsVictim) }
      || analysis.isWord(i - 1, "هدفا") || analysis.isWord(i - 1, "نتيجه")
      || analysis.isWord(i - 1, "تبنيه")
      || analysis.isWord(i - 1, "ساعه") || analysis.isWord(i - 1, "وفقا")
  }

  /// Whether it is said that there is no plan for what the noun names.
  private func isDenied(_ i: Int) -> Bool {
    let start = max(analysis.sentence(i).lowerBound, i - 6)
    guard start < i else { return false }
    return (start..<i).contains {
      analysis.isWord($0, "ليس") || analysis.isWord($0, "ليست") || analysis.isWord($0, "لا")
    }
  }

  /// Whether a verb of the future stands before the noun in its clause.
  private func isPromised(_ i: Int) -> Bool {
    let start = max(scene.clause(i).lowerBound, i - 10)
    guard start < i else { return false }
    return (start..<i).contains { analysis.has($0, .future) || scene.forms[$0]?.kind == .future }
  }

  private func isTried(_ i: Int) -> Bool {
    let start = max(scene.clause(i).lowerBound, i - 3)
    return (start..<i).contains {
      analysis.isWord($0, "يحاولون") || analysis.isWord($0, "تحاول") || analysis.isWord($0, "يحاول")
    }
  }

  private func isAfterPlan(_ i: Int) -> Bool {
    let start = max(analysis.sentence(i).lowerBound, i - 4)
    guard start < i else { return false }
    return (start..<i).contains { scene.has($0, .plan) }
  }

  /// Whether what is said to be due governs the verb (`من المقرر أن يلتقي`).
  private func isScheduled(_ i: Int) -> Bool {
    let start = max(analysis.sentence(i).lowerBound, i - 4)
    return start < i && (start..<i).contains { scene.has($0, .future) && scene.hasArticle($0) }
  }

  /// Whether another year is named for the trigger, or it is told as background of years ago.
  private func isHistorical(_ i: Int) -> Bool {
    guard let published else { return false }
    let clause = scene.clause(i)
    let end = min(analysis.sentence(i).upperBound, max(clause.upperBound, i + 9))
    let start = max(clause.lowerBound, i - 8)
    for j in start..<end {
      if let year = year(at: j), year < published.components.year { return true }
      guard j > 0, scene.has(j, .background) else { continue }
      if analysis.isWord(j - 1, "قبل") || analysis.isWord(j - 2, "قبل")
        || analysis.isWord(j - 1, "منذ") && j > i || analysis.isWord(j - 2, "منذ") && j > i
      {
        if analysis.isWord(j, "اعوام") || analysis.isWord(j, "سنوات") || analysis.isWord(j, "عاما")
          || analysis.isWord(j, "عقود")
        {
          return true
        }
      }
      if j + 1 < end,
        analysis.isWord(j + 1, "الماضي") || analysis.isWord(j + 1, "الماضيه")
          || analysis.isWord(j + 1, "الفاءت"),
        scene.hasArticle(j)
      {
        return true
      }
    }
    return false
  }

  /// The year that a token of four digits names.
  private func year(at i: Int) -> Int? {
    guard analysis.text.tokens[i].kind == .number, analysis.text.keyLength(i) == 4 else {
      return nil
    }
    var value = 0
    for byte in analysis.text.key(i) {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (1900...2100).contains(value) ? value : nil
  }
}

extension EventScene {
  /// The tokens around a trigger in which its surroundings show.
  func near(_ i: Int) -> Range<Int> {
    let sentence = analysis.sentence(i)
    return max(sentence.lowerBound, i - 12)..<min(sentence.upperBound, i + 13)
  }

  /// Whether the text tells of conflict or politics at all, and not of games.
  var isAboutConflict: Bool {
    var conflict = 0
    var games = 0
    for i in 0..<count {
      let kind = classes(i)
      if !kind.isDisjoint(with: [.armed, .state, .nationality, .weapon]) { conflict += 1 }
      if kind.contains(.sport) { games += 1 }
    }
    return games < 4 || games * 2 < conflict
  }

  /// Whether `مسيرة` is written with the doubled letter of what is steered.
  private func isDrone(_ i: Int) -> Bool {
    let token = analysis.text.tokens[i]
    return Range(Int(token.start), upTo: Int(token.end) - 3).contains { at in
      (0..<4).allSatisfy { analysis.text.utf8[at + $0] == Self.doubledYeh[$0] }
    }
  }

  /// The letter yeh with shadda.
  private static let doubledYeh: [UInt8] = [0xD9, 0x8A, 0xD9, 0x91]

  /// Whether the deed is part of the name of a facility (`نقطة تفتيش`), a quarter (`حي الانتصار`) or a force (`قوة الإسناد`).
  private func isInName(_ i: Int, _ trigger: EventTrigger) -> Bool {
    guard i > 0, !isVerb(i), prefix(i) == .none, !hasConjunction(i), !hasArticle(i - 1),
      analysis.text.tokens[i - 1].kind == .word, analysis.text.tokens[i].gap != .line
    else { return false }
    if has(i - 1, .facility), !hasArticle(i), !analysis.words[i - 1].hasPronoun { return true }
    guard hasArticle(i) else { return false }
    if has(i - 1, [.smallPlace, .townPlace]), !analysis.isForm(i - 1, "منطقه"),
      !analysis.isForm(i - 1, "مناطق"), !analysis.isForm(i - 1, "منطقتي")
    {
      return true
    }
    return has(i - 1, .armed)
      && [.aid, .support, .mobilize, .retreat, .cooperate].contains(trigger.type)
  }

  /// Whether the word is spelt like a deed and tells of none: `بيان صادر عن`, `قمة جبل`; or it is a truce that was agreed, which
  /// is what the agreement is about (`اتفقا على وقف إطلاق النار`).
  private func isSpeltAlike(_ i: Int) -> Bool {
    if analysis.has(i, .issued), analysis.isWord(i + 1, "عن") || analysis.has(i - 1, .document) {
      return true
    }
    if analysis.isForm(i, "قمه"), has(i + 1, .mountain) { return true }
    // `قوات الدعم السريع`, `تحالف دعم الشرعية`
    if analysis.isWord(i + 1, "السريع") || analysis.isWord(i + 1, "الشرعيه"),
      analysis.isForm(i, "دعم") || analysis.isWord(i, "للدعم") || analysis.isWord(i, "بالدعم")
    {
      return true
    }
    // `وقوف الجماعة وراء الهجوم`
    if analysis.isForm(i, "وقوف") {
      return Range(i + 1, upTo: min(i + 8, count)).contains { analysis.isWord($0, "وراء") }
    }
    // `برا` is by land, `برأ` is to acquit.
    if analysis.isWord(i, "برا") { return !isWrittenWithHamza(i) }
    return analysis.isForm(i, "وقف")
      && (analysis.isWord(i + 1, "اطلاق") || analysis.isWord(i + 1, "لاطلاق"))
      && Range(max(analysis.sentence(i).lowerBound, i - 5), upTo: i).contains { has($0, .accord) }
  }

  /// Whether the word ends in an alef with hamza.
  private func isWrittenWithHamza(_ i: Int) -> Bool {
    let end = Int(analysis.text.tokens[i].end)
    return analysis.text.utf8[end - 2] == 0xD8 && analysis.text.utf8[end - 1] == 0xA3
  }

  /// Whether the trigger is meant figuratively, or of sport, weather, accidents or plain crime.
  func isFigurative(_ i: Int, _ trigger: EventTrigger) -> Bool {
    if !analysis.has(i + 1, .preposition), has(i + 1, .figurative), i + 1 < count { return true }
    // `طائرة مسيرة`, `مسيّرة` fly.
    if trigger.type == .protest, has(i - 1, .aircraft) || isDrone(i) { return true }
    if isInName(i, trigger) || isSpeltAlike(i) { return true }
    guard trigger.type == .assault || trigger.type == .coerce else { return false }
    var armed = 0
    var other = 0
    for j in near(i) where j != i {
      let kind = classes(j)
      if !kind.isDisjoint(with: [.armed, .weapon]) { armed += 1 }
      if !kind.isDisjoint(with: [.sport, .accident, .crime]) {
        other += kind.contains(.crime) ? 2 : 1
      }
    }
    return other > armed
  }
}
