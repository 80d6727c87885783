/// What was seen of how a source publishes: how long it was quiet, and how long its pages took to be kept.
///
/// Only what was watched counts: a pause of gathering is no silence of the source.
package struct FeedRhythm: Sendable, Hashable, Codable {
  /// The longest time between two rounds with new pages that ended on a day.
  package struct Quiet: Sendable, Hashable, Codable {
    /// The day in UTC (`2026-11-28`).
    package var day: String
    package var seconds: Int
  }

  /// How many days are remembered: four whole weeks, so that each day of the week counts the same.
  static let dayLimit = 28
  /// How many days must have been seen before a silence can be called unusual: two whole weeks.
  static let daysNeeded = 14
  /// How many delays are remembered.
  static let delayLimit = 50

  /// Since when the source was asked without a pause.
  package private(set) var watchedSince: String?
  /// The longest quiet times by day, oldest first.
  package private(set) var quiets: [Quiet] = []
  /// The seconds from publication, as the feed states it, to capture; newest last.
  package private(set) var delays: [Int] = []

  enum CodingKeys: String, CodingKey {
    case quiets, delays
    case watchedSince = "watched_since"
  }

  /// Makes the rhythm of a source of which nothing was seen yet.
  package init() {}

  /// Notes that the source answered.
  ///
  /// - Parameters:
  ///   - now: The time, as ISO 8601 in UTC.
  ///   - before: When it last answered before.
  ///   - interval: The seconds between two rounds; a pause is one of more than three and of more than an hour.
  package mutating func noteAnswer(at now: String, before: String?, interval: Int) {
    let gap = before.flatMap { Instant.seconds(from: $0, to: now) }
    if let gap, gap <= Double(max(3 * interval, 3_600)), watchedSince != nil { return }
    watchedSince = now
  }

  /// Notes that a round had a page that was not known.
  ///
  /// - Parameters:
  ///   - now: The time, as ISO 8601 in UTC.
  ///   - before: When that was so before; `nil` in the first round, whose pages are of any age.
  ///   - published: When the page was published, as the feed states it.
  package mutating func noteNew(at now: String, before: String?, published: String?) {
    guard let before else { return }
    if let published, let delay = Instant.seconds(from: published, to: now), delay >= 0 {
      delays = (delays + [Int(delay)]).suffix(FeedRhythm.delayLimit)
    }
    guard let watchedSince, let watched = Instant.seconds(from: watchedSince, to: before),
      watched >= 0, let seconds = Instant.seconds(from: before, to: now), seconds >= 0
    else { return }
    let day = String(now.prefix(10))
    if let last = quiets.last, last.day == day {
      quiets[quiets.count - 1].seconds = max(last.seconds, Int(seconds))
    } else {
      quiets = (quiets + [Quiet(day: day, seconds: Int(seconds))]).suffix(FeedRhythm.dayLimit)
    }
  }

  /// The longest time in seconds for which the source was quiet on any day remembered; `nil` while too few
  /// days were seen.
  ///
  /// If the days are alike, a day on which the source is quiet for longer comes by chance once in n + 1, with n
  /// days remembered: the bound of a one-sided prediction interval by order statistics (Wilks, "Determination
  /// of Sample Sizes for Setting Tolerance Limits", Annals of Mathematical Statistics 12, 1941).
  package var longestQuiet: Int? {
    quiets.count < FeedRhythm.daysNeeded ? nil : quiets.map(\.seconds).max()
  }

  /// The median of the delays in seconds; `nil` if none was seen.
  package var usualDelay: Int? {
    delays.isEmpty ? nil : delays.sorted()[delays.count / 2]
  }
}
