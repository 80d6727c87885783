import ArabicWords

/// Takes the features of one token.
protocol FeatureSink {
  /// Takes the feature that a template makes of a value `offset` tokens away.
  mutating func add(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64)
}

/// Takes the features that one token gives to those around it.
protocol FeatureSpreader {
  /// Takes the features that a template makes of a value at each offset up to `reach`.
  mutating func add(_ template: MentionFeatures.Template, within reach: Int, _ value: UInt64)
  /// Takes a feature that the token gives to itself alone.
  mutating func addOwn(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64)
}

/// The features of the sequence model, each a number of 32 bits made of its template and its value.
///
/// Features of a chain model over words, affixes, gazetteers and clusters: Ratinov and Roth, "Design
/// Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009, and for Arabic Benajiba and
/// Rosso, "Arabic Named Entity Recognition using Conditional Random Fields", LREC 2008.
struct MentionFeatures {
  let text: TokenizedText
  private(set) var tokens: [MentionToken]
  /// For each token the number of its spelling in the memory that it was read with.
  let numbers: [Int32]

  /// The features of a text by the word forms and weights of a tagger.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tagger: The tagger; a memory is always used with the same.
  ///   - numbers: For each token the number of its spelling in the memory.
  ///   - memory: What is known of spellings from earlier texts.
  init(
    _ text: TokenizedText, _ tagger: MentionTagger, numbers: [Int32],
    _ memory: inout MentionMemory
  ) {
    self.text = text
    self.numbers = numbers
    tokens = memory.read(text, numbers: numbers, tagger)
    tagger.vocabulary.markPlaces(text, &tokens)
  }

  /// Hands the features of token `i` of a sentence to `sink`.
  func visit<Sink: FeatureSink>(_ i: Int, in sentence: Range<Int>, _ sink: inout Sink) {
    for offset in MentionFeatures.window where sentence.contains(i + offset) {
      var one = AtOffset(sink: sink, offset: offset)
      MentionFeatures.visitForm(tokens[i + offset], text, i + offset, &one)
      sink = one.sink
    }
    visitPlace(i, in: sentence, &sink)
  }

  /// Takes of the features that a token gives those at one offset.
  private struct AtOffset<Sink: FeatureSink>: FeatureSpreader {
    var sink: Sink
    let offset: Int

    mutating func add(_ template: Template, within reach: Int, _ value: UInt64) {
      if abs(offset) <= reach { sink.add(template, offset, value) }
    }

    mutating func addOwn(_ template: Template, _ offset: Int, _ value: UInt64) {
      if self.offset == 0 { sink.add(template, offset, value) }
    }
  }

  /// How far around a token its features look.
  static let window = -2...2

  /// The features that the spelling of `token`, which is number `j` of a text, alone gives to those around it.
  static func visitForm<Spreader: FeatureSpreader>(
    _ token: MentionToken, _ text: TokenizedText, _ j: Int, _ spreader: inout Spreader
  ) {
    spreader.add(.word, within: 2, token.word)
    spreader.add(.stem, within: 1, token.stem)
    spreader.add(
      .shape, within: 1, UInt64(token.shape.rawValue) * 2 + (token.hasArticle ? 1 : 0))
    if token.clitic != 0 { spreader.add(.clitic, within: 2, UInt64(token.clitic)) }
    if token.facts.clusters[0] == 0 {
      spreader.add(.unknown, within: 2, 0)
    } else {
      for level in 0..<4 {
        spreader.add(
          .cluster, within: level == 1 || level == 2 ? 2 : 1,
          UInt64(token.facts.clusters[level]) << 2 | UInt64(level))
      }
    }
    spreader.add(.nameRank, within: 2, UInt64(token.facts.nameRank))
    if token.facts.contexts[0] != 0 {
      for number in 0..<3 {
        spreader.add(
          .context, within: 1, UInt64(number) << 8 | UInt64(token.facts.contexts[number]))
      }
    }
    var flags = token.facts.flags.rawValue
    while flags != 0 {
      spreader.add(.flag, within: 2, UInt64(flags.trailingZeroBitCount))
      flags &= flags - 1
    }
    visitAffixes(token, text, j, &spreader)
  }

