internal import ArgumentParser
internal import Foundation
internal import Gathering

/// `marsad sources`: what is gathered from.
struct SourcesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "List, add and remove what is gathered from, and see how each source goes.",
    discussion: """
      Examples:
        marsad sources add --store captures https://outlet.example/
        marsad sources list --store captures
        marsad sources export --store captures > sources.opml
      """,
    subcommands: [List.self, Add.self, Remove.self, Import.self, Export.self],
    defaultSubcommand: List.self)

  /// The command `marsad sources list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Show the sources of a store: when each last answered, what went wrong, when it is due.",
      discussion: """
        state is ok, new (never asked), failing (the last round went wrong) or silent (it answers, but \
        has had no new page for longer than on any day of the last four weeks; while less than two weeks \
        of it are known, for a day and for ten rounds). lag is the usual time from publication to capture.

        Example:
          marsad sources --store captures
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case table, jsonl
    }

    @Option(help: ArgumentHelp("The folder of captures.", valueName: "folder"))
    var store: String

    @Option(help: "table for people, jsonl for programs.")
    var format: Format = .table

    func run() async throws {
      let book = try SourcesCommand.openBook(store)
      var output = StandardOutput()
      let now = Date().ISO8601Format()
      for source in book.sources {
        switch format {
        case .jsonl:
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
          try output.write(Array(try encoder.encode(source)) + [0x0A])
        case .table: try output.write(SourcesCommand.line(source, now: now) + "\n")
        }
      }
      try output.flush()
      if book.sources.isEmpty {
        StandardStreams.report(
          "marsad: \(store): no sources; marsad sources add takes a site or feed")
        throw ExitStatus.nothingFound.exitCode
      }
    }
  }

  /// The command `marsad sources add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add feeds or sites; the feeds of a site are found by what its page names.",
      discussion: """
        A feed is taken as it is. Of a page, the feeds it names are taken, else those found where feeds \
        often are, else the sitemaps that robots.txt names (the first \(SourceFinder.sitemapLimit) are tried) or \
        that stand where they often are, else the page itself as a list of links. With --as-list a page is such a \
        list whatever it names.

        Examples:
          marsad sources add https://outlet.example --store captures
          marsad sources add https://outlet.example/rss.xml --every 300 --store captures
          marsad sources add https://outlet.example/politics --as-list --store captures
        """)

    @Argument(help: ArgumentHelp("Addresses of feeds or sites.", valueName: "url"))
    var urls: [String]

    @Option(help: ArgumentHelp("Seconds between two rounds.", valueName: "seconds"))
    var every: Int = 900

    @Flag(help: "Take each address as a page that links to articles.")
    var asList = false

    @OptionGroup var gathering: GatheringOptions

    func validate() throws {
      if every < 30 { throw ValidationError("--every must be at least 30 seconds") }
    }

    func run() async throws {
      var book = try gathering.openBook()
      var output = StandardOutput()
      var failed = 0
      let found = try await gathering.withFetcher { fetcher in
        var found: [(String, Result<[FeedSource], FetchFailure>)] = []
        for url in urls {
          let address = url.contains("://") ? url : "https://\(url)"
          do throws(FetchFailure) {
            let sources = try await SourceFinder(fetcher).sources(at: address, asList: asList)
            found.append((url, .success(sources)))
          } catch {
            found.append((url, .failure(error)))
          }
        }
        return found
      }
      for (url, result) in found {
        switch result {
        case .failure(let failure):
          failed += 1
          StandardStreams.report("marsad: \(url): \(failure.sentence)")
        case .success(let sources):
          for var source in sources {
            source.interval = every
            let word = book.add(source) ? "added" : "known"
            try output.write(
              "\(word)\t\(source.kind.rawValue)\t\(source.url)\t\(source.title ?? "")\n")
          }
        }
      }
      try book.saveOrFail()
      try output.flush()
      if failed > 0 { throw ExitStatus.world.exitCode }
    }
  }

  /// The command `marsad sources remove`.
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stop gathering from sources; what was captured stays.")

    @Argument(help: ArgumentHelp("Addresses as sources lists them.", valueName: "url"))
    var urls: [String]

    @Option(help: ArgumentHelp("The folder of captures.", valueName: "folder"))
    var store: String

    func run() async throws {
      var book = try SourcesCommand.openBook(store)
      var failed = 0
      for url in urls where !book.remove(url: url) {
        failed += 1
        StandardStreams.report(
          "marsad: \(url): no source has this address; marsad sources lists them")
      }
      try book.saveOrFail()
      if failed > 0 { throw ExitStatus.input.exitCode }
    }
  }

  /// The command `marsad sources import`.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the feeds of OPML files, as feed readers write them, and the lists of links.",
      discussion: """
        Entries without an address of the web are named and counted as failed; the others are added, and the \
        exit status is 3.

        Example:
          marsad sources import feeds.opml --store captures
        """)

    @Argument(help: ArgumentHelp("OPML files.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("Seconds between two rounds.", valueName: "seconds"))
    var every: Int = 900

    @Option(help: ArgumentHelp("The folder of captures.", valueName: "folder"))
    var store: String

    func run() async throws {
      var book = try SourcesCommand.openBook(store)
      var (added, known, failed) = (0, 0, 0)
      for file in files {
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
          failed += 1
          StandardStreams.report("marsad: \(file): can't be read; check the path and its rights")
          continue
        }
        do throws(FeedError) {
          let contents = try SubscriptionList.contents(opml: Array(data))
          failed += SourcesCommand.tell(contents, file)
          for entry in contents.entries {
            let source = FeedSource(
              url: entry.url, kind: entry.kind, title: entry.title, site: entry.siteURL,
              interval: every)
            if book.add(source) { added += 1 } else { known += 1 }
          }
        } catch {
          failed += 1
          StandardStreams.report("marsad: \(file): \(error.sentence)")
        }
      }
      try book.saveOrFail()
      var output = StandardOutput()
      try output.write("added \(added), known \(known), failed \(failed)\n")
      try output.flush()
      if failed > 0 { throw ExitStatus.input.exitCode }
    }
  }

  /// The command `marsad sources export`.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Write the sources as OPML, as feed readers take it; lists of links are of the type link.")

    @Option(help: ArgumentHelp("The folder of captures.", valueName: "folder"))
    var store: String

    func run() async throws {
      let entries = try SourcesCommand.openBook(store).sources.map {
        SubscriptionList.Entry(url: $0.url, kind: $0.kind, title: $0.title, siteURL: $0.site)
      }
      var output = StandardOutput()
      try output.write(SubscriptionList.opml(entries, title: "Marsad"))
      try output.flush()
    }
  }

  /// Tells what could not be read of a list; returns how many entries that are.
  private static func tell(_ contents: SubscriptionList.Contents, _ file: String) -> Int {
    for fault in contents.faults {
      let name = fault.name.isEmpty ? "an entry without a name" : "“\(fault.name)”"
      let reason =
        fault.address.map { "has “\($0)”, which is no address of the web" } ?? "has no address"
      StandardStreams.report("marsad: \(file): \(name) \(reason); write it as https://…")
    }
    if contents.isCutOff {
      StandardStreams.report("marsad: \(file): is cut off or broken; what follows there is missing")
    }
    return contents.faults.count + (contents.isCutOff ? 1 : 0)
  }

  private static func openBook(_ store: String) throws -> SourceBook {
    do throws(SourceBook.Fault) { return try SourceBook(folder: store) } catch {
      throw CommandFailure(status: .world, message: "\(error.path) \(error.reason)")
    }
  }

  private static func line(_ source: FeedSource, now: String) -> String {
    let health = FeedHealth(source, now: now)
    let fields =
      [
        health.state.rawValue, source.url, source.title ?? "",
        "pages \(source.pages)", health.lag.map { "lag \($0) s" } ?? "",
        "last answer \(source.lastSuccess ?? "never")",
        "last new \(source.lastNew ?? "never")", "due \(source.due ?? "now")",
        source.lastError.map { "\(source.failures) failures: \($0)" } ?? "",
      ]
    let lacks = source.shortfall?.sentences ?? []
    return (fields + lacks).filter { !$0.isEmpty }.joined(separator: "\t")
  }
}
