/// The best alignments of one word with others, one after the other: a table with a column for each place of the other
/// word and a row for each place of the one word.
///
/// Columns are kept for the next word as far as that begins like the one before. Only rows within the bound are
/// followed.
struct SpellingAlignment {
  /// The number of rows.
  private let height: Int
  /// How many units begin at each letter of the word.
  private let stride: Int
  /// The costs of reaching each place, column by column.
  private var cells: [Float] = []
  /// The rows within the bound in each column: the first, and the one behind the last; 0 and 0 if there is none.
  private var reached: [(first: Int, end: Int)] = []
  /// How many columns hold for the last word.
  private var columnCount = 0

  init(letters: Int, stride: Int) {
    height = letters + 1
    self.stride = stride
  }

  /// The cost of the best alignment, or infinity if it exceeds the bound.
  ///
  /// - Parameters:
  ///   - other: The other word.
  ///   - shared: How many letters it begins with like the last one.
  ///   - bound: At most that of the call before.
  ///   - rows: Rows of the cost of each unit of the other script.
  ///   - rowStarts: Where the row of each unit of the word begins, `stride` a place.
  /// - Returns: The cost in natural logarithms.
  mutating func cost(
    to other: SpellingWord, sharing shared: Int, bound: Float, _ rows: [Float], _ rowStarts: [Int]
  ) -> Float {
    let needed = other.count + 1
    if reached.count < needed {
      cells.append(
        contentsOf: repeatElement(.infinity, count: needed * height - cells.count))
      reached.append(contentsOf: repeatElement((first: 0, end: 0), count: needed - reached.count))
    }
    precondition(
      other.units.count >= needed * other.stride && rowStarts.count >= height * stride,
      "units for each place")
    columnCount = min(columnCount, shared + 1)
    let longest = other.stride - 1
    while columnCount < needed {
      var (first, end) = columnCount == 0 ? (0, stride) : (height, 0)
      for j in max(0, columnCount - longest)..<columnCount where reached[j].end > 0 {
        first = min(first, reached[j].first)
        end = max(end, reached[j].end + stride - 1)
      }
      // No unit is long enough to pass over so many places that can't be reached.
      if end == 0 { return .infinity }
      fillColumn(columnCount, first, end, other, bound, rows, rowStarts)
      columnCount += 1
    }
    let result = cells[needed * height - 1]
    return result <= bound ? result : .infinity
  }

  private mutating func fillColumn(
    _ j: Int, _ first: Int, _ reach: Int, _ other: SpellingWord, _ bound: Float, _ rows: [Float],
    _ rowStarts: [Int]
  ) {
    let otherStride = other.stride
    let longest = min(otherStride - 1, j)
    var rowsReached = (first: 0, end: 0)
    // SAFETY: rows lie below the height and columns up to `j`, for which `cells` has room; units are there for each
    // place of both words, and a unit's number lies within each row of costs.
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe rows.withUnsafeBufferPointer { rows in
        unsafe rowStarts.withUnsafeBufferPointer { starts in
          unsafe other.units.withUnsafeBufferPointer { units in
            for i in 0..<height { unsafe cells[j &* height &+ i] = .infinity }
            if j == 0 { unsafe cells[0] = 0 }
            var i = first
            var end = min(reach, height)
            while i < end {
              var best = unsafe cells[j &* height &+ i]
              for n in 0...longest {
                let unit = unsafe units[(j &- n) &* otherStride &+ n]
                if n > 1, unit == SpellingModel.noUnit { continue }
                for m in (n == 0 ? 1 : 0)..<min(stride, i &+ 1) {
                  let row = unsafe starts[(i &- m) &* stride &+ m]
                  if m > 1, row == 0 { continue }
                  let from = unsafe cells[(j &- n) &* height &+ i &- m]
                  if from >= best || from > bound { continue }
                  var cost = unsafe rows[row &+ Int(unit)]
                  if cost == .infinity, m <= 1, n <= 1 { cost = SpellingModel.strange }
                  best = min(best, from + cost)
                }
              }
              unsafe cells[j &* height &+ i] = best
              i &+= 1
              if best <= bound {
                if rowsReached.end == 0 { rowsReached.first = i &- 1 }
                rowsReached.end = i
                end = min(height, max(end, i &+ stride &- 1))
              }
            }
          }
        }
      }
    }
    reached[j] = rowsReached
  }
}
