/// The costs of taking other spellings for the same word as one; made once for that one, and keeps its working
/// memory between calls.
struct SpellingDistance {
  private let word: SpellingWord
  /// Rows with the cost of each unit of the other script for a unit of the word, infinite where none was
  /// seen; the first row is that of no unit.
  private var rows: [Float]
  /// Where the row of each of the word's units begins.
  private var rowStarts: [Int] = []
  private var alignment: SpellingAlignment
  /// The word that it was with.
  private var last: SpellingWord?
  private var plainCells: [Float] = []

  /// Prepares for comparing with a word.
  init(from word: SpellingWord) {
    self.word = word
    alignment = SpellingAlignment(letters: word.count, stride: word.stride)
    let model = SpellingModel.shared
    let width = model.unitCount(of: word.script == .latin ? .arabic : .latin)
    rows = [Float](repeating: .infinity, count: width)
    var known = [SpellingModel.noUnit: 0]
    rowStarts.reserveCapacity(word.units.count)
    for unit in word.units {
      let start = known[unit] ?? rows.count
      rowStarts.append(start)
      if known.updateValue(start, forKey: unit) != nil { continue }
      rows.append(contentsOf: repeatElement(.infinity, count: width))
      for partner in model.partners(of: unit, in: word.script) {
        rows[start + Int(partner.unit)] = partner.cost
      }
    }
  }

  /// The cost of the best alignment, or infinity as soon as it must exceed `bound`.
  mutating func cost(to other: SpellingWord, bound: Float) -> Float {
    word.script == other.script ? plainCost(word.plain, other.plain) : unitCost(other, bound)
  }

  /// Viterbi over the units of both words.
  private mutating func unitCost(_ other: SpellingWord, _ bound: Float) -> Float {
    let shared = other.sharedLetters(with: last)
    last = other
    return alignment.cost(to: other, sharing: shared, bound: bound, rows, rowStarts)
  }

  /// Weighted edit distance (Wagner and Fischer 1974) of spellings in one script: letters of the
  /// same class of sounds and those that carry no consonant differ little.
  private mutating func plainCost(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Float {
    if a == b { return 0 }
    let width = b.count + 1
    clear((a.count + 1) * width)
    plainCells[0] = 0
    for i in 0...a.count {
      for j in 0...b.count {
        var best = plainCells[i * width + j]
        if i > 0 { best = min(best, plainCells[(i - 1) * width + j] + loss(a, i - 1)) }
        if j > 0 { best = min(best, plainCells[i * width + j - 1] + loss(b, j - 1)) }
        if i > 0, j > 0 {
          best = min(best, plainCells[(i - 1) * width + j - 1] + change(a[i - 1], b[j - 1]))
        }
        plainCells[i * width + j] = best
      }
    }
    return plainCells[a.count * width + b.count]
  }

  private mutating func clear(_ count: Int) {
    plainCells.removeAll(keepingCapacity: true)
    plainCells.append(contentsOf: repeatElement(.infinity, count: count))
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
