internal import ArabicNames
internal import GRDB

/// The names of mentions, and which of them are taken to be spellings of one.
enum MentionName {
  /// What a name sounds like, in which its spellings meet (`NameKey`).
  static func sound(_ name: String) -> String { NameKey(name).description }

  /// The least similarity of two spellings of one name, in one script and across scripts.
  ///
  /// Seen on pairs of real names that sound alike: names from other languages, which each writes down anew, scored
  /// 0.75 and more in one script, all names 0.51 and more across scripts; Arabic names are told apart by `ArabicName`.
  private static let least: (within: Float, across: Float) = (0.75, 0.5)

  /// How similar two names that sound alike are; `nil` if they are not taken for one.
  ///
  /// Their words stand in one order, for in another they name another person.
  static func similarity(_ name: String, _ other: String) -> Float? {
    guard order(name) == order(other) else { return nil }
    if isLatin(name) == isLatin(other), ArabicName(name).isAnother(than: ArabicName(other)) {
      return nil
    }
    var index = NameIndex()
    index.insert(other)
    guard let match = index.matches(for: name, limit: 1).first else { return nil }
    let least = isLatin(name) == isLatin(other) ? least.within : least.across
    return match.similarity >= least ? match.similarity : nil
  }

  /// What the words sound like, in their order.
  private static func order(_ name: String) -> String {
    ArabicName.joiningServants(name.split(separator: " ").map(String.init)).map(sound).joined()
  }

  private static func isLatin(_ name: String) -> Bool {
    name.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) }
  }
}

/// Writes the names that mentions have, each once, with the name that each is taken to be a spelling of.
///
/// That is the one met first among those that are alike. The sounds of one word are those of many others, so that
/// names of one word are alike only if they are folded alike.
final class MentionNameWriter {
  private let database: Database
  private let insertion: RowWriter
  /// The names met so far, which need not be asked for again.
  private var known: Set<String> = []

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
    for name in names { try write(name) }
  }

  /// Writes a name, if it isn't there.
  func write(_ name: String) throws {
    guard known.insert(name).inserted else { return }
    let isWritten = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM mention_names WHERE name = ?)"), arguments: [name])
    if isWritten == true { return }
    let (folded, sound) = (FoldedName.fold(name), MentionName.sound(name))
    insertion.append(name)
    insertion.append(folded)
    insertion.append(sound)
    insertion.append(try head(name, folded: folded, sound: sound) ?? name)
    try insertion.write()
  }

  /// The name of before that a name is most alike to.
  private func head(_ name: String, folded: String, sound: String) throws -> String? {
    let same = try String.fetchOne(
      database.cachedStatement(
        sql: "SELECT head FROM mention_names WHERE folded = ? ORDER BY head LIMIT 1"),
      arguments: [folded])
    if same != nil || !sound.contains(".") { return same }
    let heads = try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT head FROM mention_names WHERE sound = ? ORDER BY head"),
      arguments: [sound])
    let alike = heads.compactMap { head in
      MentionName.similarity(name, head).map { (head: head, similarity: $0) }
    }
    return alike.max { $0.similarity < $1.similarity }?.head
  }
}
