import ArabicWords
import NewsModel

/// Who did it and to whom, as indices of entities.
struct EventArguments {
  var actors: [Int] = []
  var recipients: [Int] = []
}

extension EventReader {
  /// Finds those who act and those who suffer around a trigger, from the grammar of its clause.
  func arguments(of i: Int, _ form: EventForm, _ trigger: EventTrigger) -> EventArguments {
    var result = form.isVerb ? verbArguments(i, form, trigger) : nounArguments(i, form, trigger)
    // Who is received visits (PLOVER 2.0, CONSULT visit: the actor visits, the recipient hosts).
    if trigger.frame == .host {
      swap(&result.actors, &result.recipients)
      if result.actors.isEmpty { result.actors = guests(of: result.recipients, behind: i) }
    }
    readPrepositions(i, form, trigger, &result)
    if trigger.frame == .fight || trigger.frame == .meet,
      trigger.frame == .fight || form.kind == .noun
    {
      if result.actors.count <= 1, !result.recipients.isEmpty, trigger.frame == .meet {
        result.actors += result.recipients
        result.recipients = []
      }
    }
    if trigger.frame == .event { result = EventArguments() }
    if trigger.type == .mobilize {
      if result.actors.isEmpty { result.actors = result.recipients }
      result.recipients = []
    }
    result.actors += result.actors.flatMap { members(of: $0) }
    result.actors = unique(
      result.actors.filter { isActor($0) && (trigger.frame.isOfWords || !isTeller($0)) })
    if let first = result.recipients.first, !scene.entities[first].isPerson {
      result.recipients += owners(of: result.recipients[result.recipients.count - 1])
    }
    result.recipients = unique(
      result.recipients.filter { !result.actors.contains($0) && isRecipient($0, trigger) })
    return result
  }

  /// Whom a host receives, named behind when and where (`استقبل الملك أمس بقصره وفدا`).
  private func guests(of hosts: [Int], behind i: Int) -> [Int] {
    guard let host = hosts.last else { return [] }
    let clause = scene.clause(i)
    let guest = scene.entities.indices.first { index in
      let entity = scene.entities[index]
      return entity.tokens.lowerBound >= scene.entities[host].tokens.upperBound
        && entity.tokens.upperBound <= clause.upperBound && entity.relation == .none
        && entity.isSomeone && !entity.isPlace && !entity.isFacility
    }
    return guest.map { withLinked($0) } ?? []
  }

  /// Those named of a group (`حلفاء بينهم الحلف والولايات المتحدة`, `أعضاء مثل سالم الهاشمي`).
  private func members(of index: Int) -> [Int] {
    let end = scene.entities[index].tokens.upperBound
    guard let marker = [end, end + 1].first(where: { scene.has($0, .members) }),
      marker + 1 < analysis.count
    else { return [] }
    let first = Int(scene.entityOf[marker + 1])
    guard first >= 0, scene.entities[first].isSomeone else { return [] }
    return withLinked(first)
  }

  func unique(_ list: [Int]) -> [Int] {
    if list.count < 2 { return list }
    var seen: Set<Int> = []
    return list.filter { seen.insert($0).inserted }
  }

  /// Whether the entity only tells of what others do: a spokesman, a source, a witness.
  func isTeller(_ index: Int) -> Bool {
    let i = scene.entities[index].tokens.lowerBound
    return analysis.has(i, .source) || Self.tellers.contains { analysis.hasEnding(i, $0) }
  }

  private static let tellers: [StaticString] = [
    "متحدث", "ناطق", "متحدثه", "ناطقه", "مصدر", "مصادر", "مراسل", "شهود", "شاهد",
  ]

  func isActor(_ index: Int) -> Bool {
    let entity = scene.entities[index]
    if entity.isMeasure || entity.isQuality || isNobody(entity) || isDeed(entity) { return false }
    return (entity.isSomeone || entity.isNumbered || entity.isUnknown && entity.relation == .none)
      && !entity.isPlace && !(entity.isFacility && !entity.isOfficial)
  }

  /// Whether it is something that is done (`التعاون العسكري`), and no one.
  private func isDeed(_ entity: EventEntity) -> Bool {
    analysis.has(entity.tokens.lowerBound, .deed) && !entity.isSomeone
  }

  /// Whether the words only say that somebody is meant or nobody (`أي جهة`).
  private func isNobody(_ entity: EventEntity) -> Bool {
    let i = entity.tokens.lowerBound
    return analysis.isWord(i, "اي") || analysis.isWord(i, "ايه") || scene.has(i, .crime)
  }

