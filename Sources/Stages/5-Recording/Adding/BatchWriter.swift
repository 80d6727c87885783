internal import ArabicQuantities
internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Adds articles with their readings within one transaction.
final class BatchWriter {
  private(set) var outcome = AddOutcome()
  /// The shingles of articles that wait for their story, where they were prepared.
  private(set) var shingles: ShingleBatch

  private let database: Database
  private let path: String
  private let addedAt: Int
  private let finding: GRDB.Statement
  private let articles: RowWriter
  private let texts: RowWriter
  private let versions: RowWriter
  private let articleUpdate: RowWriter
  private let textUpdate: RowWriter
  private var search: WordIndexWriter
  private let readings: ReadingWriter
  private let newPending: RowWriter
  private let pending: RowWriter
  private var sources: [String: Int] = [:]

  /// Begins a batch.
  ///
  /// - Parameters:
  ///   - database: The archive, within a transaction.
  ///   - path: Its file.
  ///   - addedAt: The time of adding, in seconds since 1970.
  ///   - names: What was written of names before.
  /// - Throws: An error of the database.
  init(
    _ database: Database, path: String, addedAt: Int, _ names: WrittenNames = WrittenNames()
  ) throws {
    self.database = database
    self.path = path
    self.addedAt = addedAt
    finding = try database.makeStatement(
      sql: """
        SELECT articles.article, version, articles.source, added_at, sources.name, published, byline,
          url, CAST(title AS BLOB), CAST(text AS BLOB), modified, last_seen
        FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
        WHERE articles.id = ?
        """)
    articles = try RowWriter(
      database, into: "articles",
      [
        "id", "version", "added_at", "source", "time", "published", "modified", "byline", "url",
        "title",
      ])
    texts = try RowWriter(database, into: "article_texts", ["article", "text"])
    versions = try RowWriter(
      database, into: "article_versions",
      [
        "article", "version", "source", "added_at", "last_seen", "published", "modified", "byline",
        "url",
        "title", "text",
      ])
    articleUpdate = try RowWriter(
      database,
      sql: """
        UPDATE articles SET version = ?, added_at = ?, source = ?, time = ?, published = ?, modified = ?,
          byline = ?, url = ?, title = ?, last_seen = NULL WHERE article = ?
        """)
    textUpdate = try RowWriter(
      database, sql: "UPDATE article_texts SET text = ? WHERE article = ?")
    search = try WordIndexWriter(database)
    shingles = try ShingleBatch(database)
    readings = try ReadingWriter(database, names)
    newPending = try RowWriter(database, into: "story_pending", ["article", "is_indexed"])
    pending = try RowWriter(
      database, sql: "INSERT OR REPLACE INTO story_pending(article, is_indexed) VALUES (?, 0)")
  }

  /// What is written of names now.
  var names: WrittenNames { readings.names }

  /// Writes what is collected over the batch; called once behind the last article.
  func finish() throws { try index { try search.finish() } }

  /// Does a part of indexing, and counts its time.
  private func index(_ part: () throws -> Void) rethrows {
    outcome.indexing += try ContinuousClock().measure(part)
  }

  /// Adds one article with its reading.
  func add(_ prepared: PreparedArticle) throws {
    let (article, reading, text) = (prepared.article, prepared.reading, prepared.text)
    try check(reading, of: article, text)
    let time = article.publicationTime ?? Schema.unknownTime
    let order = RecordOrder(time: time, source: try article.source.map { try sourceRow($0) })
    guard let known = try KnownArticle(finding, id: article.id) else {
      let row = try insert(prepared, order)
      try readings.insert(reading, article: row, text: text, prepared.words, order)
      outcome.added += 1
      outcome.readings += 1
      return
    }
    let isSame = known.holds(article, text)
    if let seenAt = prepared.seenAt {
      if seenAt < known.lastSeen { return try addEarlier(prepared, order.source, known, isSame) }
      if isSame { try VersionHistory(database, known.row).extend(known.version, to: seenAt) }
    }
    if isSame, article.modified != known.modified { try note(article.modified, of: known.row) }
    let stored = try ReadingLoader(database).reading(article: known.row)
    if isSame, let stored, stored.reading.reader == reading.reader {
      outcome.unchanged += 1
      return
    }
    if let stored { try readings.delete(stored) }
    if !isSame { try replace(known, with: prepared, order) }
    try readings.insert(reading, article: known.row, text: text, prepared.words, order)
    try ReviewTargets(database).renew(article: known.row)
    if isSame { outcome.unchanged += 1 } else { outcome.updated += 1 }
    outcome.readings += 1
  }

