import ArabicWords
import NewsModel

// Who did what a verb tells, and to whom.

extension EventReader {
  func verbArguments(_ i: Int, _ form: EventForm, _ trigger: EventTrigger) -> EventArguments {
    var result = EventArguments()
    let clause = scene.clause(i)
    var before: Int?
    var isObjectBefore = false
    if form.isFirstPerson, let speaker = ownVoice(at: i) {
      result.actors = [speaker]
      let object = nominals(behind: i, limit: argumentLimit(i)).first
      result.recipients = object.map { withLinked($0) } ?? []
      return result
    }
    if !scene.has(i + 1, .bound), let antecedent = antecedent(of: i) {
      before = antecedent
      isObjectBefore = form.hasPronoun || isTakenUp(behind: i, form, antecedent)
    } else {
      before = subjectBefore(i, clause)
      if before == nil, form.isPlural, i > 0, scene.entityOf[i - 1] >= 0,
        !scene.hasConjunction(i)
      {
        before = Int(scene.entityOf[i - 1])
      }
    }
    // `سلحتهم ودربتهم الولايات المتحدة`: joined verbs share the subject behind the last.
    let last = scene.hasConjunction(i + 1) && scene.isVerb(i + 1) && form.hasPronoun ? i + 1 : i
    let behind = nominals(behind: last, limit: argumentLimit(last))
    if let special = clearArguments(i, form, trigger, before: before, behind) { return special }
    if before == nil || scene.entities[before ?? 0].tokens.upperBound < i, behind.isEmpty,
      let thing = sufferingThing(i, form, trigger)
    {
      result.recipients = [thing]
      return result
    }
    let isPassive = isPassive(i, form, trigger, before: isObjectBefore ? nil : before, behind)
    if isPassive {
      let subject = before ?? behind.first
      if let subject { result.recipients = withLinked(subject) }
      return result
    }
    if trigger.frame == .harm {
      if let subject = before ?? behind.first { result.recipients = withLinked(subject) }
      return result
    }
    assign(i, form, trigger, before, isObjectBefore: isObjectBefore, behind, &result)
    if result.actors.isEmpty, let last = lastActor(before: i) { result.actors = last }
    if trigger.frame == .meet {
      result.actors += result.recipients
      result.recipients = []
    }
    return result
  }

  /// The thing right before a verb of ruin without object, which it was done to (`منزلها دمر بالكامل`).
  private func sufferingThing(_ i: Int, _ form: EventForm, _ trigger: EventTrigger) -> Int? {
    guard trigger.frame == .ruin, form.mayBePassive, !form.hasPronoun, i > 0,
      !scene.hasConjunction(i), !analysis.has(i - 1, .relative)
    else { return nil }
    let index = Int(scene.entityOf[i - 1])
    guard index >= 0, !scene.entities[index].isSomeone, scene.entities[index].relation == .none
    else { return nil }
    return index
  }

  /// Makes subject and object of the one before an active verb and of those behind it.
  private func assign(
    _ i: Int, _ form: EventForm, _ trigger: EventTrigger, _ before: Int?, isObjectBefore: Bool,
    _ behind: [Int], _ result: inout EventArguments
  ) {
    if isObjectBefore, let object = before {
      result.recipients = [object]
      if let subject = behind.first { result.actors = withLinked(subject) }
    } else if form.hasPronoun, let subject = behind.first, isAsyndetic(i),
      scene.entities[subject].isSomeone, scene.entities[subject].tokens.lowerBound <= i + 2
    {
      // `أسلحة زودتها بها الدولة`
      result.actors = withLinked(subject)
      result.recipients = before.map { [$0] } ?? []
    } else if form.hasPronoun {
      if let subject = before ?? behind.first { result.actors = withLinked(subject) }
      result.recipients = lastMention(before: i, not: result.actors).map { [$0] } ?? []
    } else if let subject = before {
      result.actors = withLinked(subject)
      if let object = behind.first { result.recipients = withLinked(object) }
    } else if let object = behind.first, form.isPlural || scene.isAccusative(scene.entities[object])
    {
      result.recipients = withLinked(object)
    } else if let thing = behind.first, trigger.frame.isVerbal, scene.hasConjunction(i),
      !scene.entities[thing].isSomeone, let last = lastActor(before: i)
    {
      result.actors = last
    } else if let subject = behind.first {
      result.actors = withLinked(subject)
      if let object = behind.dropFirst().first { result.recipients = withLinked(object) }
    }
  }

