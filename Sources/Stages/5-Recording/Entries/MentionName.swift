internal import ArabicNames
internal import GRDB

/// The names of mentions in the forms in which they meet.
enum MentionName {
  /// SQL functions that migrations fill tables with: `folded_name` and `name_key`.
  static let functions = [
    DatabaseFunction("folded_name", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { FoldedName.fold($0) }
    },
    DatabaseFunction("name_key", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { NameKey($0).description }
    },
  ]
}

/// Writes the names that mentions have, each once.
final class MentionNameWriter {
  private let insertion: RowWriter
  /// The names met so far, which need not be asked for again.
  private var known: Set<String> = []

  init(_ database: Database) throws {
    insertion = try RowWriter(
      database, sql: "INSERT OR IGNORE INTO mention_names(name, folded, key) VALUES (?, ?, ?)")
  }

  /// Writes a name, if it isn't there.
  func write(_ name: String) throws {
    guard known.insert(name).inserted else { return }
    insertion.append(name)
    insertion.append(FoldedName.fold(name))
    insertion.append(NameKey(name).description)
    try insertion.write()
  }
}
