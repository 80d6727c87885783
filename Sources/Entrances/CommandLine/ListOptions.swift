internal import ArabicQuantities
internal import ArgumentParser
internal import Recording

/// What the commands that list records have in common.
struct ListOptions: ParsableArguments {
  @OptionGroup var location: ArchiveLocation

  @Option(help: "Only of this outlet, spelt as in the archive.")
  var source: String?

  @Option(help: ArgumentHelp("Only from this day on.", valueName: "yyyy-mm-dd"))
  var since: CalendarDay?

  @Option(help: ArgumentHelp("Only up to this day.", valueName: "yyyy-mm-dd"))
  var until: CalendarDay?

  @Option(help: "The most records to list; 0 for all.")
  var limit = 50

  @Option(
    help:
      "text for people, csv for spreadsheets, jsonl for programs, geojson for maps (events only).")
  var format: ListFormat = .text

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more") }
  }

  /// Writes the rows of a list, part by part.
  ///
  /// - Parameters:
  ///   - hasPlaces: Whether the rows lie somewhere, so that they can be put on a map.
  ///   - fetch: Gives so many rows behind a position.
  ///   - describe: Puts a row into fields and lines.
  /// - Throws: A usage error for GeoJSON of what lies nowhere; what reading the archive or writing the output throws; the status for nothing found.
  func list<Row>(
    hasPlaces: Bool = false, _ fetch: (ArchiveView, Int, ListPosition?) throws -> ListPage<Row>,
    describe: (Row) -> ListRow
  ) async throws {
    if format == .geojson, !hasPlaces {
      throw ValidationError("--format geojson: only events have places; use csv or jsonl")
    }
    try await location.withArchive(.read) { archive in
      var output = ListOutput(format)
      var position: ListPosition?
      var total: BoundedCount?
      repeat {
        let part = limit == 0 ? 500 : min(500, limit - output.count)
        let page = try archive.read { try fetch($0, part, position) }
        total = total ?? page.total
        for row in page.rows { try output.write(describe(row)) }
        position = page.next
      } while position != nil && (limit == 0 || output.count < limit)
      try output.finish(total: total?.description ?? "\(output.count)")
    }
  }
}

extension BoundedCount {
  /// The count for people.
  var description: String { isLowerBound ? "more than \(value)" : "\(value)" }
}

extension RecordOrigin {
  /// The line that leads back to the article.
  var line: String {
    let facts = [
      title.isEmpty ? nil : isolated(title), source.map(isolated), published,
      "marsad show \(isolated(article))",
    ]
    return facts.compactMap { $0 }.joined(separator: " · ")
  }
}
