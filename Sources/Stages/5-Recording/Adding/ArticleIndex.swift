internal import GRDB

/// Writes the words of articles to the full-text table that search uses.
final class ArticleIndex {
  private let insertion: RowWriter
  private let deletion: RowWriter
  private let words: SearchWords

  init(_ database: Database) throws {
    insertion = try RowWriter(database, into: "article_search", ["rowid", "title", "text"])
    deletion = try RowWriter(
      database,
      sql: """
        INSERT INTO article_search(article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)
        """)
    words = try SearchWords(database)
  }

  /// Adds the words of an article.
  func insert(_ row: Int, title: String, _ text: IndexedText) throws {
    try write(insertion, row, IndexedText(Array(title.utf8)), text, 1)
  }

  /// Takes the words of an article out again; title and text must be as they were inserted.
  func delete(_ row: Int, title: [UInt8], _ text: [UInt8]) throws {
    try write(deletion, row, IndexedText(title), IndexedText(text), -1)
  }

  /// Writes what is counted over several articles; called once behind the last.
  func finish() throws { try words.write() }

  private func write(
    _ writer: RowWriter, _ row: Int, _ title: IndexedText, _ text: IndexedText, _ change: Int
  ) throws {
    writer.append(row)
    writer.append(utf8: title.document())
    writer.append(utf8: text.document())
    try writer.write()
    try words.count([title, text], change)
  }
}
