internal import ArabicQuantities
internal import ArabicScript
internal import ArgumentParser
internal import Foundation
internal import Grouping
internal import NewsModel
internal import Recording
internal import Serving
internal import Watching

extension PlaceUnits.Level: ExpressibleByArgument {}

/// `marsad check-events`: Marsad's monthly counts beside those of a data set coded by people.
struct CheckEventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-events",
    abstract:
      "Compare monthly counts of events by governorate or district with UCDP GED's or ACLED's.",
    discussion: """
      Reads a file exported from UCDP GED or ACLED (CSV with the columns of their codebooks; the file stays \
      yours, nothing of it is kept). Marsad counts the independent stories that tell of an event in a unit, \
      towns within it included, by the month of the event. Compared are the months of which \
      the archive has an article and that lie within the file's time, of each unit that the file names. \
      Correlations are Pearson's and Spearman's over all units and months; a month is a hit if both count \
      --least or more, a miss if only the file does, a false alarm if only Marsad does.

      Names of places are read by any spelling; a file of --places, a name as the data set writes it, a tab and \
      an entry's id a line, tells those that are not found.

      Examples:
        marsad check-events ged.csv
        marsad check-events acled.csv --level admin2 --type ASSAULT --format csv > counts.csv
      """)

  @Argument(help: "A CSV file exported from UCDP GED or ACLED.", completion: .file())
  var file: String

  @Option(help: "admin1 (governorates) or admin2 (districts).")
  var level = PlaceUnits.Level.admin1

  @Option(help: "A PLOVER type of Marsad's events; may be given several times. (default: ASSAULT)")
  var type: [EventType] = []

  @Option(help: "The fewest events in a month that are something.")
  var least = 1

  @Option(
    help: ArgumentHelp("Names of places with the ids of their entries.", valueName: "file"),
    completion: .file())
  var places: String?

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .text

  @OptionGroup var location: ArchiveLocation

  func validate() throws {
    if least < 1 { throw ValidationError("--least must be at least 1") }
  }

  func run() async throws {
    let table = try CodedEventTable(file)
    for problem in table.problems { StandardStreams.report("marsad: \(problem)") }
    let (counts, unknown) = try monthlyCounts(table)
    for line in unknown { StandardStreams.report("marsad: \(line)") }
    guard let months = counts.months else {
      throw CommandFailure(
        status: .input, message: "\(file): no row could be read; see what is said of its rows")
    }
    let types = type.isEmpty ? [EventType.assault] : Set(type)
    try await location.withArchive(.readWrite) { archive in
      try archive.group(DispatchJudge())
      let compared = try archive.read { try cells(counts.byUnit, months, types, $0) }
      guard !compared.isEmpty else {
        throw CommandFailure(
          status: .nothingFound,
          message: "the archive has no article of the months of \(file), from"
            + " \(WatchStep.month.firstDay(of: months.lowerBound)) on")
      }
      try write(compared, table.dataSet)
    }
    if !table.problems.isEmpty || !unknown.isEmpty { throw ExitStatus.input.exitCode }
  }

  /// The counts of a unit in a month.
  private struct Cell {
    let unit: String
    let month: Int
    let theirs: Int
    let ours: Int
  }

  /// The data set's events by unit and month, with what is said of places that aren't known.
  private func monthlyCounts(_ table: CodedEventTable) throws -> (
    counts: (byUnit: [String: [Int: Int]], months: ClosedRange<Int>?), unknown: [String]
  ) {
    let given = try placeIDs()
    var units = PlaceUnits(level)
    var ids: [[String]: String] = [:]
    var byUnit: [String: [Int: Int]] = [:]
    var unknown: [(name: String, line: Int, count: Int)] = []
    var unplaced = 0
    for event in table.events {
      let name = level == .admin1 ? event.admin1 : event.admin2
      guard !name.isEmpty else {
        unplaced += 1
        continue
      }
      let key = [event.country, event.admin1, name]
      if ids[key] == nil {
        ids[key] =
          given[name]
          ?? units.id(of: name, in: event.admin1, event.country)
      }
      if let id = ids[key] {
        byUnit[id, default: [:]][WatchStep.month.period(of: event.day), default: 0] += 1
      } else if let index = unknown.firstIndex(where: { $0.name == name }) {
        unknown[index].count += 1
      } else {
        unknown.append((name, event.line, 1))
      }
    }
    if unplaced > 0 {
      StandardStreams.report(
        "marsad: \(unplaced) events of which the data set knows no unit of this level are left out")
    }
    let months = byUnit.values.flatMap(\.keys)
    let range = months.min().flatMap { first in months.max().map { first...$0 } }
    return (
      (byUnit, range),
      unknown.map { place in
        "\(file):\(place.line): no place is known as '\(withoutControls(place.name))', and \(place.count)"
          + " events of it are left out; name its entry in a file of --places (marsad places finds ids)"
      }
    )
  }

  /// The places that the user names, by the data set's names.
  private func placeIDs() throws -> [String: String] {
    guard let places else { return [:] }
    guard let text = try? String(contentsOfFile: places, encoding: .utf8) else {
      throw CommandFailure(
        status: .input, message: "\(places): can't be read as UTF-8; check the path and its rights")
    }
    var ids: [String: String] = [:]
    for row in DataFile(name: places, text: text).rows {
      guard KnownEntries.standard.realm(of: row[1]) == .place else {
        throw CommandFailure(
          status: .input,
          message:
            "\(places):\(row.line): '\(withoutControls(row[1]))' is no place's id; a name, a tab and an"
            + " id are needed, and marsad places finds ids")
      }
      ids[row[0]] = row[1]
    }
    return ids
  }

  /// Both counts of each unit in each month of which the archive has articles.
  private func cells(
    _ byUnit: [String: [Int: Int]], _ months: ClosedRange<Int>, _ types: Set<EventType>,
    _ view: ArchiveView
  ) throws -> [Cell] {
    let days =
      WatchStep.month.firstDay(
        of: months.lowerBound)...WatchStep.month.lastDay(
        of: months.upperBound)
    let published = Set(try view.publishedDays(in: days).map(WatchStep.month.period))
    var cells: [Cell] = []
    for (unit, theirs) in byUnit.sorted(by: { $0.key < $1.key }) {
      var question = EventQuestion()
      question.place = unit
      question.types = types
      let stories = try view.matches(
        question, on: days, within: KnownEntries.standard.places(within: unit)
      ).firstOfEachStory
      let ours = Dictionary(grouping: stories) { WatchStep.month.period(of: $0.day) }
      cells += months.filter(published.contains).map { month in
        Cell(
          unit: unit, month: month, theirs: theirs[month] ?? 0, ours: ours[month]?.count ?? 0)
      }
    }
    return cells
  }

  private func write(_ cells: [Cell], _ dataSet: CodedEventTable.DataSet) throws {
    var output = ListOutput(format)
    for cell in cells {
      let name = KnownEntries.standard.name(cell.unit, in: .english) ?? cell.unit
      let month = String(WatchStep.month.firstDay(of: cell.month).description.prefix(7))
      try output.write(
        ListRow(
          fields: [
            "place": .text(cell.unit), "name": .text(name), "month": .text(month),
            "theirs": .integer(cell.theirs), "ours": .integer(cell.ours),
          ],
          lines: [
            "\(name), \(month): \(dataSet.rawValue) \(cell.theirs), Marsad \(cell.ours)"
          ]))
    }
    try output.finish(total: "\(cells.count)")
    let all = EventComparison(cells.map { ($0.theirs, $0.ours) }, least: least)
    func number(_ value: Double?) -> String {
      value.map { String(format: "%.3f", $0) } ?? "not defined, as one side never varies"
    }
    StandardStreams.report(
      """
      marsad: \(Set(cells.map(\.unit)).count) units, \(all.count) unit-months of both
      marsad: Pearson \(number(all.pearson)), Spearman \(number(all.spearman)), n \(all.count)
      marsad: \(all.hits) hits, \(all.misses) misses, \(all.falseAlarms) false alarms
      """)
  }
}
