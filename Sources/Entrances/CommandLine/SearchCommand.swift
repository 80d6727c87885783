internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad search`: articles that hold words.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the archive's articles.",
    discussion: """
      All words must occur, in any spelling, with clitics and endings. "..." is a phrase, \
      exact:"..." a phrase in exactly this spelling, -word must not occur, OR joins alternatives, \
      word* is a beginning; source:, since: and until: limit outlet and day.

      Examples:
        marsad search سوريا
        marsad search '"وقف إطلاق النار" since:2015-08 source:aawsat'
        marsad search --newest --format jsonl داعش OR القاعدة
        marsad search --batch < queries.txt > answers.jsonl
      """)

  /// How words without quotation marks are compared.
  enum Matching: String, ExpressibleByArgument, CaseIterable {
    case forms, words, spelling

    var value: SearchQuery.Matching {
      switch self {
      case .forms: .forms
      case .words: .words
      case .spelling: .spelling
      }
    }
  }

  @Argument(help: "What to look for.")
  var query: [String] = []

  @OptionGroup var location: ArchiveLocation

  @Option(
    help: ArgumentHelp(
      "How words are compared.",
      discussion: """
        forms: سوريا finds وبسوريا and السورية. words: it finds سوریا too, but no other form. \
        spelling: letter for letter.
        """))
  var matching: Matching = .forms

  @Flag(help: "The newest first instead of the best.")
  var newest = false

  @Option(help: "The most articles to list, up to 200.")
  var limit = 20

  @Option(help: "How many articles to skip.")
  var offset = 0

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .text

  @Flag(help: "Search for each line of standard input; write one JSON object a line.")
  var batch = false

  func validate() throws {
    if query.isEmpty != batch {
      throw ValidationError(batch ? "--batch takes no words" : "say what to look for")
    }
    if !(1...200).contains(limit) { throw ValidationError("--limit must be 1 to 200") }
    if offset < 0 { throw ValidationError("--offset must be 0 or more") }
  }

  func run() async throws {
    if batch { return try await runBatch() }
    let isBold = StandardStreams.isTerminal(1)
    try await location.withArchive(.read) { archive in
      let search = try SearchQuery(query.joined(separator: " "), matching: matching.value)
      let result = try archive.read {
        try $0.search(search, order: newest ? .time : .relevance, limit: limit, offset: offset)
      }
      var output = ListOutput(format)
      for hit in result.hits { try output.write(SearchCommand.row(hit, isBold: isBold)) }
      try output.finish(total: result.total.description)
    }
  }

  /// Answers each line of standard input before the next is read.
  private func runBatch() async throws {
    try await location.withArchive(.read) { archive in
      var output = StandardOutput()
      while let line = readLine() {
        try output.write(try answer(to: line, archive) + [0x0A])
        try output.flush()
      }
    }
  }

  private func answer(to line: String, _ archive: Archive) throws -> [UInt8] {
    var writer = JSONWriter()
    let search: SearchQuery
    do {
      search = try SearchQuery(line, matching: matching.value)
    } catch {
      writer.object { out in
        out.key("query")
        out.string(line)
        out.key("error")
        out.string(error.description)
      }
      return writer.bytes
    }
    let result = try archive.read {
      try $0.search(search, order: newest ? .time : .relevance, limit: limit, offset: offset)
    }
    writer.object { out in
      out.key("query")
      out.string(line)
      out.key("total")
      out.integer(result.total.value)
      out.key("total_is_lower_bound")
      out.boolean(result.total.isLowerBound)
      out.key("hits")
      out.array { out in
        for hit in result.hits { SearchCommand.row(hit, isBold: false).write(to: &out) }
      }
    }
    return writer.bytes
  }

  private static func row(_ hit: SearchHit, isBold: Bool) -> ListRow {
    let facts = [hit.source.map(isolated), hit.published, "marsad show \(isolated(hit.id))"]
    let title = hit.title.text.isEmpty ? isolated(hit.id) : shown(hit.title, isBold: isBold)
    let snippets = hit.snippets.map { snippet in
      let before = snippet.continuesBefore ? "… " : ""
      let after = snippet.continuesAfter ? " …" : ""
      return shown(snippet.marked, isBold: isBold, before: before, after: after)
    }
    return ListRow(
      fields: [
        "article": .text(hit.id), "source": .text(hit.source), "url": .text(hit.url),
        "published": .text(hit.published), "title": .text(hit.title.text),
        "snippets": .list(hit.snippets.map(\.marked.text)),
        "found": .list(found(hit)),
      ],
      lines: [title] + snippets + [facts.compactMap { $0 }.joined(separator: " · ")])
  }

  /// The words found, each spelling once, in their order.
  private static func found(_ hit: SearchHit) -> [String] {
    var words: [String] = []
    for marked in [hit.title] + hit.snippets.map(\.marked) {
      for piece in marked.pieces where piece.isMarked && !words.contains(piece.text) {
        words.append(piece.text)
      }
    }
    return words
  }

  /// A text with what was found in bold, between asterisks where there is no bold.
  private static func shown(
    _ marked: MarkedText, isBold: Bool, before: String = "", after: String = ""
  ) -> String {
    let (start, end) = isBold ? ("\u{1B}[1m", "\u{1B}[0m") : ("*", "*")
    let words = marked.pieces.map { piece in
      let text = withoutControls(piece.text)
      return piece.isMarked ? start + text + end : text
    }
    return "\u{2068}\(before)\(words.joined())\(after)\u{2069}"
  }
}
