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
  /// `NameLikeness` tells how likely. Frequent words are likelier, those that no mentioned name has less likely.
  ///
  /// - Parameter word: A word in either script.
  /// - Returns: Words that stand in articles.
  /// - Throws: An error of the database.
  func spellings(ofName word: String) throws -> [NameWord] {
    guard var likeness = NameLikeness(word) else { return [] }
    var names: [(key: [UInt8], cost: Float)] = []
    for candidate in try candidates(ofName: word) {
      // The spelling to show is one of those that fold alike, not always that of the name.
      let folded = String(decoding: candidate.key, as: UTF8.self)
      guard let match = likeness.match([candidate.spelling, folded]),
        match.similarity >= ArchiveWords.leastSimilarity
      else { continue }
      let frequency = ArchiveWords.frequencyShare * log(Float(candidate.articles))
      let namelessness = try isName(folded) ? 0 : ArchiveWords.namelessness
      names.append((candidate.key, match.cost - frequency + namelessness))
    }
    names.sort { $0.cost < $1.cost }
    guard let best = names.first?.cost else { return [] }
    return names.prefix(ArchiveWords.spellingLimit)
      .filter { $0.cost <= best + ArchiveWords.costRange }
      .map { NameWord(key: $0.key, distance: $0.cost - best) }
  }

  /// Words of the archive that may spell a name.
  private func candidates(ofName word: String) throws -> [Word] {
    let keys = ArchiveWords.keys(ofName: word)
    let marks = keys.map { _ in "?" }.joined(separator: ", ")
    let names = try words(
      "word IN (SELECT word FROM name_words WHERE key IN (\(marks))) AND articles > 0",
      StatementArguments(keys), limit: ArchiveWords.candidateLimit)
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return names }
    let known = Set(names.map(\.key))
    let likely = try likelySpellings(of: word).filter { !known.contains($0.key) }
    // What is spelt in Latin letters in the archive is found as it was typed.
    return (names + likely).filter { $0.key[0] >= 0x80 }
  }

  /// The keys under which a name's words may stand: also the one without `al` or `el` at the beginning, which words have
  /// in Arabic that own what looks like an article (`Elias`, `إلياس`).
  private static func keys(ofName word: String) -> [String] {
    let letters = Array(word.lowercased().unicodeScalars)
    let key = NameKey(word).description
    guard letters.count > 3, "aeiou".unicodeScalars.contains(letters[0]), letters[1] == "l" else {
      return [key]
    }
    let rest = NameKey(String(String.UnicodeScalarView(letters.dropFirst(2)))).description
    return [key, rest]
  }

  /// Whether a folded word stands in a name that was mentioned.
  private func isName(_ word: String) throws -> Bool {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM name_words WHERE key = ? AND word = ?"),
      arguments: [NameKey(word).description, word]) != nil
  }

  /// Words of the archive that the spelling model makes of a name, with the article and without, also of the name with
  /// single consonants for double ones.
  private func likelySpellings(of word: String) throws -> [Word] {
    let names = Set([word, NameLikeness.withSingleConsonants(word)])
    let spellings = names.flatMap {
      NameSpelling.spellings(of: $0, limit: ArchiveWords.generatedLimit)
    }.map { Folding.forSearch.folded($0.text) }
    return try known(Set(spellings.flatMap { [$0, "ال" + $0] }).map { Array($0.utf8) })
  }

  /// How many words are compared, how many spellings are made, and how many taken.
  private static let candidateLimit = 300
  private static let generatedLimit = 100
  private static let spellingLimit = 6
  /// How close words must be, how much further away than the closest they may be (natural logarithm), and what the
  /// logarithm of the number of articles counts.
  private static let leastSimilarity: Float = 0.37
  private static let costRange: Float = 3
  private static let frequencyShare: Float = 0.1
  /// What a word costs that no mentioned name has.
  private static let namelessness: Float = 2
}
