internal import ArabicScript

extension ArchiveWords {
  /// A search in which words that may be names stand for all spellings of them that the archive holds.
  ///
  /// Articles of Latin names (`al-`) fall away beside other words. Spellings found count with clitics.
  ///
  /// - Parameter clauses: What is looked for.
  /// - Returns: The same with more spellings.
  /// - Throws: An error of the database.
  func resolved(_ clauses: [SearchClause]) throws -> [SearchClause] {
    let names = clauses.flatMap(\.terms).filter { $0.places.contains(where: \.isName) }
    let wanted = names.allSatisfy(isArticle) ? clauses : clauses.filter { !isArticle($0) }
    return try wanted.map { try $0.mapTerms(resolved) }
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
    guard term.places.contains(where: \.isName) else { return term }
    var term = term
    let words = term.places.filter { !isArticle($0) }
    if !words.isEmpty { term.places = words }
    for index in term.places.indices where term.places[index].isName {
      term.places[index].keys += try spellings(ofName: term.places[index].typed)
    }
    return term
  }

  /// Latin spellings of the article.
  private static let articles = Set(
    DataFile("names/particles.tsv").rows.filter { $0[1] == "article" }.map { Array($0[0].utf8) })
}
