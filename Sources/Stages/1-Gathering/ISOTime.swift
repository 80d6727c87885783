internal import ArabicQuantities

/// Times as ISO 8601 writes them.
enum ISOTime {
  /// A day or time, such as `2015-07-21 02:51:32` or `2015-07-21T02:51:32+03:00`, in the form
  /// `2015-07-21T02:51:32+03:00`; `nil` if it is neither.
  ///
  /// A zone is kept if there is one, and none is made up. Seconds may be missing, fractions go. A day may be written
  /// `21/07/2015` too, the day first, as Arabic outlets do.
  static func normalised(_ text: String) -> String? {
    var rest = text.utf8.drop { $0 == 0x20 }[...]
    while rest.last == 0x20 { rest.removeLast() }
    guard let (year, month, day) = date(&rest), isDay(year, month, day) else { return nil }
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    if rest.isEmpty { return date }
    guard take(&rest, "T") || take(&rest, "t") || take(&rest, " "), let hour = number(&rest, 2),
      hour < 24, take(&rest, ":"), let minute = number(&rest, 2), minute < 60
    else { return nil }
    var second = 0
    if take(&rest, ":") {
      // 60 is a leap second.
      guard let value = number(&rest, 2), value <= 60 else { return nil }
      second = value
      if take(&rest, ".") || take(&rest, ",") {
        guard let digit = rest.first, isDigit(digit) else { return nil }
        rest = rest.drop(while: isDigit)
      }
    }
    _ = take(&rest, " ")
    guard let zone = rest.isEmpty ? "" : WrittenClock.zone(Substring(rest)) else { return nil }
    return "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(zone)"
  }

  private static func date(_ rest: inout Substring.UTF8View) -> (Int, Int, Int)? {
    var later = rest
    if let day = number(&later, 2), take(&later, "/"), let month = number(&later, 2),
      take(&later, "/"), let year = number(&later, 4)
    {
      rest = later
      return (year, month, day)
    }
    guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2),
      take(&rest, "-"), let day = number(&rest, 2)
    else { return nil }
    return (year, month, day)
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    CalendarDay(year: year, month: month, day: day) != nil
  }

  private static func take(_ rest: inout Substring.UTF8View, _ character: String) -> Bool {
    guard let first = rest.first, character.utf8.first == first else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(_ rest: inout Substring.UTF8View, _ width: Int) -> Int? {
    var value = 0
    for _ in 0..<width {
      guard let digit = rest.first, isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
      rest.removeFirst()
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
