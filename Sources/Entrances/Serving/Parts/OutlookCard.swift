internal import NewsModel
internal import Recording

extension PageParts {
  /// The card of an outlook of a list.
  func outlookCard(_ row: OutlookRow) -> HTML {
    outlookCard(
      row.outlook, row.holderEntry, outcome: row.outcome, condition: row.condition,
      horizon: row.horizon, at: .list(row.origin))
  }

  /// The card of an outlook, with its holder's entry and its pieces of the article's text.
  func outlookCard(
    _ outlook: Outlook, _ holderEntry: String?, outcome: String, condition: String?,
    horizon: String?, at place: CardPlace
  ) -> HTML {
    var body = quotation(outcome)
    if let condition {
      let particle = outlook.conditionKind.map { say["condition.\($0.rawValue)"] }
      body += line(particle ?? say["record.condition"], HTML.outside(condition))
    }
    if let horizon { body += line(say["record.horizon"], HTML.outside(horizon)) }
    var remarks: [HTML] = []
    if let band = outlook.band {
      remarks.append(
        HTML(
          text: say[
            "record.band",
            ["low": say.number(band.lowerBound), "high": say.number(band.upperBound)]]))
    }
    if case .besideText = place, let statement = outlook.statement {
      let anchor = RecordLetter.statement.cardAnchor(statement + 1)
      let text = say["record.in_statement", ["n": say.number(statement + 1)]]
      remarks.append("<a href=\"#\(anchor)\">\(text)</a>")
    }
    if outlook.inTitle { remarks.append(HTML(text: say["record.in_title"])) }
    return card(
      .outlook, at: place, classes: "outlook kind-\(outlook.kind.rawValue)",
      head: """
        \(tag(say["kind.\(outlook.kind.rawValue)"], "tone-outlook")) \
        \(tag(say["likelihood.\(outlook.likelihood.rawValue)"], "likelihood \(outlook.likelihood.rawValue)")) \
        \(holder(outlook, holderEntry))
        """,
      body: body, remarks: remarks)
  }

  /// Whose outlook it is, with the link to the entry.
  func holder(_ outlook: Outlook, _ entry: String?) -> HTML {
    let name = outlook.holderName.map { named($0, entry) } ?? HTML(text: say["record.reporter"])
    return "<b class=\"who\">\(name)</b>"
  }
}
