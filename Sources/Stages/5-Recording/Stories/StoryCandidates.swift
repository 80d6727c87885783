internal import GRDB
internal import NewsModel

/// Finds the reports that share sampled shingles with another.
///
/// Constant expected time: a bounded sample, and of each shingle at most `runLimit` reports, those
/// nearest in time where there are more.
struct StoryCandidates {
  private static let runLimit = 64
  /// The most reports that are compared in full.
  private static let comparisonLimit = 48

  private let shingles: ShingleLookup

  init(_ database: Database) throws { shingles = try ShingleLookup(database) }

  /// What was found of one report.
  struct Result {
    /// The reports to compare, those that share most first.
    fileprivate(set) var articles: [Int] = []
    fileprivate var formulas: Set<UInt64> = []

    func isFormula(_ shingle: UInt64) -> Bool { formulas.contains(shingle) }
  }

  /// The candidates of a report, and which of its shingles are formulas.
  func candidates(of report: ComparedReport) throws -> Result {
    let fingerprint = report.fingerprint
    var result = Result()
    var shared: [Int: (all: Int, free: Int)] = [:]
    for shingle in fingerprint.sample {
      let (postings, history) = try postings(of: shingle, near: report.day)
      if history.isFormula { result.formulas.insert(shingle) }
      for article in postings where article != report.article {
        shared[article, default: (0, 0)].all += 1
        if !history.isFormula { shared[article, default: (0, 0)].free += 1 }
      }
    }
    let fewest = min(2, fingerprint.sample.count)
    let bound = 3 * fingerprint.sample.count / 5
    result.articles =
      shared
      .filter { $0.value.all >= fewest && ($0.value.free > 0 || $0.value.all > bound) }
      .sorted { ($1.value.free, $1.value.all, $0.key) < ($0.value.free, $0.value.all, $1.key) }
      .prefix(StoryCandidates.comparisonLimit).map(\.key)
    return result
  }

  private func postings(of shingle: UInt64, near day: Int) throws -> ([Int], ShingleHistory) {
    let limit = StoryCandidates.runLimit
    let key = Int(shingle)
    var articles: [Int] = []
    var history = ShingleHistory(articles: 0, firstDay: day, lastDay: day)
    try shingles.latest(key, limit: limit + 1) { day, article in
      if articles.isEmpty { history.lastDay = day }
      history.firstDay = day
      articles.append(article)
    }
    history.articles = articles.count
    if articles.count > limit {
      history.firstDay = try shingles.firstDay(key) ?? day
      articles.removeAll(keepingCapacity: true)
      try shingles.reports(key, in: day - 2...day + 2, limit: limit) { articles.append($1) }
    }
    return (articles, history)
  }
}
