internal import ArabicScript

/// Nouns whose plural changes the word within, and their singulars (`Data/words/broken-plurals.tsv`).
///
/// Words are looked up without clitics, in any spelling: they are compared folded at
/// `FoldingLevel.search`. A word written with clitics has its base in `Segmentation.base`.
public struct BrokenPlurals: Sendable {
  /// The list that Marsad ships.
  public static let shared = BrokenPlurals()

  private let singulars: WordTable
  private let plurals: WordTable
  private let pairs: [(singular: String, plural: String)]
  /// The next pair of the same singular, or of the same plural; -1 for none.
  private let nextOfSingular: [Int]
  private let nextOfPlural: [Int]

  private init() {
    var pairs: [(singular: String, plural: String)] = []
    for row in DataFile("words/broken-plurals.tsv").rows {
      for entry in row[1].split(separator: " ") {
        let words = entry.split(separator: "/")
        guard words.count == 2 else {
          preconditionFailure("broken-plurals.tsv:\(row.line): no pair in \(entry)")
        }
        pairs.append((String(words[0]), String(words[1])))
      }
    }
    (singulars, nextOfSingular) = BrokenPlurals.chains(pairs.map(\.singular))
    (plurals, nextOfPlural) = BrokenPlurals.chains(pairs.map(\.plural))
    self.pairs = pairs
  }

  /// The broken plurals of a singular, in the order of the list; none if it has no entry.
  public func plurals(of singular: String) -> [String] {
    BrokenPlurals.pairs(of: singular, in: singulars, nextOfSingular).map { pairs[$0].plural }
  }

  /// The singulars that a broken plural belongs to, in the order of the list; none if it has no entry.
  public func singulars(of plural: String) -> [String] {
    BrokenPlurals.pairs(of: plural, in: plurals, nextOfPlural).map { pairs[$0].singular }
  }

  private static func chains(_ words: [String]) -> (table: WordTable, next: [Int]) {
    var first: [[UInt8]: Int] = [:]
    var last: [[UInt8]: Int] = [:]
    var next = [Int](repeating: -1, count: words.count)
    for (i, word) in words.enumerated() {
      let key = Folding(.search).folded(utf8: Array(word.utf8))
      if let before = last[key] { next[before] = i } else { first[key] = i }
      last[key] = i
    }
    return (WordTable(first.map { (spelling: $0.key, value: Int32($0.value)) }), next)
  }

  private static func pairs(of word: String, in table: WordTable, _ next: [Int]) -> [Int] {
    var result: [Int] = []
    var i = Int(table.value(Folding(.search).folded(utf8: Array(word.utf8))))
    while i >= 0 {
      result.append(i)
      i = next[i]
    }
    return result
  }
}
