internal import ArabicQuantities
internal import ArabicScript
internal import ArabicWords

/// Reads the times that pages give.
struct PageDates {
  private let address: String?
  private static let months: [String: Int] = Dictionary(
    DataFile("extracting/months.tsv").rows.map { ($0[0], Int($0[1]) ?? 0) },
    uniquingKeysWith: { first, _ in first })

  init(address: String?) { self.address = address }

  /// The first time that can be read: of those given for programs, then of the page's address, then of
  /// what stands on the page.
  func first(of given: [String?], visible: [String], isAddressRead: Bool = true) -> String? {
    for case let text? in given { if let time = normalised(text) { return time } }
    if isAddressRead, let address, let day = numericDay(Array(address.utf8), needsSlash: true) {
      return day
    }
    for text in visible { if let time = normalised(text) { return time } }
    return nil
  }

  /// A time in UTC as the page's own clock shows it, where it tells the day before or behind elsewhere: near midnight the
  /// outlet's day is another than that of UTC.
  func local(_ time: String?, by others: [String?]) -> String? {
    guard let time, time.hasSuffix("Z") || time.hasSuffix("+00:00"),
      let day = CalendarDay(iso: time), let hour = Int(time.dropFirst(11).prefix(2))
    else { return time }
    let ofAddress = address.flatMap { numericDay(Array($0.utf8), needsSlash: true) }
    for case let other? in [ofAddress] + others.map(normalised) {
      guard let shown = CalendarDay(iso: other), !other.hasSuffix("Z") else { continue }
      switch shown.ordinal - day.ordinal {
      case 0: return time
      // Zones reach from twelve hours behind UTC to fourteen before it.
      case -1 where hour < 12, 1 where hour >= 10: return other
      default: continue
      }
    }
    return time
  }

  /// A time that a page states, or the day that it shows to readers below its headline where that is another.
  ///
  /// Themes and systems state when a text was first stored, or sent through another clock. What is shown counts only if all
  /// lines of the first group that shows a day show one day; and the address, if it tells of a day more than a month before,
  /// is that of the first publication.
  func reconciled(_ time: String?, shown groups: [[String]]) -> String? {
    guard let time, let stated = CalendarDay(iso: time) else { return time }
    let shown =
      groups.lazy.map { Set($0.compactMap(normalised).compactMap(CalendarDay.init(iso:))) }
      .first { !$0.isEmpty } ?? []
    if shown.count == 1, let day = shown.first, !PageDates.isSwapped(day, stated) {
      return day == stated ? time : "\(day)"
    }
    if let ofAddress = address.flatMap({ numericDay(Array($0.utf8), needsSlash: true) }),
      let day = CalendarDay(iso: ofAddress), stated.ordinal - day.ordinal > 31
    {
      return ofAddress
    }
    return time
  }

  /// Whether two days differ by the order of day and month only, so that what is shown may be the other.
  private static func isSwapped(_ first: CalendarDay, _ second: CalendarDay) -> Bool {
    let (first, second) = (first.components, second.components)
    return first != second && first.year == second.year && first.month == second.day
      && first.day == second.month
  }

  /// The day alone that a text shows; `nil` if it shows none.
  func dayOnly(_ text: String) -> String? { day(text) }

  /// A time as ISO 8601, with the time of day where one stands beside the day; `nil` if it can't be read.
  func normalised(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    if let day = CalendarDay(iso: String(text.prefix(10))) {
      let rest = String(text.dropFirst(10))
      let time = rest.first == "T" ? rest.dropFirst() : rest[...]
      return "\(day)" + (WrittenClock.time(in: String(time)) ?? "")
    }
    guard let day = day(text) else { return nil }
    let isLine = text.unicodeScalars.count < PageDates.lineLength
    return day + (isLine ? WrittenClock.time(in: text) ?? "" : "")
  }

  /// A text with a day and its time is no longer than this, in code points.
  private static let lineLength = 100

