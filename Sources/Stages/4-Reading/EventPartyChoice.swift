import ArabicScript
import ArabicWords
import NewsModel

/// The parties of an article as the choice of the events' parties sees them.
struct PartySurvey {
  /// For each entity the first one of the same words.
  let sameAs: [Int]
  /// For each entity its first word without what is written together with it, folded.
  let heads: [[UInt8]]
  /// For each entity what it is, and what is known of its first word.
  let traits: [[PartyFeature]]
  let rates: [RoleLexicon.Rates?]
  /// For each first entity how often it is told of.
  let mentions: [Int: Int]
  /// For each first entity in how many events the rules make it act, and suffer.
  let acting: [Int: Int]
  let suffering: [Int: Int]
  /// For each token how many before it are verbs, marks, relatives, `أن`, triggers, and first words of entities.
  let verbs: [Int32]
  let marks: [Int32]
  let relatives: [Int32]
  let thats: [Int32]
  let triggers: [Int32]
  let parties: [Int32]
}

extension EventReader {
  /// Gives each event the actor and the recipient that the model takes; those of the rules stay where it takes one of
  /// them.
  mutating func chooseParties() {
    guard !drafts.isEmpty else { return }
    let survey = partySurvey()
    let chosen = drafts.indices.map { choices($0, survey) }
    for k in drafts.indices {
      let (actor, recipient) = (chosen[k][0], chosen[k][1])
      var draft = drafts[k]
      // Words of a speaker who is no party by the rules stay his.
      if draft.speaker == nil || !draft.actors.isEmpty, !isTaken(actor, draft.actors) {
        draft.actors = actor.map { withLinked($0) } ?? []
        draft.speaker = nil
      }
      if !isTaken(recipient, draft.recipients) {
        draft.recipients = recipient.map { withLinked($0) } ?? []
      }
      let actors = draft.actors
      draft.recipients.removeAll { actors.contains($0) }
      drafts[k] = draft
    }
  }

  /// Whether the rules took the candidate, or nobody as the model does.
  private func isTaken(_ candidate: Int?, _ ruled: [Int]) -> Bool {
    candidate.map { ruled.contains($0) } ?? ruled.isEmpty
  }

  /// For actor and recipient the candidate of the highest value; one that the rules take where it comes near.
  private func choices(_ k: Int, _ survey: PartySurvey) -> [Int?] {
    let model = scene.lexicon.partyChoice
    let group = PartyGroup(drafts[k])
    var shared: [Int: [PartyFeature]] = [:]
    return PartyRole.allCases.map { role in
      let ruled = ruled(role, k)
      // A verb written as a passive has no actor but one who is told with it.
      if role == .actor, ruled.isEmpty, isPlainPassive(drafts[k]) { return nil }
      var best: (value: Double, candidate: Int?)?
      for candidate in partyCandidates(role, k) where mayBe(candidate, role, k, ruled) {
        var value = isTaken(candidate, ruled) ? Self.trustInRules : 0
        if let candidate {
          let features = shared[candidate] ?? sharedFeatures(candidate, k, survey)
          shared[candidate] = features
          value += model.value(ruledFeatures(candidate, role, k), role, group)
          value += model.value(features, role, group)
        } else {
          value += model.value(nobody(role, k), role, group)
        }
        if best == nil || value > best?.value ?? 0 { best = (value, candidate) }
      }
      return best?.candidate
    }
  }

  /// What a candidate is worth for being taken by the rules, beside its weight.
  ///
  /// The model is learnt from labels of many hands, the rules see more of grammar. Chosen on `Evaluation/labels/check`
  /// among 0, 1/4, 1/2 and 1.
  private static let trustInRules = 0.5

