extension Schema {
  /// The word index of articles, in immutable segments; `SearchIndex` can build it anew.
  ///
  /// `document_table` is a segment's `SegmentDocuments`, `deletions` a `Bitmap` of those that are deleted. A term's postings
  /// and places stand in two strings of bytes for each segment, from an offset on; `index_pages` has them cut into
  /// pages (`IndexPages`).
  static let wordIndex = """
    DROP TABLE article_search;

    CREATE TABLE index_segments (
      segment INTEGER PRIMARY KEY AUTOINCREMENT,
      documents INTEGER NOT NULL,
      words INTEGER NOT NULL,
      average_length REAL NOT NULL,
      deleted INTEGER NOT NULL DEFAULT 0,
      document_table BLOB,
      deletions BLOB
    ) STRICT;

    CREATE TABLE index_terms (
      segment INTEGER NOT NULL,
      term BLOB NOT NULL,
      documents INTEGER NOT NULL,
      postings INTEGER NOT NULL, postings_length INTEGER NOT NULL,
      places INTEGER NOT NULL, places_length INTEGER NOT NULL,
      PRIMARY KEY (segment, term)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE index_pages (
      page INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL
    ) STRICT;
    """
}
