import Testing

@testable import ArabicWords

@Suite("Differences by words") struct WordDifferenceTests {
  /// The text that pieces of two kinds make.
  private func text(_ difference: WordDifference, _ kind: WordDifference.Kind) -> String {
    difference.pieces.filter { $0.kind == .kept || $0.kind == kind }.map(\.text).joined()
  }

  private func shown(_ older: String, _ newer: String) -> String {
    WordDifference(from: older, to: newer).pieces.map { piece in
      switch piece.kind {
      case .kept: piece.text
      case .deleted: "[-\(piece.text)-]"
      case .inserted: "{+\(piece.text)+}"
      }
    }.joined()
  }

  @Test(arguments: [
    ("قتل سبعة في الغارة", "قتل تسعة في الغارة", "قتل [-سبعة-]{+تسعة+} في الغارة"),
    ("قال الوزير", "قال الوزير أمس", "قال الوزير{+ أمس+}"),
    ("نص", "نص", "نص"), ("", "", ""), ("", "جديد", "{+جديد+}"), ("قديم", "", "[-قديم-]"),
    (
      "أعلن مصدر أمني رفيع وقف القتال", "أعلن قائد ميداني بارز وقف القتال",
      "أعلن [-مصدر أمني رفيع-]{+قائد ميداني بارز+} وقف القتال"
    ),
    ("سطر\nثان", "سطر\nجديد\nثان", "سطر\n{+جديد\n+}ثان"),
  ])
  func `words are inserted and deleted whole`(older: String, newer: String, expected: String) {
    #expect(shown(older, newer) == expected)
  }

  @Test func `the pieces make both texts, byte by byte, whatever they are`() {
    var random = SystemRandomNumberGenerator()
    let words = [
      "في", "سوريا", "سوریا", "،", "12", "a", ".", "e\u{301}", "\u{202E}", "\n", "  ", "\0",
    ]
    func sample() -> String {
      (0..<Int.random(in: 0...60, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
    }
    for _ in 0..<500 {
      let (older, newer) = (sample(), sample())
      let difference = WordDifference(from: older, to: newer)
      #expect(text(difference, .deleted).utf8.elementsEqual(older.utf8))
      #expect(text(difference, .inserted).utf8.elementsEqual(newer.utf8))
      for (a, b) in zip(difference.pieces, difference.pieces.dropFirst()) {
        #expect(a.kind != b.kind, "\(older) | \(newer)")
      }
    }
  }

  @Test func `as many units are kept as can be, by the quadratic table`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let (a, b) = (0..<2).map { _ in
        (0..<Int.random(in: 0...25, using: &random)).map { _ in
          Int32.random(in: 0...3, using: &random)
        }
      }.pair
      let matching = UnitMatching(a, b)
      #expect(matching.leftKept.count { $0 } == longestCommon(a, b))
      #expect(
        zip(a, matching.leftKept).filter(\.1).map(\.0)
          == zip(b, matching.rightKept).filter(\.1).map(\.0))
    }
  }

  @Test func `a search that is cut short still keeps like with like, in order`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let (a, b) = (0..<2).map { _ in
        (0..<200).map { _ in Int32.random(in: 0...20, using: &random) }
      }.pair
      let matching = UnitMatching(a, b, effort: 3)
      #expect(
        zip(a, matching.leftKept).filter(\.1).map(\.0)
          == zip(b, matching.rightKept).filter(\.1).map(\.0))
      #expect(matching.leftKept.contains(true))
    }
  }

  @Test func `words are counted, punctuation and spaces are not`() {
    let difference = WordDifference(from: "قتل سبعة.", to: "قتل 12 مدنيا!")
    #expect(difference.deletedWords == 1)
    #expect(difference.insertedWords == 2)
  }

  @Test(arguments: [
    ("قال: \"نعم\"", "قال «نعم»", true), ("كلمة  أخرى", "كلمة أخرى\n", true),
    ("وقف", "و قف", true), ("سبعة", "تسعة", false), ("12 13", "1213", false),
    ("12-13", "1213", false), ("12,5", "125", false), ("5%", "5", false), ("سوريا", "سوریا", false),
  ])
  func `edits of spaces and punctuation are told from others`(
    older: String, newer: String, isSpacing: Bool
  ) {
    #expect(WordDifference.isSpacingOnly(from: older, to: newer) == isSpacing)
  }

  private func longestCommon(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = Array(repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

extension Array {
  /// The first two elements.
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
