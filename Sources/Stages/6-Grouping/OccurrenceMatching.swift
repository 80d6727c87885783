package import NewsModel

/// Finds, among the events of other reports, those that are one occurrence with an event.
///
/// Of each other report at most one event is linked, the one that fits best; and not if it fits another event of the
/// first report as well or better, for then it can't be told which is meant.
package struct OccurrenceMatching: Sendable {
  /// One event that is linked.
  package struct Match: Sendable, Hashable {
    /// The event's place among the candidates.
    package let candidate: Int
    package let link: OccurrenceLink
  }

  /// The events that are linked, those with most points first.
  package let matches: [Match]

  /// Compares an event with candidates.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - siblings: The other events of its report.
  ///   - candidates: Events of other reports, each with its report's id.
  ///   - judge: What compares two of them.
  ///   - places: How two entries of places stand to each other.
  package init(
    _ event: OccurrenceEvidence, siblings: [OccurrenceEvidence],
    candidates: [(report: String, evidence: OccurrenceEvidence)],
    judge: OccurrenceJudge = OccurrenceJudge(), places: (String, String) -> PlaceRelation
  ) {
    var best: [String: Match] = [:]
    var tied: Set<String> = []
    for (index, candidate) in candidates.enumerated() {
      guard let link = judge.link(event, candidate.evidence, places: places) else { continue }
      let known = best[candidate.report]?.link.score
      if known == link.score { tied.insert(candidate.report) }
      if let known, known >= link.score { continue }
      tied.remove(candidate.report)
      best[candidate.report] = Match(candidate: index, link: link)
    }
    let own = best.filter { report, match in
      !tied.contains(report)
        && !siblings.contains { sibling in
          let other = candidates[match.candidate].evidence
          let link = judge.link(sibling, other, places: places)
          return (link?.score ?? 0) >= match.link.score
        }
    }
    matches = own.values.sorted { ($1.link.score, $0.candidate) < ($0.link.score, $1.candidate) }
  }
}
