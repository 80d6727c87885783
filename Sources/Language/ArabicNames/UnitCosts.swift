/// What it costs to take a unit of the other script for the units of one word that end at each of its letters.
///
/// A unit has a line; a line has a row for each length of the word's units, and a row a cost for each place of the word:
/// before its first letter, behind that, and so on.
struct UnitCosts {
  /// How many costs a row holds: the word's places, rounded up to whole vectors of eight.
  let width: Int
  /// How many rows a line has.
  let rows: Int
  /// The lines' costs.
  private(set) var costs: [Int16]
  /// By unit of the other script, the least cost in its line.
  private(set) var least: [Int16]
  /// What the letters behind each place of the word cost at least.
  private(set) var ahead: [Int16]
  private var lines: [UInt16]
  private let places: Int

  /// The line of a unit of one letter that nothing is known to stand for, and of a longer one.
  private static let strange = 1
  static let impossible = 0

  init(of word: SpellingWord) {
    let model = SpellingModel.shared
    let other: NameScript = word.script == .latin ? .arabic : .latin
    places = word.count + 1
    width = (places + 7) / 8 * 8
    rows = word.stride
    costs = []
    let lengths = model.lengths(other)
    least = lengths.map { $0 == 1 ? SpellingModel.strange : SpellingCost.infinite }
    ahead = [Int16](repeating: 0, count: width)
    lines = [UInt16](repeating: 0, count: lengths.count)
    appendLine(length: 2)
    appendLine(length: 1)
    for length in 0..<rows {
      for place in length..<places {
        let unit = word.units[(place - length) * rows + length]
        for partner in model.partners(of: unit, in: word.script) {
          let number = Int(partner.unit)
          if lines[number] == UnitCosts.impossible {
            lines[number] = appendLine(length: Int(lengths[number]))
          }
          costs[(Int(lines[number]) * rows + length) * width + place] = partner.cost
          least[number] = min(least[number], partner.cost)
        }
      }
    }
    for place in (0..<word.count).reversed() {
      var cost = ahead[place + 1] + SpellingModel.strange
      for length in 1..<min(rows, places - place) {
        for partner in model.partners(of: word.units[place * rows + length], in: word.script) {
          cost = min(cost, ahead[place + length] + partner.cost)
        }
      }
      ahead[place] = min(cost, SpellingCost.infinite)
    }
  }

  /// The line of a unit of some letters of the other script.
  func line(of unit: UInt16, length: Int) -> Int {
    let line = Int(lines[Int(unit)])
    return line == UnitCosts.impossible && length <= 1 ? UnitCosts.strange : line
  }

  /// Adds a line for a unit of which nothing is known: one letter may stand for one or none, at a cost.
  @discardableResult private mutating func appendLine(length: Int) -> UInt16 {
    let number = UInt16(costs.count / (rows * width))
    costs.append(contentsOf: repeatElement(SpellingCost.infinite, count: rows * width))
    guard length <= 1 else { return number }
    for row in 0...1 {
      let first = (Int(number) * rows + row) * width
      for place in row..<places { costs[first + place] = SpellingModel.strange }
    }
    return number
  }
}
