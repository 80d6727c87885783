package import NewsModel

/// All links among a set of reports, without an archive.
///
/// Reports are numbered in the order of their days; the result does not depend on the order in which
/// they are given, but for reports of one day that are told apart by their place.
package struct ReportGrouping: Sendable {
  /// One pair that belongs together, by the numbers of the reports as given; the earlier one first.
  package struct Pair: Sendable, Hashable {
    package let earlier: Int
    package let later: Int
    package let link: StoryLink
  }

  /// The pairs, by their later report, then their earlier one.
  package let pairs: [Pair]

  /// Groups reports.
  package init(_ reports: [Fingerprint], days: [Int], judge: DispatchJudge = DispatchJudge()) {
    self.init(ReportCandidates(reports, days: days), judge)
  }

  /// Compares candidates.
  package init(_ found: ReportCandidates, _ judge: DispatchJudge = DispatchJudge()) {
    pairs = found.pairs.compactMap { earlier, later in
      judge.link(
        found.reports[earlier], found.reports[later], days: found.days[later] - found.days[earlier],
        isFormula: found.index.isFormula
      ).map { Pair(earlier: found.order[earlier], later: found.order[later], link: $0) }
    }
  }
}

/// The pairs of a set of reports that are worth comparing.
package struct ReportCandidates: Sendable {
  let order: [Int]
  let reports: [Fingerprint]
  let days: [Int]
  let index: CandidateIndex
  let pairs: [(Int, Int)]

  /// How many pairs there are.
  package var count: Int { pairs.count }

  /// Finds candidates.
  package init(_ reports: [Fingerprint], days: [Int]) {
    let order = reports.indices.sorted { (days[$0], $0) < (days[$1], $1) }
    self.order = order
    self.reports = order.map { reports[$0] }
    self.days = order.map { days[$0] }
    index = CandidateIndex(self.reports, days: self.days)
    pairs = index.candidates()
  }
}
