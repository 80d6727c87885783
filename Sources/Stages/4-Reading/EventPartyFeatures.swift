import ArabicScript
import ArabicWords
import NewsModel

// What candidates for the parties of events have.

extension EventReader {
  /// What a candidate for a party of draft `k` has.
  func partyFeatures(_ candidate: Int?, _ role: PartyRole, _ k: Int, _ survey: PartySurvey)
    -> [PartyFeature]
  {
    guard let candidate else { return nobody(role, k) }
    return ruledFeatures(candidate, role, k) + sharedFeatures(candidate, k, survey)
  }

  /// What the rules of the clause take a candidate for.
  func ruledFeatures(_ candidate: Int, _ role: PartyRole, _ k: Int) -> [PartyFeature] {
    let ruled = ruled(role, k)
    let others = self.ruled(role == .actor ? .recipient : .actor, k)
    let isRuled = ruled.contains(candidate)
    var list = [PartyFeature(.rule, ruled.isEmpty ? 2 : isRuled ? 1 : 0)]
    if others.contains(candidate) { list.append(PartyFeature(.other)) }
    if !isRuled, ruled.contains(where: { withLinked($0).contains(candidate) }) {
      list.append(PartyFeature(.linkedToRule))
    }
    return list
  }

  /// What a candidate has whichever party it is to be.
  func sharedFeatures(_ candidate: Int, _ k: Int, _ survey: PartySurvey) -> [PartyFeature] {
    let draft = drafts[k]
    var list: [PartyFeature] = []
    list.reserveCapacity(48)
    addPosition(candidate, draft, survey, &list)
    list += survey.traits[candidate]
    addSubject(candidate, draft, &list)
    addNeighbours(candidate, k, survey, &list)
    addSpeech(candidate, draft, &list)
    addAgreement(candidate, draft, &list)
    if let rates = survey.rates[candidate] {
      list.append(PartyFeature(.actingRate, rates.acting))
      list.append(PartyFeature(.sufferingRate, rates.suffering))
      list.append(PartyFeature(.leaning, rates.leaning[PartyLeaning(draft.type).rawValue]))
    }
    return list
  }

  /// What an event is like, for the candidate that nobody is named.
  func nobody(_ role: PartyRole, _ k: Int) -> [PartyFeature] {
    let draft = drafts[k]
    return [
      PartyFeature(.nobody), PartyFeature(.nobodyRule, !ruled(role, k).isEmpty),
      PartyFeature(.nobodyStatus, EventStatus.allCases.firstIndex(of: draft.status) ?? 0),
      PartyFeature(.nobodyDefinite, draft.isDefinite),
      PartyFeature(.nobodyKilled, draft.killed != nil),
      PartyFeature(.nobodyForm, EventForm.Kind.allCases.firstIndex(of: draft.form.kind) ?? 0),
      PartyFeature(.nobodyPronoun, draft.form.hasPronoun),
      PartyFeature(.nobodyStated, draft.statement != nil),
      PartyFeature(.nobodyFrame, EventFrame.allCases.firstIndex(of: draft.trigger.frame) ?? 0),
    ]
  }

  /// Where a candidate stands, seen from the trigger, and what brings it.
  private func addPosition(
    _ candidate: Int, _ draft: EventDraft, _ survey: PartySurvey, _ list: inout [PartyFeature]
  ) {
    let entity = scene.entities[candidate]
    let (at, first) = (draft.at, entity.tokens.lowerBound)
    let sentences = Int(analysis.sentenceOf[first]) - Int(analysis.sentenceOf[at])
    list.append(PartyFeature(.sentence, min(max(sentences, -4), 2) + 4))
    guard sentences == 0 else {
      list.append(PartyFeature(.relationFar, entity.relation.rawValue))
      return
    }
    let isAfter = first > at
    let start = isAfter ? at + 1 : entity.tokens.upperBound
    let end = max(start, isAfter ? first : at)
    let steps = [0, 1, 3, 6, 12].firstIndex { end - start <= $0 } ?? 5
    list.append(PartyFeature(isAfter ? .after : .before, steps))
    if scene.clauseOf[first] == scene.clauseOf[at] { list.append(PartyFeature(.clause, isAfter)) }
    func between(_ sums: [Int32]) -> Int { Int(sums[end] - sums[start]) }
    list.append(
      PartyFeature(isAfter ? .verbsAfter : .verbsBefore, min(between(survey.verbs), 3)))
    list.append(
      PartyFeature(isAfter ? .partiesAfter : .partiesBefore, min(between(survey.parties), 4)))
    if between(survey.marks) > 0 { list.append(PartyFeature(.mark, isAfter)) }
    if between(survey.relatives) > 0 { list.append(PartyFeature(.relative, isAfter)) }
    if between(survey.thats) > 0 { list.append(PartyFeature(.that, isAfter)) }
    if between(survey.triggers) > 0 { list.append(PartyFeature(.trigger, isAfter)) }
    list.append(
      PartyFeature(isAfter ? .relationAfter : .relationBefore, entity.relation.rawValue))
    if start == end {
      list.append(PartyFeature(.adjacent, (isAfter ? 2 : 0) + (scene.hasArticle(first) ? 1 : 0)))
    }
  }

