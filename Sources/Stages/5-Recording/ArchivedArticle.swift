package import ArabicQuantities
package import NewsModel

/// An article as the archive holds it, with its reading.
package struct ArchivedArticle: Sendable, Hashable {
  /// The newest version.
  package let article: Article
  /// The number of the newest version, from 1.
  package let version: Int
  /// When the newest version was first seen, in seconds since 1970: captured, or added where that is not known.
  package let addedAt: Int
  /// All that the reader found in the newest version; `nil` if it was not read.
  package let reading: Reading?
  /// The versions before it, oldest first.
  package let earlier: [ArticleVersion]
}

/// What a list shows of an article.
package struct ArticleHeading: Sendable, Hashable {
  /// The article's id.
  package let id: String
  /// The outlet.
  package let source: String?
  /// The page's address.
  package let url: String?
  /// When it was published, as its source gave it.
  package let published: String?
  package let title: String
  package let byline: String?
  /// The text's beginning, at most 300 code points, cut behind a word.
  package let opening: String
  /// How many statements its reading holds.
  package let statements: Int
  /// How many outlooks its reading holds.
  package let outlooks: Int
  /// How many events its reading holds.
  package let events: Int
  /// How often its story was told; `nil` before it is grouped.
  package let story: StoryCounts?
}

/// How much the archive holds.
package struct ArchiveCounts: Sendable, Hashable {
  package let articles: Int
  package let versions: Int
  package let readings: Int
  package let statements: Int
  package let outlooks: Int
  package let events: Int
  package let mentions: Int
  package let sources: Int
}

/// An outlet and how much the archive holds of it.
package struct SourceSummary: Sendable, Hashable {
  /// The outlet as articles name it; `nil` for articles that name none.
  package let name: String?
  package let articles: Int
  /// The first and the last day of publication, if any is known.
  package let first: CalendarDay?
  package let last: CalendarDay?
}
