internal import ArabicNames
internal import GRDB
internal import Synchronization

/// What was written of names, so that the next batch need not ask for it again.
///
/// It rests on what the archive holds: a batch that fails leaves none of it, and what another connection commits makes it
/// void.
struct WrittenNames: Sendable {
  /// How many names are kept at most; with more it begins anew.
  private static let limit = 200_000

  /// The names of `mention_names`.
  var mentions: Set<[UInt8]> = []
  /// The names whose words stand in `name_words`, and those words.
  var names: Set<[UInt8]> = []
  var words: Set<[UInt8]> = []
  /// The stems of names.
  var stems: [[UInt8]: [UInt8]] = [:]
  /// The heads of names by what they sound like, in the order of their bytes, for sounds that were asked for.
  var heads: [String: [NameHead]] = [:]
  private var dataVersion = -1

  /// Notes that a name of a sound was written with its head.
  ///
  /// - Parameters:
  ///   - head: The head.
  ///   - sound: What the name sounds like.
  mutating func noteHead(_ head: String, sound: String) {
    guard let known = heads[sound] else { return }
    let place = known.firstIndex { !$0.name.utf8.lexicographicallyPrecedes(head.utf8) }
    // Equal bytes, for strings are equal too that are only composed otherwise.
    if let place, known[place].name.utf8.elementsEqual(head.utf8) { return }
    heads[sound]?.insert(NameHead(name: head), at: place ?? known.endIndex)
  }

  /// What is left of it for the next transaction.
  ///
  /// - Parameter database: The archive, within that transaction.
  /// - Throws: An error of the database.
  mutating func begin(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    let isFull = max(mentions.count, names.count, stems.count) > WrittenNames.limit
    if version != dataVersion || isFull { self = WrittenNames() }
    dataVersion = version
  }
}

/// A name that others are spellings of.
struct NameHead: Sendable {
  let name: String
  /// It, prepared to be compared, once it was.
  private(set) var comparison: NameComparison?

  /// A head that was not compared yet.
  init(name: String) { self.name = name }

  /// Prepares it to be compared, if it was not before.
  mutating func prepared() -> NameComparison {
    let comparison = comparison ?? NameComparison(name)
    self.comparison = comparison
    return comparison
  }
}

/// Keeps what was written of names between the batches of an archive.
final class WrittenNamesKeeper: Sendable {
  private let kept = Mutex(WrittenNames())

  /// Takes it out; whoever does puts it back when what was written is committed.
  func take() -> WrittenNames {
    kept.withLock { kept in
      defer { kept = WrittenNames() }
      return kept
    }
  }

  /// Puts it back.
  func put(_ names: WrittenNames) { kept.withLock { $0 = names } }
}
