/// The best alignments of one word with others, one after the other: a table with a column for each place of the other
/// word and a row for each place of the one word.
///
/// Columns are kept for the next word as far as that begins like the one before. A word is left as soon as what its
/// letters and those of the one word cost at least exceeds the bound.
struct SpellingAlignment {
  private let costs: UnitCosts
  private let places: Int
  /// The length of the other script's longest unit.
  private let longest: Int
  /// The line of units of no letter of the other script.
  private let emptyLine: Int
  /// Columns one behind the other, each with `margin` infinite costs in front.
  private var cells: [Int16] = []
  /// What the other word's letters behind each place cost at least.
  private var remaining: [Int16] = []
  /// How many columns hold for the last word.
  private var columnCount = 0

  /// At least the length of the longest unit.
  private static let margin = 4
  private typealias Vector = SIMD8<Int16>

  init(from word: SpellingWord) {
    costs = UnitCosts(of: word)
    places = word.count + 1
    let other: NameScript = word.script == .latin ? .arabic : .latin
    longest = SpellingModel.longest(other)
    emptyLine = costs.line(of: SpellingModel.shared.emptyUnit(other), length: 0)
  }

  /// What an alignment with another word costs at least, whatever the order of this word's letters.
  ///
  /// - Parameters:
  ///   - units: The other word's units.
  ///   - count: How many letters it has.
  /// - Returns: The cost, the infinite one at most.
  mutating func leastCost(_ units: Span<UInt16>, count: Int) -> Int16 {
    if remaining.count <= count {
      remaining.append(contentsOf: repeatElement(0, count: count + 1 - remaining.count))
    }
    remaining[count] = 0
    precondition(units.count >= count * (longest + 1), "units for each letter")
    let longest = longest
    // SAFETY: `remaining` has room for the places, there are units for each, and `least` has a cost for each unit.
    unsafe units.withUnsafeBufferPointer { units in
      unsafe costs.least.withUnsafeBufferPointer { least in
        unsafe remaining.withUnsafeMutableBufferPointer { remaining in
          var place = count
          while place > 0 {
            place &-= 1
            let first = place &* (longest &+ 1)
            var best =
              unsafe min(least[Int(units[first &+ 1])], SpellingModel.strange)
              &+ remaining[place &+ 1]
            var length = 2
            while length <= min(longest, count &- place) {
              let cost = unsafe least[Int(units[first &+ length])] &+ remaining[place &+ length]
              best = min(best, cost)
              length &+= 1
            }
            unsafe remaining[place] = min(best, SpellingCost.infinite)
          }
        }
      }
    }
    return remaining[0]
  }

  /// The cost of the best alignment with another word, or the infinite one if it exceeds the bound.
  ///
  /// - Parameters:
  ///   - units: The other word's units.
  ///   - count: How many letters it has.
  ///   - shared: How many letters it begins with like the word of the last call.
  ///   - bound: The most that counts.
  /// - Returns: The cost.
  mutating func cost(_ units: Span<UInt16>, count: Int, sharing shared: Int, bound: Int16) -> Int16
  {
    _ = leastCost(units, count: count)
    let height = SpellingAlignment.margin + costs.width
    if cells.count < (count + 1) * height {
      cells.append(
        contentsOf: repeatElement(SpellingCost.infinite, count: (count + 1) * height - cells.count))
    }
    columnCount = min(columnCount, shared + 1)
    // No unit is long enough to pass over so many places that can't be reached.
    var unreached = 0
    for column in max(0, columnCount - longest)...count {
      if column >= columnCount {
        fill(column, units)
        columnCount = column + 1
      }
      unreached = least(column) <= bound ? 0 : unreached + 1
      if unreached == longest { return SpellingCost.infinite }
    }
    return cells[count * height + SpellingAlignment.margin + places - 1]
  }

  private mutating func fill(_ column: Int, _ units: Span<UInt16>) {
    let (width, rows, margin) = (costs.width, costs.rows, SpellingAlignment.margin)
    let height = margin + width
    let first = column * height + margin
    // SAFETY: columns up to this one have room in `cells`, and a margin in front that is as long as the longest unit;
    // a line has `rows` rows of `width` costs, and `width` is a multiple of the vector's length.
    unsafe cells.withUnsafeMutableBytes { cells in
      unsafe costs.costs.withUnsafeBytes { costs in
        for start in stride(from: 0, to: width, by: Vector.scalarCount) {
          unsafe cells.storeBytes(
            of: Vector(repeating: SpellingCost.infinite), toByteOffset: (first &+ start) &* 2,
            as: Vector.self)
        }
        if column == 0 { unsafe cells.storeBytes(of: 0, toByteOffset: first &* 2, as: Int16.self) }
        var length = 1
        while length <= min(longest, column) {
          defer { length &+= 1 }
          let unit = units[(column &- length) &* (longest &+ 1) &+ length]
          if length > 1, unit == SpellingModel.noUnit { continue }
          let line = self.costs.line(of: unit, length: length)
          if line == UnitCosts.impossible { continue }
          let source = first &- length &* height
          var start = 0
          while start < width {
            let at = (first &+ start) &* 2
            var best = unsafe cells.loadUnaligned(fromByteOffset: at, as: Vector.self)
            for row in 0..<rows {
              let from = unsafe cells.loadUnaligned(
                fromByteOffset: (source &+ start &- row) &* 2, as: Vector.self)
              let cost = unsafe costs.loadUnaligned(
                fromByteOffset: ((line &* rows &+ row) &* width &+ start) &* 2, as: Vector.self)
              let sum = from &+ cost
              best.replace(with: sum, where: sum .< best)
            }
            unsafe cells.storeBytes(of: best, toByteOffset: at, as: Vector.self)
            start &+= Vector.scalarCount
          }
        }
      }
    }
    skip(from: first)
  }

  /// Takes letters of the one word for none of the other in a column.
  private mutating func skip(from first: Int) {
    // SAFETY: as in `fill`.
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe costs.costs.withUnsafeBufferPointer { costs in
        let (width, rows) = (self.costs.width, self.costs.rows)
        let line = emptyLine &* rows &* width
        for place in 1..<places {
          var best = unsafe cells[first &+ place]
          for row in 1..<rows {
            let cost = unsafe costs[line &+ row &* width &+ place]
            best = min(best, unsafe cells[first &+ place &- row] &+ cost)
          }
          unsafe cells[first &+ place] = best
        }
      }
    }
  }

  /// What the best alignment that passes through a column costs at least.
  private func least(_ column: Int) -> Int16 {
    let first = column * (SpellingAlignment.margin + costs.width) + SpellingAlignment.margin
    var best = Vector(repeating: SpellingCost.infinite)
    let rest = Vector(repeating: remaining[column])
    // SAFETY: the column lies in `cells`, `ahead` is as wide, and `width` is a multiple of the vector's length.
    unsafe cells.withUnsafeBytes { cells in
      unsafe costs.ahead.withUnsafeBytes { ahead in
        for start in stride(from: 0, to: costs.width, by: Vector.scalarCount) {
          let cost = unsafe cells.loadUnaligned(
            fromByteOffset: (first + start) * 2, as: Vector.self)
          var more = unsafe ahead.loadUnaligned(fromByteOffset: start * 2, as: Vector.self)
          more.replace(with: rest, where: more .< rest)
          let sum = cost &+ more
          best.replace(with: sum, where: sum .< best)
        }
      }
    }
    return best.min()
  }
}
