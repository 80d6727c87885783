/// A text cut into tokens and what stands between them, without a gap.
struct TextUnits {
  private let text: TokenizedText
  private let ends: [Int]
  /// The token of each unit; -1 for what stands between two.
  private let owners: [Int]

  init(_ text: String) {
    let text = TokenizedText(text)
    var ends: [Int] = []
    var owners: [Int] = []
    var position = 0
    for (index, token) in text.tokens.enumerated() {
      if Int(token.start) > position {
        ends.append(Int(token.start))
        owners.append(-1)
      }
      position = Int(token.end)
      ends.append(position)
      owners.append(index)
    }
    if position < text.utf8.count {
      ends.append(text.utf8.count)
      owners.append(-1)
    }
    self.text = text
    self.ends = ends
    self.owners = owners
  }

  var count: Int { ends.count }

  /// The bytes of a unit.
  subscript(_ index: Int) -> ArraySlice<UInt8> {
    text.utf8[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Whether a unit is white space within a line.
  func isBlank(_ index: Int) -> Bool { owners[index] < 0 && !self[index].contains(0x0A) }

  /// Whether a unit is a word, a number or the like, and no punctuation.
  func isWord(_ index: Int) -> Bool {
    owners[index] >= 0 && text.tokens[owners[index]].kind != .punctuation
  }

  /// The letters, numbers and symbols of the text, without spaces and punctuation.
  ///
  /// Zeros stand around numbers, so that two numbers that are joined don't look like one that was.
  var letters: [UInt8] {
    var result: [UInt8] = []
    for index in 0..<count where owners[index] >= 0 {
      switch text.tokens[owners[index]].kind {
      case .punctuation:
        if isSymbol(index) { result += self[index] }
      case .number: result += [0] + self[index] + [0]
      default: result += self[index]
      }
    }
    return result
  }

  /// Whether a mark tells something of its own: a sign of currency, mathematics or percent.
  private func isSymbol(_ index: Int) -> Bool {
    guard let scalar = String(decoding: self[index], as: UTF8.self).unicodeScalars.first else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .currencySymbol, .mathSymbol, .otherSymbol: return true
    default: return scalar == "%" || scalar == "\u{66A}" || scalar == "\u{2030}"
    }
  }

  /// The units of two texts as numbers that are equal where the bytes are.
  static func numbered(_ a: TextUnits, _ b: TextUnits) -> ([Int32], [Int32]) {
    var known: [ArraySlice<UInt8>: Int32] = [:]
    func numbers(_ units: TextUnits) -> [Int32] {
      (0..<units.count).map { index in
        if let number = known[units[index]] { return number }
        let number = Int32(known.count)
        known[units[index]] = number
        return number
      }
    }
    return (numbers(a), numbers(b))
  }
}
