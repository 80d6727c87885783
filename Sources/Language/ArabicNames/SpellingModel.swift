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
  static let strange = SpellingCost.whole(9)

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
  private var latinUnits = Units()
  private var arabicUnits = Units()

  /// A unit of the other script, with the cost of taking it for a unit.
  typealias Partner = (unit: UInt16, cost: Int16)

  /// The units of a script.
  private struct Units: Sendable {
    var numbers: [LetterPiece: UInt16] = [:]
    /// By number, how many letters a unit has.
    var lengths: [UInt8] = [0]
    /// By number, the units of the other script that may stand for it.
    var partners: [[Partner]] = [[]]

    /// The number of a piece, a new one if it has none; nil if it is longer than pieces may be.
    mutating func number(of text: String) -> UInt16? {
      guard let piece = LetterPiece(text) else { return nil }
      if let known = numbers[piece] { return known }
      let number = UInt16(partners.count)
      numbers[piece] = number
      lengths.append(UInt8(piece.count))
      partners.append([])
      return number
    }
  }

  private init() {
    for row in DataFile("names/spelling-units.tsv").rows {
      let (latin, arabic) = (row[0], row[1])
      guard let arabicCost = Float(row[2]), let latinCost = Float(row[3]) else { continue }
      guard let first = latinUnits.number(of: latin), let second = arabicUnits.number(of: arabic)
      else { continue }
      let cost = SpellingCost.whole((arabicCost + latinCost) / 2)
      latinUnits.partners[Int(first)].append((second, cost))
      arabicUnits.partners[Int(second)].append((first, cost))
      latinChoices[arabic, default: []].append(Choice(piece: latin, cost: latinCost))
      arabicChoices[latin, default: []].append(Choice(piece: arabic, cost: arabicCost))
    }
  }

  /// The length of the longest piece of a script, in letters.
  static func longest(_ script: NameScript) -> Int { script == .latin ? 3 : 2 }

  /// The units of the other script that may stand for a unit of `script`; none for `noUnit`.
  func partners(of unit: UInt16, in script: NameScript) -> [Partner] {
    units(script).partners[Int(unit)]
  }

  /// How many letters each unit of a script has, by its number; 0 for `noUnit`.
  func lengths(_ script: NameScript) -> [UInt8] { units(script).lengths }

  /// The unit of no letter.
  func emptyUnit(_ script: NameScript) -> UInt16 {
    units(script).numbers[LetterPiece()] ?? SpellingModel.noUnit
  }

  private func units(_ script: NameScript) -> Units {
    script == .latin ? latinUnits : arabicUnits
  }

  /// A word as the model sees it; nil if it has no letter of the script.
  func word(_ text: String, _ script: NameScript) -> SpellingWord? {
    let plain = NameAlphabet.shared.plain(text, script)
    let letters = ["^"] + NameAlphabet.shared.modelled(text, script) + ["$"]
    guard letters.count > 2, !plain.isEmpty else { return nil }
    return SpellingWord(
      script: script, units: units(letters, script), count: letters.count,
      plain: plain.map(NameLetter.init), skeleton: Skeleton(plain))
  }

  /// The consonants of a word; nil if it has no letter of the script.
  func skeleton(_ text: String, _ script: NameScript) -> Skeleton? {
    let plain = NameAlphabet.shared.plain(text, script)
    guard !plain.isEmpty, !NameAlphabet.shared.modelled(text, script).isEmpty else { return nil }
    return Skeleton(plain)
  }

  private func units(_ letters: [Unicode.Scalar], _ script: NameScript) -> [UInt16] {
    let numbers = units(script).numbers
    let stride = SpellingModel.longest(script) + 1
    var result = [UInt16](repeating: SpellingModel.noUnit, count: (letters.count + 1) * stride)
    for at in 0...letters.count {
      var piece = LetterPiece()
      for length in 0..<min(stride, letters.count - at + 1) {
        if length > 0 { piece.append(letters[at + length - 1]) }
        result[at * stride + length] = numbers[piece] ?? SpellingModel.noUnit
      }
    }
    return result
  }
}
