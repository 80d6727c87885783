internal import ArabicNames
internal import GRDB

/// Writes the names that mentions have, each once, with the name that each is taken to be a spelling of.
///
/// That is the one met first among those that are alike. The sounds of one word are those of many others, so that
/// names of one word are alike only if they are folded alike.
final class MentionNameWriter {
  private let database: Database
  private let insertion: RowWriter

  init(_ database: Database) throws {
    self.database = database
    insertion = try RowWriter(
      database, into: "mention_names", ["name", "folded", "sound", "head"])
  }

  /// Writes the names of all mentions that may stand for an entry, in their order.
  func writeAll() throws {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT name FROM mentions WHERE type NOT IN ('office', 'nationality') ORDER BY name
        """)
    var written = WrittenNames()
    for name in names { try write(name, &written) }
  }

  /// Writes a name, if it isn't there.
  func write(_ name: String, _ names: inout WrittenNames) throws {
    guard names.mentions.insert(Array(name.utf8)).inserted else { return }
    let isWritten = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM mention_names WHERE name = ?)"), arguments: [name])
    if isWritten == true { return }
    let (folded, sound) = (FoldedName.fold(name), NameKey(name).description)
    let head = try head(name, folded: folded, sound: sound, &names) ?? name
    insertion.append(name)
    insertion.append(folded)
    insertion.append(sound)
    insertion.append(head)
    try insertion.write()
    names.noteHead(head, sound: sound)
  }

  /// The name of before that a name is most alike to.
  private func head(
    _ name: String, folded: String, sound: String, _ names: inout WrittenNames
  ) throws -> String? {
    let same = try String.fetchOne(
      database.cachedStatement(
        sql: "SELECT head FROM mention_names WHERE folded = ? ORDER BY head LIMIT 1"),
      arguments: [folded])
    if same != nil || !sound.contains(".") { return same }
    var heads = try names.heads.removeValue(forKey: sound) ?? storedHeads(sound)
    defer { names.heads[sound] = heads }
    if heads.isEmpty { return nil }
    let comparison = NameComparison(name)
    var best: (head: String, similarity: Float)?
    for index in heads.indices {
      guard let similarity = comparison.similarity(to: heads[index].prepared()) else { continue }
      if similarity > best?.similarity ?? -1 { best = (heads[index].name, similarity) }
    }
    return best?.head
  }

  /// The heads of all names in the archive that sound so, in the order of their bytes.
  private func storedHeads(_ sound: String) throws -> [NameHead] {
    try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT head FROM mention_names WHERE sound = ? ORDER BY head"),
      arguments: [sound]
    ).map { NameHead(name: $0) }
  }
}
