import NewsModel

/// What a candidate for the actor or the recipient of an event has, as `EventLexicon.partyChoice` weighs it.
///
/// Weights stand in `Data/reading/event-party-weights.tsv`, learnt by `Training/events/choices.py`; the file's head is
/// the model's card. None of them is of a name.
typealias PartyFeature = ValuedFeature<PartyFeatureKind>

enum PartyFeatureKind: UInt8, FeatureKind {
  // Nobody, with what the event is like.
  case nobody, nobodyRule, nobodyStatus, nobodyDefinite, nobodyKilled, nobodyForm, nobodyPronoun,
    nobodyStated, nobodyFrame
  // What the rules of the clause take for this party and for the other.
  case rule, other, linkedToRule
  // Where it stands, seen from the trigger: sentences apart, words apart, in the clause.
  case sentence, after, before, clause
  // What stands between: verbs, parties, marks, particles, other triggers.
  case verbsAfter, verbsBefore, partiesAfter, partiesBefore, mark, relative, that, trigger
  // What brings it.
  case relationAfter, relationBefore, relationFar, adjacent
  // What it is.
  case trait
  // Whether it is the subject of a clause, and where in the text it stands.
  case subject, position
  // Who acts and suffers in the events beside, and how often it is told of and acts in the article.
  case neighbour, mentions, acting, suffering
  // Who says what the event stands in.
  case speech
  // Gender of verb and pronoun beside its own.
  case agreement, pronoun
  // How often its first word acts and suffers in the news, and which of both in events of this kind.
  case actingRate, sufferingRate, leaning
}

/// The two sides of an event.
enum PartyRole: String, CaseIterable, Sendable {
  case actor, recipient

  /// Its place in a `SidedWeight`.
  var lane: Int { self == .actor ? 0 : 1 }
}

/// Events whose parties are told in the same ways: their frame, and the form of the trigger.
struct PartyGroup: Sendable {
  static let count = 12

  let index: Int

  init(index: Int) { self.index = index }

  init(_ draft: EventDraft) {
    let frame =
      switch draft.trigger.frame.weighed {
      case .say, .praise, .blame, .ask, .refuse: 0
      case .harm, .hurt, .kill: 1
      case .meet, .visit, .fight: 2
      default: 3
      }
    let form =
      switch draft.form.kind {
      case .past, .present, .future: 0
      case .passive: 1
      case .noun, .participle: 2
      }
    index = frame * 3 + form
  }

  /// Its name in the data file.
  var name: String {
    PartyGroup.frames[index / 3] + " " + PartyGroup.forms[index % 3]
  }

  private static let frames = ["words", "harm", "meeting", "deed"]
  private static let forms = ["verb", "passive", "noun"]
  /// The index of the group of a name; `nil` if there is none.
  static func index(of name: String) -> Int? {
    let parts = name.split(separator: " ")
    guard parts.count == 2, let frame = frames.firstIndex(of: String(parts[0])),
      let form = forms.firstIndex(of: String(parts[1]))
    else { return nil }
    return frame * 3 + form
  }
}