  /// The features of token `i` that come of its place in the sentence, of the gazetteer and of several
  /// tokens at once.
  func visitPlace<Sink: FeatureSink>(_ i: Int, in sentence: Range<Int>, _ sink: inout Sink) {
    sink.add(.always, 0, 0)
    for offset in MentionFeatures.window {
      if !sentence.contains(i + offset) {
        sink.add(.border, offset, 0)
      } else if tokens[i + offset].place != 0 {
        sink.add(.place, offset, UInt64(tokens[i + offset].place))
      }
    }
    if i > sentence.lowerBound { visitPair(tokens[i - 1], tokens[i], -1, &sink) }
    if i + 1 < sentence.upperBound { visitPair(tokens[i], tokens[i + 1], 1, &sink) }
    visitHead(before: i, in: sentence, &sink)
  }

  /// The features of token `i` that come of what was decided on its word and its neighbours' elsewhere in the text.
  func visitRepetitions<Sink: FeatureSink>(
    _ i: Int, in sentence: Range<Int>, _ repetitions: MentionRepetitions, _ sink: inout Sink
  ) {
    for offset in -1...1 where sentence.contains(i + offset) {
      let elsewhere = repetitions.values[i + offset]
      if elsewhere.kind != 0 { sink.add(.elsewhere, offset, UInt64(elsewhere.kind)) }
      if elsewhere.position != 0 {
        sink.add(.elsewherePosition, offset, UInt64(elsewhere.position))
      }
      if offset <= 0, elsewhere.pair != 0 {
        sink.add(.elsewherePair, offset, UInt64(elsewhere.pair))
      }
    }
  }

  /// The features by which what is peculiar to a source of labels is told; readings have those of encyclopaedic texts alone.
  ///
  /// Copies of few features for each source, so that sources with other habits share the rest: Daumé, "Frustratingly Easy
  /// Domain Adaptation", ACL 2007.
  func visitSource<Sink: FeatureSink>(
    _ i: Int, in sentence: Range<Int>, _ source: UInt64, _ sink: inout Sink
  ) {
    let token = tokens[i]
    func add(_ number: UInt64, _ value: UInt64) {
      sink.add(.source, 1, MentionFeatures.join(source ^ number, value))
    }
    sink.add(.source, 0, source)
    for level in 0..<4 { add(UInt64(level), UInt64(token.facts.clusters[level])) }
    add(4, UInt64(token.facts.flags.rawValue) << 3 | UInt64(token.facts.nameRank))
    add(5, UInt64(token.place))
    add(6, UInt64(token.shape.rawValue) * 2 + (token.hasArticle ? 1 : 0))
    let before = i > sentence.lowerBound ? tokens[i - 1] : nil
    let behind = i + 1 < sentence.upperBound ? tokens[i + 1] : nil
    add(7, before.map { UInt64($0.facts.clusters[1]) } ?? 0xFFFF)
    add(8, token.facts.flags.isEmpty ? 0 : token.stem)
    add(9, head(before: i, in: sentence).map { tokens[$0].stem ^ UInt64(i - $0) } ?? 0)
    add(10, token.stem)
    add(11, behind.map { UInt64($0.facts.clusters[1]) } ?? 0xFFFF)
    add(12, before?.stem ?? 0)
    add(13, behind?.stem ?? 0)
  }

  private static func visitAffixes<Spreader: FeatureSpreader>(
    _ token: MentionToken, _ text: TokenizedText, _ i: Int, _ spreader: inout Spreader
  ) {
    guard token.shape == .arabic else { return }
    let start = Int(token.prefix)
    let count = text.keyLength(i)
    var opening = SpellingHash.empty
    for letters in 1...4 where count - start > 2 * letters {
      let at = start + 2 * letters
      opening = text.hash(i, from: at - 2, to: at, seed: opening)
      spreader.addOwn(.opening, letters, opening)
      spreader.addOwn(.ending, letters, text.hash(i, from: count - 2 * letters, to: count))
    }
    spreader.addOwn(.length, 0, UInt64(min(token.length, 8)))
  }

