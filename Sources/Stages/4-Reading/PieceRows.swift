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
  /// For each piece and each kind of one piece the row, for each kind of two pieces 0 where any feature begins with the piece,
  /// else -1; those of one piece side by side.
  private var firsts: [Int32]
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
  ///   - keep: Takes the bytes of the weights of each feature, in the order of the rows.
  init<Kind: PieceFeatureKind>(
    _ file: DataFile, _ kind: Kind.Type, _ vocabulary: inout PieceVocabulary,
    keep: (Range<Int>) -> Void
  ) {
    // Kinds have their names in the file.
    let kinds = WordTable(kind.allCases.map { (Array("\($0)".utf8), Int32($0.rawValue)) })
    var features: [Feature] = []
    file.forEachRecord { _, fields in
      let name = kinds.value(file.bytes.span, fields[0].lowerBound, fields[0].upperBound)
      guard name >= 0, let kind = Kind(rawValue: UInt8(name)), fields.count > 3,
        !fields[1].isEmpty, !fields[2].isEmpty
      else { return }
      features.append(
        Feature(
          kind: kind.rawValue, isPair: kind.isPair,
          first: vocabulary.add(file.bytes.span, fields[1]),
          second: vocabulary.add(file.bytes.span, fields[2])))
      keep(fields[3])
    }
    self.init(features, kinds: kinds.count, vocabulary)
  }

  /// Gives each feature the row of its place in the list; all pieces are in the vocabulary.
  private init(_ features: [Feature], kinds: Int, _ vocabulary: PieceVocabulary) {
    pieces = vocabulary.count
    self.kinds = kinds
    firsts = [Int32](repeating: -1, count: kinds * pieces)
    var size = 16
    while size < 2 * features.count { size *= 2 }
    pairs = [Pair](repeating: Pair(), count: size)
    filter = [UInt64](repeating: 0, count: size / 8)
    for (row, feature) in features.enumerated() {
      let place = Int(feature.first) * kinds + Int(feature.kind)
      firsts[place] = feature.isPair ? 0 : Int32(row)
      if feature.isPair {
        let key = PieceRows.key(feature.kind, feature.first, feature.second)
        let hash = PieceRows.hash(key)
        pairs[slot(of: key, hash)] = Pair(key: key, row: Int32(row))
        filter[word(of: hash)] |= 1 << (hash & 63)
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

  /// The slot of a feature of two pieces, or the one where it would be.
  private func slot(of key: UInt64, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (pairs.count &- 1)
    while pairs[slot].key != 0, pairs[slot].key != key { slot = (slot &+ 1) & (pairs.count &- 1) }
    return slot
  }

  /// The row of the feature of one piece with this number, or -1.
  func row(_ kind: UInt8, _ piece: Int32) -> Int {
    piece >= 0 && Int(piece) < pieces ? Int(firsts[Int(piece) &* kinds &+ Int(kind)]) : -1
  }

  /// Features that may have rows, in the order in which they were added.
  ///
  /// They are gathered first and looked up then, so that the waits for memory overlap.
  struct Queue: Sendable {
    /// Rows of features of one piece, keys of those of two.
    fileprivate var items = InlineArray<32, UInt64>(repeating: 0)
    fileprivate var count = 0
  }

  /// Adds a feature whose pieces have these numbers to a queue, unless it has no row; a queue takes 32.
  @inline(__always)
  func add(_ kind: UInt8, isPair: Bool, _ first: Int32, _ second: Int32, to queue: inout Queue) {
    guard first >= 0, Int(first) < pieces else { return }
    let row = firsts[Int(first) &* kinds &+ Int(kind)]
    guard isPair else {
      queue.items[queue.count] = UInt64(truncatingIfNeeded: row)
      queue.count &+= row >= 0 ? 1 : 0
      return
    }
    guard row >= 0, second >= 0 else { return }
    let key = PieceRows.key(kind, first, second)
    let hash = PieceRows.hash(key)
    queue.items[queue.count] = key
    queue.count &+= Int(truncatingIfNeeded: filter[word(of: hash)] &>> (hash & 63) & 1)
  }

  /// Hands out the rows of the features in a queue, in their order, and empties it.
  @inline(__always)
  func take(_ queue: inout Queue, _ use: (Int) -> Void) {
    for k in 0..<queue.count {
      let item = queue.items[k]
      guard item >> 63 != 0 else {
        use(Int(item))
        continue
      }
      let row = pairs[slot(of: item, PieceRows.hash(item))].row
      if row >= 0 { use(Int(row)) }
    }
    queue.count = 0
  }
}

extension DataFile {
  /// Hands weights with their names (`actor 1.25 place -0.50`) to `take`, by the numbers that the names have.
  func forEachWeight(
    in range: Range<Int>, _ names: WordTable, _ take: (_ index: Int, _ weight: Float) -> Void
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let nameEnd = bytes[at..<range.upperBound].firstIndex(of: 0x20) ?? range.upperBound
      let start = min(nameEnd + 1, range.upperBound)
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x20) ?? range.upperBound
      let index = names.value(bytes.span, at, nameEnd)
      if index >= 0, let weight = decimal(start..<end) { take(Int(index), weight) }
      at = end + 1
    }
  }

  /// A number of digits, with a sign and a point (`-0.50`); `nil` if it is none.
  ///
  /// Whole numbers and powers of ten are exact, so that the quotient is the nearest number there is.
  private func decimal(_ range: Range<Int>) -> Float? {
    var (value, scale): (Float, Float) = (0, 0)
    let digits = range.first.map { bytes[$0] == 0x2D } == true ? range.dropFirst() : range
    guard !digits.isEmpty, digits.count <= 7 else { return nil }
    for i in digits {
      switch bytes[i] {
      case 0x30...0x39:
        value = value * 10 + Float(bytes[i] - 0x30)
        scale *= 10
      case 0x2E where scale == 0: scale = 1
      default: return nil
      }
    }
    value /= max(scale, 1)
    return digits.count < range.count ? -value : value
  }
}
