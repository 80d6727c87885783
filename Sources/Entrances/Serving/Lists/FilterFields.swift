internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// Reads the filters of lists out of an address.
///
/// A field that is absent or empty does not limit; one with a useless value is a problem that names it.
struct FilterFields {
  let request: SiteRequest

  /// The longest text in one field, in bytes.
  static let textLimit = 300

  /// The filter of articles.
  func articles() throws(Problem) -> ArticleFilter {
    var filter = ArticleFilter()
    filter.source = try text("source")
    filter.entry = try text("entry")
    filter.spelling = try text("spelling")
    filter.since = try day("since")
    filter.until = try day("until")
    return filter
  }

  /// The filter of statements.
  func statements() throws(Problem) -> StatementFilter {
    var filter = StatementFilter()
    filter.speaker = try text("speaker")
    filter.role = try text("role")
    filter.organisation = try text("organisation")
    filter.words = try text("words")
    filter.speakerEntry = try text("speaker_entry")
    filter.aboutEntry = try text("about")
    filter.stances = try set("stance", Stance.allCases)
    filter.source = try text("source")
    filter.since = try day("since")
    filter.until = try day("until")
    return filter
  }

  /// The filter of outlooks.
  func outlooks() throws(Problem) -> OutlookFilter {
    var filter = OutlookFilter()
    filter.holder = try text("holder")
    filter.words = try text("words")
    filter.holderEntry = try text("holder_entry")
    filter.aboutEntry = try text("about")
    filter.kinds = try set("kind", OutlookKind.allCases)
    filter.likelihoods = try set("likelihood", Likelihood.allCases)
    filter.hasCondition = try oneOf("condition", ["yes", "no"]).map { $0 == "yes" }
    filter.source = try text("source")
    filter.since = try day("since")
    filter.until = try day("until")
    return filter
  }

  /// The filter of events.
  func events() throws(Problem) -> EventFilter {
    var filter = EventFilter()
    filter.actor = try text("actor")
    filter.place = try text("place")
    filter.words = try text("words")
    filter.actorEntry = try text("actor_entry")
    filter.recipientEntry = try text("recipient_entry")
    filter.placeEntry = try text("place_entry")
    filter.types = try set("type", EventType.allCases)
    filter.mode = try text("mode")
    filter.statuses = try set("status", EventStatus.allCases)
    filter.source = try text("source")
    filter.since = try day("since")
    filter.until = try day("until")
    filter.article = try text("article")
    filter.decision = try oneOf("decision", DecisionFilter.allCases.map(\.rawValue))
      .flatMap(DecisionFilter.init)
    return filter
  }

  /// The filter of edits: stealth edits, unless others are asked for.
  func edits() throws(Problem) -> EditFilter {
    var filter = EditFilter()
    filter.source = try text("source")
    let allowed = VersionChange.StatedDates.allCases.map(\.rawValue) + ["all"]
    switch try oneOf("dates", allowed) {
    case nil: break
    case let value?:
      let dates = VersionChange.StatedDates(rawValue: value)
      filter.isStealthOnly = dates == .unchanged
      filter.dates = dates.map { [$0] } ?? []
    }
    return filter
  }

  /// Where a part of a list begins.
  func position() throws(Problem) -> ListPosition? {
    guard let value = request.query["before"] else { return nil }
    guard let position = ListPosition(value) else { throw bad("before", value, .position) }
    return position
  }

  /// A text of bounded length.
  func text(_ name: String, limit: Int = FilterFields.textLimit) throws(Problem) -> String? {
    guard let value = request.query[name] else { return nil }
    guard value.utf8.count <= limit else { throw bad(name, value, .text(limit: limit)) }
    return value
  }

  /// A day such as 2015-08-06.
  func day(_ name: String) throws(Problem) -> CalendarDay? {
    guard let value = request.query[name] else { return nil }
    guard value.utf8.count == 10, let day = CalendarDay(iso: value) else {
      throw bad(name, value, .day)
    }
    return day
  }

  /// A number in a range.
  func number(_ name: String, _ range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let value = request.query[name] else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw bad(name, value, .number(range))
    }
    return number
  }

  /// One of some values.
  func oneOf(_ name: String, _ values: [String]) throws(Problem) -> String? {
    guard let value = request.query[name] else { return nil }
    guard values.contains(value) else { throw bad(name, value, .oneOf(values)) }
    return value
  }

  /// One case of a type.
  func oneOf<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type, _ name: String
  ) throws(Problem) -> Value? where Value.RawValue == String {
    try oneOf(name, type.allCases.map(\.rawValue)).flatMap(Value.init)
  }

  /// Some of some values; the field may come more than once.
  func set<Value: RawRepresentable & Hashable>(
    _ name: String, _ values: [Value]
  ) throws(Problem) -> Set<Value> where Value.RawValue == String {
    var result: Set<Value> = []
    for text in request.query[all: name] {
      guard let value = Value(rawValue: text) else {
        throw bad(name, text, .oneOf(values.map(\.rawValue)))
      }
      result.insert(value)
    }
    return result
  }

  private func bad(_ name: String, _ value: String, _ allowed: Problem.Allowed) -> Problem {
    request.problem(.badValue(name: name, value: value, allowed: allowed))
  }
}
