internal import ArabicQuantities
internal import NewsModel
internal import Watching

/// An actor's series as SVG: what it does above the middle line, what is done against it below, and the
/// conditional outlooks about it as marks at the days of their articles.
struct PressureChart {
  private let series: PressureSeries
  private let outlooks: [LedgerCase]
  private let say: Wording
  private let canvas: ChartCanvas
  /// The largest counts above and below.
  private let acts: Double
  private let pressure: Double

  init(_ series: PressureSeries, _ outlooks: [LedgerCase], _ say: Wording, on canvas: ChartCanvas) {
    self.series = series
    self.outlooks = outlooks
    self.say = say
    self.canvas = canvas
    acts = max(2, Double(series.periods.map(\.acts.count).max() ?? 0))
    pressure = max(2, Double(series.periods.map(\.pressure.count).max() ?? 0))
  }

  /// The chart.
  var svg: HTML {
    let bars = series.periods.enumerated().map { bar($1, at: $0) }
    return canvas.picture(
      say["pressure.chart", ["name": series.actor]],
      """
      \(canvas.grid(say.number(Int(acts)), at: y(acts)))\(canvas.grid(say.number(0), at: y(0)))\
      \(canvas.grid(say.number(Int(pressure)), at: y(-pressure)))
      \(bars)
      \(outlooks.map(mark))
      \(days)
      """)
  }

  private var step: Double { canvas.step(series.periods.count) }

  /// Above the middle for counts of acts, below it for those of pressure, on one scale.
  private func y(_ value: Double) -> Double {
    let room = canvas.span - PressureChart.markRoom
    return canvas.top + PressureChart.markRoom + room * (acts - value) / (acts + pressure)
  }

  /// What is left free at the top for the marks of outlooks.
  private static let markRoom = 16.0

  private func bar(_ period: PressureSeries.Period, at index: Int) -> HTML {
    let left = canvas.left + Double(index) * step
    let first = series.step.firstDay(of: period.number)
    let days = say.days(first...series.step.lastDay(of: period.number))
    let counts = say[
      "pressure.counts",
      [
        "acts": say.count(period.acts.count, "independent_story"),
        "pressure": say.count(period.pressure.count, "independent_story"),
      ]]
    let drawing: HTML = """
      <title>\(days): \(period.isPublished ? counts : say["pressure.unpublished"])</title>\
      <rect class="place" x="\(pixels(left))" y="\(pixels(canvas.top))" width="\(pixels(step))" height="\(pixels(canvas.span))"/>\
      \(rectangle("acts", left, y(Double(period.acts.count)), y(0)))\
      \(rectangle("pressure", left, y(0), y(-Double(period.pressure.count))))
      """
    // What has no row in the table leads nowhere.
    return period.acts.isEmpty && period.pressure.isEmpty
      ? "<g class=\"\(period.isPublished ? "still" : "unpublished")\">\(drawing)</g>\n"
      : "<a href=\"#p\(period.number)\">\(drawing)</a>\n"
  }

  private func rectangle(_ name: String, _ left: Double, _ top: Double, _ bottom: Double) -> HTML {
    """
    <rect class="\(name)" x="\(pixels(left + 0.12 * step))" y="\(pixels(top))" width="\(pixels(0.76 * step))" height="\(pixels(bottom - top))"/>
    """
  }

  /// An outlook at the period of its article's day.
  private func mark(_ one: LedgerCase) -> HTML {
    guard let day = one.entry.article.day,
      let index = series.periods.firstIndex(where: { $0.number == series.step.period(of: day) })
    else { return .nothing }
    let x = canvas.left + (Double(index) + 0.5) * step
    let (top, bottom) = (canvas.top + 6, canvas.height - canvas.bottom)
    return """
      <a href="#outlook-\(one.entry.number)" class="mark-outlook"><title>\(say.day(day)): \(one.entry.wording.outcome)</title>\
      <line x1="\(pixels(x))" x2="\(pixels(x))" y1="\(pixels(top))" y2="\(pixels(bottom))"/>\
      <path d="M\(pixels(x)) \(pixels(top - 6))l6 6l-6 6l-6 -6z"/></a>
      """
  }

  private var days: HTML {
    guard let first = series.periods.first, let last = series.periods.last else { return .nothing }
    return canvas.days(
      series.step.firstDay(of: first.number).description,
      series.step.lastDay(of: last.number).description)
  }

  private func pixels(_ value: Double) -> String { ChartCanvas.pixels(value) }
}
