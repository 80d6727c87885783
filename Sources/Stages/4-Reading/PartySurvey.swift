import ArabicScript
import ArabicWords
import NewsModel

/// The parties of an article as the choice of the events' parties sees them.
struct PartySurvey {
  /// A party, with what is the same for whichever event it may be chosen.
  struct Party {
    /// The first party of the same words.
    let sameAs: Int
    /// What is known of its first word without what is written together with it.
    let rates: RoleLexicon.Rates?
    let isFeminine: Bool
    /// Whether it stands as the subject of a clause does.
    let isSubject: Bool
    /// Whether it is a town, which acts only where the rules make it act.
    let isTown: Bool
    /// Where what it is stands among the features of all parties.
    let features: Range<Int>
  }

  let parties: [Party]
  /// What the parties are, one after the other.
  let features: [PartyFeature]
  /// For each token how many before it are verbs, marks and so on, by the lanes below.
  let counts: [SIMD8<Int32>]

  /// For each sentence, and behind the last, how many parties stand before it.
  let partiesBefore: [Int]

  /// The lanes of `counts`.
  static let (verbs, marks, relatives, thats, triggers, firstWords) = (0, 1, 2, 3, 4, 5)
}

/// For each first party of the same words in how many events the rules make it act, and suffer.
struct PartyTally {
  let acting: [Int]
  let suffering: [Int]
}

extension EventReader {
  func partySurvey() -> PartySurvey {
    let sameAs = firstsAlike()
    var mentions = [Int](repeating: 0, count: sameAs.count)
    for first in sameAs { mentions[first] += 1 }
    var townEnds = [Int](repeating: 0, count: analysis.count)
    for place in places where place.rank >= 2 {
      townEnds[place.tokens.lowerBound] = place.tokens.upperBound
    }
    var list = ValuedFeatureList<PartyFeatureKind>()
    let parties = sameAs.indices.map { index in
      let first = scene.entities[index].tokens.lowerBound
      let start = list.features.count
      addTraits(index, as: .trait, &list)
      let isSubject = addSubject(index, &list)
      list.add(.mentions, min(mentions[sameAs[index]], 4))
      return PartySurvey.Party(
        sameAs: sameAs[index],
        rates: scene.lexicon.roles.rates(analysis.text, first, prefix: bytesBefore(first)),
        isFeminine: analysis.hasEnding(first, "ه") || analysis.hasEnding(first, "ات"),
        isSubject: isSubject, isTown: townEnds[first] == scene.entities[index].tokens.upperBound,
        features: start..<list.features.count)
    }
    return PartySurvey(
      parties: parties, features: list.features, counts: wordCounts(),
      partiesBefore: partiesBeforeSentences())
  }

  /// In how many events of the article so far each party acts and suffers.
  func partyTally(_ survey: PartySurvey) -> PartyTally {
    func counts(_ role: PartyRole) -> [Int] {
      var counts = [Int](repeating: 0, count: survey.parties.count)
      for k in drafts.indices {
        for party in unique(ruled(role, k).map { survey.parties[$0].sameAs }) { counts[party] += 1 }
      }
      return counts
    }
    return PartyTally(acting: counts(.actor), suffering: counts(.recipient))
  }

  /// For each entity the first one of the same words, by its first three.
  private func firstsAlike() -> [Int] {
    var firsts = WordTable(capacity: scene.entities.count)
    var words: [UInt8] = []
    return scene.entities.indices.map { index in
      words.removeAll(keepingCapacity: true)
      for i in scene.entities[index].tokens.prefix(3) {
        words += bareWord(i)
        words.append(0x20)
      }
      return Int(firsts.add(words.span, 0, words.count, Int32(index)))
    }
  }

  private func partiesBeforeSentences() -> [Int] {
    var list = [Int](repeating: 0, count: analysis.sentences.count + 1)
    for entity in scene.entities {
      list[Int(analysis.sentenceOf[entity.tokens.lowerBound]) + 1] += 1
    }
    for i in list.indices.dropFirst() { list[i] += list[i - 1] }
    return list
  }

  private func wordCounts() -> [SIMD8<Int32>] {
    var sum = SIMD8<Int32>()
    var list = [sum]
    list.reserveCapacity(analysis.count + 1)
    for i in 0..<analysis.count {
      if scene.isVerb(i) { sum[PartySurvey.verbs] += 1 }
      if analysis.isPunctuation(i) { sum[PartySurvey.marks] += 1 }
      if analysis.has(i, .relative) { sum[PartySurvey.relatives] += 1 }
      if analysis.has(i, .that) { sum[PartySurvey.thats] += 1 }
      if scene.forms[i] != nil { sum[PartySurvey.triggers] += 1 }
      let entity = Int(scene.entityOf[i])
      if entity >= 0, scene.entities[entity].tokens.lowerBound == i {
        sum[PartySurvey.firstWords] += 1
      }
      list.append(sum)
    }
    return list
  }

  /// A folded word without conjunction, preposition and article.
  func bareWord(_ i: Int) -> ArraySlice<UInt8> { analysis.text.key(i).dropFirst(bytesBefore(i)) }

  /// The bytes of conjunction, preposition and article before a folded word, if two letters are left behind them.
  private func bytesBefore(_ i: Int) -> Int {
    var letters = scene.hasConjunction(i) ? 1 : 0
    if scene.prefix(i) != .none { letters += 1 }
    if scene.hasArticle(i) { letters += scene.prefix(i) == .l ? 1 : 2 }
    return 2 * letters + 4 <= analysis.text.keyLength(i) ? 2 * letters : 0
  }

  /// Adds whether a candidate is the subject of a clause, and where it stands in its sentence and in the text.
  ///
  /// - Returns: Whether it is a subject.
  private func addSubject(_ candidate: Int, _ list: inout ValuedFeatureList<PartyFeatureKind>)
    -> Bool
  {
    let entity = scene.entities[candidate]
    let first = entity.tokens.lowerBound
    var isSubject = false
    if entity.relation == .none, !entity.isLinked {
      if first > 0, scene.isVerb(first - 1), analysis.text.tokens[first].gap != .line {
        isSubject = true
        list.add(.subject, 0)
        if scene.forms[first - 1] != nil { list.add(.subject, 1) }
      }
      let clause = scene.clause(first).lowerBound
      if first - clause <= 2, !(clause..<first).contains(where: { scene.isVerb($0) }) {
        isSubject = true
        list.add(.subject, 2)
      }
    }
    let sentence = analysis.sentence(first).lowerBound
    if !(max(sentence, first - 8)..<first).contains(where: { scene.entityOf[$0] >= 0 }) {
      list.add(.position, 0)
    }
    if analysis.sentenceOf[first] == 0 { list.add(.position, 1) }
    if candidate == 0 { list.add(.position, 2) }
    return isSubject
  }
}
