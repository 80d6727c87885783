import ArabicWords
import NewsModel

extension EventReader {
  /// Joins the mentions of one occurrence: what was done and what it caused, what is told first and
  /// what points back to it.
  mutating func join() {
    joinHarm()
    var kept: [EventDraft] = []
    var last: (at: Int, index: Int)?
    for draft in drafts {
      let aimed = last.flatMap { isAimed(draft, from: $0.at) ? $0.index : nil }
      if let index = aimed ?? occurrence(of: draft, in: kept) {
        absorb(draft, into: &kept[index])
        last = (draft.at, index)
      } else {
        last = (draft.at, kept.count)
        kept.append(draft)
      }
    }
    drafts = kept.filter { stands($0) }
    for index in drafts.indices {
      let sufferers = drafts[index].recipients.map { names([$0]) }
      drafts[index].actors = drafts[index].actors.filter {
        names([$0]).isEmpty || !sufferers.contains(names([$0]))
      }
    }
  }

  /// Joins those killed and hurt to the attack in which it happened: one that follows behind a
  /// preposition (`قتل ثلاثة في هجوم`), or one before that caused it (`هجوم أدى إلى مقتل`).
  private mutating func joinHarm() {
    var gone: Set<Int> = []
    for index in drafts.indices
    where drafts[index].trigger.frame.isHarm && drafts[index].type == .assault {
      let harm = drafts[index]
      guard let target = attack(after: index) ?? attack(before: index, gone) else { continue }
      var attack = drafts[target]
      guard attack.status == harm.status || attack.status == .actual || harm.status == .actual
      else { continue }
      take(harm, into: &attack)
      attack.joined.append(harm.at)
      drafts[target] = attack
      gone.insert(index)
    }
    drafts = drafts.indices.filter { !gone.contains($0) }.map { drafts[$0] }
  }

  private func isAttack(_ draft: EventDraft) -> Bool {
    draft.type == .assault && !draft.trigger.frame.isHarm && draft.form.kind == .noun
  }

  private func attack(after index: Int) -> Int? {
    let harm = drafts[index]
    guard
      harm.form.kind == .noun || harm.actors.isEmpty || harm.trigger.frame == .harm
        || !harm.actors.isEmpty
    else { return nil }
    for next in drafts.indices where next > index {
      let draft = drafts[next]
      guard analysis.sentenceOf[draft.at] == analysis.sentenceOf[harm.at], draft.at - harm.at < 26
      else { return nil }
      if draft.trigger.frame.isHarm { continue }
      guard isAttack(draft) || isMoment(draft) else { return nil }
      return isGround(draft.at) || isMoment(draft) ? next : nil
    }
    return nil
  }

  /// Whether the noun stands behind a preposition of place or cause.
  private func isGround(_ i: Int) -> Bool {
    if scene.prefix(i) == .b { return true }
    let start = max(analysis.sentence(i).lowerBound, i - 3)
    guard start < i else { return false }
    return (start..<i).contains { j in
      Self.grounds.contains { analysis.isWord(j, $0) }
    }
  }

  /// Whether the verb of attack tells when someone was killed (`قتل سائحا عندما أطلق الرصاص`).
  private func isMoment(_ draft: EventDraft) -> Bool {
    draft.type == .assault && draft.form.isVerb
      && Self.moments.contains {
        analysis.isWord(draft.at - 1, $0) || analysis.isWord(draft.at - 2, $0)
      }
  }

  private static let moments: [StaticString] = ["عندما", "حين", "حينما", "لدي", "بعدما", "اذ"]

  private static let grounds: [StaticString] = [
    "في", "جراء", "اثر", "خلال", "نتيجه", "بعد", "عقب", "اثناء", "بسبب", "من", "سلسله",
  ]

  private func attack(before index: Int, _ gone: Set<Int>) -> Int? {
    let harm = drafts[index]
    for last in drafts.indices.reversed() where last < index && !gone.contains(last) {
      let draft = drafts[last]
      guard analysis.sentenceOf[draft.at] == analysis.sentenceOf[harm.at], harm.at - draft.at < 40
      else { return nil }
      guard draft.type == .assault, !draft.trigger.frame.isHarm else { continue }
      return (draft.at..<harm.at).contains { scene.has($0, .causes) } ? last : nil
    }
    return nil
  }

