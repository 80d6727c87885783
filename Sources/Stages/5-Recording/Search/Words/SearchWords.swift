internal import GRDB

/// Counts in how many articles each word stands, with a spelling to show, for suggestions and names.
///
/// Counted when a batch's segment of the word index is written, term by term in their order, so that neighbours of the
/// table are written one after the other.
struct SearchWords {
  private let addition: RowWriter
  private let removal: RowWriter

  init(_ database: Database) throws {
    addition = try RowWriter(
      database,
      sql: """
        INSERT INTO search_words(word, articles, spelling) VALUES (?, ?, ?)
        ON CONFLICT(word) DO UPDATE SET articles = articles + excluded.articles
        """)
    removal = try RowWriter(
      database, sql: "UPDATE search_words SET articles = articles - 1 WHERE word = ?")
  }

  /// Counts articles that came in.
  ///
  /// - Parameters:
  ///   - articles: How many hold the word.
  ///   - word: The word, folded.
  ///   - spelling: A spelling that may be shown; one that is known stays.
  /// - Throws: An error of the database.
  func add(
    _ articles: Int, of word: ArraySlice<UInt8>, _ spelling: ArraySlice<UInt8>
  ) throws {
    addition.append(utf8: word)
    addition.append(articles)
    addition.append(utf8: spelling)
    try addition.write()
  }

  /// Counts that an article goes.
  ///
  /// - Parameter parts: Its title and text.
  /// - Throws: An error of the database.
  func remove(_ parts: [IndexedText]) throws {
    var words: Set<ArraySlice<UInt8>> = []
    for part in parts {
      let keys = part.keys
      for word in 0..<part.wordCount { words.insert(keys[part.keyRange(word)]) }
    }
    for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      removal.append(utf8: word)
      try removal.write()
    }
  }
}
