/// Finds the best sequence of tags of a sentence, by the algorithm of Viterbi.
struct MentionDecoder {
  /// A number for each tag of a name, and one for what names nothing.
  private struct Row {
    var names: SIMD8<Int32>
    var outside: Int32

    /// The numbers, the last of them that of what names nothing; tags that are not there are never best.
    init(_ numbers: [Int32]) {
      names = SIMD8(repeating: Int32.min / 4)
      for k in 0..<numbers.count - 1 { names[k] = numbers[k] }
      outside = numbers[numbers.count - 1]
    }

    init(_ names: SIMD8<Int32>, outside: Int32) {
      self.names = names
      self.outside = outside
    }
  }

  /// A tag and how far the best sequence with it leads the best one with another, in units of 1; 0 for
  /// tokens that name nothing.
  struct Choice: Sendable {
    let tag: Int
    let margin: Double
  }

  /// How many units of weight make 1.
  private let scale: Int
  /// The number of tags of names, which is also the tag of what names nothing.
  private let count: Int
  /// For each tag the weights of the tags that follow, and of those before.
  private let following: [Row]
  private let preceding: [Row]
  // What is kept from one sentence to the next is only the room.
  private var scores: [MentionModel.Scores] = []
  private var forward: [Row] = []
  private var back: [Row] = []

  init(_ model: MentionModel) {
    scale = model.scale
    count = model.tags.count - 1
    following = model.transitions.map { Row($0) }
    preceding = model.tags.indices.map { tag in Row(model.transitions.map { $0[tag] }) }
  }

  /// The best tags of the tokens of a sentence with their scores, and by how much they lead; none if nothing is named.
  ///
  /// - Complexity: O(n).
  mutating func choices(_ scores: ArraySlice<MentionModel.Scores>) -> [Choice] {
    let path = path(scores)
    guard let first = path.firstIndex(where: { $0 != count }) else { return [] }
    return choices(path, from: first)
  }

  /// The best tags of the tokens of a sentence with their scores.
  ///
  /// - Complexity: O(n).
  mutating func path(_ scores: ArraySlice<MentionModel.Scores>) -> [Int] {
    guard !scores.isEmpty else { return [] }
    self.scores.removeAll(keepingCapacity: true)
    self.scores.append(contentsOf: scores)
    run()
    return path()
  }

  private mutating func run() {
    forward.removeAll(keepingCapacity: true)
    back.removeAll(keepingCapacity: true)
    var last = Row(SIMD8(truncatingIfNeeded: scores[0]), outside: 0)
    forward.append(last)
    back.append(Row(SIMD8(), outside: 0))
    for i in scores.indices.dropFirst() {
      var best = Row(
        following[0].names &+ last.names[0], outside: following[0].outside &+ last.names[0])
      var from = Row(SIMD8(), outside: 0)
      for k in 1...count {
        let before = k < count ? last.names[k] : last.outside
        let score = following[k].names &+ before
        let isBetter = score .> best.names
        best.names.replace(with: score, where: isBetter)
        from.names.replace(with: Int32(truncatingIfNeeded: k), where: isBetter)
        let outside = following[k].outside &+ before
        if outside > best.outside {
          best.outside = outside
          from.outside = Int32(truncatingIfNeeded: k)
        }
      }
      last = Row(best.names &+ SIMD8(truncatingIfNeeded: scores[i]), outside: best.outside)
      forward.append(last)
      back.append(from)
    }
  }

  private func path() -> [Int] {
    var path = [Int](repeating: 0, count: scores.count)
    let last = scores.count - 1
    let end = forward[last]
    for k in 1..<count where end.names[k] > end.names[path[last]] { path[last] = k }
    if end.outside > end.names[path[last]] { path[last] = count }
    for i in stride(from: last, to: 0, by: -1) {
      let from = path[i] == count ? back[i].outside : back[i].names[path[i]]
      path[i - 1] = Int(from)
    }
    return path
  }

  /// The tags with their margins; from the end back to the first token of a name, because what is
  /// before has none.
  private func choices(_ path: [Int], from first: Int) -> [Choice] {
    var result = path.map { Choice(tag: $0, margin: 0) }
    var ahead = Row(SIMD8(), outside: 0)
    for i in (first..<path.count).reversed() {
      if path[i] != count {
        var total = forward[i].names &+ ahead.names
        let best = total[path[i]]
        total[path[i]] = Int32.min
        let other = max(total.max(), forward[i].outside &+ ahead.outside)
        result[i] = Choice(tag: path[i], margin: Double(best - other) / Double(scale))
      }
      let behind = SIMD8(truncatingIfNeeded: scores[i]) &+ ahead.names
      var best = Row(
        preceding[count].names &+ ahead.outside, outside: preceding[count].outside &+ ahead.outside)
      for k in 0..<count {
        let score = preceding[k].names &+ behind[k]
        best.names.replace(with: score, where: score .> best.names)
        best.outside = max(best.outside, preceding[k].outside &+ behind[k])
      }
      ahead = best
    }
    return result
  }
}
