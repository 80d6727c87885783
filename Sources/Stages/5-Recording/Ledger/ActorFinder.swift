internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Finds where an actor is named: by its entry, as people merged and split entries, else by words of its
/// name, with the mentions that the article joins with those in a cluster.
struct ActorFinder {
  /// On which side of an event.
  enum Side: String { case actor, recipient }

  private let database: Database
  /// The name that the entry asked for has; `nil` if no entry was asked for.
  let entryName: String?
  private let words: NameWords?
  /// The spans that name it, by article, and the articles to look at.
  private let spans: [Int: [TextRange]]

  /// Looks an actor up.
  init(_ database: Database, _ actor: String) throws {
    self.database = database
    let entry = try EntryMentions.ifKnown(database, actor)
    entryName = try entry.flatMap { try ActorFinder.name(of: $0, database) }
    if let entry {
      words = nil
      spans = try entry.spans()
    } else if let words = NameWords(actor), case let clauses = SearchClause.allForms(of: actor),
      !clauses.isEmpty
    {
      self.words = words
      spans = try ActorFinder.spans(
        of: words, try WordIndex(database).allArticles(clauses) ?? [], database)
    } else {
      words = nil
      spans = [:]
    }
  }

  /// The row numbers of events that have the actor on a side.
  func events(_ side: Side) throws -> [Int] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT e.event, e.article, ea.start, ea."end", \(pieceSQL("ea.start", "ea.\"end\""))
        FROM json_each(?) AS j JOIN events AS e ON e.article = j.value
          JOIN event_actors AS ea ON ea.event = e.event AND ea.side = ?
          JOIN article_texts AS t ON t.article = e.article
        """, arguments: [articles, side.rawValue])
    var found: [Int] = []
    while let row = try cursor.next() {
      guard let span = try row.span(2), isNamed(row[1], span, row.text(4)) else { continue }
      if found.last != row[0] { found.append(row[0]) }
    }
    return found
  }

  /// The row numbers of outlooks that have the actor in their outcome or condition.
  func outlooks() throws -> [Int] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT o.outlook, o.article, o.outcome_start, o.outcome_end,
          \(pieceSQL("o.outcome_start", "o.outcome_end")), o.condition_start, o.condition_end,
          \(pieceSQL("o.condition_start", "o.condition_end"))
        FROM json_each(?) AS j JOIN outlooks AS o ON o.article = j.value
          JOIN article_texts AS t ON t.article = o.article
        """, arguments: [articles])
    var found: [Int] = []
    while let row = try cursor.next() {
      let isOutcome = try row.span(2).map { isNamed(row[1], $0, row.text(4)) } ?? false
      let isCondition = try row.span(5).map { isNamed(row[1], $0, row.text(7)) } ?? false
      if isOutcome || isCondition { found.append(row[0]) }
    }
    return found
  }

  /// Entries under which mentions of the name asked for are linked, those most often first.
  func linkedEntries(_ name: String) throws -> [String] {
    guard words != nil else { return [] }
    let resolution = try EntryDecisionRows(database).resolution()
    var entries: [String] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT m.entry FROM json_each(?) AS j JOIN mentions AS m ON m.article = j.value
        WHERE m.type NOT IN ('place', 'facility') AND m.name = ?
        GROUP BY m.entry ORDER BY count(*) DESC, m.entry LIMIT 5
        """, arguments: [articles, name])
    while let row = try rows.next() {
      guard let entry = resolution.entry(row[0] as String?, name: name, .actor) else { continue }
      if !entries.contains(entry) { entries.append(entry) }
    }
    return entries
  }

  private var articles: String {
    "[\(spans.keys.sorted().map(String.init).joined(separator: ","))]"
  }

  private func isNamed(_ article: Int, _ span: TextRange, _ text: String) -> Bool {
    let isMet = spans[article, default: []].contains { $0.start < span.end && span.start < $0.end }
    return isMet || words?.stand(in: text) ?? false
  }

  private func pieceSQL(_ start: String, _ end: String) -> String {
    "substr(CAST(t.text AS BLOB), \(start) + 1, \(end) - \(start))"
  }

  /// The main name that people gave an entry, or the one that it is mentioned under most often.
  private static func name(of entry: EntryMentions, _ database: Database) throws -> String? {
    let given = try EntryDecisionRows(database).resolution().mainName(of: entry.id)?.name
    return try given ?? entry.spellings().first?.name
  }

  /// The articles that hold the words, with the spans of mentions whose name holds them.
  private static func spans(
    of words: NameWords, _ articles: [Int], _ database: Database
  ) throws -> [Int: [TextRange]] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT found.value, m.start, m."end", m.cluster, m.name
        FROM json_each(?) AS found
          LEFT JOIN mentions AS m ON m.article = found.value AND m.type <> 'place'
        ORDER BY found.value
        """, arguments: ["[\(articles.map(String.init).joined(separator: ","))]"])
    var spans: [Int: [TextRange]] = [:]
    var names: [String: Bool] = [:]
    while let row = try cursor.next() {
      let article: Int = row[0]
      spans[article] = spans[article] ?? []
      guard let span = try row.span(1) else { continue }
      let name: String = row[4]
      let isMeant = names[name] ?? words.stand(in: name)
      names[name] = isMeant
      if isMeant { spans[article, default: []].append(span) }
    }
    return spans
  }
}
