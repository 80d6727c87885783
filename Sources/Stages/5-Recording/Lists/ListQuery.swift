internal import ArabicQuantities
internal import GRDB

/// A list's query: which rows, newest first, from where on.
///
/// Rows of one moment keep the order in which they were written, so that the records of an article
/// follow one another as in its text.
struct ListQuery {
  /// The table of the records, which is called `r` in conditions.
  let table: String
  /// Its row number's column, and its full-text table's name before `_search`.
  let key: String
  private var conditions: [String] = []
  private var arguments = StatementArguments()
  private var match: [String] = []

  init(table: String, key: String) {
    self.table = table
    self.key = key
  }

  /// Words that must all occur in one of the columns of the full-text table.
  mutating func require(words: String?, in columns: [String]) {
    guard let words, let expression = SearchExpression.allWords(of: words) else { return }
    match.append("{\(columns.joined(separator: " "))} : \(expression)")
  }

  /// One of the values; none for no limit.
  mutating func require(_ column: String, oneOf values: [String]) {
    if values.isEmpty { return }
    conditions.append("r.\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
    arguments += StatementArguments(values)
  }

  /// A condition with its arguments.
  mutating func require(_ condition: String, _ arguments: [any DatabaseValueConvertible] = []) {
    conditions.append(condition)
    self.arguments += StatementArguments(arguments)
  }

  /// A condition with its arguments as they are written.
  mutating func require(_ condition: (sql: String, arguments: StatementArguments)) {
    conditions.append("(\(condition.sql))")
    arguments += condition.arguments
  }

  /// What records of an entry have; no entry for no limit.
  mutating func require(
    entry: String?, _ database: Database, _ choose: (EntryConditions) -> EntryConditions.Condition
  ) throws {
    guard let entry else { return }
    let condition = choose(try EntryConditions(database, entry))
    conditions.append("(\(condition.sql))")
    arguments += condition.arguments
  }

  /// The outlet's name, compared folded.
  mutating func require(source: String?) {
    guard let source else { return }
    conditions.append("r.source IN (SELECT source FROM sources WHERE folded = ?)")
    arguments += [FoldedName.fold(source)]
  }

  /// The first and last day.
  mutating func require(since: CalendarDay?, until: CalendarDay?) {
    if let since {
      conditions.append("r.time >= ?")
      arguments += [since.time]
    }
    if let until {
      conditions.append("r.time < ?")
      arguments += [until.advanced(by: 1).time]
      if since == nil { conditions.append("r.time > \(Schema.unknownTime)") }
    }
  }

  /// The rows behind `position`, and the arguments of the query.
  ///
  /// Columns 0 and 1 are the row's number and time, then `position`, the article's id, source,
  /// `published`, title and text, then `columns`.
  func rows(_ columns: [String], limit: Int, before position: ListPosition?) -> (
    sql: String, arguments: StatementArguments
  ) {
    let list = columns.map { ", r.\($0)" }.joined()
    let conditions = self.conditions + ["r.time <= ?", "(r.time < ? OR r.\(key) > ?)"]
    // Texts are fetched for the rows of the page only, not for all that are sorted.
    let sql = """
      SELECT r.\(key), r.time, r.position, articles.id, sources.name, articles.published,
        CAST(articles.title AS BLOB), CAST(article_texts.text AS BLOB)\(list)
      FROM (SELECT r.\(key) AS chosen FROM \(from) WHERE \(conditions.joined(separator: " AND "))
          ORDER BY r.time DESC, r.\(key) LIMIT \(limit)) AS page
        CROSS JOIN \(table) AS r ON r.\(key) = chosen
        CROSS JOIN articles ON articles.article = r.article
        CROSS JOIN article_texts ON article_texts.article = r.article
        LEFT JOIN sources ON sources.source = r.source
      ORDER BY r.time DESC, r.\(key)
      """
    let time = position?.time ?? Int.max
    return (sql, matchArguments + arguments + [time, time, position?.row ?? 0])
  }

  /// The numbers of the articles that the rows stand in.
  var articles: (sql: String, arguments: StatementArguments) { column("article") }

  /// The row numbers of the records.
  var records: (sql: String, arguments: StatementArguments) { column(key) }

  private func column(_ name: String) -> (sql: String, arguments: StatementArguments) {
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    return ("SELECT r.\(name) FROM \(from) \(condition)", matchArguments + arguments)
  }

  /// The articles and row numbers of the newest records, as many as are counted and one more.
  func articlesAndRows(_ database: Database) throws -> (articles: [Int], rows: [Int]) {
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT r.article, r.\(key) FROM \(from) \(condition)
        ORDER BY r.time DESC, r.\(key) LIMIT \(BoundedCount.bound + 1)
        """, arguments: matchArguments + arguments)
    return (found.map { $0[0] }, found.map { $0[1] })
  }

  /// How many rows the whole list has.
  func total(_ database: Database) throws -> BoundedCount {
    let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let sql = """
      SELECT count(*) FROM (SELECT 1 FROM \(from) \(condition) LIMIT \(BoundedCount.bound + 1))
      """
    let count = try Int.fetchOne(
      database, sql: sql, arguments: matchArguments + arguments)
    return BoundedCount(counted: count ?? 0)
  }

  /// The records, found by their words first if words are asked for.
  private var from: String {
    if match.isEmpty { return "\(table) AS r" }
    return """
      (SELECT rowid AS found FROM \(key)_search WHERE \(key)_search MATCH ?) \
      CROSS JOIN \(table) AS r ON r.\(key) = found
      """
  }

  private var matchArguments: StatementArguments {
    match.isEmpty ? [] : [match.map { "(\($0))" }.joined(separator: " AND ")]
  }
}

extension ListQuery {
  /// The most rows that are looked through for those that `page` is to keep.
  private static var candidateLimit: Int { 1_000 }

  /// A page of the list; `limit` is held to 1 to 500.
  ///
  /// With `isMeant`, only rows that it accepts are kept, of the next 1,000; how many there are in all is then a lower
  /// bound.
  func page<Record: RecordColumns, ListRow>(
    _ database: Database, of: Record.Type, limit: Int, before position: ListPosition?,
    isMeant: ((ListRow, ListPosition) throws -> Bool)? = nil,
    _ make: (Record, RecordOrigin, ArticleBytes, ListPosition) throws -> ListRow
  ) throws -> ListPage<ListRow> {
    let limit = max(1, min(limit, 500))
    let most = isMeant == nil ? limit + 1 : ListQuery.candidateLimit + 1
    let (sql, arguments) = rows(Record.columns, limit: most, before: position)
    let cursor = try Row.fetchCursor(
      database.cachedStatement(sql: sql), arguments: arguments)
    var result: [ListRow] = []
    var last: ListPosition?
    var next: ListPosition?
    var seen = 0
    while let row = try cursor.next() {
      if result.count == limit || seen == ListQuery.candidateLimit {
        next = last
        break
      }
      seen += 1
      let origin = RecordOrigin(
        article: row[3], source: row[4], published: row[5], title: row.text(6), index: row[2])
      let record = try Record(row, at: 8)
      let position = ListPosition(time: row[1], row: row[0])
      last = position
      let listed = try make(record, origin, ArticleBytes(row.utf8(7)), position)
      if try isMeant?(listed, position) ?? true { result.append(listed) }
    }
    let total =
      isMeant == nil
      ? try total(database) : BoundedCount(value: result.count, isLowerBound: next != nil)
    return ListPage(rows: result, next: next, total: total)
  }
}
