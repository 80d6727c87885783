internal import ArabicScript

/// The clitics of `Data/words/clitics.tsv`, with how often words have them.
struct CliticTable: Sendable {
  /// What may stand before a word, or a pronoun behind it.
  struct Clitic: Sendable {
    let bytes: [UInt8]
    /// The lengths of its pieces in bytes.
    let pieces: [Int]
    /// The natural logarithm of its share.
    let score: Double
    let kind: Kind
  }

  /// What word a clitic needs.
  enum Kind: Sendable { case any, defined, nominal, future }

  private(set) var beginnings: [Clitic] = []
  private(set) var pronouns: [Clitic] = []

  init() {
    for row in DataFile("words/clitics.tsv").rows {
      let pieces = row[1] == "-" ? [] : row[1].split(separator: "+").map { Array($0.utf8) }
      let clitic = Clitic(
        bytes: pieces.flatMap { $0 }, pieces: pieces.map(\.count),
        score: Double(row[2]) ?? 0, kind: CliticTable.kind(of: row[1]))
      if row[0] == "before" { beginnings.append(clitic) } else { pronouns.append(clitic) }
    }
  }

  private static func kind(of name: String) -> Kind {
    if name.hasSuffix("ال") || name.hasSuffix("ل+ل") { return .defined }
    if name.hasSuffix("س") { return .future }
    // لـ also stands before verbs (ليكتب).
    return name.hasSuffix("ب") || name.hasSuffix("ك") ? .nominal : .any
  }
}