  /// Notes that an article was seen once more; `false` if its newest version is another, or was seen later.
  func note(_ article: Article, seenAt: Int) throws -> Bool {
    guard let known = try KnownArticle(finding, id: article.id), known.addedAt <= seenAt,
      known.holds(article, ArticleBytes(article.text))
    else { return false }
    try VersionHistory(database, known.row).extend(known.version, to: seenAt)
    return true
  }

  /// A reading that was made of another article or text is not stored.
  private func check(_ reading: Reading, of article: Article, _ text: ArticleBytes) throws {
    if reading.id == article.id, reading.lastOffset <= text.utf8.count { return }
    throw ArchiveError(
      .mismatch, path: path,
      "the reading of \(reading.id) does not belong to article \(article.id); read it again")
  }

  private func sourceRow(_ name: String) throws -> Int {
    if let row = sources[name] { return row }
    let known = try Int.fetchOne(
      database, sql: "SELECT source FROM sources WHERE name = ?", arguments: [name])
    if let known {
      sources[name] = known
      return known
    }
    try database.execute(
      sql: "INSERT INTO sources(name, folded) VALUES (?, ?)",
      arguments: [name, FoldedName.fold(name)])
    let row = Int(database.lastInsertedRowID)
    sources[name] = row
    return row
  }

  private func insert(_ prepared: PreparedArticle, _ order: RecordOrder) throws -> Int {
    articles.append(prepared.article.id)
    appendFields(of: prepared, version: 1, order, to: articles)
    try articles.write()
    let row = Int(database.lastInsertedRowID)
    texts.append(row)
    texts.append(utf8: prepared.text.utf8)
    try texts.write()
    try index {
      try search.insert(row, order, title: prepared.titleWords, body: prepared.words)
    }
    // Not "or replace", before which SQLite has the full-text tables of records write what they have gathered.
    newPending.append(row)
    newPending.append(0)
    try newPending.write()
    noteShingles(of: prepared, row, version: 1, order)
    return row
  }

  private func replace(
    _ known: KnownArticle, with prepared: PreparedArticle, _ order: RecordOrder
  ) throws {
    known.appendVersion(to: versions)
    try versions.write()
    try index {
      try search.delete(
        known.row, title: IndexedText(known.title), body: IndexedText(known.text))
    }
    appendFields(of: prepared, version: known.version + 1, order, to: articleUpdate)
    articleUpdate.append(known.row)
    try articleUpdate.write()
    textUpdate.append(utf8: prepared.text.utf8)
    textUpdate.append(known.row)
    try textUpdate.write()
    try index {
      try search.insert(known.row, order, title: prepared.titleWords, body: prepared.words)
    }
    try expectStory(of: known.row)
    noteShingles(of: prepared, known.row, version: known.version + 1, order)
    try VersionHistory(database, known.row).noteEdit(to: known.version + 1)
  }

  /// Adds what was captured before the newest version was seen last: at its place in time, so that the newest version and
  /// its reading stay.
  private func addEarlier(
    _ prepared: PreparedArticle, _ source: Int?, _ known: KnownArticle, _ isSame: Bool
  ) throws {
    let history = VersionHistory(database, known.row)
    let isNew = try history.insert(prepared, source: source, newestIsSame: isSame)
    if isNew { outcome.updated += 1 } else { outcome.unchanged += 1 }
  }

  /// Writes down the date of change that a page states that is otherwise the same.
  private func note(_ modified: String?, of row: Int) throws {
    guard let modified else { return }
    try database.execute(
      sql: "UPDATE articles SET modified = ? WHERE article = ?", arguments: [modified, row])
  }

  /// Notes that the article's story has to be told; `Archive.group` does it.
  private func expectStory(of row: Int) throws {
    pending.append(row)
    try pending.write()
  }

  private func noteShingles(
    of prepared: PreparedArticle, _ row: Int, version: Int, _ order: RecordOrder
  ) {
    guard let sample = prepared.sample else { return }
    let isKnown = order.time > Schema.unknownTime
    let time = isKnown ? order.time : prepared.seenAt ?? addedAt
    shingles.append(row, version: version, day: time / 86_400, sample)
  }

  private func appendFields(
    of prepared: PreparedArticle, version: Int, _ order: RecordOrder, to row: RowWriter
  ) {
    let article = prepared.article
    row.append(version)
    row.append(prepared.seenAt ?? addedAt)
    row.append(order.source)
    row.append(order.time)
    row.append(article.published)
    row.append(article.modified)
    row.append(article.byline)
    row.append(article.url)
    row.append(article.title)
  }
}
