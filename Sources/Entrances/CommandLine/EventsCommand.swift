internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving

/// `marsad events`: what happened, over the whole archive.
struct EventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List what happened, coded in PLOVER.",
    discussion: """
      The newest first; days are those of the events, of publication where the event's is not \
      known. Words are compared as in search: any spelling, with clitics and endings.

      Examples:
        marsad events --type ASSAULT --place "تعز"
        marsad events --actor "التحالف" --since 2015-08-01 --until 2015-08-07
        marsad events --type PROTEST --limit 0 --format csv > protests.csv
        marsad events --since 2015-08-01 --limit 0 --format geojson > events.geojson
        marsad events --type ASSAULT --without-rejected
        marsad events --show sample-001:412
      """)

  @Option(help: "Words of an actor or recipient.")
  var actor: String?

  @Option(help: "Words of the place.")
  var place: String?

  @Option(help: "Words of the piece that names the event.")
  var words: String?

  @Option(help: "Only of this PLOVER type; may be given several times.")
  var type: [EventType] = []

  @Option(help: "Only of this PLOVER mode.")
  var mode: String?

  @Option(help: "Only with this status; may be given several times.")
  var status: [EventStatus] = []

  @Option(help: "Only those of this article, by its id.")
  var article: String?

  @Option(
    help:
      "Only those that people confirmed, corrected, rejected, disputed; decided for all of them, undecided, kept for all but rejected."
  )
  var decision: DecisionFilter?

  @Flag(help: "Leave out what all its coders rejected; the same as --decision kept.")
  var withoutRejected = false

  @Option(
    help: ArgumentHelp(
      "Show one event instead: its claims, decisions, and who else reports it.", valueName: "id"))
  var show: String?

  @OptionGroup var options: ListOptions

  func validate() throws {
    if withoutRejected, decision != nil {
      throw ValidationError("--without-rejected and --decision choose the same; give one of them")
    }
    guard let show else { return }
    if EventID(show) == nil {
      throw ValidationError(
        "--show '\(show)': an event is called ARTICLE:NUMBER, as marsad events tells")
    }
    if options.format == .csv || options.format == .geojson {
      throw ValidationError("--show: one event is no list; use text or jsonl")
    }
  }

  func run() async throws {
    if let id = show.flatMap(EventID.init) { return try await tell(id) }
    try await list()
  }

  private func tell(_ id: EventID) async throws {
    try await options.location.withArchive(.read) { archive in
      guard let sheet = try archive.read({ try EventSheet(id, $0) }) else {
        throw CommandFailure(
          status: .nothingFound,
          message: "\(options.location.path): no event '\(withoutControls(id.description))' in the "
            + "newest reading of its article; marsad events --article tells the ids")
      }
      var output = StandardOutput()
      switch options.format {
      case .jsonl: try output.write(sheet.json + [0x0A])
      case .text, .csv, .geojson: try output.write(EventReport(sheet).text)
      }
      try output.flush()
    }
  }

  private func list() async throws {
    var filter = EventFilter()
    filter.actor = actor
    filter.place = place
    filter.words = words
    filter.types = Set(type)
    filter.mode = mode
    filter.statuses = Set(status)
    filter.article = article
    filter.decision = withoutRejected ? .kept : decision
    filter.source = options.source
    filter.since = options.since
    filter.until = options.until
    let points = options.format == .geojson ? PlacePoints() : nil
    try await options.list(hasPlaces: true) {
      try $0.events(filter, limit: $1, before: $2)
    } describe: {
      ListRow($0, point: points?[$0.event.placeEntry])
    }
  }

  fileprivate static func lines(_ row: EventRow) -> [String] {
    let record = row.event
    let type = [record.type.rawValue, record.mode].compactMap { $0 }.joined(separator: "/")
    let facts = [
      row.actors.isEmpty ? nil : "by \(row.actors.map(isolated).joined(separator: ", "))",
      row.recipients.isEmpty ? nil : "to \(row.recipients.map(isolated).joined(separator: ", "))",
      row.place.map { "at \(isolated($0))" },
      record.period.map { "in \($0)" } ?? record.date.map { "on \($0)" },
      record.killed.map { "killed \($0.best)" },
      record.injured.map { "injured \($0.best)" },
    ].compactMap { $0 }
    let standing = row.standing.map { standing in
      ", \(standing.state.rawValue) by \(standing.coders.map(isolated).joined(separator: ", "))"
    }
    return [
      "\(type): \(isolated(row.trigger)), \(record.status.rawValue)\(standing ?? "")",
      facts.isEmpty ? nil : facts.joined(separator: " · "),
      isolated(row.context), row.origin.line,
      "marsad events --show \(isolated(row.id.description))",
    ].compactMap { $0 }
  }
}

extension ListRow {
  /// An event of a list, and where it lies on a map.
  init(_ row: EventRow, point: PlacePoints.Point? = nil) {
    let record = row.event
    self.init(
      fields: [
        "article": .text(row.origin.article), "index": .integer(row.origin.index),
        "source": .text(row.origin.source), "published": .text(row.origin.published),
        "title": .text(row.origin.title), "type": .text(record.type.rawValue),
        "mode": .text(record.mode), "event_context": .list(record.context),
        "status": .text(record.status.rawValue), "actor": .list(row.actors),
        "recipient": .list(row.recipients), "place": .text(row.place),
        "place_entry": .text(record.placeEntry), "date": .text(record.date?.description),
        "date_precision": .text(record.datePrecision?.rawValue),
        "killed_low": .integer(record.killed?.low), "killed": .integer(record.killed?.best),
        "killed_high": .integer(record.killed?.high),
        "killed_said_by": .text(record.killed?.saidBy),
        "injured_low": .integer(record.injured?.low),
        "injured": .integer(record.injured?.best),
        "injured_high": .integer(record.injured?.high),
        "injured_said_by": .text(record.injured?.saidBy),
        "in_title": .flag(record.inTitle), "trigger": .text(row.trigger),
        "context": .text(row.context), "decision": .text(row.standing?.state.rawValue),
        "decided_by": .list(row.standing?.coders ?? []), "id": .text(row.id.description),
      ],
      lines: EventsCommand.lines(row), point: point)
  }
}
