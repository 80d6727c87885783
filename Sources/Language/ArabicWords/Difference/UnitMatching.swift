/// Which units of two sequences are the same, in order: a longest common subsequence where the sequences are
/// near each other, a good one where they are far.
///
/// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), the linear
/// space variation. A search that has gone `effort` steps without meeting itself is cut where it came furthest,
/// so that time is O(n · effort) for any two sequences.
struct UnitMatching {
  /// Whether each unit of the first sequence has its like in the second.
  private(set) var leftKept: [Bool]
  /// Whether each unit of the second sequence has its like in the first.
  private(set) var rightKept: [Bool]

  /// The most steps of one search in sequences of so many units together: enough to be exact for articles of
  /// a thousand words whatever was changed, and few for very long ones.
  static func effort(_ units: Int) -> Int { max(128, (1 << 22) / max(1, units)) }

  /// Compares two sequences; `effort` is worked out from their lengths if none is given.
  init(_ left: [Int32], _ right: [Int32], effort: Int? = nil) {
    let effort = effort ?? UnitMatching.effort(left.count + right.count)
    leftKept = Array(repeating: false, count: left.count)
    rightKept = Array(repeating: false, count: right.count)
    var open = [Box(left: 0..<left.count, right: 0..<right.count)]
    while let box = open.popLast() {
      let rest = trimmed(box, left, right)
      if rest.left.isEmpty || rest.right.isEmpty { continue }
      let snake = Snake(in: rest, left, right, effort: effort)
      for step in 0..<snake.length {
        leftKept[snake.left + step] = true
        rightKept[snake.right + step] = true
      }
      let (leftEnd, rightEnd) = (snake.left + snake.length, snake.right + snake.length)
      open.append(
        Box(
          left: leftEnd..<rest.left.upperBound, right: rightEnd..<rest.right.upperBound))
      open.append(
        Box(
          left: rest.left.lowerBound..<snake.left, right: rest.right.lowerBound..<snake.right))
    }
  }

  /// Keeps what is the same at both ends, and returns what lies between.
  private mutating func trimmed(_ box: Box, _ left: [Int32], _ right: [Int32]) -> Box {
    var (a, b) = (box.left, box.right)
    while let i = a.first, let j = b.first, left[i] == right[j] {
      leftKept[i] = true
      rightKept[j] = true
      a.removeFirst()
      b.removeFirst()
    }
    while let i = a.last, let j = b.last, left[i] == right[j] {
      leftKept[i] = true
      rightKept[j] = true
      a.removeLast()
      b.removeLast()
    }
    return Box(left: a, right: b)
  }

  /// A part of either sequence.
  struct Box {
    var left: Range<Int>
    var right: Range<Int>
  }
}

/// A run of like units at which a comparison may be cut in two.
private struct Snake {
  /// Where it begins in the first sequence.
  let left: Int
  /// Where it begins in the second.
  let right: Int
  /// How many units are alike; may be 0.
  let length: Int

  /// Searches from both ends of a box, which begins and ends with units that differ.
  init(in box: UnitMatching.Box, _ left: [Int32], _ right: [Int32], effort: Int) {
    let (n, m) = (box.left.count, box.right.count)
    let most = min((n + m + 1) / 2, effort)
    // How far along the first sequence each diagonal was followed: from the start, and behind that from the
    // end; -1 where it was not.
    let width = 2 * most + 3
    var reached = Array(repeating: -1, count: 2 * width)
    for step in 0...most {
      for isBack in [false, true] {
        let lowest = -(step - 2 * max(0, step - m))
        for k in stride(from: lowest, through: step - 2 * max(0, step - n), by: 2) {
          let own = (isBack ? width : 0) + most + 1 + k
          let down = reached[own + 1] - k <= m ? reached[own + 1] : -1
          let along = (0..<n).contains(reached[own - 1]) ? reached[own - 1] + 1 : -1
          var x = step == 0 ? 0 : max(down, along)
          guard x >= 0 else { continue }
          var y = x - k
          let (startX, startY) = (x, y)
          if isBack {
            while x < n, y < m,
              left[box.left.upperBound - 1 - x] == right[box.right.upperBound - 1 - y]
            {
              x += 1
              y += 1
            }
          } else {
            while x < n, y < m, left[box.left.lowerBound + x] == right[box.right.lowerBound + y] {
              x += 1
              y += 1
            }
          }
          reached[own] = x
          let facing = n - m - k
          guard (n + m).isMultiple(of: 2) == isBack, abs(facing) <= (isBack ? step : step - 1)
          else { continue }
          let other = reached[(isBack ? 0 : width) + most + 1 + facing]
          guard other >= 0, x + other >= n else { continue }
          self.left = isBack ? box.left.upperBound - x : box.left.lowerBound + startX
          self.right = isBack ? box.right.upperBound - y : box.right.lowerBound + startY
          length = x - startX
          return
        }
      }
    }
    var best = (x: 0, y: 0)
    for k in stride(
      from: -(most - 2 * max(0, most - m)), through: most - 2 * max(0, most - n), by: 2)
    {
      let x = reached[most + 1 + k]
      if x >= 0, x + x - k > best.x + best.y { best = (x, x - k) }
    }
    self.left = box.left.lowerBound + best.x
    self.right = box.right.lowerBound + best.y
    length = 0
  }
}
