import ArabicScript

/// A linear-chain conditional random field over tokens: the weights, and the best sequence of tags.
///
/// Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; decoded by the algorithm of
/// Viterbi. Weights are whole numbers, `scale` of which make 1.
final class MentionModel: Sendable {
  /// One weight for each tag.
  typealias Scores = SIMD16<Int16>

  /// The tags in the order of the weights, as CoNLL writes them.
  let tags: [String]
  let scale: Int
  /// For each tag the weights of the tags that follow.
  private let transitions: [SIMD16<Int32>]
  private let weights: [Scores]
  /// Feature in the high half, the number of its weights in the low half; 0 a free slot.
  private let slots: [UInt64]
  private let mask: Int
  /// A bit for each value of a feature's high bits that has a weight, so that most features without one
  /// cost no look at the slots.
  private let filter: [UInt64]

  /// The model that Marsad ships.
  static let standard = MentionModel(DataFile("mentions/model.tsv"))

  /// Loads a file that `Training/mentions/pack.py` wrote: lines `tags`, `scale`, `from`, and one line
  /// `feature, weights` a feature, the feature in hexadecimal digits.
  init(_ file: DataFile) {
    var tags: [String] = []
    var scale = 1
    var transitions: [SIMD16<Int32>] = []
    var weights: [Scores] = []
    var features: [UInt32] = []
    for line in file.bytes.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09)
      if fields[0].count == 8 {
        var feature: UInt32 = 0
        for digit in fields[0] {
          feature = feature << 4 | UInt32(digit < 0x3A ? digit - 0x30 : digit - 0x57)
        }
        features.append(feature)
        weights.append(Scores(truncatingIfNeeded: MentionModel.numbers(fields.dropFirst())))
      } else if fields[0].elementsEqual("tags".utf8) {
        tags = fields.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      } else if fields[0].elementsEqual("scale".utf8) {
        scale = Int(MentionModel.numbers(fields.dropFirst())[0])
      } else {
        transitions.append(MentionModel.numbers(fields.dropFirst()))
      }
    }
    precondition(tags.count <= 16 && transitions.count == tags.count, "tags of \(file.name)")
    var capacity = 16
    while capacity < 3 * features.count { capacity *= 2 }
    let mask = capacity - 1
    var slots = [UInt64](repeating: 0, count: capacity)
    var filter = [UInt64](repeating: 0, count: 1 << (MentionModel.filterBits - 6))
    self.tags = tags
    self.scale = scale
    self.transitions = transitions
    self.weights = weights
    for (number, feature) in features.enumerated() {
      var slot = Int(feature) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(feature) << 32 | UInt64(number)
      let bit = Int(feature >> (32 - MentionModel.filterBits))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.mask = mask
    self.slots = slots
    self.filter = filter
  }

  private static let filterBits: UInt32 = 20

  private static func numbers(_ fields: ArraySlice<ArraySlice<UInt8>>) -> SIMD16<Int32> {
    var result = SIMD16<Int32>(repeating: 0)
    for (index, field) in fields.prefix(16).enumerated() {
      var value: Int32 = 0
      for digit in field where digit != 0x2D { value = value * 10 + Int32(digit - 0x30) }
      result[index] = field.first == 0x2D ? -value : value
    }
    return result
  }

  /// Sums the weights of the features of a token.
  private struct Sum: FeatureSink {
    let model: MentionModel
    var scores = Scores(repeating: 0)

    mutating func add(_ feature: UInt32) {
      let bit = Int(truncatingIfNeeded: feature &>> (32 - MentionModel.filterBits))
      guard model.filter[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 else { return }
      var slot = Int(feature) & model.mask
      while true {
        let entry = model.slots[slot]
        if entry == 0 { return }
        if UInt32(truncatingIfNeeded: entry >> 32) == feature {
          scores &+= model.weights[Int(entry & 0xFFFF_FFFF)]
          return
        }
        slot = (slot + 1) & model.mask
      }
    }
  }

  /// A tag and how far the best sequence with it leads the best one with another, in units of 1.
  struct Choice: Sendable {
    let tag: UInt8
    let margin: Double
  }

  /// For each token and each offset of the window the weights of the features that the token alone gives
  /// to the one so far before it; tokens alike are summed once.
  ///
  /// - Complexity: O(n).
  func shares(_ features: MentionFeatures) -> [Scores] {
    let window = MentionFeatures.window
    var result: [Scores] = []
    result.reserveCapacity(features.tokens.count * window.count)
    for i in features.tokens.indices {
      let first = Int(features.first[i])
      for offset in window {
        guard first == i else {
          result.append(result[first * window.count + offset - window.lowerBound])
          continue
        }
        var sum = Sum(model: self)
        features.visitToken(i, offset, &sum)
        result.append(sum.scores)
      }
    }
    return result
  }

  /// The best tags of the tokens of one sentence, with the `shares` of the text.
  ///
  /// - Complexity: O(n).
  func tag(_ features: MentionFeatures, _ shares: [Scores], _ sentence: Range<Int>) -> [Choice] {
    guard !sentence.isEmpty else { return [] }
    let window = MentionFeatures.window
    var emissions: [SIMD16<Int32>] = []
    emissions.reserveCapacity(sentence.count)
    for i in sentence {
      var sum = Sum(model: self)
      features.visitPlace(i, in: sentence, &sum)
      for offset in window where sentence.contains(i + offset) {
        sum.scores &+= shares[(i + offset) * window.count + offset - window.lowerBound]
      }
      emissions.append(SIMD16<Int32>(truncatingIfNeeded: sum.scores))
    }
    return decode(emissions)
  }

  private func decode(_ emissions: [SIMD16<Int32>]) -> [Choice] {
    let count = tags.count
    var forward = emissions
    var back = [SIMD16<Int32>](repeating: SIMD16(repeating: 0), count: emissions.count)
    for i in 1..<max(1, emissions.count) {
      var best = SIMD16<Int32>(repeating: Int32.min)
      var from = SIMD16<Int32>(repeating: 0)
      for k in 0..<count {
        let score = transitions[k] &+ forward[i - 1][k]
        let isBetter = score .> best
        best.replace(with: score, where: isBetter)
        from.replace(with: SIMD16(repeating: Int32(k)), where: isBetter)
      }
      forward[i] = best &+ emissions[i]
      back[i] = from
    }
    var path = [Int](repeating: 0, count: emissions.count)
    let last = emissions.count - 1
    for k in 1..<count where forward[last][k] > forward[last][path[last]] { path[last] = k }
    for i in stride(from: last, to: 0, by: -1) { path[i - 1] = Int(back[i][path[i]]) }
    guard path.contains(where: { $0 != outside }) else {
      return path.map { Choice(tag: UInt8($0), margin: 0) }
    }
    return margins(path, forward, emissions)
  }

  /// The tag of tokens that name nothing.
  private var outside: Int { tags.firstIndex(of: "O") ?? 0 }

  private func margins(
    _ path: [Int], _ forward: [SIMD16<Int32>], _ emissions: [SIMD16<Int32>]
  ) -> [Choice] {
    let count = tags.count
    var result: [Choice] = []
    result.reserveCapacity(path.count)
    var ahead = SIMD16<Int32>(repeating: 0)
    for i in path.indices.reversed() {
      let total = forward[i] &+ ahead
      var other = Int32.min
      for k in 0..<count where k != path[i] { other = max(other, total[k]) }
      let margin = Double(total[path[i]] - other) / Double(scale)
      result.append(Choice(tag: UInt8(path[i]), margin: margin))
      var behind = SIMD16<Int32>(repeating: 0)
      for k in 0..<count {
        let scores = transitions[k] &+ emissions[i] &+ ahead
        var best = Int32.min
        for next in 0..<count { best = max(best, scores[next]) }
        behind[k] = best
      }
      ahead = behind
    }
    return result.reversed()
  }
}
