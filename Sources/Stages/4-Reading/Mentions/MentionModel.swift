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
  /// All features with their weights, side by side so that one look finds both; open addressing.
  private let slots: [Slot]
  /// A bit for each value of a feature's high bits that has a weight, so that most features without one
  /// cost no look at the slots.
  private let filter: [UInt64]

  private struct Slot: Sendable {
    /// The feature's number; 0 a free slot.
    var feature: UInt32 = 0
    var scores = Scores()
  }

  /// The model that Marsad ships.
  static let standard = MentionModel(DataFile("mentions/model.tsv"))

  /// Loads a file that `Training/mentions/crf.cpp` wrote: lines `tags`, `scale`, `from`, and one line
  /// `feature, weights` a feature, the feature in hexadecimal digits, a weight for each tag of a name.
  init(_ file: DataFile) {
    var tags: [String] = []
    var scale = 1
    var transitions: [[Int32]] = []
    var features: [Slot] = []
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
        features.append(Slot(feature: feature, scores: scores))
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
    var capacity = 16
    while capacity < 2 * features.count { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    var filter = [UInt64](repeating: 0, count: 1 << (MentionModel.filterBits - 6))
    for feature in features {
      var slot = Int(feature.feature) & (capacity - 1)
      while slots[slot].feature != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = feature
      let bit = Int(feature.feature >> (32 - MentionModel.filterBits))
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.tags = tags
    self.scale = scale
    self.transitions = transitions
    self.slots = slots
    self.filter = filter
    few = MentionModel.few(slots)
  }

  private static let filterBits: UInt32 = 20

  private static func few(_ slots: [Slot]) -> [Scores] {
    let window = MentionFeatures.window
    let count = MentionFeatures.Template.few.reduce(0) { $0 + $1.rows.count }
    var result = [Scores](repeating: Scores(), count: count * window.count)
    for template in MentionFeatures.Template.few {
      for (value, row) in template.rows.enumerated() {
        for (column, offset) in window.enumerated() {
          let feature = MentionFeatures.feature(template, offset, UInt64(value))
          result[row * window.count + column] = scores(of: feature, slots)
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

  /// The weights of a feature, zero if it has none.
  @inline(__always)
  private static func scores(of feature: UInt32, _ slots: [Slot]) -> Scores {
    var slot = Int(feature) & (slots.count &- 1)
    while true {
      if slots[slot].feature == feature { return slots[slot].scores }
      if slots[slot].feature == 0 { return Scores() }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// The weights of a feature that is in no table of few values.
  @inline(__always)
  private func scores(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64)
    -> Scores
  {
    let feature = MentionFeatures.feature(template, offset, value)
    let bit = Int(truncatingIfNeeded: feature &>> (32 - MentionModel.filterBits))
    guard filter[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 else { return Scores() }
    return MentionModel.scores(of: feature, slots)
  }

  /// Sums the weights of the features of a token.
  private struct Sum: FeatureSink {
    let model: MentionModel
    var scores = Scores()

    @inline(__always)
    mutating func add(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64) {
      let rows = template.rows
      if value < UInt64(rows.count) {
        let row = rows.lowerBound &+ Int(truncatingIfNeeded: value)
        scores &+= model.few[row &* 5 &+ offset &+ 2]
      } else {
        scores &+= model.scores(template, offset, value)
      }
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
      var sum = Sum(model: model, scores: scores[2])
      sum.add(template, offset, value)
      scores[2] = sum.scores
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
        sum.scores = Scores()
        features.visitPlace(i, in: sentence, &sum)
        if let source { features.visitSource(i, in: sentence, source, &sum) }
        for offset in MentionFeatures.window where sentence.contains(i + offset) {
          sum.scores &+= memory.share(features.numbers[i + offset], at: offset)
        }
        result[i] = sum.scores
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
      sum.scores = scores[i]
      features.visitRepetitions(i, in: sentence, repetitions, &sum)
      scores[i] = sum.scores
    }
  }
}
