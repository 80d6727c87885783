internal import ArabicQuantities
internal import GRDB

/// A word that is looked for in the index.
struct IndexWord {
  /// The terms of which one must stand at a place.
  var terms: [[UInt8]]
  /// Whether all terms count that begin as the only one does.
  var isBeginning = false
  /// Whether it must stand beside or near others.
  var needsPlaces = false
  /// The number of the word that scores besides where this one stands as it was typed.
  var typed: Int?
  /// The share of its weight that it scores.
  var share: Float = 1
}

/// What a search asks of the index; words are numbers in `IndexPlan.words`.
indirect enum IndexNode {
  case word(Int, SearchPart)
  /// Words side by side.
  case phrase([Int], SearchPart)
  /// Phrases in any order, of which the last begins at most so many words behind the end of the first.
  case near([[Int]], within: Int, SearchPart)
  /// A number in `IndexPlan.filters`.
  case filter(Int)
  case all([IndexNode])
  case any([IndexNode])
  case not(IndexNode)
}

/// A condition of articles that is no word.
enum IndexFilter {
  /// From a time on and before another.
  case times(Int, Int)
  case sources(Set<UInt32>)
  case articles(Set<Int>)

  /// Whether it holds of a document.
  func holds(_ document: Int, of documents: SegmentDocuments) -> Bool {
    switch self {
    case .times(let first, let end):
      documents.times[document] >= first && documents.times[document] < end
    case .sources(let sources): sources.contains(documents.sources[document])
    case .articles(let articles): articles.contains(documents.articles[document])
    }
  }
}

/// A search as the index answers it: all that is meant, and more where only texts tell.
struct IndexPlan {
  private(set) var words: [IndexWord] = []
  private(set) var filters: [IndexFilter] = []
  /// `nil` if the index can't tell anything.
  private(set) var root: IndexNode?

  /// Plans a search.
  ///
  /// - Parameters:
  ///   - clauses: What is looked for; all must hold.
  ///   - database: Asked which articles meet limits.
  /// - Throws: An error of the database.
  init(_ clauses: [SearchClause], _ database: Database) throws {
    root = try node(.all(clauses), database)
  }

  private mutating func node(_ clause: SearchClause, _ database: Database) throws -> IndexNode? {
    switch clause {
    case .term(let term, let part): return node(term, part)
    case .near(let terms, let distance, let part):
      return .near(
        terms.map { numbers(of: $0, needsPlaces: true) }, within: distance, part)
    case .limit(let limit):
      filters.append(try IndexFilter(limit, database))
      return .filter(filters.count - 1)
    case .all(let clauses):
      let nodes = try clauses.compactMap { try node($0, database) }
      return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? nil : .all(nodes)
    case .any(let clauses):
      return .any(try clauses.compactMap { try node($0, database) })
    case .not(let clause):
      // What only texts tell may not be left out on the word of the index.
      if clause.needsText { return nil }
      return try node(clause, database).map { .not($0) }
    }
  }

  private mutating func node(_ term: SearchTerm, _ part: SearchPart) -> IndexNode {
    let numbers = numbers(of: term, needsPlaces: term.places.count > 1)
    guard numbers.count == 1 else { return .phrase(numbers, part) }
    if !term.places[0].stems.isEmpty {
      words[numbers[0]].typed = words.count
      words.append(
        IndexWord(terms: term.places[0].keys, share: RelevanceFormula.typedShare * term.share))
    }
    return .word(numbers[0], part)
  }

  private mutating func numbers(of term: SearchTerm, needsPlaces: Bool) -> [Int] {
    term.places.enumerated().map { index, place in
      let isBeginning = term.isBeginning && index == term.places.count - 1
      words.append(
        IndexWord(
          terms: IndexPlan.terms(of: place), isBeginning: isBeginning, needsPlaces: needsPlaces,
          share: term.share))
      return words.count - 1
    }
  }

  /// The terms that stand for a place: its stems, and words spelt as it is or as one of its stems.
  ///
  /// A word that has one of the stems itself needs no term of its own.
  static func terms(of place: SearchTerm.Place) -> [[UInt8]] {
    var terms = place.stems.map { [IndexTerm.stemMark] + $0 }
    for word in place.keys + place.stems
    where !isCovered(word, place.stems) && !terms.contains(word) { terms.append(word) }
    return terms
  }

  private static func isCovered(_ word: [UInt8], _ stems: [[UInt8]]) -> Bool {
    guard !stems.isEmpty else { return false }
    return SearchTerm.stems(of: word[...]).contains { stems.contains($0) }
  }
}

extension IndexFilter {
  /// What a limit asks of articles.
  ///
  /// - Parameters:
  ///   - limit: The limit.
  ///   - database: Asked which articles meet it.
  /// - Throws: An error of the database.
  init(_ limit: SearchLimit, _ database: Database) throws {
    switch limit {
    case .days(let since, let until):
      self = .times(
        since?.time ?? Schema.unknownTime + 1, until?.advanced(by: 1).time ?? Int.max)
    case .source(let name):
      let sources = try Int.fetchAll(
        database.cachedStatement(sql: "SELECT source FROM sources WHERE folded = ?"),
        arguments: [FoldedName.fold(name)])
      self = .sources(Set(sources.map { UInt32($0) }))
    default:
      let (sql, arguments) = try SearchStatement.condition(.limit(limit), of: "articles", database)
      self = .articles(
        Set(
          try Int.fetchAll(
            database, sql: "SELECT article FROM articles WHERE \(sql)", arguments: arguments)))
    }
  }
}