  /// Whether a candidate is to be weighed: an actor that the rules find is not taken away, nor what was ruined; a town
  /// that they don't make act is none who acts.
  private func mayBe(_ candidate: Int?, _ role: PartyRole, _ k: Int, _ ruled: [Int]) -> Bool {
    guard let candidate else {
      return ruled.isEmpty || role == .recipient && drafts[k].trigger.frame != .ruin
    }
    if ruled.contains(candidate) { return true }
    // `متهم في هجمات`: who caught him did not strike.
    if role == .actor, scene.has(drafts[k].at - 2, .suspect) { return false }
    return !isTown(scene.entities[candidate])
  }

  private func isPlainPassive(_ draft: EventDraft) -> Bool {
    draft.form.kind == .passive || draft.form.kind == .past && scene.isWrittenPassive(draft.at)
  }

  /// Nobody, and those who may be a party of draft `k`: all of its sentence, the three before, the one behind and the
  /// first two of the text, and those that the rules take.
  func partyCandidates(_ role: PartyRole, _ k: Int) -> [Int?] {
    let at = drafts[k].at
    let sentence = analysis.sentenceOf[at]
    var list: [Int?] = [nil]
    for (index, entity) in scene.entities.enumerated() where !entity.tokens.contains(at) {
      let own = analysis.sentenceOf[entity.tokens.lowerBound]
      if own > sentence + 1, own > 1 { break }
      if own <= 1 || own >= sentence - 3 && own <= sentence + 1 { list.append(index) }
    }
    return list + ruled(role, k).filter { !list.contains($0) }
  }

  func ruled(_ role: PartyRole, _ k: Int) -> [Int] {
    role == .actor ? drafts[k].actors : drafts[k].recipients
  }

  func partySurvey() -> PartySurvey {
    var first: [[UInt8]: Int] = [:]
    var mentions: [Int: Int] = [:]
    var heads: [[UInt8]] = []
    let sameAs = scene.entities.indices.map { index in
      let tokens = scene.entities[index].tokens
      let head = bareWord(tokens.lowerBound)
      heads.append(head)
      let words = tokens.prefix(3).dropFirst().reduce(head) { $0 + [0x20] + bareWord($1) }
      let known = first[words] ?? index
      first[words] = known
      mentions[known, default: 0] += 1
      return known
    }
    func counts(_ parties: (EventDraft) -> [Int]) -> [Int: Int] {
      var counts: [Int: Int] = [:]
      for draft in drafts {
        for party in Set(parties(draft).map { sameAs[$0] }) { counts[party, default: 0] += 1 }
      }
      return counts
    }
    func sums(_ holds: (Int) -> Bool) -> [Int32] {
      var sum: Int32 = 0
      var list: [Int32] = [0]
      list.reserveCapacity(analysis.count + 1)
      for i in 0..<analysis.count {
        if holds(i) { sum += 1 }
        list.append(sum)
      }
      return list
    }
    return PartySurvey(
      sameAs: sameAs, heads: heads, traits: scene.entities.indices.map { traits($0) },
      rates: heads.map { scene.lexicon.roles[$0] }, mentions: mentions, acting: counts(\.actors),
      suffering: counts(\.recipients), verbs: sums { scene.isVerb($0) },
      marks: sums { analysis.isPunctuation($0) }, relatives: sums { analysis.has($0, .relative) },
      thats: sums { analysis.has($0, .that) }, triggers: sums { scene.forms[$0] != nil },
      parties: sums { i in
        let index = Int(scene.entityOf[i])
        return index >= 0 && scene.entities[index].tokens.lowerBound == i
      })
  }

  /// The bytes of a folded word without conjunction, preposition and article.
  private func bareWord(_ i: Int) -> [UInt8] {
    var letters = scene.hasConjunction(i) ? 1 : 0
    if scene.prefix(i) != .none { letters += 1 }
    if scene.hasArticle(i) { letters += scene.prefix(i) == .l ? 1 : 2 }
    let key = Array(analysis.text.key(i))
    return 2 * letters + 4 <= key.count ? Array(key[(2 * letters)...]) : key
  }
}
