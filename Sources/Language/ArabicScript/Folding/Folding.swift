/// A text folded for comparing, with the way back to the original.
public struct FoldedText: Sendable, Hashable {
  /// The folded text.
  public let utf8: [UInt8]
  /// The way back to the original bytes.
  public let offsets: OffsetMap

  /// Folds a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 of less than 4 GiB; bytes that are not valid UTF-8 are kept as they are.
  ///   - level: How much is evened out.
  /// - Complexity: O(n).
  public init(folding text: [UInt8], level: FoldingLevel) {
    precondition(text.count <= UInt32.max, "a text of 4 GiB or more has no offset map")
    var output: [UInt8] = []
    var pieces: [OffsetMap.Piece] = []
    output.reserveCapacity(text.count)
    Folding(level).fold(text.span, 0, text.count, into: &output, pieces: &pieces)
    offsets = OffsetMap(pieces: pieces, foldedCount: output.count, originalCount: text.count)
    utf8 = output
  }

  /// The folded text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Folds UTF-8 bytes at one level.
///
/// A fold is idempotent, folds at lower levels before it change nothing, and canonically
/// equivalent texts (NFC, NFD) have the same fold from `FoldingLevel.marks` on; all this for valid
/// UTF-8.
public struct Folding: Sendable {
  private let table: FoldingTable
  /// The table's entries by two bytes.
  @usableFromInline let pairs: [PairEntry]
  private let level: FoldingLevel

  /// Makes a folding; the tables are shared.
  public init(_ level: FoldingLevel) {
    self.level = level
    table = FoldingTable.table(for: level)
    pairs = table.pairs
  }

  /// The text folded, as a string.
  public func folded(_ text: String) -> String {
    String(decoding: folded(utf8: Array(text.utf8)), as: UTF8.self)
  }

  /// The text folded, as bytes.
  public func folded(utf8 text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    fold(text.span, 0, text.count, into: &output)
    return output
  }

  /// Appends the fold of `text[start ..< end]` to `output`.
  ///
  /// What stands outside of the range does not matter to it.
  public func fold(_ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8]) {
    var pieces: [OffsetMap.Piece] = []
    fold(text, start, end, into: &output, pieces: &pieces, keepsPieces: false)
  }

  /// Appends the fold of `text[start ..< end]` to `output`, and to `pieces` where it differs in
  /// length, counted from the starts of `text` and `output`.
  func fold(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    pieces: inout [OffsetMap.Piece]
  ) {
    fold(text, start, end, into: &output, pieces: &pieces, keepsPieces: true)
  }

  private func fold(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    pieces: inout [OffsetMap.Piece], keepsPieces: Bool
  ) {
    precondition(0 <= start && start <= end && end <= text.count, "a range inside the text")
    if level == .none {
      table.copy(text, start, end, into: &output)
      return
    }
    var i = start
    var floor = start
    while i < end {
      i =
        keepsPieces
        ? table.foldRegular(text, i, end, into: &output, pieces: &pieces)
        : table.foldRegular(text, i, end, into: &output)
      if i >= end { return }
      guard let next = CodePoint(text, at: i, before: end) else {
        output.append(text[i])
        i += 1
        continue
      }
      let entry = table.entry(next.value)
      if entry.joins {
        let cluster = LetterCluster(text, sign: i, floor: floor, end: end, table: table)
        output.removeLast(cluster.replacedCount)
        while let last = pieces.last, last.original >= cluster.start { pieces.removeLast() }
        if keepsPieces {
          pieces.note(
            folded: output.count, cluster.folded.count, original: cluster.start,
            cluster.end - cluster.start)
        }
        output += cluster.folded
        i = cluster.end
        floor = i
      } else {
        if keepsPieces, entry.count != next.count {
          pieces.note(folded: output.count, entry.count, original: i, next.count)
        }
        output += table.pool[entry.offset..<entry.offset + entry.count]
        i += next.count
      }
    }
  }
}
