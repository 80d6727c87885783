internal import GRDB

extension ArchiveView {
  /// Counts what a search finds by outlet, type of event, actor, place and month.
  ///
  /// At most 10,000 finds are counted, those that the search lists first. Events count by their own type; statements
  /// and outlooks have what their article has.
  ///
  /// - Parameters:
  ///   - query: What is looked for.
  ///   - kind: What is listed.
  /// - Returns: The fields that have values; none where only texts tell records that are meant from others.
  /// - Throws: An error of the database.
  package func facets(of query: SearchQuery, in kind: SearchKind = .articles) throws -> SearchFacets
  {
    let words = try ArchiveWords(database, segments)
    let clauses = try words.resolved(query.clauses)
    let articles: [Int]
    let total: BoundedCount
    var events: [Int]?
    if kind == .articles {
      (articles, total) = try self.articles(
        clauses, .time, limit: BoundedCount.bound, words.index)
    } else {
      if clauses.contains(where: RecordSearch.needsWords) {
        return SearchFacets(facets: [], counted: BoundedCount(counted: 0))
      }
      let records = try RecordSearch(kind, database).query(clauses)
      let (found, rows) = try records.articlesAndRows(database)
      (articles, total) = (found, BoundedCount(counted: found.count))
      if kind == .events { events = rows }
    }
    let counter = FacetCounter(database, Array(articles.prefix(BoundedCount.bound)), events)
    return SearchFacets(
      facets: try SearchFacet.Field.allCases.compactMap { field in
        let values = try counter.values(of: field)
        return values.isEmpty ? nil : SearchFacet(field: field, values: values)
      },
      counted: total)
  }
}

/// Counts the values of fields over what was found.
private struct FacetCounter {
  private let database: Database
  /// The articles of the finds, and the events found, as JSON arrays.
  private let articles: String
  private let events: String?

  /// The most values of a field, and the most months before years are counted.
  private static let limit = 12
  private static let monthLimit = 24

  init(_ database: Database, _ articles: [Int], _ events: [Int]?) {
    self.database = database
    self.articles = FacetCounter.json(articles)
    self.events = events.map { FacetCounter.json(Array($0.prefix(BoundedCount.bound))) }
  }

  private static func json(_ rows: [Int]) -> String {
    "[\(rows.map(String.init).joined(separator: ","))]"
  }

  func values(of field: SearchFacet.Field) throws -> [SearchFacet.Value] {
    switch field {
    case .source:
      return try plain(
        """
        SELECT sources.name, count(*) FROM json_each(?) AS j
          JOIN articles ON articles.article = j.value JOIN sources USING (source)
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(FacetCounter.limit)
        """, articles)
    case .type: return try types()
    case .actor: return try entries("<>")
    case .place: return try entries("=")
    case .date:
      let months = try dates("%Y-%m", FacetCounter.monthLimit + 1)
      return months.count > FacetCounter.monthLimit
        ? try dates("%Y", FacetCounter.monthLimit) : months
    }
  }

  private func plain(_ sql: String, _ found: String) throws -> [SearchFacet.Value] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [found]).map {
      SearchFacet.Value(value: $0[0], name: nil, nameEn: nil, count: $0[1])
    }
  }

  private func dates(_ format: String, _ limit: Int) throws -> [SearchFacet.Value] {
    let (source, time) =
      events == nil
      ? ("articles ON articles.article = j.value", "articles.time")
      : ("events ON events.event = j.value", "events.time")
    return try plain(
      """
      SELECT strftime('\(format)', \(time), 'unixepoch'), count(*) FROM json_each(?) AS j JOIN \(source)
      WHERE \(time) > \(Schema.unknownTime) GROUP BY 1 ORDER BY 1 DESC LIMIT \(limit)
      """, events ?? articles)
  }

  /// Types as decided, without events that all coders rejected.
  private func types() throws -> [SearchFacet.Value] {
    let joined = events == nil ? "e.article = j.value" : "e.event = j.value"
    return try plain(
      """
      SELECT coalesce(v.value, e.type), count(DISTINCT j.key)
      FROM json_each(?) AS j JOIN events AS e ON \(joined)
        LEFT JOIN event_standings AS s ON s.event = e.event
        LEFT JOIN event_review_values AS v ON v.review = s.review AND v.field = 'type'
      WHERE s.state IS NOT 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(FacetCounter.limit)
      """, events ?? articles)
  }

  /// Entries that are mentioned, under the name that most of the mentions have.
  private func entries(_ comparison: String) throws -> [SearchFacet.Value] {
    let from = """
      FROM json_each(?) AS j JOIN mentions AS m ON m.article = j.value
      WHERE m.entry IS NOT NULL AND m.type \(comparison) 'place'
      """
    let counts = try plain(
      """
      SELECT m.entry, count(DISTINCT j.key) \(from) GROUP BY 1 ORDER BY 2 DESC, 1
      LIMIT \(FacetCounter.limit)
      """, articles)
    let wanted = jsonArray(counts.map(\.value))
    let names = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT m.entry, m.name, max(m.name_en) \(from) AND m.entry IN (SELECT value FROM json_each(?))
          GROUP BY 1, 2 ORDER BY count(*) DESC, 2
          """), arguments: [articles, wanted])
    return counts.map { count in
      let row = names.first { $0[0] == count.value }
      return SearchFacet.Value(
        value: count.value, name: row?[1], nameEn: row?[2], count: count.count)
    }
  }
}
