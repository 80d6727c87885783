internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension LedgerScores.Grouping: ExpressibleByArgument {}

extension LedgerCommand {
  /// The command `marsad ledger scores`.
  struct Scores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score decided outlooks: Brier and log score, calibration, by holder or words.",
      discussion: """
        The probability of an outlook is the middle of its band (Documentation/Likelihood.md). Not \
        scored, and counted as refused: wordings without a band, those that only say that it may be (5 \
        to 95 %), outlooks undecided, whose condition wasn't met, or of which nothing can be told, and \
        the same words of the same holder in reports of one story. The share that came true has its \
        95 % interval (Wilson 1927). The first row is all of them.

        Examples:
          marsad ledger scores --by holder
          marsad ledger scores --by word --since 2025-01-01 --format csv
        """)

    @Option(
      help:
        "One of \(LedgerScores.Grouping.allCases.map(\.rawValue).joined(separator: ", ")): by what outlooks are put together."
    )
    var by: LedgerScores.Grouping = .holder

    @OptionGroup var choice: LedgerChoice
    @OptionGroup var options: ListOptions

    func run() async throws {
      let today = CalendarDay.today
      if options.format == .geojson {
        throw ValidationError("--format geojson: only events have places; use csv or jsonl")
      }
      try await options.location.withArchive(.read) { archive in
        let filter = choice.filter(options, today: today)
        let scores = try archive.read {
          try LedgerReader(today: today).scores(filter, by: by, $0)
        }
        var output = ListOutput(options.format)
        try output.write(LedgerCommand.row(scores.all, "all", nil))
        let groups = options.limit == 0 ? scores.groups[...] : scores.groups.prefix(options.limit)
        for group in groups {
          try output.write(LedgerCommand.row(group, by.rawValue, group.name))
        }
        try output.finish(total: "\(scores.groups.count + 1)")
      }
    }
  }

  /// A group's scores as a row.
  private static func row(
    _ group: LedgerScores.Group, _ grouping: String, _ name: String?
  ) -> ListRow {
    let refused = LedgerScores.Refusal.allCases.compactMap { refusal in
      group.refused[refusal].map { "\(refusal.rawValue) \($0)" }
    }
    let (share, band) = (group.share, group.band)
    let title = grouping == "all" ? "all" : name.map(isolated) ?? "no name"
    let scored = group.scores.map { scores in
      "\(scores.count) scored, \(group.cameTrue) came true: Brier \(rounded(scores.brier)),"
        + " log \(rounded(scores.log))"
    }
    let calibration = share.flatMap { share in
      band.map { band in
        "said \(percent(band.lowerBound))–\(percent(band.upperBound)) %, came true"
          + " \(percent(share.value)) % (95 % interval \(percent(share.interval.lowerBound))–"
          + "\(percent(share.interval.upperBound)))"
      }
    }
    return ListRow(
      fields: [
        "by": .text(grouping), "name": .text(name), "scored": .integer(group.count),
        "came_true": .integer(group.cameTrue), "brier": .number(group.scores?.brier),
        "log": .number(group.scores?.log), "band_low": .number(band?.lowerBound),
        "band_high": .number(band?.upperBound), "share": .number(share?.value),
        "share_low": .number(share?.interval.lowerBound),
        "share_high": .number(share?.interval.upperBound),
        "calibration": .text(group.calibration?.rawValue), "refused": .list(refused),
      ],
      lines: [
        "\(title): \(scored ?? "nothing to score")", calibration,
        refused.isEmpty ? nil : "not scored: \(refused.joined(separator: ", "))",
      ].compactMap { $0 })
  }

  private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded()))" }
}
