import ArabicScript
import ArabicWords
import NewsModel

// What candidates for the parties of events have.

/// An event as the candidates for its parties are seen from it.
struct PartyView {
  let k: Int
  let at: Int
  let sentence: Int32
  let form: EventForm
  let leaning: PartyLeaning
  /// The statement that the event stands in, and the one whose cue it is.
  let around: StatementReader.Draft?
  let told: StatementReader.Draft?
  /// The first parties of the same words as those that act and suffer by the rules, here and in the events beside.
  let acting: [Int]
  let suffering: [Int]
  let before: Neighbour?
  let behind: Neighbour?
  /// In how many events of the article the parties act and suffer.
  let tally: PartyTally

  /// Who acts and suffers in an event beside.
  struct Neighbour {
    let acting: [Int]
    let suffering: [Int]
    /// Whether it stands in the same sentence.
    let isNear: Bool
  }
}

extension EventReader {
  /// Draft `k` as the candidates for its parties are seen from it.
  func partyView(_ k: Int, _ survey: PartySurvey, _ tally: PartyTally) -> PartyView {
    let at = drafts[k].at
    func firsts(_ parties: [Int]) -> [Int] { parties.map { survey.parties[$0].sameAs } }
    func neighbour(_ n: Int) -> PartyView.Neighbour? {
      guard drafts.indices.contains(n) else { return nil }
      return PartyView.Neighbour(
        acting: firsts(drafts[n].actors), suffering: firsts(drafts[n].recipients),
        isNear: analysis.sentenceOf[drafts[n].at] == analysis.sentenceOf[at])
    }
    return PartyView(
      k: k, at: at, sentence: analysis.sentenceOf[at], form: drafts[k].form,
      leaning: PartyLeaning(drafts[k].type),
      around: statements.last { $0.content.contains(at) },
      told: statements.first { $0.cue?.contains(at) == true },
      acting: firsts(drafts[k].actors), suffering: firsts(drafts[k].recipients),
      before: neighbour(k - 1), behind: neighbour(k + 1), tally: tally)
  }

  /// Adds what the rules of the clause take a candidate for.
  func addRuled(
    _ candidate: Int, _ role: PartyRole, _ k: Int,
    _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    let (ruled, others) =
      role == .actor
      ? (drafts[k].actors, drafts[k].recipients) : (drafts[k].recipients, drafts[k].actors)
    let isRuled = ruled.contains(candidate)
    sink.add(.rule, ruled.isEmpty ? 2 : isRuled ? 1 : 0)
    if others.contains(candidate) { sink.add(.other) }
    if !isRuled, ruled.contains(where: { isLinked(candidate, to: $0) }) {
      sink.add(.linkedToRule)
    }
  }

  /// Adds what a candidate has whichever party it is to be.
  func addShared(
    _ candidate: Int, _ view: PartyView, _ survey: PartySurvey,
    _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    let party = survey.parties[candidate]
    let entity = scene.entities[candidate]
    addPosition(entity, view, survey, &sink)
    for feature in survey.features[party.features] { sink.add(feature) }
    let first = entity.tokens.lowerBound
    if party.isSubject { sink.add(.subject, analysis.sentenceOf[first] == view.sentence ? 3 : 4) }
    addNeighbours(party.sameAs, view, &sink)
    addSpeech(first, view, &sink)
    addAgreement(first, party.isFeminine, view, &sink)
    if let rates = party.rates {
      sink.add(.actingRate, rates.acting)
      sink.add(.sufferingRate, rates.suffering)
      sink.add(.leaning, rates.leaning[view.leaning.rawValue])
    }
  }

  /// Adds what a candidate has in words.
  func addWords(_ candidate: Int, _ k: Int, _ sink: inout some PieceSink<ArgumentWordKind>) {
    let entity = scene.entities[candidate]
    addWords(entity.tokens, relation: entity.relation.rawValue, k, &sink)
  }

  /// Adds what an event is like, for the candidate that nobody is named.
  func addNobody(
    _ role: PartyRole, _ k: Int, _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    let form = drafts[k].form
    sink.add(.nobody)
    sink.add(.nobodyRule, !ruled(role, k).isEmpty)
    sink.add(.nobodyStatus, EventStatus.allCases.firstIndex(of: drafts[k].status) ?? 0)
    sink.add(.nobodyDefinite, drafts[k].isDefinite)
    sink.add(.nobodyKilled, drafts[k].killed != nil)
    sink.add(.nobodyForm, EventForm.Kind.allCases.firstIndex(of: form.kind) ?? 0)
    sink.add(.nobodyPronoun, form.hasPronoun)
    sink.add(.nobodyStated, drafts[k].statement != nil)
    sink.add(.nobodyFrame, EventFrame.allCases.firstIndex(of: drafts[k].trigger.frame.weighed) ?? 0)
  }

