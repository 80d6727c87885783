import ArabicQuantities
import NewsModel

/// An event with its place among the tokens, while the article is being read.
struct EventDraft: Sendable {
  let at: Int
  let form: EventForm
  let trigger: EventTrigger
  var type: EventType
  var actors: [Int] = []
  /// The tokens of the one who speaks, of a verbal act that is a statement's cue.
  var speaker: Range<Int>?
  var recipients: [Int] = []
  var place: PlaceMention?
  var date: CalendarDay?
  /// How exactly the day is known; of a week, a month or a year the first day is given.
  var datePrecision: DatePrecision?
  var killed: CasualtyCount?
  var injured: CasualtyCount?
  /// What others say of those killed and injured.
  var otherKilled: [CasualtyCount] = []
  var otherInjured: [CasualtyCount] = []
  var status = EventStatus.actual
  var statement: Int?
  /// Whether the word points back to what was told (`الهجوم`).
  var isDefinite = false
  /// The tokens that were joined into it.
  var joined: [Int] = []
  /// Whether the choice of triggers found it and no rule.
  var isLearnt = false
}
