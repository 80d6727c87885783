internal import GRDB
internal import NewsModel

/// Reads the reports of a story.
struct StoryReader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// One report's row.
  struct Member {
    let article: Int
    let id: String
    let source: String?
    let published: String?
    let title: String
    let credit: String?
    let dispatch: Int
    let isRoundUp: Bool
  }

  /// The reports in the order of time; those of unknown time stand where they were added.
  func members(of story: Int) throws -> [Member] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT m.article, a.id, sources.name, a.published, CAST(a.title AS BLOB), r.credit_name,
            m.dispatch, m.carries
          FROM story_members AS m JOIN articles AS a ON a.article = m.article
            LEFT JOIN sources ON sources.source = a.source
            LEFT JOIN readings AS r ON r.article = m.article
          WHERE m.story = ?
          ORDER BY CASE WHEN a.time > \(Schema.unknownTime) THEN a.time ELSE a.added_at END, m.article
          """), arguments: [story]
    ).map { row in
      Member(
        article: row[0], id: row[1], source: row[2], published: row[3], title: row.text(4),
        credit: row[5], dispatch: row[6], isRoundUp: row[7])
    }
  }

  /// A report with whom it copies.
  func row(_ member: Member, in members: [Member]) throws -> StoryReportRow {
    StoryReportRow(
      article: member.id, source: member.source, published: member.published, title: member.title,
      credit: member.credit, dispatch: member.dispatch, isRoundUp: member.isRoundUp,
      copied: try copied(by: member, in: members))
  }

  /// The earliest report of the same dispatch that has a link to this one; where it has none of its own, the first that
  /// carries the same dispatch, to which it is tied through others.
  private func copied(by member: Member, in members: [Member]) throws -> CopiedReport? {
    let before = members.prefix { $0.article != member.article }
    guard !before.isEmpty else { return nil }
    var links: [Int: StoryLink] = [:]
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT other, kind, cover, cover_of_longer FROM story_links WHERE article = ?1
          UNION ALL SELECT article, kind, cover, cover_of_longer FROM story_links WHERE other = ?1
          """), arguments: [member.article])
    while let row = try rows.next() {
      links[row[0]] = StoryLink(
        kind: try row.value(1), coverOfShorter: row[2], coverOfLonger: row[3])
    }
    for other in before where other.dispatch == member.dispatch {
      if let link = links[other.article], link.kind.isSameDispatch {
        return CopiedReport(
          article: other.id, source: other.source, kind: link.kind, cover: link.coverOfShorter)
      }
    }
    return before.first { $0.dispatch == member.dispatch && !$0.isRoundUp }.map {
      CopiedReport(article: $0.id, source: $0.source, kind: .contained, cover: 0)
    }
  }
}
