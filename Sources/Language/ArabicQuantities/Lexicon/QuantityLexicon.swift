internal import ArabicScript
internal import ArabicWords

/// The words of numbers and times, looked up by folded spelling.
///
/// Built once from the files in `Data/quantities`. Spellings are looked up as they stand and, if that
/// fails, without the conjunction, preposition and article before them.
struct QuantityLexicon: Sendable {
  /// The lexicon of the embedded files.
  static let shared = QuantityLexicon()

  /// The lexeme of spellings that the lexicon doesn't have.
  static let unknown = 0
  /// The lexeme of digits.
  static let digits: UInt16 = 1

  private(set) var lexemes: [Lexeme] = [.unknown, .unknown]
  /// The lexemes of spellings.
  private var table = WordTable()
  private var phrases: [Phrase] = []
  private var phrasesByFirst: [UInt16: [Int]] = [:]
  private(set) var firstsOfPhrases: [Bool] = []
  private var longest = 0
  /// A bit for each hash of the two last letters of a spelling; most words are turned away here.
  private var endings: [UInt64] = Array(repeating: 0, count: 1 << 10)
  // Used while the files are read.
  private var phraseLexemes: [[[UInt8]]: UInt16] = [:]

  /// One look-up's answer.
  struct Found: Sendable, Equatable {
    /// The lexeme; 0 for a spelling that the lexicon doesn't have.
    var lexeme: UInt16 = 0
    /// What stood before it.
    var prefix = Prefix()
  }

  private struct Phrase: Sendable {
    let rest: [Found]
    let lexeme: UInt16
    let prefix: Prefix
  }

  private init() {
    lexemes[1].isDigits = true
    lexemes[1].opens = true
    var pending: [(words: [[UInt8]], sense: String, value: String)] = []
    let folding = Folding(.search)
    for name in ["function-words", "numbers", "bounds", "times"] {
      for row in DataFile("quantities/\(name).tsv").rows {
        for spelling in row[0].split(separator: "|") {
          let words = QuantityLexicon.words(folding.folded(utf8: Array(spelling.utf8)))
          let sense = name == "function-words" ? "functionWord" : row[1]
          if words.count == 1 {
            learn(words[0]) { $0.learn(sense, row[2]) }
          } else if !words.isEmpty {
            pending.append((words, sense, row[2]))
          }
        }
      }
    }
    for row in DataFile("quantities/counted-nouns.tsv").rows { learnNoun(row, folding) }
    for phrase in pending {
      for word in phrase.words where find(word[...]).lexeme == 0 { learn(word) { _ in } }
    }
    for phrase in pending { learnPhrase(phrase.words, phrase.sense, phrase.value) }
    firstsOfPhrases = Array(repeating: false, count: lexemes.count)
    for first in phrasesByFirst.keys { firstsOfPhrases[Int(first)] = true }
    phraseLexemes = [:]
  }

  /// A spelling cut at spaces, and at marks as the tokenizer cuts it.
  private static func words(_ spelling: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for piece in spelling.split(separator: 0x20) {
      var word: [UInt8] = []
      for byte in piece {
        if byte < 0x80, !(0x30...0x39).contains(byte), !(0x61...0x7A).contains(byte) {
          if !word.isEmpty { result.append(word) }
          result.append([byte])
          word = []
        } else {
          word.append(byte)
        }
      }
      if !word.isEmpty { result.append(word) }
    }
    return result
  }

  private mutating func learn(_ key: [UInt8], _ change: (inout Lexeme) -> Void) {
    let lexeme = Int(table.add(key, Int32(lexemes.count)))
    if lexeme == lexemes.count {
      lexemes.append(Lexeme())
      longest = max(longest, key.count)
      let ending = Self.ending(key.span)
      endings[ending >> 6] |= 1 << UInt64(ending & 63)
    }
    change(&lexemes[lexeme])
  }

  private mutating func learnPhrase(_ words: [[UInt8]], _ sense: String, _ value: String) {
    if let known = phraseLexemes[words] {
      lexemes[Int(known)].learn(sense, value)
      return
    }
    let found = words.map { find($0[...]) }
    let lexeme = UInt16(lexemes.count)
    lexemes.append(Lexeme())
    lexemes[Int(lexeme)].learn(sense, value)
    let phrase = Phrase(
      rest: Array(found.dropFirst()), lexeme: lexeme, prefix: found[0].prefix)
    phrasesByFirst[found[0].lexeme, default: []].append(phrases.count)
    if lexemes[Int(lexeme)].opens { lexemes[Int(found[0].lexeme)].opens = true }
    phrases.append(phrase)
    phraseLexemes[words] = lexeme
  }

