internal import ArgumentParser
internal import Reading

/// `marsad actors`: the entries of the registry.
struct ActorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "List the actors that mentions are linked to.",
    discussion: """
      Words are compared in any spelling with the names of each entry, Arabic and others. No archive \
      is needed, but for --show, which tells what the archive holds of one entry.

      Examples:
        marsad actors "قسد"
        marsad actors --show islamic-state
        marsad actors --kind group --country SYR --format csv
      """)

  @Argument(help: "Words of a name or id; all entries if there are none.")
  var words: [String] = []

  @Option(
    help: "Only of this kind: \(RegistryKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: RegistryKind?

  @Option(help: "Only of this country, as ISO 3166-1 alpha-3 (SYR).")
  var country: String?

  @Option(
    help: ArgumentHelp(
      "Show one entry instead: its names, spellings, figures, offices, decisions.", valueName: "id")
  )
  var show: String?

  @OptionGroup var location: ArchiveLocation

  @Option(help: "text, csv or jsonl.")
  var format: ListFormat = .text

  func validate() throws {
    if let show { try EntryShowing(id: show, format: format).validate() }
  }

  func run() async throws {
    if let show { return try await EntryShowing(id: show, format: format).run(location) }
    let found = Registry.standard.entries(named: words.joined(separator: " ")).filter {
      (kind == nil || $0.kind == kind)
        && (country == nil || $0.actor.lowercased() == country?.lowercased())
    }
    var output = ListOutput(format)
    for entry in found { try output.write(ActorsCommand.row(entry)) }
    try output.finish(total: "\(found.count)")
  }

  private static func row(_ entry: RegistryEntry) -> ListRow {
    let period =
      [entry.from, entry.until].allSatisfy(\.isEmpty) ? "" : "\(entry.from)–\(entry.until)"
    let facts = [
      entry.kind.rawValue, entry.actor, entry.sector, entry.parent.map { "of \($0)" } ?? "", period,
    ]
    return ListRow(
      fields: [
        "id": .text(entry.id), "kind": .text(entry.kind.rawValue), "name": .text(entry.name),
        "name_en": .text(entry.nameEn), "aliases": .list(entry.aliases),
        "other_names": .list(entry.otherNames), "actor": .text(entry.actor),
        "sector": .text(entry.sector), "parent": .text(entry.parent), "from": .text(entry.from),
        "to": .text(entry.until),
      ],
      lines: [
        "\(isolated(entry.name)) · \(isolated(entry.nameEn)) · entry \(entry.id)",
        facts.filter { !$0.isEmpty }.joined(separator: " · "),
        entry.aliases.map(isolated).joined(separator: ", "),
      ].filter { !$0.isEmpty })
  }
}
