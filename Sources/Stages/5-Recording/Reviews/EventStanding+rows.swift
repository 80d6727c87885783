internal import ArabicQuantities
internal import GRDB
internal import NewsModel

extension ReviewRows {
  /// Where an event stands; `nil` where nobody decided.
  func standing(event: Int) throws -> EventStanding? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT state, coders, review FROM event_standings WHERE event = ?"),
      arguments: [event])
    guard let row else { return nil }
    let values = try (row[2] as Int?).map { try self.values(of: $0).decided } ?? [:]
    return EventStanding(state: try row.value(0), coders: try row.strings(1), values: values)
  }
}

extension EventRow {
  /// Shows the event as people decided.
  mutating func apply(_ standing: EventStanding) {
    self.standing = standing
    let read = event.values(actors: actors, recipients: recipients, place: place)
    for (field, value) in standing.values where read[field] != value {
      switch field {
      case .actor:
        actors = EventRow.names(value)
        actorEntries = actors.map { _ in nil }
      case .recipient:
        recipients = EventRow.names(value)
        recipientEntries = recipients.map { _ in nil }
      case .place:
        place = value.isEmpty ? nil : value
        event.place = nil
        event.placeEntry = nil
      default: event.apply(field, value)
      }
    }
  }

  private static func names(_ value: String) -> [String] {
    value.split(separator: ";").map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}

extension Event {
  /// Takes on a value as decided; names, which are no longer spans of the text, are their row's.
  fileprivate mutating func apply(_ field: EventField, _ value: String) {
    switch field {
    case .type: type = EventType(rawValue: value) ?? type
    case .mode: mode = value.isEmpty ? nil : value
    case .status: status = EventStatus(rawValue: value) ?? status
    case .date:
      let decided = EventField.day(value)
      date = decided?.day
      datePrecision = decided?.precision
    case .killed:
      killed = CasualtyCount(text: value)
      otherKilled = []
    case .injured:
      injured = CasualtyCount(text: value)
      otherInjured = []
    case .actor, .recipient, .place: break
    }
  }
}
