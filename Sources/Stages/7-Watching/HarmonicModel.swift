internal import Foundation

/// A Poisson regression with logarithmic link on a constant and the first harmonic of the season.
struct HarmonicModel {
  private var coefficients = [0.0, 0.0, 0.0]
  private let period: Double

  /// Fits the counts, which are at the indices they have.
  init(_ counts: ArraySlice<Int>, period: Int) {
    self.period = Double(period)
    var predictors = counts.map { log(Double($0) + 0.1) }
    let rows = counts.indices.map { row(at: $0) }
    for _ in 0..<25 {
      var normal = Array(repeating: Array(repeating: 0.0, count: 4), count: 3)
      for (position, count) in counts.enumerated() {
        let mean = max(exp(predictors[position]), Double.ulpOfOne)
        let value = predictors[position] + (Double(count) - mean) / mean
        let right = rows[position] + [value]
        for line in 0..<3 {
          for column in 0..<4 { normal[line][column] += mean * right[line] * right[column] }
        }
      }
      let next = HarmonicModel.solve(normal)
      guard next.allSatisfy(\.isFinite) else { break }
      let change = zip(next, coefficients).map { abs($0 - $1) }.max() ?? 0
      coefficients = next
      predictors = rows.map { zip($0, next).reduce(0) { $0 + $1.0 * $1.1 } }
      if change < 1e-10 { break }
    }
  }

  /// The expected count at an index.
  func mean(at index: Int) -> Double {
    max(
      exp(zip(row(at: index), coefficients).reduce(0) { $0 + $1.0 * $1.1 }), Double.ulpOfOne)
  }

  /// How much more than a Poisson distribution the counts vary, by moments; zero if not more.
  func dispersion(of counts: ArraySlice<Int>) -> Double {
    var (excess, squares) = (0.0, 0.0)
    for index in counts.indices {
      let mean = mean(at: index)
      excess += (Double(counts[index]) - mean) * (Double(counts[index]) - mean) - mean
      squares += mean * mean
    }
    return max(0, excess / squares)
  }

  private func row(at index: Int) -> [Double] {
    let angle = 2 * Double.pi / period * Double(index)
    return [1, cos(angle), sin(angle)]
  }

  /// Solves three equations by elimination with the largest pivot; the last column is the right side.
  private static func solve(_ equations: [[Double]]) -> [Double] {
    var lines = equations
    for column in 0..<3 {
      let pivot = (column..<3).max { abs(lines[$0][column]) < abs(lines[$1][column]) } ?? column
      lines.swapAt(column, pivot)
      for line in 0..<3 where line != column {
        let factor = lines[line][column] / lines[column][column]
        for other in column..<4 { lines[line][other] -= factor * lines[column][other] }
      }
    }
    return (0..<3).map { lines[$0][3] / lines[$0][$0] }
  }
}
