import ArabicScript
import ArabicWords
import NewsModel

/// A place named in a text.
struct PlaceMention: Sendable {
  let tokens: Range<Int>
  /// The gazetteer's entry, if it is listed.
  let entry: String?
  /// How small it is, 0 a country to 6 a part of a town.
  let rank: Int
  /// The letters of a conjunction or preposition written together with the first word.
  var prefixLetters = 0
  /// Whether the rules of the clause take it for a place.
  var isByRule = true
}

/// A name of the gazetteer in a text: its index, the number of its tokens, and the letters before it.
struct PlaceListing: Sendable {
  let name: Int32
  let count: Int32
  let prefix: Int32
}

extension EventScene {
  /// The geographic names of the text, in order.
  func placeMentions() -> [PlaceMention] {
    var list: [PlaceMention] = []
    var i = 0
    while i < count {
      guard analysis.text.tokens[i].kind == .word, let mention = place(at: i) else {
        i += 1
        continue
      }
      list.append(mention)
      i = max(i + 1, mention.tokens.upperBound)
    }
    return list
  }

  private func place(at i: Int) -> PlaceMention? {
    if let mention = capital(i, analysis.sentence(i).upperBound) { return mention }
    if has(i, .placeHead), let mention = headedPlace(i) { return mention }
    if has(i, .facility), let mention = facilityPlace(i) { return mention }
    if has(i, .direction), let mention = directedPlace(i) { return mention }
    return listedPlace(i)
  }

  /// A name behind a word such as `مدينة`.
  private func headedPlace(_ i: Int) -> PlaceMention? {
    let limit = analysis.sentence(i).upperBound
    var start = i + 1
    guard start < limit, !hasArticle(i) else { return nil }
    let rank = has(i, .smallPlace) ? 5 : has(i, .townPlace) ? 4 : 2
    if has(start, .placeHead), !hasArticle(start) { return nil }
    if let quotation = analysis.quotation(openedAt: start), quotation.isClosed,
      quotation.content.count <= 4
    {
      // `كل مدينة «تستقبل المرتزقة»`
      if quotation.content.contains(where: { isVerb($0) }) { return nil }
      return PlaceMention(tokens: quotation.content, entry: nil, rank: rank)
    }
    if analysis.isMark(start, 0x28) { start += 1 }
    if let (name, length, prefix) = listed(start), prefix == 0,
      !(length == 1 && opensLongerName(start, limit))
    {
      return PlaceMention(
        tokens: start..<start + length, entry: name.entry, rank: max(rank, min(name.rank, 4)))
    }
    guard start < limit, isPlaceName(start, first: true) || isUnknownName(start),
      !has(start, .plainPlace)
    else { return nil }
    var end = start + 1
    // `حاكم ولاية لوغار سالم الحيدري`: behind an office's province its holder follows.
    let most = analysis.has(i - 1, [.official, .title]) ? 1 : 3
    while end < limit, end - start < most, isPlaceName(end, first: false) { end += 1 }
    return PlaceMention(tokens: start..<end, entry: nil, rank: rank)
  }

  /// The town behind `العاصمة` and its adjective (`في العاصمة اليمنية صنعاء`).
  private func capital(_ i: Int, _ limit: Int) -> PlaceMention? {
    guard analysis.hasEnding(i, "عاصمه") else { return nil }
    let start = has(i + 1, .nationality) && hasArticle(i + 1) ? i + 2 : i + 1
    guard start < limit, let (name, length, prefix) = listed(start), prefix == 0, name.rank >= 2
    else { return nil }
    return PlaceMention(
      tokens: start..<start + length, entry: name.entry, rank: max(3, min(name.rank, 4)))
  }

  /// Whether a word such as `تل` begins the name of a place that no list holds (`قرية تل العوسج`).
  private func opensLongerName(_ i: Int, _ limit: Int) -> Bool {
    i + 1 < limit && Self.openings.contains { analysis.isWord(i, $0) }
      && analysis.text.tokens[i + 1].gap != .line && isPlaceName(i + 1, first: false)
  }

