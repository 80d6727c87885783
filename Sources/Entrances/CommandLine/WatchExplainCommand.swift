internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension WatchCommand {
  /// The command `marsad watch explain`.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Tell how an alarm came about: the question, the counts, the method, its error rate.",
      discussion: """
        The counts are those that the archive holds now; what the alarm said when it was raised stands \
        above them.

        Example:
          marsad watch explain 6f0c5a52-3f0e-4c3e-9a54-0d7a3c1d9b11
        """)

    @Argument(help: ArgumentHelp("An alarm's key, as alarms lists it.", valueName: "key"))
    var key: String

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let text = try archive.read { view -> [String] in
          guard let alarm = try view.alarm(key: key), let watch = try view.watch(alarm.watch) else {
            throw CommandFailure(
              status: .nothingFound,
              message:
                "\(withoutControls(key)): no alarm has this key; marsad watch alarms lists them")
          }
          return try lines(alarm, watch, view)
        }
        var output = StandardOutput()
        try output.write(text.joined(separator: "\n") + "\n")
        try output.flush()
      }
    }

    private func lines(_ alarm: Alarm, _ watch: Watch, _ view: ArchiveView) throws -> [String] {
      if let edit = alarm.edit {
        return [
          "\(isolated(alarm.watchName)), \(alarm.days.lowerBound)",
          AlarmSentence.reason(alarm, in: .english),
          "question: \((watch.question.conditions + ["edits of at least \(watch.method.least) words"]).joined(separator: " · "))",
        ] + edit.passages.map { withoutControls($0.marked) }
          + alarm.evidence.map { "marsad show \(isolated($0.article)) --versions shows all of it" }
      }
      let publication = Detector.publication(of: alarm.detector) ?? alarm.detector
      var lines = [
        "\(isolated(alarm.watchName)), \(alarm.days.lowerBound) to \(alarm.days.upperBound)",
        AlarmSentence.reason(alarm, in: .english),
        "question: \(watch.question.conditions.joined(separator: " · "))",
      ]
      lines += try view.mergedEntries(of: watch.question).map(\.sentence)
      lines += [
        "detector: \(alarm.detector) (\(publication)) over \(alarm.baseline) \(alarm.step.rawValue)s before",
        "error rate: \(AlarmSentence.errorRate(alarm, in: .english))",
        "evidence: \(alarm.evidence.map { isolated($0.article) }.joined(separator: ", "))",
        "counts as the archive holds them now, independent stories and reports:",
      ]
      let reader = WatchReader(watch, today: .today)
      for period in try reader.judged(
        (alarm.period - alarm.baseline)...alarm.period, view)
      {
        let groups = period.groups.map { "\($0.name.map(isolated) ?? "no group") \($0.stories)" }
        lines.append(
          ([
            "  \(alarm.step.firstDay(of: period.period)): \(period.stories), \(period.reports.count)"
          ]
            + groups).joined(separator: "; "))
      }
      return lines
    }
  }
}
