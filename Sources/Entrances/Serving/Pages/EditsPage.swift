internal import Recording

extension PageParts {
  /// The page of edits that were seen.
  func editsPage(_ view: ArchiveView) throws -> HTML {
    let fields = FilterFields(request: request)
    let page = try view.edits(fields.edits(), limit: 30, before: fields.position())
    let dates = VersionChange.StatedDates.allCases.map(\.rawValue)
    let filters = filterForm(
      .list(.edits), fields: ["dates", "source"],
      [
        choice(
          "dates", label: say["edits.dates"],
          ["unchanged"].map { ($0, say["versions.stealth"]) }
            + dates.filter { $0 != "unchanged" }.map { ($0, say["versions.dates.\($0)"]) }
            + [("all", say["filter.all"])]),
        sourceChoice(try view.sources()),
      ])
    let alarms: HTML = """
      <p class="exports"><a href="\(address(.watches, fragment: "edits"))">\(say["watch.edits.link"])</a></p>
      """
    return ListContent(
      list: .edits, title: say["edits.title"], lead: say["edits.lead"], noun: "edit",
      total: page.total, next: page.next, filters: filters + alarms, rows: page.rows.map(editRow),
      rowsClass: "rows"
    ).html(self)
  }

  private func editRow(_ row: EditRow) -> HTML {
    let newer = row.change.newer
    return """
      <li class="article-row">
      <h3 dir="auto"><a href="\(row.address(in: request.language))">\(heading(newer.title))</a></h3>
      <p class="meta">\(source(row.source)) · \(published(newer.published)) · \
      \(say["versions.seen"]) \(seen(newer.addedAt))</p>
      <p>\(changeTags(row.change))</p></li>

      """
  }
}
