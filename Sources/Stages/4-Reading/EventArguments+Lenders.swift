import ArabicWords
import NewsModel

// Who did what a noun names, by the verb that carries the noun.

extension EventReader {
  /// Reads the verb that lends its subject to a noun (`شن الجيش هجوما`, `تعرض المطار لقصف`).
  func readLender(_ i: Int, _ frame: EventFrame, _ result: inout EventArguments) {
    let clause = scene.clause(i)
    if let known = accused(of: i) ?? knownMaker(i, clause) {
      result.actors = known
      return
    }
    let isGoverned = isGoverned(i)
    var j = i - 1
    while j >= clause.lowerBound, j > i - 22 {
      if endsSearch(j) { return }
      let isNoun = scene.has(j, .lendsGenitive) && scene.forms[j] == nil
      if lends(j) || isNoun, !scene.hasArticle(j) {
        if isGoverned, scene.has(j, .lendsActor), !scene.has(j, .lendsBehindPreposition),
          !isClaimed(behind: j, i)
        {
          return
        }
        let between = maker(behind: j, of: i)
        let subject =
          isNoun
          ? between
          : antecedent(of: j) ?? described(by: j) ?? between ?? subjectBefore(j, clause)
        if isNoun, subject == nil {
          j -= 1
          continue
        }
        return lend(subject, by: j, frame, &result)
      }
      if scene.has(j, [.happens, .lendsPlace]), scene.isVerb(j) { return }
      j -= 1
    }
  }

  /// Those whom a verb of blame before the deed charges with it (`متهما المتمردين بشن الهجوم`, `حملت التنظيم
  /// مسؤولية التفجير`).
  private func accused(of i: Int) -> [Int]? {
    guard let index = drafts.indices.last(where: { drafts[$0].trigger.frame == .blame }),
      case let at = drafts[index].at,
      analysis.sentenceOf[at] == analysis.sentenceOf[i], i - at < 25,
      !drafts[index].recipients.isEmpty, drafts[index].status != .negated
    else { return nil }
    let isCharge =
      Self.responsibilities.contains { analysis.isWord(i - 1, $0) }
      || (max(at + 1, i - 3)...i).contains { j in
        scene.prefix(j) == .b
          && (j == i || scene.has(j, .lendsGenitive)
            || Self.charges.contains { analysis.isWord(j, $0) })
      }
    return isCharge ? drafts[index].recipients : nil
  }

  private static let charges: [StaticString] = [
    "بالوقوف", "بالمسءوليه", "بالتورط", "بالضلوع", "بتدبير", "بالتخطيط", "بالمشاركه",
    "بالتسبب",
  ]

  /// The group of the one who did it (`منفذ الهجوم ينتمي إلى التنظيم`), or that to which a verb before lays it
  /// (`نسبت السلطات الهجوم إلى التنظيم`).
  private func laidTo(_ i: Int, _ clause: Range<Int>) -> [Int]? {
    let isDoer = Self.doers.contains { analysis.isWord(i - 1, $0) }
    guard
      isDoer
        || (max(clause.lowerBound, i - 6)..<i).contains(where: { j in
          Self.attributions.contains { analysis.isWord(j, $0) }
        })
    else { return nil }
    let end = min(analysis.sentence(i).upperBound, i + 9)
    for j in i + 1..<max(i + 1, end) {
      if analysis.isComma(j) { return nil }
      let index = Int(scene.entityOf[j])
      guard index >= 0 else { continue }
      let entity = scene.entities[index]
      if entity.relation == .to, entity.isSomeone { return withLinked(index) }
    }
    return nil
  }

  private static let doers: [StaticString] = [
    "منفذ", "منفذي", "منفذو", "مرتكب", "مرتكبي", "مدبر", "مدبري", "منفذا",
  ]

  /// Who is behind a deed without a verb that lends: `التنظيم وراء الهجوم`, `تمكن من قتل ... وتدمير ...`.
  private func knownMaker(_ i: Int, _ clause: Range<Int>) -> [Int]? {
    if analysis.isWord(i - 1, "وراء") || analysis.isWord(i - 1, "خلف") {
      let subject = subjectBefore(i - 1, clause) ?? nearestActor(before: i - 1)
      return subject.map { withLinked($0) } ?? []
    }
    if let laid = laidTo(i, clause) { return laid }
    if let suspect = suspect(of: i) { return [suspect] }
    guard scene.hasConjunction(i), let last = drafts.last, last.form.kind == .noun,
      scene.clauseOf[last.at] == scene.clauseOf[i], !last.actors.isEmpty,
      !last.trigger.frame.isVerbal
    else { return nil }
    return last.actors
  }

  /// The one whom a verb before brings to the deed (`دفع ذلك المتمردين إلى حشد مقاتلين`).
  func induced(_ i: Int, _ clause: Range<Int>) -> Int? {
    guard analysis.isWord(i - 1, "الي") || analysis.isWord(i - 1, "علي"), i >= 2 else { return nil }
    let index = Int(scene.entityOf[i - 2])
    guard index >= 0, scene.entities[index].relation == .none, scene.entities[index].isSomeone
    else { return nil }
    let first = scene.entities[index].tokens.lowerBound
    return (max(clause.lowerBound, first - 4)..<max(clause.lowerBound, first))
      .contains { scene.has($0, .induces) } ? index : nil
  }

