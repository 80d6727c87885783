internal import ArabicQuantities

/// Times as tables and JSON write them: ISO 8601, all that feeds write (Arabic dates in any of three calendars, RFC 822),
/// seconds since 1970, and days as spreadsheets count them.
enum RecordTime {
  /// A time as ISO 8601; `nil` if it can't be told.
  ///
  /// A zone is kept if there is one, and none is made up.
  static func iso(_ text: String) -> String? {
    if let time = ISOTime.normalised(text) { return time }
    let western = westernDigits(text).trimmingSpace()
    if let time = counted(western) ?? ISOTime.normalised(withHyphens(western)) { return time }
    // Of digits alone, which part is which is not told.
    guard western.contains(where: { $0.isLetter && !"TtZz".contains($0) }),
      let time = FeedDate.iso(western)
    else { return nil }
    return isAfterNoon(western) ? afterNoon(time) : time
  }

  /// Seconds or thousandths of them since 1970, or days since the end of 1899.
  private static func counted(_ text: String) -> String? {
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 }.count
    let isWhole = digits == text.utf8.count
    guard digits > 0, isWhole || text.utf8.dropFirst(digits).first == UInt8(ascii: "."),
      let value = Double(text)
    else { return nil }
    switch value {
    // From 1990 to 2100.
    case 631_152_000..<4_102_444_800 where digits > 8: return Instant.text(seconds: Int(value))
    case 631_152_000_000..<4_102_444_800_000:
      return Instant.text(seconds: Int(value / 1_000))
    case 32_874..<73_051 where digits == 5: return day(serial: value)
    default: return nil
    }
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

  private static func westernDigits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let value = scalar.value
          let isArabic = (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value)
          return isArabic ? Unicode.Scalar(UInt8(0x30 + (value & 15))) : scalar
        }))
  }

  /// Whether a clock of twelve hours shows a time after noon: `03:45 م`.
  private static func isAfterNoon(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "،" || $0 == "," }
    guard let clock = words.firstIndex(where: { $0.contains(":") }) else { return false }
    let names: Set<Substring> = ["م", "مساء", "مساءً", "مساءا", "pm", "p.m."]
    return words[clock].hasSuffix("pm")
      || words.dropFirst(clock + 1).first.map(names.contains) == true
  }

  /// A time with an hour before noon, twelve hours later.
  private static func afterNoon(_ time: String) -> String {
    let parts = time.utf8
    guard parts.count >= 16, let hour = Int(time.dropFirst(11).prefix(2)), hour < 12 else {
      return time
    }
    return "\(time.prefix(11))\(hour + 12)\(time.dropFirst(13))"
  }
}
