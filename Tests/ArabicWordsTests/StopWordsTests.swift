import ArabicWords
import Testing

@Suite("Stop words") struct StopWordsTests {
  @Test(arguments: [
    ("إلى", StopWords.Category.preposition), ("الى", .preposition), ("إلي", .preposition),
    ("وفي", .preposition), ("أَنَّ", .subordinator), ("الذین", .relative), ("هذه", .demonstrative),
    ("كانت", .auxiliary), ("لذلك", .compound), ("هل", .interrogative), ("لم", .interrogative),
  ]) func `words of grammar are found in any spelling`(word: String, category: StopWords.Category) {
    #expect(StopWords.shared.category(of: word) == category)
  }

  @Test(arguments: ["وزير", "الحكومة", "قصف", "", "word", "وفد"])
  func `words with a subject are none`(word: String) {
    #expect(!StopWords.shared.contains(word))
  }
}
