package import ArabicQuantities
package import NewsModel

/// Which articles a list shows; what is `nil` does not limit it.
package struct ArticleFilter: Sendable, Hashable {
  /// The outlet, spelt as in the archive.
  package var source: String?
  /// An entry that they name, by its id.
  package var entry: String?
  /// The name under which they name that entry.
  package var spelling: String?
  /// The first and the last day of publication.
  package var since: CalendarDay?
  package var until: CalendarDay?

  /// Makes a filter that lets everything through.
  package init() {}
}

/// Which statements a list shows; what is `nil` or empty does not limit it.
///
/// Words are compared as search does: folded, all must occur, in any order, with clitics and endings.
package struct StatementFilter: Sendable, Hashable {
  /// Words of the speaker's name.
  package var speaker: String?
  /// Words of the speaker's office.
  package var role: String?
  /// Words of the body that speaks, or for which the speaker speaks.
  package var organisation: String?
  /// Words of what is said.
  package var words: String?
  /// The entry of the speaker, by its id.
  package var speakerEntry: String?
  /// An entry that others speak of, by its id.
  package var aboutEntry: String?
  /// Stances of the cue; empty for all.
  package var stances: Set<Stance> = []
  /// The outlet, spelt as in the archive.
  package var source: String?
  /// The first and the last day of publication.
  package var since: CalendarDay?
  package var until: CalendarDay?

  /// Makes a filter that lets everything through.
  package init() {}
}

/// Which outlooks a list shows; what is `nil` or empty does not limit it.
package struct OutlookFilter: Sendable, Hashable {
  /// Words of the name of whose outlook it is.
  package var holder: String?
  /// Words of the outcome or the condition.
  package var words: String?
  /// The entry of whose outlook it is, by its id.
  package var holderEntry: String?
  /// An entry that the outcome or the condition names, by its id.
  package var aboutEntry: String?
  /// Kinds; empty for all.
  package var kinds: Set<OutlookKind> = []
  /// Likelihoods; empty for all.
  package var likelihoods: Set<Likelihood> = []
  /// Whether it has a condition.
  package var hasCondition: Bool?
  /// The outlet, spelt as in the archive.
  package var source: String?
  /// The first and the last day of publication.
  package var since: CalendarDay?
  package var until: CalendarDay?

  /// Makes a filter that lets everything through.
  package init() {}
}

/// Which events a list shows; what is `nil` or empty does not limit it.
package struct EventFilter: Sendable, Hashable {
  /// Words of an actor or recipient.
  package var actor: String?
  /// Words of the place.
  package var place: String?
  /// Words of the trigger, an actor, a recipient or the place.
  package var words: String?
  /// The entry of an actor, of a recipient, of either, and of the place, by their ids.
  package var actorEntry: String?
  package var recipientEntry: String?
  package var partyEntry: String?
  package var placeEntry: String?
  /// Entries of places within that of the place, which are meant too.
  package var placesWithin: [String] = []
  /// Types; empty for all.
  package var types: Set<EventType> = []
  /// PLOVER's mode.
  package var mode: String?
  /// Statuses; empty for all.
  package var statuses: Set<EventStatus> = []
  /// The outlet, spelt as in the archive.
  package var source: String?
  /// The first and the last day of the event; the day of publication where the event's is not known.
  package var since: CalendarDay?
  package var until: CalendarDay?

  /// Only those of the article with this id.
  package var article: String?
  /// What people decided, if anything.
  package var decision: DecisionFilter?
  /// Only those on which this coder has not decided.
  package var undecidedBy: String?

  /// Makes a filter that lets everything through.
  package init() {}
}

/// Which events a list shows by what people decided on them.
package enum DecisionFilter: String, Sendable, Hashable, CaseIterable {
  /// Nobody decided.
  case undecided
  /// Somebody decided.
  case decided
  case confirmed, corrected, rejected, disputed
  /// All but those that all their coders rejected.
  case kept
}
