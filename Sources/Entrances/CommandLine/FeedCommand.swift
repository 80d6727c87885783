internal import ArgumentParser
internal import FoundationEssentials
internal import Gathering
internal import NewsModel

/// `marsad feed`: what a feed's file announces.
struct FeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Read feeds and sitemaps from files: what they announce, one JSON object a line.",
    discussion: """
      RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, sitemaps and news sitemaps (packed with gzip, too), as marsad \
      gather reads them. Nothing is fetched. Files that are no feed, items without an address and feeds that are \
      cut off are told of on standard error; the rest goes on, and the exit status is 3.

      Examples:
        marsad feed feed.xml --url https://outlet.example/feed
        curl -s https://outlet.example/feed | marsad feed -
      """)

  @Argument(help: ArgumentHelp("Files of feeds; - is standard input.", valueName: "feed"))
  var feeds: [String] = ["-"]

  @Option(help: "The feed's address, for relative links, for one feed.")
  var url: String?

  @Option(help: "The encoding that the server declared.")
  var charset: String?

  func validate() throws {
    if url != nil, feeds.count > 1 { throw ValidationError("--url goes with one feed") }
  }

  func run() async throws {
    var output = StandardOutput()
    var failed = 0
    for name in feeds {
      guard let data = try? Data(contentsOf: URL(filePath: name == "-" ? "/dev/stdin" : name))
      else {
        failed += 1
        StandardStreams.report("marsad: \(name): can't be read; check the path and its rights")
        continue
      }
      do throws(FeedError) {
        let feed = try FeedParser.feed(Array(data), url: url ?? "", charset: charset)
        for item in feed.items { try? output.write(line(item)) }
        for map in feed.sitemaps {
          try? output.write(line(FeedItem(url: map.url, updated: map.modified)))
        }
        if tell(feed, name) { failed += 1 }
      } catch {
        failed += 1
        StandardStreams.report("marsad: \(name): \(error.sentence)")
      }
    }
    try output.flush()
    if failed > 0 { throw ExitStatus.input.exitCode }
  }

  /// Tells what was odd about a feed; returns whether something of it is missing.
  private func tell(_ feed: Feed, _ name: String) -> Bool {
    if feed.mended > 0 {
      StandardStreams.report(
        "marsad: note: \(name): items with something in another form than the format's: \(feed.mended)"
      )
    }
    let sentences = feed.shortfall.sentences
    for sentence in sentences { StandardStreams.report("marsad: \(name): \(sentence)") }
    return !sentences.isEmpty
  }

  private func line(_ item: FeedItem) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("url")
      out.string(item.url)
      out.key("id")
      out.string(item.id)
      for (key, value) in [
        ("title", item.title), ("published", item.published), ("updated", item.updated),
        ("author", item.author), ("summary", item.summary),
      ] {
        out.key(key)
        out.stringOrNull(value)
      }
      out.key("categories")
      out.array { out in for category in item.categories { out.string(category) } }
    }
    return out.bytes + [0x0A]
  }
}
