/// How gathering from a source goes, as of a time.
package struct FeedHealth: Sendable, Hashable {
  /// What there is to say of a source in one word.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// The last round went wrong.
    case failing
    /// It answers and has had no new page for longer than is usual for it.
    case silent
    case ok
    /// It was never asked.
    case new
  }

  package let source: FeedSource
  package let state: State
  /// For how many seconds it was quiet when it last answered; `nil` before its first page.
  package let quiet: Int?
  /// For how many seconds it may be quiet before that is unusual.
  package let quietLimit: Int
  /// Whether `quietLimit` was learnt from the source itself; else it is a day, or ten rounds.
  package let isLimitLearnt: Bool
  /// The median of the seconds from publication to capture; `nil` while none is known.
  package let lag: Int?
  /// For how many seconds it has been due and was not asked; `nil` if it is not due.
  package let overdue: Int?

  /// Judges a source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - now: The time, as ISO 8601 in UTC.
  package init(_ source: FeedSource, now: String) {
    self.source = source
    let learnt = source.rhythm?.longestQuiet
    quietLimit = learnt ?? max(86_400, 10 * source.interval)
    isLimitLearnt = learnt != nil
    // Only as far as it was asked: what was published since then is not known.
    quiet = source.lastNew.flatMap { lastNew in
      source.lastSuccess.flatMap { Instant.seconds(from: lastNew, to: $0) }
    }.map { max(0, Int($0)) }
    lag = source.rhythm?.usualDelay
    let late = source.due.flatMap { Instant.seconds(from: $0, to: now) } ?? -1
    overdue = late > 0 ? Int(late) : nil
    if source.failures > 0 {
      state = .failing
    } else if source.lastSuccess == nil {
      state = .new
    } else {
      state = quiet ?? 0 > quietLimit ? .silent : .ok
    }
  }
}
