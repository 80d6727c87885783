internal import NewsModel

/// One version of an article, as it was added.
package struct ArticleVersion: Sendable, Hashable {
  /// The version's number, from 1.
  package let version: Int
  /// When it was first seen, in seconds since 1970: captured, or added where that is not known.
  package let addedAt: Int
  /// When it was published, as its source stated it.
  package let published: String?
  /// When it was last changed, as its source stated it.
  package let modified: String?
  package let title: String
  package let text: String
}

extension ArchivedArticle {
  /// All versions, oldest first.
  package var versions: [ArticleVersion] {
    earlier + [
      ArticleVersion(
        version: version, addedAt: addedAt, published: article.published,
        modified: article.modified, title: article.title, text: article.text)
    ]
  }

  /// What changed from each version to the next, oldest first.
  package var changes: [VersionChange] {
    zip(versions, versions.dropFirst()).map { VersionChange(from: $0, to: $1) }
  }
}
