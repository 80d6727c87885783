import ArabicWords

extension TextAnalysis {
  /// The language of the text: `ar`, another if its letters or words say so, `und` if it can't be told.
  ///
  /// Arabic is told by its letters together with its commonest words, so that Persian, Urdu and
  /// Kurdish, which share the letters, are not taken for it.
  var language: String {
    var letters = 0
    var arabicLetters = 0
    var grammar = 0
    var persian = 0
    for i in 0..<min(count, 2000) where text.tokens[i].kind == .word {
      letters += 1
      let first = text.letter(i, 0)
      guard (0x600...0x77F).contains(first) else { continue }
      arabicLetters += 1
      if words[i].has([.that, .preposition, .relative, .clause, .demonstrative])
        || words[i].hasArticle
      {
        grammar += 1
      }
      if text.keyLength(i) <= 6, text.look(up: i, in: TextAnalysis.persianWords) >= 0 {
        persian += 1
      }
    }
    guard letters > 0 else { return "und" }
    if arabicLetters * 4 < letters { return "und" }
    if persian * 12 > arabicLetters, persian > 3, grammar < persian * 3 { return "fa" }
    return grammar * 20 >= arabicLetters || arabicLetters < 20 ? "ar" : "und"
  }

  /// Common words of Persian and Urdu, by the keyboards of both and of Arabic, none longer than three letters.
  private static let persianWords = WordTable(
    ["است", "را", "این", "که", "های", "كه", "اين", "از", "مي", "اور", "کے", "كے"].map {
      (Array($0.utf8), 0)
    })
}
