import ArabicWords
import Testing

@testable import Reading

/// Texts and persons are invented.
@Suite("Repetitions of names") struct MentionRepetitionTests {
  private static func values(_ text: String, _ tags: [String]) -> [MentionRepetitions.Values] {
    let tokens = TokenizedText(text)
    var memory = MentionMemory()
    let features = MentionFeatures(tokens, .standard, numbers: tokens.firstsAlike(), &memory)
    return MentionRepetitions(tags.map { MentionRepetitions.Decision(tag: $0) }, features).values
  }

  @Test func `a word that stands once has nothing from elsewhere`() {
    let values = MentionRepetitionTests.values("وصل زيد", ["O", "B-PERS"])
    #expect(values.allSatisfy { $0 == MentionRepetitions.Values() })
  }

  @Test func `a word is told what it is elsewhere and not what it is here`() {
    let values = MentionRepetitionTests.values("زيد هنا ثم زيد", ["B-PERS", "O", "O", "O"])
    #expect(values[0].kind == 2 && values[0].position == 0)
    #expect(values[3].kind > 2 && values[3].position > 0)
  }

  @Test func `kinds of names are told apart`() {
    let one = MentionRepetitionTests.values("سبها ثم سبها", ["B-PERS", "O", "O"])
    let other = MentionRepetitionTests.values("سبها ثم سبها", ["B-LOC", "O", "O"])
    #expect(one[2].kind != other[2].kind && one[2].position != other[2].position)
  }

  @Test func `where in a name the word stands elsewhere is told`() {
    let first = MentionRepetitionTests.values(
      "سامر نجار ثم سامر", ["B-PERS", "I-PERS", "O", "O"])
    let last = MentionRepetitionTests.values(
      "نجار سامر ثم سامر", ["B-PERS", "I-PERS", "O", "O"])
    #expect(first[3].position != last[3].position)
  }

  @Test func `a pair that is one name elsewhere is told`() {
    let tags = ["B-PERS", "I-PERS", "O", "O", "O"]
    let values = MentionRepetitionTests.values("سامر نجار ثم سامر نجار", tags)
    #expect(values[3].pair > 1 && values[0].pair == 1 && values[2].pair == 0)
  }

  @Test func `prepositions do not hide a repetition`() {
    let values = MentionRepetitionTests.values(
      "بيروت آمنة والطريق إلى وبيروت", ["B-LOC", "O", "O", "O", "O"])
    #expect(values[4].kind > 2)
  }
}
