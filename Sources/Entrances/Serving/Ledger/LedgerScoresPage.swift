internal import ArabicQuantities
internal import NewsModel
internal import Recording
internal import Watching

/// The page of scores: how well outlooks fared that persons have decided.
struct LedgerScoresPage: Sendable {
  let scores: LedgerScores
  let grouping: LedgerScores.Grouping
  let sources: [SourceSummary]

  /// Reads what the page shows.
  init(_ request: SiteRequest, today: CalendarDay, _ view: ArchiveView) throws {
    let fields = FilterFields(request: request)
    let names = LedgerScores.Grouping.allCases.map(\.rawValue)
    grouping = try fields.oneOf("by", names).flatMap { .init(rawValue: $0) } ?? .holder
    var filter = LedgerFilter(today: today)
    filter.outlooks = try fields.outlooks()
    scores = try LedgerReader(today: today).scores(filter, by: grouping, view)
    sources = try view.sources()
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let filters = parts.filterForm(
      .ledgerScores,
      fields: ["by", "holder", "words", "kind", "likelihood", "source", "since", "until"],
      [
        parts.choice(
          "by", label: say["scores.by"],
          LedgerScores.Grouping.allCases.map { ($0.rawValue, say["scores.by.\($0.rawValue)"]) }),
        parts.textField("holder"), parts.textField("words"), parts.sourceChoice(sources),
        parts.dayField("since"), parts.dayField("until"),
        parts.choices(
          "kind", OutlookKind.allCases.map { ($0.rawValue, say["kind.\($0.rawValue)"]) }),
      ])
    let content: HTML = """
      <h1>\(say["scores.title"])</h1>
      <p class="lead">\(say["scores.lead"])</p>
      \(filters)
      <section><h2>\(say["scores.all"])</h2>\(summary(parts))</section>
      <section><h2>\(say["scores.calibration"])</h2>\(calibration(parts))</section>
      <section><h2>\(say["scores.by.\(grouping.rawValue)"])</h2>\(table(parts))</section>
      <section class="prose"><h2>\(say["scores.how"])</h2>
      <p>\(say["scores.how.probability"])</p><p>\(say["scores.how.refused"])</p>
      <p>\(say["scores.how.scores"])</p><p>\(say["scores.how.interval"])</p></section>
      """
    return PageFrame(parts).page(title: say["scores.title"], name: "scores", content)
  }

  private func summary(_ parts: PageParts) -> HTML {
    let say = parts.say
    let figures: HTML? = scores.all.scores.map { all in
      """
      <ul class="figures">
      <li><span class="figure"><b>\(say.number(all.count))</b> \(say["scores.scored"])</span></li>
      <li><span class="figure"><b>\(say.number(scores.all.cameTrue))</b> \(say["scores.came_true"])</span></li>
      <li><span class="figure"><b>\(say.decimal(all.brier, places: 3))</b> \(say["scores.brier"])</span></li>
      <li><span class="figure"><b>\(say.decimal(all.log, places: 3))</b> \(say["scores.log"])</span></li>
      </ul>
      """
    }
    let refused = refusals(scores.all, say)
    return """
      \(figures ?? parts.empty("scores.empty"))
      <p>\(say["scores.refused"]) \(refused.isEmpty ? say["scores.refused.none"] : refused)</p>
      """
  }

  private func refusals(_ group: LedgerScores.Group, _ say: Wording) -> String {
    LedgerScores.Refusal.allCases.compactMap { refusal in
      group.refused[refusal].map { "\(say["refusal.\(refusal.rawValue)"]) \(say.number($0))" }
    }.joined(separator: say["record.separator"])
  }

