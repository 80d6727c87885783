import ArabicScript
import NewsModel

/// How sure the reader is that coders would record a draft of a longer text as an event of its own, not told before.
///
/// A logistic regression over `RecordFeature` and over the trigger's word. `Data/reading/event-record-weights.tsv` has the
/// columns feature and weight, learnt by `Training/events/records.py`; the file's head is the model's card.
struct RecordChoice: Sendable {
  /// The confidence below which a draft is left out.
  private(set) var threshold = 0.0
  private var bias = 0.0
  private var weights = [Double](repeating: 0, count: RecordFeature.row)
  /// For each trigger of the lexicon and each kind of form the weight of its word.
  private var words: [Double]
  private static let forms = EventForm.Kind.allCases.count

  init(
    _ triggers: [EventTrigger], _ file: DataFile = DataFile("reading/event-record-weights.tsv")
  ) {
    let kinds = RecordFeature.kinds
    var named: [String: Double] = [:]
    for row in file.rows {
      guard let weight = Double(row[1]) else { continue }
      switch row[0] {
      case "bias": bias = weight
      case "threshold": threshold = weight
      default:
        if let feature = RecordFeature(name: row[0], kinds) {
          weights[feature.index] = weight
        } else {
          named[row[0]] = weight
        }
      }
    }
    words = triggers.flatMap { trigger in
      EventForm.Kind.allCases.map { kind in
        RecordChoice.names(of: trigger, kind).reduce(0) { $0 + (named[$1] ?? 0) }
      }
    }
  }

  /// The names of the features of a trigger's word.
  static func names(of trigger: EventTrigger, _ kind: EventForm.Kind) -> [String] {
    ["lemma \(trigger.lemma)", "form \(trigger.lemma) \(kind.rawValue)"]
  }

  /// Adds up what a draft has.
  func sum(of form: EventForm) -> RecordSum {
    let kind = EventForm.Kind.allCases.firstIndex(of: form.kind) ?? 0
    return RecordSum(weights, bias + words[form.trigger * RecordChoice.forms + kind])
  }
}

/// The sum of the weights of what a draft has.
struct RecordSum: ValuedFeatureSink {
  private let weights: [Double]
  private var value: Double

  init(_ weights: [Double], _ value: Double) {
    self.weights = weights
    self.value = value
  }

  mutating func add(_ feature: RecordFeature) { value += weights[feature.index] }

  var probability: Double { EventConfidence.logistic(value) }
}
