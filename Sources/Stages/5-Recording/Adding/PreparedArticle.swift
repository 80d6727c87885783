package import NewsModel

/// An article with its reading and all that adding it needs and that can be made without the archive: so that it is made
/// on many threads, while one writes.
package struct PreparedArticle: Sendable {
  /// The article.
  package let article: Article
  let reading: Reading
  let text: ArticleBytes
  /// The words of its title and of its text.
  let titleWords: IndexedText
  let words: IndexedText

  /// Prepares an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - reading: Its reading.
  package init(_ article: Article, _ reading: Reading) {
    self.article = article
    self.reading = reading
    text = ArticleBytes(article.text)
    titleWords = IndexedText(Array(article.title.utf8))
    words = IndexedText(text.utf8)
  }
}
