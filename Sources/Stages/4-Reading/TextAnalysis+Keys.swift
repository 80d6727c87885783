import ArabicScript
import ArabicWords

// The words by which names and descriptions are compared.

extension TextAnalysis {
  /// The words of a range in Arabic letters whatever the keyboard, without marks of quotation.
  func spelling(_ range: Range<Int>) -> String {
    let spelling = Folding(.letters).folded(text.text(text.range(range)))
    return spelling.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
      .filter { !"\"“”«»".contains($0) }
  }

  func nameKey(_ i: Int) -> String { text.word(i) }

  func nameKeys(_ range: Range<Int>) -> [String] {
    range.filter { !isPunctuation($0) }.map { nameKey($0) }
  }

  /// The folded word without conjunction, prefix and article.
  func headKey(_ i: Int) -> String {
    var word = Substring(text.word(i))
    let info = words[i]
    if info.hasConjunction { word = word.dropFirst() }
    if info.prefix == .l, info.hasArticle { return String(word.dropFirst(2)) }
    if info.prefix != .none { word = word.dropFirst() }
    if info.hasArticle { word = word.dropFirst(2) }
    return String(word)
  }
}