  private mutating func learnNoun(_ row: DataFile.Row, _ folding: Folding) {
    let singular = row[0]
    let tells = row[3].split(separator: " ")
    func key(_ spelling: String) -> [UInt8] { folding.folded(utf8: Array(spelling.utf8)) }
    for plural in row[2].split(separator: "|") {
      learn(key(String(plural))) { if $0.noun == .none { $0.noun = .known } }
    }
    learn(key(singular)) { $0.learnNoun(tells.contains("one") ? .one : .known) }
    let stem = singular.hasSuffix("ة") ? String(singular.dropLast()) + "ت" : singular
    let oblique: NounForm = tells.contains("dual") ? .dual : .known
    let nominative: NounForm =
      tells.contains("dual") || tells.contains("nominative") ? .dual : .known
    learn(key(stem + "ان")) { $0.learnNoun(nominative) }
    learn(key(stem + "ين")) { $0.learnNoun(oblique) }
  }

  @inline(__always)
  private static func ending(_ key: Span<UInt8>) -> Int {
    let count = key.count
    guard count >= 4 else { return Int(key[0]) }
    let tail =
      UInt32(key[count - 4]) << 24 | UInt32(key[count - 3]) << 16 | UInt32(key[count - 2]) << 8
      | UInt32(key[count - 1])
    return Int((tail &* 0x9E37_79B1) >> 16)
  }

  /// The lexeme of exactly that spelling; 0 if there is none.
  @inline(__always)
  private func exact(_ key: Span<UInt8>, _ start: Int) -> UInt16 {
    let count = key.count - start
    guard count > 0, count <= longest else { return 0 }
    let lexeme = table.value(key, start, key.count)
    return lexeme == WordTable.none ? 0 : UInt16(lexeme)
  }

  /// The lexeme of a folded spelling, and what stands before it.
  func find(_ key: ArraySlice<UInt8>) -> Found {
    let bytes = key.span
    // No prefix is longer than five letters, and it leaves at least two of the word.
    guard bytes.count > 0, bytes.count <= longest + 10 else { return Found() }
    let ending = Self.ending(bytes)
    guard endings[ending >> 6] >> UInt64(ending & 63) & 1 != 0 else { return Found() }
    if let found = find(bytes, 0, Prefix()) { return found }
    var start = 0
    var prefix = Prefix()
    if Self.letter(bytes, 0) == 0x88D9 || Self.letter(bytes, 0) == 0x81D9 {  // و ف
      start = 2
      prefix.insert(.conjunction)
      if let found = find(bytes, start, prefix) { return found }
    }
    switch Self.letter(bytes, start) {
    case 0xA8D8:  // ب
      prefix.insert(.by)
      start += 2
      if let found = find(bytes, start, prefix) { return found }
    case 0x83D9:  // ك
      prefix.insert(.like)
      start += 2
      if let found = find(bytes, start, prefix) { return found }
    case 0x84D9:  // ل
      prefix.insert(.to)
      start += 2
      if let found = find(bytes, start, prefix) { return found }
      if Self.letter(bytes, start) == 0x84D9 {
        prefix.insert(.article)
        return find(bytes, start + 2, prefix) ?? Found()
      }
    default: break
    }
    if Self.letter(bytes, start) == 0xA7D8, Self.letter(bytes, start + 2) == 0x84D9 {  // ال
      prefix.insert(.article)
      return find(bytes, start + 4, prefix) ?? Found()
    }
    return Found()
  }

  /// The two bytes at `i`, the first in the low byte; 0 if there are none.
  @inline(__always)
  private static func letter(_ bytes: Span<UInt8>, _ i: Int) -> UInt16 {
    i + 1 < bytes.count ? UInt16(bytes[i]) | UInt16(bytes[i + 1]) << 8 : 0
  }

  @inline(__always)
  private func find(_ bytes: Span<UInt8>, _ start: Int, _ prefix: Prefix) -> Found? {
    // A prefix leaves at least two letters.
    guard start == 0 || bytes.count - start >= 4 else { return nil }
    let lexeme = exact(bytes, start)
    return lexeme == 0 ? nil : Found(lexeme: lexeme, prefix: prefix)
  }

  /// The longest phrase that begins at `i` of looked-up tokens, as its lexeme, prefix and length.
  func phrase(at i: Int, in found: [Found]) -> (found: Found, length: Int)? {
    guard let candidates = phrasesByFirst[found[i].lexeme] else { return nil }
    var best: (Found, Int)?
    for index in candidates {
      let phrase = phrases[index]
      let prefix = found[i].prefix
      guard phrase.prefix.isSubset(of: prefix), phrase.rest.count < found.count - i,
        phrase.rest.count + 1 > (best?.1 ?? 0)
      else { continue }
      var k = 0
      while k < phrase.rest.count, found[i + 1 + k] == phrase.rest[k] { k += 1 }
      if k == phrase.rest.count {
        best = (Found(lexeme: phrase.lexeme, prefix: prefix.subtracting(phrase.prefix)), k + 1)
      }
    }
    return best
  }
}

/// What is written together with a word before it.
struct Prefix: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let conjunction = Prefix(rawValue: 1)
  static let by = Prefix(rawValue: 2)
  static let like = Prefix(rawValue: 4)
  static let to = Prefix(rawValue: 8)
  static let article = Prefix(rawValue: 16)
}
