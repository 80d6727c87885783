internal import ArabicScript
internal import GRDB
package import NewsModel

/// A name under which an entry is mentioned, and how often.
package struct EntrySpelling: Sendable, Hashable {
  package let name: String
  /// What mentions of the name mostly are.
  package let type: MentionType
  package let mentions: Int
  /// How many articles name it so.
  package let reports: Int
}

/// The mentions that stand for an entry, as pieces of SQL.
///
/// `namedSQL` gives their rows; `spansSQL` adds those that their articles join with them in a cluster, and
/// are linked to nothing.
struct EntryMentions {
  /// The id asked for, as far as merging leads.
  let id: String
  let sources: [EntrySource]
  private let database: Database

  /// Finds what stands for the entry of an id.
  init(_ database: Database, _ resolution: EntryResolution, _ id: String) {
    self.database = database
    self.id = resolution.entry(id)
    sources = resolution.sources(of: self.id)
  }

  /// What an id that is no entry of the archive would be taken for: words of a name.
  ///
  /// - Returns: The entry's mentions; `nil` if no reading links anything to it and nobody decided on it.
  /// - Throws: An error of the database.
  static func ifKnown(_ database: Database, _ id: String) throws -> EntryMentions? {
    let rows = EntryDecisionRows(database)
    let decisions = try rows.all()
    let isDecided = decisions.contains { $0.stands && $0.entries.contains(id) }
    let isRead =
      try Bool.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT EXISTS (SELECT 1 FROM mentions WHERE entry = ?1)
              OR EXISTS (SELECT 1 FROM statements WHERE speaker_entry = ?1)
              OR EXISTS (SELECT 1 FROM events WHERE place_entry = ?1)
            """), arguments: [id]) ?? false
    guard isDecided || isRead else { return nil }
    return EntryMentions(database, EntryResolution(decisions), id)
  }

  /// The columns of a mention that the pieces give.
  private static let columns = """
    m.article, m.position, m.start, m."end", m.cluster, m.entry, m.name, m.type, m.role, m.organisation
    """

  /// A query for the mentions of the entry.
  var namedSQL: (sql: String, arguments: StatementArguments) {
    var arguments = StatementArguments()
    let parts = sources.map { source -> String in
      var sql = "SELECT \(EntryMentions.columns) FROM mentions AS m WHERE "
      let folded: [String]
      var isException = false
      switch source.names {
      case .except(let names): (folded, isException) = (names, true)
      case .only(let names): folded = names
      }
      if let entry = source.entry {
        sql += "m.entry = ?"
        arguments += [entry]
      } else {
        let types = MentionType.allCases.filter { $0.realm == source.realm }
        sql += "m.entry IS NULL AND m.type IN (\(EntryMentions.literals(types.map(\.rawValue))))"
      }
      if !isException || !folded.isEmpty {
        sql += """
           AND m.name \(isException ? "NOT " : "")IN (SELECT name FROM mention_names
            WHERE folded IN (SELECT value FROM json_each(?)))
          """
        arguments += [jsonArray(folded) ?? "[]"]
      }
      return sql
    }
    return (parts.joined(separator: " UNION ALL "), arguments)
  }

  /// The beginning of a query: `named` and `spans` as tables of their own.
  var tablesSQL: (sql: String, arguments: StatementArguments) {
    let named = namedSQL
    return (
      """
      WITH named AS MATERIALIZED (\(named.sql)),
        spans AS MATERIALIZED (SELECT article, start, "end" FROM named
          UNION SELECT m.article, m.start, m."end" FROM named AS k
            JOIN mentions AS m ON m.article = k.article AND m.cluster = k.cluster
            WHERE m.entry IS NULL AND k.entry IS NOT NULL)
      """, named.arguments
    )
  }

  /// A condition that a column with an entry and one with a name are those of this entry.
  func condition(entry: String, name: String) -> (sql: String, arguments: StatementArguments) {
    var arguments = StatementArguments()
    let named = "(SELECT name FROM mention_names WHERE folded IN (SELECT value FROM json_each(?)))"
    let parts = sources.map { source -> String in
      var sql = "\(entry) IS NULL"
      if let id = source.entry {
        sql = "\(entry) = ?"
        arguments += [id]
      }
      switch source.names {
      case .except(let names) where names.isEmpty: return sql
      case .except(let names):
        arguments += [jsonArray(names) ?? "[]"]
        return "\(sql) AND \(name) NOT IN \(named)"
      case .only(let names):
        arguments += [jsonArray(names) ?? "[]"]
        return "\(sql) AND \(name) IN \(named)"
      }
    }
    return ("(\(parts.joined(separator: " OR ")))", arguments)
  }

  /// The entries of which all mentions stand for this one.
  var wholeEntries: [String] {
    sources.compactMap { source in
      if case .except(let names) = source.names, names.isEmpty { source.entry } else { nil }
    }
  }

  /// The spans that name it, by article, with those that their clusters add.
  func spans() throws -> [Int: [TextRange]] {
    let tables = tablesSQL
    let cursor = try Row.fetchCursor(
      database, sql: "\(tables.sql) SELECT article, start, \"end\" FROM spans",
      arguments: tables.arguments)
    var spans: [Int: [TextRange]] = [:]
    while let row = try cursor.next() {
      spans[row[0], default: []].append(try row.requiredSpan(1))
    }
    return spans
  }

  /// The names under which it is mentioned, the most frequent first.
  func spellings() throws -> [EntrySpelling] {
    let named = namedSQL
    return try Row.fetchAll(
      database,
      sql: """
        SELECT name, type, count(*) AS mentions, count(DISTINCT article), max(type_count) FROM (
          SELECT name, type, article, count(*) OVER (PARTITION BY name, type) AS type_count
          FROM (\(named.sql)))
        GROUP BY name ORDER BY mentions DESC, name
        """, arguments: named.arguments
    ).map { row in
      EntrySpelling(name: row[0], type: try row.value(1), mentions: row[2], reports: row[3])
    }
  }

  private static func literals(_ values: [String]) -> String {
    values.map { "'\($0)'" }.joined(separator: ", ")
  }
}
