import ArabicScript
import ArabicWords
import NewsModel

/// What a candidate for the place of an event has, as `PlaceChoice` weighs it.
///
/// Weights stand in `Data/reading/event-place-weights.tsv`, learnt by `Training/events/choices.py`; the file's
/// head is the model's card. None of them is of a name.
enum PlaceFeature: UInt8, CaseIterable, Sendable {
  // No place, with what the event is like.
  case none, noneFuture, noneHistorical, noneNegated, noneDated, noneStated, noneDefinite,
    nonePossessed, nonePlural, noneClause, noneSentence, noneRule, nonePresent, noneCounted,
    noneRelative, noneTitle, noneVerb, noneHeld,
    noneInherited
  // Where the place stands, seen from the trigger.
  case clause, sentence, paragraph, earlier, later
  case behind1, behind3, behind6, behind12, behindFar
  case before1, before3, before6, before12, beforeFar
  case back1, back2, back4, backFar, on1, onFar
  // What it is.
  case country, region, governorate, district, town, village, unlisted
  // Whether the rules take it for no place, and whether no list holds it.
  case otherName, guessed
  // What brings it.
  case inside, at, near, from, to, on, between, bare, linked, headed, housed, dateline
  // What stands between it and the trigger.
  case comma, relative, verb, trigger, conjunction
  // What stands beside it.
  case enclosed, encloses
  // How it is told of in the article.
  case first, twice, often, most, last, recipient, actor
  // What the rules of the clause take, for this event and those beside it.
  case rule, otherRule, previous, following, inherited, joined, owned, sameTrigger, sameMode
}

/// The places of an article as the choice of the events' places sees them.
struct PlaceSurvey {
  /// For each mention the index of the first one of the same name.
  let nameOf: [Int]
  /// For each mention how often its name stands in the article.
  let counts: [Int]
  /// The name of which most mentions are, among those smaller than a country.
  let most: Int?
  /// For each token the number of its line.
  let lineOf: [Int32]
  /// For each draft the name that the rules of its clause take, those of the drafts joined to it included.
  let ruled: [Int?]
  /// For each draft the name that the rules take from other events.
  let inherited: [Int?]
  /// For each draft its mode.
  let modes: [String?]
}

extension EventReader {
  /// Gives each of some events the place that the model takes.
  mutating func choosePlaces(_ indices: Range<Int>, _ own: inout OwnWords) {
    let survey = placeSurvey()
    let model = scene.lexicon.placeChoice
    var words = ArgumentWords.Sum(scene.lexicon.argumentWords, pieces)
    for k in indices {
      let group = EventGroup(drafts[k])
      var best: (value: Double, place: Int?)?
      for candidate in placeCandidates(k, survey) {
        let weights: ArgumentWeights
        if let candidate {
          let place = namedPlaces[candidate]
          weights = sumWords(candidate, place.tokens, relation: relation(place), k, &own, &words)
        } else {
          words.begin()
          addNone(k, &words)
          weights = words.total()
        }
        let value = model.value(features(candidate, k, survey), group) + weights[.place]
        if best == nil || value > best?.value ?? 0 { best = (value, candidate) }
      }
      drafts[k].place = best?.place.map { namedPlaces[$0] } ?? seat(k, group)
    }
  }

  /// The place where a meeting is told to be held in the clause of one of its triggers (`لقائه القائد في قاعدة شرق البلاد`).
  private func seat(_ k: Int, _ group: EventGroup) -> PlaceMention? {
    guard group == .meeting, let place = ruledPlaces[k], bringer(place) == .inside,
      ([drafts[k].at] + drafts[k].joined).contains(where: {
        scene.clause($0).contains(place.tokens.lowerBound)
      })
    else { return nil }
    return place
  }

  /// Adds what a candidate for the place of draft `k` has in words.
  func addPlaceWords(_ candidate: Int?, _ k: Int, _ sink: inout some PieceSink<ArgumentWordKind>) {
    if let candidate {
      let place = namedPlaces[candidate]
      addWords(place.tokens, relation: relation(place), k, &sink)
    } else {
      addNone(k, &sink)
    }
  }

