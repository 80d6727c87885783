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

  /// The number of pieces when the rows were made.
  private let pieces: Int
  /// For each kind of one piece and each piece the row, or -1.
  private var singles: [Int32]
  /// The features of two pieces, in a table of open addressing; 0 where there is none.
  private var pairs: [UInt64]
  private var pairRows: [Int32]

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
    singles = [Int32](repeating: -1, count: kinds * pieces)
    var size = 16
    while size < 2 * features.count { size *= 2 }
    pairs = [UInt64](repeating: 0, count: size)
    pairRows = [Int32](repeating: -1, count: size)
    for (row, feature) in features.enumerated() {
      if feature.isPair {
        let key = PieceRows.key(feature.kind, feature.first, feature.second)
        let slot = slot(of: key)
        pairs[slot] = key
        pairRows[slot] = Int32(row)
      } else {
        singles[Int(feature.kind) * pieces + Int(feature.first)] = Int32(row)
      }
    }
  }

  private static func key(_ kind: UInt8, _ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(kind) << 56 | UInt64(first) << 28 | UInt64(second) | 1 << 63
  }

  /// The slot of a feature of two pieces, or the one where it would be.
  private func slot(of key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: product ^ product >> 32) & (pairs.count - 1)
    while pairs[slot] != 0, pairs[slot] != key { slot = (slot + 1) & (pairs.count - 1) }
    return slot
  }

  /// The row of a feature whose pieces have these numbers, or -1.
  @inline(__always)
  func row(_ kind: UInt8, isPair: Bool, _ first: Int32, _ second: Int32) -> Int {
    guard first >= 0, Int(first) < pieces else { return -1 }
    guard isPair else { return Int(singles[Int(kind) * pieces + Int(first)]) }
    guard second >= 0 else { return -1 }
    return Int(pairRows[slot(of: PieceRows.key(kind, first, second))])
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
