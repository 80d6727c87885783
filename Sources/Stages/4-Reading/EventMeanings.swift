import ArabicScript
import ArabicWords
import NewsModel

/// What words around an event tell of it apart from its type: what a demand, refusal or threat is
/// about (its mode), and the contexts.
///
/// Source: glosses of the modes and contexts in the "PLOVER Manual" 2.0; words in
/// `Data/reading/event-modes.tsv` and `Data/reading/event-contexts.tsv`.
struct EventMeanings: Sendable {
  /// A type's mode and the bit of its words.
  struct Mode: Sendable {
    let type: EventType
    let name: String
    let bit: UInt64
  }

  let modes: [Mode]
  /// Names of the contexts by their bit.
  let contexts: [String]
  private let modeWords: BitTable
  private let contextWords: BitTable

  init() {
    var modes: [Mode] = []
    var words: [(String, UInt64)] = []
    for (index, row) in DataFile("reading/event-modes.tsv").rows.enumerated() {
      guard let type = EventType(rawValue: row[0]) else { continue }
      modes.append(Mode(type: type, name: row[1], bit: 1 << UInt64(index)))
      words.append((row[2], 1 << UInt64(index)))
    }
    self.modes = modes
    modeWords = BitTable(words)
    let rows = DataFile("reading/event-contexts.tsv").rows
    contexts = rows.map { $0[0] }
    contextWords = BitTable(rows.enumerated().map { ($1[1], 1 << UInt64($0)) })
  }

  func modeBits(_ text: TokenizedText, _ i: Int) -> UInt64 { modeWords.bits(text, i) }

  func contextBits(_ text: TokenizedText, _ i: Int) -> UInt64 { contextWords.bits(text, i) }
}

/// Words and the bits that stand for what they tell.
private struct BitTable: Sendable {
  private let table: WordTable
  private let bits: [UInt64]

  init(_ rows: [(words: String, bit: UInt64)]) {
    var index: [String: Int] = [:]
    var bits: [UInt64] = []
    var words: [(spelling: [UInt8], value: Int32)] = []
    let folding = Folding(.search)
    for (text, bit) in rows {
      for word in folding.folded(text).split(separator: " ").map(String.init) {
        if let known = index[word] {
          bits[known] |= bit
        } else {
          index[word] = bits.count
          words.append((Array(word.utf8), Int32(bits.count)))
          bits.append(bit)
        }
      }
    }
    table = WordTable(words)
    self.bits = bits
  }

  /// The bits of a token: by its own spelling, else by the word within clitics and article.
  func bits(_ text: TokenizedText, _ i: Int) -> UInt64 {
    guard text.tokens[i].kind == .word else { return 0 }
    var skip = 0
    if let bits = find(text, i, skip) { return bits }
    if [0x648, 0x641].contains(text.letter(i, 0)) {  // و ف
      skip = 2
      if let bits = find(text, i, skip) { return bits }
    }
    switch text.letter(i, skip / 2) {
    case 0x627 where text.letter(i, skip / 2 + 1) == 0x644: skip += 4  // ال
    case 0x644 where text.letter(i, skip / 2 + 1) == 0x644: skip += 4  // لل
    case 0x628, 0x644:  // ب ل
      if let bits = find(text, i, skip + 2) { return bits }
      skip += text.letter(i, skip / 2 + 1) == 0x627 ? 6 : 2
    default: return 0
    }
    return find(text, i, skip) ?? 0
  }

  private func find(_ text: TokenizedText, _ i: Int, _ skip: Int) -> UInt64? {
    guard text.keyLength(i) - skip >= 4 else { return nil }
    let index = text.look(up: i, in: table, prefix: skip)
    return index < 0 ? nil : bits[Int(index)]
  }
}
