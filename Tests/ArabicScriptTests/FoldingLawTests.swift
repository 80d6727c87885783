import ArabicScript
import Foundation
import Testing

/// Laws of folding, over every code point, over all short strings of small alphabets (of up to four
/// letters in debug builds, five in release builds), and over random text (the seed is fixed).
@Suite("Laws of folding") struct FoldingLawTests {
  static let foldings = FoldingLevel.allCases.map { Folding($0) }

  /// The first law that a text breaks, if it breaks one.
  private func brokenLaw(_ text: [UInt8]) -> String? {
    let folds = Self.foldings.map { $0.folded(utf8: text) }
    for (level, folding) in zip(FoldingLevel.allCases, Self.foldings) {
      let folded = folds[Int(level.rawValue)]
      if folding.folded(utf8: folded) != folded { return "idempotent at \(level)" }
      for lower in FoldingLevel.allCases where lower < level {
        if folding.folded(utf8: folds[Int(lower.rawValue)]) != folded {
          return "\(level) after \(lower)"
        }
      }
      if let broken = brokenOffsets(text, level, folded) { return "\(broken) at \(level)" }
    }
    return nil
  }

  private func brokenOffsets(_ text: [UInt8], _ level: FoldingLevel, _ folded: [UInt8]) -> String? {
    let result = FoldedText(folding: text, level: level)
    if result.utf8 != folded { return "same fold with and without offsets" }
    let starts = { (bytes: [UInt8]) in
      bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }
    var before = TextRange(0, 0)
    let boundaries = starts(folded)
    for (start, end) in zip(boundaries, boundaries.dropFirst()) {
      let original = result.offsets.original(TextRange(start, end))
      if original.isEmpty || original.end > text.count { return "a place for each folded letter" }
      if original.start < before.start || original.end < before.end { return "monotone way back" }
      let again = result.offsets.folded(original)
      if again.start > start || again.end < end { return "way there and back" }
      before = original
    }
    var last = 0
    for start in starts(text) {
      let there = result.offsets.folded(TextRange(start, text.count))
      if there.start < last || there.end != folded.count { return "monotone way there" }
      last = there.start
    }
    return nil
  }

  /// Whether NFC and NFD of a text fold as the text does.
  private func foldsAsNormalized(_ text: String) -> Bool {
    Self.foldings.dropFirst().allSatisfy { folding in
      let folded = Array(folding.folded(text).utf8)
      return Array(folding.folded(text.precomposedStringWithCanonicalMapping).utf8) == folded
        && Array(folding.folded(text.decomposedStringWithCanonicalMapping).utf8) == folded
    }
  }

  private func report(_ broken: [String]) {
    #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(10))")
  }

  private func name(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  @Test func `every code point obeys, alone and behind a letter`() {
    var broken: [String] = []
    for block in UInt32(0)..<0x110000 / 64 {
      #if DEBUG
        // Han, Hangul, private use and unassigned planes only in release builds.
        let isRare = [0xD0..<0x280, 0x2B0..<0x360, 0x380..<0x3E4, 0x800..<0x3800, 0x3808..<0x4400]
        if isRare.contains(where: { $0.contains(Int(block)) }) { continue }
      #endif
      let scalars = (0..<64).compactMap { Unicode.Scalar(block * 64 + $0) }.map {
        String(Character($0))
      }
      for texts in [scalars, scalars.map { "ا" + $0 }] {
        // One by one only if the block together breaks a law.
        guard brokenLaw(Array(texts.joined(separator: " ").utf8)) != nil else { continue }
        for text in texts {
          if let law = brokenLaw(Array(text.utf8)) { broken.append("\(name(text)): \(law)") }
        }
      }
    }
    report(broken)
  }

  @Test func `every code point folds as its normal forms do`() {
    var broken: [String] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned
      else { continue }
      let text = String(Character(scalar))
      if !foldsAsNormalized(text) { broken.append(name(text)) }
    }
    report(broken)
  }

