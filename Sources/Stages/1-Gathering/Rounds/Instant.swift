internal import FoundationEssentials

/// Arithmetic on times as ISO 8601 in UTC.
package enum Instant {
  /// The time by the system's clock.
  package static func now() -> String { Date().ISO8601Format() }

  /// A time given in seconds since 1970.
  package static func text(seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).ISO8601Format()
  }

  /// The time that many seconds later; the same time if it can't be read.
  package static func adding(_ seconds: Double, to time: String) -> String {
    guard let date = try? Date(time, strategy: .iso8601) else { return time }
    return date.addingTimeInterval(seconds).ISO8601Format()
  }

  /// A time in UTC, so that times can be compared as texts; a day or what can't be read stays as it is.
  static func inUTC(_ time: String) -> String {
    (try? Date(time, strategy: .iso8601))?.ISO8601Format() ?? time
  }

  /// The seconds from one time to another; `nil` if either can't be read.
  package static func seconds(from first: String, to second: String) -> Double? {
    guard let a = try? Date(first, strategy: .iso8601),
      let b = try? Date(second, strategy: .iso8601)
    else { return nil }
    return b.timeIntervalSince(a)
  }
}
