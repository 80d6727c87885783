import ArabicScript
import ArabicWords

extension TextAnalysis {
  /// Makes deeds of words that no list holds and that have the shape of a verbal noun: `انفعال`, `افتعال`,
  /// `استفعال`, `تفعيل`.
  ///
  /// Source: the derived forms VII, VIII, X and II of the verb, e.g. Ryding, "A Reference Grammar of Modern
  /// Standard Arabic", ch. 5.
  static func markDeeds(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 0..<text.count
    where (words[i].classes.isEmpty || words[i].classes == .noun) && words[i].cue < 0
      && words[i].outlook < 0 && text.tokens[i].kind == .word
    {
      if hasShapeOfDeed(text, i, from: words[i].hasArticle ? 2 : 0) {
        words[i].classes.insert(.deed)
      } else if words[i].classes.isEmpty, text.letter(i, 0) == 0x628, text.letter(i, 1) == 0x627,
        hasShapeOfDeed(text, i, from: 1)
      {
        // با
        words[i] = WordInfo(classes: .deed, prefix: .b)
      }
    }
  }

  /// Whether the letters from `start` on are those of a verbal noun.
  private static func hasShapeOfDeed(_ text: TokenizedText, _ i: Int, from start: Int) -> Bool {
    let count = text.keyLength(i) / 2 - start
    guard count >= 5, count <= 7 else { return false }
    func letter(_ at: Int) -> UInt32 { UInt32(text.letter(i, start + at)) }
    let (alef, teh, noon, seen, yeh): (UInt32, UInt32, UInt32, UInt32, UInt32) = (
      0x627, 0x62A, 0x646, 0x633, 0x64A
    )
    let first = letter(0)
    if first == teh { return count == 5 && letter(3) == yeh && letter(4) != alef }
    guard first == alef else { return false }
    // `استحالة`
    if count == 7, letter(1) == seen, letter(2) == teh, letter(4) == alef, letter(6) == 0x647 {
      return true
    }
    guard letter(count - 2) == alef else { return false }
    return count == 6 && (letter(1) == noon || letter(2) == teh)
      || count == 7 && letter(1) == seen && letter(2) == teh
  }
}