  func isRecipient(_ index: Int, _ trigger: EventTrigger) -> Bool {
    let entity = scene.entities[index]
    if entity.isMeasure || entity.isQuality || entity.isWeapon && !entity.isFacility {
      return false
    }
    switch trigger.frame {
    case .take, .retake: return entity.isArmed || entity.isPerson && !entity.isPlace
    case .harm, .hurt: return entity.isSomeone || entity.isNumbered
    case .ruin, .act, .on, .kill: return !entity.isPlace
    case .blame where entity.isNumbered: return true
    case .blame, .ask, .refuse, .praise, .say: return entity.isPolitical || entity.isNamed
    default: return entity.isSomeone
    }
  }

  /// The entity with those joined to it by `و`.
  func withLinked(_ index: Int) -> [Int] {
    var list = [index]
    while list.count < Self.mostLinked, isLinked(index + list.count) {
      list.append(index + list.count)
    }
    return list
  }

  /// Whether an entity is one of those joined to another before it by `و`.
  func isLinked(_ candidate: Int, to index: Int) -> Bool {
    candidate > index && candidate - index < Self.mostLinked
      && (index + 1...candidate).allSatisfy { isLinked($0) }
  }

  /// Whether an entity is joined to the one before it by `و`, without a word between.
  private func isLinked(_ index: Int) -> Bool {
    index < scene.entities.count && scene.entities[index].isLinked
      && scene.entities[index].tokens.lowerBound <= scene.entities[index - 1].tokens.upperBound
  }

  /// How many are told of together at most.
  private static let mostLinked = 5

  // MARK: - Verbs

  /// Whether a relative clause takes its antecedent up as something other than its subject: by a
  /// preposition with pronoun (`المدن التي سيطروا عليها`), or as a place beside a verb of many.
  func isTakenUp(behind i: Int, _ form: EventForm, _ antecedent: Int) -> Bool {
    let entity = scene.entities[antecedent]
    if form.isPlural, entity.isPlace || entity.isFacility { return true }
    return [i + 1, i + 2].contains { j in
      scene.clauseOf[i] == scene.clauseOf[min(j, analysis.count - 1)]
        && Self.takers.contains { analysis.isWord(j, $0) }
    } && !entity.isArmed
  }

  private static let takers: [StaticString] = ["عليها", "عليه", "عليهم", "عليهما"]

  /// The end of the tokens in which a trigger's arguments are looked for.
  func argumentLimit(_ i: Int) -> Int {
    let sentence = analysis.sentence(i)
    var j = i + 1
    while j < sentence.upperBound, j < i + 30 {
      let isPredicate =
        (analysis.isWord(j, "كان") || analysis.isWord(j, "كانت")) && analysis.hasEnding(j + 1, "ا")
      if scene.clauseOf[j] != scene.clauseOf[i] || isPredicate {
        return j
      }
      if let form = scene.forms[j], form.isVerb, !analysis.has(j - 1, .relative),
        !(j == i + 1 && scene.has(j, .happens))
      {
        return j
      }
      if scene.has(j, .causes), j > i + 1 { return j }
      // `عسكريا قتل وجرح اثنان`
      if scene.hasConjunction(j), scene.trigger(j)?.frame.isHarm == true,
        scene.forms[j]?.kind != .noun || scene.forms[i]?.kind != .noun
      {
        return j
      }
      j += 1
    }
    return j
  }

