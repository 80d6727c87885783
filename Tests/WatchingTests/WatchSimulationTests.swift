import NewsModel
import Testing

@testable import Watching

@Suite("Error rates of watches") struct WatchSimulationTests {
  private func watch(
    _ detector: Detector, alpha: Double? = nil, least: Int = 1, baseline: Int? = nil
  ) -> Watch {
    Watch(
      name: "w", question: WatchQuestion(), step: .week,
      method: WatchMethod(
        detector: detector.rawValue,
        baseline: baseline ?? detector.usualBaseline(periodsInYear: 52), alpha: alpha, least: least)
    )
  }

  @Test func `a stricter watch is wrong less often, and the same each time`() throws {
    let history = (0..<60).map { 20 + ($0 * 7) % 9 }
    func rate(_ alpha: Double) throws -> ErrorRate {
      try #require(try WatchSimulation(watch(.earsC1, alpha: alpha), history: history)?.errorRate())
    }
    let (loose, strict) = (try rate(0.1), try rate(0.001))
    #expect(loose.quiet == 1_000)
    #expect(loose.falseAlarms > 3 * strict.falseAlarms)
    // C1 takes the mean and the deviation of seven counts for the true ones, and is wrong more often than it says.
    #expect((0.05...0.25).contains(loose.share), "\(loose)")
    #expect(loose == (try rate(0.1)))
    #expect(loose.interval.contains(loose.share))
  }

  @Test(arguments: Detector.allCases)
  func `each detector's watch is simulated`(detector: Detector) throws {
    let simulation = try WatchSimulation(watch(detector), history: [3, 0, 2, 5, 1, 4, 2, 3, 0, 6])
    let rate = try #require(simulation?.errorRate(over: 40))
    #expect(rate.quiet == 40, "\(rate)")
  }

  @Test(arguments: [[], [4], [0, 0, 0, 0, 0, 0, 0, 0, 0], Array(repeating: 1 << 40, count: 9)])
  func `nothing is told of a history without counts, too short, or too large`(history: [Int]) throws
  {
    #expect(try WatchSimulation(watch(.earsC2), history: history) == nil)
  }

  @Test(arguments: [(3.0, 3.0), (0.2, 0.5), (40.0, 130.0)])
  func `simulated counts have the history's mean and variance`(mean: Double, variance: Double)
    throws
  {
    let counts = try #require(CountDistribution(mean: mean, variance: variance))
    let drawn = (0..<10_000).map { Double(counts.count(at: (Double($0) + 0.5) / 10_000)) }
    let average = drawn.reduce(0, +) / 10_000
    let spread = drawn.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 10_000
    #expect(abs(average - mean) < 0.01 * mean)
    #expect(abs(spread - variance) < 0.03 * variance)
  }

  @Test(arguments: Detector.allCases)
  func `each detector has its publication and measured rates`(detector: Detector) throws {
    let rates = try #require(DetectorRates.of(detector.rawValue))
    #expect(rates.errorRate.quiet > 40_000 && rates.outbreaks > 900)
    #expect((0...1).contains(rates.sensitivity))
    #expect(Detector.publication(of: detector.rawValue) != nil)
  }
}

@Suite("Event comparison") struct EventComparisonTests {
  @Test func `correlations, hits, misses and false alarms of two counts`() throws {
    let comparison = EventComparison([(0, 0), (1, 0), (2, 3), (4, 5), (0, 1)])
    #expect(comparison.count == 5)
    #expect([comparison.hits, comparison.misses, comparison.falseAlarms] == [2, 1, 1])
    // Computed by hand: sums of products 13.4, of squares 11.2 and 18.8; of ranks 7.25, 9.5 and 9.5.
    #expect(abs(try #require(comparison.pearson) - 13.4 / (11.2 * 18.8).squareRoot()) < 1e-12)
    #expect(abs(try #require(comparison.spearman) - 7.25 / 9.5) < 1e-12)
    #expect(comparison.sensitivity == 2.0 / 3)
    #expect(comparison.precision == 2.0 / 3)
  }

  @Test func `no correlation is told where one side never varies`() {
    let flat = EventComparison([(1, 0), (1, 3)])
    #expect(flat.pearson == nil && flat.spearman == nil)
    #expect(EventComparison([]).count == 0)
    #expect(EventComparison([]).sensitivity == nil)
  }
}
