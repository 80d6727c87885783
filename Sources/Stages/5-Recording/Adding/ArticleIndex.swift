internal import GRDB

/// Writes the words of articles to the full-text table that search uses.
final class ArticleIndex {
  private let insertion: RowWriter
  private let deletion: RowWriter

  init(_ database: Database) throws {
    insertion = try RowWriter(database, into: "article_search", ["rowid", "title", "text"])
    deletion = try RowWriter(
      database,
      sql: """
        INSERT INTO article_search(article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)
        """)
  }

  /// Adds the words of an article.
  func insert(_ row: Int, title: String, _ text: IndexedText) throws {
    try write(insertion, row, Array(title.utf8), text)
  }

  /// Takes the words of an article out again; title and text must be as they were inserted.
  func delete(_ row: Int, title: [UInt8], _ text: [UInt8]) throws {
    try write(deletion, row, title, IndexedText(text))
  }

  private func write(_ writer: RowWriter, _ row: Int, _ title: [UInt8], _ text: IndexedText) throws
  {
    writer.append(row)
    writer.append(utf8: IndexedText(title).document())
    writer.append(utf8: text.document())
    try writer.write()
  }
}
