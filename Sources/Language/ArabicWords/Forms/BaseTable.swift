internal import ArabicScript

/// How often words occur without their clitics (`Data/words/bases.tsv`).
struct BaseTable: Sendable {
  private let words: WordTable
  private let counts: [Double]
  private let definedShares: [Double]
  /// The natural logarithm of all occurrences.
  let total: Double

  init() {
    var spellings: [(spelling: [UInt8], value: Int32)] = []
    var counts: [Double] = []
    var shares: [Double] = []
    for row in DataFile("words/bases.tsv").rows {
      guard let count = Double(row[1]), let defined = Double(row[2]), count > 0 else { continue }
      spellings.append((Array(row[0].utf8), Int32(counts.count)))
      counts.append(count)
      shares.append(defined / count)
    }
    words = WordTable(spellings)
    total = Logarithm.natural(counts.reduce(1, +))
    definedShares = shares
    self.counts = counts.map(Logarithm.natural)
  }

  /// The natural logarithm of the word's occurrences, or nil.
  func count(of word: [UInt8]) -> Double? {
    let number = Int(words.value(word))
    return number < 0 ? nil : counts[number]
  }

  /// The part of the word's occurrences that has the article, 0 to 1.
  func definedShare(of word: [UInt8]) -> Double {
    let number = Int(words.value(word))
    return number < 0 ? 0 : definedShares[number]
  }
}

/// Logarithm and exponential without the mathematics library, which ring 1 does not import.
enum Logarithm {
  /// The natural logarithm of a positive finite number, to 1e-12.
  ///
  /// x is m · 2^e; the logarithm of m is 2 artanh((m - 1) / (m + 1)), as a series.
  static func natural(_ x: Double) -> Double {
    let m = x.significand
    let t = (m - 1) / (m + 1)
    var power = t
    var sum = 0.0
    var k = 1.0
    while k < 40 {
      sum += power / k
      power *= t * t
      k += 2
    }
    return 2 * sum + Double(x.exponent) * 0.693147180559945309
  }

  /// e to the power of x, for x of at most 0; 0 below -700.
  static func exponential(_ x: Double) -> Double {
    if x < -700 { return 0 }
    var steps = 0
    var small = x
    while small < -0.5 {
      small /= 2
      steps += 1
    }
    var term = 1.0
    var sum = 1.0
    for k in 1..<16 {
      term *= small / Double(k)
      sum += term
    }
    for _ in 0..<steps { sum *= sum }
    return sum
  }
}
