internal import Archiving
internal import ArgumentParser
internal import Foundation
internal import Gathering
internal import Recording

/// `marsad gather`: from feeds to captures, and on to the archive.
struct GatherCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather",
    abstract:
      "Fetch what the sources publish, keep it as captures, and add the articles to the archive.",
    discussion: """
      The sources are those of marsad sources. Each page is kept once, byte for byte, with what was \
      asked and answered; a page that changed is kept again and becomes a new version of its article. \
      robots.txt is obeyed, hosts are asked one thing at a time, and hosts in private networks not at \
      all. A run that is ended at any point is taken up by the next one.

      Without --once it goes on until it is ended, and asks each source when it is due: after its \
      interval, later if it failed.

      With --once the exit status is 4 if a source gave nothing, else 3 if a page, a sitemap or an article \
      could not be read or a feed was cut off. Of an index of sitemaps the \(GatheringRound.sitemapLimit) newest are \
      read in a round.

      Examples:
        marsad sources add https://outlet.example --store captures
        marsad gather --store captures --archive news.archive --once
        marsad gather --store captures --archive news.archive --revisit-after 21600
      """)

  @OptionGroup var gathering: GatheringOptions
  @OptionGroup var location: ArchiveLocation

  @Flag(help: "Ask each source once, due or not, and end.")
  var once = false

  @Flag(help: "Keep captures only; add nothing to the archive.")
  var capturesOnly = false

  @Option(help: "How many sources are worked on side by side.")
  var jobs: Int = 8

  @Option(
    help: ArgumentHelp(
      "Ask a page that is still in its feed again after so many seconds; 0 is each round.",
      valueName: "seconds"))
  var revisitAfter: Int?

  @Option(help: "The most pages fetched from one source in a round.")
  var most: Int = 500

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if most < 1 { throw ValidationError("--most must be at least 1") }
    if let revisitAfter, revisitAfter < 0 {
      throw ValidationError("--revisit-after must not be negative")
    }
  }

  func run() async throws {
    let store = try await gathering.openStore()
    guard try !gathering.openBook().sources.isEmpty else {
      throw CommandFailure(
        status: .input,
        message: "\(gathering.store): no sources; marsad sources add takes a site or feed")
    }
    let status = try await gathering.withFetcher { fetcher in
      if capturesOnly { return try await gather(store, fetcher, nil) }
      return try await location.withArchive(.create) { archive in
        try await gather(store, fetcher, archive)
      }
    }
    if status != .done { throw status.exitCode }
  }

  /// Gathers once, or for ever; returns how that ends.
  private func gather(
    _ store: CaptureStore, _ fetcher: Fetcher, _ archive: Archive?
  ) async throws -> ExitStatus {
    var output = StandardOutput()
    while true {
      let now = CaptureStore.clock()
      let due = try gathering.openBook().sources.filter { once || ($0.due ?? now) <= now }
      var status = due.isEmpty ? .done : try await rounds(due, store, fetcher, &output)
      if let archive, !due.isEmpty || once {
        let failed = try await add(store, archive, &output)
        if failed > 0, status == .done { status = .input }
      }
      try output.flush()
      if once { return status }
      try await Task.sleep(for: .seconds(5))
    }
  }

  /// One round over each source, some side by side.
  private func rounds(
    _ sources: [FeedSource], _ store: CaptureStore, _ fetcher: Fetcher,
    _ output: inout StandardOutput
  ) async throws -> ExitStatus {
    let round = GatheringRound(
      fetcher: fetcher, keeper: StoreKeeper(store: store), revisitAfter: revisitAfter, most: most,
      now: CaptureStore.clock)
    return try await withThrowingTaskGroup(of: (FeedSource, GatheringRound.Report).self) { group in
      var waiting = sources[...]
      var status = ExitStatus.done
      for _ in 0..<jobs { start(&waiting, round, &group) }
      while let (source, report) = try await group.next() {
        // Read anew, for sources may be added meanwhile.
        var book = try gathering.openBook()
        book.update(source)
        try book.saveOrFail()
        if source.failures > 0 {
          status = .world
        } else if report.isIncomplete, status == .done {
          status = .input
        }
        try tell(source, report, &output)
        start(&waiting, round, &group)
      }
      return status
    }
  }

  private func start(
    _ waiting: inout ArraySlice<FeedSource>, _ round: GatheringRound,
    _ group: inout ThrowingTaskGroup<(FeedSource, GatheringRound.Report), any Error>
  ) {
    guard var source = waiting.popFirst() else { return }
    group.addTask {
      let report = try await round.run(&source)
      return (source, report)
    }
  }

  private func tell(
    _ source: FeedSource, _ report: GatheringRound.Report, _ output: inout StandardOutput
  ) throws {
    if let error = source.lastError { StandardStreams.report("marsad: \(source.url): \(error)") }
    for (url, failure) in report.failures {
      StandardStreams.report("marsad: \(url): \(failure.sentence)")
    }
    for (url, sentence) in report.sitemapFaults {
      StandardStreams.report("marsad: \(url): \(sentence)")
    }
    guard source.lastError == nil else { return }
    for sentence in report.shortfall.sentences {
      StandardStreams.report("marsad: note: \(source.url): \(sentence)")
    }
    try output.write(
      "\(source.url): new \(report.new), changed \(report.changed), unchanged \(report.unchanged), gone \(report.gone), failed \(report.failures.count)\n"
    )
    try output.flush()
  }

  /// Adds the articles of what was captured; returns how many pages could not be read.
  private func add(
    _ store: CaptureStore, _ archive: Archive, _ output: inout StandardOutput
  ) async throws -> Int {
    let listings = Set(try gathering.openBook().sources.map(\.url))
    let counts = try await CaptureArticles(store: store, archive: archive, listings: listings).run()
    try output.write("articles: \(counts.sentence)\n")
    return counts.failed
  }
}
