internal import ArgumentParser
internal import NewsModel
internal import Recording
internal import Serving

/// `marsad candidates`: names that are linked to no entry.
struct CandidatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "List names of persons and groups that are linked to no entry.",
    discussion: """
      Those that most independent stories name come first; spellings of one name, Arabic and Latin, are \
      together. Private people are not the subject: a person is listed only if an article names an \
      office of theirs. marsad confirm makes a candidate an entry, marsad merge --name adds it to one.

      Examples:
        marsad candidates
        marsad candidates "كيغينز" --kind person
        marsad candidates --least 3 --limit 0 --format csv > candidates.csv
      """)

  @Argument(help: "Words of a name, in any spelling.")
  var words: [String] = []

  @Option(help: "Only of this kind: person or body.")
  var kind: CandidateFilter.Kind?

  @Option(help: "Only those that so many independent stories name.")
  var least = 1

  @Option(help: "The most candidates to list; 0 for all.")
  var limit = 50

  @Option(help: "text, csv or jsonl.")
  var format: ListFormat = .text

  @OptionGroup var location: ArchiveLocation

  func validate() throws {
    if limit < 0 || least < 1 {
      throw ValidationError("--limit must be 0 or more, --least 1 or more")
    }
    if format == .geojson {
      throw ValidationError("--format geojson: candidates lie nowhere; use csv or jsonl")
    }
  }

  func run() async throws {
    var filter = CandidateFilter()
    filter.words = words.isEmpty ? nil : words.joined(separator: " ")
    filter.kind = kind
    filter.least = least
    try await location.withArchive(.read) { [filter] archive in
      var output = ListOutput(format)
      var total = 0
      repeat {
        let part = limit == 0 ? 200 : min(200, limit - output.count)
        let (found, book) = try archive.read { view in
          (
            try view.candidates(filter, limit: part, offset: output.count), try EntryBook(view)
          )
        }
        total = found.total
        for row in found.rows { try output.write(CandidatesCommand.row(row, book)) }
        if found.rows.count < part { break }
      } while limit == 0 || output.count < limit
      try output.finish(total: "\(total)")
    }
  }

  private static func row(_ candidate: EntryCandidate, _ book: EntryBook) -> ListRow {
    let tally = candidate.tally
    let suggestions = book.suggestions(candidate.name, .actor)
    let spellings = candidate.spellings.map { "\(isolated($0.name)) \($0.mentions)" }
    let examples = candidate.examples.map { example in
      "\(isolated(example.words)) · marsad show \(isolated(example.article))"
    }
    return ListRow(
      fields: [
        "name": .text(candidate.name), "kind": .text(candidate.kind.rawValue),
        "role": .text(candidate.role), "stories": .integer(tally.stories),
        "reports": .integer(tally.reports), "copies": .integer(tally.copies),
        "mentions": .integer(tally.records),
        "spellings": .list(candidate.spellings.map(\.name)), "suggestions": .list(suggestions),
        "articles": .list(candidate.examples.map(\.article)),
      ],
      lines: [
        "\(isolated(candidate.name)), \(candidate.kind.rawValue)"
          + (candidate.role.map { ", \(isolated($0))" } ?? ""),
        "\(tally.stories) independent stories, \(tally.reports) reports, of them \(tally.copies) copies",
        "spellings: \(spellings.joined(separator: ", "))",
        suggestions.isEmpty ? nil : "perhaps: \(suggestions.joined(separator: ", "))",
      ].compactMap { $0 } + examples)
  }
}

extension CandidateFilter.Kind: ExpressibleByArgument {}
