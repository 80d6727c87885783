internal import ArabicQuantities
internal import NewsModel
internal import Recording
internal import Watching

/// The page of one watch: its series as a chart and a table, its alarms, the evidence of every point; of edits the alarms
/// alone.
struct WatchPage: Sendable {
  let watch: Watch
  /// The newest periods that are over, in the order of time.
  let periods: [WatchPeriod]
  let alarms: [Alarm]
  /// The entries merged into those that the watch asks for.
  let merged: [MergedEntry]
  /// Why nothing is judged, if the detector refuses the watch.
  let problem: WatchingProblem?
  /// How often the watch would be wrong now; `nil` if that can't be measured.
  let errorRate: ErrorRate?

  /// Reads what the page shows; `nil` if there is no such watch.
  init?(_ number: Int, today: CalendarDay, _ view: ArchiveView) throws {
    guard let watch = try view.watch(number) else { return nil }
    self.watch = watch
    alarms = try view.alarms(watch: number)
    merged = try view.mergedEntries(of: watch.question)
    if watch.isOfEdits {
      periods = []
      errorRate = nil
      problem = nil
      return
    }
    do {
      let reader = WatchReader(watch, today: today)
      let found = try reader.newest(WatchPage.periodLimit, view) ?? []
      let rate = try found.last.flatMap { try reader.errorRate(before: $0.period + 1, view) }
      periods = found
      errorRate = rate
      problem = nil
    } catch let refused as WatchingProblem {
      periods = []
      errorRate = nil
      problem = refused
    }
  }

  /// The most periods shown.
  static let periodLimit = 60

  func html(_ parts: PageParts, _ desk: Desk?) -> HTML {
    let say = parts.say
    let series: HTML =
      periods.isEmpty
      ? parts.empty(problem == nil ? "watch.no_periods" : "watch.unjudged.problem")
      : """
      <figure class="series">\(ChartCanvas.both { WatchChart(watch, periods, say, on: $0).svg })
      <figcaption>\(legend(say))</figcaption></figure>
      """
    let judged: HTML = """
      \(WatchGroups(watch, periods, say).html)
      <section><h2>\(say["watch.table"])</h2>\(table(parts))</section>
      <p class="notice">\(say["watch.steady"])</p>
      """
    let content: HTML = """
      <h1 dir="auto">\(watch.name)</h1>
      <p class="lead">\(parts.question(watch.question))</p>
      <p>\(parts.method(watch))\(parts.silence(watch))</p>
      \(merged.map { mergedNote($0, say) })\(watch.isOfEdits ? nil : series + rates(say))
      <section><h2>\(say["alarms.title"])</h2>\(alarmList(parts, desk))</section>
      \(desk.map { WatchForms(parts, $0).silence(watch) })
      \(watch.isOfEdits ? nil : judged)
      """
    return PageFrame(parts).page(title: watch.name, name: "watch", content)
  }

  private func alarmList(_ parts: PageParts, _ desk: Desk?) -> HTML {
    alarms.isEmpty
      ? parts.empty(watch.isOfEdits ? "alarms.empty.edits" : "alarms.empty")
      : parts.alarmList(alarms, namesWatch: false, desk)
  }

  private func mergedNote(_ merged: MergedEntry, _ say: Wording) -> HTML {
    let sentence = say[
      "watch.merged",
      ["id": "\u{2068}\(merged.entry)\u{2069}", "other": "\u{2068}\(merged.into)\u{2069}"]]
    return "<p class=\"notice\">\(sentence)</p>\n"
  }

  /// How often the watch is wrong, and how often it rang.
  private func rates(_ say: Wording) -> HTML {
    let judged = periods.compactMap(\.judged)
    let back = say[
      "watch.rate.back",
      [
        "alarms": say.number(judged.count { $0.isAlarm }), "judged": say.number(judged.count),
      ]]
    let measured = AlarmSentence.errorRate(watch.method.detector, errorRate, in: say.language)
    return """
      <section><h2>\(say["watch.rate.title"])</h2><p>\(measured) \(back)</p></section>
      """
  }

  private func legend(_ say: Wording) -> HTML {
    let keys = [
      ("stories", say["watch.stories"]), ("reports", say["watch.reports"]),
      ("expected", say["watch.expected"]), ("bound", say["watch.bound"]),
      ("alarm", say["alarms.one"]),
    ]
    return keys.map { "<span class=\"key \($0.0)\">\($0.1)</span>" as HTML }.joined(by: " ")
  }

  private func table(_ parts: PageParts) -> HTML {
    let say = parts.say
    let rows = periods.reversed().map { row($0, parts) }
    return """
      <table class="periods stacked"><thead><tr><th scope="col">\(say["watch.period"])</th>\
      <th scope="col" class="number">\(say["watch.stories"])</th>\
      <th scope="col" class="number">\(say["watch.reports"])</th>\
      <th scope="col">\(say["watch.judgement"])</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func row(_ period: WatchPeriod, _ parts: PageParts) -> HTML {
    let say = parts.say
    let days = watch.step.firstDay(of: period.period)...watch.step.lastDay(of: period.period)
    let judgement: HTML =
      switch period.judgement {
      case .judged(let count):
        "\(count.isAlarm ? parts.tag(say["alarms.one"], "tone-hostile") + " " : "")"
          + HTML(
            text: AlarmSentence.reason(
              count.finding, watch.step, watch.method, in: parts.request.language)
              + (count.isExplainedByGap ? say["watch.explained"] : ""))
      case .unjudged(let why): "<span class=\"muted\">\(parts.unjudged(why))</span>"
      }
    let evidence: HTML? =
      period.reports.isEmpty
      ? nil
      : """
      <details><summary>\(say["watch.evidence"])</summary>
      <ul class="names">\(period.reports.map { parts.evidence($0.article, $0.title, $0.source) })</ul></details>
      """
    return """
      <tr id="p\(period.period)"><th scope="row">\(say.days(days))</th>\
      <td class="number" data-label="\(say["watch.stories"])">\(say.number(period.stories))</td>\
      <td class="number" data-label="\(say["watch.reports"])">\(say.number(period.reports.count))</td>\
      <td>\(judgement)\(WatchGroups.line(period, say))\(evidence)</td></tr>

      """
  }
}
