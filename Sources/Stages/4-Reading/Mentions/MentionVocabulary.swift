import ArabicScript
import ArabicWords

/// What the sequence model knows of word forms: clusters of use, and what the lists say.
///
/// Loaded from `Data/mentions/words.tsv`, which `Training/mentions/make_words.py` writes.
struct MentionVocabulary: Sendable {
  /// What is known of one form.
  struct Facts: Sendable, Hashable {
    /// The form's cluster at four sizes, from coarse to fine, counted from 1; 0 if it has none.
    var clusters = SIMD4<UInt16>(repeating: 0)
    var flags: WordFlags = []
    /// How often the form stands in names of persons: 0 never, 4 very often.
    var nameRank: UInt8 = 0
    /// What kind of place the form names alone, as a letter of the file; 0 none.
    var place: UInt8 = 0

    var isEmpty: Bool { clusters[0] == 0 && flags.isEmpty && nameRank == 0 && place == 0 }
  }

  /// A name of several words.
  private struct Phrase: Sendable {
    /// The folded words behind the first.
    let rest: [[UInt8]]
    let place: UInt8
  }

  private(set) var facts: [Facts] = [Facts()]
  private var phrases: [Int: [Phrase]] = [:]
  private let table: WordTable

  /// The vocabulary that Marsad ships.
  static let standard = MentionVocabulary(DataFile("mentions/words.tsv"))

  /// Loads a file of lines `form, clusters, flags`; forms of several words are names.
  init(_ file: DataFile) {
    var index: [[UInt8]: Int] = [:]
    var words: [(spelling: [UInt8], value: Int32)] = []
    func entry(_ spelling: [UInt8], _ facts: inout [Facts]) -> Int {
      if let known = index[spelling] { return known }
      index[spelling] = facts.count
      words.append((spelling, Int32(facts.count)))
      facts.append(Facts())
      return facts.count - 1
    }
    for line in file.bytes.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let parts = fields[0].split(separator: 0x20).map(Array.init)
      guard let first = parts.first else { continue }
      let i = entry(first, &facts)
      let read = MentionVocabulary.facts(clusters: fields[1], flags: fields[2])
      if parts.count == 1 {
        facts[i] = read
      } else {
        phrases[i, default: []].append(Phrase(rest: Array(parts.dropFirst()), place: read.place))
      }
    }
    for i in phrases.keys { phrases[i]?.sort { $0.rest.count > $1.rest.count } }
    table = WordTable(words)
  }

  private static func facts(clusters: ArraySlice<UInt8>, flags: ArraySlice<UInt8>) -> Facts {
    var result = Facts()
    for (level, digits) in clusters.split(separator: 0x20).prefix(4).enumerated() {
      result.clusters[level] = digits.reduce(1) { value, digit in
        digit >= 0x30 && digit <= 0x39 ? (value &- 1) &* 10 &+ UInt16(digit - 0x30) &+ 1 : value
      }
    }
    for letter in flags {
      if letter >= 0x31 && letter <= 0x34 {
        result.nameRank = letter - 0x30
      } else if let flag = WordFlags.byLetter[letter] {
        result.flags.insert(flag)
      } else {
        result.place = letter
      }
    }
    return result
  }

  /// The number of the facts of a token without `prefix` bytes at its start; 0 if it is not known.
  func number(_ text: TokenizedText, _ i: Int, prefix: Int = 0) -> Int {
    let value = text.look(up: i, in: table, prefix: prefix)
    return value >= 0 && !facts[Int(value)].isEmpty ? Int(value) : 0
  }

  /// The number of the facts of a spelling; 0 if it is not known.
  func number(_ spelling: [UInt8]) -> Int {
    let value = table.value(spelling)
    return value >= 0 && !facts[Int(value)].isEmpty ? Int(value) : 0
  }

  /// The longest name of several words whose first word is token `i` without `prefix` bytes.
  func phrase(_ text: TokenizedText, _ i: Int, prefix: Int) -> (count: Int, place: UInt8)? {
    let first = Int(text.look(up: i, in: table, prefix: prefix))
    guard first >= 0, let candidates = phrases[first] else { return nil }
    return candidates.first { phrase in
      i + phrase.rest.count < text.count
        && phrase.rest.indices.allSatisfy { text.key(i + 1 + $0).elementsEqual(phrase.rest[$0]) }
    }.map { ($0.rest.count + 1, $0.place) }
  }
}

/// What the lists of `Data/mentions/heads.tsv` say of a word.
struct WordFlags: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let organisation = WordFlags(rawValue: 1 << 0)
  static let group = WordFlags(rawValue: 1 << 1)
  static let media = WordFlags(rawValue: 1 << 2)
  static let facility = WordFlags(rawValue: 1 << 3)
  static let placeKind = WordFlags(rawValue: 1 << 4)
  static let office = WordFlags(rawValue: 1 << 5)
  static let title = WordFlags(rawValue: 1 << 6)
  static let joint = WordFlags(rawValue: 1 << 7)
  static let money = WordFlags(rawValue: 1 << 8)
  static let nationality = WordFlags(rawValue: 1 << 9)
  static let groupName = WordFlags(rawValue: 1 << 10)

  /// The flags by their letters in `Data/mentions/words.tsv`.
  static let byLetter: [UInt8: WordFlags] = [
    0x6F: .organisation, 0x67: .group, 0x6D: .media, 0x66: .facility, 0x6B: .placeKind,
    0x63: .office, 0x74: .title, 0x6A: .joint, 0x79: .money, 0x6E: .nationality, 0x77: .groupName,
  ]

  /// Heads that may open the name of what is named.
  static let heads: WordFlags = [
    .organisation, .group, .media, .facility, .placeKind, .office, .title,
  ]
}
