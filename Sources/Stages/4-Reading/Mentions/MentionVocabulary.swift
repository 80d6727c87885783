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
    /// What the contexts in which the form stands in unlabelled articles tell, as values of features
    /// counted from 1; 0 if nothing is known.
    var contexts = SIMD4<UInt8>(repeating: 0)

    var isEmpty: Bool { clusters[0] == 0 && flags.isEmpty && nameRank == 0 && place == 0 }
  }

  /// Names of several words, each with what kind of place it names.
  let phrases: PhraseTable
  private var facts: [Facts] = []
  private let table: WordTable

  /// The vocabulary that Marsad ships.
  static let standard = MentionVocabulary(DataFile("mentions/words.tsv"))

  /// Loads a file of lines `form, clusters, flags, contexts`; forms of several words are names.
  init(_ file: DataFile) {
    let bytes = file.bytes
    var table = WordTable(capacity: bytes.count / 24)
    var names: [(words: [[UInt8]], value: Int32)] = []
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      defer { line = end + 1 }
      guard bytes[line] != 0x23, let form = bytes[line..<end].firstIndex(of: 0x09),
        let clusters = bytes[(form + 1)..<end].firstIndex(of: 0x09)
      else { continue }
      let flags = bytes[(clusters + 1)..<end].firstIndex(of: 0x09) ?? end
      var read = MentionVocabulary.facts(
        clusters: bytes[(form + 1)..<clusters], flags: bytes[(clusters + 1)..<flags])
      read.contexts = MentionVocabulary.contexts(bytes[min(flags + 1, end)..<end])
      if bytes[line..<form].contains(0x20) {
        names.append(
          (bytes[line..<form].split(separator: 0x20).map(Array.init), Int32(read.place)))
      } else if !read.isEmpty, table.add(bytes.span, line, form, Int32(facts.count)) == facts.count
      {
        facts.append(read)
      }
    }
    phrases = PhraseTable(names)
    self.table = table
  }

  private static func facts(clusters: ArraySlice<UInt8>, flags: ArraySlice<UInt8>) -> Facts {
    var result = Facts()
    var level = 0
    for digit in clusters where level < 4 {
      if digit == 0x20 {
        level += 1
      } else {
        let known = result.clusters[level] == 0 ? 0 : result.clusters[level] - 1
        result.clusters[level] = known * 10 + UInt16(digit - 0x30) + 1
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

  /// The values that the five digits of a form's contexts make, which tell in steps how much of it is any
  /// name, a person, a place, an organisation, another name.
  private static func contexts(_ digits: ArraySlice<UInt8>) -> SIMD4<UInt8> {
    guard digits.count == 5 else { return SIMD4(repeating: 0) }
    let steps = digits.map { $0 - 0x30 }
    var kind = 1
    for other in 2...4 where steps[other] > steps[kind] { kind = other }
    return SIMD4(
      steps[0] * 4 + UInt8(kind), steps[1] * 9 + steps[2] + 1, steps[3] * 9 + steps[4] + 1, 0)
  }

  /// What is known of a token without `prefix` bytes at its start.
  func facts(_ text: TokenizedText, _ i: Int, prefix: Int = 0) -> Facts {
    let value = text.look(up: i, in: table, prefix: prefix)
    return value >= 0 ? facts[Int(value)] : Facts()
  }

  /// What is known of a spelling.
  func facts(_ spelling: [UInt8]) -> Facts {
    let value = table.value(spelling)
    return value >= 0 ? facts[Int(value)] : Facts()
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
