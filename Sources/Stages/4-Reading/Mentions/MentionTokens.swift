import ArabicWords

/// One token as the sequence model sees it.
struct MentionToken: Sendable {
  enum Shape: UInt8, Sendable { case arabic, latin, digits, mark }

  /// The hash of the folded spelling; numbers share one.
  var word: UInt64
  /// The hash of the spelling without conjunction and prepositions.
  var stem: UInt64
  /// The bytes of conjunction and prepositions at the start of the folded spelling.
  var prefix: UInt8 = 0
  /// Which conjunction and prepositions: 0 none.
  var clitic: UInt8 = 0
  /// Whether the stem has the article.
  var hasArticle = false
  var shape: Shape
  /// The letters of the stem, at most 15.
  var length: UInt8 = 0
  /// The number of its facts in the vocabulary; 0 if it is not known.
  var facts = 0
  /// What the gazetteer says: the place's letter, shifted left by 2, the part of the name; 0 nothing.
  var place: UInt16 = 0
}

extension MentionVocabulary {
  /// The tokens of a text as the sequence model sees them.
  func tokens(_ text: TokenizedText) -> [MentionToken] {
    var result: [MentionToken] = []
    result.reserveCapacity(text.count)
    for i in 0..<text.count { result.append(token(text, i)) }
    markPlaces(text, &result)
    return result
  }

  private func token(_ text: TokenizedText, _ i: Int) -> MentionToken {
    let count = text.keyLength(i)
    let whole = text.hash(i, from: 0, to: count)
    switch text.tokens[i].kind {
    case .word: break
    case .number: return MentionToken(word: 1, stem: 1, shape: .digits)
    default: return MentionToken(word: whole, stem: whole, shape: .mark)
    }
    guard text.letter(i, 0) >= 0x600 else {
      return MentionToken(
        word: whole, stem: whole, shape: .latin, length: UInt8(min(count, 15)),
        facts: number(text, i))
    }
    var token = MentionToken(word: whole, stem: whole, shape: .arabic)
    token.facts = number(text, i)
    if token.facts == 0 { strip(text, i, count, &token) }
    let at = Int(token.prefix) / 2
    token.hasArticle =
      token.hasArticle || text.letter(i, at) == 0x627 && text.letter(i, at + 1) == 0x644
    if token.facts == 0, token.hasArticle, count - Int(token.prefix) > 8 {
      token.facts = number(text, i, prefix: Int(token.prefix) + 4)
    }
    token.length = UInt8(min((count - Int(token.prefix)) / 2, 15))
    return token
  }

  /// Takes conjunction and prepositions off a word that is not known if what is left is known.
  private func strip(_ text: TokenizedText, _ i: Int, _ count: Int, _ token: inout MentionToken) {
    let first = text.letter(i, 0)
    let isConjunction = first == 0x648 || first == 0x641
    if isConjunction, count >= 8, take(text, i, count, 1, first == 0x648 ? 1 : 2, &token) { return }
    let starts = isConjunction ? [1, 0] : [0]
    for at in starts where count >= 2 * at + 8 {
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
    let facts = number(text, i, prefix: 2 * letters)
    guard facts != 0 else { return false }
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
    let facts = number(article + text.key(i).dropFirst(2 * at + 4))
    guard facts != 0 else { return false }
    token.facts = facts
    token.prefix = UInt8(2 * at + 2)
    token.clitic = clitic
    token.hasArticle = true
    token.stem = text.hash(
      i, from: 2 * at + 4, to: count, seed: SpellingHash.of(article.span, 0, article.count))
    return true
  }

  /// Marks the names of places; of names that begin alike the longest counts.
  private func markPlaces(_ text: TokenizedText, _ tokens: inout [MentionToken]) {
    var i = 0
    while i < tokens.count {
      guard tokens[i].shape == .arabic else {
        i += 1
        continue
      }
      let prefix = Int(tokens[i].prefix)
      let phrase =
        phrase(text, i, prefix: 0) ?? (prefix > 0 ? self.phrase(text, i, prefix: prefix) : nil)
      if let phrase {
        for k in 0..<phrase.count {
          tokens[i + k].place = UInt16(phrase.place) << 2 | (k == 0 ? 2 : 3)
        }
        i += phrase.count
        continue
      }
      let place = facts[tokens[i].facts].place
      if place != 0 { tokens[i].place = UInt16(place) << 2 | 1 }
      i += 1
    }
  }
}
