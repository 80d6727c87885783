package import ArabicScript

/// What a search found.
package struct SearchResult: Sendable, Hashable {
  /// How many articles match.
  package let total: BoundedCount
  /// The hits of the page asked for, in the order asked for.
  package let hits: [SearchHit]
  /// The search as typed with unknown words put right, where nothing was found and something is close.
  package var correction: String?
}

/// One article that a search found.
package struct SearchHit: Sendable, Hashable {
  /// The article's id.
  package let id: String
  package let source: String?
  package let url: String?
  package let published: String?
  /// When it was last changed, as its source gave it.
  package let modified: String?
  /// When its newest version was first seen, in seconds since 1970; `nil` if it has one version only.
  package let editedAt: Int?
  /// When it was published, in seconds since 1970 by the clock of the source; `nil` if that is not known.
  package let time: Int?
  /// The whole title.
  package let title: MarkedText
  /// The best pieces of the text, in the text's order; one at least unless the text is empty.
  package let snippets: [Snippet]
}

/// A piece of an article's text around what a search found.
package struct Snippet: Sendable, Hashable {
  package let marked: MarkedText
  /// Where the piece stands in the article's text.
  package let range: TextRange
  /// Whether the article's text goes on before and behind it.
  package let continuesBefore: Bool
  package let continuesAfter: Bool
}

/// Text in its original spelling with the pieces that a search found.
package struct MarkedText: Sendable, Hashable {
  package let text: String
  /// What was found: UTF-8 byte ranges into `text`, sorted, without overlap.
  package let marks: [TextRange]

  /// The text in pieces, each found or not, that make up `text` when joined.
  package var pieces: [(text: String, isMarked: Bool)] {
    let utf8 = Array(text.utf8)
    var result: [(text: String, isMarked: Bool)] = []
    var position = 0
    for mark in marks {
      if position < mark.start {
        result.append((String(decoding: utf8[position..<mark.start], as: UTF8.self), false))
      }
      result.append((String(decoding: utf8[mark.start..<mark.end], as: UTF8.self), true))
      position = mark.end
    }
    if position < utf8.count {
      result.append((String(decoding: utf8[position...], as: UTF8.self), false))
    }
    return result
  }
}

/// In which order hits are shown.
package enum SearchOrder: String, Sendable, Hashable, CaseIterable {
  /// The best first.
  case relevance
  /// The newest first.
  case time
}
