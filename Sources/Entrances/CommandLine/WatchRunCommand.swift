internal import ArabicQuantities
internal import ArgumentParser
internal import Foundation
internal import Grouping
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension WatchCommand {
  /// The command `marsad watch run`.
  struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Judge the newest periods that are over, and keep what is an alarm.",
      discussion: """
        A period is judged over sources that published in it and in most of the periods before it, so \
        that neither a new source nor a silent one makes an alarm or hides one. A period has one alarm \
        at most, however often it is judged. A watch of edits raises an alarm of each that was seen since \
        the watch was kept, or in the last --periods days.

        Examples:
          marsad watch run
          marsad watch run threats --periods 30 --as-of 2015-08-12
        """)

    @Argument(help: "Names or numbers of watches; all if none is given.")
    var watches: [String] = []

    @Option(help: "How many periods are judged, the newest that is over being the last.")
    var periods = 3

    @Option(help: "Judge as if this were today. (default: today, UTC)")
    var asOf: CalendarDay?

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if !(1...1_000).contains(periods) { throw ValidationError("--periods is 1 to 1,000") }
    }

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        try archive.group(DispatchJudge())
        let chosen =
          watches.isEmpty
          ? try archive.read { try $0.watches() }
          : try watches.map { try WatchName.watch($0, in: archive) }
        guard !chosen.isEmpty else {
          throw CommandFailure(
            status: .nothingFound, message: "no watches; marsad watch add keeps one")
        }
        var output = ListOutput(format)
        var (alarms, failed) = (0, 0)
        for watch in chosen {
          do {
            alarms +=
              try watch.isOfEdits
              ? raiseEdits(watch, archive, &output) : run(watch, archive, &output)
          } catch let problem as WatchingProblem {
            failed += 1
            StandardStreams.report("marsad: \(isolated(watch.name)): \(problem.sentence)")
          }
        }
        if output.count > 0 { try output.finish(total: "\(output.count)") }
        StandardStreams.report("marsad: \(chosen.count) watches, \(alarms) new alarms")
        if failed > 0 { throw ExitStatus.input.exitCode }
      }
    }

    /// Raises an alarm of each edit that a watch asks for; returns how many are new.
    private func raiseEdits(
      _ watch: Watch, _ archive: Archive, _ output: inout ListOutput
    ) throws -> Int {
      let today = asOf ?? CalendarDay.today
      let first = today.advanced(by: 1 - periods).ordinal * 86_400
      let edits = try archive.read { try WatchReader(watch, today: today).edits(since: first, $0) }
      let new = try archive.raise(
        edits.map { edit in
          Alarm(
            key: UUID().uuidString.lowercased(), watch: watch, period: edit.number,
            cause: .edit(edit.edit), evidence: [edit.evidence],
            raisedAt: Int(Date().timeIntervalSince1970), isSilent: watch.isSilent(on: today))
        })
      for alarm in new { try output.write(WatchCommand.row(alarm)) }
      return new.count
    }

    /// Judges one watch; returns how many alarms are new.
    private func run(
      _ watch: Watch, _ archive: Archive, _ output: inout ListOutput
    ) throws -> Int {
      let today = asOf ?? CalendarDay.today
      let reader = WatchReader(watch, today: today)
      guard let judged = try archive.read({ try reader.newest(periods, $0) }) else { return 0 }
      let found = try judged.compactMap { period -> Alarm? in
        guard let count = period.judged, count.isAlarm else { return nil }
        return Alarm(
          key: UUID().uuidString.lowercased(), watch: watch, period: period.period,
          cause: .count(count.finding),
          evidence: count.evidence.map {
            AlarmEvidence(article: $0.article, title: $0.title, source: $0.source)
          },
          errorRate: try archive.read { try reader.errorRate(before: period.period, $0) },
          raisedAt: Int(Date().timeIntervalSince1970),
          isSilent: watch.isSilent(on: today))
      }
      let new = try archive.raise(found)
      for period in judged {
        let isNew = new.contains { $0.period == period.period }
        try output.write(WatchCommand.row(watch, period, isNew: isNew))
      }
      return new.count
    }
  }
}