  /// The calibration of all in parts of equal width.
  private func calibration(_ parts: PageParts) -> HTML {
    let say = parts.say
    guard let bins = scores.all.scores?.bins else { return parts.empty("scores.empty") }
    let rows = bins.map { bin -> HTML in
      """
      <tr><th scope="row">\(say["scores.said_mean"]): \(say.percent(bin.meanProbability))</th>\
      <td class="number" data-label="\(say["scores.scored"])">\(say.number(bin.count))</td>\
      <td data-label="\(say["scores.came_true"])">\(say.percent(bin.share)) <span class="muted">\(range(bin.interval, say))</span> \(ShareBar(share: bin.share, interval: bin.interval, said: bin.meanProbability...bin.meanProbability).svg)</td></tr>
      """
    }
    return """
      <table class="scores stacked"><thead><tr><th scope="col">\(say["scores.said_mean"])</th>\
      <th scope="col" class="number">\(say["scores.scored"])</th><th scope="col">\(say["scores.came_true"])</th>\
      </tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func table(_ parts: PageParts) -> HTML {
    let say = parts.say
    if scores.groups.isEmpty { return parts.empty("scores.empty") }
    let rows = scores.groups.map { row($0, parts) }
    return """
      <table class="scores stacked"><thead><tr><th scope="col">\(say["scores.by.\(grouping.rawValue)"])</th>\
      <th scope="col" class="number">\(say["scores.scored"])</th><th scope="col">\(say["scores.said"])</th>\
      <th scope="col">\(say["scores.came_true"])</th><th scope="col" class="number">\(say["scores.brier"])</th>\
      <th scope="col" class="number">\(say["scores.log"])</th><th scope="col">\(say["scores.refused"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private func row(_ group: LedgerScores.Group, _ parts: PageParts) -> HTML {
    let say = parts.say
    let came: HTML? = group.share.map { share in
      let verdict = group.calibration.map { say["calibration.\($0.rawValue)"] }
      let bar = ShareBar(share: share.value, interval: share.interval, said: group.band).svg
      return """
        \(say["scores.of", ["n": say.number(group.cameTrue), "all": say.number(group.count)]]) · \(say.percent(share.value)) \
        <span class="muted">\(range(share.interval, say))</span> \(bar) <span class="muted">\(verdict ?? "")</span>
        """
    }
    let (brier, log) = (group.scores?.brier, group.scores?.log)
    return """
      <tr><th scope="row">\(name(group.name, parts))</th><td class="number" data-label="\(say["scores.scored"])">\(say.number(group.count))</td>\
      <td data-label="\(say["scores.said"])">\(group.band.map { range($0, say) } ?? "–")</td><td data-label="\(say["scores.came_true"])">\(came)</td>\
      <td class="number" data-label="\(say["scores.brier"])">\(brier.map { say.decimal($0, places: 3) } ?? "–")</td>\
      <td class="number" data-label="\(say["scores.log"])">\(log.map { say.decimal($0, places: 3) } ?? "–")</td>\
      <td data-label="\(say["scores.refused"])">\(refusals(group, say))</td></tr>

      """
  }

  private func name(_ name: String?, _ parts: PageParts) -> HTML {
    switch (grouping, name) {
    case (.likelihood, let name?): HTML(text: parts.say["likelihood.\(name)"])
    case (.kind, let name?): HTML(text: parts.say["kind.\(name)"])
    case (.source, _): parts.source(name)
    case (_, let name?): HTML.outside(name)
    case (.holder, nil): HTML(text: parts.say["record.reporter"])
    default: HTML(text: "–")
    }
  }

  private func range(_ range: ClosedRange<Double>, _ say: Wording) -> String {
    say[
      "number.range",
      ["low": say.percent(range.lowerBound), "high": say.percent(range.upperBound)]]
  }
}

/// A share with its interval, and what was said, from 0 at the left to 100 at the right.
private struct ShareBar {
  let share: Double
  let interval: ClosedRange<Double>
  let said: ClosedRange<Double>?

  var svg: HTML {
    let band: HTML? = said.map { said in
      let width = max(1.5, (said.upperBound - said.lowerBound) * 100)
      return
        "<rect class=\"said\" x=\"\(text(said.lowerBound * 100))\" y=\"1\" width=\"\(text(width))\" height=\"12\"/>"
    }
    return """
      <svg class="share" viewBox="0 0 102 14" aria-hidden="true" direction="ltr"><line class="grid" x1="0" x2="100" y1="7" y2="7"/>\(band)\
      <line class="interval" x1="\(text(interval.lowerBound * 100))" x2="\(text(interval.upperBound * 100))" y1="7" y2="7"/>\
      <circle cx="\(text(share * 100))" cy="7" r="3"/></svg>
      """
  }

  private func text(_ value: Double) -> String { ChartCanvas.pixels(value) }
}
