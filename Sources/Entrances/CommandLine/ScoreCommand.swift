internal import ArgumentParser
internal import Foundation
internal import Watching

/// `marsad score`: how well forecasts with probabilities fared.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score forecasts: Brier score, log score, calibration.",
    discussion: """
      Reads a table with the columns probability (0 to 1) and outcome (1 came true, 0 did not). \
      Rows that can't be scored are told of; the others go on. The calibration has five parts of \
      equal width, each with the 95 % interval of the share that came true.

      Examples:
        marsad score forecasts.csv
      """)

  @Argument(help: "A CSV file with the columns probability and outcome; - for standard input.")
  var file: String

  func run() async throws {
    let table = try CountTable(file)
    let (probability, outcome) = (try table.column("probability"), try table.column("outcome"))
    var forecasts: [Forecast] = []
    var failed = 0
    table.eachRow { line, fields in
      let texts = fields.map(CountTable.text)
      let cameTrue = outcome < texts.count ? ["0": false, "1": true][texts[outcome]] : nil
      let given = probability < texts.count ? Double(texts[probability]) : nil
      if let given, let cameTrue,
        let forecast = Forecast(probability: given, cameTrue: cameTrue)
      {
        forecasts.append(forecast)
      } else {
        failed += 1
        StandardStreams.report(
          "marsad: \(table.file):\(line): not scored; probability is from 0 to 1,"
            + " outcome 0 or 1")
      }
    }
    guard let scores = ForecastScores(forecasts) else {
      if failed > 0 { throw ExitStatus.input.exitCode }
      throw CommandFailure(
        status: .nothingFound, message: "\(table.file) has no forecasts; add rows")
    }
    var output = StandardOutput()
    try output.write("forecasts \(scores.count)\nbrier \(scores.brier)\nlog \(scores.log)\n")
    try output.write("mean_probability,share,low,high,count\n")
    for bin in scores.bins {
      try output.write(
        "\(bin.meanProbability),\(bin.share),\(bin.interval.lowerBound),"
          + "\(bin.interval.upperBound),\(bin.count)\n")
    }
    try output.flush()
    if failed > 0 { throw ExitStatus.input.exitCode }
  }
}
