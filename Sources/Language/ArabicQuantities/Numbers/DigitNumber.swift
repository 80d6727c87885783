/// A number written in digits.
struct DigitNumber: Sendable, Equatable {
  var value: Double
  /// The number of digits before a decimal mark.
  var digits: Int
  /// Whether a decimal mark stands in it.
  var isDecimal: Bool
  /// Whether its one mark may as well part thousands (`2.125`).
  var isAmbiguous: Bool

  /// Reads folded digits with inner marks.
  ///
  /// Marks that part groups of exactly three digits part thousands, others the decimals; the last of
  /// two different marks is the decimal mark. A single full stop before three digits can be either;
  /// it is read as thousands unless the number begins with 0.
  init?(_ key: ArraySlice<UInt8>) {
    var groups: [(mark: UInt8, digits: Int, value: Double)] = [(0, 0, 0)]
    var i = key.startIndex
    while i < key.endIndex {
      let byte = key[i]
      if (0x30...0x39).contains(byte) {
        groups[groups.count - 1].digits += 1
        groups[groups.count - 1].value = groups[groups.count - 1].value * 10 + Double(byte - 0x30)
        i += 1
      } else if byte == 0x2E || byte == 0x2C {
        groups.append((byte, 0, 0))
        i += 1
      } else if byte == 0xD9, i + 1 < key.endIndex, key[i + 1] == 0xAB || key[i + 1] == 0xAC {
        groups.append((key[i + 1] == 0xAB ? 0x44 : 0x54, 0, 0))
        i += 2
      } else {
        return nil
      }
    }
    guard groups[0].digits > 0 else { return nil }
    self.init(groups)
  }

  /// Makes a number of groups of digits, each with the mark before it: `.`, `,`, `D` for U+066B and
  /// `T` for U+066C.
  init?(_ groups: [(mark: UInt8, digits: Int, value: Double)]) {
    value = groups[0].value
    digits = groups[0].digits
    isDecimal = false
    isAmbiguous = false
    guard groups.count > 1 else { return }
    let last = groups[groups.count - 1]
    let marks = groups.dropFirst().map(\.mark)
    let inner = groups.dropFirst().dropLast()
    let lastParts =
      last.digits == 3 && last.mark != 0x44
      && (marks.allSatisfy { $0 == last.mark }) && groups[0].digits <= 3
      && (groups[0].value > 0 || groups.count > 2)
    guard inner.allSatisfy({ $0.digits == 3 }) else { return nil }
    if groups.count > 2, !lastParts, Set(marks.dropLast()).contains(last.mark) { return nil }
    let whole = lastParts ? groups.dropFirst() : groups.dropFirst().dropLast()
    for group in whole { value = value * 1000 + group.value }
    digits += 3 * whole.count
    if lastParts {
      isAmbiguous = groups.count == 2 && last.mark == 0x2E
    } else {
      isDecimal = true
      var scale = 1.0
      for _ in 0..<last.digits { scale *= 10 }
      value += last.value / scale
    }
  }
}
