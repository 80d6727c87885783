import ArabicQuantities
import NewsModel
import Testing

@testable import Watching

/// Invented material: days from 2 January 2023, a Monday, on.
private struct Sample {
  var reports: [WatchedReport] = []
  var days: [SourceDay] = []
  private var stories = 0

  /// A source publishes something on days counted from the first.
  mutating func publishes(_ source: String, _ days: some Sequence<Int>, articles: Int = 1) {
    self.days += days.map { SourceDay(source: source, day: Sample.day($0), articles: articles) }
  }

  /// A source tells so many stories of its own on a day.
  mutating func tells(_ source: String, _ count: Int, on day: Int) {
    for _ in 0..<count {
      stories += 1
      report(source, story: stories, on: day)
    }
  }

  mutating func report(_ source: String, story: Int, on day: Int) {
    reports.append(
      WatchedReport(
        article: "\(source)-\(reports.count)", title: "", source: source, story: story,
        day: Sample.day(day)))
  }

  static func day(_ number: Int) -> CalendarDay { CalendarDay(ordinal: 19_359 + number) }

  func judged(
    day: Int, detector: Detector = .earsC1, baseline: Int = 7, least: Int = 3
  ) throws -> WatchPeriod {
    var question = WatchQuestion()
    question.words = "قصف"
    let watch = Watch(
      name: "w", question: question, step: .day,
      method: WatchMethod(detector: detector.rawValue, baseline: baseline, least: least))
    let material = WatchMaterial(
      reports: reports.sorted { $0.day < $1.day }, sourceDays: days)
    let period = WatchStep.day.period(of: Sample.day(day))
    return try #require(WatchSeries(watch, material).judge(period...period).first)
  }

  /// A source that publishes daily and tells one story on even days.
  static func steady(through last: Int) -> Sample {
    var sample = Sample()
    sample.publishes("الضفة", 0...last)
    for day in stride(from: 0, through: last, by: 2) { sample.tells("الضفة", 1, on: day) }
    return sample
  }
}

@Suite("Watch series") struct WatchSeriesTests {
  @Test func `more stories than expected are an alarm with its numbers and evidence`() throws {
    var sample = Sample.steady(through: 9)
    sample.tells("الضفة", 6, on: 9)
    let judged = try #require(try sample.judged(day: 9).judged)
    #expect(judged.isAlarm)
    #expect(judged.finding.count == 6)
    #expect(judged.finding.sources == 1)
    #expect(abs(judged.finding.expected - 4.0 / 7) < 1e-12)
    #expect(judged.evidence.count == 6)
    #expect(judged.finding.newSources.isEmpty)
  }

  @Test func `a new source is no outbreak, and the finding names it`() throws {
    var sample = Sample.steady(through: 9)
    sample.publishes("الجديدة", 7...9)
    sample.tells("الجديدة", 9, on: 9)
    let period = try sample.judged(day: 9)
    let judged = try #require(period.judged)
    #expect(!judged.isAlarm)
    #expect(judged.finding.count == 0)
    #expect(judged.finding.newSources == ["الجديدة"])
    #expect(period.stories == 9)
  }

  @Test func `a source that comes back after a silence is no outbreak`() throws {
    var sample = Sample.steady(through: 9)
    sample.publishes("العائدة", [0, 1, 2, 9])
    sample.tells("العائدة", 8, on: 9)
    #expect(try sample.judged(day: 9).judged?.isAlarm == false)
  }

  @Test func `a lost source doesn't hide what the others tell`() throws {
    var sample = Sample.steady(through: 9)
    sample.publishes("الصامتة", 0...8)
    for day in 0...8 { sample.tells("الصامتة", 20 + day % 3, on: day) }
    sample.tells("الضفة", 6, on: 9)
    let judged = try #require(try sample.judged(day: 9).judged)
    #expect(judged.isAlarm)
    #expect(judged.finding.silentSources == ["الصامتة"])
    #expect(judged.finding.expected < 1)
  }

