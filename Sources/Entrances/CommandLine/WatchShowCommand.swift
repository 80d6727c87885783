internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension WatchCommand {
  /// The command `marsad watch show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a watch's series: counts, expectation, bound, alarms; nothing is kept.",
      discussion: """
        Examples:
          marsad watch show threats
          marsad watch show threats --periods 104 --format csv > threats.csv
        """)

    @OptionGroup var name: WatchName

    @Option(help: "How many periods are shown.")
    var periods = 26

    @Option(help: "Judge as if this were today. (default: today, UTC)")
    var asOf: CalendarDay?

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if !(1...1_000).contains(periods) { throw ValidationError("--periods is 1 to 1,000") }
    }

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let watch = try name.watch(in: archive)
        if watch.isOfEdits {
          throw CommandFailure(
            status: .input,
            message:
              "\(withoutControls(watch.name)) watches edits and has no series; marsad watch alarms --of"
              + " \(watch.number) lists them")
        }
        let reader = WatchReader(watch, today: asOf ?? CalendarDay.today)
        do {
          let judged = try archive.read { try reader.newest(periods, $0) } ?? []
          var output = ListOutput(format)
          for period in judged { try output.write(WatchCommand.row(watch, period, isNew: false)) }
          try output.finish(total: "\(judged.count)")
          for merged in try archive.read({ try $0.mergedEntries(of: watch.question) }) {
            StandardStreams.report(merged.sentence)
          }
          if let last = judged.last {
            let rate = try archive.read { try reader.errorRate(before: last.period + 1, $0) }
            StandardStreams.report(
              AlarmSentence.errorRate(watch.method.detector, rate, in: .english))
          }
        } catch let problem as WatchingProblem {
          throw CommandFailure(status: .input, message: problem.sentence)
        }
      }
    }
  }

  /// A judged period as a row.
  static func row(_ watch: Watch, _ period: WatchPeriod, isNew: Bool) -> ListRow {
    let (first, last) = (
      watch.step.firstDay(of: period.period), watch.step.lastDay(of: period.period)
    )
    let finding = period.judged?.finding
    let isAlarm = period.judged?.isAlarm ?? false
    let note: String? =
      if case .unjudged(let why) = period.judgement { why.sentence(watch.step) } else { nil }
    let evidence = period.judged?.evidence.map(\.article) ?? period.reports.map(\.article)
    let days = first == last ? "\(first)" : "\(first) to \(last)"
    let reason =
      finding.map { AlarmSentence.reason($0, watch.step, watch.method, in: .english) } ?? note ?? ""
    let explained =
      period.judged?.isExplainedByGap ?? false
      ? ["no alarm, as it may hold what was told in the gap before it"] : []
    return ListRow(
      fields: [
        "watch": .integer(watch.number), "name": .text(watch.name),
        "first_day": .text(first.description), "last_day": .text(last.description),
        "stories": .integer(period.stories), "reports": .integer(period.reports.count),
        "count": .integer(finding?.count), "expected": .number(finding?.expected),
        "bound": .number(finding?.bound), "alarm": .flag(isAlarm), "new": .flag(isNew),
        "groups": .list(period.groups.map { "\($0.name ?? "-")=\($0.stories)" }),
        "reason": .text(reason), "evidence": .list(evidence),
      ],
      lines: [
        "\(isAlarm ? "ALARM " : "")\(isolated(watch.name)), \(days): "
          + "\(period.stories) independent stories, \(period.reports.count) reports",
        reason,
      ] + explained + groups(period)
        + (isAlarm ? period.judged?.evidence.map(WatchCommand.line) ?? [] : []))
  }

  /// The stories by groups of sources, on a line; none if there are no groups.
  private static func groups(_ period: WatchPeriod) -> [String] {
    guard period.stories > 0, !period.groups.isEmpty else { return [] }
    let counts = period.groups.map { "\($0.name.map(isolated) ?? "no group") \($0.stories)" }
    return ["by group: \(counts.joined(separator: ", "))"]
  }

  private static func line(_ report: WatchedReport) -> String {
    [
      isolated(report.title), report.source.map(isolated), report.day.description,
      "marsad show \(isolated(report.article))",
    ].compactMap { $0 }.joined(separator: " · ")
  }
}