  /// What brings a place, as a number.
  private func relation(_ place: PlaceMention) -> Int {
    Int(bringer(place).rawValue - PlaceFeature.inside.rawValue)
  }

  /// The places of the article, as the choice sees them.
  func placeSurvey() -> PlaceSurvey {
    var first = WordTable(capacity: namedPlaces.count)
    var counts = [Int](repeating: 0, count: namedPlaces.count)
    let nameOf = namedPlaces.indices.map { i in
      let index = Int(first.add(placeName(namedPlaces[i]), Int32(i)))
      counts[index] += 1
      return index
    }
    var lineOf: [Int32] = []
    var line: Int32 = 0
    for i in 0..<analysis.count {
      if i > 0, analysis.text.tokens[i].gap == .line { line += 1 }
      lineOf.append(line)
    }
    func name(_ place: PlaceMention?) -> Int? {
      guard let place else { return nil }
      let index = first.value(placeName(place))
      return index == WordTable.none ? nil : Int(index)
    }
    let most = counts.indices.filter { counts[$0] > 0 && namedPlaces[$0].rank > 0 }.max {
      (counts[$0], -$0) < (counts[$1], -$1)
    }
    return PlaceSurvey(
      nameOf: nameOf, counts: nameOf.map { counts[$0] }, most: most, lineOf: lineOf,
      ruled: ruledPlaces.map(name), inherited: drafts.indices.map { name(drafts[$0].place) },
      modes: drafts.indices.map { mode(of: drafts[$0]) })
  }

  /// No place, and the places that may be that of draft `k`: those of its sentence, the four before it, the two behind
  /// it, the first of the article, the one most told of and those that the rules take.
  func placeCandidates(_ k: Int, _ survey: PlaceSurvey) -> [Int?] {
    let sentence = analysis.sentence(drafts[k].at)
    var list: [Int?] = [nil]
    let count = namedPlaces.count
    let before = namedPlaces.firstIndex { $0.tokens.lowerBound >= sentence.lowerBound } ?? count
    let behind = namedPlaces.firstIndex { $0.tokens.lowerBound >= sentence.upperBound } ?? count
    for i in max(0, before - 4)..<min(count, behind + 2) { list.append(i) }
    for i in [survey.most, survey.ruled[k], survey.inherited[k], count == 0 ? nil : 0] {
      if let i, !list.contains(i) { list.append(i) }
    }
    return list
  }

  /// What a candidate for the place of draft `k` has.
  func features(_ candidate: Int?, _ k: Int, _ survey: PlaceSurvey) -> [PlaceFeature] {
    guard let candidate else { return absence(k, survey) }
    let at = drafts[k].at
    let place = namedPlaces[candidate]
    let name = survey.nameOf[candidate]
    var list: [PlaceFeature] = []
    list.reserveCapacity(24)
    addPosition(place, at, survey, &list)
    list.append([.country, .region, .governorate, .district, .town, .village][min(place.rank, 5)])
    if place.entry == nil { list.append(.unlisted) }
    if !place.isByRule { list.append(place.entry == nil ? .guessed : .otherName) }
    addSurroundings(candidate, &list)
    if candidate == 0 { list.append(.first) }
    switch survey.counts[candidate] {
    case 1: break
    case 2: list.append(.twice)
    default: list.append(.often)
    }
    if survey.most == name { list.append(.most) }
    if place.tokens.upperBound <= at,
      candidate + 1 == namedPlaces.count || namedPlaces[candidate + 1].tokens.lowerBound > at
    {
      list.append(.last)
    }
    if drafts[k].recipients.contains(where: { scene.entities[$0].tokens.overlaps(place.tokens) }) {
      list.append(.recipient)
    }
    if drafts[k].actors.contains(where: { scene.entities[$0].tokens.overlaps(place.tokens) }) {
      list.append(.actor)
    }
    if let ruled = survey.ruled[k] { list.append(ruled == name ? .rule : .otherRule) }
    if survey.ruled[k] == nil, survey.inherited[k] == name { list.append(.inherited) }
    if let previous = survey.ruled[..<k].last(where: { $0 != nil }), previous == name {
      list.append(.previous)
    }
    if let following = survey.ruled[(k + 1)...].first(where: { $0 != nil }), following == name {
      list.append(.following)
    }
    addKinship(place, name, k, survey, &list)
    if drafts[k].joined.contains(where: { analysis.sentence($0).contains(place.tokens.lowerBound) })
    {
      list.append(.joined)
    }
    return list
  }

