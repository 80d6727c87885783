internal import ArabicQuantities
internal import ArgumentParser
internal import Gathering
internal import NewsModel
internal import Reading
internal import Recording
internal import Serving

/// One entry for people: what it is called, how often and as what it is named.
struct EntryReport {
  private let sheet: EntrySheet

  init(_ sheet: EntrySheet) { self.sheet = sheet }

  /// The report, with a line end behind each line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let profile = sheet.profile
    let english = profile.nameEn.map { " · \(isolated($0))" } ?? ""
    let merged =
      sheet.asked == profile.id ? [] : ["  \(sheet.asked) is merged into it by a decision"]
    return ["\(isolated(profile.name))\(english) · entry \(profile.id)"] + merged
      + facts.filter { !$0.1.isEmpty }.map { "  \($0.0): \($0.1)" } + figures + spellings + roles
      + decisions
  }

  private var facts: [(String, String)] {
    let profile = sheet.profile
    var facts = [
      ("kind", profile.kind),
      ("other names", profile.otherNames.map(isolated).joined(separator: ", ")),
      ("merged into it", profile.merged.joined(separator: ", ")),
    ]
    if let actor = profile.actor {
      let period =
        [actor.from, actor.until].allSatisfy(\.isEmpty) ? "" : "\(actor.from)–\(actor.until)"
      facts += [
        ("codes", [actor.actor, actor.sector].filter { !$0.isEmpty }.joined(separator: " ")),
        ("part of", actor.parent ?? ""), ("period", period), ("wikidata", actor.wikidata),
      ]
    }
    if let place = profile.place {
      let point = PlacePoints.Point(place).map { "\($0.latitude), \($0.longitude)" }
      facts += [
        (
          "lies in",
          (place.countries + [place.admin1]).filter { !$0.isEmpty }.joined(separator: " › ")
        ),
        ("precision", place.precision.rawValue), ("coordinates", point ?? ""),
        ("inhabitants", place.population.map(String.init) ?? ""), ("OCHA code", place.pcode),
        ("origin", place.source),
      ]
    }
    return facts
  }

  private var figures: [String] {
    sheet.tallies.map { name, tally in
      "  \(name): \(tally.records) in \(tally.reports) reports, of them \(tally.copies) copies, \(tally.stories) independent stories"
    }
  }

  private var spellings: [String] {
    let spellings = sheet.figures.spellings
    return spellings.isEmpty
      ? []
      : ["spellings"]
        + spellings.map { "  \(isolated($0.name)): \($0.mentions) in \($0.reports) reports" }
  }

  private var roles: [String] {
    let roles = sheet.figures.roles
    return roles.isEmpty
      ? []
      : ["offices"]
        + roles.map { role in
          let days = role.days.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no day"
          let body = role.organisation.map { ", \(isolated($0))" } ?? ""
          return
            "  \(days): \(isolated(role.role))\(body), \(role.reports) reports, marsad show \(isolated(role.article))"
        }
  }

  private var decisions: [String] {
    sheet.decisions.isEmpty ? [] : ["decisions"] + sheet.decisions.map { "  \($0.line)" }
  }
}

extension KeptEntryDecision {
  /// The decision with who made it, when and why, on one line.
  var line: String {
    let undone = undoneBy.map { ", undone by \($0)" } ?? ""
    let reason = decision.reason.map { ": \(isolated($0))" } ?? ""
    return
      "\(sentence)\(undone), by \(isolated(decision.decidedBy)) at \(Instant.text(seconds: decidedAt))\(reason)"
  }

  /// The decision as a row of a list.
  var row: ListRow {
    let parts = EntryDecisionParts(decision.act)
    return ListRow(
      fields: [
        "number": .integer(number), "act": .text(parts.act), "entry": .text(parts.entry),
        "into": .text(parts.into), "names": .list(parts.names), "name_en": .text(parts.nameEn),
        "made": .text(made?.id), "undone": .integer(parts.undone),
        "decided_by": .text(decision.decidedBy), "decided_at": .integer(decidedAt),
        "reason": .text(decision.reason), "undone_by": .integer(undoneBy),
      ],
      lines: [line])
  }
}

/// Shows one entry instead of a list.
struct EntryShowing {
  let id: String
  let format: ListFormat

  /// - Throws: A usage error for a format that is for lists.
  func validate() throws {
    if format == .csv || format == .geojson {
      throw ValidationError("--show: one entry is no list; use text or jsonl")
    }
  }

  func run(_ location: ArchiveLocation) async throws {
    try await location.withArchive(.read) { archive in
      guard let sheet = try archive.read({ try EntrySheet(id, $0) }) else {
        throw CommandFailure(
          status: .nothingFound, message: EntryDecisionError.unknownEntry(id).sentence)
      }
      var output = StandardOutput()
      if format == .jsonl {
        try output.write(sheet.json + [0x0A])
      } else {
        try output.write(EntryReport(sheet).text)
      }
      try output.flush()
    }
  }
}
