internal import ArabicWords
internal import GRDB
package import NewsModel

/// An edit that a watch asks for.
package struct WatchedEdit: Sendable, Hashable {
  /// The edit's number in the archive.
  package let number: Int
  package let edit: AlarmEdit
  /// The article as evidence.
  package let evidence: AlarmEvidence
}

extension ArchiveView {
  /// The edits that were not announced, that a watch asks for, and of which it has raised no alarm, the oldest first.
  ///
  /// - Parameters:
  ///   - watch: A watch of edits.
  ///   - time: Those seen from this time on, in seconds since 1970; all that were seen since the watch is kept come too.
  ///   - within: Entries of places within the place that the watch asks for, which are meant too.
  /// - Returns: The edits with their articles.
  /// - Throws: An error of the database.
  package func unannouncedEdits(
    for watch: Watch, since time: Int, within: [String] = []
  ) throws -> [WatchedEdit] {
    let question = try watch.question.condition(database, within: within)
    let limits: StatementArguments = [
      time, watch.number, Int.max, watch.number,
    ]
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT edit, a.article, e.version, a.id, CAST(a.title AS BLOB),
          (SELECT name FROM sources WHERE source = a.source)
        FROM article_edits AS e JOIN articles AS a USING (article)
        WHERE is_stealth AND edited_at >= min(?, ifnull((SELECT created_at FROM watches WHERE watch = ?), ?))
          AND edit NOT IN (SELECT edit FROM alarms WHERE watch = ? AND edit IS NOT NULL)
          AND \(question.sql)
        ORDER BY edited_at, edit
        """,
      arguments: limits + question.arguments)
    return try rows.compactMap { row in
      let edit = AlarmEdit(try change(of: row[1], to: row[2]))
      guard edit.deletedWords + edit.insertedWords >= watch.method.least else { return nil }
      return WatchedEdit(
        number: row[0], edit: edit,
        evidence: AlarmEvidence(article: row[3], title: row.text(4), source: row[5]))
    }
  }

  /// What an edit with this number changed.
  func change(ofEdit number: Int) throws -> VersionChange {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT article, version FROM article_edits WHERE edit = ?"),
      arguments: [number])
    guard let row else { throw DatabaseError.damaged("an edit is missing") }
    return try change(of: row[0], to: row[1])
  }
}

extension AlarmEdit {
  /// The most passages that an alarm shows.
  private static let passageLimit = 5

  /// Counts the words that an edit changed, and takes its first passages.
  init(_ change: VersionChange) {
    let differences = [change.titleDifference(), change.textDifference()]
    self.init(
      versions: change.older.version...change.newer.version, seenAt: change.newer.addedAt,
      deletedWords: differences.map(\.deletedWords).reduce(0, +),
      insertedWords: differences.map(\.insertedWords).reduce(0, +),
      passages: Array(
        differences.flatMap { EditedPassage.passages(of: $0) }.prefix(AlarmEdit.passageLimit)))
  }
}

extension EditedPassage {
  /// How many words around a passage are shown, and how many of what was deleted or inserted.
  private static let (around, within) = (6, 40)

  /// The passages of a difference, in the order of the text.
  static func passages(of difference: WordDifference) -> [EditedPassage] {
    let pieces = difference.pieces
    var passages: [EditedPassage] = []
    for (index, piece) in pieces.enumerated() where piece.kind != .kept {
      let isFirst = index == 0 || pieces[index - 1].kind == .kept
      guard isFirst else { continue }
      let next = index + 1 < pieces.count && pieces[index + 1].kind != .kept ? index + 1 : index
      let changed = pieces[index...next]
      func text(_ kind: WordDifference.Kind) -> String {
        changed.first { $0.kind == kind }.map { first(within, of: $0.text) } ?? ""
      }
      let passage = EditedPassage(
        before: index > 0 ? last(around, of: pieces[index - 1].text) : "", deleted: text(.deleted),
        inserted: text(.inserted),
        after: next + 1 < pieces.count ? first(around, of: pieces[next + 1].text) : "")
      let isBlank = (passage.deleted + passage.inserted).utf8.allSatisfy { $0 <= 0x20 }
      if !isBlank { passages.append(passage) }
    }
    return passages
  }

  /// The first words of a text on one line, with the space before and behind them.
  private static func first(_ limit: Int, of text: String) -> String {
    let line = onOneLine(text)
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > limit else { return line }
    return String(line[..<words[limit - 1].endIndex]) + "…"
  }

  /// The last words of a text on one line, with the space behind them.
  private static func last(_ limit: Int, of text: String) -> String {
    let line = onOneLine(text)
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > limit else { return line }
    return "…" + String(line[words[words.count - limit].startIndex...])
  }

  private static func onOneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
