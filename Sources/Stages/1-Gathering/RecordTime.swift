internal import ArabicQuantities

/// Times as tables and JSON write them: ISO 8601, all that feeds write (Arabic dates in any of three calendars, RFC 822),
/// seconds since 1970, and days as spreadsheets count them.
enum RecordTime {
  /// A time as ISO 8601; `nil` if it can't be told.
  ///
  /// A zone is kept if there is one, and none is made up.
  static func iso(_ text: String) -> String? {
    if let time = ISOTime.normalised(text) { return time }
    let western = WrittenClock.words(of: text).joined(separator: " ")
    if let time = serialDay(western) ?? ISOTime.normalised(withHyphens(western)) { return time }
    // Of digits alone that count no seconds, which part is which is not told.
    let isTold = western.contains { $0.isLetter && !"tz".contains($0) }
    return isTold || Double(western) != nil ? FeedDate.iso(western) : nil
  }

  /// A day as spreadsheets count it since the end of 1899, of those from 1990 to 2100.
  private static func serialDay(_ text: String) -> String? {
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 }.count
    guard digits == 5, let value = Double(text), (32_874..<73_051).contains(value) else {
      return nil
    }
    return day(serial: value)
  }

  /// The day that a spreadsheet counts, with the time if there is one.
  private static func day(serial: Double) -> String {
    let seconds = Int((serial * 86_400).rounded())
    let day = CalendarDay(ordinal: seconds / 86_400 - 25_569)
    let rest = seconds % 86_400
    if rest == 0 { return "\(day)" }
    return "\(day)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `2026/01/06` with the signs of ISO 8601.
  private static func withHyphens(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let slash = UInt8(ascii: "/")
    guard bytes.count >= 10, bytes[4] == slash, bytes[7] == slash else { return text }
    return "\(text.prefix(10).replacing("/", with: "-"))\(text.dropFirst(10))"
  }
}
