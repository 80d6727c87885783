public import ArabicScript

/// Tells the one light stem of a word that is likeliest where its first letters may be clitics.
///
/// `LightStem` leaves a single first letter in the stem and names the other stems, which is what an index needs.
/// Where one stem is wanted, this weighs them by how often their words occur without clitics
/// (`Data/words/bases.tsv`) times how often words have the clitics (`Data/words/clitics.tsv`):
/// `بمحافظة` is `محافظ`, `باريس` stays whole.
public struct LikelyStem: Sendable {
  /// The tables that Marsad ships.
  public static let shared = LikelyStem()

  private let stemmer = LightStem.shared
  private let stems: WordTable
  /// The occurrences of the words that share a stem.
  private let counts: [Double]
  /// How often a word has each clitic before it, of one letter each, as a part of those without.
  private let shares: WordTable
  private let shareValues: [Double]

  private init() {
    var stems = WordTable(capacity: 32_768)
    var counts: [Double] = []
    let folding = Folding(.search)
    for row in DataFile("words/bases.tsv").rows {
      guard let count = Double(row[1]), count > 0 else { continue }
      let word = folding.folded(utf8: Array(row[0].utf8))
      let end = stemmer.endOfStem(word.span)
      guard end > 0 else { continue }
      let number = Int(stems.add(word.span, 0, end, Int32(counts.count)))
      if number == counts.count { counts.append(count) } else { counts[number] += count }
    }
    self.stems = stems
    self.counts = counts
    var shares = WordTable()
    var values: [Double] = []
    let clitics = CliticTable().beginnings
    let none = clitics.first { $0.bytes.isEmpty }?.score ?? 0
    for clitic in clitics where !clitic.bytes.isEmpty {
      shares.add(clitic.bytes, Int32(values.count))
      values.append(Logarithm.exponential(min(0, clitic.score - none)))
    }
    self.shares = shares
    shareValues = values
  }

  /// The stem as a range of the word's bytes; the whole word unless it is all Arabic letters.
  ///
  /// - Parameter word: One word, folded at `FoldingLevel.search`.
  /// - Returns: Offsets into the word, in bytes.
  /// - Complexity: O(length).
  public func stem(_ word: Span<UInt8>) -> TextRange {
    var candidates: [TextRange] = []
    stemmer.appendOtherStems(of: word, to: &candidates)
    var best = stemmer.stem(word)
    if candidates.isEmpty { return best }
    var most = count(word, best)
    for candidate in candidates {
      let share = Int(shares.value(word, 0, candidate.start))
      guard share >= 0 else { continue }
      let weight = count(word, candidate) * shareValues[share]
      if weight > most { (best, most) = (candidate, weight) }
    }
    return best
  }

  private func count(_ word: Span<UInt8>, _ stem: TextRange) -> Double {
    let number = Int(stems.value(word, stem.start, stem.end))
    return number < 0 ? 0 : counts[number]
  }
}
