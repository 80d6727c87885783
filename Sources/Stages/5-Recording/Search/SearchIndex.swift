internal import GRDB

/// The word index of articles and the full-text tables of records as a whole.
enum SearchIndex {
  private static let tables = ["statement_search", "outlook_search", "event_search"]

  private static let versionKey = "tokenizer"

  /// Whether this version of the tokenizer wrote the index.
  static func isUpToDate(_ database: Database) throws -> Bool {
    try writtenVersion(database) == ArabicTokenizer.version
  }

  /// Builds the index anew if another version of the tokenizer wrote it.
  static func bringUpToDate(_ database: Database) throws {
    let written = try writtenVersion(database)
    if written == ArabicTokenizer.version { return }
    if written != nil { try rebuild(database) }
    try database.execute(
      sql: "INSERT OR REPLACE INTO archive_state(key, value) VALUES (?, ?)",
      arguments: [versionKey, ArabicTokenizer.version])
  }

  private static func writtenVersion(_ database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT value FROM archive_state WHERE key = ?", arguments: [versionKey])
  }

  /// Builds the index from the articles and records.
  static func rebuild(_ database: Database) throws {
    for table in tables {
      try database.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('delete-all')")
    }
    try database.execute(
      sql: """
        DELETE FROM index_segments; DELETE FROM index_terms; DELETE FROM index_pages;
        DELETE FROM search_words; DELETE FROM name_words
        """)
    var articles = try WordIndexWriter(database)
    let records = try RecordIndex(database)
    var names = WrittenNames()
    let loader = ReadingLoader(database)
    for article in try Int.fetchAll(database, sql: "SELECT article FROM articles") {
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT CAST(title AS BLOB), CAST(text AS BLOB), time, source
            FROM articles JOIN article_texts USING (article) WHERE article = ?
            """), arguments: [article])
      guard let row else { continue }
      let words = IndexedText(row.utf8(1))
      try articles.insert(
        article, RecordOrder(time: row[2], source: row[3]), title: IndexedText(row.utf8(0)),
        body: words)
      if let stored = try loader.reading(article: article) {
        try records.insert(stored, words, &names)
      }
    }
    try articles.finish()
    try tidy(database)
  }

  /// Merges the pieces of the index.
  static func tidy(_ database: Database) throws {
    var words = try WordIndexWriter(database)
    try words.finishTidily()
    for table in tables {
      try database.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')")
    }
  }
}