  private func visitPair<Sink: FeatureSink>(
    _ a: MentionToken, _ b: MentionToken, _ offset: Int, _ sink: inout Sink
  ) {
    sink.add(.words, offset, MentionFeatures.join(a.word, b.word))
    let (first, second) = (a.facts, b.facts)
    sink.add(
      .clusters, offset,
      MentionFeatures.join(UInt64(first.clusters[1]), UInt64(second.clusters[1])))
    let kinds = MentionFeatures.join(
      UInt64(first.flags.rawValue) << 3 | UInt64(first.nameRank),
      UInt64(second.flags.rawValue) << 3 | UInt64(second.nameRank))
    sink.add(.kinds, offset, kinds)
    if offset < 0, first.clusters[2] != 0 {
      let value = MentionFeatures.join(
        UInt64(first.clusters[2]), UInt64(second.nameRank) << 16 | UInt64(b.place))
      sink.add(.clusterAndName, offset, value)
    }
  }

  private func visitHead<Sink: FeatureSink>(
    before i: Int, in sentence: Range<Int>, _ sink: inout Sink
  ) {
    guard let j = head(before: i, in: sentence) else { return }
    let heads = tokens[j].facts.flags.intersection(.heads)
    let value =
      UInt64(heads.rawValue) << 4 | UInt64(i - j) << 1 | (tokens[i].hasArticle ? 1 : 0)
    sink.add(.head, 0, value)
  }

  /// The nearest head of a name among the four words before, if nothing but words stands between.
  private func head(before i: Int, in sentence: Range<Int>) -> Int? {
    for back in 1...4 {
      let j = i - back
      guard j >= sentence.lowerBound, tokens[j].shape == .arabic else { return nil }
      if !tokens[j].hasArticle, !tokens[j].facts.flags.isDisjoint(with: .heads) { return j }
    }
    return nil
  }

  /// What a feature is made of.
  enum Template: UInt64 {
    case always, border, word, stem, shape, clitic, place, unknown, cluster, nameRank, flag, opening
    case ending, length, words, clusters, kinds, clusterAndName, head, context
    case elsewhere, elsewherePosition, elsewherePair, source

    /// Of a template with few values their rows in a table of all such features, from value 0 on.
    @inline(__always)
    var rows: Range<Int> {
      switch self {
      case .always: 0..<1
      case .border: 1..<2
      case .unknown: 2..<3
      case .nameRank: 3..<8
      case .shape: 8..<16
      case .length: 16..<32
      case .flag: 32..<48
      case .clitic: 48..<64
      case .place: 64..<576
      case .cluster: 576..<4928
      case .context: 4928..<5696
      case .elsewhere: 5696..<5728
      case .elsewherePosition: 5728..<5760
      case .elsewherePair: 5760..<5776
      default: 0..<0
      }
    }

    static let few: [Template] = [
      .always, .border, .unknown, .nameRank, .shape, .length, .flag, .clitic, .place, .cluster,
      .context, .elsewhere, .elsewherePosition, .elsewherePair,
    ]
  }

  private static func join(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The number of the feature that a template makes of a value `offset` tokens away.
  @inline(__always)
  static func feature(_ template: Template, _ offset: Int, _ value: UInt64) -> UInt32 {
    let key = template.rawValue << 3 | UInt64(truncatingIfNeeded: offset &+ 2)
    let mixed = (value ^ value >> 29 ^ key &* 0xFF51_AFD7_ED55_8CCD) &* 0xC4CE_B9FE_1A85_EC53
    return max(1, UInt32(truncatingIfNeeded: mixed >> 32))
  }
}
