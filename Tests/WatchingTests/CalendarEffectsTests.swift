import ArabicQuantities
import NewsModel
import Testing

@testable import Watching

@Suite("Effects of the calendar") struct CalendarEffectsTests {
  /// 1 January 2022, a Saturday; Ramadan begins on 2 April 2022 and 23 March 2023, Eid al-Adha's days on 8 July 2022 and 27 June 2023.
  private static let first = CalendarDay(ordinal: 18_993)

  /// Invented counts that repeat: 10 a day, with what is usual on some days.
  private static func counts(_ number: Int, _ usual: (CalendarDay) -> Double) -> [Int] {
    (0..<number).map { Int((10 * usual(first.advanced(by: $0))).rounded()) }
  }

  private static func friday(_ day: CalendarDay) -> Double { day.weekday == 5 ? 0.3 : 1.1 }

  private static func inRamadan(_ day: CalendarDay) -> Double {
    HijriCalendar.components(of: day)?.month == 9 ? 0.5 : 1
  }

  private static func day(_ text: String) throws -> ClosedRange<CalendarDay> {
    let day = try #require(CalendarDay(iso: text))
    return day...day
  }

  @Test func `a weekday on which less is usual has its factor, and the others theirs`() throws {
    let effects = CalendarEffects(
      Self.counts(90, Self.friday), from: Self.first)
    let friday = try #require(effects.effects(on: try Self.day("2023-03-03")).first)
    #expect(friday.occasion == .friday)
    #expect(abs(friday.factor - 0.3) < 0.1, "\(friday)")
    let sunday = try #require(effects.effects(on: try Self.day("2023-03-05")).first)
    #expect(abs(sunday.factor - 1.1) < 0.03, "\(sunday)")
  }

  @Test func `what differs by chance has no effect, nor has what is known of too few days`() throws
  {
    // Counts that vary without regard to the week: multiples of 5 modulo 11 around 10.
    let noise = (0..<400).map { 5 + ($0 * $0 * 5) % 11 }
    #expect(CalendarEffects(noise, from: Self.first).effects(on: try Self.day("2023-03-03")) == [])
    let short = CalendarEffects(Self.counts(50, Self.friday), from: Self.first)
    #expect(short.effects(on: try Self.day("2023-03-03")) == [])
    #expect(CalendarEffects([], from: Self.first).factor(of: try Self.day("2023-03-03")) == 1)
    let zeros = CalendarEffects([Int](repeating: 0, count: 400), from: Self.first)
    #expect(zeros.factor(of: try Self.day("2023-03-03")) == 1)
  }

  @Test func `Ramadan has a factor once two years are known, and none after one`() throws {
    let ramadan2024 = try Self.day("2024-03-20")
    let two = CalendarEffects(Self.counts(790, Self.inRamadan), from: Self.first)
    let effect = try #require(two.effects(on: ramadan2024).last)
    #expect(effect.occasion == .ramadan)
    #expect(abs(effect.factor - 0.5) < 0.05, "\(effect)")
    let one = CalendarEffects(Self.counts(300, Self.inRamadan), from: Self.first)
    #expect(one.effects(on: ramadan2024).isEmpty)
  }

  @Test func `days of which nothing is known tell nothing`() throws {
    let days = Self.counts(400, Self.friday).enumerated().map {
      $0.offset % 3 == 0 ? nil : $0.element
    }
    #expect(CalendarEffects(days, from: Self.first).effects(on: try Self.day("2023-03-03")).isEmpty)
  }

  @Test func `earlier counts become those of a day like it, and rounding loses nothing`() throws {
    let effects = CalendarEffects(Self.counts(90, Self.friday), from: Self.first)
    let friday = try Self.day("2023-03-03")
    let factor = effects.factor(of: friday) / effects.factor(of: try Self.day("2023-03-05"))
    let sundays = [(Int, ClosedRange<CalendarDay>)](
      repeating: (11, try Self.day("2023-03-05")), count: 40)
    let scaled = effects.counts(sundays, at: effects.factor(of: friday))
    #expect(abs(Double(scaled.reduce(0, +)) - 440 * factor) <= 0.5)
    #expect(scaled.allSatisfy { (2...4).contains($0) })
  }

  @Test func `a day that is usual for its weekday is no alarm, and an unusual one is`() throws {
    // Little is told on Fridays, and the Saturday behind them is no outbreak.
    var counts = Self.counts(120, Self.friday)
    counts[118] = 9  // A Friday, on which three are usual.
    let plain = try Detector.rki1.detect(CountSeries(counts, period: 365), from: 60)
    let reckoned = try Detector.rki1.detect(days: counts, from: Self.first, judging: 60)
    #expect(reckoned.map(\.index) == Array(60..<120))
    #expect(!plain[118 - 60].isAlarm)
    #expect(reckoned.filter(\.isAlarm).map(\.index) == [118])
    #expect(abs((reckoned[118 - 60].expected ?? 3) - 3) < 1)
  }

  @Test func `days that begin too late or hold bad counts are refused`() {
    #expect(throws: WatchingProblem.tooShort(detector: "earsC1", needed: 7, given: 3)) {
      try Detector.earsC1.detect(days: [1, 2, 3, 4], from: Self.first, judging: 3)
    }
    #expect(throws: WatchingProblem.badCount(index: 1, value: -2)) {
      try Detector.earsC1.detect(days: [1, -2, 3, 4, 5, 6, 7, 8], from: Self.first, judging: 7)
    }
  }

  @Test func `an alarm of a watch tells what it reckons with`() throws {
    var reports: [WatchedReport] = []
    var days: [SourceDay] = []
    for (index, count) in Self.counts(119, Self.friday).enumerated() {
      let day = Self.first.advanced(by: index)
      days.append(SourceDay(source: "الضفة", day: day))
      // The last day is a Friday with three times what is usual.
      for number in 0..<(index == 118 ? 3 * count : count) {
        reports.append(
          WatchedReport(
            article: "\(index)-\(number)", title: "", source: "الضفة", story: nil, day: day))
      }
    }
    let watch = Watch(
      name: "w", question: WatchQuestion(), step: .day,
      method: WatchMethod(detector: "earsC1", baseline: 7))
    let series = try WatchSeries(watch, WatchMaterial(reports: reports, sourceDays: days))
    let last = Self.first.ordinal + 118
    let judged = try #require(series.judge(last...last)[0].judged)
    #expect(judged.isAlarm)
    #expect(judged.finding.count == 9)
    #expect(judged.finding.calendar.map(\.occasion) == [.friday])
    #expect(abs(judged.finding.expected - 3) < 1, "\(judged.finding.expected)")
    // Without the Friday's small counts the history varies less, and so does what is simulated of it.
    #expect(Set(series.history((last - 100)..<last)).count <= 4)
  }
}
