internal import ArabicNames
internal import GRDB
internal import NewsModel

/// A name of persons or bodies that is linked to no entry, in all its spellings.
package struct EntryCandidate: Sendable, Hashable {
  /// The spelling that was met first, to which the others are alike.
  package let head: String
  package let kind: CandidateFilter.Kind
  /// The spellings, the most frequent first.
  package let spellings: [EntrySpelling]
  /// Mentions, and the reports, copies and independent stories that have them.
  package let tally: RecordTally
  /// The office that articles give most often.
  package let role: String?
  /// The newest places where it is named, one of each story.
  package let examples: [CandidateExample]

  /// The most frequent spelling.
  package var name: String { spellings.first?.name ?? "" }
}

/// A place where a candidate is named.
package struct CandidateExample: Sendable, Hashable {
  /// The article's id.
  package let article: String
  package let title: String
  package let source: String?
  package let published: String?
  /// What stands around the name.
  package let words: String
}

/// Which candidates a list shows.
package struct CandidateFilter: Sendable, Hashable {
  /// Persons, or bodies: organisations and groups.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, body

    var types: String { self == .person ? "'person'" : "'organisation', 'group'" }
  }

  /// Only of this kind.
  package var kind: Kind?
  /// Only those that have a spelling with these words, or that meet them in one key.
  package var words: String?
  /// Only those that so many independent stories name.
  package var least = 1

  /// Makes a filter that lets everything through.
  package init() {}
}

extension ArchiveView {
  /// Names that are linked to no entry, those that most independent stories name first.
  ///
  /// Spellings meet in one key. Persons are candidates only with two names, and where an article names
  /// an office of theirs: private persons get no entry.
  ///
  /// - Parameters:
  ///   - filter: Which candidates.
  ///   - limit: The most rows.
  ///   - offset: How many rows to skip.
  /// - Returns: One part of the list, and how many candidates the whole list has.
  /// - Throws: An error of the database.
  package func candidates(_ filter: CandidateFilter, limit: Int, offset: Int = 0) throws -> (
    rows: [EntryCandidate], total: Int
  ) {
    let reader = try CandidateReader(database, filter)
    let rows = try Row.fetchAll(
      database,
      sql: """
        \(reader.grouped.sql)
        ORDER BY stories DESC, reports DESC, mentions DESC, head LIMIT ? OFFSET ?
        """, arguments: reader.grouped.arguments + [limit, offset])
    let total = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM (\(reader.grouped.sql))",
      arguments: reader.grouped.arguments)
    return (try rows.map(reader.candidate), total ?? 0)
  }
}

/// Reads candidates out of the mentions that are linked to nothing.
private struct CandidateReader {
  private let database: Database
  private let filter: CandidateFilter
  /// The names that decisions assigned, folded, as a JSON array.
  private let assigned: String

  init(_ database: Database, _ filter: CandidateFilter) throws {
    self.database = database
    self.filter = filter
    let names = try EntryDecisionRows(database).resolution().assignedNames(.actor)
    assigned = jsonArray(names.sorted()) ?? "[]"
  }

  /// The groups of mentions that meet in one key.
  var grouped: (sql: String, arguments: StatementArguments) {
    var conditions = [
      "m.entry IS NULL",
      "m.type IN (\(CandidateFilter.Kind.person.types), \(CandidateFilter.Kind.body.types))",
      "n.sound <> ''", "n.folded NOT IN (SELECT value FROM json_each(?))",
      "(m.type <> 'person' OR instr(n.sound, '.') > 0)",
    ]
    var arguments: StatementArguments = [assigned]
    if let kind = filter.kind { conditions.append("m.type IN (\(kind.types))") }
    if let words = filter.words {
      let sound = NameKey(words).description
      conditions.append(
        "(instr(n.folded, ?) > 0 OR (n.sound = ? AND instr(n.sound, '.') > 0))")
      arguments += [FoldedName.fold(words), sound]
    }
    let sql = """
      SELECT n.head AS head, m.type = 'person' AS is_person, count(*) AS mentions,
        count(DISTINCT m.article) AS reports,
        count(DISTINCT coalesce(s.dispatch, -m.article)) AS dispatches,
        count(DISTINCT coalesce(s.story, -m.article)) AS stories
      FROM mentions AS m JOIN mention_names AS n ON n.name = m.name
        LEFT JOIN story_members AS s ON s.article = m.article AND s.carries = 0
      WHERE \(conditions.joined(separator: " AND "))
      GROUP BY n.head, is_person
      HAVING stories >= \(filter.least) AND (NOT is_person OR max(m.role IS NOT NULL)
        OR n.head IN (SELECT o.head FROM statements AS t JOIN mention_names AS o ON o.name = t.speaker_name
          WHERE t.role IS NOT NULL))
      """
    return (sql, arguments)
  }

  /// A candidate of a row of `grouped`.
  func candidate(_ row: Row) throws -> EntryCandidate {
    let head: String = row[0]
    let kind: CandidateFilter.Kind = row[1] ? .person : .body
    let reports: Int = row[3]
    let named: StatementArguments = [head, assigned]
    let condition = """
      n.head = ? AND n.folded NOT IN (SELECT value FROM json_each(?))
        AND m.entry IS NULL AND m.type IN (\(kind.types))
      """
    let spellings = try Row.fetchAll(
      database,
      sql: """
        SELECT m.name, max(m.type), count(*) AS mentions, count(DISTINCT m.article)
        FROM mention_names AS n JOIN mentions AS m ON m.name = n.name
        WHERE \(condition) GROUP BY m.name ORDER BY mentions DESC, m.name
        """, arguments: named
    ).map { EntrySpelling(name: $0[0], type: try $0.value(1), mentions: $0[2], reports: $0[3]) }
    let role = try String.fetchOne(
      database,
      sql: """
        SELECT m.role FROM mention_names AS n JOIN mentions AS m ON m.name = n.name
        WHERE \(condition) AND m.role IS NOT NULL
        GROUP BY m.role ORDER BY count(*) DESC, m.role LIMIT 1
        """, arguments: named)
    return EntryCandidate(
      head: head, kind: kind, spellings: spellings,
      tally: RecordTally(
        records: row[2], reports: reports, copies: reports - (row[4] as Int), stories: row[5]),
      role: role, examples: try examples(condition, named))
  }

  /// The most examples of one candidate.
  private static let exampleLimit = 3

  private func examples(_ condition: String, _ arguments: StatementArguments) throws
    -> [CandidateExample]
  {
    try Row.fetchAll(
      database,
      sql: """
        SELECT a.id, CAST(a.title AS BLOB), sources.name, a.published, CAST(t.text AS BLOB), first, last
        FROM (SELECT m.article AS article, m.start AS first, m."end" AS last, max(b.time) AS time
            FROM mention_names AS n JOIN mentions AS m ON m.name = n.name
              JOIN articles AS b ON b.article = m.article
              LEFT JOIN story_members AS s ON s.article = m.article AND s.carries = 0
            WHERE \(condition)
            GROUP BY coalesce(s.story, -m.article) ORDER BY time DESC, m.article DESC
            LIMIT \(CandidateReader.exampleLimit)) AS e
          JOIN articles AS a ON a.article = e.article
          JOIN article_texts AS t ON t.article = e.article
          LEFT JOIN sources ON sources.source = a.source
        ORDER BY a.time DESC, a.article DESC
        """, arguments: arguments
    ).map { row in
      CandidateExample(
        article: row[0], title: row.text(1), source: row[2], published: row[3],
        words: ArticleBytes(row.utf8(4)).surroundings(of: try row.requiredSpan(5)))
    }
  }
}
