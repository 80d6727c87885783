internal import ArgumentParser
internal import Gathering
internal import Recording

/// `marsad edits`: articles whose text was changed after they were seen.
struct EditsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edits",
    abstract:
      "List edits of articles that were not announced: the text changed, the stated dates did not.",
    discussion: """
      Those seen last first. An edit of spaces or punctuation only is named as such (kind spacing). \
      One of vowel signs only (kind marks), and one that a notice in the text tells of (تصويب، Correction), is no \
      stealth edit; --dates all lists it too. \
      marsad show ID --versions shows the words.

      Examples:
        marsad edits
        marsad edits --dates all --source "جريدة الضفاف"
        marsad edits --format csv > edits.csv
      """)

  /// Which edits are listed.
  enum Dates: String, ExpressibleByArgument, CaseIterable {
    case unchanged, changed, unstated, all
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, jsonl
  }

  @OptionGroup var location: ArchiveLocation

  @Option(
    help:
      "What became of the dates that the source states: unchanged (stealth edits), changed, unstated, or all."
  )
  var dates: Dates = .unchanged

  @Option(help: "Only of this outlet, spelt as in the archive.")
  var source: String?

  @Option(help: "The most edits to list; 0 for all.")
  var limit = 50

  @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
  var format: Format = .text

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more") }
  }

  func run() async throws {
    var filter = EditFilter()
    filter.source = source
    filter.isStealthOnly = dates == .unchanged
    filter.dates = VersionChange.StatedDates(rawValue: dates.rawValue).map { [$0] } ?? []
    try await location.withArchive(.read) { archive in
      var output = ListOutput(ListFormat(rawValue: format.rawValue) ?? .text)
      var position: ListPosition?
      var total: BoundedCount?
      repeat {
        let part = limit == 0 ? 500 : min(500, limit - output.count)
        let page = try archive.read { [filter, position] in
          try $0.edits(filter, limit: part, before: position)
        }
        total = total ?? page.total
        for row in page.rows { try output.write(EditsCommand.row(row)) }
        position = page.next
      } while position != nil && (limit == 0 || output.count < limit)
      try output.finish(total: total?.description ?? "\(output.count)")
    }
  }

  private static func row(_ row: EditRow) -> ListRow {
    let (change, newer) = (row.change, row.change.newer)
    let facts = [
      row.source.map(isolated), newer.published, "marsad show \(isolated(row.article)) --versions",
    ]
    return ListRow(
      fields: [
        "article": .text(row.article), "source": .text(row.source), "url": .text(row.url),
        "title": .text(newer.title), "published": .text(newer.published),
        "modified": .text(newer.modified), "from": .integer(change.older.version),
        "to": .integer(newer.version), "seen_at": .integer(newer.addedAt),
        "kind": .text(change.kind.rawValue), "dates": .text(change.dates.rawValue),
        "announced": .flag(change.isAnnounced), "stealth": .flag(change.isStealth),
      ],
      lines: [
        newer.title.isEmpty ? "untitled" : isolated(newer.title),
        "version \(newer.version), seen \(Instant.text(seconds: newer.addedAt)): \(change.sentence)",
        facts.compactMap { $0 }.joined(separator: " · "),
      ])
  }
}
