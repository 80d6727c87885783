internal import ArabicScript

/// The time of day in what feeds write of a date.
enum FeedClock {
  /// What words tell of the hour or the zone, by `Data/gathering/clock-words.tsv`.
  private enum Meaning {
    /// Before noon, after noon, about noon, at night.
    case morning, afternoon, noon, night
    /// A zone as ISO 8601 writes it.
    case zone(String)
  }

  private static let meanings: [String: Meaning] = Dictionary(
    DataFile("gathering/clock-words.tsv").rows.map { row in
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

  /// The words of a date in small letters, with western digits, without short vowels, commas and marks of direction.
  static func words(of text: String) -> [String] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9:
        plain.append(Unicode.Scalar(UInt8(0x30 + (scalar.value & 15))))
      case 0x2C, 0x60C, 0xA0, 0x202F: plain.append(" ")
      case 0x64B...0x652, 0x640, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased().split(separator: " ").map(String.init)
  }

  /// `T12:30:00+03:00` of the first time among words; empty if there is none.
  static func time(in words: ArraySlice<String>) -> String {
    guard let start = words.firstIndex(where: { $0.first?.isNumber == true && $0.contains(":") })
    else { return "" }
    let digits = words[start].prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    let parts = digits.split(separator: ":").map { Int($0) }
    guard parts.count >= 2, var hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return "" }
    // What is written to the digits without a space is a word of its own; so are fractions of seconds, which go.
    let attached = words[start].dropFirst(digits.count)
    let behind = [String(attached)].filter { !$0.isEmpty && !$0.hasPrefix(".") }
    var zone = ""
    for word in behind + words[(start + 1)...] {
      switch meanings[word] {
      case .zone(let known): zone = zone.isEmpty ? known : zone
      case let half?: hour = hourOfDay(hour, half)
      case nil: if zone.isEmpty || zone == "Z" { zone = ISOTime.zone(word) ?? zone }
      }
    }
    let second = parts.count > 2 ? parts[2] ?? 0 : 0
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
}
