/// Finds the best documents of a segment that hold any of some words, without scoring all of them.
///
/// Words are taken from the one that can add most to the one that can add least. Once the words left can't bring a
/// document among the best any more, only documents that have some score are looked up, and of these only such as could
/// still reach the best (MaxScore: Turtle and Flood 1995, "Query evaluation: strategies and optimizations"), by the
/// bounds of their blocks (block-max indexes: Ding and Suel 2011).
struct BestOfAny {
  /// One of the words, with what it weighs.
  struct Word {
    let weight: Float
    var cursor: WordCursor
    let count: Int
  }

  private let search: SegmentSearch
  private var words: [Word]
  /// What all words from one on can add at most.
  private var rest: [Float]
  private var scores: [Float]

  /// Sums are made in another order than bounds.
  private static let slack: Float = 1.0001

  /// Prepares the search of a segment.
  ///
  /// - Parameters:
  ///   - words: The words, in any order.
  ///   - search: The segment.
  init(_ words: [Word], _ search: SegmentSearch) {
    self.search = search
    let bounds = words.map { search.bound($0.weight, $0.cursor.impact) }
    let order = words.indices.sorted { (bounds[$0], $1) > (bounds[$1], $0) }
    self.words = order.map { words[$0] }
    rest = [0]
    for index in order.reversed() { rest.append((rest.last ?? 0) + bounds[index]) }
    rest = rest.reversed().map { $0 * BestOfAny.slack }
    scores = [Float](repeating: 0, count: search.segment.documents.count)
  }

  /// Offers the best documents.
  ///
  /// - Parameters:
  ///   - best: The best articles so far, of other segments; those of this one are offered to it.
  ///   - capacity: How many are wanted.
  mutating func run(_ best: inout TopArticles, capacity: Int) {
    var candidates: [UInt32]?
    var threshold = best.threshold
    for index in words.indices {
      if candidates == nil, index > 0 {
        // It costs a pass over all scores to know better, which only saves where many postings are left.
        let left = words[index...].reduce(0) { $0 + $1.count }
        if left > scores.count / 2 { threshold = max(threshold, known(capacity)) }
        if Double(rest[index]) < threshold { candidates = scored }
      }
      if let some = candidates {
        candidates = lookUp(index, among: some, threshold)
      } else {
        add(index)
      }
    }
    let documents = search.segment.documents
    for document in candidates ?? scored where !search.segment.deletions.contains(Int(document)) {
      best.offer(documents.articles[Int(document)], Double(scores[Int(document)]))
    }
  }

  private var scored: [UInt32] {
    scores.indices.filter { scores[$0] > 0 }.map { UInt32($0) }
  }

  /// The lowest of the best scores so far.
  private func known(_ capacity: Int) -> Double {
    var best = TopArticles(capacity: capacity)
    for (document, score) in scores.enumerated()
    where score > 0 && Double(score) > best.threshold
      && !search.segment.deletions.contains(document)
    { best.offer(document, Double(score)) }
    return best.threshold
  }

  /// Adds what a word scores in all its documents.
  private mutating func add(_ index: Int) {
    let (weight, formula) = (words[index].weight, search.formula)
    let lengths = search.segment.documents.lengths
    words[index].cursor.visit(in: .anywhere) { document, frequency in
      let norm = formula.norm(length: lengths[Int(document)])
      scores[Int(document)] += weight * RelevanceFormula.share(frequency, norm)
    }
  }

  /// Adds what a word scores in some documents, and leaves out those that can't be among the best.
  private mutating func lookUp(
    _ index: Int, among candidates: [UInt32], _ threshold: Double
  ) -> [UInt32] {
    let weight = words[index].weight
    var cursor = words[index].cursor
    var left: [UInt32] = []
    for document in candidates {
      let score = scores[Int(document)]
      if Double(score + rest[index]) < threshold { continue }
      let bound = search.bound(weight, cursor.impact(at: document))
      if Double(score + (bound + rest[index + 1]) * BestOfAny.slack) < threshold { continue }
      left.append(document)
      cursor.advance(to: document)
      if cursor.document == document {
        scores[Int(document)] += search.score(weight, cursor.frequency(in: .anywhere), document)
      }
    }
    return left
  }
}

extension SegmentSearch {
  /// The most that a word of this weight scores in documents of an impact.
  func bound(_ weight: Float, _ impact: UInt8) -> Float {
    weight * formula.greatestShare(impact: impact, average: segment.averageLength)
  }
}
