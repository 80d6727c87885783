import ArabicScript
import ArabicWords
import Testing

@Suite("Likely stems") struct LikelyStemTests {
  private func stem(_ word: String) -> String {
    let folded = Folding(.search).folded(utf8: Array(word.utf8))
    let stem = LikelyStem.shared.stem(folded.span)
    return String(decoding: folded[stem.start..<stem.end], as: UTF8.self)
  }

  @Test(arguments: [
    ("بمحافظة", "محافظ"), ("ووحدة", "وحد"), ("لتطوير", "تطوير"), ("وبمحافظتها", "محافظ"),
    ("فهاجر", "هاجر"), ("والوزير", "وزير"),
  ])
  func `a first letter goes where the rest is the commoner word`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }

  @Test(arguments: [
    ("باريس", "باريس"), ("بغداد", "بغداد"), ("لبنان", "لبنان"), ("وزارة", "وزار"), ("سوريا", "سور"),
    ("كثير", "كثير"), ("London", "london"),
    ("من", "من"), ("", ""),
  ])
  func `a letter of the word's own stays`(word: String, expected: String) {
    #expect(stem(word) == expected)
  }
}
