internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension WatchCommand {
  /// The command `marsad watch alarms`.
  struct Alarms: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the alarms on record, the newest first, with their reasons.",
      discussion: """
        Examples:
          marsad watch alarms
          marsad watch alarms --of threats --format jsonl
        """)

    @Option(help: ArgumentHelp("Only of this watch.", valueName: "watch"))
    var of: String?

    @Option(help: "The most alarms to list.")
    var limit = 50

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit must be at least 1") }
    }

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let watch = try of.map { try WatchName.watch($0, in: archive).number }
        let alarms = try archive.read { try $0.alarms(watch: watch, limit: limit) }
        var output = ListOutput(format)
        for alarm in alarms { try output.write(WatchCommand.row(alarm)) }
        try output.finish(total: "\(alarms.count)")
      }
    }
  }

  /// The command `marsad watch acknowledge`.
  struct Acknowledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep that you took note of alarms; the first time holds.")

    @Argument(help: ArgumentHelp("Alarms' keys, as alarms lists them.", valueName: "key"))
    var keys: [String]

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        var failed = 0
        for key in keys where try !archive.acknowledge(alarm: key) {
          failed += 1
          StandardStreams.report(
            "marsad: \(withoutControls(key)): no alarm has this key; marsad watch alarms lists them"
          )
        }
        if failed > 0 { throw ExitStatus.input.exitCode }
      }
    }
  }

  /// The command `marsad watch mute`.
  struct Mute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a watch's alarms silently: neither delivered nor in the feeds.")

    @OptionGroup var name: WatchName
    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        _ = try archive.setMuted(true, watch: name.watch(in: archive).number)
      }
    }
  }

  /// The command `marsad watch unmute`.
  struct Unmute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End what mute and snooze began; alarms kept meanwhile stay silent.")

    @OptionGroup var name: WatchName
    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        let number = try name.watch(in: archive).number
        _ = try archive.setMuted(false, watch: number)
        _ = try archive.snooze(watch: number, until: nil)
      }
    }
  }

  /// The command `marsad watch snooze`.
  struct Snooze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a watch's alarms silently up to a day.")

    @OptionGroup var name: WatchName

    @Option(help: ArgumentHelp("The last silent day.", valueName: "yyyy-mm-dd"))
    var until: CalendarDay

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        _ = try archive.snooze(watch: name.watch(in: archive).number, until: until)
      }
    }
  }

  /// An alarm as a row.
  static func row(_ alarm: Alarm) -> ListRow {
    let (finding, edit) = (alarm.finding, alarm.edit)
    let reason = AlarmSentence.reason(alarm, in: .english)
    let rates = DetectorRates.of(alarm.detector)
    return ListRow(
      fields: [
        "key": .text(alarm.key), "watch": .integer(alarm.watch), "name": .text(alarm.watchName),
        "first_day": .text(alarm.days.lowerBound.description),
        "last_day": .text(alarm.days.upperBound.description),
        "detector": .text(alarm.detector), "baseline": .integer(alarm.baseline),
        "count": .integer(finding?.count), "reports": .integer(finding?.reports),
        "sources": .integer(finding?.sources), "expected": .number(finding?.expected),
        "bound": .number(finding?.bound), "new_sources": .list(finding?.newSources ?? []),
        "silent_sources": .list(finding?.silentSources ?? []),
        "from": .integer(edit?.versions.lowerBound),
        "to": .integer(edit?.versions.upperBound), "deleted_words": .integer(edit?.deletedWords),
        "inserted_words": .integer(edit?.insertedWords), "reason": .text(reason),
        "detector_false_alarm_rate": .number(rates?.errorRate.share),
        "detector_sensitivity": .number(rates?.sensitivity),
        "false_alarm_rate": .number(alarm.errorRate?.share),
        "simulated_periods": .integer(alarm.errorRate?.quiet),
        "raised_at": .integer(alarm.raisedAt), "silent": .flag(alarm.isSilent),
        "acknowledged_at": .integer(alarm.acknowledgedAt),
        "evidence": .list(alarm.evidence.map(\.article)),
      ],
      lines: lines(alarm))
  }

  /// An alarm as people read it.
  private static func lines(_ alarm: Alarm) -> [String] {
    var state = [alarm.key]
    if alarm.isSilent { state.append("silent") }
    if alarm.acknowledgedAt != nil { state.append("acknowledged") }
    var lines = [
      "\(isolated(alarm.watchName)), \(alarm.days.lowerBound) to \(alarm.days.upperBound)",
      AlarmSentence.reason(alarm, in: .english),
    ]
    if let edit = alarm.edit { lines += edit.passages.map { withoutControls($0.marked) } }
    lines.append(AlarmSentence.errorRate(alarm, in: .english))
    lines.append(state.joined(separator: ", "))
    let option = alarm.edit == nil ? "" : " --versions"
    for piece in alarm.evidence {
      let facts: [String?] = [
        isolated(piece.title), piece.source.map(isolated),
        "marsad show \(isolated(piece.article))\(option)",
      ]
      lines.append(facts.compactMap { $0 }.joined(separator: " · "))
    }
    return lines
  }
}
