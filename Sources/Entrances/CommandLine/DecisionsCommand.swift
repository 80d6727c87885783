internal import ArgumentParser
internal import Gathering
internal import NewsModel
internal import Recording

/// `marsad decisions`: what people decided on events at the coder's desk.
struct DecisionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List what people decided on events, and how far they agree.",
    discussion: """
      In the order of deciding; none is ever erased. A decision counts if it is its coder's latest on its \
      event and not a withdrawal; one whose event is no longer read is orphaned. Decisions are made at the \
      coder's desk (marsad serve --desk --coder NAME).

      Agreement is the share of events on which two coders agree, and Cohen's kappa (1960): (p_o - p_e) / \
      (1 - p_e).

      Examples:
        marsad decisions
        marsad decisions --coder "سلمى" --format csv > decisions.csv
        marsad decisions --orphaned
        marsad decisions --agreement --format csv
        marsad decisions --entries
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, jsonl
  }

  @OptionGroup var location: ArchiveLocation

  @Option(help: "Only those of this coder.")
  var coder: String?

  @Option(help: "Only those on events of this article, by its id.")
  var article: String?

  @Flag(help: "Only those whose event is no longer read.")
  var orphaned = false

  @Flag(
    help:
      "How far each two coders agree instead, over all articles and on each that both coded.")
  var agreement = false

  @Flag(help: "Decisions on actors and places instead: merged, split, renamed, confirmed, undone.")
  var entries = false

  @Option(help: "The most decisions to list; 0 for all.")
  var limit = 0

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: Format = .text

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more") }
    if entries, agreement || orphaned || coder != nil || article != nil {
      throw ValidationError("--entries lists all decisions on entries; leave the others out")
    }
    if agreement, orphaned || coder != nil {
      throw ValidationError("--agreement compares all coders; leave --coder and --orphaned out")
    }
  }

  func run() async throws {
    try await location.withArchive(.read) { archive in
      var output = ListOutput(ListFormat(rawValue: format.rawValue) ?? .text)
      if entries {
        let kept = try archive.read { try $0.entryDecisions() }
        for one in limit == 0 ? kept[...] : kept.prefix(limit) { try output.write(one.row) }
      } else if agreement {
        for pair in try archive.read({ try comparisons($0) }) {
          try output.write(DecisionsCommand.row(pair))
        }
      } else {
        try list(archive, &output)
      }
      try output.finish(total: "\(output.count)")
    }
  }

  private func list(_ archive: Archive, _ output: inout ListOutput) throws {
    var filter = ReviewFilter()
    filter.coder = coder
    filter.article = article
    filter.onlyOrphaned = orphaned
    var last = 0
    while true {
      let part = limit == 0 ? 500 : min(500, limit - output.count)
      let rows = try archive.read { [filter, last] in
        try $0.reviews(filter, limit: part, after: last)
      }
      for row in rows { try output.write(DecisionsCommand.row(row)) }
      last = rows.last?.number ?? last
      if rows.count < part || part == 0 { return }
    }
  }

  private func comparisons(_ view: ArchiveView) throws -> [CoderComparison] {
    if let article { return try view.agreements(article: article) }
    return try view.agreements()
      + view.articlesOfSeveralCoders().flatMap { try view.agreements(article: $0) }
  }

  private static func row(_ row: ReviewRow) -> ListRow {
    let (review, anchor) = (row.review, row.review.anchor)
    func cell(_ field: EventField) -> ListRow.Value { .text(review.values[field]) }
    let changes =
      review.verdict == .reject
      ? []
      : review.corrected.map { field in
        "\(field.rawValue): \(isolated(review.read[field] ?? "")) -> "
          + isolated(review.values[field] ?? "")
      }
    let event = row.event.map { "marsad events --show \(isolated($0.description))" }
    let superseded = row.event != nil && !row.counts ? ", does not count" : ""
    return ListRow(
      fields: [
        "number": .integer(row.number), "coder": .text(review.coder),
        "decided_at": .integer(review.decidedAt), "verdict": .text(review.verdict.rawValue),
        "counts": .flag(row.counts), "event": .text(row.event?.description),
        "article": .text(anchor.article), "trigger": .text(anchor.quote),
        "type_read": .text(anchor.type.rawValue), "type": cell(.type), "mode": cell(.mode),
        "status": cell(.status), "actor": cell(.actor), "recipient": cell(.recipient),
        "place": cell(.place), "date": cell(.date), "killed": cell(.killed),
        "injured": cell(.injured), "corrected": .list(review.corrected.map(\.rawValue)),
        "reason": .text(review.reason), "text_sha256": .text(anchor.textSHA256),
        "before": .text(anchor.before), "after": .text(anchor.after),
      ],
      lines: [
        "\(row.number). \(isolated(review.coder)) \(review.verdict.rawValue) "
          + "\(anchor.type.rawValue): \(isolated(anchor.quote)), "
          + "\(Instant.text(seconds: review.decidedAt))\(superseded)",
        changes.isEmpty ? nil : changes.joined(separator: " · "),
        review.reason.map(isolated),
        event ?? "orphaned: the article \(isolated(anchor.article)) is no longer read so",
      ].compactMap { $0 })
  }

  private static func row(_ pair: CoderComparison) -> ListRow {
    func sentence(_ name: String, _ agreement: CoderAgreement) -> String {
      let share = agreement.share.map { "\(Int(($0 * 100).rounded())) %" } ?? "none"
      let kappa = agreement.kappa.map { "\(($0 * 1000).rounded() / 1000)" } ?? "not defined"
      return "\(name): \(agreement.agreed) of \(agreement.count), \(share), kappa \(kappa)"
    }
    return ListRow(
      fields: [
        "first": .text(pair.first), "second": .text(pair.second), "article": .text(pair.article),
        "events": .integer(pair.verdicts.count),
        "verdict_agreed": .integer(pair.verdicts.agreed),
        "verdict_share": .number(pair.verdicts.share),
        "verdict_kappa": .number(pair.verdicts.kappa), "type_agreed": .integer(pair.types.agreed),
        "type_share": .number(pair.types.share), "type_kappa": .number(pair.types.kappa),
        "status_agreed": .integer(pair.statuses.agreed),
        "status_share": .number(pair.statuses.share),
        "status_kappa": .number(pair.statuses.kappa),
      ],
      lines: [
        "\(isolated(pair.first)) and \(isolated(pair.second)): "
          + (pair.article.map { "article \(isolated($0))" } ?? "all articles"),
        sentence("verdict", pair.verdicts), sentence("type", pair.types),
        sentence("status", pair.statuses),
      ])
  }
}