  @Test func `a story counts once, in the period of its first report`() throws {
    var sample = Sample.steady(through: 9)
    sample.publishes("المرسى", 0...9)
    for source in ["الضفة", "المرسى", "الضفة", "المرسى"] {
      sample.report(source, story: 900, on: 9)
      sample.report(source, story: 901, on: 8)
      sample.report(source, story: 901, on: 9)
    }
    let period = try sample.judged(day: 9)
    #expect(period.stories == 1)
    #expect(period.reports.count == 8)
    #expect(period.judged?.finding.count == 1)
    #expect(period.judged?.finding.sources == 2)
    #expect(period.judged?.isAlarm == false)
  }

  @Test
  func `a story counts once in each group of sources, in the period of the group's first report`()
    throws
  {
    var sample = Sample.steady(through: 9)
    sample.publishes("المرسى", 0...9)
    sample.report("الضفة", story: 900, on: 8)
    sample.report("المرسى", story: 900, on: 9)
    sample.report("المرسى", story: 900, on: 9)
    sample.tells("منبر", 2, on: 9)
    let watch = Watch(
      name: "w", question: WatchQuestion(), step: .day,
      method: WatchMethod(detector: "earsC1", baseline: 7))
    let material = WatchMaterial(
      reports: sample.reports.sorted { $0.day < $1.day }, sourceDays: sample.days,
      groups: [
        SourceGroup(name: "أ", sources: ["الضفة"]), SourceGroup(name: "ب", sources: ["المرسى"]),
      ])
    let period = WatchStep.day.period(of: Sample.day(9))
    let judged = try WatchSeries(watch, material).judge((period - 1)...period)
    #expect(judged[0].groups.map(\.name) == ["أ", "ب", nil])
    #expect(judged[0].groups.map(\.stories) == [2, 0, 0])
    #expect(judged[1].groups.map(\.stories) == [0, 1, 2])
    #expect(judged[1].stories == 2)
  }

  @Test func `a day of which the archive has nothing is no count of zero`() throws {
    var sample = Sample()
    sample.publishes("الضفة", (0...9).filter { $0 != 4 })
    sample.tells("الضفة", 9, on: 9)
    let bridged = try #require(try sample.judged(day: 9).judged)
    #expect(bridged.isAlarm)
    #expect(bridged.finding.gaps == 1)
    var thin = Sample()
    thin.publishes("الضفة", [0, 1, 2, 8, 9])
    guard case .unjudged(.gaps(5)) = try thin.judged(day: 9).judgement else {
      Issue.record("judged over gaps of half the baseline")
      return
    }
    #expect(!Detector.farringtonFlexible.bridgesGaps)
    guard case .unjudged(.nothingPublished) = try sample.judged(day: 4).judgement else {
      Issue.record("judged a gap")
      return
    }
  }

  @Test func `what follows a gap is no alarm if the gap's reports would explain it`() throws {
    var sample = Sample()
    sample.publishes("الضفة", 0...9, articles: 50)
    for day in 0...9 { sample.tells("الضفة", 3 + day % 2, on: day) }
    sample.tells("الضفة", 9, on: 12)
    var usual = sample
    usual.publishes("الضفة", [12], articles: 50)
    #expect(try usual.judged(day: 12).judged?.isAlarm == true)
    sample.publishes("الضفة", [12], articles: 150)
    #expect(try sample.judged(day: 12).judged?.isAlarm == false)
    #expect(try sample.judged(day: 12).judged?.isExplainedByGap == true)
    sample.tells("الضفة", 30, on: 12)
    let judged = try #require(try sample.judged(day: 12).judged)
    #expect(judged.isAlarm)
    #expect(judged.finding.gaps == 2)
  }

  @Test func `one point and too few points are not judged`() throws {
    var sample = Sample()
    sample.publishes("الضفة", 0...3)
    sample.tells("الضفة", 9, on: 3)
    guard case .unjudged(.tooFewPeriods(7, 3)) = try sample.judged(day: 3).judgement else {
      Issue.record("judged three days before")
      return
    }
    guard case .unjudged(.tooFewPeriods(7, 0)) = try sample.judged(day: 0).judgement else {
      Issue.record("judged one point")
      return
    }
  }

