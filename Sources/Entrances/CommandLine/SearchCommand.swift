internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad search`: articles that hold words.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the archive's articles, statements, outlooks and events.",
    discussion: """
      All words must occur, in any spelling, with clitics and endings. "..." is a phrase, word* a \
      beginning, -word must not occur, OR joins alternatives, brackets group, a NEAR/5 b wants at \
      most five words between. exact:"..." is a phrase in exactly this spelling, title: and body: \
      say where, name: finds a name in any spelling and script; source:, speaker:, actor:, place:, \
      type:, story:, date:, since:, until:, after: and before: limit the articles. \
      Documentation/Search.md tells the rest; operators and fields have Arabic names too.

      Examples:
        marsad search سوريا
        marsad search '"وقف إطلاق النار" since:2015-08 source:aawsat'
        marsad search 'انفجار NEAR/5 (مسجد OR جامع)' type:ASSAULT
        marsad search Mazloum Abdi
        marsad search --newest --format jsonl داعش OR القاعدة
        marsad search --in statements "الهدنة speaker:النجار"
        marsad search --facets سوريا
        marsad search --batch < queries.txt > answers.jsonl
      """)

  @Argument(help: "What to look for.")
  var query: [String] = []

  @OptionGroup var location: ArchiveLocation

  @OptionGroup var options: SearchOptions

  @Option(help: "Run the saved search of this name; marsad searches lists them.")
  var saved: String?

  @Flag(help: "The newest first instead of the best; records always are.")
  var newest = false

  @Flag(help: "Instead of what is found, count it by outlet, type, actor, place and month.")
  var facets = false

  @Option(help: "The most to list, up to 200.")
  var limit = 20

  @Option(help: "How many articles to skip.")
  var offset = 0

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: ListFormat = .text

  @Flag(help: "Search for each line of standard input; write one JSON object a line.")
  var batch = false

  @Flag(help: "With --batch, only the ids of the articles.")
  var ids = false

  func validate() throws {
    let ways = [!query.isEmpty, batch, saved != nil].filter { $0 }.count
    if ways != 1 {
      throw ValidationError(
        ways == 0 ? "say what to look for" : "give words, --batch or --saved, one of them")
    }
    if batch, facets || options.kind != .articles {
      throw ValidationError("--batch lists articles; leave out --facets and --in")
    }
    if ids, !batch { throw ValidationError("--ids goes with --batch") }
    if !(1...200).contains(limit) { throw ValidationError("--limit must be 1 to 200") }
    if offset < 0 { throw ValidationError("--offset must be 0 or more") }
    if offset > 0, options.kind != .articles {
      throw ValidationError("--offset skips articles; --in \(options.kind.rawValue) has none")
    }
    if format == .geojson { throw ValidationError("--format geojson: use marsad events") }
  }

  func run() async throws {
    if batch { return try await runBatch() }
    try await location.withArchive(.read) { archive in
      let (search, kind) = try meant(in: archive)
      if facets { return try writeFacets(of: search, kind, archive) }
      var output = ListOutput(format)
      switch kind {
      case .articles: try writeArticles(search, archive, &output)
      case .statements:
        let page = try archive.read { try $0.statements(matching: search, limit: limit) }
        for row in page.rows { try output.write(ListRow(row)) }
        try output.finish(total: page.total.description)
      case .outlooks:
        let page = try archive.read { try $0.outlooks(matching: search, limit: limit) }
        for row in page.rows { try output.write(ListRow(row)) }
        try output.finish(total: page.total.description)
      case .events:
        let page = try archive.read { try $0.events(matching: search, limit: limit) }
        for row in page.rows { try output.write(ListRow(row)) }
        try output.finish(total: page.total.description)
      }
    }
  }

  /// The search that was typed or saved, and what it lists.
  private func meant(in archive: Archive) throws -> (SearchQuery, SearchKind) {
    guard let saved else {
      return (try SearchQuery(query.joined(separator: " "), options.meaning), options.kind)
    }
    let search = try SearchesCommand.search(named: saved, in: archive)
    return (try SearchQuery(search.text, search.options), search.kind)
  }

  private func writeArticles(
    _ search: SearchQuery, _ archive: Archive, _ output: inout ListOutput
  ) throws {
    let isBold = StandardStreams.isTerminal(1)
    let result = try archive.read {
      try $0.search(search, order: newest ? .time : .relevance, limit: limit, offset: offset)
    }
    for hit in result.hits { try output.write(SearchCommand.row(hit, isBold: isBold)) }
    if let correction = result.correction {
      StandardStreams.report("marsad: did you mean \(isolated(correction))")
    }
    try output.finish(total: result.total.description)
  }

  private func writeFacets(
    of search: SearchQuery, _ kind: SearchKind, _ archive: Archive
  ) throws {
    let found = try archive.read { try $0.facets(of: search, in: kind) }
    var output = ListOutput(format)
    for facet in found.facets {
      for value in facet.values {
        let clause = value.clause(of: facet.field)
        let name = value.name ?? value.value
        try output.write(
          ListRow(
            fields: [
              "facet": .text(facet.field.rawValue), "value": .text(value.value),
              "name": .text(value.name), "name_en": .text(value.nameEn),
              "count": .integer(value.count), "clause": .text(clause),
            ],
            lines: ["\(value.count) · \(isolated(name))", clause.map(isolated)].compactMap { $0 }))
      }
    }
    try output.finish(total: "\(output.count)")
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
      search = try SearchQuery(line, options.meaning)
    } catch {
      writer.object { out in
        out.key("query")
        out.string(line)
        out.key("error")
        out.string(error.description)
        out.key("start")
        out.integer(error.range.lowerBound)
        out.key("end")
        out.integer(error.range.upperBound)
      }
      return writer.bytes
    }
    if ids { return try idsAnswer(to: line, search, archive) }
    let result = try archive.read {
      try $0.search(search, order: newest ? .time : .relevance, limit: limit, offset: offset)
    }
    writer.object { out in
      SearchCommand.write(line, result.total, to: &out)
      out.key("hits")
      out.array { out in
        for hit in result.hits { SearchCommand.row(hit, isBold: false).write(to: &out) }
      }
    }
    return writer.bytes
  }

  private func idsAnswer(
    to line: String, _ search: SearchQuery, _ archive: Archive
  ) throws -> [UInt8] {
    let found = try archive.read {
      try $0.ids(
        matching: search, order: newest ? .time : .relevance, limit: limit, offset: offset)
    }
    var writer = JSONWriter()
    writer.object { out in
      SearchCommand.write(line, found.total, to: &out)
      out.key("ids")
      out.array { out in for id in found.ids { out.string(id) } }
    }
    return writer.bytes
  }

  private static func write(_ line: String, _ total: BoundedCount, to out: inout JSONWriter) {
    out.key("query")
    out.string(line)
    out.key("total")
    out.integer(total.value)
    out.key("total_is_lower_bound")
    out.boolean(total.isLowerBound)
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
