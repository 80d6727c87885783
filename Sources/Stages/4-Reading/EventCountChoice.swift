import ArabicQuantities
import ArabicWords
import NewsModel

/// A number of people in a text.
struct CountMention: Sendable {
  /// The tokens of the number and of what it counts.
  let tokens: Range<Int>
  let count: CasualtyCount
  let form: Form

  /// How it is written: with a number, as a dual, as one person.
  enum Form: Int, Sendable { case number, dual, single }
}

extension EventReader {
  /// Gives each of some attacks the numbers of those killed and injured that the model takes, among the numbers of the
  /// text; what is chosen for one attack does not weigh in the choice for another.
  mutating func chooseCounts(_ indices: Range<Int>, _ mentions: [CountMention]) {
    guard !mentions.isEmpty else { return }
    let attacks = indices.filter { drafts[$0].type == .assault }
    let chosen = attacks.map { counts($0, mentions) }
    for (k, (killed, injured)) in zip(attacks, chosen) {
      // A named man who was murdered is one, whatever the model misses.
      let isOne =
        killed == nil && drafts[k].killed?.best == 1 && drafts[k].trigger.mode == "targeted"
      if !isOne { set(killed.map { mentions[$0].count }, .killed, k) }
      set(injured.map { mentions[$0].count }, .injured, k)
    }
    addTolls(indices, mentions)
  }

  /// For those killed and those injured the number of the highest value.
  private func counts(_ k: Int, _ mentions: [CountMention]) -> (killed: Int?, injured: Int?) {
    var scores = SidedScores<CountFeatureKind>(
      scene.lexicon.countChoice.weights(PartyGroup(drafts[k])))
    var words = ArgumentWords.Sum(scene.lexicon.argumentWords, pieces)
    // `اغتال مسلحان الناشط`: who kills is not killed.
    let candidates = countCandidates(k, mentions).filter { candidate in
      !drafts[k].actors.contains {
        scene.entities[$0].tokens.overlaps(mentions[candidate].tokens)
      }
    }
    let values = candidates.map { candidate in
      words.begin()
      addWords(mentions[candidate].tokens, relation: 0, k, &words)
      return words.total().counts
    }
    words.begin()
    addNone(k, &words)
    let none = words.total().counts
    func choice(_ role: CountRole) -> Int? {
      scores.values = none
      addNobody(role, k, &scores)
      var best = (value: scores.values[role.lane], mention: Int?.none)
      for (candidate, shared) in zip(candidates, values) {
        scores.values = shared
        addCount(candidate, role, k, mentions, &scores)
        if scores.values[role.lane] > best.value { best = (scores.values[role.lane], candidate) }
      }
      return best.mention
    }
    return (choice(.killed), choice(.injured))
  }

  /// Sets the number of draft `k`; one that the rules took too keeps its bounds and who says so.
  private mutating func set(_ count: CasualtyCount?, _ role: CountRole, _ k: Int) {
    guard count?.best != counted(role, k)?.best else { return }
    var count = count
    count?.saidBy = drafts[k].statement.map { speakers[$0] }
    if role == .killed { drafts[k].killed = count } else { drafts[k].injured = count }
  }

  /// The number that a draft has.
  func counted(_ role: CountRole, _ k: Int) -> CasualtyCount? {
    role == .killed ? drafts[k].killed : drafts[k].injured
  }

  /// The numbers of people in the text.
  func countMentions() -> [CountMention] {
    var list: [CountMention] = []
    // The token behind those who flee, who are nobody hurt.
    var counted = 0
    for i in 0..<analysis.count where i >= counted {
      if let number = scene.number(at: i) {
        guard number.kind == .cardinal, let count = casualties(number) else { continue }
        let end = max(number.tokens.upperBound, number.unitTokens?.upperBound ?? 0)
        if number.unitTokens == nil, (1900...2100).contains(number.value) { continue }
        if tellsOfDisplaced(i, end) {
          counted = end
          continue
        }
        list.append(
          CountMention(
            tokens: i..<end, count: count, form: number.isImplied ? .dual : .number))
      } else if isPair(i) {
        list.append(
          CountMention(
            tokens: i..<i + 1, count: CasualtyCount(low: 2, best: 2, high: 2), form: .dual))
      } else if isSingular(i), harm(before: i) > 0 || harm(behind: i + 1) > 0 {
        list.append(
          CountMention(
            tokens: i..<i + 1, count: CasualtyCount(low: 1, best: 1, high: 1), form: .single))
      }
    }
    return joined(list)
  }

