package import NewsModel

/// An article with its reading and all that adding it needs and that can be made without the archive: so that it is made
/// on many threads, while one writes.
package struct PreparedArticle: Sendable {
  /// The article.
  package let article: Article
  let reading: Reading
  /// When it was captured, in seconds since 1970; `nil` for now.
  let seenAt: Int?
  let text: ArticleBytes
  /// The words of its title and of its text.
  let titleWords: IndexedText
  let words: IndexedText
  /// The shingles by which other reports of the same are found; `nil` if the archive makes them later.
  let sample: [UInt64]?

  /// Prepares an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - reading: Its reading.
  ///   - seenAt: When it was captured, in seconds since 1970: versions stand in that order. `nil` for now.
  ///   - judge: The one that will tell its story, if that is known.
  package init(
    _ article: Article, _ reading: Reading, seenAt: Int? = nil, judge: (any StoryJudging)? = nil
  ) {
    self.article = article
    self.seenAt = seenAt
    self.reading = reading
    text = ArticleBytes(article.text)
    titleWords = IndexedText(Array(article.title.utf8))
    words = IndexedText(text.utf8)
    sample = judge?.fingerprint(text.utf8).sample
  }
}
