package import ArabicQuantities
package import NewsModel

/// How counts by day depend on the day of the week, on Ramadan and on the feasts: factors of an average day's count.
///
/// A weekday's factor is the ratio of its counts to the means of the seven days around them (ratio to moving
/// average; Lotze, Murphy and Shmueli 2008), shrunk towards 1 by how much more the seven ratios differ than chance lets them
/// (Marshall 1991, Applied Statistics 40, with a variance of `dispersion` times the mean). Ramadan and each feast are
/// compared with the ordinary days around them (moving holidays; Riazuddin and Khan 2005, SBP Research Bulletin 1), which
/// takes two years at least: of one alone nobody can tell whether the feast or the news made it. What differs by less than `least`
/// from 1 is taken for 1.
package struct CalendarEffects: Sendable {
  private var factors: [CalendarEffect.Occasion: Double] = [:]

  /// How many days before a period its effects are learnt from: a little more than three years of the Hijri calendar.
  package static let history = 1_120
  /// The fewest days that tell the effects of weekdays.
  package static let leastDays = 56
  /// The least effect.
  package static let least = 0.05
  /// The factors that are believed at most.
  private static let believed = 0.2...5.0

  /// Learns the effects of some days' counts.
  ///
  /// - Parameters:
  ///   - counts: The counts of days that follow one another; `nil` for a day on which nothing at all was published.
  ///   - first: The first of the days.
  package init(_ counts: [Int?], from first: CalendarDay) {
    guard counts.count >= CalendarEffects.leastDays else { return }
    let days = DailyCounts(counts, from: first)
    let dispersion = learnWeekdays(days)
    for occasion in CalendarEffect.Occasion.allCases {
      learn(occasion, days.years(of: occasion).compactMap { occurrence($0, days, dispersion) })
    }
  }

  /// The factor of a period: the mean of its days'.
  package func factor(of days: ClosedRange<CalendarDay>) -> Double {
    guard !factors.isEmpty else { return 1 }
    let ordinals = days.lowerBound.ordinal...days.upperBound.ordinal
    return ordinals.reduce(0) { $0 + factor(of: CalendarDay(ordinal: $1)) }
      / Double(ordinals.count)
  }

  /// The effects that hold on any day of a period, its weekday only if it is one day.
  package func effects(on days: ClosedRange<CalendarDay>) -> [CalendarEffect] {
    guard !factors.isEmpty else { return [] }
    let ordinals = days.lowerBound.ordinal...days.upperBound.ordinal
    var occasions = Set(ordinals.compactMap { OccasionDay(CalendarDay(ordinal: $0))?.occasion })
    if ordinals.count == 1 { occasions.insert(days.lowerBound.weekdayOccasion) }
    return CalendarEffect.Occasion.allCases.filter(occasions.contains).compactMap { occasion in
      factors[occasion].map { CalendarEffect(occasion, factor: $0) }
    }
  }

  /// Counts as they would be in periods of another factor, in whole numbers.
  ///
  /// What rounding takes from one is given to the next, so that their sum stays true.
  ///
  /// - Parameters:
  ///   - counts: The counts with the periods' days.
  ///   - target: The other factor.
  /// - Returns: The counts, each at least 0.
  package func counts(
    _ counts: [(count: Int, days: ClosedRange<CalendarDay>)], at target: Double
  ) -> [Int] {
    guard !factors.isEmpty else { return counts.map(\.count) }
    var rest = 0.0
    return counts.map { count, days in
      let scaled = Double(count) * target / factor(of: days) + rest
      let whole = max(0, scaled.rounded())
      rest = scaled - whole
      return Int(min(whole, Double(CountSeries.largest)))
    }
  }

  private func factor(of day: CalendarDay) -> Double {
    let weekday = factors[day.weekdayOccasion] ?? 1
    return weekday * (OccasionDay(day).flatMap { factors[$0.occasion] } ?? 1)
  }

  /// Learns the weekdays' factors; returns by how many times the counts vary more than Poisson's.
  private mutating func learnWeekdays(_ days: DailyCounts) -> Double {
    let weeks = days.weekdays
    var told = [Double](repeating: 0, count: 7)
    var expected = told
    for day in weeks {
      told[day.weekday] += day.count
      expected[day.weekday] += day.level
    }
    guard expected.allSatisfy({ $0 > 0 }) else { return 1 }
    let ratios = zip(told, expected).map { $0 / $1 }
    let squares = weeks.reduce(0.0) { sum, day in
      let mean = day.level * ratios[day.weekday]
      return mean > 0 ? sum + (day.count - mean) * (day.count - mean) / mean : sum
    }
    // A day is a seventh of the mean it is held against, which takes a seventh of its variance away.
    let dispersion = max(1, squares / Double(max(1, weeks.count - 7)) * 7 / 6)
    let all = expected.reduce(0, +)
    let spread = zip(ratios, expected).reduce(0) { $0 + $1.1 * ($1.0 - 1) * ($1.0 - 1) } / all
    let variance = spread - dispersion * 7 / all
    guard variance > 0 else { return dispersion }
    for (weekday, ratio) in ratios.enumerated() {
      let trust = variance / (variance + dispersion / expected[weekday])
      keep(1 + trust * (ratio - 1), CalendarEffect.Occasion.weekdays[weekday])
    }
    return dispersion
  }

  /// The ratio of one year's days to the ordinary days around them, with its precision.
  private func occurrence(
    _ occurrence: DailyCounts.Occurrence, _ days: DailyCounts, _ dispersion: Double
  ) -> (ratio: Double, precision: Double)? {
    func weight(_ days: [CalendarDay]) -> Double {
      days.reduce(0) { $0 + (factors[$1.weekdayOccasion] ?? 1) }
    }
    let level = days.sum(occurrence.around) / weight(occurrence.around)
    let expected = level * weight(occurrence.days)
    guard expected > 0 else { return nil }
    let known = level * Double(occurrence.around.count)
    return (
      days.sum(occurrence.days) / expected, 1 / (dispersion / expected + dispersion / known)
    )
  }

  /// Learns the factor of a time of the Hijri year from several years.
  private mutating func learn(
    _ occasion: CalendarEffect.Occasion, _ years: [(ratio: Double, precision: Double)]
  ) {
    guard years.count >= 2 else { return }
    let precision = years.reduce(0) { $0 + $1.precision }
    let ratio = years.reduce(0) { $0 + $1.ratio * $1.precision } / precision
    let number = Double(years.count)
    let mean = years.reduce(0) { $0 + $1.ratio } / number
    let between = years.reduce(0) { $0 + ($1.ratio - mean) * ($1.ratio - mean) } / (number - 1)
    let error = max(1 / precision, between / number)
    let variance = (ratio - 1) * (ratio - 1) - error
    guard variance > 0 else { return }
    keep(1 + variance / (variance + error) * (ratio - 1), occasion)
  }

  private mutating func keep(_ factor: Double, _ occasion: CalendarEffect.Occasion) {
    guard abs(factor - 1) >= CalendarEffects.least else { return }
    let range = CalendarEffects.believed
    factors[occasion] = min(max(factor, range.lowerBound), range.upperBound)
  }
}

extension CalendarDay {
  /// The day of the week as an occasion.
  var weekdayOccasion: CalendarEffect.Occasion { CalendarEffect.Occasion.weekdays[weekday] }
}
