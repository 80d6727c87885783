import ArabicScript
import ArabicWords
import Testing

@Suite("Forms of a word") struct WordFormsTests {
  @Test(arguments: [
    ("وبمدرستهم", "و ب مدرست هم", "مدرسة"),
    ("للحكومة", "ل ل حكومة", "حكومة"),
    ("للجنة", "ل لجنة", "لجنة"),
    ("والتزامها", "و التزام ها", "التزام"),
    ("الالتزام", "ال التزام", "التزام"),
    ("أبناؤها", "أبناؤ ها", "ابناء"),
    ("مستواه", "مستوا ه", "مستوى"),
    ("عليهم", "علي هم", "على"),
    ("وسيلتقي", "و س يلتقي", "يلتقي"),
    ("فهاجموها", "ف هاجمو ها", "هاجموا"),
    ("بأنه", "ب أن ه", "ان"),
    ("لها", "ل ها", "ل"),
    ("كان", "كان", "كان"),
    ("الله", "الله", "الله"),
    ("وزير", "وزير", "وزير"),
    ("ألمانيا", "ألمانيا", "المانيا"),
    ("الَّذِي", "الذي", "الذي"),
  ]) func `the likeliest reading is the one that the news means`(
    word: String, pieces: String, base: String
  ) {
    let reading = WordForms.shared.segmentation(of: word)
    #expect(reading.pieces.joined(separator: " ") == pieces)
    #expect(reading.base == base)
  }

  @Test func `a word that may be two things keeps both readings`() {
    let readings = WordForms.shared.segmentations(of: "كتب")
    #expect(readings.contains { $0.wordClass == .verb })
    #expect(readings.contains { $0.wordClass == .noun })
  }

  @Test func `readings come likeliest first, and their shares sum up to one`() {
    for word in ["وجدها", "بعد", "فهم", "وليد", "كلنا", "xyz", "", "والد"] {
      let shares = WordForms.shared.segmentations(of: word).map(\.likelihood)
      #expect(!shares.isEmpty)
      #expect(shares == shares.sorted(by: >), "\(word)")
      #expect(abs(shares.reduce(0, +) - 1) < 0.001, "\(word)")
    }
  }

  @Test func `the pieces make up the word, whatever the bytes`() {
    let bytes: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84, 0x88, 0xFF, 0x61, 0x80]
    var words: [[UInt8]] = [[]]
    for _ in 0..<3 { words += words.flatMap { word in bytes.map { word + [$0] } } }
    for word in words {
      for reading in WordForms.shared.segmentations(utf8: word) {
        #expect(reading.pieces.joined() == reading.word)
      }
    }
  }

  @Test func `every Arabic code point is a word of at least one reading`() {
    let blocks = [UInt32(0x600)...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0x1EE00...0x1EEFF]
    for value in blocks.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let readings = WordForms.shared.segmentations(of: String(scalar))
      #expect(readings.first.map { $0.pieces.joined() == $0.word } == true)
    }
  }

  @Test func `the spelling of the keyboard and vowel signs do not matter`() {
    let pieces = WordForms.shared.segmentation(of: "والحكومة").pieces
    #expect(WordForms.shared.segmentation(of: "وَالحُكومَةُ").pieces == pieces)
    #expect(WordForms.shared.segmentation(of: "والحکومة").pieces == pieces)
  }

  @Test func `the article makes a word definite, also within lam and lam`() {
    #expect(WordForms.shared.segmentation(of: "وبالمدينة").isDefinite)
    #expect(WordForms.shared.segmentation(of: "للمدينة").isDefinite)
    #expect(!WordForms.shared.segmentation(of: "لمدينة").isDefinite)
  }

  @Test func `a word too long to be one is not cut`() {
    let word = String(repeating: "وال", count: 100_000)
    #expect(WordForms.shared.segmentations(of: word).map(\.pieces) == [[word]])
  }
}