  @Test func `all zeros and single stories after zeros raise nothing`() throws {
    var sample = Sample()
    sample.publishes("الضفة", 0...9)
    #expect(try sample.judged(day: 9).judged?.isAlarm == false)
    sample.tells("الضفة", 2, on: 9)
    #expect(try sample.judged(day: 9).judged?.isAlarm == false)
    sample.tells("الضفة", 2, on: 9)
    #expect(try sample.judged(day: 9).judged?.isAlarm == true)
  }

  @Test func `a baseline that never varies is no ground for an alarm by one more`() throws {
    var sample = Sample()
    sample.publishes("الضفة", 0...9)
    for day in 0...8 { sample.tells("الضفة", 5, on: day) }
    sample.tells("الضفة", 6, on: 9)
    let judged = try #require(try sample.judged(day: 9).judged)
    #expect(!judged.isAlarm)
    #expect((judged.finding.bound ?? 0) > 10)
    sample.tells("الضفة", 14, on: 9)
    #expect(try sample.judged(day: 9).judged?.isAlarm == true)
  }

  @Test(arguments: Detector.allCases)
  func `each detector judges a watch with its usual baseline`(detector: Detector) throws {
    let step: WatchStep = .week
    let baseline = detector.usualBaseline(periodsInYear: step.periodsInYear)
    var question = WatchQuestion()
    question.words = "قصف"
    let watch = Watch(
      name: "w", question: question, step: step,
      method: WatchMethod(detector: detector.rawValue, baseline: baseline))
    var sample = Sample()
    let last = (baseline + Detector.memory) * 7
    sample.publishes("الضفة", stride(from: 0, through: last, by: 7))
    for (index, day) in stride(from: 0, to: last, by: 7).enumerated() {
      sample.tells("الضفة", 1 + index % 3, on: day)
    }
    sample.tells("الضفة", 40, on: last)
    let period = step.period(of: Sample.day(last))
    let material = WatchMaterial(reports: sample.reports, sourceDays: sample.days)
    let judged = try WatchSeries(watch, material).judge(period...period)[0].judged
    // C3 adds what the two points before exceeded, and gives no alarm for a single one.
    #expect(judged?.isAlarm == (detector != .earsC3))
    #expect((judged?.finding.expected ?? 0) < 10)
  }

  @Test func `a watch whose detector can't work is refused`() {
    func watch(_ detector: Detector, _ step: WatchStep, _ baseline: Int, _ alpha: Double?) -> Watch
    {
      Watch(
        name: "w", question: WatchQuestion(), step: step,
        method: WatchMethod(detector: detector.rawValue, baseline: baseline, alpha: alpha))
    }
    #expect(throws: WatchingProblem.tooShort(detector: "earsC2", needed: 5, given: 3)) {
      try watch(.earsC2, .day, 3, nil).check()
    }
    #expect(throws: WatchingProblem.noErrorRate(detector: "cusum")) {
      try watch(.cusum, .day, 26, 0.1).check()
    }
    #expect(throws: WatchingProblem.badErrorRate(1)) { try watch(.earsC1, .day, 7, 1).check() }
    #expect(throws: WatchingProblem.badPeriod(12)) {
      try watch(.farringtonFlexible, .month, 39, nil).check()
    }
  }
}

@Suite("Watch steps") struct WatchStepTests {
  @Test func `weeks begin on Monday, months on the first, also before 1970`() throws {
    for (step, text, first, last) in [
      (WatchStep.week, "2015-08-06", "2015-08-03", "2015-08-09"),
      (.week, "1969-12-28", "1969-12-22", "1969-12-28"),
      (.day, "2015-08-06", "2015-08-06", "2015-08-06"),
      (.month, "2016-02-29", "2016-02-01", "2016-02-29"),
      (.month, "1969-12-31", "1969-12-01", "1969-12-31"),
    ] {
      let day = try #require(CalendarDay(iso: text))
      let period = step.period(of: day)
      #expect(step.firstDay(of: period).description == first)
      #expect(step.lastDay(of: period).description == last)
    }
  }
}
