import ArabicScript
import ArabicWords

/// A linear-chain conditional random field over tokens: the weights of its features and transitions.
///
/// Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001. Weights are whole numbers,
/// `scale` of which make 1.
final class MentionModel: Sendable {
  /// One weight for each tag of a name: how much more it is than that of the tag that names nothing.
  ///
  /// Which sequence is the best, and by how much, rests on such differences alone.
  typealias Scores = SIMD8<Int16>

  /// The weights of each offset of the window.
  typealias Shares = InlineArray<5, Scores>

  /// The tags of names in the order of the weights, as CoNLL writes them, and last the tag of what names
  /// nothing.
  let tags: [String]
  let scale: Int
  /// For each tag the weights of the tags that follow.
  let transitions: [[Int32]]
  /// The weights of the features of templates with few values, a row for each value, in it those of each
  /// offset of the window side by side.
  private let few: [Scores]
  private let table: Table
  /// A bit for each value of a feature's high bits that has a weight, so that most features without one
  /// cost no look at the slots.
  private let filter: [UInt64]

  /// All features with their weights, found by open addressing.
  private struct Table: Sendable {
    /// The features' numbers, 0 a free slot; they stand apart from the weights, so that many are in memory that is near.
    private var features: [UInt32]
    private var weights: [Scores]

    init(_ list: [(feature: UInt32, scores: Scores)]) {
      var capacity = 16
      while capacity < 2 * list.count { capacity *= 2 }
      features = [UInt32](repeating: 0, count: capacity)
      weights = [Scores](repeating: Scores(), count: capacity)
      for (feature, scores) in list {
        var slot = Int(feature) & (capacity - 1)
        while features[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
        features[slot] = feature
        weights[slot] = scores
      }
    }

    /// The weights of a feature, zero if it has none.
    @inline(__always)
    func scores(of feature: UInt32) -> Scores {
      var slot = Int(feature) & (features.count &- 1)
      while true {
        if features[slot] == feature { return weights[slot] }
        if features[slot] == 0 { return Scores() }
        slot = (slot &+ 1) & (features.count &- 1)
      }
    }

    /// The weights of the first `count` of some features, summed up; all first slots are looked at before any is judged.
    @inline(__always)
    func sum(of list: InlineArray<32, UInt32>, count: Int) -> Scores {
      var firsts = InlineArray<32, UInt32>(repeating: 0)
      for k in 0..<count { firsts[k] = features[Int(list[k]) & (features.count &- 1)] }
      var sum = Scores()
      for k in 0..<count {
        if firsts[k] == list[k] {
          sum &+= weights[Int(list[k]) & (features.count &- 1)]
        } else if firsts[k] != 0 {
          sum &+= scores(of: list[k])
        }
      }
      return sum
    }
  }

  /// The model that Marsad ships.
  static let standard = MentionModel(DataFile("mentions/model.tsv"))

  /// Loads a file that `Training/mentions/crf.cpp` wrote: lines `tags`, `scale`, `from`, and one line
  /// `feature, weights` a feature, the feature in hexadecimal digits, a weight for each tag of a name.
  init(_ file: DataFile) {
    var tags: [String] = []
    var scale = 1
    var transitions: [[Int32]] = []
    var features: [(feature: UInt32, scores: Scores)] = []
    var end = -1
    while end + 1 < file.bytes.count {
      let start = end + 1
      end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
      let line = file.bytes[start..<end]
      guard let first = line.first, first != 0x23 else { continue }
      let name = line.prefix { $0 != 0x09 }
      let rest = line.dropFirst(name.count + 1)
      if name.count == 8 {
        let feature = name.reduce(0) { $0 << 4 | UInt32($1 < 0x3A ? $1 - 0x30 : $1 - 0x57) }
        let scores = MentionModel.scores(MentionModel.numbers(rest))
        features.append((feature, scores))
      } else if name.elementsEqual("tags".utf8) {
        tags = rest.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      } else if name.elementsEqual("scale".utf8) {
        scale = Int(MentionModel.numbers(rest)[0])
      } else {
        transitions.append(MentionModel.numbers(rest))
      }
    }
    precondition(
      tags.count <= Scores.scalarCount + 1 && tags.last == "O" && transitions.count == tags.count,
      "tags of \(file.name)")
    var filter = [UInt64](repeating: 0, count: 1 << (MentionModel.filterBits - 6))
    for (feature, _) in features {
      let bit = Int(feature >> (32 - MentionModel.filterBits))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.tags = tags
    self.scale = scale
    self.transitions = transitions
    self.filter = filter
    table = Table(features)
    few = MentionModel.few(table)
  }

  private static let filterBits: UInt32 = 20

  private static func few(_ table: Table) -> [Scores] {
    let window = MentionFeatures.window
    let count = MentionFeatures.Template.few.reduce(0) { $0 + $1.rows.count }
    var result = [Scores](repeating: Scores(), count: count * window.count)
    for template in MentionFeatures.Template.few {
      for (value, row) in template.rows.enumerated() {
        for (column, offset) in window.enumerated() {
          let feature = MentionFeatures.feature(template, offset, UInt64(value))
          result[row * window.count + column] = table.scores(of: feature)
        }
      }
    }
    return result
  }

  /// Whole numbers set apart by tabs.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int32] {
    var result: [Int32] = []
    var value: Int32 = 0
    var isNegative = false
    for byte in bytes {
      switch byte {
      case 0x09:
        result.append(isNegative ? -value : value)
        (value, isNegative) = (0, false)
      case 0x2D: isNegative = true
      default: value = value * 10 + Int32(byte - 0x30)
      }
    }
    result.append(isNegative ? -value : value)
    return result
  }