  /// Whether the verb describes the indefinite noun right before it.
  func isAsyndetic(_ i: Int) -> Bool {
    i > 0 && !scene.hasConjunction(i) && !scene.hasArticle(i - 1)
      && analysis.text.tokens[i].gap != .line && !analysis.isPunctuation(i - 1)
      && !analysis.has(i - 1, [.that, .relative, .clause, .preposition, .negation])
      && analysis.cue(i - 1) == nil && !scene.isVerb(i - 1)
  }

  /// The arguments of verbs whose subject is clear whatever stands behind them; `nil` for all others.
  private func clearArguments(
    _ i: Int, _ form: EventForm, _ trigger: EventTrigger, before: Int?, _ behind: [Int]
  ) -> EventArguments? {
    var result = EventArguments()
    result.recipients = behind.first.map { withLinked($0) } ?? []
    // `واتهم أوكرانيا`: a feminine country is no subject of a masculine verb.
    if before == nil, !form.hasPronoun, !form.isPlural, form.kind == .past, !form.isFeminine,
      !form.isFirstPerson, let object = behind.first, isFeminineCountry(scene.entities[object]),
      trigger.frame.isVerbal, let agent = lastActor(before: i)
    {
      result.actors = agent
      return result
    }
    // `استهدفت الغارات الطريق`: the subject is a deed; who did it is told elsewhere.
    if trigger.type == .assault, !form.hasPronoun, before == nil,
      scene.forms[min(i + 1, analysis.count - 1)]?.kind == .noun, scene.prefix(i + 1) == .none
    {
      return result
    }
    if isDeedsVerb(i, behind) { return result }
    if before == nil, let agent = continuedSubject(i, form, trigger) {
      result.actors = [agent]
      return result
    }
    return nil
  }

  /// Whether a form that may be active or passive is passive here.
  func isPassive(
    _ i: Int, _ form: EventForm, _ trigger: EventTrigger, before: Int?, _ behind: [Int]
  ) -> Bool {
    if form.kind == .passive { return true }
    if form.kind == .past, scene.isWrittenPassive(i) { return true }
    guard form.mayBePassive, !form.hasPronoun, analysis.text.word(i).last != "ى" else {
      return false
    }
    let limit = argumentLimit(i)
    if scene.entities.contains(where: {
      $0.relation == .by && $0.tokens.lowerBound > i && $0.tokens.lowerBound < limit
        && !isOfOtherDeed($0, than: i)
    }) {
      return true
    }
    let isOfHands = trigger.type == .assault || trigger.type == .coerce
    if !isOfHands, let subject = before ?? behind.first,
      trigger.frame.isVerbal && !scene.entities[subject].isNumbered
        || scene.entities[subject].isPolitical
    {
      return false
    }
    if let before {
      guard behind.isEmpty else { return false }
      return scene.entities[before].isNumbered || scene.entities[before].isPerson
        || !scene.entities[before].isArmed
        || isSingular(scene.entities[before].tokens.lowerBound)
    }
    guard let first = behind.first else { return trigger.frame == .kill }
    // `اتهم 15 منهم بالتخطيط`
    if trigger.frame == .blame, scene.entities[first].isNumbered { return true }
    if behind.count == 1, isNamedObject(first, trigger) { return true }
    if behind.count > 1 {
      let gap =
        scene.entities[behind[1]].tokens.lowerBound - scene.entities[first].tokens.upperBound
      if gap <= 4, !scene.entities[first].isNumbered { return false }
    }
    let subject = scene.entities[first]
    if subject.isNumbered || subject.isPerson || isSingular(subject.tokens.lowerBound)
      || subject.isNamed && !subject.isPolitical
    {
      return true
    }
    return behind.count < 2 && !subject.isArmed && !subject.isState && trigger.frame != .take
  }

  /// Whether the trigger's line names the head of the entity among its objects (`أسقطت الطائرة`).
  private func isNamedObject(_ index: Int, _ trigger: EventTrigger) -> Bool {
    let i = scene.entities[index].tokens.lowerBound
    return analysis.text.look(up: i, in: trigger.next) >= 0
      || analysis.words[i].hasArticle && analysis.text.look(up: i, in: trigger.next, prefix: 4) >= 0
  }
}
