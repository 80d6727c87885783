internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording

extension WatchCommand {
  /// The command `marsad watch list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the watches.")

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let watches = try archive.read { try $0.watches() }
        var output = ListOutput(format)
        for watch in watches { try output.write(WatchCommand.row(watch)) }
        try output.finish(total: "\(watches.count)")
      }
    }
  }

  /// The command `marsad watch remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove a watch with its alarms; the articles stay.")

    @OptionGroup var name: WatchName
    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        let watch = try name.watch(in: archive)
        _ = try archive.removeWatch(watch.number)
        StandardStreams.announce("watch \(watch.number) removed")
      }
    }
  }

  /// A watch as a row of a list.
  private static func row(_ watch: Watch) -> ListRow {
    let (question, method) = (watch.question, watch.method)
    var state: [String] = []
    if watch.isMuted { state.append("muted") }
    if let day = watch.snoozedUntil { state.append("snoozed until \(day)") }
    return ListRow(
      fields: [
        "watch": .integer(watch.number), "name": .text(watch.name),
        "source": .text(question.source),
        "actor": .text(question.actor),
        "place": .text(question.place), "types": .list(question.types.map(\.rawValue).sorted()),
        "speaker": .text(question.speaker),
        "stances": .list(question.stances.map(\.rawValue).sorted()),
        "words": .text(question.words), "per": .text(watch.step.rawValue),
        "detector": .text(method.detector), "baseline": .integer(method.baseline),
        "alpha": .number(method.alpha), "least": .integer(method.least),
        "edits": .flag(watch.isOfEdits), "muted": .flag(watch.isMuted),
        "snoozed_until": .text(watch.snoozedUntil?.description),
      ],
      lines: [
        "\(watch.number): \(isolated(watch.name))", question.conditions.joined(separator: " · "),
        watch.isOfEdits
          ? "edits that were not announced, of at least \(method.least) words"
          : "per \(watch.step.rawValue), \(method.detector) over \(method.baseline) before,"
            + " at least \(method.least)",
      ] + (state.isEmpty ? [] : [state.joined(separator: ", ")]))
  }
}
