import ArabicScript
import ArabicWords
import NewsModel

/// How likely a word tells of an event of each type, by the word itself and those around it.
///
/// A multinomial logistic regression over `TriggerFeatureKind`. `Data/reading/event-trigger-weights.tsv` has the columns kind,
/// first and second piece (`-` for none), and weights (`ASSAULT 1.25 none -0.50`), learnt by `Training/events/triggers.py`; the
/// file's head is the model's card. Words whose stem has no weight are no candidates.
struct TriggerChoice: Sendable {
  /// The types, and behind them none.
  static let width = EventType.allCases.count + 1

  /// The features' hashes, in a table of open addressing; 0 where there is none.
  private var slots: [UInt64]
  private var rows: [Int32]
  private var weights: [Float] = []
  private var bias = [Float](repeating: 0, count: width)

  init(_ file: DataFile = DataFile("reading/event-trigger-weights.tsv")) {
    let columns = Dictionary(
      uniqueKeysWithValues: (EventType.allCases.map(\.rawValue) + ["none"]).enumerated().map {
        ($1, $0)
      })
    let lines = file.rows
    var size = 16
    while size < 2 * lines.count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    rows = [Int32](repeating: -1, count: size)
    for line in lines {
      var row = [Float](repeating: 0, count: TriggerChoice.width)
      let fields = line[3].split(separator: " ")
      for k in stride(from: 0, to: fields.count - 1, by: 2) {
        guard let column = columns[String(fields[k])], let weight = Float(fields[k + 1]) else {
          continue
        }
        row[column] = weight
      }
      if let kind = TriggerFeatureKind.byName[line[0]] {
        add(
          TriggerPieces.hash(
            kind, TriggerPieces.hash(of: line[1]), TriggerPieces.hash(of: line[2])), row)
      } else if line[0] == "bias" {
        bias = row
      }
    }
  }

  private mutating func add(_ hash: UInt64, _ row: [Float]) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = hash
    rows[slot] = Int32(weights.count)
    weights += row
  }

  /// Where the weights of a feature begin, or -1.
  private func row(_ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] == hash { return Int(rows[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// Whether words of a stem may tell of events.
  func knows(stem: UInt64) -> Bool {
    row(TriggerPieces.hash(.stem, stem, TriggerPieces.noneHash)) >= 0
  }

  /// Adds up what a word has.
  struct Sum: TriggerSink {
    private let choice: TriggerChoice
    private let pieces: TriggerPieces
    private var values: [Float]

    init(_ choice: TriggerChoice, _ pieces: TriggerPieces) {
      self.choice = choice
      self.pieces = pieces
      values = choice.bias
    }

    mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece, _ second: TriggerPiece) {
      let row = choice.row(
        TriggerPieces.hash(kind, pieces.hash(of: first), pieces.hash(of: second)))
      guard row >= 0 else { return }
      for column in 0..<TriggerChoice.width { values[column] += choice.weights[row + column] }
    }

    /// The probabilities of the types and, behind them, of none; together 1.
    var probabilities: [Double] {
      let greatest = values.max() ?? 0
      let powers = values.map { EventConfidence.exponential(Double($0 - greatest)) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
  }
}

/// The names of what a word has.
struct TriggerNames: TriggerSink {
  let pieces: TriggerPieces
  private(set) var names: [String] = []

  init(_ pieces: TriggerPieces) { self.pieces = pieces }

  mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece, _ second: TriggerPiece) {
    names.append("\(kind)\t\(pieces.text(of: first))\t\(pieces.text(of: second))")
  }
}
