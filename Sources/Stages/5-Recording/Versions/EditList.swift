internal import GRDB
internal import NewsModel

/// An edit of an article's title or text that was seen, with where it was seen.
package struct EditRow: Sendable, Hashable {
  /// The article's id.
  package let article: String
  package let source: String?
  package let url: String?
  package let change: VersionChange
}

/// Which edits a list shows.
package struct EditFilter: Sendable, Hashable {
  /// The outlet's name, compared folded; `nil` for all.
  package var source: String?
  /// What became of the stated dates; empty for all.
  package var dates: Set<VersionChange.StatedDates> = []
  /// Whether only stealth edits are shown: those of words that nothing announced.
  package var isStealthOnly = true

  /// Makes the filter of stealth edits.
  package init() {}
}

extension ArchiveView {
  /// Edits of titles and texts, those seen last first.
  ///
  /// - Parameters:
  ///   - filter: Which edits.
  ///   - limit: The most rows, 1 to 500.
  ///   - position: The `next` of the part before.
  /// - Returns: One part of the list.
  /// - Throws: An error of the database.
  package func edits(
    _ filter: EditFilter, limit: Int, before position: ListPosition? = nil
  ) throws -> ListPage<EditRow> {
    let limit = max(1, min(limit, 500))
    var conditions = ["1"]
    var arguments: [any DatabaseValueConvertible] = []
    if filter.isStealthOnly { conditions.append("is_stealth") }
    if !filter.dates.isEmpty {
      let dates = filter.dates.map(\.rawValue).sorted()
      conditions.append("dates IN (\(dates.map { _ in "?" }.joined(separator: ", ")))")
      arguments += dates as [any DatabaseValueConvertible]
    }
    if let source = filter.source {
      conditions.append("articles.source IN (SELECT source FROM sources WHERE folded = ?)")
      arguments.append(FoldedName.fold(source))
    }
    let from = """
      FROM article_edits JOIN articles USING (article) WHERE \(conditions.joined(separator: " AND "))
      """
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT edit, edited_at, article_edits.article, article_edits.version, articles.id,
          (SELECT name FROM sources WHERE source = articles.source), articles.url
        \(from) AND (edited_at, edit) < (?, ?)
        ORDER BY edited_at DESC, edit DESC LIMIT \(limit + 1)
        """,
      arguments: StatementArguments(
        arguments + [position?.time ?? Int.max, position?.row ?? Int.max]))
    let total = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM (SELECT 1 \(from) LIMIT \(BoundedCount.bound + 1))",
      arguments: StatementArguments(arguments))
    let shown = rows.prefix(limit)
    return ListPage(
      rows: try shown.map { row in
        EditRow(
          article: row[4], source: row[5], url: row[6], change: try change(of: row[2], to: row[3]))
      },
      next: rows.count > limit ? shown.last.map { ListPosition(time: $0[1], row: $0[0]) } : nil,
      total: BoundedCount(counted: total ?? 0))
  }

  /// What changed from the version before one of an article to that one.
  func change(of article: Int, to version: Int) throws -> VersionChange {
    try VersionHistory(database, article).change(to: version)
  }
}

extension ArticleVersion {
  /// Reads version, time, stated dates, title and text.
  init(_ row: Row) {
    self.init(
      version: row[0], addedAt: row[1], published: row[2], modified: row[3], title: row.text(4),
      text: row.text(5))
  }
}
