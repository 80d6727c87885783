import ArabicScript
import ArabicWords
import NewsModel

/// How likely a word tells of an event of each type, by the word itself and those around it.
///
/// A multinomial logistic regression over `TriggerFeatureKind`. `Data/reading/event-trigger-weights.tsv` has the columns kind,
/// first and second piece (`-` for none), and weights (`ASSAULT 1.25 none -0.50`), learnt by `Training/events/triggers.py`; the
/// file's head is the model's card. Words whose stem has no weight are no candidates.
struct TriggerChoice: Sendable {
  private let rows: PieceRows
  private let weights: [TriggerWeights]
  private let bias: TriggerWeights

  /// Reads the weights, and adds their pieces to a vocabulary.
  init(_ file: DataFile, _ vocabulary: inout PieceVocabulary) {
    let columns = WordTable(
      (EventType.allCases.map(\.rawValue) + ["none"]).enumerated().map {
        (Array($1.utf8), Int32($0))
      })
    var weights: [TriggerWeights] = []
    rows = PieceRows(file, TriggerFeatureKind.self, &vocabulary) {
      weights.append(TriggerWeights(file, $0, columns))
    }
    self.weights = weights
    var bias = TriggerWeights()
    file.forEachRecord { _, fields in
      guard fields.count > 3, file.bytes[fields[0]].elementsEqual("bias".utf8) else { return }
      bias = TriggerWeights(file, fields[3], columns)
    }
    self.bias = bias
  }

  /// Whether words of a stem may tell of events.
  func knows(stem number: Int32) -> Bool {
    rows.row(TriggerFeatureKind.stem.rawValue, number) >= 0
  }

  /// Adds up what a word has.
  struct Sum: PieceSink {
    private let choice: TriggerChoice
    private let pieces: TextPieces
    private var queue = PieceRows.Queue()

    init(_ choice: TriggerChoice, _ pieces: TextPieces) {
      self.choice = choice
      self.pieces = pieces
    }

    @inline(__always)
    mutating func add(_ kind: TriggerFeatureKind, _ first: TextPiece, _ second: TextPiece) {
      choice.rows.add(
        kind.rawValue, isPair: kind.isPair, pieces.number(of: first), pieces.number(of: second),
        to: &queue)
    }

    /// How likely the word of which all was added tells of the types and of none; another word may follow.
    mutating func likelihood() -> TriggerLikelihood {
      var values = choice.bias
      choice.rows.take(&queue) { values += choice.weights[$0] }
      return TriggerLikelihood(values)
    }
  }
}

/// What a feature is worth for each type and for none.
struct TriggerWeights: Sendable {
  var types = SIMD16<Float>()
  var none: Float = 0

  init() {}

  /// Reads weights as the data file has them; `columns` are the types' places by name, and that of none behind them.
  init(_ file: DataFile, _ range: Range<Int>, _ columns: WordTable) {
    file.forEachWeight(in: range, columns) { column, weight in
      if column < types.scalarCount { types[column] = weight } else { none = weight }
    }
  }

  static func += (a: inout TriggerWeights, b: TriggerWeights) {
    a.types += b.types
    a.none += b.none
  }
}

/// How likely a word tells of an event of each type, and of none; together 1.
struct TriggerLikelihood: Sendable {
  /// The probabilities in the order of `EventType.allCases`.
  private(set) var types = SIMD16<Double>()
  let none: Double

  init(_ values: TriggerWeights) {
    let greatest = max(values.types.max(), values.none)
    var sum = 0.0
    for k in 0..<types.scalarCount {
      types[k] = EventConfidence.exponential(Double(values.types[k] - greatest))
      sum += types[k]
    }
    let rest = EventConfidence.exponential(Double(values.none - greatest))
    sum += rest
    types /= sum
    none = rest / sum
  }

  subscript(type: EventType) -> Double {
    types[EventType.allCases.firstIndex(of: type) ?? 0]
  }

  /// The greatest probability of another type.
  func other(than type: EventType) -> Double {
    var others = types
    others[EventType.allCases.firstIndex(of: type) ?? 0] = 0
    return others.max()
  }
}