  /// What a candidate is.
  func traits(_ candidate: Int) -> [PartyFeature] {
    let entity = scene.entities[candidate]
    let traits = [
      entity.isLinked, entity.isArmed, entity.isPerson, entity.isState, entity.isNational,
      entity.isPlace, entity.isFacility, entity.isOfficial, entity.isNamed, entity.isNumbered,
      entity.isUnknown, entity.isMeasure, entity.isWeapon, entity.isQuality,
      scene.isAccusative(entity), isTeller(candidate), isActor(candidate), !entity.isSomeone,
    ]
    return traits.indices.filter { traits[$0] }.map { PartyFeature(.trait, $0) }
  }

  /// Whether a candidate is the subject of a clause, and where it stands in its sentence and in the text.
  private func addSubject(_ candidate: Int, _ draft: EventDraft, _ list: inout [PartyFeature]) {
    let entity = scene.entities[candidate]
    let first = entity.tokens.lowerBound
    var isSubject = false
    if entity.relation == .none, !entity.isLinked {
      if first > 0, scene.isVerb(first - 1), analysis.text.tokens[first].gap != .line {
        isSubject = true
        list.append(PartyFeature(.subject, 0))
        if scene.forms[first - 1] != nil { list.append(PartyFeature(.subject, 1)) }
      }
      let clause = scene.clause(first).lowerBound
      if first - clause <= 2, !(clause..<first).contains(where: { scene.isVerb($0) }) {
        isSubject = true
        list.append(PartyFeature(.subject, 2))
      }
    }
    let sentence = analysis.sentence(first).lowerBound
    if isSubject {
      let isNear = analysis.sentenceOf[first] == analysis.sentenceOf[draft.at]
      list.append(PartyFeature(.subject, isNear ? 3 : 4))
    }
    if !(max(sentence, first - 8)..<first).contains(where: { scene.entityOf[$0] >= 0 }) {
      list.append(PartyFeature(.position, 0))
    }
    if analysis.sentenceOf[first] == 0 { list.append(PartyFeature(.position, 1)) }
    if candidate == 0 { list.append(PartyFeature(.position, 2)) }
  }

  /// Who acts and suffers in the events beside, and how often the candidate is told of.
  private func addNeighbours(
    _ candidate: Int, _ k: Int, _ survey: PartySurvey, _ list: inout [PartyFeature]
  ) {
    let own = survey.sameAs[candidate]
    func isAmong(_ parties: [Int]) -> Bool { parties.contains { survey.sameAs[$0] == own } }
    if k > 0 {
      let previous = drafts[k - 1]
      let isNear = analysis.sentenceOf[previous.at] == analysis.sentenceOf[drafts[k].at]
      if isAmong(previous.actors) { list.append(PartyFeature(.neighbour, isNear ? 0 : 1)) }
      if isAmong(previous.recipients) { list.append(PartyFeature(.neighbour, isNear ? 2 : 3)) }
    }
    if k + 1 < drafts.count {
      if isAmong(drafts[k + 1].actors) { list.append(PartyFeature(.neighbour, 4)) }
      if isAmong(drafts[k + 1].recipients) { list.append(PartyFeature(.neighbour, 5)) }
    }
    list.append(PartyFeature(.mentions, min(survey.mentions[own] ?? 0, 4)))
    let (acts, suffers) = (isAmong(drafts[k].actors), isAmong(drafts[k].recipients))
    list.append(PartyFeature(.acting, min((survey.acting[own] ?? 0) - (acts ? 1 : 0), 3)))
    list.append(PartyFeature(.suffering, min((survey.suffering[own] ?? 0) - (suffers ? 1 : 0), 3)))
  }

  /// Whether the candidate says what the event stands in, or stands in it too.
  private func addSpeech(_ candidate: Int, _ draft: EventDraft, _ list: inout [PartyFeature]) {
    let first = scene.entities[candidate].tokens.lowerBound
    if let statement = statements.last(where: { $0.content.contains(draft.at) }) {
      if statement.speaker?.contains(first) == true { list.append(PartyFeature(.speech, 0)) }
      list.append(PartyFeature(.speech, statement.content.contains(first) ? 1 : 2))
    }
    if let statement = statements.first(where: { $0.cue?.contains(draft.at) == true }) {
      if statement.speaker?.contains(first) == true {
        list.append(PartyFeature(.speech, 3))
      } else if statement.content.contains(first) {
        list.append(PartyFeature(.speech, 4))
      }
    }
  }

  /// The gender of verb and pronoun beside that of the candidate.
  private func addAgreement(_ candidate: Int, _ draft: EventDraft, _ list: inout [PartyFeature]) {
    let first = scene.entities[candidate].tokens.lowerBound
    let isFeminine = analysis.hasEnding(first, "ه") || analysis.hasEnding(first, "ات")
    if draft.form.isVerb {
      list.append(
        PartyFeature(.agreement, (draft.form.isFeminine ? 2 : 0) + (isFeminine ? 1 : 0)))
    }
    if draft.form.hasPronoun {
      let pronoun =
        analysis.hasEnding(draft.at, "هم") ? 0 : analysis.hasEnding(draft.at, "ها") ? 1 : 2
      let isAfter = first > draft.at
      list.append(
        PartyFeature(.pronoun, pronoun * 4 + (isFeminine ? 2 : 0) + (isAfter ? 1 : 0)))
    }
  }
}

/// Kinds of events in which words act or suffer alike.
enum PartyLeaning: Int, Sendable {
  case violence, deed, meeting, words

  init(_ type: EventType) {
    switch type {
    case .assault: self = .violence
    case .coerce, .mobilize, .aid, .protest, .retreat, .concede, .sanction: self = .deed
    case .consult, .agree, .cooperate: self = .meeting
    default: self = .words
    }
  }
}