  /// Adds where a candidate stands, seen from the trigger, and what brings it.
  private func addPosition(
    _ entity: EventEntity, _ view: PartyView, _ survey: PartySurvey,
    _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    let (at, first) = (view.at, entity.tokens.lowerBound)
    let sentences = Int(analysis.sentenceOf[first] - view.sentence)
    sink.add(.sentence, min(max(sentences, -4), 2) + 4)
    guard sentences == 0 else {
      sink.add(.relationFar, entity.relation.rawValue)
      return
    }
    let isAfter = first > at
    let start = isAfter ? at + 1 : entity.tokens.upperBound
    let end = max(start, isAfter ? first : at)
    let apart = end - start
    let steps =
      apart <= 0 ? 0 : apart <= 1 ? 1 : apart <= 3 ? 2 : apart <= 6 ? 3 : apart <= 12 ? 4 : 5
    sink.add(isAfter ? .after : .before, steps)
    if scene.clauseOf[first] == scene.clauseOf[at] { sink.add(.clause, isAfter) }
    let between = survey.counts[end] &- survey.counts[start]
    sink.add(isAfter ? .verbsAfter : .verbsBefore, min(Int(between[PartySurvey.verbs]), 3))
    sink.add(isAfter ? .partiesAfter : .partiesBefore, min(Int(between[PartySurvey.firstWords]), 4))
    if between[PartySurvey.marks] > 0 { sink.add(.mark, isAfter) }
    if between[PartySurvey.relatives] > 0 { sink.add(.relative, isAfter) }
    if between[PartySurvey.thats] > 0 { sink.add(.that, isAfter) }
    if between[PartySurvey.triggers] > 0 { sink.add(.trigger, isAfter) }
    sink.add(isAfter ? .relationAfter : .relationBefore, entity.relation.rawValue)
    if start == end { sink.add(.adjacent, (isAfter ? 2 : 0) + (scene.hasArticle(first) ? 1 : 0)) }
  }

  /// Adds who acts and suffers in the events beside, and how often the candidate acts and suffers in others.
  private func addNeighbours(
    _ own: Int, _ view: PartyView, _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    if let before = view.before {
      if before.acting.contains(own) { sink.add(.neighbour, before.isNear ? 0 : 1) }
      if before.suffering.contains(own) { sink.add(.neighbour, before.isNear ? 2 : 3) }
    }
    if let behind = view.behind {
      if behind.acting.contains(own) { sink.add(.neighbour, 4) }
      if behind.suffering.contains(own) { sink.add(.neighbour, 5) }
    }
    let (acts, suffers) = (view.acting.contains(own), view.suffering.contains(own))
    sink.add(.acting, min(view.tally.acting[own] - (acts ? 1 : 0), 3))
    sink.add(.suffering, min(view.tally.suffering[own] - (suffers ? 1 : 0), 3))
  }

  /// Adds whether the candidate says what the event stands in, or stands in it too.
  private func addSpeech(
    _ first: Int, _ view: PartyView, _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    if let statement = view.around {
      if statement.speaker?.contains(first) == true { sink.add(.speech, 0) }
      sink.add(.speech, statement.content.contains(first) ? 1 : 2)
    }
    if let statement = view.told {
      if statement.speaker?.contains(first) == true {
        sink.add(.speech, 3)
      } else if statement.content.contains(first) {
        sink.add(.speech, 4)
      }
    }
  }

  /// Adds the gender of verb and pronoun beside that of the candidate.
  private func addAgreement(
    _ first: Int, _ isFeminine: Bool, _ view: PartyView,
    _ sink: inout some ValuedFeatureSink<PartyFeatureKind>
  ) {
    if view.form.isVerb {
      sink.add(.agreement, (view.form.isFeminine ? 2 : 0) + (isFeminine ? 1 : 0))
    }
    if view.form.hasPronoun {
      let pronoun =
        analysis.hasEnding(view.at, "هم") ? 0 : analysis.hasEnding(view.at, "ها") ? 1 : 2
      let isAfter = first > view.at
      sink.add(.pronoun, pronoun * 4 + (isFeminine ? 2 : 0) + (isAfter ? 1 : 0))
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
