import ArabicScript
import ArabicWords

// The words by which names and descriptions are compared.

extension TextAnalysis {
  /// The words of a range in Arabic letters whatever the keyboard, without marks of quotation.
  func spelling(_ range: Range<Int>) -> String {
    let bytes = text.range(range)
    var folded: [UInt8] = []
    let utf8 = text.utf8
    TextAnalysis.letters.fold(utf8.span, bytes.start, bytes.end, into: &folded)
    return String(onOneLine: folded[...], withoutQuotationMarks: true)
  }

  /// The words of a description as they are spelt in the nominative (`متحدثا باسم` is `متحدث باسم`).
  func nominative(_ range: Range<Int>) -> String {
    let text = spelling(range)
    // `شاهدا عيان`: two of them.
    let second = range.lowerBound + 1
    if second < range.upperBound, isAccusative(range.lowerBound, isHead: true),
      !hasEnding(second, "ا"), !words[second].hasArticle, words[second].prefix == .none,
      !has(second, .preposition), !isWord(second, "باسم"), words[second].has(.noun)
    {
      return text
    }
    let accusatives = range.prefix { isAccusative($0, isHead: $0 == range.lowerBound) }.count
    guard accusatives > 0 else { return text }
    var words = text.split(separator: " ", omittingEmptySubsequences: false)
    for k in 0..<min(accusatives, words.count) {
      if words[k].unicodeScalars.last == "\u{64B}" { words[k].unicodeScalars.removeLast() }
      if words[k].last == "ا" { words[k].removeLast() }
    }
    return words.joined(separator: " ")
  }

  /// Whether a word without the article has the alef of the accusative; the head of a description must be a word for
  /// people for it, its adjectives need not.
  private func isAccusative(_ i: Int, isHead: Bool) -> Bool {
    hasEnding(i, "ا") && !words[i].hasArticle && !words[i].hasPronoun && !hasEnding(i, "نا")
      && text.keyLength(i) >= 8
      && (!isHead || has(i, [.official, .source]) && !hasEnding(i, "ايا"))
  }

  private static let letters = Folding(.letters)

  func nameKey(_ i: Int) -> String {
    // `للعتيبي` names `العتيبي`.
    words[i].prefix == .l && words[i].hasArticle ? "ال" + headKey(i) : text.word(i)
  }

  func nameKeys(_ range: Range<Int>) -> [String] {
    range.filter { !isPunctuation($0) }.map { nameKey($0) }
  }

  /// The folded word without conjunction, prefix and article.
  func headKey(_ i: Int) -> String {
    let info = words[i]
    var letters = info.hasConjunction ? 1 : 0
    if info.prefix == .l, info.hasArticle {
      letters += 2
    } else {
      letters += (info.prefix == .none ? 0 : 1) + (info.hasArticle ? 2 : 0)
    }
    return String(decoding: text.key(i).dropFirst(2 * letters), as: UTF8.self)
  }
}