  @Test(arguments: [
    ["ا", "أ", "\u{64E}", "\u{654}", "\u{655}", "\u{640}", " ", "A"],
    ["ي", "ى", "ﻻ", "\u{651}", "\u{653}", "\u{654}", "\u{301}", "٣"],
    ["e", "\u{301}", "\u{323}", "\u{200D}", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{654}"],
    ["ا", "\u{640}", "\u{301}", "\u{654}", "\u{655}", "\u{316}", "е", "\u{344}"],
  ]) func `all strings of up to five letters obey`(alphabet: [String]) {
    var broken: [String] = []
    var strings = [""]
    #if DEBUG
      let longest = 4
    #else
      let longest = 5
    #endif
    for _ in 0..<longest {
      strings = strings.flatMap { beginning in alphabet.map { beginning + $0 } }
      for text in strings {
        if let law = brokenLaw(Array(text.utf8)) { broken.append("\(name(text)): \(law)") }
        if text.unicodeScalars.count < 5, !foldsAsNormalized(text) {
          broken.append("\(name(text)): normal forms")
        }
      }
    }
    report(broken)
  }

  @Test func `random text obeys, and folds as its words do`() {
    var random = Seeded(state: 7)
    let letters = Array(
      "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءیکھۀ٣4 .،«»”aÉﻻﷲ한é中😀".unicodeScalars)
    let signs: [Unicode.Scalar] = [
      "\u{64E}", "\u{651}", "\u{654}", "\u{655}", "\u{653}", "\u{640}", "\u{200F}", "\u{301}",
      "\u{316}", "\u{670}",
    ]
    var broken: [String] = []
    for _ in 0..<1500 {
      var text = String.UnicodeScalarView()
      let isMarked = random.next() % 3 == 0
      for _ in 0..<random.next() % 300 {
        if let letter = letters.randomElement(using: &random) { text.append(letter) }
        if isMarked, random.next() % 2 == 0, let sign = signs.randomElement(using: &random) {
          text.append(sign)
        }
        if random.next() % 6 == 0 { text.append(" ") }
      }
      let string = String(text)
      if let law = brokenLaw(Array(string.utf8)) { broken.append("\(name(string)): \(law)") }
      if !foldsAsNormalized(string) { broken.append("\(name(string)): normal forms") }
      for folding in Self.foldings {
        let words = Array(string.utf8).split(separator: 0x20, omittingEmptySubsequences: false)
        let folded = words.map { folding.folded(utf8: Array($0)) }.joined(separator: [0x20])
        if Array(folded) != folding.folded(utf8: Array(string.utf8)) {
          broken.append("\(name(string)): words")
        }
      }
    }
    report(broken)
  }

  @Test func `random bytes never lead outside of the text`() {
    var random = Seeded(state: 11)
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.next() % 200 {
        let byte = UInt8(truncatingIfNeeded: random.next())
        bytes.append(
          random.next() % 2 == 0 ? byte : [0xD8, 0xD9, 0x94, 0xA7, 0xEF, 0xBB][Int(byte) % 6])
      }
      for level in FoldingLevel.allCases {
        let folded = FoldedText(folding: bytes, level: level)
        #expect(folded.utf8 == Self.foldings[Int(level.rawValue)].folded(utf8: bytes))
        for _ in 0..<4 {
          let start = Int(random.next() % 220)
          let range = TextRange(start, start + Int(random.next() % 220))
          #expect(folded.offsets.original(range).end <= bytes.count)
          #expect(folded.offsets.folded(range).end <= folded.utf8.count)
        }
      }
    }
  }

  @Test func `a run of a million signs takes no longer than its length`() {
    for sign in ["\u{654}", "\u{301}", "\u{640}", "\u{1161}", "\u{64E}"] {
      let text = Array(("ا" + String(repeating: sign, count: 200_000)).utf8)
      let folded = FoldedText(folding: text, level: .search)
      #expect(folded.offsets.original(TextRange(0, folded.utf8.count)) == TextRange(0, text.count))
    }
  }
}

/// A repeatable random generator (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
