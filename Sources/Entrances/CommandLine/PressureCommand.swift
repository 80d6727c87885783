internal import ArabicQuantities
internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

/// `marsad pressure`: what an actor does and what is done against it, side by side.
struct PressureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pressure",
    abstract: "Count what an actor does and what is done against it, and compare them.",
    discussion: """
      Both are counted in independent stories by the day of publication; a story counts once on each \
      side, in the period of its first report. Which types of events count on which side stands in \
      Data/watching/pressure-types.tsv. Aid to the actor's opponents and meetings with them count as \
      pressure once --opponent names them: the registry does not tell opponents. Ratios have exact 95 % intervals (Clopper and Pearson \
      1934); a lead or lag is told only where its interval, shared among all lags, shuts out 0.

      Examples:
        marsad pressure islamic-state
        marsad pressure islamic-state --opponent syrian-democratic-forces
        marsad pressure "راية الصحراء" --per month --periods 24
        marsad pressure islamic-state --format csv > series.csv
      """)

  @Argument(help: "An entry's id, as marsad actors lists it, or words of a name.")
  var actor: String

  @Option(
    help: ArgumentHelp(
      "One whose aid and meetings are pressure on the actor: an id or words of a name; may be repeated.",
      valueName: "name"))
  var opponent: [String] = []

  @Option(help: "day, week (from Monday on) or month.")
  var per: WatchStep = .week

  @Option(help: "How many periods, the newest that is over being the last.")
  var periods = 104

  @Option(help: "Count as if this were today. (default: today, UTC)")
  var asOf: CalendarDay?

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .text

  @OptionGroup var location: ArchiveLocation

  func validate() throws {
    if !(1...1_000).contains(periods) { throw ValidationError("--periods is 1 to 1,000") }
    if actor.allSatisfy(\.isWhitespace) { throw ValidationError("name an actor") }
    if opponent.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("name an opponent behind --opponent")
    }
  }

  func run() async throws {
    try await location.withArchive(.read) { archive in
      let reader = LedgerReader(today: asOf ?? CalendarDay.today)
      let found = try archive.read {
        try reader.pressure(on: actor, opponents: opponent, per, periods, $0)
      }
      guard let (series, material) = found else {
        throw CommandFailure(
          status: .nothingFound, message: "the archive has no article of a period that is over")
      }
      if material.acts.isEmpty, material.pressure.isEmpty, material.outlooks.isEmpty {
        throw CommandFailure(
          status: .nothingFound,
          message: "\(withoutControls(actor)): the archive tells neither events nor outlooks of it;"
            + " marsad actors finds ids by any name")
      }
      var output = ListOutput(format)
      for period in series.periods { try output.write(PressureCommand.row(period, per)) }
      for line in summary(series, material) {
        StandardStreams.report("marsad: \(line)")
      }
      try output.finish(total: "\(series.periods.count)")
    }
  }

  private static func row(_ period: PressureSeries.Period, _ step: WatchStep) -> ListRow {
    let (first, last) = (step.firstDay(of: period.number), step.lastDay(of: period.number))
    let counts =
      period.isPublished
      ? "\(period.acts.count) acts, \(period.pressure.count) against it" : "no article at all"
    return ListRow(
      fields: [
        "first_day": .text(first.description), "last_day": .text(last.description),
        "acts": .integer(period.acts.count), "pressure": .integer(period.pressure.count),
        "published": .flag(period.isPublished),
        "acts_evidence": .list(period.acts.map(\.report.article)),
        "pressure_evidence": .list(period.pressure.map(\.report.article)),
      ],
      lines: ["\(first) to \(last): \(counts)"])
  }

  private func summary(_ series: PressureSeries, _ material: ActorMaterial) -> [String] {
    var lines: [String] = []
    if let name = material.name { lines.append("entry \(series.actor): \(isolated(name))") }
    if !material.entries.isEmpty {
      lines.append(
        "the name is linked to \(material.entries.joined(separator: ", ")); ask for the entry to"
          + " count all its names")
    }
    lines.append(
      "\(series.ratio.first) stories against it, \(series.ratio.second) of its acts:"
        + " \(series.ratio.sentence)")
    if let change = series.change {
      let length = PressureSeries.stretchLength(of: series.step)
      lines.append(
        "pressure of the newest \(length) \(series.step.rawValue)s to that of the \(length) before:"
          + " \(change.sentence): \(PressureCommand.word(change.verdict))")
    }
    if series.hasGaps {
      lines.append("whether the pressure changed can't be told: no article at all of some periods")
    }
    lines.append(series.leadLag.finding.sentence(series.step))
    if series.comparedPeriods < series.periods.count {
      lines.append(
        "compared for what comes first: \(series.comparedPeriods) \(series.step.rawValue)s, the longest"
          + " run with articles")
    }
    for one in material.outlooks {
      let condition = one.entry.wording.condition.map(isolated) ?? ""
      lines.append(
        "outlook \(one.entry.number), \(one.entry.article.day?.description ?? "no day"):"
          + " \(isolated(one.entry.wording.outcome)), \(one.entry.wording.conditionKind?.rawValue ?? "if")"
          + " \(condition)")
    }
    if opponent.isEmpty {
      lines.append("left out: aid to its opponents and meetings with them; --opponent names them")
    }
    return lines
  }

  private static func word(_ verdict: RateRatio.Verdict) -> String {
    switch verdict {
    case .greater: "it rose"
    case .smaller: "it fell"
    case .open: "whether it changed can't be told"
    }
  }
}

extension LeadLag.Finding {
  /// What comes out, on one line.
  fileprivate func sentence(_ step: WatchStep) -> String {
    switch self {
    case .tooShort(let needed, let given):
      return
        "what comes first can't be told: \(needed) \(step.rawValue)s are needed, there are \(given)"
    case .tooFew(let needed):
      return "what comes first can't be told: fewer than \(needed) \(step.rawValue)s have counts"
    case .nothing: return "what comes first can't be told: no lag shuts out 0"
    case .told(let point):
      let order =
        point.lag == 0
        ? "pressure and acts run together"
        : point.lag > 0
          ? "acts follow pressure by \(point.lag) \(step.rawValue)s"
          : "pressure follows acts by \(-point.lag) \(step.rawValue)s"
      let numbers = [
        point.correlation, point.sharedInterval.lowerBound, point.sharedInterval.upperBound,
      ].map { "\(($0 * 100).rounded() / 100)" }
      return
        "\(order), correlation \(numbers[0]) (\(numbers[1]) to \(numbers[2])); no cause is told"
    }
  }
}
