internal import GRDB
internal import NewsModel

/// Compares reports with those that share shingles with them; it only reads.
struct StoryComparer {
  /// One other report with the link to it.
  struct Found: Sendable {
    let article: Int
    let link: StoryLink
    /// Whether the other report has more words.
    let isLonger: Bool
  }

  private let database: Database
  private let judge: any StoryJudging
  private let finder: StoryCandidates
  private let members: StoryMembers
  private var reports: ComparedReports

  /// Prepares to compare.
  ///
  /// - Parameters:
  ///   - database: The archive, within a transaction.
  ///   - judge: What tells which reports belong together.
  /// - Throws: An error of the database.
  init(_ database: Database, _ judge: any StoryJudging) throws {
    self.database = database
    self.judge = judge
    finder = try StoryCandidates(database)
    members = try StoryMembers(database)
    reports = ComparedReports(judge)
  }

  /// The reports that an article is linked to, the nearest first.
  ///
  /// - Parameter article: Its row number.
  /// - Returns: The reports; `nil` if there is no such article.
  /// - Throws: An error of the database.
  mutating func compare(_ article: Int) throws -> [Found]? {
    guard let report = try reports.report(article, database) else { return nil }
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
}
