internal import ArabicQuantities
internal import ArabicScript
package import NewsModel

/// What an actor does and what is done against it, side by side over independent stories.
///
/// On each side a story counts once, in the period of its first report.
package struct PressureSeries: Sendable {
  /// One period.
  package struct Period: Sendable, Hashable {
    /// Its number by the step.
    package let number: Int
    /// The first reports of the stories in which the actor does something.
    package let acts: [EventMatch]
    /// The first reports of the stories in which something is done against it.
    package let pressure: [EventMatch]
    /// Whether the archive has any article of it.
    package let isPublished: Bool
  }

  /// Several periods that follow one another.
  package struct Stretch: Sendable, Equatable {
    /// The first and the last period.
    package let periods: ClosedRange<Int>
    /// Pressure to acts.
    package let ratio: RateRatio
  }

  /// The actor as asked for.
  package let actor: String
  /// How long a period is.
  package let step: WatchStep
  /// The periods in the order of time.
  package let periods: [Period]
  /// Pressure to acts over all periods.
  package let ratio: RateRatio
  /// Stretches of `stretchLength(of:)` periods, up to the last one.
  package let stretches: [Stretch]
  /// The pressure of the newest stretch to that of the one before; `nil` if there aren't two, or the
  /// archive has no article at all of one of their periods, which would look like calm.
  package let change: RateRatio?
  /// Whether the archive has no article at all of a period of the two newest stretches.
  package let hasGaps: Bool
  /// Whether pressure comes before or after acts, over `comparedPeriods`.
  package let leadLag: LeadLag
  /// How many periods were compared: the longest run of which the archive has articles.
  package let comparedPeriods: Int

  /// Makes the series of periods that follow one another.
  package init(_ material: ActorMaterial, _ step: WatchStep, _ numbers: ClosedRange<Int>) {
    actor = material.actor
    self.step = step
    let published = Set(material.published.map { step.period(of: $0) })
    let acts = PressureSeries.firsts(material.acts, step)
    let pressure = PressureSeries.firsts(material.pressure, step)
    let periods = numbers.map { number in
      Period(
        number: number, acts: acts[number] ?? [], pressure: pressure[number] ?? [],
        isPublished: published.contains(number))
    }
    self.periods = periods
    ratio = PressureSeries.ratio(periods)
    let length = PressureSeries.stretchLength(of: step)
    stretches = stride(from: periods.count % length, to: periods.count, by: length).map { start in
      let part = Array(periods[start..<start + length])
      let first = numbers.lowerBound + start
      return Stretch(periods: first...(first + length - 1), ratio: PressureSeries.ratio(part))
    }
    let newest = stretches.suffix(2)
    hasGaps = periods.suffix(2 * length).contains { !$0.isPublished }
    if newest.count == 2, !hasGaps, let last = newest.last, let earlier = newest.first {
      change = RateRatio(last.ratio.first, to: earlier.ratio.first)
    } else {
      change = nil
    }
    let run = PressureSeries.longestRun(periods)
    comparedPeriods = run.count
    leadLag = LeadLag(
      run.map(\.pressure.count), run.map(\.acts.count), lags: PressureSeries.lags(of: step))
  }

  /// The longest run of periods of which the archive has articles; the newest of equally long ones.
  private static func longestRun(_ periods: [Period]) -> ArraySlice<Period> {
    periods.split { !$0.isPublished }.reduce([]) { $1.count >= $0.count ? $1 : $0 }
  }

  /// How many periods make a stretch: four weeks of days, a quarter of weeks, half a year of months.
  package static func stretchLength(of step: WatchStep) -> Int {
    switch step {
    case .day: 28
    case .week: 13
    case .month: 6
    }
  }

  /// How many periods up and down are looked at for what comes first.
  package static func lags(of step: WatchStep) -> Int {
    switch step {
    case .day: 14
    case .week: 8
    case .month: 6
    }
  }

  /// The types that count on either side, as `Data/watching/pressure-types.tsv` has them.
  package static let types: PressureTypes = {
    var types = PressureTypes()
    for row in DataFile("watching/pressure-types.tsv").rows {
      guard let type = EventType(rawValue: row[0]) else { continue }
      if row[1] == "act" { types.acts.insert(type) }
      if row[2] == "pressure" { types.pressure.insert(type) }
      if row[3] == "received" { types.received.insert(type) }
      if row[3] == "shared" { types.shared.insert(type) }
    }
    return types
  }()

  private static func ratio(_ periods: [Period]) -> RateRatio {
    RateRatio(
      periods.reduce(0) { $0 + $1.pressure.count }, to: periods.reduce(0) { $0 + $1.acts.count })
  }

  /// The first report of each story, by period.
  private static func firsts(_ matches: [EventMatch], _ step: WatchStep) -> [Int: [EventMatch]] {
    let ordered = matches.enumerated().sorted {
      ($0.element.report.day, $0.offset) < ($1.element.report.day, $1.offset)
    }.map(\.element)
    return Dictionary(grouping: ordered.firstOfEachStory) { step.period(of: $0.report.day) }
  }
}

extension [EventMatch] {
  /// The first match of each story; an article that isn't grouped is a story of its own.
  package var firstOfEachStory: [EventMatch] {
    var stories: Set<Int> = []
    var articles: Set<String> = []
    return filter { match in
      guard let story = match.report.story else {
        return articles.insert(match.report.article).inserted
      }
      return stories.insert(story).inserted
    }
  }
}
