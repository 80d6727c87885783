internal import ArabicQuantities
internal import ArabicWords

/// Dates as feeds write them: ISO 8601, RFC 822 in its many shapes, and Arabic in words.
enum FeedDate {
  /// The date as ISO 8601; `nil` if it can't be told.
  ///
  /// A zone is kept if there is one, and none is made up.
  static func iso(_ text: String?) -> String? {
    guard let text = text?.trimmingSpace(), !text.isEmpty else { return nil }
    return ISOTime.normalised(text) ?? internetDate(text) ?? arabicDate(text)
  }

  /// The English month names of RFC 822, by their first three letters.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The zones of RFC 822 that are still met, as offsets.
  private static let zones = [
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "ast": "+03:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "bst": "+01:00", "gst": "+04:00",
  ]

  /// `Thu, 06 Aug 2026 12:30:00 +0300` (RFC 822, 5.1, with the years of RFC 2822), also without its day of
  /// the week, its seconds or its zone, and with full names.
  private static func internetDate(_ text: String) -> String? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.map { $0.lowercased() }
    if let first = words.first, first.first?.isLetter == true, month(first) == nil {
      words.removeFirst()
    }
    guard words.count >= 3 else { return nil }
    // 6 Aug 2026, or Aug 6 2026.
    let isMonthFirst = month(words[0]) != nil
    guard let day = Int(words[isMonthFirst ? 1 : 0]),
      let month = month(words[isMonthFirst ? 0 : 1]), var year = Int(words[2])
    else { return nil }
    if year < 100 { year += year < 50 ? 2000 : 1900 }
    guard let date = CalendarDay(year: year, month: month, day: day) else { return nil }
    return date.description + clock(words.dropFirst(3))
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 }
  }

  /// `T12:30:00+03:00` of what stands behind the date; empty if there is no time.
  private static func clock(_ words: ArraySlice<String>) -> String {
    guard let time = words.first else { return "" }
    let parts = time.split(separator: ":").map { Int($0) }
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1],
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return "" }
    let second = parts.count > 2 ? parts[2] ?? 0 : 0
    let digits = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "T" + digits.joined(separator: ":") + zone(words.dropFirst().first)
  }

  private static func zone(_ word: String?) -> String {
    guard let word else { return "" }
    if let named = zones[word] { return named }
    guard let sign = word.first, sign == "+" || sign == "-" else { return "" }
    let digits = word.dropFirst().filter(\.isNumber)
    guard digits.count == 4 else { return "" }
    return digits == "0000" ? "Z" : "\(sign)\(digits.prefix(2)):\(digits.suffix(2))"
  }

  /// An Arabic date with month names of any country, in any of three calendars.
  private static func arabicDate(_ text: String) -> String? {
    let times = TokenizedText(text).times(anchor: nil)
    guard let day = times.compactMap(\.day).first else { return nil }
    // The clock in digits, where there is one; digits of both scripts.
    let western = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let value = scalar.value
          let isArabic = (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value)
          return isArabic ? Unicode.Scalar(UInt8(0x30 + (value & 15))) : scalar
        }))
    let words = western.split { $0 == " " || $0 == "," || $0 == "،" }.map(String.init)
    let start = words.firstIndex { $0.contains(":") }
    return day.description + (start.map { clock(words[$0...]) } ?? "")
  }
}
