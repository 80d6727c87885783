internal import ArabicScript

/// The time of day with its zone, as feeds, tables and pages write it beside a day: `03:45 م`, `١٠:٣٠ مساءً بتوقيت مكة`,
/// `15:20:00 GMT+0300`.
///
/// `TimeExpression` reads running text, where no zone stands and hours are told in words.
public enum WrittenClock {
  /// What words tell of the hour or the zone, by `Data/quantities/clock-words.tsv`.
  private enum Meaning {
    /// Before noon, after noon, about noon, at night.
    case morning, afternoon, noon, night
    /// A zone as ISO 8601 writes it.
    case zone(String)
  }

  private static let meanings: [String: Meaning] = Dictionary(
    DataFile("quantities/clock-words.tsv").rows.map { row in
      let meaning: Meaning =
        switch row[1] {
        case "morning": .morning
        case "afternoon": .afternoon
        case "noon": .noon
        case "night": .night
        default: .zone(row[1])
        }
      return (row[0], meaning)
    }, uniquingKeysWith: { first, _ in first })

  /// A word further behind a time tells nothing of it.
  private static let reach = 8

  /// The words of a date in small letters, with western digits, without short vowels, brackets, commas and marks of direction.
  public static func words(of text: String) -> [String] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9:
        plain.append(Unicode.Scalar(UInt8(0x30 + (scalar.value & 15))))
      case 0x09, 0x0A, 0x28, 0x29, 0x2C, 0x5B, 0x5D, 0x60C, 0x7C, 0xA0, 0x202F: plain.append(" ")
      case 0x64B...0x652, 0x640, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased().split(separator: " ").map(String.init)
  }

  /// `T12:30:00+03:00` of the first time in a text; `nil` if there is none.
  public static func time(in text: String) -> String? { time(in: words(of: text)[...]) }

  /// `T12:30:00+03:00` of the first time among words as `words(of:)` gives them; `nil` if there is none.
  public static func time(in words: ArraySlice<String>) -> String? {
    for index in words.indices {
      if let time = time(of: words[index], words[(index + 1)...]) { return time }
    }
    return nil
  }

  /// The time that a word's digits tell, with what the words behind it add.
  private static func time(of word: String, _ next: ArraySlice<String>) -> String? {
    let start = word.drop { !($0.isASCII && $0.isNumber) }
    let digits = start.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard word.count - start.count < 10, (2...3).contains(parts.count), var hour = parts[0],
      let minute = parts[1], let second = parts.count > 2 ? parts[2] : 0, (0..<24).contains(hour),
      (0..<60).contains(minute), (0...60).contains(second)
    else { return nil }
    // What is written to the digits without a space is a word of its own; fractions of seconds go.
    var attached = start.dropFirst(digits.count)
    if attached.first == "." {
      attached = attached.dropFirst().drop { $0.isASCII && $0.isNumber }
    }
    var zone = ""
    for word in [String(attached)] + next.prefix(reach) where !word.isEmpty {
      switch meanings[word] {
      case .zone(let known): zone = zone.isEmpty ? known : zone
      case let half?: hour = hourOfDay(hour, half)
      case nil: if zone.isEmpty || zone == "Z" { zone = WrittenClock.zone(word) ?? zone }
      }
    }
    let numbers = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "T" + numbers.joined(separator: ":") + zone
  }

  /// The hour of the day that an hour of a half of it is.
  private static func hourOfDay(_ hour: Int, _ half: Meaning) -> Int {
    guard (1...12).contains(hour) else { return hour }
    return switch half {
    case .morning: hour % 12
    case .afternoon: hour % 12 + 12
    case .noon: hour >= 10 ? hour : hour + 12
    case .night: hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour
    case .zone: hour
    }
  }

  /// A zone as ISO 8601 writes it, of `Z`, `UTC`, `GMT`, `+0300`, `+03:00`, `+03`, `+3:00`, `+3`, `GMT+3`; `nil` if it is none.
  public static func zone(_ text: some StringProtocol) -> String? {
    var rest = Substring(text.uppercased())
    if rest == "Z" { return "Z" }
    if rest.hasPrefix("UTC") || rest.hasPrefix("GMT") {
      rest = rest.dropFirst(3)
      if rest.isEmpty { return "Z" }
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let parts = rest.dropFirst().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else { return nil }
    let (hours, minutes): (Substring, Substring)
    switch (parts[0].utf8.count, parts.count > 1 ? parts[1].utf8.count : 0) {
    case (1...2, 0) where parts.count == 1: (hours, minutes) = (parts[0], "0")
    case (1...2, 2): (hours, minutes) = (parts[0], parts[1])
    case (3...4, 0) where parts.count == 1:
      (hours, minutes) = (parts[0].dropLast(2), parts[0].suffix(2))
    default: return nil
    }
    guard let hour = Int(hours), let minute = Int(minutes), hour <= 18, minute < 60 else {
      return nil
    }
    if hour == 0, minute == 0 { return "Z" }
    return "\(sign)\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
