/// A time in the making.
struct TimeDraft: Sendable {
  var tokens: Range<Int>
  var kind = TimeExpression.Kind.date
  var value: String
  var precision: TimeExpression.Precision
  var start: CalendarDay?
  var end: CalendarDay?
  var isAnchored = false
  var calendar = TimeExpression.Calendar.gregorian
  var isApproximate = false

  init(_ tokens: Range<Int>, _ value: String, _ precision: TimeExpression.Precision) {
    self.tokens = tokens
    self.value = value
    self.precision = precision
  }

  /// One day.
  init(_ tokens: Range<Int>, day: CalendarDay, isAnchored: Bool) {
    self.init(tokens, day.description, .day)
    start = day
    end = day
    self.isAnchored = isAnchored
  }

  /// Days from a first to a last one, as an interval of ISO 8601.
  init(
    _ tokens: Range<Int>, from start: CalendarDay, to end: CalendarDay,
    _ precision: TimeExpression.Precision = .day, isAnchored: Bool
  ) {
    self.init(tokens, "\(start)/\(end)", precision)
    self.start = start
    self.end = end
    self.isAnchored = isAnchored
  }

  /// The same with other tokens.
  func over(_ tokens: Range<Int>) -> TimeDraft {
    var result = self
    result.tokens = tokens
    return result
  }

  /// Adds a clock time or part of the day to a day.
  mutating func add(_ clock: ClockTime) {
    value += "T" + clock.code
    precision = clock.precision
    kind = .time
  }

  /// The finished expression.
  func expression(in reader: QuantityReader) -> TimeExpression {
    TimeExpression(
      range: reader.range(of: tokens, withoutPrepositions: true), tokens: tokens, value: value,
      kind: kind, precision: precision,
      start: start, end: end, anchor: isAnchored ? .articleDay : .none, calendar: calendar,
      isApproximate: isApproximate)
  }
}

/// A time of day: a clock time or a part of the day.
struct ClockTime: Sendable {
  var hour: Int?
  var minute: Int?
  var second: Int?
  var part: PartOfDay?
  var end: Int
  /// Whether it may stand alone: `الساعة`, minutes or an unmistakable form stand there.
  var isSure = false

  /// The code behind the `T` of TIMEX3: `15:30`, `MO`.
  var code: String {
    guard let hour = hour24 else { return part?.code ?? "" }
    var result = hour.padded(2)
    if let minute { result += ":" + minute.padded(2) }
    if minute != nil, let second { result += ":" + second.padded(2) }
    return result
  }

  /// The hour from 0 to 23, moved by the part of the day.
  var hour24: Int? {
    guard let hour else { return nil }
    switch part {
    case .afternoon, .evening: return hour < 12 ? hour + 12 : hour
    case .noon: return hour < 4 ? hour + 12 : hour
    case .night: return hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour
    case .morning, .dawn: return hour == 12 ? 0 : hour
    case nil: return hour == 24 ? 0 : hour
    }
  }

  var precision: TimeExpression.Precision {
    hour == nil ? .partOfDay : second != nil ? .second : minute != nil ? .minute : .hour
  }
}
