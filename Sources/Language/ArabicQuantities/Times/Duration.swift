/// A length of time in units of the calendar.
struct Duration: Sendable {
  /// The amounts from the largest unit to the smallest; `nil` for one that is not told (`أسابيع`).
  var parts: [(unit: TimeUnit, amount: Double?)]

  init(_ unit: TimeUnit, amount: Double?) { parts = [(unit, amount)] }

  /// The value as in TIMEX3: `P1Y2M`, `PT1.5H`, `PXW`.
  var value: String {
    var date = ""
    var time = ""
    for (unit, amount) in parts.sorted(by: { $0.unit.rawValue > $1.unit.rawValue }) {
      switch unit {
      case .second: time += shown(amount) + "S"
      case .minute: time += shown(amount) + "M"
      case .hour: time += shown(amount) + "H"
      case .day: date += shown(amount) + "D"
      case .week: date += shown(amount) + "W"
      case .month: date += shown(amount) + "M"
      case .year: date += shown(amount) + "Y"
      case .decade: date += shown(amount) + "DE"
      case .century: date += shown(amount) + "CE"
      }
    }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  private func shown(_ amount: Double?) -> String {
    guard let amount else { return "X" }
    return Cardinal.whole(amount).map { "\($0)" } ?? "\(amount)"
  }

  /// The smallest unit.
  var smallest: TimeUnit { parts.map(\.unit).min { $0.rawValue < $1.rawValue } ?? .day }

  /// Whether it has units under a day.
  var hasClock: Bool { smallest.rawValue < TimeUnit.day.rawValue }

  /// The day so long before (`sign` -1) or after another one, if the amounts are known.
  func day(from day: CalendarDay, sign: Int) -> CalendarDay? {
    var result = day
    for (unit, amount) in parts.sorted(by: { $0.unit.rawValue > $1.unit.rawValue }) {
      guard let amount else { return nil }
      var steps = amount
      var unit = unit
      // Half a year is six months, half a month two weeks.
      while Cardinal.whole(steps) == nil, unit.rawValue > TimeUnit.day.rawValue {
        switch unit {
        case .century, .decade: steps *= 10
        case .year: steps *= 12
        case .month: steps *= 30
        default: steps *= 7
        }
        unit = unit == .century ? .decade : unit == .decade ? .year : unit == .year ? .month : .day
      }
      guard abs(steps) <= 1_000_000 else { return nil }
      result = result.moved(unit, sign * Int(steps))
    }
    return result
  }
}