  /// The one suspected of the deed or charged with it (`المشتبه به الرئيسي في تفجير مسجد`).
  private func suspect(of i: Int) -> Int? {
    guard analysis.isWord(i - 1, "في") || scene.prefix(i) == .b else { return nil }
    let start = max(analysis.sentence(i).lowerBound, i - 6)
    guard start < i else { return nil }
    for j in (start..<i).reversed() {
      if scene.isVerb(j) || analysis.isPunctuation(j) { return nil }
      if scene.has(j, .suspect) { return scene.entityOf[j] >= 0 ? Int(scene.entityOf[j]) : nil }
    }
    return nil
  }

  /// Whether the deed is such as forces do and announce: arrests and seizures, towns taken and posts destroyed.
  func isOfForces(_ draft: EventDraft) -> Bool {
    guard draft.form.kind == .noun || draft.form.kind == .passive else { return false }
    if draft.type == .coerce {
      return draft.trigger.mode == "arrest" || draft.trigger.mode == "seize"
    }
    guard draft.type == .assault else { return false }
    if draft.trigger.frame == .ruin || draft.trigger.frame == .drive {
      return draft.recipients.contains { scene.entities[$0].isArmed }
    }
    return draft.trigger.frame == .take || draft.trigger.frame == .retake
  }

  /// The force, or the ministry over it, that says what is told at the token.
  func announcingForce(at i: Int) -> Int? {
    guard let statement = statements.last(where: { $0.content.contains(i) }) else { return nil }
    let speaker =
      statement.speaker
      ?? statements.last { $0.member == statement.member && $0.speaker != nil }?.speaker
    var seen: Set<Int> = []
    return speaker?.map { Int(scene.entityOf[$0]) }.filter { $0 >= 0 && seen.insert($0).inserted }
      .first { index in
        let entity = scene.entities[index]
        return !isTeller(index)
          && (entity.isArmed && !entity.isWeapon || entity.isState && !entity.isOfficial
            || entity.tokens.contains { k in Self.ministries.contains { analysis.isWord(k, $0) } })
      }
  }

  private static let ministries: [StaticString] = ["الداخليه", "الدفاع"]

  /// Whether the verb takes responsibility for the deed (`أعلنت الجبهة مسؤوليتها عن هجمات`).
  private func isClaimed(behind j: Int, _ i: Int) -> Bool {
    guard j < i - 2, analysis.isWord(i - 1, "عن") else { return false }
    return Self.responsibilities.contains { analysis.isWord(i - 2, $0) }
  }

  private static let responsibilities: [StaticString] = [
    "مسءوليه", "مسءوليته", "مسءوليتها", "مسءوليتهم", "المسءوليه",
  ]

  /// Whether another deed's verb stands at the token, so that no lender is looked for beyond it.
  private func endsSearch(_ j: Int) -> Bool {
    // `لإنهاء حملة`: what is to be ended is not the subject's.
    if scene.prefix(j) == .l, scene.has(j, .ends) { return true }
    return scene.forms[j]?.isVerb == true && !scene.has(j, EventWord.verb)
      && scene.trigger(j)?.frame != .light
  }

  private func lends(_ j: Int) -> Bool {
    scene.has(j, [.lendsActor, .lendsVictim]) || scene.trigger(j)?.frame == .light
  }

  /// The one between a lender and the noun, or behind the noun where the verb claims it.
  private func maker(behind j: Int, of i: Int) -> Int? {
    let between = nominals(behind: j, limit: i).first {
      let entity = scene.entities[$0]
      return entity.isSomeone && !scene.isAccusative(entity) || entity.isFacility
        || entity.isNumbered && entity.tokens.lowerBound == j + 1
    }
    if between != nil || !isClaim(j) { return between }
    return nominals(behind: i, limit: argumentLimit(i)).first { scene.entities[$0].isSomeone }
  }

  /// The indefinite noun of someone right before a verb that describes it (`خلية شاركت في الهجوم`).
  private func described(by j: Int) -> Int? {
    guard isAsyndetic(j), scene.isVerb(j) else { return nil }
    let index = Int(scene.entityOf[j - 1])
    guard index >= 0, scene.entities[index].isArmed || scene.entities[index].isPerson,
      !scene.hasArticle(scene.entities[index].tokens.lowerBound), !scene.entities[index].isState,
      !scene.entities[index].isNamed
    else { return nil }
    return index
  }

  private func lend(
    _ subject: Int?, by j: Int, _ frame: EventFrame, _ result: inout EventArguments
  ) {
    guard let subject else {
      if scene.hasConjunction(j), scene.has(j, .lendsActor), let last = lastActor(before: j) {
        result.actors = last
      }
      return
    }
    let entity = scene.entities[subject]
    guard entity.isSomeone || entity.isFacility || entity.isNumbered,
      !analysis.has(entity.tokens.lowerBound, .media),
      !analysis.has(entity.tokens.lowerBound - 1, .media)
    else { return }
    if scene.has(j, .lendsVictim) {
      if result.recipients.isEmpty { result.recipients = withLinked(subject) }
    } else if result.actors.isEmpty, frame != .harm || entity.isArmed {
      result.actors = withLinked(subject)
    }
  }
}
