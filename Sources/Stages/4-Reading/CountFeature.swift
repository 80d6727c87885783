import NewsModel

/// What a number has for being that of those killed or injured in an attack, as `EventLexicon.countChoice` weighs it.
///
/// Weights stand in `Data/reading/event-count-weights.tsv`, learnt by `Training/events/choices.py`; the file's head is the
/// model's card.
enum CountFeatureKind: UInt8, FeatureKind {
  // No number, with what the event is like.
  case nobody, nobodyRule, nobodyFrame, nobodyForm, nobodyStatus, nobodyDefinite, nobodyHarm
  // What the rules of the clause take for this number and for the other, and for those of other events.
  case rule, other, owned
  // Where it stands, seen from the trigger: sentences apart, words apart, in the clause.
  case sentence, after, before, clause
  // The nearest word of killing or wounding before and behind it, what is counted, and how the number is written.
  case harmBefore, harmBehind, unit, form
  // How many triggers and numbers stand between, and how large it is.
  case triggers, numbers, size
}

/// Those whose number is chosen.
enum CountRole: String, CaseIterable, Sendable {
  case killed, injured

  /// Its place in a `SidedWeight`.
  var lane: Int { self == .killed ? 0 : 1 }
}
