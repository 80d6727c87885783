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
    addOthers(k, &sink)
    addLike(k, survey, &sink)
  }

  private func addTrigger(_ draft: EventDraft, _ sink: inout some RecordSink) {
    let type = EventType.allCases.firstIndex(of: draft.type) ?? 0
    let form = EventForm.Kind.allCases.firstIndex(of: draft.form.kind) ?? 0
    let status = EventStatus.allCases.firstIndex(of: draft.status) ?? 0
    let group = PartyLeaning(draft.type).rawValue
    sink.add(.type, type)
    sink.add(.frame, EventFrame.allCases.firstIndex(of: draft.trigger.frame) ?? 0)
    sink.add(.form, form)
    sink.add(.formOfType, group * 6 + form)
    sink.add(.status, status)
    sink.add(.statusOfType, group * 5 + status)
    if draft.isDefinite { sink.add(.definite, group) }
    if draft.form.hasPronoun { sink.add(.possessed, group) }
    if draft.form.isPlural { sink.add(.plural, group) }
    sink.add(.joined, min(draft.joined.count, 3))
    sink.add(.before, before(draft.at))
    sink.add(.behind, behind(draft.at))
  }

  private func before(_ i: Int) -> Int {
    let before = i - 1
    guard i > analysis.sentence(i).lowerBound else { return 0 }
    if scene.prefix(i) == .b { return 1 }
    if scene.prefix(i) == .l { return 2 }
    if scene.prefix(i) == .k { return 3 }
    if analysis.isWord(before, "في") { return 4 }
    if analysis.isWord(before, "بعد") || analysis.isWord(before, "اثر")
      || analysis.isWord(before, "عقب")
    {
      return 5
    }
    if analysis.isWord(before, "من") { return 6 }
    if analysis.isWord(before, "علي") { return 7 }
    if analysis.isWord(before, "عن") { return 8 }
    if analysis.isWord(before, "الي") { return 9 }
    if analysis.isWord(before, "ان") { return 10 }
    if analysis.has(before, .that) { return 11 }
    if analysis.has(before, .relative) { return 12 }
    if analysis.has(before, .demonstrative) { return 13 }
    if analysis.has(before, .preposition) { return 14 }
    if analysis.isPunctuation(before) { return 15 }
    if scene.forms[before] != nil { return 16 }
    if scene.isVerb(before) { return 17 }
    if analysis.text.tokens[before].kind == .number { return 18 }
    if scene.entityOf[before] >= 0 { return 19 }
    if analysis.has(before, .clause) { return 20 }
    return scene.hasConjunction(i) ? 21 : 22
  }

  private func behind(_ i: Int) -> Int {
    let next = i + 1
    guard next < analysis.sentence(i).upperBound else { return 0 }
    if scene.prefix(next) == .b { return 1 }
    if scene.prefix(next) == .l { return 2 }
    if analysis.isWord(next, "في") { return 3 }
    if analysis.isWord(next, "من") { return 4 }
    if analysis.isWord(next, "علي") { return 5 }
    if analysis.has(next, .preposition) { return 6 }
    if analysis.has(next, .relative) { return 7 }
    if analysis.isPunctuation(next) { return 8 }
    if analysis.text.tokens[next].kind == .number { return 9 }
    let entity = Int(scene.entityOf[next])
    if entity >= 0 {
      let known = scene.entities[entity]
      if known.isQuality { return 10 }
      if known.isNumbered { return 11 }
      if known.isPlace || known.isFacility { return 12 }
      if known.isArmed { return 13 }
      if known.isState || known.isOfficial { return 14 }
      if known.isNamed { return 15 }
      return scene.hasArticle(next) ? 16 : 17
    }
    if scene.isVerb(next) { return 18 }
    if scene.hasConjunction(next) { return 19 }
    return scene.hasArticle(next) ? 20 : 21
  }

  private func addArguments(_ k: Int, _ sink: inout some RecordSink) {
    let draft = drafts[k]
    sink.add(.actors, min(draft.actors.count, 3))
    for actor in draft.actors.prefix(1) { addTraits(actor, .actorTrait, draft.at, &sink) }
    sink.add(.recipients, min(draft.recipients.count, 3))
    for recipient in draft.recipients.prefix(1) {
      addTraits(recipient, .recipientTrait, draft.at, &sink)
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

  private func addTraits(
    _ index: Int, _ kind: RecordFeatureKind, _ at: Int, _ sink: inout some RecordSink
  ) {
    let entity = scene.entities[index]
    if entity.isArmed { sink.add(kind, 0) }
    if entity.isState { sink.add(kind, 1) }
    if entity.isOfficial { sink.add(kind, 2) }
    if entity.isNational { sink.add(kind, 3) }
    if entity.isNamed { sink.add(kind, 4) }
    if entity.isNumbered { sink.add(kind, 5) }
    if entity.isPerson { sink.add(kind, 6) }
    if entity.isPlace { sink.add(kind, 7) }
    if entity.isUnknown { sink.add(kind, 8) }
    sink.add(kind, scene.hasArticle(entity.tokens.lowerBound) ? 9 : 10)
    let apart = Int(analysis.sentenceOf[entity.tokens.lowerBound] - analysis.sentenceOf[at])
    sink.add(kind, apart == 0 ? 11 : apart == -1 ? 12 : apart < -1 ? 13 : 14)
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

  private func addOthers(_ k: Int, _ sink: inout some RecordSink) {
    let draft = drafts[k]
    let steps = [0, 1, 2, 4, 7, 12]
    let same = drafts.indices.filter { drafts[$0].type == draft.type }
    sink.add(.sameType, step(same.count - 1, steps))
    sink.add(.sameBefore, step(same.count { $0 < k }, steps))
    sink.add(.sameBehind, step(same.count { $0 > k }, steps))
    let sentence = analysis.sentenceOf[draft.at]
    sink.add(
      .inSentence,
      min(drafts.count { analysis.sentenceOf[$0.at] == sentence } - 1, 4)
        + 5 * min(same.count { analysis.sentenceOf[drafts[$0].at] == sentence } - 1, 3))
  }

  /// Adds what the draft shares with the events of its type that were told before it.
  private func addLike(_ k: Int, _ survey: RecordSurvey, _ sink: inout some RecordSink) {
    var best: (value: Int, index: Int, likeness: Likeness)?
    var flags: UInt32 = 0
    for j in 0..<k where drafts[j].type == drafts[k].type {
      let likeness = Likeness(k, j, drafts, survey)
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
    let (draft, other) = (drafts[k], drafts[best.index])
    let apart = Int(analysis.sentenceOf[draft.at] - analysis.sentenceOf[other.at])
    sink.add(.bestDistance, step(apart, [0, 1, 2, 4, 8, 15]))
    let trigger = likeness.isSameTrigger ? 0 : other.trigger.frame == draft.trigger.frame ? 1 : 2
    sink.add(.bestTrigger, trigger + (draft.isDefinite ? 3 : 0))
  }
}
