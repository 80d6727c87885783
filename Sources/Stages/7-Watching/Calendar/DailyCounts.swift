internal import ArabicQuantities
internal import NewsModel

/// Counts by day, set beside the days around them.
struct DailyCounts {
  /// An ordinary day with six known and ordinary ones around it.
  struct Weekday {
    let weekday: Int
    let count: Double
    /// The mean of the seven days.
    let level: Double
  }

  /// The known days of one year's Ramadan or feast, and the ordinary days around them.
  struct Occurrence {
    let days: [CalendarDay]
    let around: [CalendarDay]
  }

  private let first: CalendarDay
  private let counts: [Int?]
  private let special: [OccasionDay?]

  /// How many days before and after a time of the Hijri year it is compared with, and how many of them must be ordinary.
  private static let reach = 60
  private static let leastAround = 20
  /// The fewest days of a year's Ramadan or feast.
  private static let leastDays = 3

  /// Takes the counts of days that follow one another; `nil` for a day of which nothing is known.
  init(_ counts: [Int?], from first: CalendarDay) {
    self.first = first
    self.counts = counts
    special = counts.indices.map { OccasionDay(first.advanced(by: $0)) }
  }

  /// What was counted on some days together.
  func sum(_ days: [CalendarDay]) -> Double {
    days.reduce(0) { $0 + Double(counts[$1.ordinal - first.ordinal] ?? 0) }
  }

  /// The ordinary days that weekdays are told by.
  var weekdays: [Weekday] {
    guard counts.count >= 7 else { return [] }
    return (3..<counts.count - 3).compactMap { index in
      var sum = 0
      for near in index - 3...index + 3 {
        guard let count = counts[near], special[near] == nil else { return nil }
        sum += count
      }
      return Weekday(
        weekday: first.advanced(by: index).weekday, count: Double(counts[index] ?? 0),
        level: Double(sum) / 7)
    }
  }

  /// The years of a time of the Hijri year of which enough is known, in their order.
  func years(of occasion: CalendarEffect.Occasion) -> [Occurrence] {
    let known = counts.indices.filter { counts[$0] != nil && special[$0]?.occasion == occasion }
    let years = Set(known.compactMap { special[$0]?.year }).sorted()
    return years.compactMap { year in
      let days = known.filter { special[$0]?.year == year }
      guard let start = days.first, let end = days.last, days.count >= DailyCounts.leastDays else {
        return nil
      }
      let reach = max(0, start - DailyCounts.reach)..<min(counts.count, end + DailyCounts.reach + 1)
      let around = reach.filter { counts[$0] != nil && special[$0] == nil }
      guard around.count >= DailyCounts.leastAround else { return nil }
      return Occurrence(
        days: days.map { first.advanced(by: $0) }, around: around.map { first.advanced(by: $0) })
    }
  }
}
