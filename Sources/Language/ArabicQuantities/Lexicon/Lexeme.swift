/// What a spelling of the lexicon may mean; a spelling can have one sense of each field.
struct Lexeme: Sendable {
  /// Its part in a number, with its amount.
  var number = NumberSense.none
  var amount = 0.0
  /// Its place in an order; 0 for none.
  var ordinal = 0
  /// Whether the place is used only before tens (`حادي`).
  var isOrdinalUnit = false
  /// Its part of one.
  var fraction = FractionSense.none
  var numerator = 0
  var denominator = 0
  /// What it says of the number behind it and before it.
  var before = Bound.none
  var after = Bound.none
  /// Its part in the frame of numbers.
  var role = Role.none
  /// Its part in a date or time, with its value; `second` and `third` are further values.
  var time = TimeSense.none
  var value = 0
  var second = 0
  var third = 0
  /// What it says of the time behind it.
  var relation = TimeRelation.none
  /// Whether a part of a longer time is told (`مطلع`).
  var part = TimePart.none
  /// The noun that it is a form of.
  var noun = NounForm.none
  /// Whether it is never a counted noun.
  var isFunctionWord = false
  /// Whether it is digits; the value stands in the text.
  var isDigits = false
  /// Whether it can open a number, a bound or a time.
  var opens = false

  /// The lexeme of tokens that the lexicon doesn't have.
  static let unknown = Lexeme()
}

/// The part that a word has in a number.
enum NumberSense: String, Sendable {
  case none, zero, digit, one, ten, teen, tens, hundred, hundredsPlural, hundreds, scale,
    scalePlural
  case scaleDual, tensPlural, dozen, dozenPlural, some, several, odd
}

/// The part that a word has in a fraction.
enum FractionSense: String, Sendable {
  case none
  case single = "fraction"
  case dual = "fractionDual"
  case plural = "fractionPlural"
}

/// What a word says of a number.
enum Bound: String, Sendable {
  case none, low, high, equal, about
  case lowToo = "low+"
  case highToo = "high+"
}

/// The part that a word has in the frame of a number.
enum Role: String, Sendable {
  case none, between, from, to, or, and, dash, slash, over, partOf, percent, point, minus, share
  case equalsSign, open, close, colon, comma, dot, plus, power, any, except, agencyPoint
}

/// The part that a word has in a date or time.
enum TimeSense: String, Sendable {
  case none, weekday, month, monthWeak, hijri, hijriWeak, persianWeak, unit, unitPlural, unitDual
  case dayWord, now, partOfDay, season, hourName, tonight, weekend, decade, hijriEra
  case commonEra, persianEra, beforeEra, every, set, corresponds, few, dateWord, hijriHoliday,
    holiday
  case easter, nthWeekday, early
}

/// Where a word puts a time.
enum TimeRelation: String, Sendable {
  case none, past, last, lastOf, next, current, this, before, after, since, within, during, whole
  case preceding
}

/// The part of a longer time that a word names.
enum TimePart: String, Sendable {
  case none, start, mid, end, rest
}

/// The number that a noun's form tells.
enum NounForm: UInt8, Sendable {
  case none, known, dual, one
}

/// The parts of a day that words name, with the hours that they usually cover.
enum PartOfDay: Int, Sendable, CaseIterable {
  case morning, dawn, noon, afternoon, evening, night

  init?(name: String) {
    guard let found = PartOfDay.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = found
  }

  /// The code of TIMEX3.
  var code: String {
    switch self {
    case .morning, .dawn: "MO"
    case .noon: "MI"
    case .afternoon: "AF"
    case .evening: "EV"
    case .night: "NI"
    }
  }
}

/// The units of time.
enum TimeUnit: Int, Sendable, CaseIterable {
  case second, minute, hour, day, week, month, year, decade, century

  init?(name: String) {
    guard let found = TimeUnit.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = found
  }

  /// The finest precision that a value of this unit has.
  var precision: TimeExpression.Precision {
    switch self {
    case .second: .second
    case .minute: .minute
    case .hour: .hour
    case .day: .day
    case .week: .week
    case .month: .month
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }
}
