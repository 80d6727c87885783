internal import GRDB

/// Which article belongs to which story: the rows of `story_members`, and what people decided.
struct StoryMembers {
  private let database: Database
  /// Whether people had decided anything when it was made.
  private let hasDecisions: Bool

  /// Prepares to read and write.
  ///
  /// - Parameter database: The archive, within a transaction that decides nothing itself before asking for decisions.
  /// - Throws: An error of the database.
  init(_ database: Database) throws {
    self.database = database
    hasDecisions =
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM story_decisions)") ?? false
  }

  /// The article's own story.
  func place(of article: Int) throws -> StoryPlace? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT story, dispatch FROM story_members WHERE article = ? AND carries = 0"),
      arguments: [article])
    return row.map { StoryPlace(story: $0[0], dispatch: $0[1]) }
  }

  /// A number for a story that an article founds: its own, unless that is taken.
  func newStory(_ article: Int) throws -> Int { try free("story", article) }

  /// A number for a dispatch that an article is the first of.
  func newDispatch(_ article: Int) throws -> Int { try free("dispatch", article) }

  private func free(_ column: String, _ article: Int) throws -> Int {
    let isTaken = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM story_members WHERE \(column) = ?)"),
      arguments: [article])
    if isTaken != true { return article }
    let highest = try Int.fetchOne(
      database,
      sql: """
        SELECT max((SELECT max(\(column)) FROM story_members), max(article)) FROM articles
        """)
    return (highest ?? 0) + 1
  }

  /// Writes a row; one that says more about the article in this story stays.
  func insert(_ article: Int, story: Int, dispatch: Int, carries: Bool) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO story_members(article, story, dispatch, carries) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET dispatch = excluded.dispatch, carries = 0
          WHERE excluded.carries = 0
        """
    ).execute(arguments: [article, story, dispatch, carries])
  }

  /// Moves all reports of one story to another.
  func mergeStory(_ old: Int, into new: Int) throws {
    try database.execute(
      literal: """
        DELETE FROM story_members WHERE story = \(new) AND carries = 1 AND article IN (
          SELECT article FROM story_members WHERE story = \(old) AND carries = 0);
        UPDATE OR IGNORE story_members SET story = \(new) WHERE story = \(old);
        DELETE FROM story_members WHERE story = \(old);
        """)
  }

  /// Makes one dispatch of two.
  func mergeDispatch(_ old: Int, into new: Int) throws {
    try database.execute(
      literal: "UPDATE story_members SET dispatch = \(new) WHERE dispatch = \(old)")
  }

  /// The articles that a person has split from one.
  func splitFrom(_ article: Int) throws -> Set<Int> { try decided(article, "split") }

  /// The articles that a person has joined with one.
  func joinedWith(_ article: Int) throws -> Set<Int> { try decided(article, "join") }

  private func decided(_ article: Int, _ decision: String) throws -> Set<Int> {
    if !hasDecisions { return [] }
    return try Set(
      Int.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT other FROM story_decisions WHERE article = ?1 AND decision = ?2
            UNION SELECT article FROM story_decisions WHERE other = ?1 AND decision = ?2
            """), arguments: [article, decision]))
  }

  /// Whether a person has split a report of one story from one of the other.
  func isSplit(_ story: Int, _ other: Int) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM story_decisions AS d
            JOIN story_members AS a ON a.article = d.article AND a.carries = 0
            JOIN story_members AS b ON b.article = d.other AND b.carries = 0
          WHERE d.decision = 'split' AND a.story IN (?1, ?2) AND b.story IN (?1, ?2)
            AND a.story <> b.story)
        """, arguments: [story, other]) ?? false
  }
}