  private static let openings: [StaticString] = [
    "تل", "عين", "راس", "جبل", "وادي", "بءر", "بير", "كفر", "بيت", "دير", "خان", "ابو", "ام", "بني",
    "باب",
    "برج", "نهر", "خربه",
  ]

  /// The place that a facility is named after (`مطار عدن`).
  private func facilityPlace(_ i: Int) -> PlaceMention? {
    let start = i + 1
    guard start < analysis.sentence(i).upperBound, !hasArticle(i), prefix(start) == .none else {
      return nil
    }
    if opensLongerName(start, analysis.sentence(i).upperBound) {
      return PlaceMention(tokens: start..<start + 2, entry: nil, rank: 4)
    }
    if let (name, length, prefix) = listed(start), prefix == 0, !has(start, .vague) {
      return PlaceMention(tokens: start..<start + length, entry: name.entry, rank: 4)
    }
    guard analysis.isWord(i, "قاعده") || analysis.isWord(i, "معسكر") || analysis.isWord(i, "معبر"),
      hasArticle(start),
      // No preposition has the article: `قاعدة العند`.
      analysis.words[start].classes.subtracting([.name, .place, .preposition]).isEmpty,
      tokens[start].entry < 0
    else { return nil }
    return PlaceMention(tokens: start..<start + 1, entry: nil, rank: 4)
  }

  /// Whether a word that begins as with a preposition is in no list, so that it is a name (`إقليم بابوا`).
  private func isUnknownName(_ i: Int) -> Bool {
    analysis.text.tokens[i].kind == .word && prefix(i) != .none && !hasArticle(i)
      && tokens[i].entry < 0 && analysis.words[i].classes.isEmpty
  }

  private func isPlaceName(_ i: Int, first: Bool) -> Bool {
    guard analysis.text.tokens[i].kind == .word, !hasConjunction(i), prefix(i) == .none,
      !analysis.has(i, .selfWord)
    else { return false }
    let word = analysis.words[i]
    if word.has([
      .preposition, .relative, .that, .clause, .negation, .time, .demonstrative, .pronoun,
    ]), !word.has(.name) {
      return false
    }
    if isVerb(i) || forms[i] != nil || has(i, [.direction, .nationality, .armed, .person]) {
      return false
    }
    if isRelationAdjective(i), first { return false }
    if first {
      return !word.has([.official, .deed])
        && !(word.has(.noun) && !hasArticle(i) && !word.has(.name)) && !has(i, .vague)
    }
    return !hasArticle(i) && !word.has(.noun)
      || hasArticle(i) && !hasArticle(i - 1) && !word.has([.body, .official])
  }

  /// A part of a region or country (`شمال العراق`, `جنوب شرق البلاد`).
  private func directedPlace(_ i: Int) -> PlaceMention? {
    let limit = analysis.sentence(i).upperBound
    var start = i + 1
    let skip = prefix(i) == .b ? 1 : 0
    while start < limit, has(start, .direction), start - i < 3 { start += 1 }
    if start < limit, analysis.isWord(start, "البلاد") {
      return PlaceMention(tokens: i..<start + 1, entry: nil, rank: 1, prefixLetters: skip)
    }
    guard start < limit, let (name, length, prefix) = listed(start), prefix == 0 else { return nil }
    if name.rank >= 3 {
      return PlaceMention(tokens: start..<start + length, entry: name.entry, rank: name.rank)
    }
    return PlaceMention(tokens: i..<start + length, entry: nil, rank: 1, prefixLetters: skip)
  }

  /// The name of the gazetteer that begins at a token, the number of its tokens, and the letters before it.
  func listed(_ i: Int) -> (name: PlaceLexicon.Name, count: Int, prefix: Int)? {
    guard i < count, let listing = listings[i] else { return nil }
    return (lexicon.places.names[Int(listing.name)], Int(listing.count), Int(listing.prefix))
  }

