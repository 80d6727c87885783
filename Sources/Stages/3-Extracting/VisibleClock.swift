/// Reads the time of day that a page shows beside a day: `03:45 م`, `١٠:٣٠ مساء`, `15:20:00 GMT+0300`.
struct VisibleClock {
  private let scalars: [Unicode.Scalar]

  private init(_ text: String) {
    scalars = text.unicodeScalars.map { scalar in
      let value = scalar.value
      let isArabic = (0x660...0x669).contains(value) || (0x6F0...0x6F9).contains(value)
      return isArabic ? Unicode.Scalar(UInt8(0x30 + (value & 15))) : scalar
    }
  }

  /// The first time of day in a text in the form `T15:45:00`, with the zone if one stands there; `nil` if there is none.
  static func iso(in text: String) -> String? {
    let clock = VisibleClock(text)
    var i = 0
    while i < clock.scalars.count {
      if clock.isDigit(i), let time = clock.time(at: i) { return time }
      while i < clock.scalars.count, clock.isDigit(i) { i += 1 }
      i += 1
    }
    return nil
  }

  /// What stands behind a time before noon, and after it.
  private static let (mornings, evenings) = (
    ["ص", "صباح", "am", "a.m"], ["م", "مساء", "pm", "p.m", "ظهر", "عصر"]
  )
  /// Zones by the words that name them, which know no summer time.
  private static let zones = [
    ("غرينتش", "Z"), ("جرينتش", "Z"), ("غرينيتش", "Z"), ("مكة", "+03:00"), ("السعودية", "+03:00"),
  ]

  private func isDigit(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].value &- 0x30 < 10
  }

  private func number(_ start: Int) -> (value: Int, end: Int) {
    var (value, i) = (0, start)
    while isDigit(i), i - start < 5 {
      value = value * 10 + Int(scalars[i].value - 0x30)
      i += 1
    }
    return (value, i)
  }

  private func time(at start: Int) -> String? {
    var (hour, end) = number(start)
    guard end - start < 3, hour < 24, let minutes = part(end), minutes.value < 60 else {
      return nil
    }
    end = minutes.end
    var seconds = 0
    if let part = part(end), part.value < 61 { (seconds, end) = part }
    let rest = String(String.UnicodeScalarView(scalars[end...].prefix(40))).lowercased()
    let word = rest.drop { " |-–".contains($0) }
    func opens(_ words: [String]) -> Bool {
      words.contains { word.hasPrefix($0) && !Self.goesOn(word.dropFirst($0.count), $0) }
    }
    if opens(VisibleClock.evenings), hour < 12 { hour += 12 }
    if opens(VisibleClock.mornings), hour == 12 { hour = 0 }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "T\(two(hour)):\(two(minutes.value)):\(two(seconds))\(zone(rest))"
  }

  /// A colon and two digits.
  private func part(_ start: Int) -> (value: Int, end: Int)? {
    guard scalars.indices.contains(start), scalars[start] == ":" else { return nil }
    let (value, end) = number(start + 1)
    return end == start + 3 ? (value, end) : nil
  }

  /// Whether a word goes on behind one letter, so that it is another one.
  private static func goesOn(_ rest: Substring, _ word: String) -> Bool {
    word.unicodeScalars.count == 1 && rest.first?.isLetter == true
  }

  private func zone(_ rest: String) -> String {
    for (word, zone) in VisibleClock.zones where rest.contains(word) { return zone }
    var tail = rest.drop { $0 == " " }
    let isNamed = tail.hasPrefix("gmt") || tail.hasPrefix("utc")
    if isNamed { tail = tail.dropFirst(3) }
    if tail.first == "+" || tail.first == "-" {
      let digits = tail.dropFirst().filter(\.isNumber).prefix(4)
      let hasFour = tail.dropFirst().prefix(5).filter(\.isNumber).count == 4
      if hasFour, Int(digits.prefix(2)) ?? 99 < 15 {
        return "\(tail.first == "+" ? "+" : "-")\(digits.prefix(2)):\(digits.suffix(2))"
      }
    }
    return isNamed || tail == "z" ? "Z" : ""
  }
}
