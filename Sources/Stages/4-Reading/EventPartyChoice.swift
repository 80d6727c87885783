import ArabicScript
import ArabicWords
import NewsModel

extension EventReader {
  /// Gives each event the actor and the recipient that the model takes; those of the rules stay where it takes one of
  /// them.
  mutating func chooseParties() {
    guard !drafts.isEmpty else { return }
    let survey = partySurvey()
    let towns = scene.entities.map { isTown($0) }
    let chosen = drafts.indices.map { choices($0, survey, towns) }
    for k in drafts.indices {
      let (actor, recipient) = chosen[k]
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
  private func choices(_ k: Int, _ survey: PartySurvey, _ towns: [Bool]) -> (
    actor: Int?, recipient: Int?
  ) {
    let view = partyView(k, survey)
    let weights = scene.lexicon.partyChoice.weights(PartyGroup(drafts[k]))
    let candidates = partyCandidates(k)
    let values = candidates.map { candidate in
      var scores = PartyScores(weights)
      addShared(candidate, view, survey, &scores)
      return scores.values
    }
    func choice(_ role: PartyRole) -> Int? {
      let ruled = ruled(role, k)
      var nobody = PartyScores(weights)
      addNobody(role, k, &nobody)
      var best =
        ruled.isEmpty || role == .recipient && drafts[k].trigger.frame != .ruin
        ? (value: nobody[role] + (ruled.isEmpty ? Self.trustInRules : 0), candidate: Int?.none)
        : nil
      for (candidate, shared) in zip(candidates, values)
      where ruled.contains(candidate) || mayBe(candidate, role, k) && !towns[candidate] {
        var scores = PartyScores(weights, from: shared)
        addRuled(candidate, role, k, &scores)
        let value = scores[role] + (ruled.contains(candidate) ? Self.trustInRules : 0)
        if value > best?.value ?? -.infinity { best = (value, candidate) }
      }
      return best?.candidate
    }
    // A verb written as a passive has no actor but one who is told with it.
    let isWithoutActor = drafts[k].actors.isEmpty && isPlainPassive(drafts[k])
    return (isWithoutActor ? nil : choice(.actor), choice(.recipient))
  }

  /// What a candidate is worth for being taken by the rules, beside its weight.
  ///
  /// The model is learnt from labels of many hands, the rules see more of grammar. Chosen on `Evaluation/labels/check`
  /// among 0, 1/4, 1/2 and 1.
  private static let trustInRules = 0.5

  /// Whether a candidate that the rules don't take is to be weighed.
  private func mayBe(_ candidate: Int, _ role: PartyRole, _ k: Int) -> Bool {
    // `متهم في هجمات`: who caught him did not strike.
    role != .actor || !scene.has(drafts[k].at - 2, .suspect)
  }

  private func isPlainPassive(_ draft: EventDraft) -> Bool {
    draft.form.kind == .passive || draft.form.kind == .past && scene.isWrittenPassive(draft.at)
  }

  /// Those who may be a party of draft `k`: all of its sentence, the three before, the one behind and the first two of
  /// the text, and those that the rules take.
  func partyCandidates(_ k: Int) -> [Int] {
    let at = drafts[k].at
    let sentence = analysis.sentenceOf[at]
    var list: [Int] = []
    for (index, entity) in scene.entities.enumerated() where !entity.tokens.contains(at) {
      let own = analysis.sentenceOf[entity.tokens.lowerBound]
      if own > sentence + 1, own > 1 { break }
      if own <= 1 || own >= sentence - 3 && own <= sentence + 1 { list.append(index) }
    }
    for party in drafts[k].actors + drafts[k].recipients where !list.contains(party) {
      list.append(party)
    }
    return list
  }

  func ruled(_ role: PartyRole, _ k: Int) -> [Int] {
    role == .actor ? drafts[k].actors : drafts[k].recipients
  }
}
