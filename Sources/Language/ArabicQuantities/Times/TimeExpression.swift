public import ArabicScript

/// A date, time of day, duration or repetition named in a text.
public struct TimeExpression: Sendable, Hashable {
  /// The types of TIMEX3.
  public enum Kind: String, Sendable, Hashable {
    case date, time, duration, set
  }

  /// The finest part of the calendar that is told.
  public enum Precision: UInt8, Sendable, Hashable, Comparable {
    case century, decade, year, season, month, week, day, partOfDay, hour, minute, second

    /// Its name, as readings have it.
    public var name: String {
      switch self {
      case .century: "century"
      case .decade: "decade"
      case .year: "year"
      case .season: "season"
      case .month: "month"
      case .week: "week"
      case .day: "day"
      case .partOfDay: "partOfDay"
      case .hour: "hour"
      case .minute: "minute"
      case .second: "second"
      }
    }

    /// Orders from coarse to fine.
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a value was reckoned from.
  public enum Anchor: UInt8, Sendable, Hashable {
    /// Nothing: the text tells the whole of it (`5 حزيران 2015`).
    case none
    /// The day given by the caller, usually the article's (`أمس`).
    case articleDay
  }

  /// The calendar in which the text tells it.
  public enum Calendar: UInt8, Sendable, Hashable {
    case gregorian, hijri, persian
  }

  /// The bytes of the expression.
  public let range: TextRange
  /// The tokens of the expression.
  public let tokens: Range<Int>
  /// The value as in TIMEX3: `2015-08-06`, `2015-W32`, `2015-08`, `2015-08-06TMO`, `P2M`, `XXXX-08-06`
  /// (no anchor), always in the Gregorian calendar.
  public let value: String
  /// The type as in TIMEX3.
  public let kind: Kind
  /// The finest part that is told; of a duration its smallest unit.
  public let precision: Precision
  /// The first day that it covers, if the days are known.
  public let start: CalendarDay?
  /// The last day that it covers; `nil` if it is open (`منذ 2011`) or unknown.
  public let end: CalendarDay?
  /// What it was reckoned from.
  public let anchor: Anchor
  /// The calendar in which the text tells it.
  public let calendar: Calendar
  /// Whether the text calls it a guess (`نحو شهرين`, `مطلع العام`).
  public let isApproximate: Bool

  /// The day, if it is exactly one.
  public var day: CalendarDay? { start == end ? start : nil }

  /// Whether it was reckoned from the article's day.
  public var isAnchored: Bool { anchor == .articleDay }
}

/// What a number without a unit is taken for, if the text is known to tell a time.
///
/// Reports count people and things, so that they are read with `none`.
public enum BareNumber: UInt8, Sendable, Hashable {
  /// Nothing.
  case none
  /// A day of the month (`في 22`, `للثاني`), and two numbers with a mark between them a day and month.
  case dayOfMonth
  /// An hour (`عند 7`, `في السابعة`).
  case hour
}

/// The way in which a day without its year or week is understood.
public enum TimeLeaning: UInt8, Sendable, Hashable {
  /// The latest one not after the anchor: the way of news reports.
  case past
  /// The earliest one not before the anchor: the way of calendars and assistants.
  case future
}
