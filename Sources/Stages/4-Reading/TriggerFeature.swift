import ArabicScript
import ArabicWords

/// What a word has for telling of an event, as `TriggerChoice` weighs it: a kind, and one or two pieces of text.
///
/// Weights stand in `Data/reading/event-trigger-weights.tsv`, learnt by `Training/events/triggers.py`; the file's head is the
/// model's card.
enum TriggerFeatureKind: UInt8, CaseIterable, Sendable {
  // The word: its spelling, its stem, what is written before the stem, both together.
  case word, stem, attached, attachedStem
  // The stems beside it, and the nearest ones with its own.
  case twoBefore, before, behind, twoBehind, threeBehind, pairBefore, pairBehind
  // What stands there, and the nearest with its own stem.
  case sortTwoBefore, sortBefore, sortBehind, sortTwoBehind, sortThreeBehind, sortPairBefore,
    sortPairBehind
  // Whether somebody says it, where in the text it stands, how often the stem stood before.
  case stated, statedStem, sentence, openingStem, repeated, repeatedStem

  /// Whether such a feature holds two pieces.
  var isPair: Bool {
    switch self {
    case .attachedStem, .pairBefore, .pairBehind, .sortPairBefore, .sortPairBehind, .statedStem,
      .openingStem, .repeatedStem:
      true
    default: false
    }
  }

  /// The kinds by name.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A piece of text that a feature holds.
enum TriggerPiece: Sendable {
  /// The stem of a token, which may lie outside the sentence.
  case stem(Int)
  /// The folded spelling of a token.
  case word(Int)
  /// A small number.
  case number(Int)
  case nothing
}

/// Takes what a word has for telling of an event, one by one.
protocol TriggerSink {
  mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece, _ second: TriggerPiece)
}

extension TriggerSink {
  mutating func add(_ kind: TriggerFeatureKind, _ first: TriggerPiece) {
    add(kind, first, .nothing)
  }
}
