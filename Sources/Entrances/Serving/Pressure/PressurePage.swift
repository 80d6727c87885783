internal import ArabicQuantities
internal import NewsModel
internal import Recording
internal import Watching

/// The page of an actor's activity and of the pressure on it.
struct PressurePage: Sendable {
  /// The actor as asked for; `nil` if none was yet.
  let actor: String?
  /// Those for whom aid and meetings are pressure on it, as asked for.
  let opponents: [String]
  let step: WatchStep
  /// The series; `nil` if no actor was asked for, or the archive has no period that is over.
  let found: (series: PressureSeries, material: ActorMaterial)?
  let today: CalendarDay

  /// Reads what the page shows.
  init(_ request: SiteRequest, today: CalendarDay, _ view: ArchiveView) throws {
    let fields = FilterFields(request: request)
    let step: WatchStep =
      try fields.oneOf("per", WatchStep.allCases.map(\.rawValue)).flatMap { .init(rawValue: $0) }
      ?? .week
    let count = try fields.number("periods", 1...PressurePage.periodLimit)
    let reader = LedgerReader(today: today)
    let periods = count ?? PressurePage.usualPeriods
    let actor = try fields.text("actor")
    let opponents = try fields.text("opponents").map(PressurePage.names) ?? []
    found = try actor.flatMap {
      try reader.pressure(on: $0, opponents: opponents, step, periods, view)
    }
    self.opponents = opponents
    self.actor = actor
    self.step = step
    self.today = today
  }

  /// The most periods shown.
  static let periodLimit = 260
  /// The periods shown unless asked for others.
  static let usualPeriods = 104

