internal import GRDB

/// The word index of articles as it was at one moment: which articles hold what is looked for, and which of them best.
///
/// It answers all questions for words of articles; the words of records have full-text tables of their own.
struct WordIndex {
  /// What a search found.
  struct Found {
    /// The row numbers of the first articles, in the order asked for.
    let articles: [Int]
    /// How many there are in all; at least so many where `isLowerBound`.
    let total: Int
    let isLowerBound: Bool
  }

  private let database: Database
  private let reader: SegmentReader
  private let segments: [IndexSegment]
  private let formula: RelevanceFormula

  /// Opens the index.
  ///
  /// - Parameters:
  ///   - database: The archive.
  ///   - cache: What other readers know of segments.
  /// - Throws: An error of the database.
  init(_ database: Database, _ cache: SegmentCache? = nil) throws {
    self.database = database
    reader = try SegmentReader(database, cache)
    segments = try IndexSegment.all(database, cache)
    let documents = segments.reduce(0) { $0 + $1.documents.count }
    let words = segments.reduce(0) { $0 + $1.words }
    formula = RelevanceFormula(
      documents: documents, averageLength: Float(words) / Float(max(documents, 1)))
  }

  /// Looks for articles.
  ///
  /// - Parameters:
  ///   - clauses: What is looked for; all must hold. Where only texts tell, more is found than is meant.
  ///   - order: What stands first.
  ///   - limit: The most articles to list.
  /// - Returns: The articles; `nil` if the index can't tell anything of the search.
  /// - Throws: An error of the database.
  func articles(_ clauses: [SearchClause], _ order: SearchOrder, limit: Int) throws -> Found? {
    let plan = try IndexPlan(clauses, database)
    guard let root = plan.root else { return nil }
    let searches = try self.searches(plan)
    if order == .relevance, let words = plan.words(of: root) {
      let total = try isMany(words, searches) ? nil : count(words, searches)
      return Found(
        articles: try bestOfAny(words, searches, limit: limit),
        total: min(total ?? BoundedCount.bound, BoundedCount.bound),
        isLowerBound: total.map { $0 > BoundedCount.bound } ?? true)
    }
    var best = TopArticles(capacity: limit)
    var total = 0
    for search in searches {
      total += try search.offer(root, order, to: &best)
    }
    return Found(
      articles: best.articles, total: min(total, BoundedCount.bound),
      isLowerBound: total > BoundedCount.bound)
  }

  private func bestOfAny(_ words: [Int], _ searches: [SegmentSearch], limit: Int) throws -> [Int] {
    var best = TopArticles(capacity: limit)
    for search in searches {
      let cursors = try words.map { word in
        BestOfAny.Word(weight: search.weights[word], cursor: try search.words.cursor(of: word))
      }
      var any = BestOfAny(cursors, search)
      any.run(&best)
    }
    return best.articles
  }

  /// How many articles hold any of some words.
  private func count(_ words: [Int], _ searches: [SegmentSearch]) throws -> Int {
    try searches.reduce(0) { sum, search in
      var documents = Bitmap(count: search.segment.documents.count)
      for word in words {
        var cursor = try search.words.cursor(of: word)
        cursor.mark(in: &documents)
      }
      return sum + documents.count(without: search.segment.deletions)
    }
  }

  /// The row numbers of all articles that match, ascending; `nil` if the index can't tell anything of the search.
  ///
  /// - Parameter clauses: What is looked for; all must hold.
  /// - Returns: The row numbers.
  /// - Throws: An error of the database.
  func allArticles(_ clauses: [SearchClause]) throws -> [Int]? {
    let plan = try IndexPlan(clauses, database)
    guard let root = plan.root else { return nil }
    return try searches(plan).flatMap { try $0.articles(root) }.sorted()
  }

  /// In how many documents a folded word stands, those that are deleted among them.
  ///
  /// - Parameter word: The word.
  /// - Returns: The number.
  /// - Throws: An error of the database.
  func documents(holding word: [UInt8]) throws -> Int {
    try segments.reduce(0) { sum, segment in
      sum + (try reader.entry(of: word, in: segment.number)?.documents ?? 0)
    }
  }

  /// Whether any article ever held the word, in any form.
  func knows(_ place: SearchTerm.Place) throws -> Bool {
    try segments.contains { segment in
      try IndexPlan.terms(of: place).contains {
        try reader.entry(of: $0, in: segment.number) != nil
      }
    }
  }

  /// One search for each segment, with words weighed over all of them.
  private func searches(_ plan: IndexPlan) throws -> [SegmentSearch] {
    let words = try segments.map { try SegmentWords(plan, $0, reader, database) }
    let weights = plan.words.indices.map { word in
      // A word is as rare as the most frequent of its terms.
      var counts = [Int](repeating: 0, count: max(1, plan.words[word].terms.count))
      for segment in words {
        for (term, count) in segment.counts(of: word).enumerated() { counts[term] += count }
      }
      return formula.weight(documents: counts.max() ?? 0) * plan.words[word].share
    }
    return zip(segments, words).map {
      SegmentSearch(segment: $0, formula: formula, plan: plan, words: $1, weights: weights)
    }
  }

  /// Whether more articles hold one of the words than are counted.
  private func isMany(_ words: [Int], _ searches: [SegmentSearch]) -> Bool {
    words.contains { word in
      searches.reduce(0) { sum, search in
        sum + max(0, (search.words.counts(of: word).max() ?? 0) - search.segment.deletedCount)
      } > BoundedCount.bound
    }
  }
}

extension IndexPlan {
  /// The words of which any is looked for anywhere, if that is all; among them what they score besides as they were typed.
  func words(of node: IndexNode) -> [Int]? {
    switch node {
    case .word(let word, .anywhere): return [word] + (words[word].typed.map { [$0] } ?? [])
    case .any(let nodes):
      var words: [Int] = []
      for node in nodes {
        guard let more = self.words(of: node) else { return nil }
        words += more
      }
      return words
    default: return nil
    }
  }
}

extension SegmentSearch {
  /// Offers all articles that match.
  ///
  /// - Parameters:
  ///   - node: What is looked for.
  ///   - order: What stands first.
  ///   - best: Receives the articles.
  /// - Returns: How many match.
  /// - Throws: An error of the database.
  func offer(_ node: IndexNode, _ order: SearchOrder, to best: inout TopArticles) throws -> Int {
    var found = try matches(node)
    if order == .relevance { try addTyped(node, to: &found) }
    var total = 0
    for (index, number) in found.documents.enumerated() {
      let document = Int(number)
      if segment.deletions.contains(document) { continue }
      total += 1
      let key =
        order == .relevance
        ? Double(found.scores[index]) : Double(segment.documents.times[document])
      if key >= best.threshold { best.offer(segment.documents.articles[document], key) }
    }
    return total
  }

  /// The row numbers of all articles that match.
  func articles(_ node: IndexNode) throws -> [Int] {
    try matches(node).documents.filter { !segment.deletions.contains(Int($0)) }
      .map { segment.documents.articles[Int($0)] }
  }
}
