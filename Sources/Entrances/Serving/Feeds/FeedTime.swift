internal import ArabicQuantities
internal import Gathering

/// Times as feeds (RFC 3339) and header fields (RFC 9110, 5.6.7) have them.
enum FeedTime {
  /// A moment in UTC; from seconds since 1970.
  static func text(seconds: Int) -> String {
    let day = CalendarDay(ordinal: seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = seconds - day.ordinal * 86_400
    return "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }

  /// A time as articles have it, with its zone; one without a zone is taken for UTC, and a day for its beginning.
  ///
  /// `nil` if it can't be read.
  static func text(iso: String) -> String? {
    guard CalendarDay(iso: String(iso.prefix(10))) != nil else { return nil }
    let time = iso.utf8.count > 10 ? iso : iso + "T00:00:00"
    let text = time.replacing(" ", with: "T", maxReplacements: 1)
    let hasZone = text.hasSuffix("Z") || text.dropFirst(19).contains { $0 == "+" || $0 == "-" }
    let whole = hasZone ? text : text + "Z"
    return seconds(whole) == nil ? nil : whole
  }

  /// Whether a time is earlier than another; both as RFC 3339 has them.
  static func isEarlier(_ first: String, _ second: String) -> Bool {
    (seconds(first) ?? 0) < (seconds(second) ?? 0)
  }

  /// A time as RFC 3339 has it in seconds since 1970; `nil` if it can't be read.
  static func seconds(_ text: String) -> Int? {
    Instant.seconds(from: "1970-01-01T00:00:00Z", to: text).map { Int($0) }
  }

  /// A time as RFC 3339 has it as header fields have it: `Tue, 06 Jan 2026 12:30:00 GMT`.
  static func header(_ text: String) -> String? {
    guard let seconds = seconds(text), seconds >= 0 else { return nil }
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = CalendarDay(ordinal: seconds / 86_400)
    let parts = day.components
    let clock = FeedTime.text(seconds: seconds).dropFirst(11).prefix(8)
    let number = (parts.day < 10 ? "0" : "") + String(parts.day)
    return
      "\(days[day.ordinal % 7]), \(number) \(months[parts.month - 1]) \(parts.year) \(clock) GMT"
  }
}
