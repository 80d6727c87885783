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
  /// By the number of a Latin unit, the Arabic ones that may stand for it.
  private var arabicPartners: [[Partner]] = [[]]
  /// By the number of an Arabic unit, the Latin ones that may stand for it.
  private var latinPartners: [[Partner]] = [[]]

  /// A unit of the other script, with the cost of taking it for a unit.
  typealias Partner = (unit: UInt16, cost: Float)

  private init() {
    for row in DataFile("names/spelling-units.tsv").rows {
      let (latin, arabic) = (row[0], row[1])
      guard let arabicCost = Float(row[2]), let latinCost = Float(row[3]) else { continue }
      let first = latinUnits[latin] ?? UInt16(latinUnits.count + 1)
      latinUnits[latin] = first
      if arabicPartners.count == Int(first) { arabicPartners.append([]) }
      let second = arabicUnits[arabic] ?? UInt16(arabicUnits.count + 1)
      arabicUnits[arabic] = second
      if latinPartners.count == Int(second) { latinPartners.append([]) }
      let cost = (arabicCost + latinCost) / 2
      arabicPartners[Int(first)].append((second, cost))
      latinPartners[Int(second)].append((first, cost))
      latinChoices[arabic, default: []].append(Choice(piece: latin, cost: latinCost))
      arabicChoices[latin, default: []].append(Choice(piece: arabic, cost: arabicCost))
    }
  }

  /// The length of the longest piece of a script, in letters.
  static func longest(_ script: NameScript) -> Int { script == .latin ? 3 : 2 }

  /// The units of the other script that may stand for a unit of `script`; none for `noUnit`.
  func partners(of unit: UInt16, in script: NameScript) -> [Partner] {
    script == .latin ? arabicPartners[Int(unit)] : latinPartners[Int(unit)]
  }

  /// How many units a script has, `noUnit` included.
  func unitCount(of script: NameScript) -> Int {
    script == .latin ? arabicPartners.count : latinPartners.count
  }

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
