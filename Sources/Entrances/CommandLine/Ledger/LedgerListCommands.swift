internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving

extension LedgerCommand {
  /// The command `marsad ledger list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the outlooks on record, the newest first, with how far each has come.",
      discussion: """
        States: open (no rule), waiting (the rule's days aren't over), due (they are, and nobody has \
        decided), decided.

        Examples:
          marsad ledger list --state due
          marsad ledger list --holder "سامي البدري" --format csv
        """)

    @OptionGroup var choice: LedgerChoice

    @Option(help: "Only in this state; may be given several times.")
    var state: [LedgerState] = []

    @OptionGroup var options: ListOptions

    func run() async throws {
      let today = CalendarDay.today
      var filter = choice.filter(options, today: today)
      filter.states = Set(state)
      try await options.list {
        try $0.ledger(filter, limit: $1, before: $2)
      } describe: {
        LedgerCommand.row($0, today)
      }
    }
  }

  /// The command `marsad ledger decisions`.
  struct Decisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List all decisions, those that later ones replaced too.")

    @Option(help: ArgumentHelp("Only on this entry.", valueName: "entry"))
    var of: Int?

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let decisions = try archive.read { view in
          if let of { _ = try LedgerCommand.entry(of, view) }
          return try view.ledgerDecisions(of: of)
        }
        let newest = Dictionary(decisions.map { ($0.entry, $0.number) }) { max($0, $1) }
        var output = ListOutput(format)
        for decision in decisions {
          try output.write(
            LedgerCommand.row(decision, counts: newest[decision.entry] == decision.number))
        }
        try output.finish(total: "\(decisions.count)")
      }
    }
  }

  /// A decision as a row.
  private static func row(_ decision: LedgerDecision, counts: Bool) -> ListRow {
    ListRow(
      fields: [
        "decision": .integer(decision.number), "entry": .integer(decision.entry),
        "verdict": .text(decision.verdict.rawValue), "by": .text(decision.decidedBy),
        "day": .text(decision.day.description), "reason": .text(decision.reason),
        "decided_at": .integer(decision.decidedAt), "counts": .flag(counts),
      ],
      lines: [
        "entry \(decision.entry): \(decision.sentence)\(counts ? "" : " (replaced)")"
      ])
  }

  /// An entry as a row.
  static func row(_ one: LedgerCase, _ today: CalendarDay) -> ListRow {
    let (entry, wording) = (one.entry, one.entry.wording)
    let state = one.state(on: today)
    return ListRow(
      fields: [
        "entry": .integer(entry.number), "state": .text(state.rawValue),
        "article": .text(entry.article.id), "index": .integer(entry.index),
        "source": .text(entry.article.source), "published": .text(entry.article.published),
        "holder_name": .text(wording.holderName), "kind": .text(wording.kind.rawValue),
        "likelihood": .text(wording.likelihood.rawValue),
        "band_low": .integer(wording.band?.lowerBound),
        "band_high": .integer(wording.band?.upperBound), "marker": .text(wording.marker),
        "outcome": .text(wording.outcome), "condition_kind": .text(wording.conditionKind?.rawValue),
        "condition": .text(wording.condition), "horizon": .text(wording.horizon),
        "from": .text(one.rule?.days.lowerBound.description),
        "until": .text(one.rule?.days.upperBound.description),
        "rule": .text(one.rule?.outcome.sentence),
        "condition_rule": .text(one.rule?.condition?.sentence),
        "verdict": .text(one.decision?.verdict.rawValue), "by": .text(one.decision?.decidedBy),
        "day": .text(one.decision?.day.description), "reason": .text(one.decision?.reason),
      ],
      lines: one.lines(today))
  }
}
