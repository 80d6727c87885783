internal import Gathering
internal import NewsModel
internal import Recording
internal import Serving

/// One event for people: what it is, what is claimed, what was decided, who else reports it.
struct EventReport {
  private let sheet: EventSheet

  init(_ sheet: EventSheet) { self.sheet = sheet }

  /// The report, with a line end behind each line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  private var lines: [String] {
    let row = sheet.archived.row
    let event = row.event
    let type = [event.type.rawValue, event.mode].compactMap { $0 }.joined(separator: "/")
    let facts: [(String, String)] = [
      ("context", event.context.joined(separator: ", ")),
      ("actor", row.actors.map(isolated).joined(separator: ", ")),
      ("recipient", row.recipients.map(isolated).joined(separator: ", ")),
      (
        "place",
        (row.place.map(isolated) ?? "") + (event.placeEntry.map { ", entry \($0)" } ?? "")
      ),
      (
        "day",
        event.date.map { "\($0), known to the \(event.datePrecision?.rawValue ?? "day")" } ?? ""
      ),
      ("told by", sheet.archived.statement.map { isolated($0.speakerName) } ?? ""),
      ("rule", "\(event.rule), \(sheet.archived.reader.name) \(sheet.archived.reader.version)"),
    ]
    return ["\(type): \(isolated(row.trigger)), \(event.status.rawValue)"]
      + facts.filter { !$0.1.isEmpty }.map { "  \($0.0): \($0.1)" }
      + ["  \(isolated(row.context))", "  \(row.origin.line)"] + claims + decisions + reports
  }

  private var claims: [String] {
    [EventField.killed, .injured].flatMap { field -> [String] in
      let claims = sheet.claims(of: field)
      if claims.isEmpty { return [] }
      let differs = Set(claims.filter { !$0.isOverruled }.map(\.count.best)).count > 1
      return ["\(field.rawValue)\(differs ? ", accounts differ" : "")"]
        + claims.map { claim in
          let sayer =
            claim.coders.isEmpty
            ? "according to \(claim.count.saidBy.map(isolated) ?? "the report")"
              + (claim.isOverruled ? ", corrected" : "")
            : "decided by \(claim.coders.map(isolated).joined(separator: ", "))"
          let source = claim.event.origin.source.map { " in \(isolated($0))" } ?? ""
          return "  \(claim.count.text) \(sayer)\(source), "
            + isolated(claim.event.id.description)
        }
    }
  }

  private var decisions: [String] {
    let reviews = sheet.archived.reviews
    if reviews.isEmpty { return [] }
    let standing = sheet.archived.row.standing?.state.rawValue ?? "undecided"
    return ["decisions: \(standing)"]
      + reviews.map { review in
        let changes =
          review.verdict == .reject
          ? ""
          : review.corrected.map { field in
            ", \(field.rawValue) \(isolated(review.read[field] ?? "")) -> "
              + isolated(review.values[field] ?? "")
          }.joined()
        return "  \(isolated(review.coder)): \(review.verdict.rawValue), "
          + "\(Instant.text(seconds: review.decidedAt))\(changes)"
      }
  }

  private var reports: [String] {
    let copies =
      sheet.ownCopies == 0 ? [] : ["\(sheet.ownCopies) further reports of the same dispatch"]
    return copies
      + sheet.reports.flatMap { report in
        let reasons = report.link.reasons.map { "\($0.kind.rawValue) \($0.points)" }
        let more = report.copies == 0 ? "" : ", \(report.copies) copies"
        return [
          "also reported: \(report.link.score) points\(more)",
          "  \(isolated(report.event.context))",
          "  \(reasons.joined(separator: ", "))", "  \(report.event.origin.line)",
          "  marsad events --show \(isolated(report.event.id.description))",
        ]
      }
  }
}
