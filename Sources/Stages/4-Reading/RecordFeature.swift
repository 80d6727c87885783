import NewsModel

/// What a draft has for being an event of its own, as `RecordChoice` weighs it.
///
/// Weights stand in `Data/reading/event-record-weights.tsv`, learnt by `Training/events/records.py`; the file's head is
/// the model's card. None of them is of a name.
typealias RecordFeature = ValuedFeature<RecordFeatureKind>

enum RecordFeatureKind: UInt8, FeatureKind {
  // The trigger: type, frame, form, status, what is written with it and stands beside it, how many were joined to it.
  case type, frame, form, formOfType, status, statusOfType, definite, possessed, plural, before,
    behind, joined
  // Parties, counts, place and day.
  case actors, actorTrait, recipients, recipientTrait, counts, place, date
  // The statement that it stands in, or whose cue it is.
  case stated, told
  // Where it stands in the article and in its sentence.
  case sentence, sentences, position, length
  // How many events of its type the article and the sentence have.
  case sameType, sameBefore, sameBehind, inSentence
  // Events of its type that were told before, and the one among them that is likest.
  case earlier, best, bestActor, bestRecipient, bestPlace, bestDate, bestCount, bestDistance,
    bestTrigger
  // How likely its word tells of an event of its type, by the choice of triggers.
  case found, likely, likelyRuled, likelyLearnt, likelyOfType, likelyOther, unlikely, likelyRank
}

/// What stands before a trigger: the preposition written to it, or the word before.
enum WordBefore: Int {
  case edge, b, l, k, within, after, from, on, about, to, an, that, relative, demonstrative,
    preposition, mark, trigger, verb, number, party, clause, conjunction, other
}

/// What stands behind a trigger.
enum WordBehind: Int {
  case edge, b, l, within, from, on, preposition, relative, mark, number, quality, numbered, place,
    armed, official, named, definiteParty, party, verb, conjunction, definite, other
}
