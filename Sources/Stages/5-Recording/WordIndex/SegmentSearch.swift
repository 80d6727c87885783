internal import GRDB

/// Answers a plan within one segment.
///
/// Sets of documents are narrowed from the rarest word on: what must hold besides is looked up in what was found so far
/// (`within`), passing over blocks of postings.
struct SegmentSearch {
  let segment: IndexSegment
  let formula: RelevanceFormula
  let plan: IndexPlan
  let words: SegmentWords
  /// What each word of the plan weighs.
  let weights: [Float]

  /// The documents that match, those that are deleted among them.
  ///
  /// - Parameters:
  ///   - node: What is asked.
  ///   - within: Among which documents; all without any. What they score is added.
  /// - Returns: The documents with their scores.
  /// - Throws: An error of the database.
  func matches(_ node: IndexNode, within: SegmentMatches? = nil) throws -> SegmentMatches {
    switch node {
    case .word(let word, let part): return try matches(word, part, within)
    case .phrase(let phrase, let part):
      return try matches([phrase], distance: 0, part, within)
    case .near(let phrases, let distance, let part):
      return try matches(phrases, distance: distance, part, within)
    case .filter(let filter): return matches(plan.filters[filter], within)
    case .all(let nodes): return try all(nodes, within)
    case .any(let nodes):
      let base = within?.unscored
      let sets = try nodes.map { try matches($0, within: base) }
      let union = SegmentMatches(anyOf: sets, count: segment.documents.count)
      return within.map { union.adding($0) } ?? union
    case .not(let node):
      let base = within ?? everything
      return base.without(try matches(node, within: base))
    }
  }

  private func all(_ nodes: [IndexNode], _ within: SegmentMatches?) throws -> SegmentMatches {
    var nodes = nodes.map { (cost: cost($0), node: $0) }.sorted { $0.cost < $1.cost }[...]
    var found = within
    // Of the rarest word's documents most don't hold the others: it scores in those that are left at last.
    var rarest: Int?
    if found == nil, nodes.count > 1, case .word(let word, .anywhere)? = nodes.first?.node {
      found = try documents(of: word)
      nodes.removeFirst()
      rarest = word
    }
    for (_, node) in nodes {
      found = try matches(node, within: found)
      if found?.documents.isEmpty ?? false { break }
    }
    var result = found ?? everything
    if let rarest { try add(rarest, .anywhere, to: &result) }
    return result
  }

  /// About how many documents are looked at; what only narrows comes last.
  private func cost(_ node: IndexNode) -> Int {
    switch node {
    case .word(let word, _): words.count(of: word)
    case .phrase(let phrase, _): phrase.map(words.count).min() ?? 0
    case .near(let phrases, _, _): phrases.joined().map(words.count).min() ?? 0
    case .all(let nodes): nodes.map(cost).min() ?? 0
    case .any(let nodes): nodes.reduce(0) { $0 + min(cost($1), segment.documents.count) }
    case .filter: Int.max - 1
    case .not: Int.max
    }
  }

  private var everything: SegmentMatches {
    var all = SegmentMatches()
    for document in 0..<segment.documents.count { all.append(UInt32(document), 0) }
    return all
  }

  private func matches(_ filter: IndexFilter, _ within: SegmentMatches?) -> SegmentMatches {
    var found = SegmentMatches()
    let base = within ?? everything
    for (index, document) in base.documents.enumerated()
    where filter.holds(Int(document), of: segment.documents) {
      found.append(document, base.scores[index])
    }
    return found
  }

  /// Adds what words score besides where they stand as they were typed.
  ///
  /// - Parameters:
  ///   - node: What was asked.
  ///   - found: The documents that match.
  /// - Throws: An error of the database.
  func addTyped(_ node: IndexNode, to found: inout SegmentMatches) throws {
    switch node {
    case .word(let word, let part):
      if let typed = plan.words[word].typed { try add(typed, part, to: &found) }
    case .all(let nodes), .any(let nodes):
      for node in nodes { try addTyped(node, to: &found) }
    case .phrase, .near, .filter, .not: break
    }
  }

