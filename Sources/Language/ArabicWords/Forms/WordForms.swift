internal import ArabicScript

/// Finds all ways in which a word may be made up of clitics and a base, likelier ones first.
///
/// A reading's weight is the product of how often words have its beginning, how often its base occurs, and how
/// often words have its pronoun (`Data/words/clitics.tsv`, `Data/words/bases.tsv`). A base that the table does not
/// have is weighed by its length; bases that are forms of a known verb, or particles, take the
/// clitics of their class only. The word is read alone: what stands around it is not asked.
public struct WordForms: Sendable {
  /// The tables that Marsad ships.
  public static let shared = WordForms()

  /// The longest word that is cut, in bytes of its fold; a longer one has one reading.
  public static let longestWord = 120

  /// How much less likely than the best a reading is that is left out, as a natural logarithm (1 in 22,000).
  static let implausible = 10.0

  private let clitics = CliticTable()
  private let bases = BaseTable()
  private let verbs = VerbTable()

  private init() {}

  /// All plausible readings of a word, the likeliest first; equal ones in the order of their pieces.
  ///
  /// - Parameter word: One word in any spelling; it is folded at `FoldingLevel.letters`.
  /// - Returns: At least one reading.
  public func segmentations(of word: String) -> [Segmentation] {
    segmentations(utf8: Array(word.utf8))
  }

  /// All readings of a word in UTF-8.
  ///
  /// - Parameter word: One word; bytes that are not Arabic letters make it a word of one reading.
  /// - Returns: At least one reading.
  /// - Complexity: O(length) for each of at most 300 pairs of clitics.
  public func segmentations(utf8 word: [UInt8]) -> [Segmentation] {
    let letters = Folding(.letters).folded(utf8: word)
    let spelling = OneAlef.folded(letters)
    let whole = String(decoding: letters, as: UTF8.self)
    var search = Search(word: spelling)
    if WordForms.isArabic(spelling), spelling.count <= WordForms.longestWord {
      addReadings(of: spelling, letters, to: &search)
    }
    if search.readings.isEmpty {
      search = Search(word: Array(whole.utf8))
      search.readings.append(
        Reading(
          beginning: [], stem: TextRange(0, search.word.count), base: search.word,
          wordClass: .noun, verbs: [], score: 0))
    }
    return search.ranked(as: whole)
  }

  /// The likeliest reading of a word.
  public func segmentation(of word: String) -> Segmentation { segmentations(of: word)[0] }

  private static func isArabic(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty, word.count.isMultiple(of: 2) else { return false }
    return stride(from: 0, to: word.count, by: 2).allSatisfy { i in
      word[i] >= 0xD8 && word[i] <= 0xDB && word[i + 1] & 0xC0 == 0x80
    }
  }
}

// MARK: - Readings

extension WordForms {
  private struct Reading {
    let beginning: [Int]
    let stem: TextRange
    let base: [UInt8]
    let wordClass: Segmentation.WordClass
    let verbs: [VerbForm]
    let score: Double
  }

  private struct Search {
    let word: [UInt8]
    var readings: [Reading] = []

    func ranked(as letters: String) -> [Segmentation] {
      let best = readings.map(\.score).max() ?? 0
      let readings = readings.filter { $0.score > best - WordForms.implausible }
      let weights = readings.map { Logarithm.exponential($0.score - best) }
      let sum = weights.reduce(0, +)
      let order = readings.indices.sorted {
        let (a, b) = (readings[$0], readings[$1])
        if a.score != b.score { return a.score > b.score }
        if a.stem != b.stem { return (a.stem.start, a.stem.end) < (b.stem.start, b.stem.end) }
        return a.wordClass.rawValue < b.wordClass.rawValue
      }
      return order.map { i in
        let reading = readings[i]
        var proclitics: [TextRange] = []
        var at = 0
        for length in reading.beginning {
          proclitics.append(TextRange(at, at + length))
          at += length
        }
        let end = reading.stem.end
        return Segmentation(
          word: letters, proclitics: proclitics, stem: reading.stem,
          pronoun: end < word.count ? TextRange(end, word.count) : nil,
          base: String(decoding: reading.base, as: UTF8.self), wordClass: reading.wordClass,
          verbForms: reading.verbs, likelihood: weights[i] / sum)
      }
    }
  }

