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
    let range = analysis.text.range(tokens)
    let first = features.tokens[tokens.lowerBound]
    var letters = Int(first.prefix) / 2
    var at = range.start
    let utf8 = analysis.text.utf8
    while letters > 0, at + 2 < range.end, utf8[at] >= 0xC0 {
      at += 2
      while at + 2 < range.end, MentionReader.isMark(utf8[at], utf8[at + 1]) { at += 2 }
      letters -= 1
    }
    return TextRange(at, range.end)
  }

  /// Whether two bytes are a vowel mark or tatweel (U+0640, U+064B-0652, U+0670).
  private static func isMark(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead == 0xD9 && (trail == 0x80 || trail >= 0x8B && trail <= 0x92 || trail == 0xB0)
  }

  /// The text of a run of tokens, without what is written to its first word, on one line.
  func name(_ tokens: Range<Int>) -> String {
    let text = analysis.text.text(span(tokens)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let first = features.tokens[tokens.lowerBound]
    let isAssimilated =
      first.hasArticle
      && analysis.text.letter(tokens.lowerBound, Int(first.prefix) / 2) == 0x644
    return isAssimilated ? "ا" + text : text
  }

  /// The folded words of a run of tokens without article, and without what is written to the first.
  func keys(_ tokens: Range<Int>) -> [String] {
    tokens.compactMap { i in
      guard features.tokens[i].shape != .mark else { return nil }
      var key = analysis.text.key(i).dropFirst(
        i == tokens.lowerBound ? Int(features.tokens[i].prefix) : 0)
      if key.count > 8, key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) { key = key.dropFirst(4) }
      return String(decoding: key, as: UTF8.self)
    }
  }

  /// What the lists say of a token.
  func flags(_ i: Int) -> WordFlags {
    guard i >= 0, i < features.tokens.count else { return [] }
    return tagger.vocabulary.facts[features.tokens[i].facts].flags
  }
}
