internal import ArabicScript
internal import ArabicWords

/// Finds names of bodies and armed groups by their head word, where the reader found no name:
/// `تنظيم النخيل`, `قوات أنصار البادية`.
///
/// A name is a head of `Data/mentions/heads.tsv`, at most one word without the article, and the words with it
/// that follow.
struct GroupNames: Sendable {
  /// `Data/mentions/heads.tsv`.
  static let shipped = GroupNames(DataFile("mentions/heads.tsv"))

  private let heads: Set<String>

  /// Reads a table: kind, words.
  init(_ file: DataFile) {
    let folding = Folding(.search)
    let rows = file.rows.filter { ["group", "organisation"].contains($0[0]) }
    heads = Set(
      rows.flatMap { $0[1].split(separator: " ").map { folding.folded(String($0)) } })
  }

  /// The first name in a text; words that name places are no part of it.
  func first(in text: String, places: [String]) -> String? {
    let tokens = TokenizedText(text)
    let folding = Folding(.search)
    let places = Set(places.map { folding.folded($0) })
    for index in 0..<tokens.count where heads.contains(tokens.word(index)) {
      if let end = end(of: index, tokens, places) { return tokens.text(tokens.range(index..<end)) }
    }
    return nil
  }

  /// Whether a text speaks of a body named before: a head with the article (`التنظيم`).
  func areSpokenOf(in text: String) -> Bool {
    let tokens = TokenizedText(text)
    return (0..<tokens.count).contains { index in
      hasArticle(index, tokens) && heads.contains(String(tokens.word(index).dropFirst(2)))
    }
  }

  /// Behind the last word of a name whose head is at `index`; `nil` if no word with the article follows.
  private func end(of index: Int, _ tokens: TokenizedText, _ places: Set<String>) -> Int? {
    var end = index + 1
    if end + 1 < tokens.count, !hasArticle(end, tokens), hasArticle(end + 1, tokens) { end += 1 }
    let start = end
    while end < tokens.count, end < start + 2, hasArticle(end, tokens),
      !places.contains(tokens.word(end))
    {
      end += 1
    }
    return end > start ? end : nil
  }

  private func hasArticle(_ index: Int, _ tokens: TokenizedText) -> Bool {
    tokens.tokens[index].kind == .word && tokens.word(index).hasPrefix("ال")
      && tokens.word(index).utf8.count > 6
  }
}