  /// Names between commas, Arabic ones too.
  private static func names(_ text: String) -> [String] {
    text.split { ",،;؛".contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// Whether the archive tells anything of the actor.
  var isEmpty: Bool {
    guard let material = found?.material else { return true }
    return material.acts.isEmpty && material.pressure.isEmpty && material.outlooks.isEmpty
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let form: HTML = """
      <form class="wide-search" method="get" action="\(parts.address(.pressure))"><div class="fields">
      <label class="field"><span>\(say["pressure.actor"])</span><input type="text" name="actor" value="\(actor ?? "")"\(parts.direction(of: actor)) maxlength="\(FilterFields.textLimit)" required></label>
      <label class="field"><span>\(say["pressure.opponents"])</span><input type="text" name="opponents" value="\(opponents.joined(separator: say["record.separator"]))"\(parts.direction(of: opponents.first)) maxlength="\(FilterFields.textLimit)"></label>
      \(parts.choice("per", label: say["pressure.per"], [WatchStep.week, .day, .month].map { ($0.rawValue, say["watch.step.\($0.rawValue)"]) }))
      </div><p class="actions"><button type="submit">\(say["pressure.show"])</button></p></form>
      """
    let content: HTML = """
      <h1>\(say["pressure.title"])</h1>
      <p class="lead">\(say["pressure.lead"])</p>
      \(form)
      \(answer(parts))
      <section class="prose"><h2>\(say["pressure.how"])</h2>
      <p>\(say["pressure.how.counted"])</p><p>\(say["pressure.how.ratio"])</p>
      <p>\(say["pressure.how.order"])</p><p>\(say["pressure.how.opponents"])</p>\(opponents.isEmpty ? "<p class=\"notice\">\(say["pressure.left_out"])</p>" as HTML : .nothing)</section>
      """
    let title = actor.map { "\(say["pressure.title"]): \($0)" } ?? say["pressure.title"]
    return PageFrame(parts).page(title: title, name: "pressure", content)
  }

  private func answer(_ parts: PageParts) -> HTML {
    let say = parts.say
    guard actor != nil else { return .nothing }
    guard let (series, material) = found, !isEmpty else { return parts.empty("pressure.empty") }
    let name: HTML? = material.name.map { "<h2 dir=\"auto\">\($0)</h2>" }
    let legend = [
      ("acts", "pressure.acts"), ("pressure", "pressure.against"), ("outlook", "pressure.outlooks"),
    ].map { "<span class=\"key \($0.0)\">\(say[$0.1])</span>" as HTML }
    return """
      \(name)\(linked(material, parts))
      <figure class="series">\(ChartCanvas.both { PressureChart(series, material.outlooks, say, on: $0).svg })
      <figcaption>\(legend.joined(by: " "))</figcaption></figure>
      <section><h2>\(say["pressure.told"])</h2><ul>\(told(series, say).map { "<li>\($0)</li>" as HTML })</ul></section>
      <section><h2>\(say["pressure.stretches"])</h2>\(stretches(series, say))</section>
      <section><h2>\(say["pressure.order"])</h2>\(lags(series.leadLag, say))</section>
      <section><h2>\(say["pressure.outlooks"])</h2>\(outlooks(material, parts))</section>
      <section><h2>\(say["pressure.table"])</h2>\(table(series, parts))</section>
      """
  }

  /// The entries under which the name is linked, to ask for instead.
  private func linked(_ material: ActorMaterial, _ parts: PageParts) -> HTML? {
    if material.entries.isEmpty { return nil }
    let links = material.entries.map { entry -> HTML in
      let query = parts.request.query.setting("actor", entry)
      return "<a href=\"\(parts.address(.pressure, query))\"><bdi>\(entry)</bdi></a>"
    }
    return "<p class=\"muted\">\(parts.say["pressure.linked"]) \(links.joined(by: " · "))</p>"
  }

  /// What the figures say, in sentences.
  private func told(_ series: PressureSeries, _ say: Wording) -> [String] {
    let total = say[
      "pressure.told.ratio",
      [
        "pressure": say.count(series.ratio.first, "independent_story"),
        "acts": say.count(series.ratio.second, "independent_story"),
        "ratio": say.sentence(series.ratio),
      ]]
    let length = PressureSeries.stretchLength(of: series.step)
    let change = series.change.map { change in
      say[
        "pressure.told.change",
        [
          "periods": say.count(length, "period_\(series.step.rawValue)"),
          "ratio": say.sentence(change),
          "verdict": say["pressure.change.\(change.verdict.rawValue)"],
        ]]
    }
    let unchanged = say[series.hasGaps ? "pressure.told.gaps" : "pressure.told.no_change"]
    let compared =
      series.comparedPeriods == series.periods.count
      ? nil
      : say[
        "pressure.compared",
        ["periods": say.count(series.comparedPeriods, "period_\(series.step.rawValue)")]]
    return [total, change ?? unchanged, order(series, say), compared].compactMap { $0 }
  }

  private func order(_ series: PressureSeries, _ say: Wording) -> String {
    let noun = "period_\(series.step.rawValue)"
    switch series.leadLag.finding {
    case .tooShort(let needed, let given):
      return say[
        "pressure.order.short",
        ["needed": say.count(needed, noun), "given": say.count(given, noun)]]
    case .tooFew(let needed):
      return say["pressure.order.thin", ["needed": say.count(needed, noun)]]
    case .nothing: return say["pressure.order.nothing"]
    case .told(let point):
      let key =
        point.lag == 0
        ? "pressure.order.together"
        : point.lag > 0 ? "pressure.order.pressure_first" : "pressure.order.acts_first"
      return say[
        key,
        [
          "periods": say.count(abs(point.lag), noun),
          "correlation": say.decimal(point.correlation, places: 2),
          "low": say.decimal(point.sharedInterval.lowerBound, places: 2),
          "high": say.decimal(point.sharedInterval.upperBound, places: 2),
        ]]
    }
  }

  private func outlooks(_ material: ActorMaterial, _ parts: PageParts) -> HTML {
    if material.outlooks.isEmpty { return parts.empty("pressure.no_outlooks") }
    let cards = material.outlooks.map { one in
      parts.ledgerCard(one, today, id: "outlook-\(one.entry.number)")
    }
    return "<ul class=\"cards wide-cards\">\(cards)</ul>"
  }

  private func stretches(_ series: PressureSeries, _ say: Wording) -> HTML {
    if series.stretches.isEmpty {
      return "<p class=\"empty\">\(say["pressure.told.no_change"])</p>"
    }
    let rows = series.stretches.reversed().map { stretch -> HTML in
      let first = series.step.firstDay(of: stretch.periods.lowerBound)
      let days = say.days(first...series.step.lastDay(of: stretch.periods.upperBound))
      return """
        <tr><th scope="row">\(days)</th><td class="number" data-label="\(say["pressure.acts"])">\(say.number(stretch.ratio.second))</td>\
        <td class="number" data-label="\(say["pressure.against"])">\(say.number(stretch.ratio.first))</td><td data-label="\(say["pressure.ratio"])">\(say.sentence(stretch.ratio))</td></tr>

        """
    }
    return """
      <table class="periods stacked"><thead><tr><th scope="col">\(say["watch.period"])</th><th scope="col" class="number">\(say["pressure.acts"])</th>\
      <th scope="col" class="number">\(say["pressure.against"])</th><th scope="col">\(say["pressure.ratio"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private func lags(_ leadLag: LeadLag, _ say: Wording) -> HTML {
    if leadLag.points.isEmpty {
      return "<p class=\"empty\">\(say["pressure.order.none"])</p>"
    }
    let rows = leadLag.points.map { point -> HTML in
      let numbers = [
        point.correlation, point.interval.lowerBound, point.interval.upperBound,
      ].map { say.decimal($0, places: 2) }
      return """
        <tr><th scope="row"><bdi>\(point.lag > 0 ? "+" : "")\(say.number(point.lag))</bdi></th><td class="number" data-label="\(say["pressure.correlation"])">\(numbers[0])</td>\
        <td data-label="\(say["scores.interval"])">\(say["number.range", ["low": numbers[1], "high": numbers[2]]])</td></tr>
        """
    }
    return """
      <p class="muted">\(say["pressure.order.lead"])</p>
      <details><summary>\(say["pressure.order.table"])</summary><table class="periods stacked"><thead><tr><th scope="col">\(say["pressure.lag"])</th>\
      <th scope="col" class="number">\(say["pressure.correlation"])</th><th scope="col">\(say["scores.interval"])</th></tr></thead>
      <tbody>\(rows)</tbody></table></details>
      """
  }

  private func table(_ series: PressureSeries, _ parts: PageParts) -> HTML {
    let say = parts.say
    let told = series.periods.filter { !$0.acts.isEmpty || !$0.pressure.isEmpty }
    let rows = told.reversed().map { period -> HTML in
      let first = series.step.firstDay(of: period.number)
      let days = say.days(first...series.step.lastDay(of: period.number))
      return """
        <tr id="p\(period.number)"><th scope="row">\(days)</th><td class="number" data-label="\(say["pressure.acts"])">\(say.number(period.acts.count))</td>\
        <td class="number" data-label="\(say["pressure.against"])">\(say.number(period.pressure.count))</td><td>\(evidence("pressure.acts", period.acts, parts))\(evidence("pressure.against", period.pressure, parts))</td></tr>

        """
    }
    return """
      <table class="periods stacked"><thead><tr><th scope="col">\(say["watch.period"])</th><th scope="col" class="number">\(say["pressure.acts"])</th>\
      <th scope="col" class="number">\(say["pressure.against"])</th><th scope="col">\(say["watch.evidence"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private func evidence(_ key: String, _ matches: [EventMatch], _ parts: PageParts) -> HTML? {
    if matches.isEmpty { return nil }
    let items = matches.map { match -> HTML in
      let page = parts.address(
        .article(id: match.report.article), fragment: RecordLetter.event.anchor(match.index + 1))
      return """
        <li><a href="\(page)">\(parts.title(match.report.title))</a> <span class="muted">\(parts.source(match.report.source)) · \(parts.say["event.\(match.type.rawValue)"])</span></li>
        """
    }
    return
      "<details><summary>\(parts.say[key])</summary><ul class=\"names\">\(items)</ul></details>"
  }
}
