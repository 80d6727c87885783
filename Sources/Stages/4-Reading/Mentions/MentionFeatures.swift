import ArabicWords

/// Takes the features of one token.
protocol FeatureSink {
  mutating func add(_ feature: UInt32)
}

/// The features of the sequence model, each a number of 32 bits made of its template and its value.
///
/// Features of a chain model over words, affixes, gazetteers and clusters: Ratinov and Roth, "Design
/// Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009, and for Arabic Benajiba and
/// Rosso, "Arabic Named Entity Recognition using Conditional Random Fields", LREC 2008.
struct MentionFeatures {
  let text: TokenizedText
  let tokens: [MentionToken]
  let vocabulary: MentionVocabulary
  /// For each token the first one of the text with the same features of its own.
  let first: [Int32]

  init(_ text: TokenizedText, _ vocabulary: MentionVocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    tokens = vocabulary.tokens(text)
    first = MentionFeatures.firsts(tokens)
  }

  private static func firsts(_ tokens: [MentionToken]) -> [Int32] {
    var capacity = 16
    while capacity < 2 * tokens.count { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    return tokens.indices.map { i in
      var slot = Int(truncatingIfNeeded: tokens[i].word ^ tokens[i].word >> 31) & (capacity - 1)
      while slots[slot] >= 0 {
        let known = tokens[Int(slots[slot])]
        if known.word == tokens[i].word, known.place == tokens[i].place,
          known.shape == tokens[i].shape
        {
          return slots[slot]
        }
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = Int32(i)
      return Int32(i)
    }
  }

  /// Hands the features of token `i` of a sentence to `sink`.
  func visit<Sink: FeatureSink>(_ i: Int, in sentence: Range<Int>, _ sink: inout Sink) {
    for offset in MentionFeatures.window where sentence.contains(i + offset) {
      visitToken(i + offset, offset, &sink)
    }
    visitPlace(i, in: sentence, &sink)
  }

  /// How far around a token its features look.
  static let window = -2...2

  /// The features that token `j` alone gives to the one `offset` before it.
  func visitToken<Sink: FeatureSink>(_ j: Int, _ offset: Int, _ sink: inout Sink) {
    visitContext(j, offset, &sink)
    if offset == 0 { visitAffixes(j, &sink) }
  }

  /// The features of token `i` that come of its place in the sentence and of several tokens at once.
  func visitPlace<Sink: FeatureSink>(_ i: Int, in sentence: Range<Int>, _ sink: inout Sink) {
    sink.add(MentionFeatures.feature(.always, 0, 0))
    for offset in MentionFeatures.window where !sentence.contains(i + offset) {
      sink.add(MentionFeatures.feature(.border, offset, 0))
    }
    if i > sentence.lowerBound { visitPair(i - 1, i, -1, &sink) }
    if i + 1 < sentence.upperBound { visitPair(i, i + 1, 1, &sink) }
    visitHead(before: i, in: sentence, &sink)
  }

  private func visitContext<Sink: FeatureSink>(_ j: Int, _ offset: Int, _ sink: inout Sink) {
    let token = tokens[j]
    let isNear = abs(offset) < 2
    sink.add(MentionFeatures.feature(.word, offset, token.word))
    if isNear {
      sink.add(MentionFeatures.feature(.stem, offset, token.stem))
      let shape = UInt64(token.shape.rawValue) * 2 + (token.hasArticle ? 1 : 0)
      sink.add(MentionFeatures.feature(.shape, offset, shape))
    }
    if token.clitic != 0 {
      sink.add(MentionFeatures.feature(.clitic, offset, UInt64(token.clitic)))
    }
    if token.place != 0 {
      sink.add(MentionFeatures.feature(.place, offset, UInt64(token.place)))
    }
    let facts = vocabulary.facts[token.facts]
    if facts.clusters[0] == 0 {
      sink.add(MentionFeatures.feature(.unknown, offset, 0))
    } else {
      for level in 0..<4 where isNear || level == 1 || level == 2 {
        let value = UInt64(facts.clusters[level]) << 2 | UInt64(level)
        sink.add(MentionFeatures.feature(.cluster, offset, value))
      }
    }
    sink.add(MentionFeatures.feature(.nameRank, offset, UInt64(facts.nameRank)))
    var flags = facts.flags.rawValue
    while flags != 0 {
      sink.add(MentionFeatures.feature(.flag, offset, UInt64(flags.trailingZeroBitCount)))
      flags &= flags - 1
    }
  }

  private func visitAffixes<Sink: FeatureSink>(_ i: Int, _ sink: inout Sink) {
    let token = tokens[i]
    guard token.shape == .arabic else { return }
    let start = Int(token.prefix)
    let count = text.keyLength(i)
    for letters in 1...4 where count - start > 2 * letters {
      let opening = text.hash(i, from: start, to: start + 2 * letters)
      sink.add(MentionFeatures.feature(.opening, letters, opening))
      let ending = text.hash(i, from: count - 2 * letters, to: count)
      sink.add(MentionFeatures.feature(.ending, letters, ending))
    }
    sink.add(MentionFeatures.feature(.length, 0, UInt64(min(token.length, 8))))
  }

  private func visitPair<Sink: FeatureSink>(
    _ left: Int, _ right: Int, _ offset: Int, _ sink: inout Sink
  ) {
    let a = tokens[left]
    let b = tokens[right]
    sink.add(MentionFeatures.feature(.words, offset, MentionFeatures.join(a.word, b.word)))
    let first = vocabulary.facts[a.facts]
    let second = vocabulary.facts[b.facts]
    let clusters = MentionFeatures.join(UInt64(first.clusters[1]), UInt64(second.clusters[1]))
    sink.add(MentionFeatures.feature(.clusters, offset, clusters))
    let kinds = MentionFeatures.join(
      UInt64(first.flags.rawValue) << 3 | UInt64(first.nameRank),
      UInt64(second.flags.rawValue) << 3 | UInt64(second.nameRank))
    sink.add(MentionFeatures.feature(.kinds, offset, kinds))
    if offset < 0, first.clusters[2] != 0 {
      let value = MentionFeatures.join(
        UInt64(first.clusters[2]), UInt64(second.nameRank) << 16 | UInt64(b.place))
      sink.add(MentionFeatures.feature(.clusterAndName, offset, value))
    }
  }

  /// The nearest head of a name among the four words before, if nothing but words stands between.
  private func visitHead<Sink: FeatureSink>(
    before i: Int, in sentence: Range<Int>, _ sink: inout Sink
  ) {
    for back in 1...4 {
      let j = i - back
      guard j >= sentence.lowerBound, tokens[j].shape == .arabic else { return }
      let heads = vocabulary.facts[tokens[j].facts].flags.intersection(.heads)
      guard !heads.isEmpty, !tokens[j].hasArticle else { continue }
      let value = UInt64(heads.rawValue) << 4 | UInt64(back) << 1 | (tokens[i].hasArticle ? 1 : 0)
      sink.add(MentionFeatures.feature(.head, 0, value))
      return
    }
  }

  /// What a feature is made of.
  private enum Template: UInt64 {
    case always, border, word, stem, shape, clitic, place, unknown, cluster, nameRank, flag, opening
    case ending, length, words, clusters, kinds, clusterAndName, head
  }

  private static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xD6E8_FEB8_6659_FD93
  }

  @inline(__always)
  private static func feature(_ template: Template, _ offset: Int, _ value: UInt64) -> UInt32 {
    let key = template.rawValue << 3 | UInt64(offset + 2)
    let mixed = (value ^ value >> 29 ^ key &* 0xFF51_AFD7_ED55_8CCD) &* 0xC4CE_B9FE_1A85_EC53
    return max(1, UInt32(truncatingIfNeeded: mixed >> 32))
  }
}
