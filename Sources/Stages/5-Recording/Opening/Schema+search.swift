extension Schema {
  /// The words of articles with their counts, and searches that people keep.
  ///
  /// `search_words` is made from the articles, as the full-text tables are; `SearchIndex` builds it anew. `word` is
  /// folded, `spelling` may be shown. `name_words` has the folded words of names that are mentioned, under their `NameKey`.
  static let search = """
    CREATE TABLE search_words (
      word TEXT PRIMARY KEY,
      articles INTEGER NOT NULL,
      spelling TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE name_words (
      key TEXT NOT NULL,
      word TEXT NOT NULL,
      PRIMARY KEY (key, word)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE saved_searches (
      search INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      query TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('articles', 'statements', 'outlooks', 'events')),
      matching TEXT NOT NULL, joining TEXT NOT NULL, finds_names INTEGER NOT NULL,
      saved_at INTEGER NOT NULL
    ) STRICT;
    """
}