  /// Looks a token up in the gazetteer, where it may begin a name.
  func listing(_ i: Int) -> PlaceListing? {
    guard analysis.text.tokens[i].kind == .word, !has(i, .vague),
      !analysis.words[i].has([.that, .relative, .joint, .pronoun, .negation, .demonstrative])
    else { return nil }
    if let (name, count) = placeName(i, prefix: 0) {
      return PlaceListing(name: name, count: Int32(count), prefix: 0)
    }
    let first = analysis.text.letter(i, 0)
    guard first == 0x628 && !analysis.has(i, .name) || first == 0x648 else { return nil }
    return placeName(i, prefix: 1).map {
      PlaceListing(name: $0.index, count: Int32($0.count), prefix: 1)
    }
  }

  /// A name of the gazetteer that stands as a place and not as one who acts.
  private func listedPlace(_ i: Int) -> PlaceMention? {
    guard let (name, length, prefix) = listed(i) else { return nil }
    let isBehindPreposition =
      prefix == 1 && analysis.text.letter(i, 0) == 0x628 || isPlacePreposition(i - 1)
      || prefix == 0 && isStruck(by: i - 1, name)
    let isLinked = prefix == 1 && analysis.text.letter(i, 0) == 0x648
    if isLinked, !(i > 0 && placeEnds(at: i)) { return nil }
    if has(i, .vague) { return nil }
    if length == 1, !isBehindPreposition, i > 0, analysis.text.tokens[i].gap != .line {
      // `الحصار الخانق` is an adjective, `عبدالله السند` a family name.
      if hasArticle(i), hasArticle(i - 1), !has(i - 1, .placeHead) { return nil }
      // A town's name that is a word with the article needs something that makes it one (`العبارة`, `الحرث`).
      if name.rank >= 3, hasArticle(i), !placeEnds(at: i), !isPlacePreposition(i - 1) { return nil }
      if name.rank >= 3, analysis.has(i - 1, .name), !analysis.has(i - 1, [.place, .noun]) {
        return nil
      }
    }
    if name.isAmbiguous || name.rank < 2 || has(i, .state), !isBehindPreposition { return nil }
    if name.rank >= 3, length == 1,
      forms[i] != nil || tokens[i].entry >= 0 && !has(i, [.state])
        || analysis.has(
          i,
          [
            .official, .title, .body, .document, .source, .deed, .pastVerb, .presentVerb,
            .preposition, .clause, .time,
          ])
        || analysis.has(i, .noun) && !(name.entry.hasPrefix("p-") && isBehindPreposition)
    {
      return nil
    }
    if name.rank >= 3, length == 1, prefix == 1, !isBehindPreposition { return nil }
    if !isBehindPreposition,
      analysis.has(i, [.name, .body, .noun]) && length == 1 && name.rank >= 4
        && analysis.has(i - 1, [.name, .official, .title])
    {
      return nil
    }
    return PlaceMention(
      tokens: i..<i + length, entry: name.entry, rank: name.rank, prefixLetters: prefix)
  }

  /// Whether the place completes a noun of attack or seizure right before it (`هجوم برلين`, `غزو الجزيرة`).
  private func isStruck(by i: Int, _ name: PlaceLexicon.Name) -> Bool {
    guard i >= 0, let form = forms[i], form.kind == .noun, !form.hasPronoun, !hasArticle(i),
      analysis.text.tokens[i + 1].gap != .line
    else { return false }
    switch lexicon.triggers[form.trigger].frame {
    case .on, .event, .fight: return name.rank >= 2
    case .take, .retake: return true
    default: return false
    }
  }

  private func placeEnds(at i: Int) -> Bool {
    listed(i - 1) != nil
  }

  private func isPlacePreposition(_ i: Int) -> Bool {
    guard i >= 0 else { return false }
    return analysis.isJoined(i, "في") || analysis.isWord(i, "ب") || analysis.isWord(i, "داخل")
      || analysis.isWord(i, "قرب")
      || analysis.isWord(i, "وسط") || analysis.isWord(i, "بين") || analysis.isWord(i, "الي")
      || analysis.isWord(i, "قباله")
      || analysis.isWord(i, "من") || analysis.isWord(i, "علي") || analysis.isWord(i, "نحو")
      || analysis.isWord(i, "باتجاه") || analysis.isWord(i, "بجهه")
  }
}

