import Testing
import Watching

@Suite("Forecast scores") struct ForecastScoresTests {
  private func forecasts(_ pairs: [(Double, Bool)]) -> [Forecast] {
    pairs.compactMap { Forecast(probability: $0.0, cameTrue: $0.1) }
  }

  @Test func `Brier and log score are means over the forecasts`() throws {
    let scores = try #require(ForecastScores(forecasts([(0.8, true), (0.4, false)])))
    #expect(abs(scores.brier - 0.1) < 1e-12)
    #expect(abs(scores.log - 0.366984587768) < 1e-9)
  }

  @Test func `a certain forecast that fails has a finite log score`() throws {
    let scores = try #require(ForecastScores(forecasts([(1, false)])))
    #expect(scores.brier == 1)
    #expect(scores.log > 36 && scores.log < 37)
  }

  @Test func `calibration counts what came true in each part`() throws {
    let scores = try #require(
      ForecastScores(forecasts([(0.1, false), (0.2, true), (0.9, true)])))
    #expect(scores.bins.map(\.count) == [2, 1])
    #expect(scores.bins.map(\.share) == [0.5, 1])
    #expect(scores.bins.allSatisfy { $0.interval.contains($0.share) })
  }

  @Test func `what is no probability is no forecast, and nothing has no score`() {
    #expect(Forecast(probability: 1.1, cameTrue: true) == nil)
    #expect(Forecast(probability: .nan, cameTrue: true) == nil)
    #expect(ForecastScores([]) == nil)
  }
}
