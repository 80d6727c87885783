import ArabicWords

/// One token as the sequence model sees it.
struct MentionToken: Sendable {
  enum Shape: UInt8, Sendable { case arabic, latin, digits, mark }

  /// The hash of the folded spelling; numbers share one.
  var word: UInt64
  /// The hash of the spelling without conjunction and prepositions.
  var stem: UInt64
  /// What the vocabulary knows of it.
  var facts = MentionVocabulary.Facts()
  /// As which first words of names of places it may be taken, whole and without conjunction and prepositions: their numbers,
  /// below 0 where no name begins so.
  var firsts: SIMD2<Int32> = [-1, -1]
  /// What the gazetteer says: the place's letter, shifted left by 2, the part of the name; 0 nothing.
  var place: UInt16 = 0
  /// The bytes of conjunction and prepositions at the start of the folded spelling.
  var prefix: UInt8 = 0
  /// Which conjunction and prepositions: 0 none.
  var clitic: UInt8 = 0
  /// Whether the stem has the article.
  var hasArticle = false
  var shape: Shape
  /// The letters of the stem, at most 15.
  var length: UInt8 = 0
}

extension MentionVocabulary {
  /// A token as the sequence model sees it, as far as its spelling tells.
  func token(_ text: TokenizedText, _ i: Int) -> MentionToken {
    let count = text.keyLength(i)
    let whole = text.hash(i, from: 0, to: count)
    switch text.tokens[i].kind {
    case .word: break
    case .number: return MentionToken(word: 1, stem: 1, shape: .digits)
    default: return MentionToken(word: whole, stem: whole, shape: .mark)
    }
    guard text.letter(i, 0) >= 0x600 else {
      return MentionToken(
        word: whole, stem: whole, facts: facts(text, i), shape: .latin,
        length: UInt8(min(count, 15))
      )
    }
    var token = MentionToken(word: whole, stem: whole, facts: facts(text, i), shape: .arabic)
    if token.facts.isEmpty { strip(text, i, count, &token) }
    let at = Int(token.prefix) / 2
    token.hasArticle =
      token.hasArticle || text.letter(i, at) == 0x627 && text.letter(i, at + 1) == 0x644
    if token.facts.isEmpty, token.hasArticle, count - Int(token.prefix) > 8 {
      token.facts = facts(text, i, prefix: Int(token.prefix) + 4)
    }
    token.length = UInt8(min((count - Int(token.prefix)) / 2, 15))
    token.firsts[0] = phrases.firstWord(text, i, prefix: 0)
    if token.prefix > 0 {
      token.firsts[1] = phrases.firstWord(text, i, prefix: Int(token.prefix))
    }
    return token
  }

  /// Takes conjunction and prepositions off a word that is not known if what is left is known.
  private func strip(_ text: TokenizedText, _ i: Int, _ count: Int, _ token: inout MentionToken) {
    let first = text.letter(i, 0)
    let isConjunction = first == 0x648 || first == 0x641
    if isConjunction, count >= 8, take(text, i, count, 1, first == 0x648 ? 1 : 2, &token) { return }
    for at in stride(from: isConjunction ? 1 : 0, through: 0, by: -1) where count >= 2 * at + 8 {
      let code = (at == 1 ? 3 : 0) + UInt8(at)
      switch text.letter(i, at) {
      case 0x628: if take(text, i, count, at + 1, 5 + code, &token) { return }
      case 0x643: if take(text, i, count, at + 1, 6 + code, &token) { return }
      case 0x644:
        if text.letter(i, at + 1) == 0x644, takeArticle(text, i, count, at, 8 + code, &token) {
          return
        }
        if take(text, i, count, at + 1, 7 + code, &token) { return }
      default: break
      }
    }
    guard first == 0x648, count >= 10 else { return }
    let isArticle = text.letter(i, 1) == 0x627 && text.letter(i, 2) == 0x644
    if isArticle { set(text, i, count, 1, 1, &token) }
  }

  private func take(
    _ text: TokenizedText, _ i: Int, _ count: Int, _ letters: Int, _ clitic: UInt8,
    _ token: inout MentionToken
  ) -> Bool {
    let facts = facts(text, i, prefix: 2 * letters)
    guard !facts.isEmpty else { return false }
    token.facts = facts
    set(text, i, count, letters, clitic, &token)
    return true
  }

  private func set(
    _ text: TokenizedText, _ i: Int, _ count: Int, _ letters: Int, _ clitic: UInt8,
    _ token: inout MentionToken
  ) {
    token.prefix = UInt8(2 * letters)
    token.clitic = clitic
    token.stem = text.hash(i, from: 2 * letters, to: count)
  }

  /// `للأمم` is `ل` before `الأمم`.
  private func takeArticle(
    _ text: TokenizedText, _ i: Int, _ count: Int, _ at: Int, _ clitic: UInt8,
    _ token: inout MentionToken
  ) -> Bool {
    let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
    let facts = facts(article + text.key(i).dropFirst(2 * at + 4))
    guard !facts.isEmpty else { return false }
    token.facts = facts
    token.prefix = UInt8(2 * at + 2)
    token.clitic = clitic
    token.hasArticle = true
    token.stem = text.hash(
      i, from: 2 * at + 4, to: count, seed: SpellingHash.of(article.span, 0, article.count))
    return true
  }

  /// Marks the names of places; of names that begin alike the longest counts.
  func markPlaces(_ text: TokenizedText, _ tokens: inout [MentionToken]) {
    var i = 0
    while i < tokens.count {
      guard tokens[i].shape == .arabic else {
        i += 1
        continue
      }
      let firsts = tokens[i].firsts
      if let (place, count) = (firsts[0] < 0 ? nil : phrases.longest(text, i, first: firsts[0]))
        ?? (firsts[1] < 0 ? nil : phrases.longest(text, i, first: firsts[1]))
      {
        for k in 0..<count { tokens[i + k].place = UInt16(place) << 2 | (k == 0 ? 2 : 3) }
        i += count
        continue
      }
      let place = tokens[i].facts.place
      if place != 0 { tokens[i].place = UInt16(place) << 2 | 1 }
      i += 1
    }
  }
}
