internal import ArabicQuantities
package import NewsModel

/// A watch's counts by period, each judged against the periods before it.
///
/// A period is compared over *steady* sources only: those that published anything in the period itself
/// and in at least seven of ten periods of its baseline. So neither a new feed nor one that comes back
/// after a silence is an outbreak, and a feed that is lost does not hide one. A story counts once,
/// in the period of its first report. Periods in which nothing at all was published are left out of the baseline where
/// the detector allows it; what follows such a gap may hold the gap's reports too, and is an alarm only if it would be one with as many
/// articles as usual. The counts before are taken as they would be on days such as the period's (`CalendarEffects`).
package struct WatchSeries: Sendable {
  /// The watch.
  package let watch: Watch
  private let countJudge: CountJudge
  private let reports: [WatchedReport]
  private let reportPeriods: [Int]
  /// How many articles each source published, by the periods in which it did.
  private let presence: [String?: [Int: Int]]
  private let published: Set<Int>
  private let publishedDays: Set<CalendarDay>
  private let groups: SourceGroups

  /// The part of a baseline's periods in which a steady source has published.
  package static let steadyPart = 0.7

  /// Makes a series.
  ///
  /// - Throws: `WatchingProblem` if the watch's detector can't work with its parameters.
  package init(_ watch: Watch, _ material: WatchMaterial) throws(WatchingProblem) {
    countJudge = try CountJudge(watch)
    self.watch = watch
    reports = material.reports
    reportPeriods = reports.map { watch.step.period(of: $0.day) }
    var presence: [String?: [Int: Int]] = [:]
    for day in material.sourceDays {
      presence[day.source, default: [:]][watch.step.period(of: day.day), default: 0] += day.articles
    }
    self.presence = presence
    publishedDays = Set(material.sourceDays.map(\.day))
    published = presence.values.reduce(into: []) { $0.formUnion($1.keys) }
    groups = SourceGroups(material.groups)
  }

  /// Judges periods that follow one another.
  package func judge(_ periods: ClosedRange<Int>) -> [WatchPeriod] {
    let firsts = firstReports { _ in true }
    let split = groups.names.map { name in
      (name, firstReports { groups.name(of: $0) == name }.map { reportPeriods[$0] })
    }
    return periods.map { period in
      WatchPeriod(
        period: period,
        reports: reports.indices.filter { reportPeriods[$0] == period }.map { reports[$0] },
        stories: firsts.count { reportPeriods[$0] == period },
        groups: split.map { name, firsts in
          GroupCount(name: name, stories: firsts.count { $0 == period })
        }, judgement: judgement(period))
    }
  }

  /// The independent stories of periods in which anything was published, in the order of time, without what is usual for
  /// their days.
  package func history(_ periods: Range<Int>) -> [Int] {
    var counts: [Int: Int] = [:]
    let firsts = firstReports { _ in true }
    for index in firsts { counts[reportPeriods[index], default: 0] += 1 }
    let end = watch.step.firstDay(of: periods.upperBound)
    return effects(before: end, firsts.map { reports[$0].day }).counts(
      periods.filter { published.contains($0) }.map { (counts[$0] ?? 0, watch.step.days(of: $0)) },
      at: 1)
  }

  /// The first report of each story among those of some sources.
  private func firstReports(_ isMeant: (String?) -> Bool) -> [Int] {
    var seen: Set<Int> = []
    return reports.indices.filter { index in
      guard isMeant(reports[index].source) else { return false }
      guard let story = reports[index].story else { return true }
      return seen.insert(story).inserted
    }
  }

  private func judgement(_ period: Int) -> WatchPeriod.Judgement {
    guard published.contains(period) else { return .unjudged(.nothingPublished) }
    let window: [Int]
    switch self.window(before: period) {
    case .success(let found): window = found
    case .failure(let why): return .unjudged(why.reason)
    }
    let steady = Set(presence.keys.filter { isSteady($0, window) && isPresent($0, period) })
    guard !steady.isEmpty else { return .unjudged(.noSteadySource) }
    do throws(WatchingProblem) {
      return .judged(try judged(period, window, steady))
    } catch {
      return .unjudged(.problem(error))
    }
  }

  private struct NoWindow: Error { let reason: Unjudged }

  /// The periods that one is compared with, in the order of time.
  ///
  /// Those in which nothing at all was published are left out where the detector allows it, as long as they are not
  /// more than the others.
  private func window(before period: Int) -> Result<[Int], NoWindow> {
    let needed = countJudge.before
    let given = period - (published.min() ?? period)
    guard given >= needed else {
      return .failure(NoWindow(reason: .tooFewPeriods(needed: needed, given: given)))
    }
    let straight = (period - needed)..<period
    let gaps = straight.count { !published.contains($0) }
    if gaps == 0 { return .success(Array(straight)) }
    let reach = ((period - 2 * needed)..<period).filter { published.contains($0) }.suffix(needed)
    guard countJudge.bridgesGaps, reach.count == needed else {
      return .failure(NoWindow(reason: .gaps(gaps)))
    }
    return .success(Array(reach))
  }

  private func isPresent(_ source: String?, _ period: Int) -> Bool {
    presence[source]?[period] != nil
  }

  private func isSteady(_ source: String?, _ window: [Int]) -> Bool {
    let count = window.count { isPresent(source, $0) }
    return Double(count) >= WatchSeries.steadyPart * Double(window.count)
  }

  private func judged(
    _ period: Int, _ window: [Int], _ steady: Set<String?>
  ) throws(WatchingProblem) -> JudgedCount {
    let firsts = firstReports { steady.contains($0) }
    let places = Dictionary(
      uniqueKeysWithValues: (window + [period]).enumerated().map { ($1, $0) })
    var counts = [Int](repeating: 0, count: window.count + 1)
    for index in firsts {
      if let place = places[reportPeriods[index]] { counts[place] += 1 }
    }
    let days = watch.step.days(of: period)
    let effects = effects(before: days.lowerBound, firsts.map { reports[$0].day })
    counts =
      effects.counts(
        zip(counts, window).map { ($0, watch.step.days(of: $1)) },
        at: effects.factor(of: days))
      + counts.suffix(1)
    let verdict = try countJudge.judge(counts)
    let inPeriod = reports.indices.filter {
      reportPeriods[$0] == period && steady.contains(reports[$0].source)
    }
    let evidence = firsts.filter { reportPeriods[$0] == period }.map { reports[$0] }
    let stories = Set(evidence.compactMap(\.story))
    let tellers = inPeriod.filter {
      reports[$0].story.map(stories.contains) ?? true
    }
    let finding = AlarmFinding(
      count: verdict.count, reports: inPeriod.count,
      sources: Set(tellers.map { reports[$0].source }).count, expected: verdict.expected,
      bound: verdict.bound, gaps: period - (window.first ?? period) - window.count,
      calendar: effects.effects(on: days), newSources: newSources(period, steady),
      silentSources: silentSources(period, window, steady))
    let isAlarm = verdict.isAlarm ? try stands(counts, period, window, steady) : false
    return JudgedCount(
      finding: finding, isAlarm: isAlarm, isExplainedByGap: verdict.isAlarm && !isAlarm,
      evidence: evidence)
  }

  /// What weekdays, Ramadan and feasts do to the stories that are compared, by the days before a period.
  private func effects(before end: CalendarDay, _ stories: [CalendarDay]) -> CalendarEffects {
    let earliest = end.advanced(by: -CalendarEffects.history)
    guard let start = publishedDays.filter({ $0 >= earliest && $0 < end }).min() else {
      return CalendarEffects([], from: end)
    }
    var counts = (start.ordinal..<end.ordinal).map {
      publishedDays.contains(CalendarDay(ordinal: $0)) ? 0 : nil
    }
    for day in stories where day >= start && day < end {
      counts[day.ordinal - start.ordinal] = (counts[day.ordinal - start.ordinal] ?? 0) + 1
    }
    return CalendarEffects(counts, from: start)
  }

  /// Whether an alarm stands though the period may hold what was published in the gap just before it.
  ///
  /// How much of that it holds shows in how many more articles it has than those before.
  private func stands(
    _ counts: [Int], _ period: Int, _ window: [Int], _ steady: Set<String?>
  ) throws(WatchingProblem) -> Bool {
    let gap = period - 1 - (window.last ?? period - 1)
    guard gap > 0, let count = counts.last else { return true }
    func articles(_ period: Int) -> Double {
      Double(steady.reduce(0) { $0 + (presence[$1]?[period] ?? 0) })
    }
    let usual = window.reduce(0) { $0 + articles($1) } / Double(window.count)
    let times = min(max(1, articles(period) / usual), Double(gap + 1))
    return try countJudge.judge(counts.dropLast() + [Int(Double(count) / times)]).isAlarm
  }

  /// Sources that answered the question in the period and were not steady.
  private func newSources(_ period: Int, _ steady: Set<String?>) -> [String] {
    let names = reports.indices.filter { reportPeriods[$0] == period }
      .compactMap { reports[$0].source }
    return Set(names).filter { !steady.contains($0) }.sorted()
  }

  /// Sources that answered the question in the baseline and published nothing in the period.
  private func silentSources(
    _ period: Int, _ window: [Int], _ steady: Set<String?>
  ) -> [String] {
    let names = reports.indices.filter { window.contains(reportPeriods[$0]) }
      .compactMap { reports[$0].source }
    return Set(names).filter { isSteady($0, window) && !isPresent($0, period) }.sorted()
  }
}
