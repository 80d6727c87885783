internal import ArabicQuantities
internal import ArabicScript
internal import GRDB
internal import NewsModel

/// Adds articles with their readings within one transaction.
final class BatchWriter {
  private(set) var outcome = AddOutcome()

  private let database: Database
  private let path: String
  private let addedAt: Int
  private let finding: GRDB.Statement
  private let articles: GRDB.Statement
  private let texts: GRDB.Statement
  private let versions: GRDB.Statement
  private let articleUpdate: GRDB.Statement
  private let textUpdate: GRDB.Statement
  private let searchInsertion: GRDB.Statement
  private let searchDeletion: GRDB.Statement
  private let readings: ReadingWriter
  private var sources: [String: Int] = [:]

  init(_ database: Database, path: String, addedAt: Int) throws {
    self.database = database
    self.path = path
    self.addedAt = addedAt
    finding = try database.makeStatement(
      sql: """
        SELECT articles.article, version, articles.source, added_at, sources.name, published, byline,
          url, CAST(title AS BLOB), CAST(text AS BLOB)
        FROM articles JOIN article_texts USING (article) LEFT JOIN sources USING (source)
        WHERE articles.id = ?
        """)
    articles = try database.insertion(
      into: "articles",
      [
        "id", "version", "added_at", "source", "time", "published", "byline", "url", "title",
      ], bytes: ["title"])
    texts = try database.insertion(into: "article_texts", ["article", "text"], bytes: ["text"])
    versions = try database.insertion(
      into: "article_versions",
      [
        "article", "version", "source", "added_at", "published", "byline", "url", "title", "text",
      ], bytes: ["title", "text"])
    articleUpdate = try database.makeStatement(
      sql: """
        UPDATE articles SET version = ?, added_at = ?, source = ?, time = ?, published = ?, byline = ?,
          url = ?, title = CAST(? AS TEXT) WHERE article = ?
        """)
    textUpdate = try database.makeStatement(
      sql: "UPDATE article_texts SET text = CAST(? AS TEXT) WHERE article = ?")
    searchInsertion = try database.insertion(
      into: "article_search", ["rowid", "title", "text"], bytes: ["title", "text"])
    searchDeletion = try database.makeStatement(
      sql: """
        INSERT INTO article_search(article_search, rowid, title, text)
        VALUES ('delete', ?, CAST(? AS TEXT), CAST(? AS TEXT))
        """)
    readings = try ReadingWriter(database)
  }

  /// Adds one article with its reading.
  func add(_ article: Article, _ reading: Reading) throws {
    let text = ArticleBytes(article.text)
    try check(reading, of: article, text)
    let time = article.publicationTime ?? Schema.unknownTime
    let order = RecordOrder(time: time, source: try article.source.map { try sourceRow($0) })
    guard let known = try KnownArticle(finding, id: article.id) else {
      let row = try insert(article, text, order)
      try readings.insert(reading, article: row, text: text, order)
      outcome.added += 1
      outcome.readings += 1
      return
    }
    let isSame = known.holds(article, text)
    let stored = try ReadingLoader(database).reading(article: known.row)
    if isSame, let stored, stored.reading.reader == reading.reader {
      outcome.unchanged += 1
      return
    }
    if let stored { try readings.delete(stored) }
    if !isSame { try replace(known, with: article, text, order) }
    try readings.insert(reading, article: known.row, text: text, order)
    if isSame { outcome.unchanged += 1 } else { outcome.updated += 1 }
    outcome.readings += 1
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

  private func insert(_ article: Article, _ text: ArticleBytes, _ order: RecordOrder) throws -> Int {
    var values = RowValues(capacity: 9)
    values.append(article.id)
    appendFields(of: article, version: 1, order, to: &values)
    try articles.execute(arguments: values.arguments)
    let row = Int(database.lastInsertedRowID)
    var content = RowValues(capacity: 2)
    content.append(row)
    content.append(bytes: text.utf8)
    try texts.execute(arguments: content.arguments)
    try writeSearch(searchInsertion, row, Array(article.title.utf8), text.utf8)
    return row
  }

  private func replace(
    _ known: KnownArticle, with article: Article, _ text: ArticleBytes, _ order: RecordOrder
  ) throws {
    try versions.execute(arguments: known.versionValues.arguments)
    try writeSearch(searchDeletion, known.row, known.title, known.text)
    var values = RowValues(capacity: 9)
    appendFields(of: article, version: known.version + 1, order, to: &values)
    values.append(known.row)
    try articleUpdate.execute(arguments: values.arguments)
    var content = RowValues(capacity: 2)
    content.append(bytes: text.utf8)
    content.append(known.row)
    try textUpdate.execute(arguments: content.arguments)
    try writeSearch(searchInsertion, known.row, Array(article.title.utf8), text.utf8)
  }

  private func appendFields(
    of article: Article, version: Int, _ order: RecordOrder, to values: inout RowValues
  ) {
    values.append(version)
    values.append(addedAt)
    values.append(order.source)
    values.append(order.time)
    values.append(article.published)
    values.append(article.byline)
    values.append(article.url)
    values.append(bytes: Array(article.title.utf8))
  }

  private func writeSearch(
    _ statement: GRDB.Statement, _ row: Int, _ title: [UInt8], _ text: [UInt8]
  ) throws {
    var values = RowValues(capacity: 3)
    values.append(row)
    values.append(bytes: title)
    values.append(bytes: text)
    try statement.execute(arguments: values.arguments)
  }
}
