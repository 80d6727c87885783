/// A line whose characters stand as they look, from left to right.
struct VisualLine {
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The line from right to left, with what runs from left to right turned back.
  ///
  /// Source: Unicode Bidirectional Algorithm, rules W4 to W7 and N1 (what joins a number or a Latin
  /// phrase), L2 and L4 (reversal and mirroring), the way back.
  var inReadingOrder: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    let marksFollow = self.marksFollow
    // Behind a letter, signs and hyphens do not join numbers (W2 makes these Arabic numbers).
    var isBehindLetter = false
    var end = scalars.count
    while end > 0 {
      let start = leftToRightStart(end, signsJoin: !isBehindLetter)
      if start < end {
        result += scalars[start..<end]
        isBehindLetter = isBehindLetter || (start..<end).contains { kind($0) == .latin }
        end = start
        continue
      }
      // A letter with the signs that follow it stays together.
      var letter = end - 1
      while marksFollow, letter > 0, kind(letter) == .mark { letter -= 1 }
      isBehindLetter = isBehindLetter || kind(letter) == .arabic
      result.append(mirrored(scalars[letter]))
      result += scalars[letter + 1..<end]
      end = letter
    }
    return result
  }

  /// Whether signs stand behind their letters and not, as everything else, on the other side: then
  /// some end a word and none begins one.
  private var marksFollow: Bool {
    var balance = 0
    for i in scalars.indices where kind(i) == .mark {
      if i == 0 || kind(i - 1) == .neutral { balance -= 1 }
      if i == scalars.count - 1 || kind(i + 1) == .neutral { balance += 1 }
    }
    return balance > 0
  }

  private enum Kind { case latin, digit, mark, arabic, neutral }

  private func kind(_ i: Int) -> Kind {
    let value = scalars[i].value
    if (0x600...0x6FF).contains(value) || (0x750...0x77F).contains(value)
      || value >= 0xFB50 && value <= 0xFEFC
    {
      switch CodePointClass.of(value) {
      case .mark: return value == 0x640 ? .arabic : .mark
      case .digit: return .digit
      case .letter: return .arabic
      default: return .neutral
      }
    }
    switch CodePointClass.of(value) {
    case .mark: return .mark
    case .digit: return .digit
    case .letter: return .latin
    default: return .neutral
    }
  }

  /// Where the run from left to right that ends at `end` begins; `end` if none ends there.
  private func leftToRightStart(_ end: Int, signsJoin: Bool) -> Int {
    guard end > 0 else { return end }
    var last = end - 1
    if signsJoin, kind(last) == .neutral, isNumberSign(last), last > 0, kind(last - 1) == .digit {
      last -= 1
    }
    guard kind(last) == .digit || kind(last) == .latin else { return end }
    var start = last
    while start > 0 {
      let next = start - 1
      switch kind(next) {
      case .latin, .digit, .mark: start = next
      case .arabic: return start
      case .neutral:
        guard let bridged = bridge(next, from: start, signsJoin: signsJoin) else {
          return signsJoin && isNumberSign(next) && kind(start) == .digit ? next : start
        }
        start = bridged
      }
    }
    return start
  }

  /// The character left of the neutrals at `gap`, if these join it to the run that begins at
  /// `start`.
  private func bridge(_ gap: Int, from start: Int, signsJoin: Bool) -> Int? {
    var left = gap
    while left >= 0, kind(left) == .neutral { left -= 1 }
    guard left >= 0 else { return nil }
    switch kind(left) {
    case .latin, .mark: return left
    case .digit:
      guard left == gap - 1 else { return nil }
      let joins = signsJoin ? ".,:/-+،٫٬" : ".,:/،٫٬"
      return kind(start) == .latin || joins.unicodeScalars.contains(scalars[gap]) ? left : nil
    default: return nil
    }
  }

  private func isNumberSign(_ i: Int) -> Bool { "%$€£#٪".unicodeScalars.contains(scalars[i]) }

  private func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Self.mirrors[scalar] ?? scalar
  }

  private static let mirrors: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»",
    "»": "«", "‹": "›", "›": "‹", "\u{FD3E}": "\u{FD3F}", "\u{FD3F}": "\u{FD3E}",
  ]
}
