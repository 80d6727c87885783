/// A beginning or ending that Snowball's stemmer cuts.
struct SnowballAffix: Sendable {
  let utf8: [UInt8]
  /// The least number of letters that the word must have.
  let least: Int
  let replacement: [UInt8]

  init(_ affix: String, _ least: Int, _ replacement: String = "") {
    utf8 = Array(affix.utf8)
    self.least = least
    self.replacement = Array(replacement.utf8)
  }
}

extension [SnowballAffix] {
  /// The longest of the affixes with which the word begins.
  func longest(atStartOf word: ArraySlice<UInt8>) -> SnowballAffix? {
    self.filter { word.starts(with: $0.utf8) }.max { $0.utf8.count < $1.utf8.count }
  }

  /// The longest of the affixes with which the word ends.
  func longest(atEndOf word: ArraySlice<UInt8>) -> SnowballAffix? {
    self.filter { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
      .max { $0.utf8.count < $1.utf8.count }
  }
}

/// A word that is being stemmed, with Snowball's cursor.
struct SnowballWord: Sendable {
  private(set) var utf8: [UInt8] = []
  /// Where the next affix is looked for: suffixes end here, prefixes begin here.
  var cursor = 0

  private var letterCount: Int { utf8.count { $0 & 0xC0 != 0x80 } }

  /// Cuts the longest suffix of the list; false if there is none or the word is too short for it.
  mutating func cut(_ suffixes: [SnowballAffix]) -> Bool {
    guard let suffix = suffixes.longest(atEndOf: utf8[..<cursor]), letterCount >= suffix.least
    else { return false }
    utf8.removeSubrange(cursor - suffix.utf8.count..<cursor)
    cursor -= suffix.utf8.count
    return true
  }

  /// Goes back over one letter; false if there is none.
  mutating func skip() -> Bool {
    guard cursor > 0 else { return false }
    repeat { cursor -= 1 } while cursor > 0 && utf8[cursor] & 0xC0 == 0x80
    return true
  }

  func ends(with suffix: [UInt8]) -> Bool { utf8[..<cursor].suffix(suffix.count) == suffix[...] }

  mutating func replaceEnding(_ suffix: [UInt8], by other: [UInt8]) {
    utf8.replaceSubrange(cursor - suffix.count..<cursor, with: other)
  }

  /// Replaces the longest prefix of the list and goes behind what takes its place.
  mutating func replace(_ prefixes: [SnowballAffix]) -> Bool {
    guard let prefix = prefixes.longest(atStartOf: utf8[cursor...]), letterCount >= prefix.least
    else { return false }
    utf8.replaceSubrange(cursor..<cursor + prefix.utf8.count, with: prefix.replacement)
    cursor += prefix.replacement.count
    return true
  }

  /// Cuts a conjunction unless alef follows it.
  mutating func cutConjunction(_ conjunctions: [SnowballAffix]) {
    guard let prefix = conjunctions.longest(atStartOf: utf8[cursor...]),
      !utf8[(cursor + prefix.utf8.count)...].starts(with: Self.alef)
    else { return }
    _ = replace(conjunctions)
  }

  /// Takes a word without its vowel signs and tatweel, with ASCII digits, letters for presentation
  /// forms.
  mutating func normalizeLetters(of word: [UInt8]) {
    utf8.reserveCapacity(word.count)
    var i = 0
    while i < word.count {
      let lead = word[i]
      let trail = i + 1 < word.count ? word[i + 1] : 0
      if lead == 0xD9, trail == 0x80 || (0x8B...0x92).contains(trail) {
        i += 2
      } else if lead == 0xD9, (0xA0...0xA9).contains(trail) {
        utf8.append(trail - 0xA0 + UInt8(ascii: "0"))
        i += 2
      } else if lead == 0xEF, trail == 0xBA || trail == 0xBB, i + 2 < word.count,
        word[i + 2] & 0xC0 == 0x80, let letters = Self.forms[trail, word[i + 2]]
      {
        utf8 += letters
        i += 3
      } else {
        utf8.append(lead)
        i += 1
      }
    }
  }

  /// Makes a seated hamza at the end bare, and letters of those elsewhere.
  mutating func normalizeHamza() {
    if utf8.count >= 2, utf8[utf8.count - 2] == 0xD8, (0xA2...0xA6).contains(utf8[utf8.count - 1]) {
      utf8[utf8.count - 1] = 0xA1
    }
    var i = 0
    while i + 1 < utf8.count {
      if utf8[i] == 0xD8 {
        switch utf8[i + 1] {
        case 0xA2, 0xA3, 0xA5: utf8[i + 1] = 0xA7
        case 0xA4: (utf8[i], utf8[i + 1]) = (0xD9, 0x88)
        case 0xA6: (utf8[i], utf8[i + 1]) = (0xD9, 0x8A)
        default: break
        }
      }
      i += 1
    }
  }

  private static let alef = Array("ا".utf8)
  private static let forms = PresentationForms()
}

/// The letters of the presentation forms U+FE80 to U+FEFC, which stand there in the order of the
/// alphabet, each letter with its two or four forms.
private struct PresentationForms: Sendable {
  private let letters: [[UInt8]]

  init() {
    let groups: [(String, Int)] = [
      ("ء", 1), ("آأؤإ", 2), ("ئ", 4), ("ا", 2), ("ب", 4), ("ة", 2), ("تثجحخ", 4), ("دذرز", 2),
      ("سشصضطظعغفقكلمنه", 4), ("وى", 2), ("ي", 4),
    ]
    var letters = groups.flatMap { group in
      group.0.unicodeScalars.flatMap { letter in
        [[UInt8]](repeating: Array(String(letter).utf8), count: group.1)
      }
    }
    for ligature in ["لآ", "لأ", "لإ", "لا"] {
      letters += [[UInt8]](repeating: Array(ligature.utf8), count: 2)
    }
    self.letters = letters
  }

  /// The letters of the form whose second and third byte are given.
  subscript(second: UInt8, third: UInt8) -> [UInt8]? {
    let index = (Int(second) - 0xBA) * 64 + Int(third) - 0x80
    return index < letters.count ? letters[index] : nil
  }
}
