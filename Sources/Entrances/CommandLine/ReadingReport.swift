internal import ArabicScript
internal import NewsModel

/// One article's reading for people at a terminal.
///
/// Each piece of the article stands in bidi isolates, so that Arabic and English don't reorder one
/// another, and without the controls and line ends that it may contain.
struct ReadingReport {
  /// How the report looks.
  struct Style: Sendable {
    /// Whether headings are emphasised with terminal codes.
    var isBold: Bool
    /// Whether each record names its rule.
    var isExplained: Bool
  }

  /// The report, with a blank line at its end.
  let text: String

  /// Writes the report of one reading of `article`.
  ///
  /// The article's text stands in it if it `isWhole`.
  init(_ article: Article, _ reading: Reading, _ style: Style, isWhole: Bool = false) {
    var writer = ReportWriter(text: article.text, style: style)
    writer.head(article, reading)
    if isWhole { writer.text() }
    writer.list("Statements", reading.statements) { $0.statement($1) }
    writer.list("Outlooks", reading.outlooks) { $0.outlook($1) }
    writer.list("Events", reading.events) { $0.event($1) }
    writer.list("Quantities", reading.quantities) { $0.quantity($1) }
    writer.mentions(reading.mentions)
    writer.list("Notes", reading.notes) { out, note in
      out.line(note.message + (note.range.map { " " + out.place($0) } ?? ""), indent: 1)
    }
    text = writer.output + "\n"
  }
}

/// Puts a report together line by line.
struct ReportWriter {
  private(set) var output = ""
  private let utf8: [UInt8]
  private let offsets: CodePointOffsets
  private let style: ReadingReport.Style

  init(text: String, style: ReadingReport.Style) {
    utf8 = Array(text.utf8)
    offsets = CodePointOffsets(utf8)
    self.style = style
  }

  mutating func line(_ text: String, indent: Int = 0) {
    output += String(repeating: "  ", count: indent) + text + "\n"
  }

  /// The whole text, a line a paragraph.
  mutating func text() {
    line("")
    for paragraph in utf8.split(separator: 0x0A) {
      let words = String(decoding: paragraph, as: UTF8.self)
      if words.utf8.contains(where: { $0 > 0x20 }) { line(isolated(words)) }
    }
  }

  mutating func heading(_ text: String) {
    output += style.isBold ? "\u{1B}[1m\(text)\u{1B}[0m\n" : "\(text)\n"
  }

  mutating func list<Record>(
    _ title: String, _ records: [Record], _ write: (inout ReportWriter, Record) -> Void
  ) {
    if records.isEmpty { return }
    line("")
    heading("\(title) (\(records.count))")
    for record in records { write(&self, record) }
  }

  func piece(_ range: TextRange) -> String {
    isolated(String(decoding: utf8[range.start..<range.end], as: UTF8.self))
  }

  /// Where a piece stands, in code points as in the JSON.
  func place(_ range: TextRange) -> String {
    "[\(offsets.codePoint(atByte: range.start)), \(offsets.codePoint(atByte: range.end))]"
  }

  mutating func tail(_ facts: [String?], inTitle: Bool, rule: String) {
    var facts = facts.compactMap { $0 }
    if inTitle { facts.append("in the title") }
    if style.isExplained { facts.append("rule \(rule)") }
    if !facts.isEmpty { line(facts.joined(separator: " · "), indent: 2) }
  }
}
