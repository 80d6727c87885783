extension TokenizedText {
  /// The sentences as ranges of tokens; together they cover all tokens.
  ///
  /// A sentence ends behind `.`, `!`, `?`, `؟`, `…` (with closing marks that follow) and at a line
  /// end. A full stop behind a single letter (`أ.ف.ب`, `د.`) ends none, nor does one between names of
  /// letters (`بي.بي.سي`) or one that is glued to a following Latin letter or digit.
  public var sentences: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var i = 0
    while i < tokens.count {
      if i > start, tokens[i].gap == .line {
        result.append(start..<i)
        start = i
      }
      if endsSentence(i) {
        var end = i + 1
        while end < tokens.count, tokens[end].gap == .none, isSentenceEnd(end) || isClosing(end) {
          end += 1
        }
        result.append(start..<end)
        start = end
        i = end
        continue
      }
      i += 1
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// The paragraphs as ranges of tokens; together they cover all tokens.
  public var paragraphs: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for i in tokens.indices where i > start && tokens[i].gap == .line {
      result.append(start..<i)
      start = i
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  private func endsSentence(_ i: Int) -> Bool {
    guard isSentenceEnd(i) else { return false }
    if firstByte(i) != UInt8(ascii: ".") { return true }
    if i > 0, tokens[i].gap == .none, tokens[i - 1].kind == .word, letterCount(i - 1) == 1 {
      return false
    }
    guard i > 0, i + 1 < tokens.count, tokens[i].gap == .none, tokens[i + 1].gap == .none,
      tokens[i + 1].kind == .word
    else { return true }
    return utf8[Int(tokens[i + 1].start)] >= 0x80 && !(isLetterName(i - 1) && isLetterName(i + 1))
  }

  /// Whether a word of at most three letters spells the name of a Latin letter (`بي`, `سي`, `اتش`).
  private func isLetterName(_ i: Int) -> Bool {
    tokens[i].kind == .word && Self.letterNames.contains { $0.elementsEqual(key(i)) }
  }

  private func isSentenceEnd(_ i: Int) -> Bool {
    guard tokens[i].kind == .punctuation else { return false }
    return Self.ends.contains { $0.elementsEqual(key(i)) }
  }

  private func isClosing(_ i: Int) -> Bool {
    guard tokens[i].kind == .punctuation else { return false }
    return Self.closers.contains { $0.elementsEqual(key(i)) }
  }

  private func firstByte(_ i: Int) -> UInt8 { utf8[Int(tokens[i].start)] }

  private func letterCount(_ i: Int) -> Int { key(i).count { $0 & 0xC0 != 0x80 } }

  private static let letterNames = [
    "اي", "ايه", "بي", "سي", "دي", "اف", "جي", "جيه", "اتش", "كي", "كيه", "ال", "ام", "ان", "او",
    "كيو",
    "ار", "اس", "تي", "يو", "في", "واي", "زد",
  ].map { Array($0.utf8) }
  private static let ends = [".", "!", "?", "؟", "…", "۔"].map { Array($0.utf8) }
  private static let closers = ["\"", "”", "“", "»", ")", "]"].map { Array($0.utf8) }
}
