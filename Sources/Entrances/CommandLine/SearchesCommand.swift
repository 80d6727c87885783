internal import ArgumentParser
internal import Recording

/// `marsad searches`: searches kept under a name.
struct SearchesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "searches",
    abstract: "Keep searches under a name.",
    discussion: """
      marsad search --saved NAME runs one; the pages list them at /searches, where those of articles can \
      be followed as Atom and JSON Feed.

      Examples:
        marsad searches save "هدنة الميناء" 'هدنة NEAR/5 ميناء'
        marsad searches save "تحذيرات" --in outlooks 'عودة التنظيم'
        marsad searches list --format jsonl
        marsad searches remove "تحذيرات"
      """,
    subcommands: [List.self, Save.self, Remove.self], defaultSubcommand: List.self)

  /// Finds a saved search.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - archive: Where it was kept.
  /// - Returns: The search.
  /// - Throws: `CommandFailure` if there is none.
  static func search(named name: String, in archive: Archive) throws -> SavedSearch {
    guard
      let search = try archive.read({ try $0.savedSearches() }).first(where: { $0.name == name })
    else { throw missing(name) }
    return search
  }

  private static func missing(_ name: String) -> CommandFailure {
    CommandFailure(
      status: .nothingFound,
      message: "no search is named \(withoutControls(name)); marsad searches tells them")
  }

  /// The command `marsad searches list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the saved searches.")

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.read) { archive in
        let searches = try archive.read { try $0.savedSearches() }
        var output = ListOutput(format)
        for search in searches {
          try output.write(
            ListRow(
              fields: [
                "name": .text(search.name), "query": .text(search.text),
                "in": .text(search.kind.rawValue),
                "matching": .text(search.options.matching.rawValue),
                "joining": .text(search.options.joining.rawValue),
                "names": .flag(search.options.findsNames), "saved_at": .integer(search.savedAt),
              ],
              lines: [isolated(search.name), "\(search.kind.rawValue): \(isolated(search.text))"]))
        }
        try output.finish(total: "\(searches.count)")
      }
    }
  }

  /// The command `marsad searches save`.
  struct Save: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Keep a search.")

    @Argument(help: "What it is called.")
    var name: String

    @Argument(help: "The search.")
    var query: [String]

    @OptionGroup var options: SearchOptions
    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        let search = try SearchQuery(query.joined(separator: " "), options.meaning)
        let saved = SavedSearch(
          name: name, query: search, kind: options.kind, options: options.meaning)
        guard let number = try archive.save(saved) else {
          throw CommandFailure(
            status: .usage,
            message:
              "a search is named \(withoutControls(name)) already; remove it or take another name")
        }
        StandardStreams.announce("search \(number) saved")
      }
    }
  }

  /// The command `marsad searches remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Forget a saved search.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      try await location.withArchive(.readWrite) { archive in
        guard try archive.removeSearch(named: name) else { throw SearchesCommand.missing(name) }
        StandardStreams.announce("search removed")
      }
    }
  }
}