  /// Adds what a word scores in documents that match.
  private func add(_ word: Int, _ part: SearchPart, to found: inout SegmentMatches) throws {
    var cursor = try words.cursor(of: word)
    let frequencies = cursor.frequencies(in: part, at: found.documents)
    for index in frequencies.indices where frequencies[index] > 0 {
      found.add(score(weights[word], frequencies[index], found.documents[index]), at: index)
    }
  }

  /// The documents that hold a word, unscored.
  private func documents(of word: Int) throws -> SegmentMatches {
    var holding = Bitmap(count: segment.documents.count)
    var cursor = try words.cursor(of: word)
    cursor.mark(in: &holding)
    return SegmentMatches(holding)
  }

  private func matches(
    _ word: Int, _ part: SearchPart, _ within: SegmentMatches?
  ) throws -> SegmentMatches {
    var found = SegmentMatches()
    var cursor = try words.cursor(of: word)
    let (weight, lengths) = (weights[word], segment.documents.lengths)
    if let within {
      let frequencies = cursor.frequencies(in: part, at: within.documents)
      found.reserve(min(frequencies.count, words.count(of: word)))
      for index in frequencies.indices where frequencies[index] > 0 {
        let document = within.documents[index]
        let norm = formula.norm(length: lengths[Int(document)])
        let score = weight * RelevanceFormula.share(frequencies[index], norm)
        found.append(document, within.scores[index] + score)
      }
      return found
    }
    found.reserve(words.count(of: word))
    cursor.visit(in: part) { document, frequency in
      let norm = formula.norm(length: lengths[Int(document)])
      let score = weight * RelevanceFormula.share(frequency, norm)
      if score > 0 { found.append(document, score) }
    }
    return found
  }

  /// What a frequency scores; 0 for none.
  func score(_ weight: Float, _ frequency: Float, _ document: UInt32) -> Float {
    let norm = formula.norm(length: segment.documents.lengths[Int(document)])
    return weight * RelevanceFormula.share(frequency, norm)
  }

  /// Documents in which words stand at certain places.
  ///
  /// - Parameters:
  ///   - phrases: Words in groups; each must stand in the document.
  ///   - distance: The most words between the groups.
  ///   - part: Where they must stand.
  ///   - within: Among which documents.
  /// - Returns: The documents with their scores.
  /// - Throws: An error of the database.
  private func matches(
    _ phrases: [[Int]], distance: Int, _ part: SearchPart, _ within: SegmentMatches?
  ) throws -> SegmentMatches {
    var matches = SegmentMatches()
    let candidates = try candidates(phrases, within)
    if candidates.documents.isEmpty { return matches }
    let weight = phrases.joined().reduce(0) { $0 + weights[$1] }
    let found = try phrases.map { try $0.map { try places(of: $0, in: candidates.documents) } }
    var matching = PlaceMatching(found, within: distance)
    for (index, document) in candidates.documents.enumerated() {
      let (title, body) = matching.count(in: index)
      let score = score(weight, part.frequency(title: title, body: body), document)
      if score > 0 { matches.append(document, candidates.scores[index] + score) }
    }
    return matches
  }

  private func places(of word: Int, in documents: [UInt32]) throws -> DocumentPlaces {
    var cursor = try words.cursor(of: word, placesIn: documents.count)
    return try cursor.places(in: documents)
  }

  /// The documents that hold all words of phrases, with what they score already.
  private func candidates(_ phrases: [[Int]], _ within: SegmentMatches?) throws -> SegmentMatches {
    var found = within
    for word in Set(phrases.joined()).sorted(by: {
      (words.count(of: $0), $0) < (words.count(of: $1), $1)
    }) {
      guard let known = found else {
        found = try documents(of: word)
        continue
      }
      var cursor = try words.cursor(of: word)
      found = known.filtered(cursor.holds(known.documents))
    }
    return found ?? SegmentMatches()
  }
}