  /// Adds what the other events' places tell of a candidate.
  private func addKinship(
    _ place: PlaceMention, _ name: Int, _ k: Int, _ survey: PlaceSurvey,
    _ list: inout [PlaceFeature]
  ) {
    let (own, lemma) = (drafts[k].at, scene.lexicon.lemmaOf[drafts[k].form.trigger])
    let others = drafts.indices.filter { survey.ruled[$0] == name && $0 != k }
    if others.isEmpty { return }
    let at = place.tokens.lowerBound
    if others.contains(where: {
      analysis.sentenceOf[drafts[$0].at] == analysis.sentenceOf[at]
        && abs(drafts[$0].at - at) < abs(own - at)
    }) {
      list.append(.owned)
    }
    if others.contains(where: { scene.lexicon.lemmaOf[drafts[$0].form.trigger] == lemma }) {
      list.append(.sameTrigger)
    } else if let mode = survey.modes[k], others.contains(where: { survey.modes[$0] == mode }) {
      list.append(.sameMode)
    }
  }

  /// What an event is like, for the candidate that it has no place.
  private func absence(_ k: Int, _ survey: PlaceSurvey) -> [PlaceFeature] {
    let draft = drafts[k]
    var list: [PlaceFeature] = [.none]
    switch draft.status {
    case .future, .hypothetical: list.append(.noneFuture)
    case .historical: list.append(.noneHistorical)
    case .negated: list.append(.noneNegated)
    case .actual: break
    }
    if draft.date != nil { list.append(.noneDated) }
    if draft.statement != nil { list.append(.noneStated) }
    if draft.isDefinite { list.append(.noneDefinite) }
    if draft.form.hasPronoun { list.append(.nonePossessed) }
    if draft.form.isPlural, draft.form.kind == .noun { list.append(.nonePlural) }
    if draft.form.isVerb { list.append(.noneVerb) }
    if draft.form.kind == .present { list.append(.nonePresent) }
    if draft.killed != nil || draft.injured != nil { list.append(.noneCounted) }
    if analysis.has(draft.at - 1, .relative) { list.append(.noneRelative) }
    if analysis.sentence(draft.at).lowerBound == 0 { list.append(.noneTitle) }
    if scene.classes(draft.at - 1).contains(.lendsGenitive) { list.append(.noneHeld) }
    let clause = scene.clause(draft.at)
    let sentence = analysis.sentence(draft.at)
    if namedPlaces.contains(where: { clause.contains($0.tokens.lowerBound) }) {
      list.append(.noneClause)
    } else if namedPlaces.contains(where: { sentence.contains($0.tokens.lowerBound) }) {
      list.append(.noneSentence)
    }
    if survey.ruled[k] != nil { list.append(.noneRule) }
    if survey.ruled[k] == nil, survey.inherited[k] != nil { list.append(.noneInherited) }
    return list
  }

