internal import ArabicQuantities
internal import ArgumentParser
internal import Gathering
internal import Grouping
internal import NewsModel

/// `marsad group`: articles in, the pairs that tell the same out; no archive.
struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Find copies, near-copies, contained reports and rewrites among articles.",
    discussion: """
      Writes one pair a line, the earlier report first: copy, near-copy and contained are one \
      dispatch; a rewrite is another text of the same statement. cover is the part of the shorter \
      report's words, formulas aside, that stand in the other. How long it took is told on standard \
      error.

      Examples:
        marsad group news.jsonl.gz > pairs.jsonl
        marsad group news.jsonl.gz --format csv
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .jsonl

  func run() async throws {
    var log = GatheringLog()
    var articles: [Article] = []
    try await ArticlePipeline(input).run {
      $0
    } deliver: { outcomes, _ in
      for outcome in outcomes {
        log.add(outcome.remarks, file: outcome.file, line: outcome.line)
        switch outcome.result {
        case .success(let article): articles.append(article)
        case .failure(let problem): log.add(problem)
        }
      }
    }
    try write(articles)
    log.summarise()
    if log.status != .done { throw log.status.exitCode }
  }

  private func write(_ articles: [Article]) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let maker = Fingerprinter()
    let fingerprints = articles.map { maker.fingerprint(Array($0.text.utf8)) }
    let candidates = ReportCandidates(
      fingerprints, days: articles.map { $0.publishedDay?.ordinal ?? 0 })
    let found = clock.now
    let grouping = ReportGrouping(candidates)
    let end = clock.now
    var output = ListOutput(format)
    for pair in grouping.pairs {
      try output.write(row(articles[pair.earlier], articles[pair.later], pair.link))
    }
    StandardStreams.report(
      """
      marsad: \(articles.count) articles; fingerprints and \(candidates.count) candidates in \
      \((found - start) / .seconds(1)) s, comparison in \((end - found) / .seconds(1)) s
      """)
    try output.finish(total: "\(grouping.pairs.count)")
  }

  private func row(_ earlier: Article, _ later: Article, _ link: StoryLink) -> ListRow {
    ListRow(
      fields: [
        "earlier": .text(earlier.id), "later": .text(later.id), "kind": .text(link.kind.rawValue),
        "cover": .number(link.coverOfShorter), "cover_of_longer": .number(link.coverOfLonger),
      ],
      lines: [
        "\(link.kind.rawValue): \(isolated(later.id)) of \(isolated(earlier.id))",
        isolated(later.title), isolated(earlier.title),
      ])
  }
}
