internal import ArabicScript
internal import Foundation

extension ArchiveWords {
  /// A search in which words that may be names stand for all spellings of them that the archive holds.
  ///
  /// Articles of Latin names (`al-`) fall away beside other words. Spellings found count as words typed in their place,
  /// those further away with less weight; within phrases only with clitics. Other words stand for what else may be
  /// meant by them.
  ///
  /// - Parameter clauses: What is looked for.
  /// - Returns: The same with more spellings.
  /// - Throws: An error of the database.
  func resolved(_ clauses: [SearchClause]) throws -> [SearchClause] {
    let names = clauses.flatMap(\.terms).filter { $0.places.contains(where: \.isName) }
    let wanted = names.allSatisfy(isArticle) ? clauses : clauses.filter { !isArticle($0) }
    return try wanted.map(resolved)
  }

  private func resolved(_ clause: SearchClause) throws -> SearchClause {
    switch clause {
    case .term(let term, let part)
    where term.places.count == 1 && term.places[0].isName && !term.isBeginning:
      return try .any(spellings(of: term).map { .term($0, part) })
    case .all(let clauses): return try .all(clauses.map(resolved))
    case .any(let clauses): return try .any(clauses.map(resolved))
    case .not(let clause): return try .not(resolved(clause))
    case .term, .near, .limit: return try clause.mapTerms(resolved)
    }
  }

  /// A name as it was typed, and a term for each of its spellings.
  private func spellings(of term: SearchTerm) throws -> [SearchTerm] {
    let typed = term.places[0]
    return try [term]
      + spellings(ofName: typed.typed).map { name in
        var spelling = term
        spelling.places[0].keys = try forms(of: [name.key])
        if !typed.stems.isEmpty {
          spelling.places[0].stems = []
          let spelt = String(decoding: name.key, as: UTF8.self)
          spelling.places[0].addForms(of: name.key, spelt: spelt)
        }
        // As much as it is likely, set against the likeliest.
        spelling.share = exp(-name.distance)
        return spelling
      }
  }

  private func isArticle(_ clause: SearchClause) -> Bool {
    if case .term(let term, _) = clause { isArticle(term) } else { false }
  }

  private func isArticle(_ term: SearchTerm) -> Bool {
    term.places.count == 1 && isArticle(term.places[0])
  }

  private func isArticle(_ place: SearchTerm.Place) -> Bool {
    place.isName && place.keys.contains { ArchiveWords.articles.contains($0) }
  }

  private func resolved(_ term: SearchTerm) throws -> SearchTerm {
    if term.needsText { return term }
    var term = term
    let words = term.places.filter { !isArticle($0) }
    if !words.isEmpty { term.places = words }
    for index in term.places.indices {
      if term.places[index].isName {
        try addNames(to: &term.places[index])
      } else if !term.isBeginning || index < term.places.count - 1 {
        try addSpellings(to: &term.places[index])
      }
    }
    return term
  }

  private func addNames(to place: inout SearchTerm.Place) throws {
    let names = try spellings(ofName: place.typed)
    place.keys += try forms(of: names.map(\.key))
    if place.stems.isEmpty { return }
    for name in names { place.addForms(of: name.key) }
  }

  /// Names as they stand in the archive, with clitics and without.
  private func forms(of names: [[UInt8]]) throws -> [[UInt8]] {
    let forms = names.flatMap { name in
      [name] + SearchKeywords.shared.nameBeginnings.map { Array($0.utf8) + name }
    }
    return try known(forms).map(\.key)
  }

  /// Latin spellings of the article.
  private static let articles = Set(
    DataFile("names/particles.tsv").rows.filter { $0[1] == "article" }.map { Array($0[0].utf8) })
}
