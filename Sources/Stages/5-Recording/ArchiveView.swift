internal import GRDB

/// The archive as it was at one moment; good only inside the closure that receives it.
package struct ArchiveView {
  let database: Database

  /// The article with this id, with its reading; `nil` if there is none.
  package func article(id: String) throws -> ArchivedArticle? { nil }

  /// The newest articles, those without a time last.
  ///
  /// - Parameters:
  ///   - limit: The most rows, 1 to 500.
  ///   - before: The `next` of the part before.
  ///   - source: The outlet; `nil` for all.
  package func latest(limit: Int, before: ListPosition? = nil, source: String? = nil) throws
    -> ListPage<ArticleHeading>
  { ListPage(rows: [], next: nil, total: BoundedCount(counted: 0)) }

  /// How much the archive holds.
  package func counts() throws -> ArchiveCounts {
    ArchiveCounts(
      articles: 0, versions: 0, readings: 0, statements: 0, outlooks: 0, events: 0, mentions: 0,
      sources: 0)
  }

  /// The outlets, those with most articles first.
  package func sources() throws -> [SourceSummary] { [] }

  /// Statements, those of the newest articles first.
  package func statements(_ filter: StatementFilter, limit: Int, before: ListPosition? = nil) throws
    -> ListPage<StatementRow>
  { ListPage(rows: [], next: nil, total: BoundedCount(counted: 0)) }

  /// Outlooks, those of the newest articles first.
  package func outlooks(_ filter: OutlookFilter, limit: Int, before: ListPosition? = nil) throws
    -> ListPage<OutlookRow>
  { ListPage(rows: [], next: nil, total: BoundedCount(counted: 0)) }

  /// Events, the newest first.
  package func events(_ filter: EventFilter, limit: Int, before: ListPosition? = nil) throws
    -> ListPage<EventRow>
  { ListPage(rows: [], next: nil, total: BoundedCount(counted: 0)) }

  /// Articles that match a search.
  ///
  /// - Parameters:
  ///   - limit: The most hits, 1 to 200.
  ///   - offset: How many hits to skip.
  package func search(
    _ query: SearchQuery, order: SearchOrder = .relevance, limit: Int = 20, offset: Int = 0
  ) throws -> SearchResult { SearchResult(total: BoundedCount(counted: 0), hits: []) }
}