extension EventReader {
  /// The place of an event: of all named in its sentence the one that is most exact, nearest, behind
  /// the trigger and in its own clause.
  ///
  /// The weights were set by hand on the development set; a change by half moves few places.
  func place(of draft: EventDraft) -> PlaceMention? {
    let sentence = analysis.sentence(draft.at)
    let clause = scene.clause(draft.at)
    if draft.trigger.frame == .visit, let host = draft.recipients.first,
      scene.entities[host].isState
    {
      return PlaceMention(tokens: scene.entities[host].tokens, entry: nil, rank: 0)
    }
    var best: (score: Double, place: PlaceMention)?
    for place in places where sentence.contains(place.tokens.lowerBound) {
      let at = place.tokens.lowerBound
      var score = 1.2 * Double(min(place.rank, 5)) - Double(abs(at - draft.at)) / 6
      if clause.contains(at) { score += 3 }
      if at > draft.at { score += 1.5 }
      if !Self.spread.contains(draft.type), !clause.contains(at), abs(at - draft.at) > 8 {
        continue
      }
      if best == nil || score > best?.score ?? 0 { best = (score, place) }
    }
    return best?.place
  }

  /// The bytes of a place without what is written together with its first word.
  func span(_ place: PlaceMention) -> TextRange {
    analysis.text.dropping(place.prefixLetters, from: analysis.text.range(place.tokens))
  }

  /// Types of which a place elsewhere in the sentence counts.
  private static let spread: Set<EventType> = [.assault, .coerce, .mobilize, .aid]

  /// Gives events without a place that of the nearest event before, if they are of war.
  mutating func inherit() {
    let main = mainPlace()
    var last: (place: PlaceMention, at: Int)?
    for index in drafts.indices {
      let draft = drafts[index]
      if draft.place == nil, draft.trigger.frame != .harm,
        draft.type == .assault || draft.type == .coerce || draft.type == .mobilize
      {
        drafts[index].place =
          last.map { draft.at - $0.at < 40 ? $0.place : main ?? $0.place } ?? main
      } else if let place = draft.place, place.rank >= 1 {
        last = (place, draft.at)
      }
      if drafts[index].actors.isEmpty, Self.makers.contains(draft.trigger.frame),
        draft.form.kind == .noun,
        draft.type == .assault, draft.status != .negated
      {
        drafts[index].actors = (lastActor(before: draft.at) ?? []).filter {
          scene.entities[$0].isArmed || scene.entities[$0].isState && !isTeller($0)
        }
      }
    }
    inheritActors()
  }

  /// Gives battles and air strikes without actors those of the battle or strike told of before them.
  private mutating func inheritActors() {
    var last: [String: (actors: [Int], at: Int)] = [:]
    for index in drafts.indices where drafts[index].type == .assault {
      let draft = drafts[index]
      let kind = draft.trigger.frame == .fight ? "battle" : mode(of: draft)
      guard let kind, kind == "battle" || kind == "aerial" else { continue }
      if draft.actors.count == 1, isPairOfSides(draft.actors[0]), let known = last[kind] {
        drafts[index].actors = known.actors
      } else if !draft.actors.isEmpty {
        last[kind] = (draft.actors, draft.at)
      } else if let (actors, at) = last[kind], draft.at - at < 150 {
        drafts[index].actors = actors.filter { !draft.recipients.contains($0) }
      }
    }
  }

  /// The first mention of the place of which most events of the article are told.
  private func mainPlace() -> PlaceMention? {
    var counts: [[UInt8]: (count: Int, place: PlaceMention)] = [:]
    for draft in drafts {
      guard let place = draft.place, place.rank >= 1 else { continue }
      let name = placeName(place)
      counts[name] = ((counts[name]?.count ?? 0) + 1, counts[name]?.place ?? place)
    }
    return counts.values.max {
      ($0.count, -$0.place.tokens.lowerBound) < ($1.count, -$1.place.tokens.lowerBound)
    }?.place
  }

  /// Frames of deeds that someone must do who is known from what was told before.
  private static let makers: Set<EventFrame> = [.take, .retake, .drive, .ruin, .move]
}
