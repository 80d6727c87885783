internal import ArabicNames
internal import ArabicScript
internal import Foundation
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
  let index: WordIndex

  /// Opens them.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - segments: What other readers know of the word index.
  /// - Throws: An error of the database.
  init(_ database: Database, _ segments: SegmentCache) throws {
    self.database = database
    index = try WordIndex(database, segments)
  }

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

  /// A spelling of a name.
  struct NameWord {
    /// Folded, as it stands in articles.
    let key: [UInt8]
    /// How much less likely it is than the likeliest, as a natural logarithm.
    let distance: Float
  }

  /// Words of the archive that spell the same name as a word of either script, the likeliest first.
  ///
  /// Candidates are words of mentioned names with the same `NameKey`, and words that are likely spellings of the name;
  /// `NameIndex` tells how likely, and frequent words are likelier.
  ///
  /// - Parameter word: A word in either script.
  /// - Returns: Words that stand in articles.
  /// - Throws: An error of the database.
  func spellings(ofName word: String) throws -> [NameWord] {
    var candidates = try words(
      "word IN (SELECT word FROM name_words WHERE key = ?) AND articles > 0",
      [NameKey(word).description], limit: ArchiveWords.candidateLimit)
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      let known = Set(candidates.map(\.key))
      candidates += try likelySpellings(of: word).filter { !known.contains($0.key) }
      // What is spelt in Latin letters in the archive is found as it was typed.
      candidates.removeAll { $0.key[0] < 0x80 }
    }
    var index = NameIndex()
    for candidate in candidates { index.insert(candidate.spelling) }
    let names = index.matches(for: word, limit: ArchiveWords.matchLimit)
      .filter { $0.similarity >= ArchiveWords.leastSimilarity }
      .map { match in
        let candidate = candidates[match.name]
        let cost = match.cost - ArchiveWords.frequencyShare * log(Float(candidate.articles))
        return (key: candidate.key, cost: cost)
      }
      .sorted { $0.cost < $1.cost }.prefix(ArchiveWords.spellingLimit)
    guard let best = names.first?.cost else { return [] }
    return names.filter { $0.cost <= best + ArchiveWords.costRange }
      .map { NameWord(key: $0.key, distance: $0.cost - best) }
  }

  /// Words of the archive that the spelling model makes of a name, with the article and without, also of the name with
  /// single consonants for double ones: in Arabic these are one letter.
  private func likelySpellings(of word: String) throws -> [Word] {
    let names = Set([word, ArchiveWords.withSingleConsonants(word)])
    let spellings = names.flatMap {
      NameSpelling.spellings(of: $0, limit: ArchiveWords.generatedLimit)
    }.map { Folding.forSearch.folded($0.text) }
    return try known(Set(spellings.flatMap { [$0, "ال" + $0] }).map { Array($0.utf8) })
  }

  private static func withSingleConsonants(_ word: String) -> String {
    var result = ""
    for letter in word.lowercased() where letter != result.last || "aeiou".contains(letter) {
      result.append(letter)
    }
    return result
  }

  /// How many words are compared, how many spellings are made, how many matches are weighed, and how many taken.
  private static let candidateLimit = 300
  private static let generatedLimit = 100
  private static let matchLimit = 40
  private static let spellingLimit = 6
  /// How close words must be, how much further away than the closest they may be (natural logarithm), and what the
  /// logarithm of the number of articles counts.
  private static let leastSimilarity: Float = 0.37
  private static let costRange: Float = 3
  private static let frequencyShare: Float = 0.3
}
