internal import NewsModel
internal import Recording

/// Which decisions are shown, as the address says.
struct DecisionFields: Sendable {
  let filter: ReviewFilter
  let limit: Int
  /// Only those behind the decision of this number.
  let after: Int

  init(_ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    var filter = ReviewFilter()
    filter.coder = try fields.text("coder")
    filter.article = try fields.text("article")
    filter.onlyOrphaned = try fields.oneOf("orphaned", ["yes"]) != nil
    self.filter = filter
    limit = try fields.number("limit", 1...APIAnswers.rowLimit) ?? APIAnswers.usualRows
    after = try fields.number("after", 0...Int.max) ?? 0
  }
}

/// What people decided, in the order of deciding, with how far they agree.
struct DecisionsPage: Sendable {
  let rows: [ReviewRow]
  /// The number behind which the next part begins; `nil` behind the last one.
  let next: Int?
  let agreements: [CoderComparison]

  init(_ fields: DecisionFields, _ view: ArchiveView) throws {
    let found = try view.reviews(fields.filter, limit: fields.limit + 1, after: fields.after)
    rows = Array(found.prefix(fields.limit))
    next = found.count > fields.limit ? rows.last?.number : nil
    agreements = try view.agreements(article: fields.filter.article)
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let filters = parts.filterForm(
      .decisions, fields: ["coder", "article", "orphaned"],
      [
        parts.textField("coder"), parts.textField("article"),
        parts.choice(
          "orphaned", label: say["decisions.orphaned"],
          [("", say["filter.all"]), ("yes", say["decisions.orphaned.yes"])]),
      ])
    let more: HTML? = next.map { number in
      let query = parts.request.query.setting("after", String(number))
      return """
        <nav class="pager"><span></span><a rel="next" class="button" href="\(parts.address(.decisions, query))">\(say["list.next"])</a></nav>
        """
    }
    let list: HTML =
      rows.isEmpty
      ? parts.empty("decisions.empty")
      : "<ol class=\"decisions\" start=\"\(rows[0].number)\">\(rows.map { row($0, parts) })</ol>"
    let content: HTML = """
      <h1>\(say["decisions.title"])</h1>
      <p class="lead">\(say["decisions.lead"])</p>
      \(parts.agreementSection(agreements))
      \(filters)
      \(list)
      \(more)
      """
    return PageFrame(parts).page(title: say["decisions.title"], name: "decisions", content)
  }

  private func row(_ row: ReviewRow, _ parts: PageParts) -> HTML {
    let say = parts.say
    let anchor = row.review.anchor
    let place: HTML =
      row.event.map { event in
        "<a href=\"\(parts.address(.event(event)))\">\(HTML.outside(anchor.quote))</a>"
      } ?? """
        \(HTML.outside(anchor.quote)) \(parts.tag(say["decisions.orphaned.tag"], "standing disputed"))
        """
    let superseded: HTML? =
      row.event != nil && !row.counts
      ? " <span class=\"muted\">\(say["decisions.superseded"])</span>" : nil
    return """
      <li value="\(row.number)">\(parts.decision(row.review))\(superseded)
      <p class="meta">\(place) · <a href="\(parts.address(.article(id: anchor.article)))">\(parts.title(row.title))</a></p></li>

      """
  }
}

extension PageParts {
  /// How far coders agree, for each two of them; nothing where no two decided on the same events.
  func agreementSection(_ comparisons: [CoderComparison]) -> HTML {
    guard !comparisons.isEmpty else { return .nothing }
    let rows = comparisons.map { pair -> HTML in
      let coders = names([pair.first, pair.second])
      return """
        <tr><th scope="row">\(coders)</th><td class="number">\(say.number(pair.verdicts.count))</td>\
        \(cells(pair.verdicts))\(cells(pair.types))\(cells(pair.statuses))</tr>
        """
    }
    return """
      <section class="agreement"><h2>\(say["agreement.title"])</h2>
      <p class="muted">\(say["agreement.lead"])</p>
      <div class="scroll"><table><thead>
      <tr><th rowspan="2">\(say["agreement.coders"])</th><th rowspan="2" class="number">\(say["agreement.events"])</th>\
      <th colspan="2">\(say["agreement.verdicts"])</th><th colspan="2">\(say["agreement.types"])</th><th colspan="2">\(say["agreement.statuses"])</th></tr>
      <tr>\((0..<3).map { _ in agreementHead })</tr></thead><tbody>\(rows)</tbody></table></div></section>

      """
  }

  private var agreementHead: HTML {
    "<th class=\"number\">\(say["agreement.percent"])</th><th class=\"number\">κ</th>"
  }

  private func cells(_ agreement: CoderAgreement) -> HTML {
    let percent = agreement.share.map { say.inDigits("\(Int(($0 * 100).rounded()))%") } ?? "–"
    let kappa = agreement.kappa.map { say.inDigits(Self.twoDecimals($0)) } ?? "–"
    let hint = say[
      "agreement.agreed",
      ["agreed": say.number(agreement.agreed), "all": say.number(agreement.count)]]
    return """
      <td class="number" title="\(hint)"><bdi>\(percent)</bdi></td><td class="number"><bdi>\(kappa)</bdi></td>
      """
  }

  private static func twoDecimals(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    return "\(value < 0 && hundredths > 0 ? "−" : "")\(hundredths / 100).\(digits)"
  }
}
