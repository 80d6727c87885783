internal import ArabicQuantities
internal import NewsModel
internal import Watching

/// A watch's series as SVG: bars of independent stories before those of all reports, the expectation
/// as a line, the bound as a mark over each bar; without script, each bar leading to its row.
struct WatchChart {
  private let watch: Watch
  private let periods: [WatchPeriod]
  private let say: Wording
  private let canvas: ChartCanvas
  /// The largest count that is drawn.
  private let largest: Double

  init(_ watch: Watch, _ periods: [WatchPeriod], _ say: Wording, on canvas: ChartCanvas) {
    self.watch = watch
    self.periods = periods
    self.say = say
    self.canvas = canvas
    let counts = periods.map { Double($0.reports.count) }
    let expected = periods.compactMap { $0.judged?.finding.expected }
    let top = max(4, (counts + expected).max() ?? 0)
    // A bound far above all counts would press them flat; it is not drawn then.
    let bounds = periods.compactMap { $0.judged?.finding.bound }.filter { $0 <= 2 * top }
    largest = max(top, bounds.max() ?? 0)
  }

  /// The chart.
  var svg: HTML {
    let bars = periods.enumerated().map { bar($1, at: $0) }
    return canvas.picture(
      say["watch.chart", ["name": watch.name]],
      """
      \(axis)
      \(bars)
      <path class="expected" d="\(expectedPath)"/>
      \(days)
      """)
  }

  private var step: Double { canvas.step(periods.count) }

  private func x(_ index: Int) -> Double { canvas.left + Double(index) * step }

  private func y(_ value: Double) -> Double {
    canvas.height - canvas.bottom - canvas.span * value / largest
  }

  private func bar(_ period: WatchPeriod, at index: Int) -> HTML {
    let isAlarm = period.judged?.isAlarm ?? false
    let state = isAlarm ? "alarm" : period.judged == nil ? "unjudged" : "judged"
    let first = watch.step.firstDay(of: period.period)
    let days = say.days(first...watch.step.lastDay(of: period.period))
    var hint = "\(days): \(say.count(period.stories, "independent_story"))"
    hint += say["record.separator"] + say.count(period.reports.count, "report")
    var bound: HTML?
    if let value = period.judged?.finding.bound, value <= largest {
      bound = """
        <line class="bound" x1="\(pixels(x(index)))" x2="\(pixels(x(index) + step))" y1="\(pixels(y(value)))" y2="\(pixels(y(value)))"/>
        """
    }
    return """
      <a href="#p\(period.period)" class="\(state)"><title>\(hint)</title>\
      <rect class="place" x="\(pixels(x(index)))" y="\(pixels(canvas.top))" width="\(pixels(step))" height="\(pixels(canvas.span))"/>\
      \(rectangle("reports", period.reports.count, at: index, margin: 0.08))\
      \(rectangle("stories", period.stories, at: index, margin: 0.22))\(bound)</a>

      """
  }

  private func rectangle(_ name: String, _ count: Int, at index: Int, margin: Double) -> HTML {
    let top = y(Double(count))
    return """
      <rect class="\(name)" x="\(pixels(x(index) + margin * step))" y="\(pixels(top))" width="\(pixels((1 - 2 * margin) * step))" height="\(pixels(canvas.height - canvas.bottom - top))"/>
      """
  }

  /// The expectation, with gaps where nothing is judged.
  private var expectedPath: String {
    var path = ""
    var isDrawing = false
    for (index, period) in periods.enumerated() {
      guard let expected = period.judged?.finding.expected else {
        isDrawing = false
        continue
      }
      let height = pixels(y(expected))
      path += "\(isDrawing ? "L" : "M")\(pixels(x(index))) \(height)H\(pixels(x(index) + step))"
      isDrawing = true
    }
    return path
  }

  private var axis: HTML {
    let middle = Int((largest / 2).rounded(.down))
    return Set([0, middle, Int(largest)]).sorted().map { value in
      canvas.grid(say.number(value), at: y(Double(value)))
    }.joined(by: "")
  }

  /// The first day of the first and the last day of the last period.
  private var days: HTML {
    guard let first = periods.first, let last = periods.last else { return .nothing }
    return canvas.days(
      watch.step.firstDay(of: first.period).description,
      watch.step.lastDay(of: last.period).description)
  }

  private func pixels(_ value: Double) -> String { ChartCanvas.pixels(value) }
}
