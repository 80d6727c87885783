import ArabicWords
import Testing

@testable import Reading

@Suite("Tables of names") struct PhraseTableTests {
  private let table = PhraseTable([
    (["ابو", "كمال"].map { Array($0.utf8) }, 1), (["دير"].map { Array($0.utf8) }, 2),
    (["دير", "الزور"].map { Array($0.utf8) }, 3),
    (["دير", "الزور", "الشرقي"].map { Array($0.utf8) }, 4),
    (["دير", "الزور"].map { Array($0.utf8) }, 5),
  ])

  private func longest(
    _ text: String, _ i: Int = 0, prefix: Int = 0, where accepts: (Int32) -> Bool = { _ in true }
  ) -> [Int] {
    table.longest(TokenizedText(text), i, prefix: prefix, where: accepts)
      .map { [Int($0.value), $0.count] } ?? []
  }

  @Test func `of names that begin alike the longest counts`() {
    #expect(longest("دير الزور الشرقي") == [4, 3])
    #expect(longest("دير الزور الغربي") == [3, 2])
    #expect(longest("دير الزور") == [3, 2])
    #expect(longest("دير حافر") == [2, 1])
    #expect(longest("أبو حمام").isEmpty)
    #expect(longest("الزور").isEmpty)
  }

  @Test func `a name is found within a text and behind what is written to it`() {
    #expect(longest("وصلوا إلى بدير الزور أمس", 2, prefix: 2) == [3, 2])
    #expect(longest("وصلوا إلى بدير الزور أمس", 2).isEmpty)
  }

  @Test func `of names alike the first that is accepted counts`() {
    #expect(longest("دير الزور") { $0 != 3 } == [5, 2])
    #expect(longest("دير الزور") { $0 == 2 } == [2, 1])
  }
}
