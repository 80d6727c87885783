import ArabicScript
import ArabicWords
import NewsModel

/// A mention while it is read.
struct MentionDraft: Sendable {
  /// Its tokens, with conjunctions and prepositions written to the first.
  var tokens: Range<Int>
  var type: MentionType
  var confidence: Double
  /// The tokens of the office or role that belongs to it.
  var role: Range<Int>?
  /// The tokens of the body that the role belongs to.
  var organisation: Range<Int>?
  /// Whether it describes (`الوزير`, `التنظيم`) and doesn't name.
  var isDescription = false
}

extension MentionReader {
  /// Where a run of tokens stands, without conjunction and prepositions written to its first word.
  func span(_ tokens: Range<Int>) -> TextRange {
    analysis.text.dropping(
      Int(features.tokens[tokens.lowerBound].prefix) / 2, from: analysis.text.range(tokens))
  }

  /// The text of a run of tokens, without what is written to its first word, on one line.
  func name(_ tokens: Range<Int>) -> String {
    let span = span(tokens)
    let text = String(onOneLine: analysis.text.utf8[span.start..<span.end])
    let first = features.tokens[tokens.lowerBound]
    let isAssimilated =
      first.hasArticle
      && analysis.text.letter(tokens.lowerBound, Int(first.prefix) / 2) == 0x644
    return isAssimilated ? "ا" + text : text
  }

  /// The folded words of a run of tokens without article, and without what is written to the first, as
  /// the hashes of their letters.
  func keys(_ tokens: Range<Int>) -> [UInt64] {
    var keys: [UInt64] = []
    for i in tokens where features.tokens[i].shape != .mark {
      let start = keyStart(i, isFirst: i == tokens.lowerBound)
      keys.append(analysis.text.hash(i, from: start, to: analysis.text.keyLength(i)))
    }
    return keys
  }

  /// Where the key of a token begins in its folded spelling, in bytes.
  func keyStart(_ i: Int, isFirst: Bool) -> Int {
    let start = isFirst ? Int(features.tokens[i].prefix) : 0
    let hasArticle =
      analysis.text.keyLength(i) - start > 8 && analysis.text.letter(i, start / 2) == 0x627
      && analysis.text.letter(i, start / 2 + 1) == 0x644
    return min(hasArticle ? start + 4 : start, analysis.text.keyLength(i))
  }

  /// What the lists say of a token.
  func flags(_ i: Int) -> WordFlags {
    guard i >= 0, i < features.tokens.count else { return [] }
    return features.tokens[i].facts.flags
  }
}
