import ArabicScript
import ArabicWords

/// The rows of weights of features that hold one or two pieces of text, found by the pieces' numbers.
struct PieceRows: Sendable {
  private struct Feature {
    let kind: UInt8
    let isPair: Bool
    let first: Int32
    let second: Int32
  }

  /// A feature of two pieces; the key is 0 where there is none.
  private struct Pair {
    var key: UInt64 = 0
    var row: Int32 = -1
  }

  /// The number of pieces when the rows were made, and that of kinds.
  private let pieces: Int
  private let kinds: Int
  /// For each piece and each kind of one piece the row, or -1; those of one piece side by side.
  private var singles: [Int32]
  /// The features of two pieces, in a table of open addressing.
  private var pairs: [Pair]
  /// A bit for each value of a hash that a feature of two pieces has, as most that are looked for are not there.
  private var filter: [UInt64]

  /// Reads features from the first three columns of a file, and adds their pieces to a vocabulary.
  ///
  /// - Parameters:
  ///   - file: Lines of kind, first and second piece, and weights; lines of other kinds are left out.
  ///   - kind: The kinds of its features.
  ///   - vocabulary: The pieces known so far.
  ///   - keep: Takes the weights of each feature, in the order of the rows.
  init<Kind: PieceFeatureKind>(
    _ file: DataFile, _ kind: Kind.Type, _ vocabulary: inout PieceVocabulary, keep: (String) -> Void
  ) {
    let kinds = kind.byName
    var features: [Feature] = []
    for line in file.rows {
      guard let kind = kinds[line[0]], !line[1].isEmpty, !line[2].isEmpty else { continue }
      features.append(
        Feature(
          kind: kind.rawValue, isPair: kind.isPair, first: vocabulary.add(line[1]),
          second: vocabulary.add(line[2])))
      keep(line[3])
    }
    self.init(features, kinds: kinds.count, vocabulary)
  }

  /// Gives each feature the row of its place in the list; all pieces are in the vocabulary.
  private init(_ features: [Feature], kinds: Int, _ vocabulary: PieceVocabulary) {
    pieces = vocabulary.count
    self.kinds = kinds
    singles = [Int32](repeating: -1, count: kinds * pieces)
    var size = 16
    while size < 2 * features.count { size *= 2 }
    pairs = [Pair](repeating: Pair(), count: size)
    filter = [UInt64](repeating: 0, count: size / 8)
    for (row, feature) in features.enumerated() {
      if feature.isPair {
        let key = PieceRows.key(feature.kind, feature.first, feature.second)
        let hash = PieceRows.hash(key)
        pairs[slot(of: key, hash)] = Pair(key: key, row: Int32(row))
        filter[word(of: hash)] |= PieceRows.bit(of: hash)
      } else {
        singles[Int(feature.first) * kinds + Int(feature.kind)] = Int32(row)
      }
    }
  }

  private static func key(_ kind: UInt8, _ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(kind) << 56 | UInt64(first) << 28 | UInt64(second) | 1 << 63
  }

  private static func hash(_ key: UInt64) -> UInt64 {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// Where the bit of a hash stands in the filter.
  private func word(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 6) & (filter.count &- 1)
  }

  private static func bit(of hash: UInt64) -> UInt64 { 1 << (hash & 63) }

  /// The slot of a feature of two pieces, or the one where it would be.
  private func slot(of key: UInt64, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (pairs.count &- 1)
    while pairs[slot].key != 0, pairs[slot].key != key { slot = (slot &+ 1) & (pairs.count &- 1) }
    return slot
  }

  /// The row of a feature whose pieces have these numbers, or -1.
  @inline(__always)
  func row(_ kind: UInt8, isPair: Bool, _ first: Int32, _ second: Int32) -> Int {
    guard first >= 0, Int(first) < pieces else { return -1 }
    guard isPair else { return Int(singles[Int(first) &* kinds &+ Int(kind)]) }
    guard second >= 0 else { return -1 }
    let key = PieceRows.key(kind, first, second)
    let hash = PieceRows.hash(key)
    guard filter[word(of: hash)] & PieceRows.bit(of: hash) != 0 else { return -1 }
    return Int(pairs[slot(of: key, hash)].row)
  }
}

extension DataFile {
  /// Weights with their names (`actor 1.25 place -0.50`), by the numbers that the names have.
  static func weights(in text: String, _ names: WordTable) -> [(index: Int, weight: Float)] {
    let fields = text.utf8.split(separator: UInt8(ascii: " "))
    return stride(from: 0, to: fields.count - 1, by: 2).compactMap { k in
      let index = Int(names.value(Array(fields[k])))
      guard index >= 0, let weight = Float(Substring(fields[k + 1])) else { return nil }
      return (index, weight)
    }
  }
}