  /// Whether the verb tells whom the deed before it struck (`التفجير الذي استهدف مسجدا`).
  private func isAimed(_ draft: EventDraft, from attack: Int) -> Bool {
    guard draft.form.isVerb, draft.status != .negated, scene.has(draft.at, .aims),
      draft.at - attack <= 12,
      scene.forms[attack]?.kind == .noun, scene.trigger(attack)?.type == .assault,
      analysis.sentenceOf[attack] == analysis.sentenceOf[draft.at]
    else { return false }
    return !(attack + 1..<draft.at).contains {
      scene.isVerb($0) && !analysis.has($0 - 1, .relative)
    }
  }

  /// The event among those kept that the draft tells of again.
  private func occurrence(of draft: EventDraft, in kept: [EventDraft]) -> Int? {
    for index in kept.indices.suffix(Self.reach).reversed() {
      let status = kept[index].status
      guard kept[index].type == draft.type,
        status == draft.status || status == .actual || draft.status == .actual
      else { continue }
      let old = kept[index]
      if analysis.sentenceOf[old.at] == analysis.sentenceOf[draft.at] {
        if isSameInSentence(old, draft) { return index }
      } else if isSameAcross(old, draft) {
        return index
      }
    }
    return nil
  }

  /// How many events back an event is looked for, so that time stays linear in the text's length.
  static let reach = 60

  /// The words of entities that tell who they are, without what is written before them, as the sorted
  /// hashes of their letters.
  func names(_ list: [Int]) -> [UInt64] {
    var result: [UInt64] = []
    for index in list {
      for i in scene.entities[index].tokens where !scene.has(i, .direction) {
        var letters = (scene.hasConjunction(i) ? 1 : 0) + (scene.prefix(i) != .none ? 1 : 0)
        let (first, second) = (
          analysis.text.letter(i, letters), analysis.text.letter(i, letters + 1)
        )
        if first == 0x627, second == 0x644 { letters += 2 }
        let start = min(2 * letters, analysis.text.keyLength(i))
        guard analysis.text.key(i).dropFirst(start).count(where: { $0 & 0xC0 != 0x80 }) > 2,
          analysis.text.look(up: i, in: Self.smallWords, prefix: start) < 0
        else { continue }
        let name = analysis.text.hash(i, from: start, to: analysis.text.keyLength(i))
        if !result.contains(name) { result.append(name) }
      }
    }
    return result.sorted()
  }

  private static let smallWords = WordTable(
    [
      "قوات", "جماعه", "تنظيم", "عناصر", "مسلحي", "ميليشيات", "مليشيات", "طيران", "طاءرات", "مواقع",
    ].map { (Array($0.utf8), 0) })

  private func isCompatible(_ a: [Int], _ b: [Int]) -> Bool {
    if a.isEmpty || b.isEmpty { return true }
    let known = names(b)
    return names(a).contains { known.contains($0) }
  }

  private func isSameInSentence(_ old: EventDraft, _ new: EventDraft) -> Bool {
    if old.trigger.frame.isVerbal { return old.actors == new.actors && abs(old.at - new.at) < 4 }
    if new.type != .assault {
      return isCompatible(old.actors, new.actors) && isCompatible(old.recipients, new.recipients)
    }
    if old.trigger.frame.isHarm || new.trigger.frame.isHarm || old.trigger.frame == .ruin
      || new.trigger.frame == .ruin
    {
      if let a = old.place, let b = new.place, a.rank > 2, b.rank > 2, a.tokens != b.tokens,
        old.killed != nil, new.killed != nil
      {
        return false
      }
      // `استولى على بلدات وقتل أجانب`: two deeds.
      if Self.takings.contains(old.trigger.frame), new.trigger.frame.isHarm, new.form.isVerb,
        scene.hasConjunction(new.at)
      {
        return false
      }
      return isCompatible(old.actors, new.actors) || old.trigger.frame.isHarm
        || new.trigger.frame.isHarm
    }
    if new.isDefinite, isCompatible(old.actors, new.actors), !isEarlier(new, old) { return true }
    // `تفجير ... دفع المسلحين إلى شن هجمات`: one deed and several others.
    if old.form.kind == .noun, new.form.kind == .noun, old.form.isPlural != new.form.isPlural {
      return false
    }
    return isCompatible(old.actors, new.actors) && isCompatible(old.recipients, new.recipients)
      && (old.actors.isEmpty || new.actors.isEmpty
        || scene.clauseOf[old.at] == scene.clauseOf[new.at])
      && samePlace(old, new)
  }

