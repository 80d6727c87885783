import ArabicWords

/// A name that the sequence model of mentions finds.
struct FoundName: Sendable {
  let tokens: Range<Int>
  /// The letters of conjunction and preposition written to the first word.
  let prefixLetters: Int
}

/// Names by the tokens that they cover.
struct NameTable: Sendable {
  private var names: [Range<Int>] = []
  /// For each token the index of the name that it stands in, or -1; empty without names.
  private var nameAt: [Int32] = []

  init() {}

  init(_ names: [Range<Int>], count: Int) {
    self.names = names
    nameAt = [Int32](repeating: -1, count: count)
    for (index, name) in names.enumerated() { for i in name { nameAt[i] = Int32(index) } }
  }

  /// The name that covers the token.
  subscript(i: Int) -> Range<Int>? {
    guard nameAt.indices.contains(i), nameAt[i] >= 0 else { return nil }
    return names[Int(nameAt[i])]
  }

  /// The name that begins at the token.
  func beginning(at i: Int) -> Range<Int>? { self[i].flatMap { $0.lowerBound == i ? $0 : nil } }
}

// What the names of persons that the sequence model of mentions finds tell of words.

extension TextAnalysis {
  /// The same text with words that are known to be personal names.
  ///
  /// - Parameters:
  ///   - names: The names of persons, as the sequence model of mentions finds them.
  ///   - bodies: Those of organisations and groups.
  /// - Returns: The text whose words at these tokens are names.
  func naming(_ names: [FoundName], bodies: [FoundName]) -> TextAnalysis {
    guard !names.isEmpty || !bodies.isEmpty else { return self }
    var words = (0..<count).map { self.words[$0] }
    var persons: [Range<Int>] = []
    for name in names {
      var first = name.tokens.lowerBound
      // `رئيس إقليم كردستان سالم الحيدري`: a place before the name.
      if name.tokens.count > 2, has(first, .place), !has(first, [.name, .nationality]),
        !words[first].hasArticle, has(first - 1, [.body, .settlement])
      {
        first += 1
      }
      // `على لسان المتحدث`
      // `أكد محدثنا أن`; `توفي خلال الحصار`
      if has(first, .epithet)
        || name.tokens.count == 1 && has(first, .pastVerb) && !has(first, .name)
      {
        continue
      }
      let isAli = isWord(first, "علي") && endsInYeh(first)
      if has(first, .preposition), !has(first, [.name, .joint]), !isAli { continue }
      var end = first
      for i in first..<name.tokens.upperBound where end == i {
        // `سالم الهاشمي صمت الحكومة`: behind a family name with the article nothing without it goes on.
        let isBehindFamilyName =
          i > first && text.tokens[i].kind == .word && words[i - 1].hasArticle
          && !words[i].hasArticle
          && !isWord(i - 1, "الدين") && !isWord(i - 2, "عبد")
        if isBehindFamilyName, !words[i].has(.name) { break }
        // `أشاد باطرفي بسالم الهاشمي`
        if i > first, words[i].prefix != .none, words[i].has(.name) { break }
        // `أكد الحيدري لمطيري أنه`: the one spoken to.
        if i > first, words[i].classes.isEmpty, text.letter(i, 0) == 0x644, i + 1 < count,
          has(i + 1, .that)
        {
          break
        }
        end = i + 1
        guard text.tokens[i].kind == .word else { continue }
        words[i].becomeName(
          isFirst: i == first,
          isWhole: i > first || name.prefixLetters == 0 || first > name.tokens.lowerBound)
      }
      persons.append(first..<end)
    }
    return TextAnalysis(self, words: words, persons: persons, bodies: bodies.map(\.tokens))
  }

  /// Words that take `ل`.
  private static let according: [StaticString] = ["وفقا", "ووفقا", "طبقا", "وطبقا", "خلافا"]

  /// Makes an unknown word of one that begins like a conjunction or preposition right behind a verb of speech, where
  /// neither stands (`قالت فاديا`, `قال كاجمان`).
  static func markBehindSpeech(
    _ text: TokenizedText, _ words: inout [WordInfo], _ lexicon: ReadingLexicon
  ) {
    for i in 1..<max(1, text.count) {
      // `وفقا لمصفوفة التتبع`: what stands behind it has its preposition.
      if words[i].classes.isEmpty, words[i].prefix == .none, !words[i].hasConjunction,
        text.tokens[i].kind == .word, text.letter(i, 0) == 0x644,
        Self.according.contains(where: { text.isKey(i - 1, $0) })
      {
        words[i].prefix = .l
      }
      guard words[i - 1].cue >= 0, words[i].cue < 0, !words[i].hasArticle, !words[i].hasPronoun
      else { continue }
      let form = lexicon.cues.forms[Int(words[i - 1].cue)].form
      guard form.kind == .past || form.kind == .present, !form.hasPronoun else { continue }
      let isJoined =
        words[i].hasConjunction && words[i].classes.isEmpty && text.letter(i, 0) == 0x641
      let isLike = words[i].prefix == .k && words[i].classes.isSubset(of: [.name, .place])
      if isJoined || isLike { words[i] = WordInfo() }
    }
  }
}
