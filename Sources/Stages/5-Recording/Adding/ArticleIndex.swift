internal import GRDB

/// Writes the words of articles to the word index, and counts them.
final class ArticleIndex {
  private var index: WordIndexWriter
  private let words: SearchWords

  init(_ database: Database) throws {
    index = WordIndexWriter(database)
    words = try SearchWords(database)
  }

  /// Adds the words of an article.
  func insert(_ row: Int, _ order: RecordOrder, title: String, _ text: IndexedText) throws {
    let title = IndexedText(Array(title.utf8))
    try index.insert(row, order, title: title, body: text)
    try words.count([title, text], 1)
  }

  /// Takes the words of an article out again; title and text must be as they were inserted.
  func delete(_ row: Int, title: [UInt8], _ text: [UInt8]) throws {
    try index.delete(row)
    try words.count([IndexedText(title), IndexedText(text)], -1)
  }

  /// Writes what is collected over several articles; called once behind the last.
  func finish() throws {
    try words.write()
    try index.finish()
  }
}
