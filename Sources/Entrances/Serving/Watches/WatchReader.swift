package import ArabicQuantities
internal import Glibc
package import NewsModel
package import Recording
package import Watching

/// Reads a watch's series out of the archive and has it judged.
package struct WatchReader: Sendable {
  private let watch: Watch
  private let today: CalendarDay

  /// Makes a reader; the period of `today` isn't over and is not judged.
  package init(_ watch: Watch, today: CalendarDay) {
    self.watch = watch
    self.today = today
  }

  /// The newest periods that are over, in the order of time; `nil` if there are none.
  ///
  /// Periods behind the archive's newest article are none.
  ///
  /// - Throws: `WatchingProblem` if the detector can't work; an error of the database.
  package func newest(_ count: Int, _ view: ArchiveView) throws -> [WatchPeriod]? {
    guard let days = try view.publishedDays(until: today) else { return nil }
    let step = watch.step
    let last = min(step.period(of: today) - 1, step.period(of: days.upperBound))
    let first = max(last - count + 1, step.period(of: days.lowerBound))
    guard first <= last else { return nil }
    return try judged(first...last, view)
  }

  /// The places within the one that the watch asks for, if that is an entry.
  private var within: [String] {
    watch.question.place.map { KnownEntries.standard.places(within: $0) } ?? []
  }

  /// Some periods, judged as if the last of them were the newest.
  ///
  /// - Throws: `WatchingProblem` if the detector can't work; an error of the database.
  package func judged(_ periods: ClosedRange<Int>, _ view: ArchiveView) throws -> [WatchPeriod] {
    let firstDay = watch.step.firstDay(of: periods.lowerBound)
    let history = watch.step.period(of: firstDay.advanced(by: -CalendarEffects.history))
    let compared = 2 * (watch.method.baseline + Detector.memory)
    let material = try view.material(
      for: watch, periods, before: max(compared, periods.lowerBound - history), within: within)
    return try WatchSeries(watch, material).judge(periods)
  }

  /// The edits that the watch of edits asks for and has raised no alarm of.
  ///
  /// - Parameters:
  ///   - time: Those seen from this time on, in seconds since 1970, or since the watch is kept.
  ///   - view: The archive.
  /// - Returns: The edits, the oldest first.
  /// - Throws: An error of the database.
  package func edits(since time: Int, _ view: ArchiveView) throws -> [WatchedEdit] {
    try view.unannouncedEdits(for: watch, since: time, within: within)
  }

  /// How often the watch would be wrong on counts like those before a period, in which nothing happens.
  ///
  /// - Returns: `nil` if the counts before it are too few, all zero, or too large to be simulated.
  /// - Throws: `WatchingProblem` if the detector can't work; an error of the database.
  package func errorRate(before period: Int, _ view: ArchiveView) throws -> ErrorRate? {
    let first = period - WatchSimulation.history
    let material = try view.material(
      for: watch, period...period, before: WatchSimulation.history, within: within)
    let history = try WatchSeries(watch, material).history(first..<period)
    return try WatchSimulation(watch, history: history)?.errorRate()
  }
}

extension CalendarDay {
  /// Today by the operating system's clock, in UTC.
  package static var today: CalendarDay { CalendarDay(ordinal: time(nil) / 86_400) }
}
