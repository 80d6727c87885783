internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension LedgerCommand {
  /// The command `marsad ledger show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an entry with its rule, what the evidence points to, and all decisions.")

    @Argument(help: ArgumentHelp("An entry's number.", valueName: "entry"))
    var entry: Int

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      let today = CalendarDay.today
      try await location.withArchive(.read) { archive in
        var output = StandardOutput()
        let lines = try archive.read { view in
          let one = try LedgerCommand.entry(entry, view)
          var lines = one.lines(today)
          if let rule = one.rule {
            lines += rule.lines
            let reader = LedgerReader(today: today)
            lines += try reader.evidence(of: one, by: rule, view).lines
          }
          lines += try view.ledgerDecisions(of: entry).map { "decided: \($0.sentence)" }
          return lines
        }
        try output.write(lines.joined(separator: "\n  ") + "\n")
        try output.flush()
      }
    }
  }

  /// The command `marsad ledger evidence`.
  struct Evidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gather the events that an entry's rule asks for, counted in independent stories.",
      discussion: """
        One row a story, with the first report that tells of such an event, then on standard error \
        what the evidence points to. Nothing is decided by it.

        Examples:
          marsad ledger evidence 17
          marsad ledger evidence 17 --format csv
        """)

    @Argument(help: ArgumentHelp("An entry's number.", valueName: "entry"))
    var entry: Int

    @Option(help: "Judge as if this were today. (default: today, UTC)")
    var asOf: CalendarDay?

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let evidence = try archive.read { view in
          let one = try LedgerCommand.entry(entry, view)
          guard let rule = one.rule else {
            throw CommandFailure(
              status: .input,
              message: "entry \(entry) has no rule; marsad ledger propose \(entry) derives one, and"
                + " marsad ledger rule \(entry) writes one")
          }
          let reader = LedgerReader(today: asOf ?? CalendarDay.today)
          return try reader.evidence(of: one, by: rule, view)
        }
        var output = ListOutput(format)
        for (name, side) in [("outcome", evidence.outcome), ("condition", evidence.condition)] {
          for match in side?.stories ?? [] {
            try output.write(LedgerCommand.row(match, name))
          }
        }
        for line in evidence.lines { StandardStreams.report("marsad: \(line)") }
        if output.count > 0 { try output.finish(total: "\(output.count)") }
      }
    }
  }

  /// An event that answers a rule's question as a row.
  private static func row(_ match: EventMatch, _ side: String) -> ListRow {
    ListRow(
      fields: [
        "side": .text(side), "day": .text(match.day.description),
        "type": .text(match.type.rawValue),
        "article": .text(match.report.article), "index": .integer(match.index),
        "source": .text(match.report.source), "published": .text(match.report.day.description),
        "story": .integer(match.report.story), "title": .text(match.report.title),
        "text": .text(match.words),
      ],
      lines: [
        "\(side): \(match.day) \(match.type.rawValue)", isolated(match.words),
        [
          isolated(match.report.title), match.report.source.map(isolated),
          "marsad show \(isolated(match.report.article))",
        ].compactMap { $0 }.joined(separator: " · "),
      ])
  }
}
