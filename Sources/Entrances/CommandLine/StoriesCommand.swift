internal import ArgumentParser
internal import Grouping
internal import NewsModel
internal import Recording

/// `marsad stories`: what was told by several, and by how many on their own.
struct StoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "List stories, show one with its reports, split and join them.",
    discussion: """
      A story holds the articles that tell the same: copies, near-copies, excerpts and round-ups of \
      one dispatch, and independent reports. The first known report stands first.

      Examples:
        marsad stories --order size
        marsad stories --of sample-001
        marsad stories --split sample-004
        marsad stories --join sample-001,sample-009
        marsad stories --regroup
      """)

  @OptionGroup var location: ArchiveLocation

  @Option(help: "What stands first: size, newest or independent.")
  var order: StoryFilter.Order = .newest

  @Option(help: "Only with so many reports or more.")
  var reports = 2

  @Option(help: "Only with a report of this outlet, spelt as in the archive.")
  var source: String?

  @Option(help: ArgumentHelp("Show the story of an article.", valueName: "article"))
  var of: String?

  @Option(
    help: ArgumentHelp("Take an article out of its story, for good.", valueName: "article"))
  var split: String?

  @Option(
    help: ArgumentHelp(
      "Put two articles into one story as independent reports, for good.",
      valueName: "article,article"))
  var join: String?

  @Flag(help: "Group all articles anew; what people split and joined holds.")
  var regroup = false

  @Option(help: "The most stories to list.")
  var limit = 50

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .text

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
    if reports < 1 { throw ValidationError("--reports must be at least 1") }
    if [of != nil, split != nil, join != nil, regroup].count(where: { $0 }) > 1 {
      throw ValidationError("--of, --split, --join and --regroup go one at a time")
    }
    if let join, join.split(separator: ",").count != 2 {
      throw ValidationError("--join takes two article ids with a comma between")
    }
  }

  func run() async throws {
    let changes = split != nil || join != nil || regroup
    try await location.withArchive(changes ? .readWrite : .read) { archive in
      if let split {
        try tell(
          archive.split(articleID: split),
          "\(isolated(split)) stands alone now", "\(isolated(split)) is in no story with others")
      } else if let join {
        let ids = join.split(separator: ",").map(String.init)
        try tell(
          archive.join(articleID: ids[0], ids[1]),
          "\(isolated(ids[0])) and \(isolated(ids[1])) are in one story now",
          "one of \(isolated(ids[0])) and \(isolated(ids[1])) is not in the archive")
      } else if regroup {
        let count = try archive.regroup(DispatchJudge())
        try tell(true, "\(count) articles grouped", "")
      } else if let of {
        try show(of, archive)
      } else {
        try list(archive)
      }
    }
  }

  private func tell(_ isDone: Bool, _ done: String, _ nothing: String) throws {
    guard isDone else {
      throw CommandFailure(
        status: .nothingFound, message: "\(nothing); marsad stories --of tells what is in a story")
    }
    StandardStreams.announce(done)
  }

  private func list(_ archive: Archive) throws {
    var filter = StoryFilter()
    filter.order = order
    filter.reports = reports
    filter.source = source
    let (rows, total) = try archive.read { try $0.stories(filter, limit: limit) }
    var output = ListOutput(format)
    for row in rows { try output.write(StoriesCommand.row(row)) }
    try output.finish(total: "\(total)")
  }

  private static func row(_ row: StoryRow) -> ListRow {
    ListRow(
      fields: [
        "story": .integer(row.story), "first": .text(row.first.article),
        "source": .text(row.first.source), "published": .text(row.first.published),
        "title": .text(row.first.title), "reports": .integer(row.counts.reports),
        "copies": .integer(row.counts.copies), "independent": .integer(row.counts.independent),
        "sources": .integer(row.sources), "last_published": .text(row.lastPublished),
      ],
      lines: [
        isolated(row.first.title),
        row.counts.words + ", \(row.sources) outlets",
        [
          "first: " + (row.first.source.map(isolated) ?? "-"), row.first.published,
          "marsad stories --of \(isolated(row.first.article))",
        ].compactMap { $0 }.joined(separator: " · "),
      ])
  }

  private func show(_ article: String, _ archive: Archive) throws {
    let story = try archive.read { view in
      try view.story(ofArticle: article).flatMap { try view.story($0) }
    }
    guard let story else {
      throw CommandFailure(
        status: .nothingFound,
        message: "\(location.path): no story of '\(withoutControls(article))'; "
          + "marsad search tells the ids, marsad stories --regroup groups what is not grouped")
    }
    var output = ListOutput(format)
    for (report, difference) in zip(story.reports, story.differences) {
      try output.write(StoriesCommand.row(report, difference, story))
    }
    for claim in story.disagreements {
      StandardStreams.report(
        "marsad: \(claim.victims.rawValue) \(claim.value): "
          + claim.articles.map(isolated).joined(separator: ", "))
    }
    StandardStreams.report("marsad: \(story.counts.words)")
    try output.finish(total: "\(story.reports.count)")
  }

  private static func row(
    _ report: StoryReportRow, _ difference: StoryDifference?, _ story: ArchivedStory
  ) -> ListRow {
    let role =
      report.copied.map { copied in
        "\(report.isRoundUp ? "round-up" : copied.kind.rawValue) of \(isolated(copied.article))"
      } ?? (report == story.reports.first ? "first known report" : "independent")
    func spoken(_ pieces: [SpokenPiece]) -> [String] {
      pieces.map { "\($0.speaker): \($0.content)" }
    }
    let added = spoken(difference?.addedStatements ?? []) + (difference?.addedNumbers ?? [])
    let dropped = spoken(difference?.droppedStatements ?? []) + (difference?.droppedNumbers ?? [])
    return ListRow(
      fields: [
        "story": .integer(story.story), "article": .text(report.article),
        "source": .text(report.source), "published": .text(report.published),
        "title": .text(report.title), "credit": .text(report.credit),
        "independent": .flag(report.copied == nil), "round_up": .flag(report.isRoundUp),
        "copy_of": .text(report.copied?.article), "kind": .text(report.copied?.kind.rawValue),
        "cover": .number(report.copied?.cover), "added": .list(added), "dropped": .list(dropped),
      ],
      lines: [
        isolated(report.title),
        [role, report.credit.map { "credits \(isolated($0))" }].compactMap { $0 }
          .joined(separator: ", "),
      ] + added.map { "+ \(isolated($0))" } + dropped.map { "- \(isolated($0))" } + [
        [report.source.map(isolated), report.published, "marsad show \(isolated(report.article))"]
          .compactMap { $0 }.joined(separator: " · ")
      ])
  }
}

extension StoryCounts {
  /// The three counts for people.
  var words: String { "\(reports) reports, \(copies) copies, \(independent) independent" }
}

extension StoryFilter.Order: ExpressibleByArgument {}
