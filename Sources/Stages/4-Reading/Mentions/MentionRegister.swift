import ArabicScript
import ArabicWords

/// Tells texts that read like an encyclopaedia from news, by their words; names in them have other habits.
///
/// A logistic regression over how many of 100 tokens are each word, loaded from `Data/mentions/register.tsv`, which
/// `Training/mentions/make_register.py` writes.
struct MentionRegister: Sendable {
  private let table: WordTable
  /// The weights of the words of `table` by their numbers, in hundredths.
  private let weights: [Int]
  /// What every text has, in hundredths.
  private let bias: Int

  /// What Marsad ships.
  static let standard = MentionRegister(DataFile("mentions/register.tsv"))

  /// Loads a file of lines `word, weight`; the word of one is empty.
  init(_ file: DataFile) {
    let rows = file.rows.map {
      (word: Array($0[0].utf8), weight: MentionRegister.hundredths($0[1]))
    }
    let words = rows.filter { !$0.word.isEmpty }
    weights = words.map(\.weight)
    table = WordTable(words.enumerated().map { ($0.element.word, Int32($0.offset)) })
    bias = rows.first { $0.word.isEmpty }?.weight ?? 0
  }

  /// The weight of a token's word.
  func weight(_ text: TokenizedText, _ i: Int) -> Int {
    let word = text.look(up: i, in: table)
    return word < 0 ? 0 : weights[Int(word)]
  }

  /// Whether a text of so many tokens reads like an encyclopaedia; `weight` is the sum of their words' weights.
  func isEncyclopaedic(weight: Int, count: Int) -> Bool { bias * count + 100 * weight > 0 }

  /// A number with two digits behind its point, times 100.
  private static func hundredths(_ text: String) -> Int {
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.reduce(0) {
      $0 * 10 + Int($1 - 0x30)
    }
    return text.hasPrefix("-") ? -digits : digits
  }
}
