import ArabicQuantities
import ArabicScript
import ArabicWords
import NewsModel

typealias RecordSink = ValuedFeatureSink<RecordFeatureKind>

// What drafts have for being events of their own.

extension EventReader {
  /// The names of what draft `k` has for being an event of its own.
  func recordFeatures(_ k: Int, _ survey: RecordSurvey) -> [String] {
    var list = ValuedFeatureList<RecordFeatureKind>()
    addRecord(k, survey, &list)
    return RecordChoice.names(of: drafts[k].trigger, drafts[k].form.kind)
      + list.features.map(\.name)
  }

  /// Adds what draft `k` has for being an event of its own.
  func addRecord(_ k: Int, _ survey: RecordSurvey, _ sink: inout some RecordSink) {
    addTrigger(drafts[k], &sink)
    addArguments(k, &sink)
    addStanding(drafts[k].at, &sink)
    addOthers(k, survey, &sink)
    addLike(k, survey, &sink)
    addLikely(k, survey, &sink)
  }

  private func addTrigger(_ draft: EventDraft, _ sink: inout some RecordSink) {
    let type = EventType.allCases.firstIndex(of: draft.type) ?? 0
    let form = EventForm.Kind.allCases.firstIndex(of: draft.form.kind) ?? 0
    let status = EventStatus.allCases.firstIndex(of: draft.status) ?? 0
    let group = PartyLeaning(draft.type).rawValue
    sink.add(.type, type)
    sink.add(.frame, EventFrame.allCases.firstIndex(of: draft.trigger.frame.weighed) ?? 0)
    sink.add(.form, form)
    sink.add(.formOfType, group * EventForm.Kind.allCases.count + form)
    sink.add(.status, status)
    sink.add(.statusOfType, group * EventStatus.allCases.count + status)
    if draft.isDefinite { sink.add(.definite, group) }
    if draft.form.hasPronoun { sink.add(.possessed, group) }
    if draft.form.isPlural { sink.add(.plural, group) }
    sink.add(.joined, min(draft.joined.count, 3))
    sink.add(.before, before(draft.at).rawValue)
    sink.add(.behind, behind(draft.at).rawValue)
  }

  private func before(_ i: Int) -> WordBefore {
    let before = i - 1
    guard i > analysis.sentence(i).lowerBound else { return .edge }
    switch scene.prefix(i) {
    case .b: return .b
    case .l: return .l
    case .k: return .k
    case .none: break
    }
    if analysis.isWord(before, "في") { return .within }
    if analysis.isWord(before, "بعد") || analysis.isWord(before, "اثر")
      || analysis.isWord(before, "عقب")
    {
      return .after
    }
    if analysis.isWord(before, "من") { return .from }
    if analysis.isWord(before, "علي") { return .on }
    if analysis.isWord(before, "عن") { return .about }
    if analysis.isWord(before, "الي") { return .to }
    if analysis.isWord(before, "ان") { return .an }
    if analysis.has(before, .that) { return .that }
    if analysis.has(before, .relative) { return .relative }
    if analysis.has(before, .demonstrative) { return .demonstrative }
    if analysis.has(before, .preposition) { return .preposition }
    if analysis.isPunctuation(before) { return .mark }
    if scene.forms[before] != nil { return .trigger }
    if scene.isVerb(before) { return .verb }
    if analysis.text.tokens[before].kind == .number { return .number }
    if scene.entityOf[before] >= 0 { return .party }
    if analysis.has(before, .clause) { return .clause }
    return scene.hasConjunction(i) ? .conjunction : .other
  }

  private func behind(_ i: Int) -> WordBehind {
    i + 1 < analysis.sentence(i).upperBound ? sort(of: i + 1) : .edge
  }

  /// What stands at a token, as it is seen from another.
  func sort(of next: Int) -> WordBehind {
    if scene.prefix(next) == .b { return .b }
    if scene.prefix(next) == .l { return .l }
    if analysis.isWord(next, "في") { return .within }
    if analysis.isWord(next, "من") { return .from }
    if analysis.isWord(next, "علي") { return .on }
    if analysis.has(next, .preposition) { return .preposition }
    if analysis.has(next, .relative) { return .relative }
    if analysis.isPunctuation(next) { return .mark }
    if analysis.text.tokens[next].kind == .number { return .number }
    let entity = Int(scene.entityOf[next])
    if entity >= 0 {
      let known = scene.entities[entity]
      if known.isQuality { return .quality }
      if known.isNumbered { return .numbered }
      if known.isPlace || known.isFacility { return .place }
      if known.isArmed { return .armed }
      if known.isState || known.isOfficial { return .official }
      if known.isNamed { return .named }
      return scene.hasArticle(next) ? .definiteParty : .party
    }
    if scene.isVerb(next) { return .verb }
    if scene.hasConjunction(next) { return .conjunction }
    return scene.hasArticle(next) ? .definite : .other
  }

  private func addArguments(_ k: Int, _ sink: inout some RecordSink) {
    let draft = drafts[k]
    sink.add(.actors, min(draft.actors.count, 3))
    if let actor = draft.actors.first { addParty(actor, .actorTrait, draft.at, &sink) }
    sink.add(.recipients, min(draft.recipients.count, 3))
    if let recipient = draft.recipients.first {
      addParty(recipient, .recipientTrait, draft.at, &sink)
    }
    sink.add(.counts, (draft.killed == nil ? 0 : 1) + (draft.injured == nil ? 0 : 2))
    sink.add(.place, draft.place.map { min($0.rank, 8) + 2 } ?? 0)
    if let date = draft.date, let published {
      let days = published.ordinal - date.ordinal
      sink.add(.date, 1 + step(days, [-1, 0, 1, 7, 59]))
    } else {
      sink.add(.date, draft.date == nil ? 0 : 7)
    }
    if let index = draft.statement {
      sink.add(
        .stated,
        (Stance.allCases.firstIndex(of: statements[index].stance) ?? 0) * 2 + 1
          + (statements[index].mode == .direct ? 1 : 0))
      if statements[index].cue?.contains(draft.at) == true { sink.add(.told) }
    } else {
      sink.add(.stated)
    }
  }

