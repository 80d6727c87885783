import ArabicWords
import Testing

@Suite("Tables of words") struct WordTableTests {
  @Test func `a word has the number that it was added with first`() {
    var table = WordTable([(Array("قال".utf8), 3), (Array("كتب".utf8), 5), (Array("قال".utf8), 7)])
    #expect(table.count == 2)
    #expect(table.value(Array("قال".utf8)) == 3)
    #expect(table.add(Array("كتب".utf8), 9) == 5)
    #expect(table.add(Array("ذهب".utf8), 9) == 9)
    #expect(table.value(Array("ذهب".utf8)) == 9)
    #expect(table.value(Array("قا".utf8)) == WordTable.none)
  }

  @Test func `a table that grows keeps words of all lengths`() {
    var table = WordTable()
    let words = (0..<3000).map { Array(String(repeating: "م", count: $0 % 23).utf8) + digits($0) }
    for (number, word) in words.enumerated() { table.add(word, Int32(number)) }
    #expect(table.count == words.count)
    for (number, word) in words.enumerated() {
      #expect(table.value(word) == Int32(number))
      #expect(table.value(word + [0x21]) == WordTable.none)
    }
  }

  @Test func `words that begin alike are told apart, and zeros are letters too`() {
    let long = Array("استراتيجياتهم".utf8)
    let table = WordTable([(long, 1), (long + [0], 2), ([0x61], 3), ([0x61, 0], 4)])
    #expect(table.value(long) == 1)
    #expect(table.value(long + [0]) == 2)
    #expect(table.value(long.dropLast() + [0xFF]) == WordTable.none)
    #expect(table.value([0x61]) == 3)
    #expect(table.value([0x61, 0]) == 4)
    #expect(table.value([0x61, 0, 0]) == WordTable.none)
    #expect(table.value([]) == WordTable.none)
  }

  @Test func `a word is found wherever it stands`() {
    let table = WordTable([(Array("وزير".utf8), 1)])
    let bytes = Array("قال وزير وزير".utf8)
    #expect(table.value(bytes.span, 7, 15) == 1)
    #expect(table.value(bytes.span, 16, 24) == 1)
    #expect(table.value(bytes.span, 16, 22) == WordTable.none)
  }

  @Test func `tokens alike once folded and of one kind have the same first`() {
    let text = TokenizedText("أحمد و احمد، وأحمد و 12 ، 12")
    #expect(text.firstsAlike() == [0, 1, 0, 3, 4, 1, 6, 3, 6])
  }

  private func digits(_ number: Int) -> [UInt8] { Array(String(number).utf8) }
}
