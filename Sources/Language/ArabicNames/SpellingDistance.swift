/// The cost of taking two spellings for the same word; keeps its working memory between calls.
struct SpellingDistance {
  private let model = SpellingModel.shared
  private var cells: [Float] = []

  /// The cost of the best alignment, or infinity as soon as it must exceed `bound`.
  mutating func cost(_ a: SpellingWord, _ b: SpellingWord, bound: Float) -> Float {
    if a.script == b.script { return plainCost(a.plain, b.plain) }
    return a.script == .latin ? unitCost(a, b, bound) : unitCost(b, a, bound)
  }

  /// Viterbi over the units of both words.
  private mutating func unitCost(_ latin: SpellingWord, _ arabic: SpellingWord, _ bound: Float)
    -> Float
  {
    let width = arabic.count + 1
    let size = (latin.count + 1) * width
    clear(size)
    cells[0] = 0
    for i in 0...latin.count {
      for j in 0...arabic.count where cells[i * width + j] <= bound {
        extend(latin, arabic, i, j, width)
      }
    }
    let result = cells[size - 1]
    return result <= bound ? result : .infinity
  }

  private mutating func extend(
    _ latin: SpellingWord, _ arabic: SpellingWord, _ i: Int, _ j: Int, _ width: Int
  ) {
    let here = cells[i * width + j]
    for m in 0...min(3, latin.count - i) {
      let first = latin.units[i * 4 + m]
      for n in 0...min(2, arabic.count - j) where m + n > 0 {
        var cost = Float.infinity
        let second = arabic.units[j * 3 + n]
        if first != SpellingModel.noUnit, second != SpellingModel.noUnit {
          cost = model.cost(first, second)
        }
        if cost == .infinity, m <= 1, n <= 1 { cost = SpellingModel.strange }
        let to = (i + m) * width + j + n
        if here + cost < cells[to] { cells[to] = here + cost }
      }
    }
  }

  /// Weighted edit distance (Wagner and Fischer 1974) of spellings in one script: letters of the
  /// same class of sounds and those that carry no consonant differ little.
  private mutating func plainCost(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Float {
    if a == b { return 0 }
    let width = b.count + 1
    clear((a.count + 1) * width)
    cells[0] = 0
    for i in 0...a.count {
      for j in 0...b.count {
        var best = cells[i * width + j]
        if i > 0 { best = min(best, cells[(i - 1) * width + j] + loss(a, i - 1)) }
        if j > 0 { best = min(best, cells[i * width + j - 1] + loss(b, j - 1)) }
        if i > 0, j > 0 {
          best = min(best, cells[(i - 1) * width + j - 1] + change(a[i - 1], b[j - 1]))
        }
        cells[i * width + j] = best
      }
    }
    return cells[a.count * width + b.count]
  }

  private mutating func clear(_ count: Int) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(.infinity, count: count))
  }

  private func sound(_ letter: Unicode.Scalar) -> [UInt8]? { Skeleton.sounds[String(letter)] }

  private func loss(_ letters: [Unicode.Scalar], _ at: Int) -> Float {
    guard sound(letters[at]) != nil else { return 1 }
    return at > 0 && letters[at] == letters[at - 1] ? 0.5 : 5
  }

  private func change(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Float {
    if a == b { return 0 }
    return sound(a) == sound(b) ? 1 : 5
  }
}
