internal import ArabicQuantities
internal import ArabicScript
internal import NewsModel

/// The time of the Hijri year that a day belongs to, as `Data/watching/occasions.tsv` has them.
struct OccasionDay: Hashable {
  let occasion: CalendarEffect.Occasion
  /// The Hijri year, which tells one Ramadan from the next.
  let year: Int

  /// The time that a day belongs to; `nil` on ordinary days and outside the calendar's table.
  init?(_ day: CalendarDay) {
    guard let (year, month, dayOfMonth) = HijriCalendar.components(of: day),
      let span = OccasionDay.spans.first(where: { $0.month == month && $0.days ~= dayOfMonth })
    else { return nil }
    occasion = span.occasion
    self.year = year
  }

  private struct Span: Sendable {
    let occasion: CalendarEffect.Occasion
    let month: Int
    let days: ClosedRange<Int>
  }

  private static let spans: [Span] = DataFile("watching/occasions.tsv").rows.compactMap { row in
    guard let occasion = CalendarEffect.Occasion(rawValue: row[0]), let month = Int(row[1]),
      let first = Int(row[2]), let last = Int(row[3]), first <= last
    else { return nil }
    return Span(occasion: occasion, month: month, days: first...last)
  }
}
