internal import GRDB

extension Archive {
  /// Keeps a search.
  ///
  /// - Parameter search: What to keep.
  /// - Returns: Its number; `nil` if another has its name.
  /// - Throws: `ArchiveError`.
  package func save(_ search: SavedSearch) throws -> Int? {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO saved_searches(name, query, kind, matching, joining, finds_names, saved_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            search.name, search.text, search.kind.rawValue, search.options.matching.rawValue,
            search.options.joining.rawValue, search.options.findsNames, options.now(),
          ])
        return database.changesCount > 0 ? Int(database.lastInsertedRowID) : nil
      }
    }
  }

  /// Forgets a saved search.
  ///
  /// - Parameter name: What it is called.
  /// - Returns: Whether there was one.
  /// - Throws: `ArchiveError`.
  package func removeSearch(named name: String) throws -> Bool {
    try change("DELETE FROM saved_searches WHERE name = ?", [name])
  }
}

extension ArchiveView {
  /// The saved searches in the order in which they were kept.
  ///
  /// - Throws: An error of the database.
  package func savedSearches() throws -> [SavedSearch] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT search, name, query, kind, matching, joining, finds_names, saved_at
        FROM saved_searches ORDER BY search
        """
    ).map { row in
      var options = SearchQuery.Options()
      options.matching = try row.value(4)
      options.joining = try row.value(5)
      options.findsNames = row[6]
      return SavedSearch(
        number: row[0], name: row[1], text: row[2], kind: try row.value(3), options: options,
        savedAt: row[7])
    }
  }
}