  /// Adds what a party is, and, behind the values of its traits, whether it is definite and how many sentences apart.
  private func addParty(
    _ index: Int, _ kind: RecordFeatureKind, _ at: Int, _ sink: inout some RecordSink
  ) {
    addTraits(index, as: kind, &sink)
    let first = scene.entities[index].tokens.lowerBound
    sink.add(kind, scene.hasArticle(first) ? 18 : 19)
    let apart = Int(analysis.sentenceOf[first] - analysis.sentenceOf[at])
    sink.add(kind, 20 + step(-apart, [-1, 0, 1]))
  }

  /// The first of the rising steps that a value does not exceed.
  private func step(_ value: Int, _ steps: [Int]) -> Int {
    steps.firstIndex { value <= $0 } ?? steps.count
  }

  private func addStanding(_ at: Int, _ sink: inout some RecordSink) {
    let (sentence, count) = (Int(analysis.sentenceOf[at]), analysis.sentences.count)
    sink.add(.sentence, step(sentence, [0, 1, 2, 4, 7, 11, 18]))
    sink.add(.sentences, step(count, [1, 3, 6, 10, 16, 25]))
    let range = analysis.sentence(at)
    sink.add(.position, step(at - range.lowerBound, [0, 1, 3, 7, 15, 30]))
    sink.add(.length, step(range.count, [5, 10, 20, 35, 60]))
  }

  private func addOthers(_ k: Int, _ survey: RecordSurvey, _ sink: inout some RecordSink) {
    let steps = [0, 1, 2, 4, 7, 12]
    let (others, before) = ((survey.ofType[drafts[k].type] ?? []).count - 1, survey.before[k])
    sink.add(.sameType, step(others, steps))
    sink.add(.sameBefore, step(before, steps))
    sink.add(.sameBehind, step(others - before, steps))
    sink.add(.inSentence, min(survey.beside[k], 4) + 5 * min(survey.alikeBeside[k], 3))
  }

  /// Adds how likely the draft's word tells of an event of its type, by the choice of triggers.
  private func addLikely(_ k: Int, _ survey: RecordSurvey, _ sink: inout some RecordSink) {
    let draft = drafts[k]
    sink.add(.found, draft.isLearnt ? draft.trigger.isGeneral ? 2 : 1 : 0)
    sink.add(.likelyRank, survey.rank[k].rawValue)
    guard let likelihood = survey.likelihoods[k] else {
      sink.add(.likely, 0)
      return
    }
    let value = likelihoodStep(likelihood[draft.type])
    sink.add(.likely, value)
    sink.add(draft.isLearnt ? .likelyLearnt : .likelyRuled, value)
    sink.add(.unlikely, likelihoodStep(likelihood.none))
    sink.add(.likelyOther, likelihoodStep(likelihood.other(than: draft.type)))
    let group = PartyLeaning(draft.type).rawValue
    sink.add(.likelyOfType, min(group, 5) * 4 + step(value, [6, 9, 12]))
  }

  /// The log-odds of a probability in steps of a half, from 1 to 19.
  private func likelihoodStep(_ probability: Double) -> Int {
    let limits = [
      0.007, 0.011, 0.018, 0.029, 0.047, 0.076, 0.119, 0.182, 0.269, 0.378, 0.5, 0.622, 0.731,
      0.818,
      0.881, 0.924, 0.953, 0.971,
    ]
    return 1 + (limits.firstIndex { probability < $0 } ?? limits.count)
  }

  /// Adds what the draft shares with the events of its type that were told before it.
  private func addLike(_ k: Int, _ survey: RecordSurvey, _ sink: inout some RecordSink) {
    var best: (value: Int, index: Int, likeness: Likeness)?
    var flags: UInt32 = 0
    let alike = (survey.ofType[drafts[k].type] ?? []).prefix(survey.before[k])
    for j in alike.suffix(Self.reach) {
      let likeness = Likeness.of(k, j, drafts, survey)
      flags |= likeness.flags
      if best == nil || likeness.value > best?.value ?? 0 { best = (likeness.value, j, likeness) }
    }
    for flag in 0..<Likeness.flagCount where flags & 1 << flag != 0 { sink.add(.earlier, flag) }
    guard let best else {
      sink.add(.best, 0)
      return
    }
    let likeness = best.likeness
    sink.add(.best, min(max(best.value + 8, 1), 20))
    sink.add(.bestActor, likeness.actor.rawValue)
    sink.add(.bestRecipient, likeness.recipient.rawValue)
    sink.add(.bestPlace, likeness.place.rawValue)
    sink.add(.bestDate, likeness.date.rawValue)
    sink.add(.bestCount, likeness.count.rawValue)
    let other = best.index
    let apart = Int(analysis.sentenceOf[drafts[k].at] - analysis.sentenceOf[drafts[other].at])
    sink.add(.bestDistance, step(apart, [0, 1, 2, 4, 8, 15]))
    let isSameFrame = drafts[other].trigger.frame == drafts[k].trigger.frame
    let trigger = likeness.isSameTrigger ? 0 : isSameFrame ? 1 : 2
    sink.add(.bestTrigger, trigger + (drafts[k].isDefinite ? 3 : 0))
  }
}
