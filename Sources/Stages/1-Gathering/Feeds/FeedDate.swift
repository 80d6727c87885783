internal import ArabicQuantities
internal import ArabicWords

/// Dates as feeds write them: ISO 8601, RFC 822 in its many shapes, and Arabic in words.
enum FeedDate {
  /// The date as ISO 8601; `nil` if it can't be told.
  ///
  /// A zone is kept if there is one, and none is made up.
  static func iso(_ text: String?) -> String? {
    guard let text = text?.trimmingSpace(), !text.isEmpty else { return nil }
    return usualDate(text.utf8.span) ?? ISOTime.normalised(text) ?? internetDate(text)
      ?? arabicDate(text)
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
