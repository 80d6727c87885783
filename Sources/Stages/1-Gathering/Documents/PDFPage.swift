internal import ArabicScript

/// A page of a PDF: its lines in the order in which poppler gives them.
struct PDFPage {
  /// A line in the order of reading, with its place in points from the top left corner.
  struct Line {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// The block that poppler puts the line in, counted over the page.
    var block: Int
    /// Whether the line is read from right to left.
    var isRightToLeft: Bool
  }

  private let lines: [Line]

  /// Reads a page out of `pdftotext -bbox-layout`.
  init(_ page: XMLElement) {
    var lines: [Line] = []
    var block = 0
    page.visit { element in
      if element.name == "block" { block += 1 }
      if element.name == "line", let line = PDFPage.line(element, block) { lines.append(line) }
    }
    self.lines = lines
  }

  /// The words of a line by their places, which is visual order, turned into that of reading.
  private static func line(_ element: XMLElement, _ block: Int) -> Line? {
    struct Word {
      let text: String
      let left: Double
      let right: Double
    }
    let words = element.children.filter { $0.name == "word" }.map {
      Word(text: $0.text, left: number($0, "xmin"), right: number($0, "xmax"))
    }.sorted { $0.left < $1.left }
    let (top, bottom) = (number(element, "ymin"), number(element, "ymax"))
    guard !words.isEmpty else { return nil }
    var visual = ""
    for (index, word) in words.enumerated() {
      // Vowel signs break words; what stands this close is one.
      if index > 0, word.left - words[index - 1].right > 0.06 * (bottom - top) { visual += " " }
      visual += word.text
    }
    let isArabic = visual.unicodeScalars.contains { isArabicLetter($0.value) }
    let order = VisualOrder(of: visual)
    let isVisual = isArabic && order.visualEvidence >= order.readingEvidence
    let text = (isVisual ? VisualOrder.repaired(withMarksBefore(visual)) : visual).trimmingSpace()
    return text.isEmpty
      ? nil
      : Line(
        text: text, left: words[0].left, right: words.map(\.right).max() ?? 0, top: top,
        bottom: bottom, block: block, isRightToLeft: isArabic)
  }

  /// Vowel signs, which poppler tells behind their letters, before them, where they stand in all of visual order.
  private static func withMarksBefore(_ visual: String) -> String {
    var output = String.UnicodeScalarView()
    var letter: Unicode.Scalar?
    for scalar in visual.unicodeScalars {
      let isMark = (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
      if !isMark {
        if let letter { output.append(letter) }
        letter = scalar
      } else {
        output.append(scalar)
      }
    }
    if let letter { output.append(letter) }
    return String(output)
  }

  private static func number(_ element: XMLElement, _ name: String) -> Double {
    element[name].flatMap(Double.init) ?? 0
  }

  private static func isArabicLetter(_ value: UInt32) -> Bool {
    (0x620...0x6D3).contains(value) || (0xFB50...0xFDFB).contains(value)
      || (0xFE70...0xFEFC).contains(value)
  }

  /// The pages' lines without page numbers, and without what stands first or last on half of the pages.
  static func withoutRunningTitles(_ pages: [PDFPage]) -> [[Line]] {
    var counts: [String: Int] = [:]
    for page in pages {
      for text in Set(page.edges.map { withoutDigits(page.lines[$0].text) }) {
        counts[text, default: 0] += 1
      }
    }
    return pages.map { page in
      page.lines.enumerated().filter { index, line in
        let rest = withoutDigits(line.text)
        guard page.edges.contains(index) else { return true }
        let isNumber = !rest.unicodeScalars.contains { $0.properties.isAlphabetic }
        return !isNumber && (pages.count < 3 || 2 * counts[rest, default: 0] <= pages.count)
      }.map(\.element)
    }
  }

  /// The lines nearest to the top and to the bottom.
  private var edges: [Int] {
    let order = lines.indices.sorted { lines[$0].top < lines[$1].top }
    return lines.count < 3 ? [] : [order[0], order[order.count - 1]]
  }

  private static func withoutDigits(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.numericType == nil }))
  }
}
