internal import ArabicNames
internal import GRDB

/// The names of mentions in the forms in which they meet.
enum MentionName {
  /// What the spellings of a name meet in; empty for a name without letters.
  ///
  /// That is the `NameKey` of names of several words. The consonants of one word are those of many others, so
  /// that a single word meets only what is folded like it; its key begins with `=`.
  static func key(_ name: String) -> String {
    let key = NameKey(name).description
    return key.isEmpty || key.contains(".") ? key : "=" + FoldedName.fold(name)
  }

  /// SQL functions that migrations fill tables with: `folded_name` and `name_key`.
  static let functions = [
    DatabaseFunction("folded_name", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { FoldedName.fold($0) }
    },
    DatabaseFunction("name_key", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { key($0) }
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
    insertion.append(MentionName.key(name))
    try insertion.write()
  }
}
