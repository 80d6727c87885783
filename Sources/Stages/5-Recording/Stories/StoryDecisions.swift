internal import GRDB

/// What a person decides about stories; it holds whatever is added or grouped anew.
struct StoryDecisions {
  private let database: Database
  private let decidedAt: Int
  private let members: StoryMembers

  init(_ database: Database, decidedAt: Int) throws {
    self.database = database
    self.decidedAt = decidedAt
    members = try StoryMembers(database)
  }

  /// Takes an article out of its story; it founds one of its own.
  func split(_ id: String) throws -> Bool {
    guard let article = try row(id), let place = try members.place(of: article) else {
      return false
    }
    let others = try Int.fetchAll(
      database,
      sql: "SELECT article FROM story_members WHERE story = ? AND article <> ? AND carries = 0",
      arguments: [place.story, article])
    if others.isEmpty { return false }
    for other in others { try record(article, other, "split") }
    try database.execute(
      literal: """
        DELETE FROM story_links WHERE (article = \(article) AND other IN (
            SELECT article FROM story_members WHERE story = \(place.story)))
          OR (other = \(article) AND article IN (
            SELECT article FROM story_members WHERE story = \(place.story)));
        DELETE FROM story_members WHERE article = \(article) AND carries = 0;
        """)
    try members.insert(
      article, story: try members.newStory(article), dispatch: try members.newDispatch(article),
      carries: false)
    return true
  }

  /// Makes one story of the stories of two articles; their dispatches stay apart.
  func join(_ id: String, _ otherID: String) throws -> Bool {
    guard let article = try row(id), let other = try row(otherID), article != other,
      let place = try members.place(of: article), let otherPlace = try members.place(of: other)
    else { return false }
    try record(article, other, "join")
    if place.story != otherPlace.story {
      let kept = min(place.story, otherPlace.story)
      try members.mergeStory(max(place.story, otherPlace.story), into: kept)
    }
    return true
  }

  private func row(_ id: String) throws -> Int? {
    try Int.fetchOne(
      database, sql: "SELECT article FROM articles WHERE id = ?", arguments: [id])
  }

  /// The newest decision on a pair is the one that counts.
  private func record(_ article: Int, _ other: Int, _ decision: String) throws {
    try StoryGround.noteChange(database)
    let (low, high) = (min(article, other), max(article, other))
    try database.execute(
      literal: """
        INSERT OR REPLACE INTO story_decisions(article, other, decision, decided_at)
        VALUES (\(low), \(high), \(decision), \(decidedAt))
        """)
  }
}
