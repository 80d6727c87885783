internal import ArgumentParser
internal import Reading

/// `marsad places`: the entries of the gazetteer.
struct PlacesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "List the places that mentions are linked to.",
    discussion: """
      Words are compared in any spelling with the names of each entry, Arabic and English, and with \
      its id and OCHA code. No archive is needed, but for --show, which tells what the archive holds of \
      one entry.

      Examples:
        marsad places "الباب"
        marsad places --show p-syr-qamishli
        marsad places --country SYR --precision district --format geojson
      """)

  @Argument(help: "Words of a name, an id or an OCHA code; all entries if there are none.")
  var words: [String] = []

  @Option(help: "Only of this kind, such as town, camp, crossing, prison.")
  var kind: String?

  @Option(help: "Only as exact as this: point, town, district, governorate, region, country.")
  var precision: PlacePrecision?

  @Option(help: "Only in this country, as ISO 3166-1 alpha-3 (SYR).")
  var country: String?

  @Option(
    help: ArgumentHelp(
      "Show one entry instead: its names, spellings, figures, offices, decisions.", valueName: "id")
  )
  var show: String?

  @OptionGroup var location: ArchiveLocation

  @Option(help: "text, csv, jsonl or geojson.")
  var format: ListFormat = .text

  func validate() throws {
    if let show { try EntryShowing(id: show, format: format).validate() }
  }

  func run() async throws {
    if let show { return try await EntryShowing(id: show, format: format).run(location) }
    let found = Gazetteer.standard.entries(named: words.joined(separator: " ")).filter { entry in
      (kind == nil || entry.kind == kind) && (precision == nil || entry.precision == precision)
        && (country == nil || entry.countries.contains(country?.uppercased() ?? ""))
    }
    var output = ListOutput(format)
    for entry in found { try output.write(PlacesCommand.row(entry)) }
    try output.finish(total: "\(found.count)")
  }

  private static func row(_ entry: GazetteerEntry) -> ListRow {
    let point = PlacePoints.Point(entry)
    let facts = [
      entry.kind, entry.countries.joined(separator: ", "), isolated(entry.admin1),
      point.map { "\($0.latitude), \($0.longitude)" } ?? "",
      entry.population.map { "\($0) inhabitants" } ?? "", entry.pcode,
    ]
    return ListRow(
      fields: [
        "id": .text(entry.id), "kind": .text(entry.kind),
        "precision": .text(entry.precision.rawValue), "name": .text(entry.name),
        "name_en": .text(entry.nameEn), "aliases": .list(entry.aliases),
        "countries": .list(entry.countries), "admin1": .text(entry.admin1),
        "latitude": .text(point.map { String($0.latitude) }),
        "longitude": .text(point.map { String($0.longitude) }),
        "population": .integer(entry.population), "pcode": .text(entry.pcode),
        "source": .text(entry.source),
      ],
      lines: [
        "\(isolated(entry.name)) · \(isolated(entry.nameEn)) · entry \(entry.id)",
        facts.filter { !$0.isEmpty && $0 != isolated("") }.joined(separator: " · "),
        entry.aliases.map(isolated).joined(separator: ", "),
      ].filter { !$0.isEmpty },
      point: point)
  }
}