  /// Whether a number is of those who flee (`نزوح 15 ألف شخص`, `دفع 15 ألف شخص إلى النزوح`) and of no one hurt.
  func tellsOfDisplaced(_ first: Int, _ end: Int) -> Bool {
    let sentence = analysis.sentence(first)
    let near = Range(max(sentence.lowerBound, first - 3), upTo: min(end + 4, sentence.upperBound))
    return near.contains { scene.has($0, .displaced) }
      && !near.contains { harm(at: $0) > 0 && !scene.has($0, .displaced) }
  }

  /// Numbers of people that `و` joins as one sum (`سبعة من عناصر التنظيم واثنان من الحرس`).
  private func joined(_ list: [CountMention]) -> [CountMention] {
    var result: [CountMention] = []
    for mention in list {
      guard let before = result.last, goOn(before, mention) else {
        result.append(mention)
        continue
      }
      let (a, b) = (before.count, mention.count)
      result[result.count - 1] = CountMention(
        tokens: before.tokens.lowerBound..<mention.tokens.upperBound,
        count: CasualtyCount(
          low: a.low + b.low, best: a.best + b.best,
          high: a.high.flatMap { high in b.high.map { high + $0 } }), form: before.form)
    }
    return result
  }

  /// Whether a number of people is joined to the one before it, with nothing told of either between.
  private func goOn(_ before: CountMention, _ mention: CountMention) -> Bool {
    let first = mention.tokens.lowerBound
    let between = Range(before.tokens.upperBound, upTo: first)
    guard scene.hasConjunction(first), first >= before.tokens.upperBound, between.count <= 7,
      countsPeople(before), countsPeople(mention),
      !scene.has(before.tokens.upperBound - 1, .hurt),
      !scene.has(mention.tokens.upperBound - 1, .hurt)
    else { return false }
    return analysis.sentenceOf[first] == analysis.sentenceOf[before.tokens.lowerBound]
      && !between.contains {
        analysis.isPunctuation($0) && !analysis.isMark($0, 0x28) && !analysis.isMark($0, 0x29)
          || harm(at: $0) > 0 || scene.forms[$0] != nil
          || analysis.words[$0].has([.that, .relative, .presentVerb, .time])
      } && harm(at: mention.tokens.upperBound) != 2
  }

  /// Whether a number counts people: by its unit, or by those behind `من`.
  private func countsPeople(_ mention: CountMention) -> Bool {
    let end = mention.tokens.upperBound
    return unit(at: end - 1) > 0 || mention.form == .single
      || analysis.isWord(end, "من") && analysis.text.tokens[end - 1].gap != .line
        && scene.has(end + 1, [.armed, .person, .killed])
      || analysis.isWord(end, "من") && scene.entityOf[min(end + 1, analysis.count - 1)] >= 0
  }

  /// The numbers that may be those of draft `k`: in its sentence, the two before and the three behind it.
  func countCandidates(_ k: Int, _ mentions: [CountMention]) -> [Int] {
    let sentence = analysis.sentenceOf[drafts[k].at]
    return mentions.indices.filter {
      (-2...3).contains(analysis.sentenceOf[mentions[$0].tokens.lowerBound] - sentence)
    }
  }

