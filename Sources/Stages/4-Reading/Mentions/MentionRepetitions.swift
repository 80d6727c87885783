/// What the other places in a text where a word stands tell of it, once the names of the text have been looked for.
///
/// A name that its context makes sure at one place is told by this at the others. Features over the decisions on the same word
/// elsewhere: Krishnan and Manning, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in Named Entity
/// Recognition", ACL 2006.
struct MentionRepetitions {
  /// What was decided on one token.
  struct Decision: Sendable {
    /// The kind of the name that the token stands in: its place among `NameSpan.Kind.allCases`; -1 none.
    var kind = -1
    /// Whether it goes on with the name of the token before.
    var isInside = false

    init() {}

    /// What a tag as CoNLL writes it decides.
    init(tag: String) {
      guard let kind = NameSpan.Kind(rawValue: String(tag.dropFirst(2))) else { return }
      self.kind = NameSpan.Kind.allCases.firstIndex(of: kind) ?? -1
      isInside = tag.hasPrefix("I-")
    }
  }

  /// What is known of a token from elsewhere, as values of features; 0 if it stands there alone.
  struct Values: Sendable, Equatable {
    /// Whether the word is a name elsewhere, of which kind, how often.
    var kind: UInt8 = 0
    /// Where in such names it stands.
    var position: UInt8 = 0
    /// Whether it and the next word stand in one name elsewhere.
    var pair: UInt8 = 0
  }

  /// For each token of the text.
  private(set) var values: [Values]

  /// Whether the word of a token stands in a name elsewhere.
  func isNamed(_ i: Int) -> Bool { values[i].position != 0 }

  /// Decisions on one word, or on one pair of words.
  private struct Count {
    /// How many of them tell a name of each kind.
    var kinds = SIMD4<Int32>()
    var none: Int32 = 0
    /// How many are the whole name, its first word, one in its middle, its last.
    var positions = SIMD4<Int32>()

    /// The kind told most often; of equals the first.
    var best: Int { Count.greatest(kinds) }

    static func greatest(_ counts: SIMD4<Int32>) -> Int {
      var best = 0
      for k in 1..<4 where counts[k] > counts[best] { best = k }
      return best
    }
  }

  /// Counts the decisions on a text's tokens, one each; marks and numbers are left out.
  ///
  /// - Complexity: O(n).
  init(_ decisions: [Decision], _ features: MentionFeatures) {
    let tokens = features.tokens
    values = [Values](repeating: Values(), count: tokens.count)
    let words = MentionRepetitions.words(tokens)
    var counts = [Count](repeating: Count(), count: (words.max() ?? -1) + 1)
    for i in words.indices where words[i] >= 0 {
      MentionRepetitions.add(1, i, decisions, &counts[words[i]])
    }
    for i in tokens.indices where words[i] >= 0 {
      var others = counts[words[i]]
      MentionRepetitions.add(-1, i, decisions, &others)
      let named = others.kinds.wrappedSum()
      let total = named + others.none
      guard total > 0 else { continue }
      guard named > 0 else {
        values[i].kind = total > 3 ? 1 : 2
        continue
      }
      let best = others.best
      let count = others.kinds[best]
      values[i].kind = UInt8(3 + best * 4 + (2 * count > total ? 2 : 0) + (count > 1 ? 1 : 0))
      values[i].position = UInt8(1 + best * 4 + Count.greatest(others.positions))
    }
    addPairs(words, counts, decisions)
  }

  /// The words of a text's tokens, numbered from 0 by their stems; -1 for marks and numbers.
  ///
  /// By open addressing, as stems are hashes already.
  private static func words(_ tokens: [MentionToken]) -> [Int] {
    var capacity = 16
    while capacity < 2 * tokens.count { capacity *= 2 }
    var slots = [(stem: UInt64, word: Int)](repeating: (0, -1), count: capacity)
    var result = [Int](repeating: -1, count: tokens.count)
    var count = 0
    for (i, token) in tokens.enumerated() where token.shape == .arabic || token.shape == .latin {
      var slot = Int(truncatingIfNeeded: token.stem) & (capacity - 1)
      while slots[slot].word >= 0, slots[slot].stem != token.stem {
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot].word < 0 {
        slots[slot] = (token.stem, count)
        count += 1
      }
      result[i] = slots[slot].word
    }
    return result
  }

  /// Counts pairs of words that both stand in names somewhere.
  private mutating func addPairs(_ words: [Int], _ counts: [Count], _ decisions: [Decision]) {
    func pair(_ i: Int) -> (key: Int, kind: Int)? {
      guard words[i] >= 0, words[i + 1] >= 0, any(counts[words[i]].kinds .> 0),
        any(counts[words[i + 1]].kinds .> 0)
      else { return nil }
      let isOne = decisions[i].kind >= 0 && decisions[i + 1].isInside
      return (words[i] << 32 | words[i + 1], isOne ? decisions[i].kind : -1)
    }
    var pairs: [Int: Count] = [:]
    for i in 0..<max(0, words.count - 1) {
      guard let (key, kind) = pair(i) else { continue }
      MentionRepetitions.add(1, kind, &pairs[key, default: Count()])
    }
    for i in 0..<max(0, words.count - 1) {
      guard let (key, kind) = pair(i), var others = pairs[key] else { continue }
      MentionRepetitions.add(-1, kind, &others)
      let count = others.kinds[others.best]
      if count > 0 {
        values[i].pair = UInt8(2 + others.best * 2 + (count > others.none ? 1 : 0))
      } else if others.none > 0 {
        values[i].pair = 1
      }
    }
  }

  private static func add(_ change: Int32, _ kind: Int, _ count: inout Count) {
    if kind < 0 { count.none += change } else { count.kinds[kind] += change }
  }

  private static func add(
    _ change: Int32, _ i: Int, _ decisions: [Decision], _ count: inout Count
  ) {
    let decision = decisions[i]
    add(change, decision.kind, &count)
    guard decision.kind >= 0 else { return }
    let goesOn = i + 1 < decisions.count && decisions[i + 1].isInside
    count.positions[(decision.isInside ? 2 : 0) + (decision.isInside == goesOn ? 0 : 1)] += change
  }
}