  /// Adds where a place stands, seen from the trigger.
  private func addPosition(
    _ place: PlaceMention, _ trigger: Int, _ survey: PlaceSurvey, _ list: inout [PlaceFeature]
  ) {
    let at = place.tokens.lowerBound
    let sentences = Int(analysis.sentenceOf[at]) - Int(analysis.sentenceOf[trigger])
    if survey.lineOf[at] == survey.lineOf[trigger] { list.append(.paragraph) }
    guard sentences == 0 else {
      list.append(sentences < 0 ? .earlier : .later)
      switch sentences {
      case -1: list.append(.back1)
      case -2: list.append(.back2)
      case -4 ... -3: list.append(.back4)
      case ..<(-4): list.append(.backFar)
      case 1: list.append(.on1)
      default: list.append(.onFar)
      }
      return
    }
    list.append(scene.clause(trigger).contains(at) ? .clause : .sentence)
    let isBehind = at > trigger
    let between = isBehind ? trigger + 1..<at : min(place.tokens.upperBound, trigger)..<trigger
    switch between.count {
    case ...1: list.append(isBehind ? .behind1 : .before1)
    case ...3: list.append(isBehind ? .behind3 : .before3)
    case ...6: list.append(isBehind ? .behind6 : .before6)
    case ...12: list.append(isBehind ? .behind12 : .before12)
    default: list.append(isBehind ? .behindFar : .beforeFar)
    }
    if between.contains(where: { analysis.isComma($0) }) { list.append(.comma) }
    if between.contains(where: { analysis.has($0, .relative) }) { list.append(.relative) }
    if between.contains(where: { scene.isVerb($0) }) { list.append(.verb) }
    if between.contains(where: { scene.forms[$0] != nil }) { list.append(.trigger) }
    if between.contains(where: { scene.hasConjunction($0) }) { list.append(.conjunction) }
  }

  /// Adds what brings a place and what stands beside it.
  private func addSurroundings(_ candidate: Int, _ list: inout [PlaceFeature]) {
    let place = namedPlaces[candidate]
    let at = place.tokens.lowerBound
    if scene.has(at - 1, .placeHead), !scene.hasArticle(at - 1) { list.append(.headed) }
    if scene.has(at - 1, .facility) { list.append(.housed) }
    list.append(bringer(place))
    if at - analysis.sentence(at).lowerBound <= 4, analysis.sentence(at).lowerBound == 0 {
      list.append(.dateline)
    }
    if candidate + 1 < namedPlaces.count {
      let next = namedPlaces[candidate + 1]
      if next.rank < place.rank, next.tokens.lowerBound - place.tokens.upperBound <= 4,
        analysis.sentenceOf[next.tokens.lowerBound] == analysis.sentenceOf[at]
      {
        list.append(.enclosed)
      }
    }
    if candidate > 0 {
      let previous = namedPlaces[candidate - 1]
      if previous.rank > place.rank, at - previous.tokens.upperBound <= 4,
        analysis.sentenceOf[previous.tokens.lowerBound] == analysis.sentenceOf[at]
      {
        list.append(.encloses)
      }
    }
  }

  /// How a place, with the word before it that says what it is, is joined to what stands before it.
  private func bringer(_ place: PlaceMention) -> PlaceFeature {
    var at = place.tokens.lowerBound
    if place.prefixLetters > 0, analysis.text.letter(at, 0) == 0x648 { return .linked }
    if place.prefixLetters > 0 || scene.prefix(at) == .b { return .at }
    while at > 0, analysis.text.tokens[at].gap != .line,
      scene.has(at - 1, [.placeHead, .facility, .direction])
        || analysis.isMark(at - 1, 0x22) || analysis.hasEnding(at - 1, "عاصمه")
    {
      at -= 1
      if scene.prefix(at) == .b { return .at }
      if scene.hasConjunction(at) { return .linked }
    }
    guard at > 0, analysis.text.tokens[at].gap != .line else { return .bare }
    let word = at - 1
    if analysis.isJoined(word, "في") || analysis.isWord(word, "داخل")
      || analysis.isWord(word, "وسط")
    {
      return .inside
    }
    if analysis.isWord(word, "ب") { return .at }
    if analysis.isWord(word, "قرب") || analysis.isWord(word, "قباله") { return .near }
    if analysis.isWord(word, "من") { return .from }
    if analysis.isWord(word, "الي") || analysis.isWord(word, "نحو")
      || analysis.isWord(word, "باتجاه")
    {
      return .to
    }
    if analysis.isWord(word, "علي") { return .on }
    if analysis.isWord(word, "بين") { return .between }
    return scene.hasConjunction(place.tokens.lowerBound) ? .linked : .bare
  }
}
