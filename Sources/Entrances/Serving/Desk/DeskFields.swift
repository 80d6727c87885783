internal import NewsModel
internal import Recording

/// Which events the desk walks through, as its address says.
struct DeskFields: Sendable {
  /// Which events by what was decided.
  enum Show: String, CaseIterable {
    /// Those on which the coder has not decided.
    case mine
    /// Those on which nobody has.
    case undecided
    case all
  }

  let show: Show
  let filter: EventFilter
  let position: ListPosition?
  /// The event that is asked for by name.
  let event: EventID?
  /// The event that was decided on last.
  let done: EventID?
  /// The fields that choose which events are walked through, for links and the form's address.
  let query: QueryItems

  init(_ request: SiteRequest, coder: String) throws(Problem) {
    let fields = FilterFields(request: request)
    let shown = try fields.oneOf("show", Show.allCases.map(\.rawValue))
    show = shown.flatMap(Show.init) ?? .mine
    var filter = EventFilter()
    filter.article = try fields.text("article")
    let types = EventType.allCases.map(\.rawValue)
    filter.types = try fields.oneOf("type", types).flatMap(EventType.init).map { [$0] } ?? []
    switch show {
    case .mine: filter.undecidedBy = coder
    case .undecided: filter.decision = .undecided
    case .all: break
    }
    self.filter = filter
    position = try fields.position()
    event = try DeskFields.id("event", request)
    done = try DeskFields.id("done", request)
    query = request.query.without("before", "event", "done")
  }

  private static func id(_ name: String, _ request: SiteRequest) throws(Problem) -> EventID? {
    guard let value = request.query[name] else { return nil }
    guard let id = EventID(value) else {
      throw request.problem(.badValue(name: name, value: value, allowed: .position))
    }
    return id
  }
}

/// What a form of the desk decides.
struct DeskForm: Sendable {
  let decision: EventDecision

  /// The longest form that is read, in bytes.
  static let limit = 64 << 10

  init(_ body: QueryItems, coder: String, _ request: SiteRequest) throws(Problem) {
    guard let event = body["event"].flatMap(EventID.init),
      let verdict = body["verdict"].flatMap(EventReview.Verdict.init)
    else { throw request.problem(.badForm) }
    var values: [EventField: String] = [:]
    for field in EventField.allCases {
      // A field that is there and empty says that there is none; one that isn't there is as read.
      guard body.items.contains(where: { $0.name == field.rawValue }) else { continue }
      let value = body[field.rawValue] ?? ""
      guard field.accepts(value) else {
        throw request.problem(
          .badValue(name: field.rawValue, value: value, allowed: field.allowed))
      }
      values[field] = value
    }
    let reason = body["reason"]
    if let reason, reason.utf8.count > Archive.reasonLimit {
      throw request.problem(
        .badValue(name: "reason", value: reason, allowed: .text(limit: Archive.reasonLimit)))
    }
    // What stands in the fields is decided; values as read make it a confirmation.
    decision = EventDecision(
      event: event, coder: coder, verdict: verdict == .confirm ? .correct : verdict,
      values: values, reason: reason)
  }
}

extension EventField {
  /// What the field may hold, for the message that says so.
  fileprivate var allowed: Problem.Allowed {
    switch self {
    case .type: .oneOf(EventType.allCases.map(\.rawValue))
    case .status: .oneOf(EventStatus.allCases.map(\.rawValue))
    case .mode: .oneOf(["aerial", "third-party"])
    case .date: .oneOf(["2015-08-06", "2015-W32", "2015-08", "2015"])
    case .killed, .injured: .oneOf(["12", "10-15", "10+", "12 (10-15)"])
    case .actor, .recipient, .place: .text(limit: EventField.lengthLimit)
    }
  }
}
