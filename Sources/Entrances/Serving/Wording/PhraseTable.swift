internal import ArabicScript

/// The wording of the pages in all languages: `Data/pages/strings.tsv`.
struct PhraseTable: Sendable {
  private let phrases: [String: [PageLanguage: String]]

  /// The wording that Marsad ships.
  static let shipped = PhraseTable(DataFile("pages/strings.tsv"))

  /// Reads a table: key, Arabic, English.
  init(_ file: DataFile) {
    var phrases: [String: [PageLanguage: String]] = [:]
    for row in file.rows {
      phrases[row[0]] = [.arabic: row[1], .english: row[2]]
    }
    self.phrases = phrases
  }

  /// All keys, sorted.
  var keys: [String] { phrases.keys.sorted() }

  /// The phrase; `nil` if the table has none under this key, or an empty one.
  func phrase(_ key: String, in language: PageLanguage) -> String? {
    guard let phrase = phrases[key]?[language], !phrase.isEmpty else { return nil }
    return phrase
  }
}
