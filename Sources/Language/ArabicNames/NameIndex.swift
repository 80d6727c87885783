/// Names of both scripts, found by any spelling.
///
/// Candidates share the classes of their consonants with a word that is looked for, but for one;
/// they are ranked by the cost of the best alignment of spellings. Words may come in another order;
/// particles may be missing.
public struct NameIndex: Sendable {
  /// A name that was found.
  public struct Match: Sendable, Hashable {
    /// The number that `insert` gave the name.
    public let name: Int
    /// The cost of taking both for one name, in natural logarithms; 0 for equal spellings, lower is better.
    public let cost: Float
    /// `exp2(-cost / letters)`-like closeness between 0 and 1, comparable across lengths: 1 / (1 + cost per letter).
    public let similarity: Float
  }

  private struct Place: Sendable {
    let name: Int32
    let word: Int32
  }

  private struct Entry: Sendable {
    let words: Int
    let particles: Int
    let letters: Int
  }

  private var entries: [Entry] = []
  private var spellings = SpellingPool()
  private var places: [[Place]] = []
  private var known: [[NameLetter]: [Int]] = [:]
  /// The spellings by skeleton, those that begin alike together.
  private var buckets: [Skeleton: [Int32]] = [:]

  /// The cost of a word that the other name lacks, of a particle that it lacks, and of another order.
  private static let missing: Float = 8
  private static let missingParticle: Float = 0.5
  private static let disorder: Float = 0.5
  /// A word that costs more a letter is another word.
  private static let worst: Float = 3
  /// The cost of leaving out a word's article.
  private static let article = SpellingCost.whole(0.5)

  /// Makes an index of no names.
  public init() {}

  /// How many names there are.
  public var count: Int { entries.count }

  /// Adds a name in either script.
  ///
  /// - Returns: Its number: 0 for the first, and so on.
  @discardableResult public mutating func insert(_ name: String) -> Int {
    let words = NameWords(name).words
    let number = entries.count
    let letters = words.reduce(0) { $0 + ($1.spellings.last?.plain.count ?? 0) }
    let particles = words.count { $0.isParticle }
    entries.append(Entry(words: words.count, particles: particles, letters: letters))
    for (index, word) in words.enumerated() {
      for spelling in word.spellings {
        places[slot(of: spelling)].append(Place(name: Int32(number), word: Int32(index)))
      }
    }
    return number
  }

  private mutating func slot(of spelling: SpellingWord) -> Int {
    let equals = known[spelling.plain, default: []]
    if let found = equals.first(where: { spellings.holds(spelling, at: $0) }) { return found }
    let slot = spellings.count
    spellings.append(spelling)
    places.append([])
    known[spelling.plain, default: []].append(slot)
    buckets[spelling.skeleton, default: []].insert(slot, among: spellings)
    if spelling.skeleton.count >= 3 {
      for shorter in Set(spelling.skeleton.shorter) {
        buckets[shorter, default: []].insert(slot, among: spellings)
      }
    }
    return slot
  }

  /// The names that a name may stand for, the likeliest first.
  ///
  /// - Parameters:
  ///   - name: A name in either script, whole or a part of one.
  ///   - limit: How many to give at most.
  /// - Returns: Matches by cost, then by number.
  public func matches(for name: String, limit: Int = 10) -> [Match] {
    let words = NameWords(name).words
    let kept = words.count == 1 ? limit : max(limit, 200)
    var found: [Int32: Alignment] = [:]
    for (index, word) in words.enumerated() where !word.isParticle || words.count == 1 {
      for (slot, cost) in near(word, kept) {
        for place in places[slot] {
          found[place.name, default: Alignment()].add(
            SpellingCost.logarithms(cost), index, Int(place.word))
        }
      }
    }
    let wanted = words.count { !$0.isParticle }
    let letters = words.reduce(0) { $0 + ($1.spellings.last?.plain.count ?? 0) }
    let results = found.map { name, alignment in
      match(Int(name), alignment, wanted, letters, words.count - wanted)
    }
    return Array(results.sorted { ($0.cost, $0.name) < ($1.cost, $1.name) }.prefix(limit))
  }

  private func match(
    _ name: Int, _ alignment: Alignment, _ wanted: Int, _ letters: Int, _ particles: Int
  ) -> Match {
    let entry = entries[name]
    let best = alignment.best()
    let own = entry.words - entry.particles
    var cost = best.cost + NameIndex.missing * Float(max(0, wanted - best.count))
    cost += NameIndex.missing / 2 * Float(max(0, own - best.count))
    cost += NameIndex.missingParticle * Float(abs(entry.particles - particles))
    if best.isDisordered { cost += NameIndex.disorder }
    let scale = Float(max(1, max(letters, entry.letters)))
    return Match(name: name, cost: cost, similarity: 1 / (1 + cost / scale))
  }

