internal import ArabicScript

/// Which pieces of Latin spellings stand for which pieces of Arabic ones, and at what cost.
///
/// A unit is a piece of a word with a piece of its other spelling: Latin of 0 to 3 letters, Arabic of
/// 0 to 2. Its cost is the mean of −ln P(Arabic | Latin) and −ln P(Latin | Arabic), so that neither
/// direction is preferred.
/// Source: expectation maximisation over many-to-many alignments (Jiampojamarn, Kondrak and Sherif,
/// "Applying Many-to-Many Alignments and Hidden Markov Models to Letter-to-Phoneme Conversion",
/// NAACL 2007), `Training/names/make_spelling_units.py`.
struct SpellingModel: Sendable {
  /// The number of a piece that the model doesn't know.
  static let noUnit: UInt16 = 0
  /// The cost of a letter against another, or against none, where the model knows no unit.
  static let strange: Float = 9

  /// The model that Marsad ships.
  static let shared = SpellingModel()

  /// How a piece may be written in the other script.
  struct Choice: Sendable {
    let piece: String
    /// −ln P(piece | the piece of the other script).
    let cost: Float
  }

  /// The ways to write each Arabic piece in Latin letters.
  private(set) var latinChoices: [String: [Choice]] = [:]
  /// The ways to write each Latin piece in Arabic letters.
  private(set) var arabicChoices: [String: [Choice]] = [:]
  private var latinUnits: [String: UInt16] = [:]
  private var arabicUnits: [String: UInt16] = [:]
  private var costs: UnitCosts

  private init() {
    let rows = DataFile("names/spelling-units.tsv").rows
    costs = UnitCosts(capacity: rows.count)
    for row in rows {
      let (latin, arabic) = (row[0], row[1])
      guard let arabicCost = Float(row[2]), let latinCost = Float(row[3]) else { continue }
      let first = latinUnits[latin] ?? UInt16(latinUnits.count + 1)
      latinUnits[latin] = first
      let second = arabicUnits[arabic] ?? UInt16(arabicUnits.count + 1)
      arabicUnits[arabic] = second
      costs.insert(first, second, (arabicCost + latinCost) / 2)
      latinChoices[arabic, default: []].append(Choice(piece: latin, cost: latinCost))
      arabicChoices[latin, default: []].append(Choice(piece: arabic, cost: arabicCost))
    }
  }

  /// The length of the longest piece of a script, in letters.
  static func longest(_ script: NameScript) -> Int { script == .latin ? 3 : 2 }

  /// The cost of a Latin unit for an Arabic one; infinite where none was seen.
  func cost(_ latin: UInt16, _ arabic: UInt16) -> Float { costs.cost(latin, arabic) }

  /// A word as the model sees it; nil if it has no letter of the script.
  func word(_ text: String, _ script: NameScript) -> SpellingWord? {
    let plain = NameAlphabet.shared.plain(text, script)
    let letters = ["^"] + NameAlphabet.shared.modelled(text, script) + ["$"]
    guard letters.count > 2, !plain.isEmpty else { return nil }
    return SpellingWord(
      script: script, units: units(letters, script), count: letters.count, plain: plain,
      skeleton: Skeleton(plain))
  }

  private func units(_ letters: [Unicode.Scalar], _ script: NameScript) -> [UInt16] {
    let table = script == .latin ? latinUnits : arabicUnits
    let stride = SpellingModel.longest(script) + 1
    var result = [UInt16](repeating: SpellingModel.noUnit, count: (letters.count + 1) * stride)
    for at in 0...letters.count {
      var piece = String.UnicodeScalarView()
      for length in 0..<min(stride, letters.count - at + 1) {
        if length > 0 { piece.append(letters[at + length - 1]) }
        result[at * stride + length] = table[String(piece)] ?? SpellingModel.noUnit
      }
    }
    return result
  }
}

/// Costs by a pair of unit numbers: open addressing with linear probing, at most half full.
private struct UnitCosts: Sendable {
  private var keys: [UInt32]
  private var costs: [Float]
  private let mask: Int

  init(capacity: Int) {
    var slots = 16
    while slots < 4 * capacity { slots *= 2 }
    keys = [UInt32](repeating: 0, count: slots)
    costs = [Float](repeating: .infinity, count: slots)
    mask = slots - 1
  }

  mutating func insert(_ latin: UInt16, _ arabic: UInt16, _ cost: Float) {
    let slot = slot(latin, arabic)
    keys[slot] = UInt32(latin) << 16 | UInt32(arabic)
    costs[slot] = cost
  }

  func cost(_ latin: UInt16, _ arabic: UInt16) -> Float {
    let slot = slot(latin, arabic)
    return keys[slot] == 0 ? .infinity : costs[slot]
  }

  /// Where the pair stands, or the free slot where it would; Fibonacci hashing (Knuth, volume 3, 6.4).
  private func slot(_ latin: UInt16, _ arabic: UInt16) -> Int {
    let key = UInt32(latin) << 16 | UInt32(arabic)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 8) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