  /// Whether the noun names what went before a deed with its own actor (`استهدفت القوات مواقع إثر الهجوم`).
  private func isEarlier(_ new: EventDraft, _ old: EventDraft) -> Bool {
    !old.actors.isEmpty && new.actors.isEmpty
      && Self.afters.contains { analysis.isWord(new.at - 1, $0) }
  }

  private static let afters: [StaticString] = ["اثر", "عقب", "بعد", "منذ", "غداه", "قبل"]

  private func samePlace(_ old: EventDraft, _ new: EventDraft) -> Bool {
    guard let a = old.place, let b = new.place else { return true }
    return a.tokens == b.tokens || placeName(a) == placeName(b) || min(a.rank, b.rank) < 3
  }

  /// The folded words of a place, without the preposition `ب`, each with a space behind it.
  func placeName(_ place: PlaceMention) -> [UInt8] {
    var name: [UInt8] = []
    for i in place.tokens {
      let isPrefixed = scene.prefix(i) == .b || analysis.text.letter(i, 0) == 0x628
      name += analysis.text.key(i).dropFirst(isPrefixed ? 2 : 0)
      name.append(0x20)
    }
    return name
  }

  private func isSameAcross(_ old: EventDraft, _ new: EventDraft) -> Bool {
    guard !new.trigger.frame.isVerbal, old.status != .negated, new.status != .negated else {
      return false
    }
    if let a = old.date, let b = new.date, a != b { return false }
    if old.type == .protest { return samePlace(old, new) }
    if isRepeated(old, new) { return true }
    if old.trigger.isAnyAttack, new.trigger.isAnyAttack,
      new.isDefinite || new.form.isVerb, isCompatible(old.actors, new.actors), samePlace(old, new),
      isCompatible(old.recipients, new.recipients) || new.isDefinite, new.at - old.at < 120
    {
      return true
    }
    guard isCompatible(old.actors, new.actors) else { return false }
    if new.isDefinite, new.actors.isEmpty, new.killed == nil,
      new.trigger.isAnyAttack,
      old.trigger.isAnyAttack || old.trigger.frame.isHarm, samePlace(old, new),
      new.at - old.at < 250
    {
      return true
    }
    if let a = old.killed, let b = new.killed {
      return (a.best == b.best || new.isDefinite && a.saidBy != b.saidBy) && samePlace(old, new)
    }
    if new.isDefinite, isCompatible(old.recipients, new.recipients), samePlace(old, new) {
      return new.trigger.lemma == old.trigger.lemma || new.at - old.at < 150
    }
    if new.trigger.frame.isHarm, new.killed == nil, new.injured == nil, new.actors.isEmpty,
      new.at - old.at < 60, !Self.takings.contains(old.trigger.frame)
    {
      return true
    }
    guard new.trigger.lemma == old.trigger.lemma || new.trigger.frame == old.trigger.frame,
      samePlace(old, new)
    else { return false }
    return !old.actors.isEmpty && !new.actors.isEmpty
      && isCompatible(old.recipients, new.recipients)
      && old.place != nil && new.place != nil
  }

  /// Whether the text only comes back to a deed that is no attack: in a relative clause
  /// (`المقاتلين الذين دربهم الجيش`), or to a meeting by `the two sides`.
  private func isRepeated(_ old: EventDraft, _ new: EventDraft) -> Bool {
    guard new.type != .assault, !names(old.actors).isEmpty || !names(old.recipients).isEmpty else {
      return false
    }
    if new.type == .consult, new.form.isVerb, new.at - old.at < 120,
      new.actors.contains(where: { isPairOfSides($0) })
    {
      return true
    }
    if new.trigger.frame == .visit, old.trigger.frame == .visit,
      new.isDefinite || new.form.hasPronoun, isCompatible(old.actors, new.actors)
    {
      return true
    }
    return new.trigger.lemma == old.trigger.lemma && analysis.has(new.at - 1, .relative)
      && isCompatible(old.actors, new.actors) && isCompatible(old.recipients, new.recipients)
  }

