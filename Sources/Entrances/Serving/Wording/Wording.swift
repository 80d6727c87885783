internal import ArabicQuantities

/// What pages say, in one language: phrases, numbers, dates.
///
/// Nothing here asks the operating system's locale, which a static binary may not have.
struct Wording: Sendable {
  let language: PageLanguage
  private let table: PhraseTable

  /// Makes the wording of a language.
  init(_ language: PageLanguage, table: PhraseTable = .shipped) {
    self.language = language
    self.table = table
  }

  /// The phrase under a key; the key itself if the table lacks it.
  subscript(_ key: String) -> String { table.phrase(key, in: language) ?? key }

  /// The phrase under a key; `nil` if the table lacks it.
  func ifKnown(_ key: String) -> String? { table.phrase(key, in: language) }

  /// What stands behind `prefix` and a point in the keys of the table, sorted.
  func keys(below prefix: String) -> [String] {
    table.keys.filter { $0.hasPrefix("\(prefix).") }
      .map { String($0.dropFirst(prefix.count + 1)) }
  }

  /// The phrase under a key with `{name}` replaced by the value of that name.
  subscript(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    var phrase = self[key]
    for (name, value) in values { phrase = Wording.replacing("{\(name)}", by: value, in: phrase) }
    return phrase
  }

  /// The same with the values as a dictionary.
  subscript(_ key: String, with values: [String: String]) -> String {
    values.reduce(self[key]) { Wording.replacing("{\($1.key)}", by: $1.value, in: $0) }
  }

  /// How many of something, in words that agree with the number.
  ///
  /// The noun is the part of the key behind `count.`; `orMore` says that there may be more.
  func count(_ count: Int, _ noun: String, orMore: Bool = false) -> String {
    let form = PluralForm(count, in: language)
    let phrase =
      table.phrase("count.\(noun).\(form)", in: language) ?? self["count.\(noun).other"]
    let text = Wording.replacing("{n}", by: number(count), in: phrase)
    return orMore ? self["count.or_more", ["count": text]] : text
  }

  /// A whole number with its thousands set apart.
  func number(_ value: Int) -> String {
    var digits: [Character] = []
    for (index, digit) in String(value.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { digits.append(language.digits == .western ? "," : "٬") }
      digits.append(digit)
    }
    return (value < 0 ? "−" : "") + inDigits(String(digits.reversed()))
  }

  /// The text with its digits in those of the language.
  func inDigits(_ text: String) -> String {
    guard language.digits == .arabicIndic else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar)
            ? Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar : scalar
        }))
  }

  /// A day: `6 أغسطس 2015`, `6 August 2015`.
  func day(_ day: CalendarDay) -> String {
    let (year, month, dayOfMonth) = day.components
    return inDigits("\(dayOfMonth) \(self["month.\(month)"]) \(year)")
  }

  /// A day as exactly as it is known: `أغسطس 2015`.
  func day(_ day: CalendarDay, precision: DayPrecision) -> String {
    let (year, month, _) = day.components
    return switch precision {
    case .day: self.day(day)
    case .week: self["date.week_of", ["day": self.day(day)]]
    case .month: inDigits("\(self["month.\(month)"]) \(year)")
    case .year: inDigits("\(year)")
    }
  }

  /// How exactly a day is told.
  enum DayPrecision: Sendable, Hashable { case day, week, month, year }

  /// The hour and minute of an ISO 8601 time (`13:02`); `nil` if it has none.
  func timeOfDay(iso text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":")
    else { return nil }
    let digits = [bytes[11], bytes[12], bytes[14], bytes[15]]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return inDigits(String(decoding: bytes[11..<16], as: UTF8.self))
  }

  private static func replacing(_ name: String, by value: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let index = rest.firstIndex(of: "{") {
      result += rest[..<index]
      rest = rest[index...]
      if rest.hasPrefix(name) {
        result += value
        rest = rest.dropFirst(name.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
