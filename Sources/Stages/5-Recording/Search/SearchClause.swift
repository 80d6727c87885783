internal import ArabicQuantities
internal import NewsModel

/// A part of a search.
///
/// Something to leave out stands among `all` beside something to look for, never alone and never among `any`: the
/// parser sees to it.
indirect enum SearchClause: Sendable, Hashable {
  case term(SearchTerm, SearchPart)
  /// Terms in any order, of which the last begins at most so many words behind the end of the first.
  case near([SearchTerm], within: Int, SearchPart)
  /// What else must hold of the article.
  case limit(SearchLimit)
  case all([SearchClause])
  case any([SearchClause])
  case not(SearchClause)

  /// All terms that are looked for, in their order; not those to leave out.
  var terms: [SearchTerm] {
    switch self {
    case .term(let term, _): [term]
    case .near(let terms, _, _): terms
    case .limit, .not: []
    case .all(let clauses), .any(let clauses): clauses.flatMap(\.terms)
    }
  }

  /// Whether it asks for words, to be there or not.
  var hasWords: Bool {
    switch self {
    case .term, .near: true
    case .limit: false
    case .all(let clauses), .any(let clauses): clauses.contains(where: \.hasWords)
    case .not(let clause): clause.hasWords
    }
  }

  /// Whether it asks for words only.
  var isText: Bool {
    switch self {
    case .term, .near: true
    case .limit: false
    case .all(let clauses), .any(let clauses): clauses.allSatisfy(\.isText)
    case .not(let clause): clause.isText
    }
  }

  /// Whether the index of articles can't tell all of it.
  var needsText: Bool {
    switch self {
    case .term(let term, _): term.needsText
    case .near(let terms, _, _): terms.contains(where: \.needsText)
    case .limit: false
    case .all(let clauses), .any(let clauses): clauses.contains(where: \.needsText)
    case .not(let clause): clause.needsText
    }
  }

  /// Whether something must occur or hold.
  var isPositive: Bool {
    switch self {
    case .term, .near, .limit: true
    case .all(let clauses): clauses.contains(where: \.isPositive)
    case .any(let clauses): clauses.allSatisfy(\.isPositive)
    case .not: false
    }
  }

  /// All words of a text with their forms; none if it has no word.
  static func allForms(of text: String) -> [SearchClause] {
    let terms = SearchTerms(Array(text.utf8.prefix(SearchQuery.byteLimit)))
    return terms.terms.indices.prefix(SearchQuery.wordLimit).map { index in
      let key = Array(terms.key(index))
      var place = SearchTerm.Place(
        typed: String(decoding: key, as: UTF8.self), keys: [key], range: 0..<0)
      place.addForms()
      return .term(SearchTerm(places: [place]), .anywhere)
    }
  }

  /// The clause with each of its terms changed, also those to leave out.
  func mapTerms(_ change: (SearchTerm) throws -> SearchTerm) rethrows -> SearchClause {
    switch self {
    case .term(let term, let part): .term(try change(term), part)
    case .near(let terms, let distance, let part):
      .near(try terms.map(change), within: distance, part)
    case .limit: self
    case .all(let clauses): .all(try clauses.map { try $0.mapTerms(change) })
    case .any(let clauses): .any(try clauses.map { try $0.mapTerms(change) })
    case .not(let clause): .not(try clause.mapTerms(change))
    }
  }
}

/// Where words are looked for.
enum SearchPart: Sendable, Hashable { case anywhere, title, body }

/// What else than words a search may ask of an article.
enum SearchLimit: Sendable, Hashable {
  /// The outlet's name, compared folded.
  case source(String)
  /// Words of the name of who says something in it.
  case speaker(String)
  /// Words of an event's actor or recipient, or the id of an entry that is mentioned.
  case actor(String)
  /// Words of an event's place, or the id of a place that is mentioned.
  case place(String)
  case type(EventType)
  /// It belongs to the story of the article with this id.
  case story(String)
  /// The first and the last day of publication.
  case days(CalendarDay?, CalendarDay?)
}
