/// Finds the best documents of a segment that hold any of some words, without scoring all of them.
///
/// Words are taken from the one that can add most to the one that can add least. The documents that hold a word and none
/// before it are looked up in all words behind it, so that their scores are whole at once; when what is left can't bring a
/// document among the best any more, it is not looked at (MaxScore: Turtle and Flood 1995, "Query evaluation: strategies and
/// optimizations"). Mostly those that hold the rarest word decide. Blocks of a word's documents that can't reach the best
/// by their bounds are passed over (block-max indexes: Ding and Suel 2011).
struct BestOfAny {
  /// One of the words, with what it weighs.
  struct Word {
    let weight: Float
    let cursor: WordCursor
  }

  private let search: SegmentSearch
  private let words: [Word]
  /// What all words from one on can add at most.
  private let rest: [Float]
  /// The documents whose scores are known, or too low.
  private var met: Bitmap

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
    var rest: [Float] = [0]
    for index in order.reversed() { rest.append(rest[rest.count - 1] + bounds[index]) }
    self.rest = rest.reversed().map { $0 * BestOfAny.slack }
    met = Bitmap(count: search.segment.documents.count)
  }

  /// Offers the best documents.
  ///
  /// - Parameter best: The best articles so far, of other segments; those of this one are offered to it.
  mutating func run(_ best: inout TopArticles) {
    let documents = search.segment.documents
    for index in words.indices {
      if Double(rest[index]) < best.threshold { return }
      var found = newDocuments(of: index, best.threshold)
      for other in words.indices.dropFirst(index + 1) where !found.documents.isEmpty {
        found = adding(other, to: found, best.threshold)
      }
      for (place, document) in found.documents.enumerated()
      where !search.segment.deletions.contains(Int(document)) {
        let score = Double(found.scores[place])
        if score >= best.threshold { best.offer(documents.articles[Int(document)], score) }
      }
    }
  }

  /// The documents that hold a word and were not met before, as far as they may be among the best, with what it scores.
  private mutating func newDocuments(of index: Int, _ threshold: Double) -> SegmentMatches {
    let (word, rest) = (words[index], rest[index + 1])
    var (cursor, met, found) = (word.cursor, met, SegmentMatches())
    let (formula, lengths) = (search.formula, search.segment.documents.lengths)
    cursor.visit(in: .anywhere, impact: leastImpact(of: index, threshold)) { document, frequency in
      if met.contains(Int(document)) { return }
      met.insert(Int(document))
      let norm = formula.norm(length: lengths[Int(document)])
      let score = word.weight * RelevanceFormula.share(frequency, norm)
      if score > 0, Double(score + rest) >= threshold { found.append(document, score) }
    }
    self.met = met
    return found
  }

  /// The least impact that a block of a word's documents must have.
  private func leastImpact(of index: Int, _ threshold: Double) -> UInt8 {
    let (weight, rest) = (words[index].weight, rest[index + 1])
    return (UInt8.min..<UInt8.max).first { impact in
      Double(search.bound(weight, impact) * BestOfAny.slack + rest) >= threshold
    } ?? UInt8.max
  }

  /// The documents with what a word scores in them added, without those that can't be among the best.
  private func adding(
    _ index: Int, to found: SegmentMatches, _ threshold: Double
  ) -> SegmentMatches {
    let (weight, formula) = (words[index].weight, search.formula)
    let lengths = search.segment.documents.lengths
    var cursor = words[index].cursor
    let frequencies = cursor.frequencies(in: .anywhere, at: found.documents)
    var result = SegmentMatches()
    result.reserve(found.documents.count)
    for (place, document) in found.documents.enumerated() {
      var score = found.scores[place]
      if frequencies[place] > 0 {
        let norm = formula.norm(length: lengths[Int(document)])
        score += weight * RelevanceFormula.share(frequencies[place], norm)
      }
      if Double(score + rest[index + 1]) >= threshold { result.append(document, score) }
    }
    return result
  }
}

extension SegmentSearch {
  /// The most that a word of this weight scores in documents of an impact.
  func bound(_ weight: Float, _ impact: UInt8) -> Float {
    weight * formula.greatestShare(impact: impact, average: segment.averageLength)
  }
}