  /// The known words closest to one, with their costs.
  private func near(_ word: NameWords.Word, _ limit: Int) -> [Int: Int16] {
    var best: [Int: Int16] = [:]
    for (number, spelling) in word.spellings.enumerated() {
      let penalty = number == 0 ? 0 : NameIndex.article
      for (slot, cost) in near(spelling, limit) {
        best[slot] = min(best[slot] ?? SpellingCost.infinite, cost + penalty)
      }
    }
    return best
  }

  /// The known words closest to a spelling.
  ///
  /// Those that may cost least are compared first, so that most of the others need no comparison.
  private func near(_ spelling: SpellingWord, _ limit: Int) -> [(slot: Int, cost: Int16)] {
    let worst = SpellingCost.whole(NameIndex.worst * Float(spelling.plain.count + 1))
    var nearest = Nearest(limit: limit, bound: min(worst, SpellingCost.infinite - 1))
    var distance = SpellingDistance(from: spelling)
    let candidates = candidates(for: spelling, &distance, nearest.bound)
    let likely = candidates.likely(limit)
    for isLikely in [true, false] {
      for candidate in candidates
      where (candidate.least <= likely) == isLikely && candidate.least <= nearest.bound {
        let slot = Int(candidate.slot)
        let cost = distance.cost(to: slot, of: spellings, bound: nearest.bound)
        if cost <= nearest.bound { nearest.add(slot, cost) }
      }
    }
    return nearest.items
  }

  /// The spellings that share the classes of their consonants but for one, and may cost no more than a bound.
  private func candidates(
    for spelling: SpellingWord, _ distance: inout SpellingDistance, _ bound: Int16
  ) -> [Candidate] {
    var seen = [Bool](repeating: false, count: spellings.count)
    var skeletons = [spelling.skeleton]
    if spelling.skeleton.count >= 3 { skeletons += spelling.skeleton.shorter }
    var result: [Candidate] = []
    for skeleton in skeletons {
      for slot in buckets[skeleton] ?? [] where !seen[Int(slot)] {
        seen[Int(slot)] = true
        let least = distance.leastCost(to: Int(slot), of: spellings)
        if least <= bound { result.append(Candidate(slot: slot, least: least)) }
      }
    }
    return result
  }
}

/// A spelling that may be near another one.
private struct Candidate {
  let slot: Int32
  /// What it costs at least.
  let least: Int16
}

extension [Candidate] {
  /// A cost that about so many candidates may have or be below.
  fileprivate func likely(_ limit: Int) -> Int16 {
    var counts = [Int](repeating: 0, count: Int(SpellingCost.infinite) / 64 + 1)
    for candidate in self { counts[Int(candidate.least) / 64] += 1 }
    var sum = 0
    let step = counts.firstIndex { count in
      sum += count
      return sum >= limit
    }
    return step.map { Int16($0 * 64 + 63) } ?? SpellingCost.infinite
  }
}

extension [Int32] {
  /// Inserts the number of a spelling so that those stay together that begin alike.
  fileprivate mutating func insert(_ slot: Int, among spellings: SpellingPool) {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if spellings.precedes(slot, Int(self[middle])) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    insert(Int32(slot), at: low)
  }
}

/// The best few of many.
private struct Nearest {
  let limit: Int
  /// The cost that a further item must not exceed.
  private(set) var bound: Int16
  private(set) var items: [(slot: Int, cost: Int16)] = []

  init(limit: Int, bound: Int16) {
    self.limit = limit
    self.bound = bound
  }

  mutating func add(_ slot: Int, _ cost: Int16) {
    var at = items.count
    while at > 0, items[at - 1].cost > cost { at -= 1 }
    items.insert((slot, cost), at: at)
    if items.count > limit { items.removeLast() }
    if items.count == limit { bound = min(bound, items[limit - 1].cost) }
  }
}

/// Which words of a wanted name stand for which of a known one.
private struct Alignment {
  private var pairs: [(cost: Float, wanted: Int, own: Int)] = []

  mutating func add(_ cost: Float, _ wanted: Int, _ own: Int) {
    pairs.append((cost, wanted, own))
  }

  /// Takes the cheapest pair first, then the cheapest of what is left.
  func best() -> (cost: Float, count: Int, isDisordered: Bool) {
    var taken: [(wanted: Int, own: Int)] = []
    var cost: Float = 0
    let ordered = pairs.sorted { ($0.cost, $0.wanted, $0.own) < ($1.cost, $1.wanted, $1.own) }
    for pair in ordered
    where !taken.contains(where: { $0.wanted == pair.wanted || $0.own == pair.own }) {
      taken.append((pair.wanted, pair.own))
      cost += pair.cost
    }
    let owns = taken.sorted { $0.wanted < $1.wanted }.map(\.own)
    return (cost, taken.count, owns != owns.sorted())
  }
}
