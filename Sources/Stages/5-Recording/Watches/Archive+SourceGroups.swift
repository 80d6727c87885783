internal import GRDB
package import NewsModel

extension Archive {
  /// Keeps groups of sources in place of those that were kept.
  ///
  /// - Parameter groups: The groups in their order; a source that stands in several counts in the first.
  /// - Throws: `ArchiveError`.
  package func setSourceGroups(_ groups: [SourceGroup]) throws {
    try ArchiveError.translating(path) {
      try pool.write { database in
        try database.execute(sql: "DELETE FROM source_groups")
        for (position, group) in groups.enumerated() {
          for source in group.sources {
            try database.execute(
              sql: "INSERT OR IGNORE INTO source_groups(source, name, position) VALUES (?, ?, ?)",
              arguments: [source, group.name, position])
          }
        }
      }
    }
  }
}

extension ArchiveView {
  /// The groups of sources, in the user's order.
  package func sourceGroups() throws -> [SourceGroup] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, source FROM source_groups ORDER BY position, source")
    var names: [String] = []
    var sources: [String: [String]] = [:]
    for row in rows {
      let name: String = row[0]
      if sources[name] == nil { names.append(name) }
      sources[name, default: []].append(row[1])
    }
    return names.map { SourceGroup(name: $0, sources: sources[$0] ?? []) }
  }
}