  private func day(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(200))
    if let day = numericDay(bytes, needsSlash: false) { return day }
    if let day = namedDay(text) { return day }
    // Of two calendars side by side the Gregorian one is exact.
    let times = TokenizedText(text).times(anchor: nil).filter { $0.precision >= .day }
    let day =
      times.first { $0.calendar == .gregorian && $0.day != nil }?.day
      ?? times.lazy.compactMap(\.day).first
    guard let day, (1990...2099).contains(day.components.year) else { return nil }
    return "\(day)"
  }

  /// `2016/03/12`, `2016-3-12`, `20160312`; without `needsSlash` also `12.03.2016`, `12/03/2016` and `12.03.16`.
  private func numericDay(_ bytes: [UInt8], needsSlash: Bool) -> String? {
    let numbers = PageDates.numbers(in: bytes)
    for (i, number) in numbers.enumerated() {
      if number.width == 8,
        let day = PageDates.day(number.value / 10_000, number.value / 100 % 100, number.value % 100)
      {
        return day
      }
      guard i + 2 < numbers.count else { continue }
      let (a, b, c) = (number, numbers[i + 1], numbers[i + 2])
      guard isJoined(bytes, a.end..<b.start), isJoined(bytes, b.end..<c.start) else { continue }
      if a.width == 4, b.width <= 2, c.width <= 2,
        let day = PageDates.day(a.value, b.value, c.value)
      {
        return day
      }
      if !needsSlash, c.width == 4, a.width <= 2, b.width <= 2 {
        if let day = PageDates.day(c.value, b.value, a.value)
          ?? PageDates.day(c.value, a.value, b.value)
        {
          return day
        }
      }
      // Little more than the date: a longer text may tell of a version.
      if !needsSlash, bytes.count <= 12, c.width == 2, a.width == 2, b.width == 2,
        bytes[a.end] == UInt8(ascii: "."), bytes[b.end] == UInt8(ascii: "."),
        let day = PageDates.day(2_000 + c.value, b.value, a.value)
      {
        return day
      }
    }
    return nil
  }

  /// Whether one sign of a date stands between two numbers, perhaps with spaces around.
  private func isJoined(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let signs = bytes[range].filter { $0 != 0x20 }
    return range.count <= 3 && signs.count == 1 && signs[0] < 0x80 && signs[0] != UInt8(ascii: ":")
  }

  /// `12 March 2016`, `March 12, 2016`, `12. März 2016`, `Sat, 12 Mar 2016`.
  private func namedDay(_ text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !["de", "del", "of"].contains($0) }
    for (i, word) in words.enumerated() {
      guard let month = PageDates.months[word] else { continue }
      let around = [i - 1, i + 1, i + 2].map {
        words.indices.contains($0) ? PageDates.leadingNumber(words[$0]) : nil
      }
      let year = [around[1], around[2]].compactMap { $0 }.first { $0 > 1900 }
      let days = [around[0], around[1]].compactMap { $0 }.filter { $0 < 32 }
      if let year, let number = days.first, let day = PageDates.day(year, month, number) {
        return day
      }
    }
    return nil
  }

  private static func leadingNumber(_ word: String) -> Int? {
    Int(word.prefix { $0.isASCII && $0.isNumber })
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1990...2099).contains(year) else { return nil }
    return CalendarDay(year: year, month: month, day: day).map { "\($0)" }
  }

  private static func numbers(in bytes: [UInt8]) -> [(value: Int, width: Int, start: Int, end: Int)]
  {
    var found: [(value: Int, width: Int, start: Int, end: Int)] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] &- 0x30 < 10 else {
        i += 1
        continue
      }
      let start = i
      var value = 0
      while i < bytes.count, bytes[i] &- 0x30 < 10 {
        if i - start < 10 { value = value * 10 + Int(bytes[i] - 0x30) }
        i += 1
      }
      found.append((value, i - start, start, i))
    }
    return found
  }
}
