internal import GRDB
internal import NewsModel

/// A report as it is compared with others.
struct ComparedReport {
  let article: Int
  /// The day of publication in days since 1970; that of adding if it is not known.
  let day: Int
  let fingerprint: Fingerprint
}

/// The reports that were compared lately, so that their texts need not be loaded and fingerprinted again: articles get
/// their stories in the order of time, and the copies of a dispatch come close upon one another.
struct ComparedReports {
  private let judge: any StoryJudging
  private var fingerprints = RecentValues<Int, (version: Int, fingerprint: Fingerprint)>(
    limit: ComparedReports.byteLimit)

  private static let byteLimit = 64 << 20

  /// Keeps none at first.
  ///
  /// - Parameter judge: What makes fingerprints.
  init(_ judge: any StoryJudging) { self.judge = judge }

  /// The newest version of a report; `nil` if there is no such article.
  ///
  /// - Parameters:
  ///   - article: Its row number.
  ///   - database: The archive.
  /// - Returns: The report.
  /// - Throws: An error of the database.
  mutating func report(_ article: Int, _ database: Database) throws -> ComparedReport? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT version, \(StoryReport.timeColumn) FROM articles WHERE article = ?"),
      arguments: [article])
    guard let row else { return nil }
    let (version, time): (Int, Int) = (row[0], row[1])
    let fingerprint: Fingerprint
    if let known = fingerprints.value(for: article), known.version == version {
      fingerprint = known.fingerprint
    } else {
      let text = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT CAST(text AS BLOB) FROM article_texts WHERE article = ?"),
        arguments: [article])
      fingerprint = judge.fingerprint(text?.utf8(0) ?? [])
      let size = 4 * fingerprint.words.count + 8 * fingerprint.sample.count + 128
      fingerprints.keep((version, fingerprint), for: article, size: size)
    }
    return ComparedReport(article: article, day: time / 86_400, fingerprint: fingerprint)
  }
}