  private static func scores(_ weights: [Int32]) -> Scores {
    var result = Scores()
    for (index, weight) in weights.enumerated() { result[index] = Int16(weight) }
    return result
  }

  /// 1 if a feature may have weights, else 0.
  @inline(__always)
  private func mayWeigh(_ feature: UInt32) -> Int {
    let bit = Int(truncatingIfNeeded: feature &>> (32 - MentionModel.filterBits))
    return Int(truncatingIfNeeded: filter[bit &>> 6] &>> UInt64(bit & 63) & 1)
  }

  /// The weights of a feature that is in no table of few values.
  @inline(__always)
  private func scores(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64)
    -> Scores
  {
    let feature = MentionFeatures.feature(template, offset, value)
    guard mayWeigh(feature) != 0 else { return Scores() }
    return table.scores(of: feature)
  }

  /// Sums the weights of the features of a token.
  ///
  /// Features that may have weights are gathered first and looked up then, so that the waits for memory overlap.
  private struct Sum: FeatureSink {
    private let model: MentionModel
    private let table: Table
    private var scores = Scores()
    private var pending = InlineArray<32, UInt32>(repeating: 0)
    private var pendingCount = 0

    init(model: MentionModel) {
      self.model = model
      table = model.table
    }

    @inline(__always)
    mutating func add(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64) {
      let rows = template.rows
      if value < UInt64(rows.count) {
        let row = rows.lowerBound &+ Int(truncatingIfNeeded: value)
        scores &+= model.few[row &* 5 &+ offset &+ 2]
      } else {
        if pendingCount == pending.count { look() }
        let feature = MentionFeatures.feature(template, offset, value)
        pending[pendingCount] = feature
        pendingCount &+= model.mayWeigh(feature)
      }
    }

    private mutating func look() {
      scores &+= table.sum(of: pending, count: pendingCount)
      pendingCount = 0
    }

    /// Begins with another token.
    @inline(__always)
    mutating func begin(with scores: Scores = Scores()) { self.scores = scores }

    /// The sum of what was added since the beginning.
    @inline(__always)
    mutating func total() -> Scores {
      look()
      return scores
    }
  }

  /// Sums the weights of the features that a token gives to those around it, for each offset of the window.
  private struct Sums: FeatureSpreader {
    let model: MentionModel
    var scores = Shares(repeating: Scores())

    @inline(__always)
    mutating func add(
      _ template: MentionFeatures.Template, within reach: Int, _ value: UInt64
    ) {
      let rows = template.rows
      if value < UInt64(rows.count) {
        let row = (rows.lowerBound &+ Int(truncatingIfNeeded: value)) &* 5
        for column in 2 &- reach...2 &+ reach { scores[column] &+= model.few[row &+ column] }
      } else {
        for offset in -reach...reach {
          scores[offset &+ 2] &+= model.scores(template, offset, value)
        }
      }
    }

    @inline(__always)
    mutating func addOwn(
      _ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64
    ) {
      let rows = template.rows
      if value < UInt64(rows.count) {
        let row = rows.lowerBound &+ Int(truncatingIfNeeded: value)
        scores[2] &+= model.few[row &* 5 &+ offset &+ 2]
      } else {
        scores[2] &+= model.scores(template, offset, value)
      }
    }
  }

  /// For each offset of the window the weights of the features that the spelling of `token`, which is number `i` of a text,
  /// gives to the token so far before it.
  func shares(of token: MentionToken, _ text: TokenizedText, _ i: Int) -> Shares {
    var sums = Sums(model: self)
    MentionFeatures.visitForm(token, text, i, &sums)
    return sums.scores
  }

  /// The weights of all features that each token of the sentences has without regard to repetitions.
  ///
  /// - Parameters:
  ///   - features: The features of the text.
  ///   - memory: What they were made with.
  ///   - sentences: The sentences of the text.
  ///   - source: The source whose habits the text is taken to have; `nil` for the main one.
  /// - Returns: The weights of each token of the text.
  /// - Complexity: O(n).
  func scores(
    _ features: MentionFeatures, _ memory: MentionMemory, _ sentences: [Range<Int>],
    source: UInt64?
  ) -> [Scores] {
    var result = [Scores](repeating: Scores(), count: features.tokens.count)
    var sum = Sum(model: self)
    for sentence in sentences {
      for i in sentence {
        sum.begin()
        features.visitPlace(i, in: sentence, &sum)
        if let source { features.visitSource(i, in: sentence, source, &sum) }
        var scores = sum.total()
        for offset in MentionFeatures.window where sentence.contains(i + offset) {
          scores &+= memory.share(features.numbers[i + offset], at: offset)
        }
        result[i] = scores
      }
    }
    return result
  }

  /// Adds the weights of what was decided elsewhere to the scores of the tokens of a sentence.
  func add(
    _ repetitions: MentionRepetitions, _ features: MentionFeatures, _ sentence: Range<Int>,
    to scores: inout [Scores]
  ) {
    var sum = Sum(model: self)
    for i in sentence {
      sum.begin(with: scores[i])
      features.visitRepetitions(i, in: sentence, repetitions, &sum)
      scores[i] = sum.total()
    }
  }
}
