internal import GRDB
internal import NewsModel

/// Gives articles their stories, within one transaction.
final class StoryWriter {
  private let database: Database
  private let judge: any StoryJudging
  private let finder: StoryCandidates
  private let links: RowWriter
  private let members: StoryMembers
  /// Remove what is known of an article.
  private let removals: [RowWriter]

  init(_ database: Database, _ judge: any StoryJudging) throws {
    self.database = database
    self.judge = judge
    finder = try StoryCandidates(database)
    members = StoryMembers(database)
    links = try RowWriter(
      database, into: "story_links", ["article", "other", "kind", "cover", "cover_of_longer"])
    removals = try [
      "story_pending WHERE article = ?1", "story_links WHERE article = ?1 OR other = ?1",
      "story_members WHERE article = ?1",
    ].map { try RowWriter(database, sql: "DELETE FROM \($0)") }
  }

  /// One other report with the link to it.
  private struct Found {
    let article: Int
    let link: StoryLink
    let isLonger: Bool
  }

  /// Compares an article with those that share shingles with it, and lets it join, found or bridge.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - reports: What is known of reports that were compared before.
  /// - Throws: An error of the database.
  func assign(_ article: Int, _ reports: inout ComparedReports) throws {
    for removal in removals {
      removal.append(article)
      try removal.write()
    }
    guard let report = try reports.report(article, database) else { return }
    let found = try compare(report, &reports)
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

  private func compare(
    _ report: ComparedReport, _ reports: inout ComparedReports
  ) throws -> [Found] {
    let fingerprint = report.fingerprint
    let candidates = try finder.candidates(of: report)
    let split = try members.splitFrom(report.article)
    var found: [Found] = []
    for article in candidates.articles where !split.contains(article) {
      guard let other = try reports.report(article, database) else { continue }
      let link = judge.link(fingerprint, other.fingerprint, days: other.day - report.day) {
        candidates.isFormula($0)
      }
      guard let link else { continue }
      found.append(
        Found(
          article: article, link: link,
          isLonger: other.fingerprint.words.count > fingerprint.words.count))
    }
    return found.sorted {
      ($0.link.kind.isSameDispatch ? 0 : 1, -$0.link.coverOfLonger, $0.article)
        < ($1.link.kind.isSameDispatch ? 0 : 1, -$1.link.coverOfLonger, $1.article)
    }
  }

  /// Writes the article's own story and those that it is part of as an item or a round-up.
  private func place(_ article: Int, _ found: [Found]) throws {
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
  private func dispatch(sharedIn story: Int, _ found: [Found]) throws -> Int? {
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
