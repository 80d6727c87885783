internal import ArabicQuantities
internal import NewsModel
internal import Watching

/// A watch's series split by groups of sources: a strip of bars each, all of one scale.
struct WatchGroups {
  private let watch: Watch
  private let periods: [WatchPeriod]
  private let say: Wording

  init(_ watch: Watch, _ periods: [WatchPeriod], _ say: Wording) {
    self.watch = watch
    self.periods = periods
    self.say = say
  }

  /// The section; nothing if the user has no groups.
  var html: HTML {
    guard let groups = periods.first?.groups, !groups.isEmpty else { return .nothing }
    let strips = groups.indices.map { index -> HTML in
      let name = WatchGroups.name(groups[index].name, say)
      let total = periods.reduce(0) { $0 + $1.groups[index].stories }
      return """
        <figure class="series"><figcaption><b>\(name)</b> \(say.count(total, "independent_story"))</figcaption>
        \(strip(index, .wideStrip))\(strip(index, .narrowStrip))</figure>

        """
    }
    return """
      <section><h2>\(say["watch.groups"])</h2><p class="muted">\(say["watch.groups.lead"])</p>
      \(strips)</section>
      """
  }

  /// The stories of each group in a period, on a line; nothing if the user has no groups.
  static func line(_ period: WatchPeriod, _ say: Wording) -> HTML {
    guard period.stories > 0, !period.groups.isEmpty else { return .nothing }
    let counts = period.groups.map { group -> HTML in
      "\(name(group.name, say)) <b>\(say.number(group.stories))</b>"
    }
    return "<p class=\"muted\">\(counts.joined(by: " · "))</p>"
  }

  private static func name(_ name: String?, _ say: Wording) -> HTML {
    name.map { HTML.outside($0) } ?? HTML(text: say["watch.group.none"])
  }

  private var largest: Int { max(1, periods.flatMap(\.groups).map(\.stories).max() ?? 1) }

  private func strip(_ group: Int, _ canvas: ChartCanvas) -> HTML {
    let step = canvas.step(periods.count)
    let base = canvas.height - canvas.bottom
    let bars = periods.enumerated().map { index, period -> HTML in
      let count = period.groups[group].stories
      let height = canvas.span * Double(count) / Double(largest)
      let first = watch.step.firstDay(of: period.period)
      let days = say.days(first...watch.step.lastDay(of: period.period))
      let x = canvas.left + Double(index) * step
      return """
        <a href="#p\(period.period)" class="judged"><title>\(days): \(say.count(count, "independent_story"))</title>\
        <rect class="place" x="\(ChartCanvas.pixels(x))" y="\(ChartCanvas.pixels(canvas.top))" width="\(ChartCanvas.pixels(step))" height="\(ChartCanvas.pixels(canvas.span))"/>\
        <rect class="stories" x="\(ChartCanvas.pixels(x + 0.15 * step))" y="\(ChartCanvas.pixels(base - height))" width="\(ChartCanvas.pixels(0.7 * step))" height="\(ChartCanvas.pixels(height))"/></a>

        """
    }
    let grid = [0, largest].map { number in
      canvas.grid(
        say.number(number), at: base - canvas.span * Double(number) / Double(largest))
    }
    return canvas.picture(
      say["watch.chart", ["name": watch.name]], "\(grid)\n\(bars)\n\(days(canvas))")
  }

  private func days(_ canvas: ChartCanvas) -> HTML {
    guard let first = periods.first, let last = periods.last else { return .nothing }
    return canvas.days(
      watch.step.firstDay(of: first.period).description,
      watch.step.lastDay(of: last.period).description)
  }
}
