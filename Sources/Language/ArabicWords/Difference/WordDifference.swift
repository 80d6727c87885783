/// What was inserted and deleted between two texts, by whole words.
///
/// The pieces are exact: those kept and inserted make the newer text, those kept and deleted the older one.
public struct WordDifference: Sendable, Hashable {
  /// What became of a piece of text.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case kept, deleted, inserted
  }

  /// Words one after another that had the same fate.
  public struct Piece: Sendable, Hashable {
    /// What became of it.
    public let kind: Kind
    /// The piece, with the white space in it.
    public let text: String

    /// Makes a piece.
    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The pieces in the order of the texts; never two of one kind after another, deleted before inserted.
  public let pieces: [Piece]
  /// How many words and numbers were inserted.
  public let insertedWords: Int
  /// How many words and numbers were deleted.
  public let deletedWords: Int

  /// Compares two texts.
  ///
  /// - Complexity: O(n · d) for `d` differing words, bounded by `UnitMatching.effort`; memory O(n).
  public init(from older: String, to newer: String) {
    let a = TextUnits(older)
    let b = TextUnits(newer)
    let (left, right) = TextUnits.numbered(a, b)
    let matching = UnitMatching(left, right)
    var run = PieceRun()
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, !matching.leftKept[i] {
        run.add(.deleted, a, i)
        i += 1
      } else if j < b.count, !matching.rightKept[j] {
        run.add(.inserted, b, j)
        j += 1
      } else {
        run.add(.kept, b, j)
        i += 1
        j += 1
      }
    }
    run.flush()
    pieces = run.pieces
    insertedWords = run.insertedWords
    deletedWords = run.deletedWords
  }

  /// Whether two texts differ in spaces and punctuation at most: the same letters in the same order, the
  /// same numbers, the same symbols (`%`, `$`), and nothing else.
  public static func isSpacingOnly(from older: String, to newer: String) -> Bool {
    TextUnits(older).letters == TextUnits(newer).letters
  }
}

/// Collects pieces, and keeps what was deleted and inserted at one place together.
private struct PieceRun {
  private(set) var pieces: [WordDifference.Piece] = []
  private(set) var insertedWords = 0
  private(set) var deletedWords = 0
  private var kept: [UInt8] = []
  private var deleted: [UInt8] = []
  private var inserted: [UInt8] = []

  mutating func add(_ kind: WordDifference.Kind, _ units: TextUnits, _ index: Int) {
    let bytes = units[index]
    switch kind {
    case .kept:
      // A space between two changes belongs to both, so that a changed phrase is one piece.
      let isBetween =
        kept.isEmpty && !deleted.isEmpty && !inserted.isEmpty && units.isBlank(index)
      if !isBetween { flushChanges() }
      kept += bytes
    case .deleted, .inserted:
      if !kept.isEmpty {
        if deleted.isEmpty, inserted.isEmpty {
          flushKept()
        } else {
          deleted += kept
          inserted += kept
          kept = []
        }
      }
      if kind == .deleted {
        deleted += bytes
        if units.isWord(index) { deletedWords += 1 }
      } else {
        inserted += bytes
        if units.isWord(index) { insertedWords += 1 }
      }
    }
  }

  mutating func flush() {
    flushChanges()
    flushKept()
  }

  private mutating func flushChanges() {
    if !deleted.isEmpty { pieces.append(.init(.deleted, String(decoding: deleted, as: UTF8.self))) }
    if !inserted.isEmpty {
      pieces.append(.init(.inserted, String(decoding: inserted, as: UTF8.self)))
    }
    deleted = []
    inserted = []
  }

  private mutating func flushKept() {
    if !kept.isEmpty { pieces.append(.init(.kept, String(decoding: kept, as: UTF8.self))) }
    kept = []
  }
}
