import Testing

@Suite("marsad watch and score") struct WatchCommandTests {
  @Test func `each series is judged, and one that can't be is told of`() async throws {
    let sandbox = try Sandbox()
    let quiet = (0..<10).map { "a,\(1 + $0 % 2)\n" }.joined()
    try sandbox.write(
      "counts.csv", "series,observed\n" + quiet + "a,40\nshort,3\ngap,1\ngap,\ngap,2\n")
    let run = try await sandbox.run(
      "watch", "counts.csv", "--detector", "earsC1", "--from", "11")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("series,t,observed,upper_bound,alarm\na,11,40,"))
    #expect(run.output.hasSuffix(",1\n"))
    #expect(run.errors.contains("series short: --from 11 is outside of the 1 points"))
    #expect(run.errors.contains("counts.csv:15: observed is no whole number"))
    #expect(run.errors.contains("2 series not judged"))
  }

  @Test func `a gap in a series without a name is told of, and nothing is judged over it`()
    async throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("gap.csv", "observed\n" + String(repeating: "3\n", count: 10) + "\n40\n\n")
    let run = try await sandbox.run("watch", "gap.csv", "--detector", "earsC1", "--from", "9")
    #expect(run.status == 3)
    #expect(run.output == "series,t,observed,upper_bound,alarm\n")
    #expect(
      run.errors.contains("gap.csv:12: observed is no whole number, and the series is left out"))
    let short = try await sandbox.run("watch", "gap.csv", "--detector", "earsC1", "--from", "4")
    #expect(short.status == 3)
  }

  @Test func `days are judged by what is usual for their weekday`() async throws {
    let sandbox = try Sandbox()
    // Invented: ten a day and three on Fridays from 1 January 2022 on; on the last Friday there are ten too.
    let counts = (0..<120).map { $0 == 118 ? 10 : $0 % 7 == 6 ? 3 : 10 + $0 % 2 }
    try sandbox.write("days.csv", "observed\n" + counts.map { "\($0)\n" }.joined())
    func alarms(_ arguments: String) async throws -> [Substring] {
      let run = try await sandbox.shell(
        "\"$marsad\" watch days.csv --detector earsC1 --period 365 --from 70 \(arguments)")
      #expect(run.status == 0, "\(run.errors)")
      return run.outputLines.filter { $0.hasSuffix(",1") }.map { $0.split(separator: ",")[0] }
    }
    #expect(try await alarms("").isEmpty)
    #expect(try await alarms("--first-day 2022-01-01") == ["119"])
  }

  @Test func `a table with other columns is refused with what it has`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("counts.csv", "week,cases\n1,2\n")
    let run = try await sandbox.run("watch", "counts.csv", "--from", "1")
    #expect(run.status == 3)
    #expect(run.errors.contains("counts.csv:1: no column observed, but week, cases"))
  }

  @Test func `an unknown detector is a fault of the command line`() async throws {
    let sandbox = try Sandbox()
    let run = try await sandbox.run("watch", "x.csv", "--from", "1", "--detector", "tarot")
    #expect(run.status == 2)
    #expect(run.errors.contains("no detector is named tarot; take one of earsC1"))
  }

  @Test func `forecasts are scored, and rows that are none are told of`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "forecasts.csv", "probability,outcome\n0.75,1\n0.25,0\n1.5,1\n0.5,maybe\n")
    let run = try await sandbox.run("score", "forecasts.csv")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("forecasts 2\nbrier 0.0625\n"))
    #expect(run.errors.contains("forecasts.csv:4: not scored"))
    #expect(run.errors.contains("forecasts.csv:5: not scored"))
  }
}