  /// Adds what an attack is like, for the candidate that no number is told.
  func addNobody(
    _ role: CountRole, _ k: Int, _ sink: inout some ValuedFeatureSink<CountFeatureKind>
  ) {
    let draft = drafts[k]
    sink.add(.nobody)
    sink.add(.nobodyRule, counted(role, k) != nil)
    sink.add(.nobodyFrame, EventFrame.allCases.firstIndex(of: draft.trigger.frame.weighed) ?? 0)
    sink.add(.nobodyForm, EventForm.Kind.allCases.firstIndex(of: draft.form.kind) ?? 0)
    sink.add(.nobodyStatus, EventStatus.allCases.firstIndex(of: draft.status) ?? 0)
    sink.add(.nobodyDefinite, draft.isDefinite)
    let kind = role == .killed ? EventWord.killed : .hurt
    sink.add(.nobodyHarm, analysis.sentence(draft.at).contains { scene.has($0, kind) })
  }

  /// Adds what a number has for being one of draft `k`.
  func addCount(
    _ candidate: Int, _ role: CountRole, _ k: Int, _ mentions: [CountMention],
    _ sink: inout some ValuedFeatureSink<CountFeatureKind>
  ) {
    let mention = mentions[candidate]
    let (at, first, end) = (drafts[k].at, mention.tokens.lowerBound, mention.tokens.upperBound)
    let value = mention.count.best
    let ruled = counted(role, k)
    sink.add(.rule, ruled == nil ? 2 : ruled?.best == value ? 1 : 0)
    if counted(role == .killed ? .injured : .killed, k)?.best == value { sink.add(.other) }
    let isOwned = drafts.indices.contains { other in
      other != k
        && (role == .killed ? drafts[other].killed?.best : drafts[other].injured?.best) == value
    }
    if isOwned {
      sink.add(.owned)
    }
    let sentences = Int(analysis.sentenceOf[first] - analysis.sentenceOf[at])
    sink.add(.sentence, sentences + 3)
    let isAfter = first > at
    if sentences == 0 {
      let apart = isAfter ? first - at - 1 : at - end
      let steps = apart <= 1 ? 0 : apart <= 3 ? 1 : apart <= 6 ? 2 : apart <= 12 ? 3 : 4
      sink.add(isAfter ? .after : .before, steps)
      if scene.clauseOf[first] == scene.clauseOf[at] { sink.add(.clause, isAfter) }
    }
    sink.add(.harmBefore, harm(before: first))
    sink.add(.harmBehind, harm(behind: end))
    sink.add(.unit, unit(at: end - 1))
    sink.add(.form, mention.form.rawValue)
    let between = isAfter ? at + 1..<max(first, at + 1) : min(end, at)..<at
    sink.add(.triggers, min(between.count { scene.forms[$0] != nil }, 4))
    sink.add(.numbers, min(between.count { scene.number(at: $0) != nil }, 4))
    sink.add(.size, [1, 2, 5, 20, 100].firstIndex { value <= $0 } ?? 5)
  }

  /// What is counted: 0 something else, 1 those killed, 2 those wounded, 3 armed men, 4 people.
  private func unit(at i: Int) -> Int {
    let kinds: [EventWord] = [.killed, .hurt, .armed, .person]
    return (kinds.firstIndex { scene.has(i, $0) } ?? -1) + 1
  }

  /// The nearest word of killing or wounding among the five before a token: 0 none, 1 a verb or noun of killing, 2 of
  /// wounding, 3 those killed, 4 those wounded.
  private func harm(before i: Int) -> Int {
    let start = max(analysis.sentence(i).lowerBound, i - 5)
    for j in (start..<max(start, i)).reversed() {
      let harm = harm(at: j)
      if harm > 0 { return harm }
    }
    return 0
  }

  /// The nearest such word among the four from a token on.
  private func harm(behind i: Int) -> Int {
    guard i < analysis.count else { return 0 }
    for j in Range(i, upTo: min(i + 4, analysis.sentence(i).upperBound)) {
      let harm = harm(at: j)
      if harm > 0 { return harm }
    }
    return 0
  }

  private func harm(at i: Int) -> Int {
    if scene.has(i, .killed) { return 3 }
    if scene.has(i, .hurt) { return 4 }
    switch scene.trigger(i)?.frame {
    case .kill, .harm: return 1
    case .hurt: return 2
    default: return 0
    }
  }
}
