internal import ArabicQuantities
internal import GRDB
package import NewsModel

extension ArchiveView {
  /// The number of the story that an article belongs to; `nil` if it is unknown or not grouped yet.
  package func story(ofArticle id: String) throws -> Int? {
    try Int.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT story FROM story_members JOIN articles USING (article)
          WHERE id = ? AND carries = 0
          """), arguments: [id])
  }

  /// How often the story of an article was told; `nil` if it is unknown or not grouped yet.
  package func storyCounts(ofArticle id: String) throws -> StoryCounts? {
    try story(ofArticle: id).flatMap { try storyCounts($0) }
  }

  /// How often a story was told; `nil` if there is none.
  package func storyCounts(_ story: Int) throws -> StoryCounts? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT count(*), count(DISTINCT dispatch) FILTER (WHERE carries = 0)
          FROM story_members WHERE story = ?
          """), arguments: [story])
    guard let row, row[0] as Int > 0 else { return nil }
    return StoryCounts(reports: row[0], copies: Int(row[0] as Int) - (row[1] as Int))
  }

  /// One story with its reports; `nil` if there is none of this number.
  package func story(_ story: Int) throws -> ArchivedStory? {
    let members = try StoryReader(database).members(of: story)
    guard !members.isEmpty, let counts = try storyCounts(story) else { return nil }
    let reports = try members.map { try StoryReader(database).row($0, in: members) }
    let comparison = try StoryComparison(database, members.map(\.article))
    return ArchivedStory(
      story: story, counts: counts, reports: reports,
      differences: reports.indices.map { index in
        index == 0 || reports[index].isRoundUp || reports[index].copied?.kind == .copy
          ? nil : comparison.difference(index)
      },
      disagreements: comparison.disagreements(
        reports.indices.filter { reports[$0].copied == nil }.map { ($0, reports[$0].article) }))
  }

  /// Stories of several reports.
  ///
  /// - Parameters:
  ///   - filter: Which stories are meant.
  ///   - limit: The most rows.
  ///   - offset: How many rows to skip.
  /// - Returns: One part of the list, and how many stories the whole list has.
  /// - Throws: An error of the database.
  package func stories(_ filter: StoryFilter, limit: Int, offset: Int = 0) throws -> (
    rows: [StoryRow], total: Int
  ) {
    let order =
      switch filter.order {
      case .size: "reports DESC, last DESC, story"
      case .independent: "dispatches DESC, reports DESC, last DESC, story"
      case .newest: "last DESC, story"
      }
    let outlet =
      filter.source == nil
      ? ""
      : """
      AND story IN (SELECT story FROM story_members JOIN articles USING (article)
        JOIN sources USING (source) WHERE folded = ?)
      """
    let grouped = """
      SELECT story, count(*) AS reports,
        count(DISTINCT dispatch) FILTER (WHERE carries = 0) AS dispatches,
        max(time) AS last, count(DISTINCT source) AS outlets
      FROM story_members JOIN articles USING (article) WHERE 1 \(outlet)
      GROUP BY story HAVING reports >= ? AND min(time) >= ? AND min(time) < ?
      """
    var arguments = StatementArguments()
    if let source = filter.source { arguments += [FoldedName.fold(source)] }
    arguments += [
      filter.reports, filter.days?.lowerBound.time ?? Int.min,
      filter.days?.upperBound.advanced(by: 1).time ?? Int.max,
    ]
    let rows = try Row.fetchAll(
      database, sql: "\(grouped) ORDER BY \(order) LIMIT ? OFFSET ?",
      arguments: arguments + [limit, offset])
    let total = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM (\(grouped))", arguments: arguments)
    return (try rows.compactMap { try storyRow($0) }, total ?? 0)
  }

  private func storyRow(_ row: Row) throws -> StoryRow? {
    let reader = StoryReader(database)
    let members = try reader.members(of: row[0])
    guard let first = members.first(where: { !$0.isRoundUp }), let last = members.last else {
      return nil
    }
    return StoryRow(
      story: row[0], first: try reader.row(first, in: members),
      counts: StoryCounts(reports: row[1], copies: Int(row[1] as Int) - (row[2] as Int)),
      sources: row[4], lastPublished: last.published)
  }

  /// How two articles stand to each other, as grouping found it.
  ///
  /// - Returns: `nil` if they have no link.
  package func storyLink(_ article: String, _ other: String) throws -> StoryLink? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT kind, cover, cover_of_longer FROM story_links AS l
            JOIN articles AS a ON a.article = l.article JOIN articles AS b ON b.article = l.other
          WHERE (a.id = ?1 AND b.id = ?2) OR (a.id = ?2 AND b.id = ?1)
          """), arguments: [article, other])
    return try row.map {
      StoryLink(kind: try $0.value(0), coverOfShorter: $0[1], coverOfLonger: $0[2])
    }
  }
}
