/// The sheet on which a chart is drawn: its size in the units of its drawing, and what is left free.
///
/// Each chart is drawn twice, for wide windows and for phones, so that its words are legible on both; the
/// style sheet shows one of them. Time runs from left to right in both languages.
struct ChartCanvas: Sendable {
  /// The name by which the style sheet knows it.
  let name: String
  let width: Double
  let height: Double
  /// What is left free for numbers and days: at the left, at the top, at the bottom.
  let left: Double
  let top: Double
  let bottom: Double

  /// For wide windows.
  static let wide = ChartCanvas(
    name: "wide", width: 900, height: 260, left: 44, top: 12, bottom: 28)
  /// For phones.
  static let narrow = ChartCanvas(
    name: "narrow", width: 340, height: 230, left: 30, top: 12, bottom: 28)

  /// A strip of small bars, for wide windows.
  static let wideStrip = ChartCanvas(
    name: "wide", width: 900, height: 96, left: 44, top: 8, bottom: 24)
  /// A strip of small bars, for phones.
  static let narrowStrip = ChartCanvas(
    name: "narrow", width: 340, height: 96, left: 30, top: 8, bottom: 24)

  /// The same drawing on both sheets.
  static func both(_ draw: (ChartCanvas) -> HTML) -> HTML { draw(.wide) + draw(.narrow) }

  /// The height that is left for the drawing.
  var span: Double { height - top - bottom }

  /// The width of each of so many periods.
  func step(_ count: Int) -> Double { (width - left) / Double(max(count, 1)) }

  /// The drawing as a picture with a label.
  func picture(_ label: String, _ content: HTML) -> HTML {
    """
    <svg class="chart" data-size="\(name)" viewBox="0 0 \(ChartCanvas.pixels(width)) \(ChartCanvas.pixels(height))" role="img" aria-label="\(label)" direction="ltr">
    \(content)
    </svg>

    """
  }

  /// A line across, with its number at the left.
  func grid(_ number: String, at height: Double) -> HTML {
    let y = ChartCanvas.pixels(height)
    return """
      <line class="grid" x1="\(ChartCanvas.pixels(left))" x2="\(ChartCanvas.pixels(width))" y1="\(y)" y2="\(y)"/>\
      <text x="\(ChartCanvas.pixels(left - 6))" y="\(ChartCanvas.pixels(height + 4))" text-anchor="end">\(number)</text>
      """
  }

  /// The first and the last day, below.
  func days(_ first: String, _ last: String) -> HTML {
    let base = ChartCanvas.pixels(height - 8)
    return """
      <text x="\(ChartCanvas.pixels(left))" y="\(base)" text-anchor="start">\(first)</text>\
      <text x="\(ChartCanvas.pixels(width))" y="\(base)" text-anchor="end">\(last)</text>
      """
  }

  /// A length with one decimal.
  static func pixels(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