  func isPairOfSides(_ index: Int) -> Bool {
    let i = scene.entities[index].tokens.lowerBound
    return scene.entities[index].tokens.count == 1
      && Self.sides.contains { analysis.isWord(i, $0) }
  }

  private static let sides: [StaticString] = [
    "الجانبان", "الطرفان", "الوزيران", "الرءيسان", "الزعيمان", "المسءولان", "الجانبين", "الطرفين",
  ]

  /// Deeds in which nobody need be killed.
  private static let takings: Set<EventFrame> = [.take, .retake, .fall, .move]

  private func absorb(_ new: EventDraft, into old: inout EventDraft) {
    old.joined.append(new.at)
    if old.trigger.frame.isHarm, !new.trigger.frame.isHarm,
      analysis.sentenceOf[old.at] == analysis.sentenceOf[new.at]
    {
      let harm = old
      old = new
      old.joined = harm.joined + [harm.at]
      take(harm, into: &old)
      return
    }
    take(new, into: &old)
  }

  private func take(_ other: EventDraft, into draft: inout EventDraft) {
    if other.isDefinite, !other.actors.isEmpty, isClaimed(other.at) {
      draft.actors += other.actors.filter { !draft.actors.contains($0) }
    }
    if draft.type == .consult, other.type == .consult {
      let named = names(draft.actors + draft.recipients)
      draft.actors += other.actors.filter { actor in
        !names([actor]).contains { named.contains($0) }
      }
    }
    if draft.actors.isEmpty, !other.trigger.frame.isHarm || other.form.isVerb {
      draft.actors = other.actors
    }
    let isTwoSided = draft.trigger.frame == .fight && draft.actors.count > 1
    if !isTwoSided, draft.recipients.isEmpty || other.trigger.frame.isHarm {
      draft.recipients += other.recipients.filter {
        !draft.recipients.contains($0) && !draft.actors.contains($0)
      }
    }
    takeCount(other.killed, into: &draft.killed, &draft.otherKilled)
    takeCount(other.injured, into: &draft.injured, &draft.otherInjured)
    draft.otherKilled += other.otherKilled
    draft.otherInjured += other.otherInjured
    // What is still to come does not tell when it happened.
    if draft.date == nil, (draft.status == .future) == (other.status == .future) {
      draft.date = other.date
      draft.datePrecision = other.datePrecision
    }
    if let place = other.place, place.rank > (draft.place?.rank ?? -1) { draft.place = place }
  }

  /// Takes a count where none is known; one that differs by who says it stands beside.
  private func takeCount(
    _ new: CasualtyCount?, into old: inout CasualtyCount?, _ others: inout [CasualtyCount]
  ) {
    guard let new else { return }
    guard let known = old else {
      old = new
      return
    }
    if known.best != new.best, known.saidBy != new.saidBy, !others.contains(new) {
      others.append(new)
    }
  }

  /// Whether the clause of the deed tells who claims it.
  private func isClaimed(_ i: Int) -> Bool {
    let sentence = analysis.sentence(i)
    return (max(sentence.lowerBound, i - 8)..<min(sentence.upperBound, i + 8)).contains { j in
      Self.claims.contains { analysis.hasEnding(j, $0) || analysis.isWord(j, $0) }
    }
  }

  private static let claims: [StaticString] = [
    "تبنت", "تبني", "تبناه", "تبنته", "تبناها", "تبنتها", "تبناهما", "تبنتهما", "مسءوليته",
    "مسءوليتها",
  ]

  /// Whether a joined event is worth a record: someone or some place must be known of it.
  private func stands(_ draft: EventDraft) -> Bool {
    if draft.trigger.frame.isVerbal || draft.type == .consult || draft.type == .agree {
      return !draft.actors.isEmpty
    }
    if !draft.actors.isEmpty || !draft.recipients.isEmpty || draft.killed != nil { return true }
    if draft.form.kind == .noun, draft.type != .protest {
      return draft.place.map { $0.rank >= 2 } ?? false || draft.date != nil
    }
    return draft.place != nil
  }
}