  /// The entities behind a trigger that no preposition governs, first of each chain.
  func nominals(behind i: Int, limit: Int) -> [Int] {
    var list: [Int] = []
    var j = i + 1
    while j < limit {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        // Behind a comma `و` begins another clause or an apposition (`وعمه`).
        let isApart =
          scene.hasConjunction(j) && analysis.isComma(j - 1)
          || scene.has(j - 1, .members) && j >= 2
            && (scene.entityOf[j - 2] >= 0 || analysis.isWord(j - 1, "بينهم"))
        if entity.relation == .none, !entity.isLinked, !isApart, !isAdverbial(entity) {
          list.append(index)
        }
        j = max(j + 1, entity.tokens.upperBound)
        continue
      }
      // `انفجار ألغام تركها المتمردون`: a verb with a pronoun describes what stands before it.
      if analysis.has(j, .relative)
        || scene.isVerb(j) && hasBackPronoun(j) && analysis.text.letter(j, 0) != 0x64A  // ي
      {
        break
      }
      if scene.forms[j]?.kind == .noun, scene.prefix(j) == .none, !list.isEmpty { break }
      // `قتلوا بانفجار ألغام`: what completes a deed behind a preposition is not the verb's.
      if scene.trigger(i)?.type == .assault, scene.forms[j]?.kind == .noun, !scene.hasArticle(j),
        isGoverned(j), j + 1 < limit,
        scene.entityOf[j + 1] >= 0
      {
        j = scene.entities[Int(scene.entityOf[j + 1])].tokens.upperBound
        continue
      }
      j += 1
    }
    return list
  }

  func isAdverbial(_ entity: EventEntity) -> Bool {
    if entity.isMeasure || entity.isQuality { return true }
    let i = entity.tokens.lowerBound
    if entity.tokens.count == 1, analysis.hasEnding(i, "ا"), !entity.isSomeone,
      !scene.has(i, .facility),
      scene.entityOf[min(i + 1, analysis.count - 1)] < 0
        || !scene.hasConjunction(i + 1)
    {
      return true
    }
    return scene.has(i, .plan) && !entity.isSomeone
  }

  /// The noun that a relative pronoun before the verb takes up.
  func antecedent(of i: Int) -> Int? {
    let first = scene.clause(i).lowerBound
    if first > 0, analysis.has(first - 1, .that), i - first < 3,
      analysis.hasEnding(first - 1, "نه") || analysis.hasEnding(first - 1, "نها")
        || analysis.hasEnding(first - 1, "نهم")
    {
      return subjectWithinSpeech(before: first - 1) ?? speaker(of: i)
    }
    var j = i - 1
    var steps = 0
    while j >= 0, steps < 3, !analysis.has(j, .relative) {
      guard analysis.has(j, .negation) || scene.has(j, .auxiliary) else { return nil }
      j -= 1
      steps += 1
    }
    guard j >= 0, analysis.has(j, .relative) else { return nil }
    var k = j - 1
    while k >= 0, k > j - 4 {
      let index = Int(scene.entityOf[k])
      if index >= 0 { return index }
      if scene.forms[k] != nil { return nil }
      k -= 1
    }
    return nil
  }

  /// The one whom a pronoun within speech takes up: who acts earlier in what is said (`أوضح أن التنظيم
  /// كان يعد لائحة وأنهم اعتقلوا عائلات`).
  private func subjectWithinSpeech(before i: Int) -> Int? {
    guard let content = statements.last(where: { $0.content.contains(i) })?.content else {
      return nil
    }
    var j = content.lowerBound
    while j < i {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if entity.isPolitical, entity.relation == .none, !entity.isPlace { return index }
        j = max(j + 1, entity.tokens.upperBound)
      } else {
        j += 1
      }
    }
    return nil
  }

  /// The one who says the statement that the token stands in, else the nearest one before who acts.
  func speaker(of i: Int) -> Int? {
    if let last = drafts.last, last.trigger.frame == .blame, i - last.at < 25,
      let accused = last.recipients.first
    {
      return accused
    }
    if let statement = statements.last(where: { $0.content.contains(i) }),
      let speaker = statement.speaker
    {
      let entity = scene.entityOf[speaker.upperBound - 1]
      if entity >= 0 { return Int(entity) }
    }
    return lastActor(before: i)?.first
  }

  /// The one who speaks of himself or for a body in the statement around the token.
  func ownVoice(at i: Int) -> Int? {
    guard let statement = statements.last(where: { $0.content.contains(i) }) else { return nil }
    let named =
      statement.speaker
      ?? statements.last { $0.member == statement.member && $0.speaker != nil }?.speaker
    return named.flatMap { $0.map { scene.entityOf[$0] }.last { $0 >= 0 } }.map { Int($0) }
  }

  /// The subject that stands before its verb in the clause; none if the word lies before it, at the end of another line.
  func subjectBefore(_ i: Int, _ clause: Range<Int>) -> Int? {
    guard clause.lowerBound < i else { return nil }
    // `178 شخصا كانت الجماعة تحتجزهم`: the subject stands between `كان` and its verb.
    if let being = (clause.lowerBound..<i).last(where: { analysis.isBeing($0) }),
      being > clause.lowerBound,
      let subject = subject(from: being + 1, before: i)
    {
      return subject
    }
    return subject(from: clause.lowerBound, before: i)
  }

  /// The subject that stands between a token and the verb `i`.
  private func subject(from start: Int, before i: Int) -> Int? {
    let clause = scene.clause(i)
    var j = start
    var found: Int?
    while j < i {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if found == nil || !scene.entities[found ?? 0].isSomeone && entity.isPolitical,
          entity.relation == .none, !isAdverbial(entity), !entity.isPlace,
          !scene.isAccusative(entity) || analysis.has(clause.lowerBound - 1, .that)
        {
          found = index
        }
        j = max(j + 1, entity.tokens.upperBound)
        continue
      }
      if scene.isVerb(j), !analysis.has(j - 1, .relative), j != i {
        if found == nil || analysis.cue(j) != nil { return nil }
        return scene.has(j, .lendsActor) ? found : nil
      }
      j += 1
    }
    return found
  }
}
