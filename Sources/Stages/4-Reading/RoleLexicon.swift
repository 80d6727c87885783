import ArabicScript
import ArabicWords

/// How often words act and suffer in events of the news, from `Data/reading/event-roles.tsv`.
///
/// Statistics of the parties that the rules find in newspapers, made by `Training/events/roles.py`; no labels.
struct RoleLexicon: Sendable {
  /// What is known of a word, each 0 to 6.
  struct Rates: Sendable {
    let acting: Int
    let suffering: Int
    /// For violence, deeds, meetings and words: below 3 it suffers more often, above it acts.
    let leaning: SIMD4<Int>
  }

  private let table: WordTable
  private let rates: [Rates]

  init(_ file: DataFile = DataFile("reading/event-roles.tsv")) {
    var words: [(spelling: [UInt8], value: Int32)] = []
    var rates: [Rates] = []
    for row in file.rows {
      let values = (1...6).compactMap { Int(row[$0]) }
      guard values.count == 6 else { continue }
      words.append((Array(row[0].utf8), Int32(rates.count)))
      rates.append(
        Rates(acting: values[0], suffering: values[1], leaning: SIMD4(values[2...])))
    }
    table = WordTable(words)
    self.rates = rates
  }

  /// What is known of a token's folded spelling without `prefix` bytes at its start.
  func rates(_ text: TokenizedText, _ i: Int, prefix: Int) -> Rates? {
    let index = text.look(up: i, in: table, prefix: prefix)
    return index < 0 ? nil : rates[Int(index)]
  }
}
