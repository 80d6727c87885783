internal import NewsModel
internal import Recording

/// The other reports of an event's occurrence, with why they are taken for it.
struct EventReports {
  let sheet: EventSheet
  let parts: PageParts

  init(_ sheet: EventSheet, _ parts: PageParts) {
    self.sheet = sheet
    self.parts = parts
  }

  private var say: Wording { parts.say }

  var html: HTML {
    let copies: HTML? =
      sheet.ownCopies == 0
      ? nil
      : """
      <p><a href="\(parts.address(.story(article: sheet.archived.id.article)))">\(say["event.copies", ["copies": say.count(sheet.ownCopies, "copy")]])</a></p>

      """
    let reports: HTML =
      sheet.reports.isEmpty
      ? "<p class=\"muted\">\(say["event.alone"])</p>"
      : "<ul class=\"cards\">\(sheet.reports.map(report))</ul>"
    return """
      <section><h2>\(say["event.also_reported"])</h2>
      <p class="muted">\(say["event.also_reported.lead"])</p>
      \(copies)\(reports)</section>

      """
  }

  private func report(_ report: EventSheet.LinkedReport) -> HTML {
    let row = report.event
    let counts = [
      row.event.killed.map { say.count($0.best, "killed") },
      row.event.injured.map { say.count($0.best, "injured") },
    ].compactMap { $0.map { "<b>\($0)</b>" as HTML } }
    let counted: HTML? = counts.isEmpty ? nil : "<p>\(counts.joined(by: " · "))</p>\n"
    let copies: HTML? =
      report.copies == 0 ? nil : HTML(text: " · " + say.count(report.copies, "copy"))
    let reasons = report.link.reasons.map { reason -> HTML in
      let points = reason.points < 0 ? "−\(-reason.points)" : "+\(reason.points)"
      return
        "<li>\(say["reason.\(reason.kind.rawValue)"]) <bdi class=\"points\">\(say.inDigits(points))</bdi></li>"
    }
    return """
      <li class="card event">
      <p class="card-head"><a href="\(parts.address(.event(row.id)))">\(parts.title(row.origin.title))</a>
      \(parts.standingTag(row.standing))</p>
      <p class="meta">\(parts.source(row.origin.source)) · \(parts.published(row.origin.published))\(copies)</p>
      \(parts.quotation(row.context))
      \(counted)<details><summary>\(say["event.score", ["n": say.number(report.link.score)]])</summary><ul class="reasons">\(reasons)</ul></details>
      </li>

      """
  }
}
