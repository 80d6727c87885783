import ArabicScript
import ArabicWords
import NewsModel

/// Finds who and what an article names: persons, organisations, armed groups, places, facilities,
/// offices and nationalities, with roles, and which mentions name the same.
///
/// The sequence model finds names of four types; lists refine them and add what the model, learnt from
/// older news, can't know. Mentions may be nested: a place in a facility, a body in an office. No
/// mention is linked to an entry here.
struct MentionReader {
  let analysis: TextAnalysis
  let features: MentionFeatures
  private let names: [NameSpan]
  var drafts: [MentionDraft] = []
  /// For each token the number of the draft of a name that covers it, or -1.
  private var nameAt: [Int32]

  /// Makes a reader of a text; `memory` is what is known of spellings from earlier texts.
  init(
    _ analysis: TextAnalysis, tagger: MentionTagger = .standard, _ memory: inout MentionMemory
  ) {
    self.analysis = analysis
    features = MentionFeatures(analysis.text, tagger, numbers: analysis.numbers, &memory)
    names = tagger.names(features, memory, analysis.sentences)
    nameAt = [Int32](repeating: -1, count: analysis.count)
  }

  /// The mentions in the order of the text; of those that begin alike the longest first.
  ///
  /// - Complexity: linear in the text, quadratic in the number of different names.
  mutating func read() -> [Mention] {
    for name in names {
      // No name goes on from one hashtag to the next.
      for tokens in name.tokens.split(whereSeparator: { analysis.isMark($0, 0x23) }) {
        add(NameSpan(tokens: tokens, kind: name.kind, confidence: name.confidence))
      }
    }
    addListed()
    dropShared()
    addUnlisted()
    addFacilities()
    addOffices()
    addDescriptions()
    drafts.sort {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
    return MentionClusters(self).mentions()
  }

  /// The names of persons that were read.
  var persons: [FoundName] { names(of: [.person]) }

  /// The names of organisations and groups that were read.
  var bodies: [FoundName] { names(of: [.organisation, .group]) }

  /// The names of places that were read.
  var places: [FoundName] { names(of: [.place]) }

  private func names(of types: [MentionType]) -> [FoundName] {
    drafts.filter { types.contains($0.type) && !$0.isDescription }.map {
      FoundName(
        tokens: $0.tokens, prefixLetters: Int(features.tokens[$0.tokens.lowerBound].prefix) / 2)
    }
  }

  /// The draft of the name that covers a token.
  func name(at i: Int) -> MentionDraft? {
    guard i >= 0, i < nameAt.count, nameAt[i] >= 0 else { return nil }
    return drafts[Int(nameAt[i])]
  }

  /// Takes drafts of names out, by their numbers.
  mutating func drop(_ dropped: Set<Int>) {
    let kept = drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
    for draft in drafts { for i in draft.tokens { nameAt[i] = -1 } }
    drafts = []
    for draft in kept { cover(draft) }
  }

  /// The number of the draft of the name that covers a token, or -1.
  func nameAt(_ i: Int) -> Int { nameAt.indices.contains(i) ? Int(nameAt[i]) : -1 }

  /// Gives a draft more tokens.
  mutating func extend(_ index: Int, to tokens: Range<Int>) {
    for i in tokens { nameAt[i] = Int32(index) }
    drafts[index].tokens = tokens
  }

  mutating func cover(_ draft: MentionDraft) {
    for i in draft.tokens { nameAt[i] = Int32(drafts.count) }
    drafts.append(draft)
  }

  /// Takes a name of the sequence model, without marks at its ends; other things than ours are left out.
  ///
  /// A name that opens a longer listed name of a group gives way to it; one person's name goes on over
  /// an initial (`مايلز ب. كيغينز`).
  private mutating func add(_ name: NameSpan) {
    var tokens = name.tokens
    while let first = tokens.first, features.tokens[first].shape == .mark { tokens.removeFirst() }
    while let last = tokens.last, features.tokens[last].shape == .mark { tokens.removeLast() }
    // `أما المختار فيرى`: a verb with ف is no part of a name.
    if tokens.count > 1, let start = tokens.first, let last = tokens.last,
      analysis.isWord(start - 1, "اما") || analysis.isWord(start - 1, "واما"),
      analysis.text.letter(last, 0) == 0x641
    {
      tokens.removeLast()
    }
    guard let first = tokens.first, let type = type(name.kind, first),
      !tokens.contains(where: { features.tokens[$0].place >> 2 == 0x57 })
    else { return }
    if type == .person, let last = drafts.last, last.type == .person,
      continues(last.tokens, first)
    {
      tokens = last.tokens.lowerBound..<tokens.upperBound
      drafts.removeLast()
    }
    cover(MentionDraft(tokens: tokens, type: type, confidence: name.confidence))
  }

  private func type(_ kind: NameSpan.Kind, _ first: Int) -> MentionType? {
    let flags = flags(first)
    switch kind {
    case .person: return flags.contains(.groupName) ? .group : .person
    case .place:
      if flags.contains(.groupName) { return .group }
      return isFacility(first) ? .facility : .place
    case .organisation:
      return !flags.isDisjoint(with: [.group, .groupName]) ? .group : .organisation
    case .other: return nil
    }
  }

  /// Adds names of groups, well-known places and nationalities that the model has missed.
  private mutating func addListed() {
    var i = 0
    while i < analysis.count {
      guard nameAt[i] < 0, features.tokens[i].shape == .arabic else {
        i += 1
        continue
      }
      let token = features.tokens[i]
      var end = i + 1
      if token.place & 3 == 2, token.place >> 2 == 0x57 || MentionReader.isWellKnown(token.place) {
        while end < analysis.count, features.tokens[end].place & 3 == 3 { end += 1 }
      }
      if flags(i).contains(.groupName) || token.place >> 2 == 0x57, isFree(i..<end) {
        cover(MentionDraft(tokens: i..<end, type: .group, confidence: 0.8))
      } else if MentionReader.isWellKnown(token.place), isFree(i..<end),
        end > i + 1 || analysis.has(i, .place)
      {
        let type: MentionType = isFacility(i) ? .facility : .place
        cover(MentionDraft(tokens: i..<end, type: type, confidence: 0.7))
      } else if flags(i).contains(.nationality) {
        // `في مالي`: a country that is spelt like its adjective.
        let isPlace = token.place >> 2 == 0x43 && analysis.has(i - 1, .preposition)
        cover(
          MentionDraft(
            tokens: i..<i + 1, type: isPlace ? .place : .nationality, confidence: 0.8))
        end = i + 1
      }
      i = end
    }
  }

  /// Whether a personal name at `i` goes on with the one before: nothing or an initial stands between, or it ends with one.
  private func continues(_ before: Range<Int>, _ i: Int) -> Bool {
    let end = before.upperBound
    guard analysis.sentenceOf[end - 1] == analysis.sentenceOf[i] else { return false }
    if end == i { return features.tokens[i].prefix == 0 && !features.tokens[end - 1].hasArticle }
    // The initial is no name of its own, but may have been taken for the end of the first.
    let initial = i - 2
    return (initial == end || initial == end - 1 && before.count > 1)
      && analysis.isMark(i - 1, 0x2E) && analysis.text.keyLength(initial) <= 2
  }

  private func isFree(_ tokens: Range<Int>) -> Bool { tokens.allSatisfy { nameAt[$0] < 0 } }

  /// Whether a word for a facility stands there that opens no name of a unit or a town (`دير الزور`).
  private func isFacility(_ i: Int) -> Bool {
    guard flags(i).contains(.facility), !flags(i).contains(.placeKind) else { return false }
    let token = features.tokens[i]
    return token.place & 3 != 2 || !MentionReader.isSettled(token.place)
  }

  /// Whether the gazetteer's lists of countries, regions, governorates, districts and towns hold a name.
  private static func isSettled(_ place: UInt16) -> Bool {
    switch place >> 2 {
    case 0x42, 0x43, 0x44, 0x45, 0x47, 0x48, 0x50, 0x52, 0x54, 0x55: true
    default: false
    }
  }

  /// Whether the gazetteer alone is evidence: countries, regions, governorates and well-known places whose
  /// names are no common words.
  private static func isWellKnown(_ place: UInt16) -> Bool {
    switch place >> 2 {
    case 0x43, 0x52, 0x47, 0x4B: true
    default: false
    }
  }

  /// A facility is its kind with the name of a place behind it (`مطار بغداد الدولي`), which is nested.
  private mutating func addFacilities() {
    for i in 0..<analysis.count
    where isFacility(i) && !features.tokens[i].hasArticle && nameAt[i] < 0 {
      guard let place = name(at: i + 1), place.type == .place, place.tokens.lowerBound == i + 1
      else { continue }
      var end = place.tokens.upperBound
      if end < analysis.count, analysis.isWord(end, "الدولي") { end += 1 }
      drafts.append(MentionDraft(tokens: i..<end, type: .facility, confidence: 0.7))
    }
  }

  /// Names that are no names of persons: their drafts by the token at which they begin.
  func bodies(in tokens: Range<Int>) -> MentionDraft? {
    for i in tokens {
      if let draft = name(at: i), draft.type == .organisation || draft.type == .group {
        return draft
      }
    }
    return nil
  }

  mutating func append(_ draft: MentionDraft) { drafts.append(draft) }

  mutating func give(_ role: Range<Int>, of organisation: Range<Int>?, toNameAt i: Int) {
    guard nameAt[i] >= 0 else { return }
    drafts[Int(nameAt[i])].role = role
    drafts[Int(nameAt[i])].organisation = organisation
  }
}
