internal import ArabicQuantities
package import NewsModel

/// Tells whether two events of different reports are one occurrence, and why.
///
/// Both must be of one type and status, on days that may be one, and in places of which one may hold the other. What
/// they share adds points, what sets them apart takes some; a link needs `threshold` of them and something that ties
/// the two: a place, a story, both parties, or the same sentence. The bounds prefer a missing link to a wrong one.
package struct OccurrenceJudge: Sendable {
  /// The points that a link needs; one more where neither a day nor a story is known to be shared, and one more where
  /// nothing is but when, where and who did it: on one day a party may attack one town twice.
  package static let threshold = 7
  /// How many days before its publication an event without a day may lie.
  private static let assumedDays = 2
  /// From this ratio on two numbers of killed speak against one occurrence.
  private static let farApart = 3

  /// What ties two events together; without one of these points are not enough.
  private static let ties: Set<OccurrenceReason> = [
    .samePlace, .samePlaceName, .nestedPlace, .sameStory, .sameDispatch, .sameSentence,
  ]

  /// What shows that two events are of one time.
  private static let nearness: Set<OccurrenceReason> = [
    .sameDay, .nextDay, .sameStory, .sameDispatch, .sameSentence,
  ]

  /// What shows that two events are alike, besides when and where they were and who did it.
  private static let likeness: Set<OccurrenceReason> = [
    .sameRecipient, .sameRecipientWords, .sameKilled, .sameInjured, .sameMode, .sameStory,
    .sameDispatch, .sameSentence, .sameWord,
  ]

  /// Makes a judge.
  package init() {}

  /// How two events are linked; `nil` if they are not.
  ///
  /// - Parameters:
  ///   - a: One event.
  ///   - b: The other; the order does not matter.
  ///   - places: How two entries of places stand to each other.
  /// - Returns: The link with its reasons.
  package func link(
    _ a: OccurrenceEvidence, _ b: OccurrenceEvidence, places: (String, String) -> PlaceRelation
  ) -> OccurrenceLink? {
    guard a.type == b.type, a.status == b.status, let day = dayReasons(a, b),
      let place = placeReasons(a, b, places)
    else { return nil }
    let link = OccurrenceLink(
      day + place + partyReasons(a, b) + countReasons(a, b) + tellReasons(a, b))
    let kinds = Set(link.reasons.map(\.kind))
    let isTied =
      !kinds.isDisjoint(with: OccurrenceJudge.ties)
      || kinds.isSuperset(of: [.sameActor, .sameRecipient])
    let isNear = !kinds.isDisjoint(with: OccurrenceJudge.nearness)
    let isAlike = !kinds.isDisjoint(with: OccurrenceJudge.likeness)
    let needed = OccurrenceJudge.threshold + (isNear ? 0 : 1) + (isAlike ? 0 : 1)
    return isTied && link.score >= needed ? link : nil
  }

  /// `nil` if the two can't have been on one day; reports differ by a day where one says "yesterday".
  private func dayReasons(_ a: OccurrenceEvidence, _ b: OccurrenceEvidence)
    -> [OccurrenceLink.Reason]?
  {
    if let one = exactDay(a), let other = exactDay(b) {
      switch abs(one.ordinal - other.ordinal) {
      case 0: return [.init(.sameDay, 2)]
      case 1: return [.init(.nextDay, 1)]
      default: return nil
      }
    }
    guard let one = days(a), let other = days(b), one.overlaps(other) else { return nil }
    return []
  }

  private func exactDay(_ event: OccurrenceEvidence) -> CalendarDay? {
    event.precision == .day || event.precision == nil ? event.day : nil
  }

  /// The days, counted from 1970, on which an event may have been.
  private func days(_ event: OccurrenceEvidence) -> ClosedRange<Int>? {
    guard let first = event.day?.ordinal else {
      return event.published.map { $0.ordinal - OccurrenceJudge.assumedDays...$0.ordinal }
    }
    let length =
      switch event.precision {
      case .week: 7
      case .month: 31
      case .year: 366
      case .day, nil: 1
      }
    return first...(first + length - 1)
  }

  /// `nil` if the two were at different places.
  private func placeReasons(
    _ a: OccurrenceEvidence, _ b: OccurrenceEvidence, _ places: (String, String) -> PlaceRelation
  ) -> [OccurrenceLink.Reason]? {
    if let one = a.place, let other = b.place {
      switch places(one, other) {
      case .same: return [.init(.samePlace, 3)]
      case .sameWide: return [.init(.sameWidePlace, 1)]
      case .nested: return [.init(.nestedPlace, 2)]
      case .apart: return nil
      case .unknown: return []
      }
    }
    guard let one = a.placeName, let other = b.placeName else { return [] }
    return one == other ? [.init(.samePlaceName, 2)] : []
  }

  private func partyReasons(_ a: OccurrenceEvidence, _ b: OccurrenceEvidence)
    -> [OccurrenceLink.Reason]
  {
    var reasons: [OccurrenceLink.Reason] = []
    if !a.actorEntries.isDisjoint(with: b.actorEntries) {
      reasons.append(.init(.sameActor, 2))
    } else if !a.actorEntries.isEmpty, !b.actorEntries.isEmpty {
      reasons.append(.init(.otherActor, -2))
    } else if !a.actorWords.isDisjoint(with: b.actorWords) {
      reasons.append(.init(.sameActorWords, 1))
    }
    if !a.recipientEntries.isDisjoint(with: b.recipientEntries) {
      reasons.append(.init(.sameRecipient, 2))
    } else if !a.recipientEntries.isEmpty, !b.recipientEntries.isEmpty {
      reasons.append(.init(.otherRecipient, -2))
    } else if !a.recipientWords.isDisjoint(with: b.recipientWords) {
      reasons.append(.init(.sameRecipientWords, 1))
    }
    return reasons
  }

  private func countReasons(_ a: OccurrenceEvidence, _ b: OccurrenceEvidence)
    -> [OccurrenceLink.Reason]
  {
    var reasons: [OccurrenceLink.Reason] = []
    let killed = Set(a.killed).intersection(b.killed)
    if let most = killed.max() {
      reasons.append(.init(.sameKilled, most > 2 ? 2 : 1))
    } else if let one = a.killed.max(), let other = b.killed.max(),
      max(one, other) > OccurrenceJudge.farApart * max(1, min(one, other))
    {
      reasons.append(.init(.otherKilled, -2))
    }
    if !Set(a.injured).isDisjoint(with: b.injured) { reasons.append(.init(.sameInjured, 1)) }
    return reasons
  }

  private func tellReasons(_ a: OccurrenceEvidence, _ b: OccurrenceEvidence)
    -> [OccurrenceLink.Reason]
  {
    var reasons: [OccurrenceLink.Reason] = []
    if let mode = a.mode, let other = b.mode {
      reasons.append(mode == other ? .init(.sameMode, 1) : .init(.otherMode, -2))
    }
    if a.dispatch != nil, a.dispatch == b.dispatch {
      reasons.append(.init(.sameDispatch, 3))
    } else if a.story != nil, a.story == b.story {
      reasons.append(.init(.sameStory, 3))
    }
    if a.sentence == b.sentence {
      reasons.append(.init(.sameSentence, 4))
    } else if a.trigger == b.trigger {
      reasons.append(.init(.sameWord, 1))
    }
    return reasons
  }
}
