internal import GRDB
internal import NewsModel

/// Gives articles their stories, within one transaction.
final class StoryWriter {
  private let database: Database
  private let links: RowWriter
  private let members: StoryMembers
  /// Remove what is known of an article.
  private let removals: [RowWriter]

  /// Prepares to write.
  ///
  /// - Parameter database: The archive, within a transaction.
  /// - Throws: An error of the database.
  init(_ database: Database) throws {
    self.database = database
    members = try StoryMembers(database)
    links = try RowWriter(
      database, into: "story_links", ["article", "other", "kind", "cover", "cover_of_longer"])
    removals = try [
      "story_pending WHERE article = ?1", "story_links WHERE article = ?1 OR other = ?1",
      "story_members WHERE article = ?1",
    ].map { try RowWriter(database, sql: "DELETE FROM \($0)") }
  }

  /// Lets an article join, found or bridge stories.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - found: The reports that it is linked to, the nearest first; `nil` if there is no such article.
  /// - Throws: An error of the database.
  func assign(_ article: Int, _ found: [StoryComparer.Found]?) throws {
    for removal in removals {
      removal.append(article)
      try removal.write()
    }
    guard let found else { return }
    for other in found {
      links.append(article)
      links.append(other.article)
      links.append(other.link.kind.rawValue)
      links.append(other.link.coverOfShorter)
      links.append(other.link.coverOfLonger)
      try links.write()
    }
    try place(article, found)
  }

  /// Writes the article's own story and those that it is part of as an item or a round-up.
  private func place(_ article: Int, _ found: [StoryComparer.Found]) throws {
    var own: StoryPlace?
    for joined in try members.joinedWith(article) {
      guard let place = try members.place(of: joined) else { continue }
      own = try bridge(own, StoryPlace(story: place.story, dispatch: nil))
    }
    for other in found where other.link.joinsWholes {
      guard let place = try members.place(of: other.article) else { continue }
      let isSame = other.link.kind.isSameDispatch
      // Of texts of one statement the nearest alone decides: chains of them would tie all stories.
      if !isSame, own != nil { break }
      own = try bridge(
        own, StoryPlace(story: place.story, dispatch: isSame ? place.dispatch : nil))
    }
    let story = try own?.story ?? members.newStory(article)
    let dispatch =
      try own?.dispatch ?? dispatch(sharedIn: story, found) ?? members.newDispatch(article)
    try members.insert(article, story: story, dispatch: dispatch, carries: false)
    for other in found where !other.link.joinsWholes {
      guard let place = try members.place(of: other.article), let dispatchOfOther = place.dispatch
      else { continue }
      if other.isLonger {
        try members.insert(other.article, story: story, dispatch: dispatch, carries: true)
      } else {
        try members.insert(article, story: place.story, dispatch: dispatchOfOther, carries: true)
      }
    }
  }

  /// The dispatch of the nearest report of a story that stands in an article or holds it, though as wholes they are two texts.
  private func dispatch(sharedIn story: Int, _ found: [StoryComparer.Found]) throws -> Int? {
    for other in found where other.link.kind.isSameDispatch && !other.link.joinsWholes {
      if let place = try members.place(of: other.article), place.story == story {
        return place.dispatch
      }
    }
    return nil
  }

  /// Makes one story of two, and one dispatch if both name one; a person's split between them holds.
  private func bridge(_ own: StoryPlace?, _ other: StoryPlace) throws -> StoryPlace {
    guard var own else { return other }
    if own.story != other.story {
      if try members.isSplit(own.story, other.story) { return own }
      let kept = min(own.story, other.story)
      try members.mergeStory(max(own.story, other.story), into: kept)
      own.story = kept
    }
    guard let dispatch = other.dispatch else { return own }
    guard let ownDispatch = own.dispatch, ownDispatch != dispatch else {
      own.dispatch = dispatch
      return own
    }
    let kept = min(ownDispatch, dispatch)
    try members.mergeDispatch(max(ownDispatch, dispatch), into: kept)
    own.dispatch = kept
    return own
  }
}

/// A story and, where it is known, a dispatch in it.
struct StoryPlace {
  var story: Int
  var dispatch: Int?
}
