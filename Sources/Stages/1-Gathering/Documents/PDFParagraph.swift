/// A paragraph of a PDF, put together of its lines.
struct PDFParagraph {
  var text: String
  /// The height of its first line in points.
  let height: Double

  /// The paragraphs of a page's lines.
  ///
  /// A line goes on in the next if it reaches the end of its column, and the next stands just below it, in letters as
  /// high.
  static func paragraphs(of lines: [PDFPage.Line]) -> [PDFParagraph] {
    var found: [PDFParagraph] = []
    var open: [PDFPage.Line] = []
    for line in lines {
      if let last = open.last, !goesOn(last, line, lines) {
        found.append(PDFParagraph(open))
        open = []
      }
      open.append(line)
    }
    if !open.isEmpty { found.append(PDFParagraph(open)) }
    return found
  }

  private init(_ lines: [PDFPage.Line]) {
    height = lines[0].bottom - lines[0].top
    text = lines.dropFirst().reduce(lines[0].text) { text, line in
      // A Latin word divided at the line's end.
      let isDivided =
        text.utf8.last == UInt8(ascii: "-")
        && text.dropLast().unicodeScalars.last.map { $0.isASCII && $0.properties.isAlphabetic }
          ?? false
      return isDivided ? text.dropLast() + line.text : "\(text) \(line.text)"
    }
  }

  private static func goesOn(
    _ line: PDFPage.Line, _ next: PDFPage.Line, _ all: [PDFPage.Line]
  ) -> Bool {
    let (height, nextHeight) = (line.bottom - line.top, next.bottom - next.top)
    let gap = next.top - line.bottom
    guard abs(height - nextHeight) < 0.2 * height, gap < 0.9 * height, next.top > line.top else {
      return false
    }
    let column = all.filter { $0.left < line.right && $0.right > line.left }
    let (left, right) = (
      column.map(\.left).min() ?? line.left, column.map(\.right).max() ?? line.right
    )
    let rest = line.isRightToLeft ? line.left - left : right - line.right
    return rest < 0.15 * (right - left)
  }
}
