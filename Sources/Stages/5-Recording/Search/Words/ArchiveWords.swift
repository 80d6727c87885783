internal import ArabicNames
internal import ArabicScript
internal import GRDB

/// The words that the archive's articles hold, as `SearchWords` counted them.
struct ArchiveWords {
  /// A word that stands in articles.
  struct Word: Sendable, Hashable {
    /// Folded.
    let key: [UInt8]
    /// As it may be shown.
    let spelling: String
    let articles: Int
  }

  let database: Database

  init(_ database: Database) { self.database = database }

  /// Those of some folded words that stand in articles, the most frequent first.
  func known(_ keys: [[UInt8]]) throws -> [Word] {
    let list = jsonArray(keys.map { String(decoding: $0, as: UTF8.self) })
    return try words(
      "word IN (SELECT value FROM json_each(?)) AND articles > 0", [list], limit: keys.count)
  }

  func words(_ condition: String, _ arguments: StatementArguments, limit: Int) throws -> [Word] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT CAST(word AS BLOB), CAST(spelling AS BLOB), articles FROM search_words
          WHERE \(condition) ORDER BY articles DESC, word LIMIT \(limit)
          """), arguments: arguments
    ).map { Word(key: $0.utf8(0), spelling: $0.text(1), articles: $0[2]) }
  }

  /// The words that differ from a folded word by one letter more, less, other, or by two that changed places.
  func neighbours(of key: [UInt8]) throws -> [Word] {
    try known(WordNeighbours.keys(of: key)).filter { $0.key != key }
  }

  /// Folded words of the archive that spell the same name as a word of either script, with their clitics.
  ///
  /// Candidates are words of mentioned names with the same `NameKey`; `NameIndex` ranks them.
  ///
  /// - Parameter word: A word in either script.
  /// - Returns: Words that stand in articles.
  /// - Throws: An error of the database.
  func spellings(ofName word: String) throws -> [[UInt8]] {
    let candidates = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT word FROM name_words LEFT JOIN search_words USING (word)
          WHERE key = ? ORDER BY articles DESC, word LIMIT \(ArchiveWords.candidateLimit)
          """), arguments: [NameKey(word).description])
    var index = NameIndex()
    for candidate in candidates { index.insert(candidate) }
    let matches = index.matches(for: word, limit: ArchiveWords.spellingLimit)
    guard let best = matches.first else { return [] }
    let names = matches.filter {
      $0.cost <= best.cost + ArchiveWords.costRange && $0.similarity >= ArchiveWords.leastSimilarity
    }.map { candidates[$0.name] }
    let forms = names.flatMap { name in
      [name] + SearchKeywords.shared.nameBeginnings.map { $0 + name }
    }
    return try known(forms.map { Array($0.utf8) }).map(\.key)
  }

  /// How many words are compared, how many taken, how much further away than the closest they may be (natural
  /// logarithm), and how close they must be.
  private static let candidateLimit = 300
  private static let spellingLimit = 6
  private static let costRange: Float = 2.5
  private static let leastSimilarity: Float = 0.4
}
