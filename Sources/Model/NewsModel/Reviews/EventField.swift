public import ArabicQuantities

/// What a person can decide of an event; the names are those of the reading's JSON.
public enum EventField: String, Sendable, Hashable, CaseIterable {
  case type, mode, status, actor, recipient, place, date, killed, injured

  /// The longest value, in bytes.
  public static let lengthLimit = 600

  /// Whether a value can stand for this field; an empty one says that there is none.
  ///
  /// Types and statuses are those of `EventType` and `EventStatus`, a mode is a word of PLOVER's, a date is a
  /// year, a month or a day (`2015`, `2015-08`, `2015-08-06`), and a count is what `CasualtyCount` reads. Several
  /// actors are separated by `;`.
  public func accepts(_ value: String) -> Bool {
    guard value.utf8.count <= EventField.lengthLimit,
      !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return false }
    if value.isEmpty { return self != .type && self != .status }
    return switch self {
    case .type: EventType(rawValue: value) != nil
    case .status: EventStatus(rawValue: value) != nil
    case .mode: value.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    case .actor, .recipient, .place: true
    case .date: EventField.day(value) != nil
    case .killed, .injured: CasualtyCount(text: value) != nil
    }
  }

  /// The first day of a year, month, week or day, and which of them it is; `nil` if the text is none.
  public static func day(_ text: String) -> (day: CalendarDay, precision: DatePrecision)? {
    let forms: [(Int, String, DatePrecision)] = [
      (10, "", .day), (7, "-01", .month), (4, "-01-01", .year),
    ]
    if let monday = CalendarDay(isoWeek: text) { return (monday, .week) }
    guard let form = forms.first(where: { $0.0 == text.utf8.count }),
      let day = CalendarDay(iso: text + form.1)
    else { return nil }
    return (day, form.2)
  }

  /// A day as exactly as it is known, in the form that `day` reads.
  static func text(_ day: CalendarDay?, _ precision: DatePrecision?) -> String {
    guard let day else { return "" }
    return switch precision {
    case .month: String(day.description.prefix(7))
    case .year: String(day.description.prefix(4))
    case .week: day.isoWeek
    case .day, nil: day.description
    }
  }
}

extension Event {
  /// All values of the event in the form in which a person decides on them.
  ///
  /// - Parameters:
  ///   - actors: The words of the actors.
  ///   - recipients: The words of the recipients.
  ///   - place: The words of the place.
  /// - Returns: A value for each field, empty where there is none.
  public func values(actors: [String], recipients: [String], place: String?)
    -> [EventField: String]
  {
    [
      .type: type.rawValue, .mode: mode ?? "", .status: status.rawValue,
      .actor: EventField.joined(actors), .recipient: EventField.joined(recipients),
      .place: EventField.joined([place].compactMap { $0 }),
      .date: EventField.text(date, datePrecision), .killed: killed?.text ?? "",
      .injured: injured?.text ?? "",
    ]
  }
}

extension EventField {
  /// Names on one line, as far as they fit.
  fileprivate static func joined(_ names: [String]) -> String {
    var joined = ""
    for name in names {
      let words = name.split { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
      let line = words.joined(separator: " ")
      let longer = joined.isEmpty ? line : "\(joined); \(line)"
      if longer.utf8.count <= lengthLimit { joined = longer }
    }
    return joined
  }
}

extension CasualtyCount {
  /// Reads a count: `12`, `10-15`, `10+` for ten or more, `12 (10-15)`; `nil` if the text is none.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      guard let (low, high) = CasualtyCount.range(first) else { return nil }
      self.init(low: low, best: low, high: high)
      return
    }
    guard let best = CasualtyCount.number(first), parts[1].hasPrefix("("), parts[1].hasSuffix(")"),
      let (low, high) = CasualtyCount.range(parts[1].dropFirst().dropLast()), low <= best,
      high ?? best >= best
    else { return nil }
    self.init(low: low, best: best, high: high)
  }

  /// The count in the form that `init(text:)` reads, without who says so.
  public var text: String {
    if low == best, high == best { return "\(best)" }
    let range = high.map { "\(low)-\($0)" } ?? "\(low)+"
    return low == best ? range : "\(best) (\(range))"
  }

  private static func range(_ text: Substring) -> (low: Int, high: Int?)? {
    if text.hasSuffix("+") { return number(text.dropLast()).map { ($0, nil) } }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let low = number(ends[0]) else { return nil }
    if ends.count == 1 { return (low, low) }
    guard ends.count == 2, let high = number(ends[1]), low <= high else { return nil }
    return (low, high)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
