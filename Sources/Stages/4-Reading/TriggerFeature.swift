/// What a word has for telling of an event, as `TriggerChoice` weighs it: a kind, and one or two pieces of text.
///
/// Weights stand in `Data/reading/event-trigger-weights.tsv`, learnt by `Training/events/triggers.py`; the file's head is the
/// model's card.
enum TriggerFeatureKind: UInt8, PieceFeatureKind {
  // The word: its spelling, its stem, what is written before the stem, both together.
  case word, stem, attached, attachedStem
  // The stems beside it, and the nearest ones with its own.
  case twoBefore, before, behind, twoBehind, threeBehind, pairBefore, pairBehind
  // What stands there, and the nearest with its own stem.
  case sortTwoBefore, sortBefore, sortBehind, sortTwoBehind, sortThreeBehind, sortPairBefore,
    sortPairBehind
  // Whether somebody says it, where in the text it stands, how often the stem stood before.
  case stated, statedStem, sentence, openingStem, repeated, repeatedStem

  var isPair: Bool {
    switch self {
    case .attachedStem, .pairBefore, .pairBehind, .sortPairBefore, .sortPairBehind, .statedStem,
      .openingStem, .repeatedStem:
      true
    default: false
    }
  }
}
