internal import Grouping
package import NewsModel
package import Recording

/// One event with the reports of the same occurrence, as its page, the API and the command show it.
package struct EventSheet: Sendable {
  /// The event with where it comes from.
  package let archived: ArchivedEvent
  /// The other dispatches that report the same occurrence, those with most points first.
  package let reports: [LinkedReport]
  /// How many reports carry the event's own dispatch, besides its own.
  package let ownCopies: Int
  /// The entries as people decided, for the names of those that are linked.
  let book: EntryBook

  /// Another dispatch that reports the same occurrence.
  package struct LinkedReport: Sendable {
    /// The event in the report of that dispatch that fits best.
    package let event: EventRow
    /// Why it is taken for the same occurrence.
    package let link: OccurrenceLink
    /// How many further reports carry that dispatch.
    package let copies: Int
  }

  /// Reads an event and finds the other reports of it; `nil` if there is no such event.
  package init?(_ id: EventID, _ view: ArchiveView) throws {
    try self.init(id, view, entries: .standard)
  }

  init?(_ id: EventID, _ view: ArchiveView, entries: KnownEntries) throws {
    guard let archived = try view.event(id), let found = try view.occurrenceCandidates(of: id)
    else { return nil }
    self.archived = archived
    book = try EntryBook(view)
    let matching = OccurrenceMatching(
      found.event.evidence, siblings: found.siblings.map(\.evidence),
      candidates: found.others.map { ($0.row.origin.article, $0.evidence) },
      places: entries.relation)
    let own = found.event.evidence.dispatch
    var reports: [LinkedReport] = []
    var placeOfDispatch: [Int: Int] = [:]
    var copies = 0
    for match in matching.matches {
      let other = found.others[match.candidate]
      if let dispatch = other.evidence.dispatch {
        if dispatch == own {
          copies += 1
          continue
        }
        if let place = placeOfDispatch[dispatch] {
          let known = reports[place]
          reports[place] = LinkedReport(
            event: known.event, link: known.link, copies: known.copies + 1)
          continue
        }
        placeOfDispatch[dispatch] = reports.count
      }
      reports.append(LinkedReport(event: other.row, link: match.link, copies: 0))
    }
    self.reports = reports
    ownCopies = copies
  }
}

/// What one report claims of a number of people, or what coders decided that it says.
package struct PeopleClaim: Sendable, Hashable {
  /// Killed or injured.
  package let victims: EventField
  package let count: CasualtyCount
  /// Who decided on the number; empty for what was read.
  package let coders: [String]
  /// Whether coders decided that the report does not say so.
  package let isOverruled: Bool
  /// The event as that report tells it.
  package let event: EventRow
}

extension EventSheet {
  /// What is claimed of killed, then of injured, by this report and by the others; those of one number stand
  /// together.
  package var claims: [PeopleClaim] { claims(of: .killed) + claims(of: .injured) }

  /// The claims of killed or injured, if any.
  package func claims(of victims: EventField) -> [PeopleClaim] {
    var claims: [PeopleClaim] = []
    func add(_ counts: [CasualtyCount], _ row: EventRow, by coders: [String], isOverruled: Bool) {
      for count in counts {
        claims.append(
          PeopleClaim(
            victims: victims, count: count, coders: coders, isOverruled: isOverruled, event: row))
      }
    }
    for row in [archived.row] + reports.map(\.event) {
      let (read, shown) = (row.read.counts(of: victims), row.event.counts(of: victims))
      add(read, row, by: [], isOverruled: read != shown)
      if read != shown { add(shown, row, by: row.standing?.coders ?? [], isOverruled: false) }
    }
    let order = claims.indices.sorted {
      (claims[$0].count.best, $0) < (claims[$1].count.best, $1)
    }
    return order.map { claims[$0] }
  }
}

extension Event {
  /// All counts of killed or injured, the first one first.
  fileprivate func counts(of victims: EventField) -> [CasualtyCount] {
    let (first, others) = victims == .killed ? (killed, otherKilled) : (injured, otherInjured)
    return (first.map { [$0] } ?? []) + others
  }
}
