internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad show`: one article with its reading.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an article of the archive with its reading.",
    discussion: """
      Examples:
        marsad show sample-001
        marsad show sample-001 --format jsonl
        marsad show sample-001 --versions
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case report, jsonl
  }

  @Argument(help: "The article's id.")
  var id: String

  @OptionGroup var location: ArchiveLocation

  @Option(help: "report for people; jsonl for programs: the article's fields with its reading.")
  var format: Format = .report

  @Flag(
    help:
      "Show what changed from version to version instead: [-deleted-] and {+inserted+} words; as jsonl a version a line."
  )
  var versions = false

  @Flag(help: "Name the rule that made each record.")
  var explain = false

  func run() async throws {
    try await location.withArchive(.read) { archive in
      guard let found = try archive.read({ try $0.article(id: id) }) else {
        throw CommandFailure(
          status: .nothingFound,
          message: "\(location.path): no article '\(withoutControls(id))'; "
            + "marsad search tells the ids")
      }
      var output = StandardOutput()
      switch format {
      case .jsonl where versions:
        for line in VersionReport(found).lines { try output.write(line + [0x0A]) }
      case .report where versions: try output.write(VersionReport(found).text)
      case .jsonl: try output.write(found.json(explained: explain) + [0x0A])
      case .report: try output.write(report(found))
      }
      try output.flush()
    }
  }

  private func report(_ found: ArchivedArticle) -> String {
    let style = ReadingReport.Style(isBold: StandardStreams.isTerminal(1), isExplained: explain)
    let unread = Reading(
      id: id, reader: ReaderVersion(name: "", version: ""), language: "und", textSHA256: "")
    let report = ReadingReport(found.article, found.reading ?? unread, style, isWhole: true)
    if found.earlier.isEmpty { return report.text }
    return report.text
      + "version \(found.version); \(found.earlier.count) before it: marsad show --versions\n"
  }
}

extension ArchivedArticle {
  /// The article's fields, its version and its reading as one JSON object.
  func json(explained: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { out in
      out.key("id")
      out.string(article.id)
      out.key("source")
      out.stringOrNull(article.source)
      out.key("url")
      out.stringOrNull(article.url)
      out.key("published")
      out.stringOrNull(article.published)
      out.key("modified")
      out.stringOrNull(article.modified)
      out.key("title")
      out.string(article.title)
      out.key("byline")
      out.stringOrNull(article.byline)
      out.key("version")
      out.integer(version)
      out.key("text")
      out.string(article.text)
    }
    let reading = reading?.json(text: article.text, explained: explained) ?? Array("null".utf8)
    return writer.bytes.dropLast() + Array(",\"reading\":".utf8) + reading + [UInt8(ascii: "}")]
  }
}
