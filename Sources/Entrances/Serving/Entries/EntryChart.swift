internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// How often an entry was named, week by week: bars of independent stories before those of all reports, each
/// leading to the articles of its week.
struct EntryChart {
  private let sheet: EntrySheet
  private let parts: PageParts
  /// The weeks from the first to the last that is shown, those without a report too.
  private let weeks: [EntryWeek]
  private let largest: Double

  /// The most weeks that are drawn.
  private static let limit = 104

  /// Makes the chart; `nil` if no article that names the entry has a day.
  init?(_ sheet: EntrySheet, _ parts: PageParts) {
    guard let first = sheet.figures.weeks.first?.week, let last = sheet.figures.weeks.last?.week
    else { return nil }
    self.sheet = sheet
    self.parts = parts
    let known = Dictionary(sheet.figures.weeks.map { ($0.week, $0) }) { first, _ in first }
    weeks = (max(first, last - EntryChart.limit + 1)...last).map {
      known[$0] ?? EntryWeek(week: $0, reports: 0, stories: 0)
    }
    largest = max(4, Double(weeks.map(\.reports).max() ?? 0))
  }

  /// The chart on a sheet.
  func svg(on canvas: ChartCanvas) -> HTML {
    let bars = weeks.enumerated().map { bar($1, at: $0, canvas) }
    let lines = Set([0, Int(largest / 2), Int(largest)]).sorted().map {
      canvas.grid(parts.say.number($0), at: y(Double($0), canvas))
    }
    let days = canvas.days(
      WatchStep.week.firstDay(of: weeks.first?.week ?? 0).description,
      WatchStep.week.lastDay(of: weeks.last?.week ?? 0).description)
    return canvas.picture(
      parts.say["entry.chart", ["name": sheet.profile.name]],
      "\(lines)\n\(bars)\n\(days)")
  }

  private func y(_ value: Double, _ canvas: ChartCanvas) -> Double {
    canvas.height - canvas.bottom - canvas.span * value / largest
  }

  private func bar(_ week: EntryWeek, at index: Int, _ canvas: ChartCanvas) -> HTML {
    guard week.reports > 0 else { return .nothing }
    let step = canvas.step(weeks.count)
    let left = canvas.left + Double(index) * step
    let days = WatchStep.week.firstDay(of: week.week)...WatchStep.week.lastDay(of: week.week)
    let query = QueryItems().setting("entry", sheet.profile.id)
      .setting("since", days.lowerBound.description).setting("until", days.upperBound.description)
    let say = parts.say
    let hint =
      "\(say.days(days)): \(say.count(week.stories, "independent_story"))\(say["record.separator"])\(say.count(week.reports, "report"))"
    return """
      <a href="\(parts.address(.list(.articles), query))"><title>\(hint)</title>\
      <rect class="place" x="\(pixels(left))" y="\(pixels(canvas.top))" width="\(pixels(step))" height="\(pixels(canvas.span))"/>\
      \(rectangle("reports", week.reports, left, step, 0.08, canvas))\
      \(rectangle("stories", week.stories, left, step, 0.22, canvas))</a>

      """
  }

  private func rectangle(
    _ name: String, _ count: Int, _ left: Double, _ step: Double, _ margin: Double,
    _ canvas: ChartCanvas
  ) -> HTML {
    let top = y(Double(count), canvas)
    return """
      <rect class="\(name)" x="\(pixels(left + margin * step))" y="\(pixels(top))" width="\(pixels((1 - 2 * margin) * step))" height="\(pixels(canvas.height - canvas.bottom - top))"/>
      """
  }

  private func pixels(_ value: Double) -> String { ChartCanvas.pixels(value) }
}
