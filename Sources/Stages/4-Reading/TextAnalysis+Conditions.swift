import ArabicScript
import ArabicWords

// Which `إن` puts a condition.

extension TextAnalysis {
  /// Makes "if" of `إن` with its hamza before a verb of the past (`إن استمر الحصار`).
  static func markIf(_ text: TokenizedText, _ words: inout [WordInfo]) {
    for i in 0..<max(0, text.count - 1) where text.isKey(i, "ان") {
      guard text.hasHamzaBelow(i, letter: 0), isPast(i + 1, behindSpeech: i, text, words),
        !words[i + 1].hasConjunction, !words[i + 1].hasArticle,
        !words[i + 1].has([.name, .body, .official, .document, .media, .place]),
        !text.isKey(i + 1, "كان"), !text.isKey(i + 1, "كانت"),
        i == 0 || words[i - 1].cue < 0
      else { continue }
      words[i].classes = .clause
    }
  }

  /// Whether a word is a verb of the past: no noun is spelt like it, or what someone says has begun before, so that `إن` is not
  /// what opens it (`قال إن أبناءها سيقاتلون إن عجز الآخرون`).
  private static func isPast(
    _ verb: Int, behindSpeech i: Int, _ text: TokenizedText, _ words: [WordInfo]
  ) -> Bool {
    let word = words[verb]
    if word.has(.pastVerb), !word.has([.noun, .deed]) { return true }
    let letters = text.keyLength(verb) / 2
    // `واصلت`, but `قوات`
    let endsInTeh =
      letters > 3 && text.letter(verb, letters - 1) == 0x62A
      && text.letter(verb, letters - 2) != 0x627
    // `إن صدق الطرفان`, `إن عجز الآخرون`
    let isBeforeSubject =
      verb + 1 < text.count && words[verb + 1].hasArticle && text.isNominative(verb + 1)
    return
      (word.has(.pastVerb) || word.cue >= 0 || word.classes.isEmpty && endsInTeh || isBeforeSubject)
      && hasBegun(before: i, text, words)
  }

  /// Whether a particle, a colon or a quotation mark stands between the last verb of speech and the token.
  private static func hasBegun(before i: Int, _ text: TokenizedText, _ words: [WordInfo]) -> Bool {
    var j = i - 1
    var hasPreposition = false
    while j >= 0, i - j < 30 {
      if words[j].has(.that) || marks.contains(where: { text.isKey(j, $0) }) { return true }
      // `هدد بضرب المصالح إن واصلت`
      if words[j].prefix == .b, !words[j].has([.that, .time, .attributive]) {
        hasPreposition = true
      }
      if words[j].cue >= 0, hasPreposition { return true }
      if words[j].cue >= 0 || text.tokens[j + 1].gap == .line || text.isKey(j, ".") { return false }
      j -= 1
    }
    return false
  }

  /// Marks that open what is said.
  private static let marks: [StaticString] = [":", "\"", "«", "“", "”"]
}

extension TokenizedText {
  /// Whether the word ends as a plural or dual of men in the nominative (`الآخرون`, `الطرفان`).
  fileprivate func isNominative(_ i: Int) -> Bool {
    let letters = keyLength(i) / 2
    guard letters > 5, letter(i, letters - 1) == 0x646 else { return false }
    return [0x648, 0x627].contains(letter(i, letters - 2))
  }
}