  private func addReadings(of word: [UInt8], _ letters: [UInt8], to search: inout Search) {
    for beginning in clitics.beginnings where letters.starts(with: beginning.bytes) {
      let start = beginning.bytes.count
      for pronoun in clitics.pronouns {
        let end = word.count - pronoun.bytes.count
        guard end > start, word[end...].elementsEqual(pronoun.bytes) else { continue }
        if !pronoun.bytes.isEmpty, beginning.kind == .defined { continue }
        let stem = Array(word[start..<end])
        let candidates = pronoun.bytes.isEmpty ? [stem] : BaseSpelling.alone(stem)
        for base in candidates {
          let reading = (beginning, TextRange(start, end), base, pronoun)
          search.readings += readings(reading)
        }
      }
    }
  }

  /// The readings of one cut, by class: those that the clitics allow.
  private func readings(
    _ cut: (
      beginning: CliticTable.Clitic, stem: TextRange, base: [UInt8], pronoun: CliticTable.Clitic
    )
  ) -> [Reading] {
    let (beginning, stem, base, pronoun) = cut
    let hasClitics = !beginning.bytes.isEmpty || !pronoun.bytes.isEmpty
    // ب and ل alone carry a pronoun only, and nothing but a conjunction stands before them.
    if base.count == 2 {
      if pronoun.bytes.isEmpty ? hasClitics : !BaseSpelling.isPreposition(base) { return [] }
      if beginning.kind != .any || beginning.pieces.count > 1 { return [] }
    }
    let forms =
      beginning.kind == .defined || beginning.kind == .nominal ? [] : verbForms(base, beginning)
    guard
      let count = bases.count(of: base) ?? unknownCount(base, hasClitics)
    else { return [] }
    let score = beginning.score + pronoun.score + count - bases.total
    func reading(_ wordClass: Segmentation.WordClass, _ share: Double) -> Reading {
      Reading(
        beginning: beginning.pieces, stem: stem, base: base, wordClass: wordClass,
        verbs: wordClass == .verb ? forms : [],
        score: score + Logarithm.natural(share))
    }
    if StopWords.shared.containsBase(base) {
      let isAllowed =
        beginning.kind != .future && beginning.kind != .defined
        && (pronoun.bytes.isEmpty || StopWords.shared.takesPronoun(base))
      return isAllowed ? [reading(.particle, 1)] : []
    }
    if beginning.kind == .future { return forms.isEmpty ? [] : [reading(.verb, 1)] }
    if forms.isEmpty { return [reading(.noun, 1)] }
    let noun = nounShare(base)
    return [reading(.verb, 1 - noun), reading(.noun, noun)]
  }

  /// A word that may be a verb is a noun as often as its forms with the article say.
  private func nounShare(_ base: [UInt8]) -> Double {
    min(0.95, max(0.03, 2 * bases.definedShare(of: base)))
  }

  private func verbForms(_ base: [UInt8], _ beginning: CliticTable.Clitic) -> [VerbForm] {
    let known = verbs.forms(of: base)
    let isPresentOnly = beginning.kind == .future
    let fitting = known.filter { !isPresentOnly || $0.tense == .present }
    if fitting.isEmpty, isPresentOnly { return VerbPattern.presentForms(base) }
    return Array(fitting)
  }

  /// The logarithm of the occurrences that a base counts for which the table does not have; nil if
  /// it is none.
  private func unknownCount(_ base: [UInt8], _ hasClitics: Bool) -> Double? {
    if verbs.contains(base) { return 0.7 }  // two occurrences
    if hasClitics, base.count < 6 { return nil }
    // The longer, the rarer: 2.2, in nats, is about what a letter adds. 3.3 lets two unknown letters count
    // a third of one occurrence.
    return 3.3 - 2.2 * Double(base.count / 2)
  }
}
