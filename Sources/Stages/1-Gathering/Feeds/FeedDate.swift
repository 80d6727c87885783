internal import ArabicQuantities
internal import ArabicWords
internal import FoundationEssentials

/// Dates as feeds write them: ISO 8601, RFC 822 in its many shapes, seconds since 1970, and Arabic in words.
enum FeedDate {
  /// The date as ISO 8601; `nil` if it can't be told.
  ///
  /// A zone is kept if there is one, and none is made up.
  static func iso(_ text: String?) -> String? {
    guard let text = text?.trimmingSpace(), !text.isEmpty else { return nil }
    if let usual = usualDate(text.utf8.span) ?? ISOTime.normalised(text) { return usual }
    let words = WrittenClock.words(of: text)
    if words.count == 1, let number = Double(words[0]), number > 99_999_999 { return epoch(number) }
    return internetDate(words) ?? arabicDate(text, words)
  }

  /// A time given in seconds since 1970, or in milliseconds; `nil` if it is none between 1990 and 2100.
  static func epoch(_ number: Double) -> String? {
    let seconds = abs(number) >= 100_000_000_000 ? number / 1000 : number
    guard seconds >= 631_152_000, seconds < 4_102_444_800 else { return nil }
    return Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format()
  }

  /// The English month names of RFC 822, by their first three letters.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Thu, 06 Aug 2026 12:30:00 +0300` to the letter, with or without its day of the week, as most feeds write it.
  private static func usualDate(_ utf8: borrowing Span<UInt8>) -> String? {
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for i in range {
        guard utf8[i] &- 0x30 < 10 else { return nil }
        value = 10 * value + Int(utf8[i] - 0x30)
      }
      return value
    }
    let start = utf8.count == 31 && utf8[3] == 0x2C ? 5 : 0
    guard utf8.count == start + 26, let day = number(start..<start + 2),
      let year = number(start + 7..<start + 11), let hour = number(start + 12..<start + 14),
      let minute = number(start + 15..<start + 17), let second = number(start + 18..<start + 20),
      let zone = number(start + 22..<start + 26), hour < 24, minute < 60, second < 60, zone > 0
    else { return nil }
    let name = (start + 3..<start + 6).map { utf8[$0] | 0x20 }
    let signs = [(2, 0x20), (6, 0x20), (11, 0x20), (14, 0x3A), (17, 0x3A), (20, 0x20)]
    let sign = utf8[start + 21]
    guard signs.allSatisfy({ utf8[start + $0.0] == $0.1 }), sign == 0x2B || sign == 0x2D,
      let month = months.firstIndex(where: { $0.utf8.elementsEqual(name) }),
      let date = CalendarDay(year: year, month: month + 1, day: day)
    else { return nil }
    var bytes = Array(date.description.utf8)
    bytes.append(UInt8(ascii: "T"))
    for i in start + 12..<start + 20 { bytes.append(utf8[i]) }
    bytes += [sign, utf8[start + 22], utf8[start + 23], 0x3A, utf8[start + 24], utf8[start + 25]]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `Thu, 06 Aug 2026 12:30:00 +0300` (RFC 822, 5.1, with the years of RFC 2822), also without its day of
  /// the week, its seconds or its zone, and with full names.
  private static func internetDate(_ words: [String]) -> String? {
    var words = words[...]
    if let first = words.first, first.first?.isLetter == true, month(first) == nil {
      words.removeFirst()
    }
    guard words.count >= 3 else { return nil }
    let parts = Array(words.prefix(3))
    // 6 Aug 2026, or Aug 6 2026.
    let isMonthFirst = month(parts[0]) != nil
    guard let day = Int(parts[isMonthFirst ? 1 : 0]),
      let month = month(parts[isMonthFirst ? 0 : 1]), var year = Int(parts[2])
    else { return nil }
    if year < 100 { year += year < 50 ? 2000 : 1900 }
    guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
    return date.description + (WrittenClock.time(in: words.dropFirst(3)) ?? "")
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }

  /// An Arabic date with month names of any country, in any of three calendars.
  private static func arabicDate(_ text: String, _ words: [String]) -> String? {
    let times = TokenizedText(text).times(anchor: nil)
    guard let day = times.compactMap(\.day).first else { return nil }
    return day.description + (WrittenClock.time(in: words[...]) ?? "")
  }
}
