internal import ArabicScript
internal import GRDB

/// Counts in how many articles each word stands, with a spelling to show, for suggestions and names.
///
/// Counted in memory and written at the end of a batch, in the same transaction.
final class SearchWords {
  private let writer: RowWriter
  private var counts: [[UInt8]: (articles: Int, spelling: [UInt8])] = [:]
  /// The most words that wait to be written.
  private static let limit = 200_000

  init(_ database: Database) throws {
    writer = try RowWriter(
      database,
      sql: """
        INSERT INTO search_words(word, articles, spelling) VALUES (?, ?, ?)
        ON CONFLICT(word) DO UPDATE SET articles = articles + excluded.articles
        """)
  }

  /// Counts the words of an article's title and text.
  ///
  /// - Parameters:
  ///   - parts: Title and text.
  ///   - change: 1 for an article that comes in, −1 for one that goes.
  /// - Throws: An error of the database.
  func count(_ parts: [IndexedText], _ change: Int) throws {
    var seen: Set<ArraySlice<UInt8>> = []
    for part in parts {
      part.forEachWord { key, range in
        guard seen.insert(key).inserted else { return }
        let word = Array(key)
        if counts[word] != nil {
          counts[word]?.articles += change
        } else {
          counts[word] = (change, Folding.forShowing.folded(utf8: part.bytes(range)))
        }
      }
    }
    if counts.count > SearchWords.limit { try write() }
  }

  /// Writes what was counted.
  ///
  /// - Throws: An error of the database.
  func write() throws {
    // In order, so that neighbours of the table are written one after the other.
    for (word, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      writer.append(utf8: word)
      writer.append(count.articles)
      writer.append(utf8: count.spelling)
      try writer.write()
    }
    counts.removeAll(keepingCapacity: true)
  }
}

extension Folding {
  /// The folding under which a word's spelling is shown: without vowel signs, in the letters of one keyboard.
  fileprivate static let forShowing = Folding(.letters)
}
