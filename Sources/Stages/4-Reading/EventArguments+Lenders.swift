import ArabicWords
import NewsModel

// Who did what a noun names, by the verb that carries the noun.

extension EventReader {
  /// Reads the verb that lends its subject to a noun (`شن الجيش هجوما`, `تعرض المطار لقصف`).
  func readLender(_ i: Int, _ frame: EventFrame, _ result: inout EventArguments) {
    let clause = scene.clause(i)
    if let known = knownMaker(i, clause) {
      result.actors = known
      return
    }
    let isGoverned = isGoverned(i)
    var j = i - 1
    while j >= clause.lowerBound, j > i - 22 {
      if endsSearch(j) { return }
      let isNoun = scene.has(j, .lendsGenitive) && scene.forms[j] == nil
      if lends(j) || isNoun, !scene.hasArticle(j) {
        if isGoverned, scene.has(j, .lendsActor), !scene.has(j, .lendsBehindPreposition) { return }
        let between = maker(behind: j, of: i)
        let subject = isNoun ? between : antecedent(of: j) ?? between ?? subjectBefore(j, clause)
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

  /// Who is behind a deed without a verb that lends: `التنظيم وراء الهجوم`, `تمكن من قتل ... وتدمير ...`.
  private func knownMaker(_ i: Int, _ clause: Range<Int>) -> [Int]? {
    if analysis.isWord(i - 1, "وراء") || analysis.isWord(i - 1, "خلف") {
      let subject = subjectBefore(i - 1, clause) ?? nearestActor(before: i - 1)
      return subject.map { withLinked($0) } ?? []
    }
    guard scene.hasConjunction(i), let last = drafts.last, last.form.kind == .noun,
      scene.clauseOf[last.at] == scene.clauseOf[i], !last.actors.isEmpty,
      !last.trigger.frame.isVerbal
    else { return nil }
    return last.actors
  }

  /// Whether the deed is such as forces do and announce: arrests and seizures, towns taken and posts destroyed.
  func isOfForces(_ draft: EventDraft) -> Bool {
    guard draft.form.kind == .noun || draft.form.kind == .passive else { return false }
    if draft.type == .coerce { return draft.trigger.mode == "arrest" || draft.trigger.mode == "seize" }
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
          && (entity.isArmed && !entity.isWeapon
            || entity.tokens.contains { k in Self.ministries.contains { analysis.isWord(k, $0) } })
      }
  }

  private static let ministries: [StaticString] = ["الداخليه", "الدفاع"]

  /// Whether another deed's verb stands at the token, so that no lender is looked for beyond it.
  private func endsSearch(_ j: Int) -> Bool {
    scene.forms[j]?.isVerb == true && !scene.has(j, EventWord.verb)
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
    guard entity.isSomeone || entity.isFacility || entity.isNumbered else { return }
    if scene.has(j, .lendsVictim) {
      if result.recipients.isEmpty { result.recipients = withLinked(subject) }
    } else if result.actors.isEmpty, frame != .harm || entity.isArmed {
      result.actors = withLinked(subject)
    }
  }
}
