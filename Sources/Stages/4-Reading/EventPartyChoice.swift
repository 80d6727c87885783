import ArabicScript
import ArabicWords
import NewsModel

extension EventReader {
  /// Gives each of some events the actor and the recipient that the model takes; those of the rules stay where it takes
  /// one of them.
  mutating func chooseParties(
    _ indices: Range<Int>, _ survey: PartySurvey, _ own: inout OwnWords
  ) {
    guard !indices.isEmpty else { return }
    let tally = partyTally(survey)
    let chosen = indices.map { choices($0, survey, tally, &own) }
    for (k, (actor, recipient)) in zip(indices, chosen) {
      var draft = drafts[k]
      // Who receives whom the grammar tells.
      if draft.trigger.frame == .host, !draft.recipients.isEmpty { continue }
      // Words of a speaker who is no party by the rules stay his.
      if draft.speaker == nil || !draft.actors.isEmpty, !isTaken(actor, draft.actors) {
        // Whom one meets by the grammar stays beside.
        let others =
          draft.trigger.frame == .meet && draft.form.isVerb && actor != nil ? draft.actors : []
        draft.actors = (actor.map { withLinked($0) } ?? []) + others
        draft.speaker = nil
      }
      if !isTaken(recipient, draft.recipients) {
        draft.recipients = recipient.map { withLinked($0) } ?? []
      }
      let actors = draft.actors
      draft.recipients.removeAll { recipient in
        actors.contains { $0 == recipient || isSpeltAlike($0, recipient) }
      }
      drafts[k] = draft
    }
  }

  /// Whether two mentions are spelt alike once folded.
  private func isSpeltAlike(_ a: Int, _ b: Int) -> Bool {
    scene.entities[a].tokens.elementsEqual(scene.entities[b].tokens) {
      analysis.text.key($0).elementsEqual(analysis.text.key($1))
    }
  }

  /// Whether the rules took the candidate, or nobody as the model does.
  private func isTaken(_ candidate: Int?, _ ruled: [Int]) -> Bool {
    candidate.map { ruled.contains($0) } ?? ruled.isEmpty
  }

  /// For actor and recipient the candidate of the highest value; one that the rules take where it comes near.
  private func choices(
    _ k: Int, _ survey: PartySurvey, _ tally: PartyTally, _ own: inout OwnWords
  ) -> (actor: Int?, recipient: Int?) {
    let view = partyView(k, survey, tally)
    var scores = SidedScores<PartyFeatureKind>(
      scene.lexicon.partyChoice.weights(PartyGroup(drafts[k])))
    let candidates = partyCandidates(k, survey)
    var words = ArgumentWords.Sum(scene.lexicon.argumentWords, pieces)
    let values = candidates.map { candidate in
      scores.values = SidedWeight()
      addShared(candidate, view, survey, &scores)
      let entity = scene.entities[candidate]
      let weights = sumWords(
        candidate, entity.tokens, relation: entity.relation.rawValue, k, &own, &words)
      return scores.values + weights.parties
    }
    words.begin()
    addNone(k, &words)
    let none = words.total().parties
    func choice(_ role: PartyRole) -> Int? {
      let ruled = ruled(role, k)
      scores.values = none
      addNobody(role, k, &scores)
      var best =
        ruled.isEmpty || role == .recipient && drafts[k].trigger.frame != .ruin
        ? (
          value: scores.values[role.lane] + (ruled.isEmpty ? Self.trustInRules : 0),
          candidate: Int?.none
        )
        : nil
      for (candidate, shared) in zip(candidates, values)
      where ruled.contains(candidate)
        || !survey.parties[candidate].isTown
          && !(role == .actor && (isOfSuspect(k) || isTold(k, by: candidate)))
      {
        // Not even by the rules.
        if role == .actor, isCondemned(k, by: candidate) { continue }
        scores.values = shared
        addRuled(candidate, role, k, &scores)
        let value = scores.values[role.lane] + (ruled.contains(candidate) ? Self.trustInRules : 0)
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
  /// The model is learnt from labels of many hands, the rules see more of grammar. Of 0, 1/4, 1/2, 3/4 and 1 the greatest
  /// that costs next to nothing in five folds.
  private static let trustInRules = 0.25

  /// Whether the deed is one that somebody is suspected of: who caught him did not strike (`متهم في هجمات`).
  private func isOfSuspect(_ k: Int) -> Bool { scene.has(drafts[k].at - 2, .suspect) }

  /// Whether the candidate tells of the attack in words of its own, or is a medium that tells of any deed: forces that tell of
  /// theirs are taken by the rules.
  private func isTold(_ k: Int, by candidate: Int) -> Bool {
    guard drafts[k].form.kind == .noun else { return false }
    let tokens = scene.entities[candidate].tokens
    if !drafts[k].trigger.frame.isVerbal, analysis.has(tokens.lowerBound, .media) { return true }
    guard drafts[k].type == .assault, let statement = drafts[k].statement,
      let speaker = statements[statement].speaker
    else { return false }
    return speaker.overlaps(tokens)
  }

  /// Whether the candidate condemns the attack (`دان مجلس الأمن الهجوم الذي`), whatever the rules take him for.
  private func isCondemned(_ k: Int, by candidate: Int) -> Bool {
    guard drafts[k].type == .assault, let statement = drafts[k].statement,
      statements[statement].stance == .condemn, let speaker = statements[statement].speaker
    else { return false }
    // `المجلس` is `مجلس الأمن`.
    let head = scene.entities[candidate].tokens.lowerBound
    let name = analysis.text.key(speaker.lowerBound)
    return speaker.overlaps(scene.entities[candidate].tokens)
      || analysis.text.key(head).elementsEqual(Array("ال".utf8) + name)
  }

  private func isPlainPassive(_ draft: EventDraft) -> Bool {
    draft.form.kind == .passive || draft.form.kind == .past && scene.isWrittenPassive(draft.at)
  }

  /// Those who may be a party of draft `k`: all of its sentence, the three before, the one behind and the first two of
  /// the text, and those that the rules take.
  func partyCandidates(_ k: Int, _ survey: PartySurvey) -> [Int] {
    let at = drafts[k].at
    let (sentence, count) = (Int(analysis.sentenceOf[at]), analysis.sentences.count)
    func parties(_ sentences: Range<Int>) -> Range<Int> {
      survey.partiesBefore[sentences.lowerBound]..<survey.partiesBefore[sentences.upperBound]
    }
    let opening = parties(0..<min(2, count))
    let near = parties(max(0, sentence - 3)..<min(sentence + 2, count))
    var list = opening.filter { $0 < near.lowerBound } + near
    list.removeAll { scene.entities[$0].tokens.contains(at) }
    for party in drafts[k].actors + drafts[k].recipients where !list.contains(party) {
      list.append(party)
    }
    return list
  }

  func ruled(_ role: PartyRole, _ k: Int) -> [Int] {
    role == .actor ? drafts[k].actors : drafts[k].recipients
  }
}
