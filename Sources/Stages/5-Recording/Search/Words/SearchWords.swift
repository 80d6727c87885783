internal import ArabicScript
internal import GRDB

/// Counts in how many articles each word stands, with a spelling to show, for suggestions and names.
///
/// Counted in memory and written at the end of a batch, in the same transaction.
final class SearchWords {
  private let writer: RowWriter
  private var terms = TermTable()
  /// For each term: how many articles more hold it, a spelling, and the text in which it was seen last.
  private var counts: [(articles: Int, spelling: [UInt8], seenIn: Int)] = []
  private var texts = 0
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
    texts += 1
    for part in parts {
      let keys = part.keys.span
      for word in 0..<part.wordCount {
        let term = terms.number(of: keys.extracting(part.keyRange(word)))
        if term == counts.count {
          let spelling = Folding.forShowing.folded(utf8: part.bytes(of: word))
          counts.append((0, spelling, 0))
        }
        if counts[term].seenIn == texts { continue }
        counts[term].seenIn = texts
        counts[term].articles += change
      }
    }
    if counts.count > SearchWords.limit { try write() }
  }

  /// Writes what was counted.
  ///
  /// - Throws: An error of the database.
  func write() throws {
    // In order, so that neighbours of the table are written one after the other.
    for term in terms.sorted() {
      writer.append(utf8: Array(terms.bytes[terms.range(term)]))
      writer.append(counts[term].articles)
      writer.append(utf8: counts[term].spelling)
      try writer.write()
    }
    terms = TermTable()
    counts.removeAll(keepingCapacity: true)
  }
}

extension Folding {
  /// The folding under which a word's spelling is shown: without vowel signs, in the letters of one keyboard.
  fileprivate static let forShowing = Folding(.letters)
}
