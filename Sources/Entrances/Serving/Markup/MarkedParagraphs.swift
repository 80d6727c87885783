internal import ArabicScript

/// An article's text as paragraphs in which marks are nested elements.
///
/// Marks may overlap in any way. One that would cross the end of another is closed there and opened
/// again behind it, so that each mark is one or more elements, of which the first carries its anchor.
struct MarkedParagraphs {
  private let utf8: [UInt8]
  private let marks: [TextMark]

  /// Prepares a text; marks outside of it are dropped, those that stick out are cut.
  init(_ text: String, marks: [TextMark]) {
    let utf8 = Array(text.utf8)
    self.utf8 = utf8
    self.marks = marks.compactMap { $0.fitted(to: utf8) }
      .sorted { a, b in
        (a.range.start, -a.range.end, a.rank) < (b.range.start, -b.range.end, b.rank)
      }
  }

  /// The paragraphs that aren't blank.
  ///
  /// - Parameters:
  ///   - quiet: A range whose paragraphs are shown as said already (the title in the text).
  ///   - reference: Gives the link to a record, put behind the end of its mark.
  /// - Returns: A `p` element a paragraph.
  func html(quiet: TextRange?, reference: (String) -> HTML) -> HTML {
    var result = HTML.nothing
    var opened: Set<String> = []
    for paragraph in paragraphs {
      let isQuiet = quiet?.contains(paragraph) ?? false
      result += isQuiet ? "<p dir=\"auto\" class=\"said\">" : "<p dir=\"auto\">"
      result += pieces(of: paragraph, opened: &opened, reference)
      result += "</p>\n"
    }
    return result
  }

  /// The text between line ends, without white space around it.
  private var paragraphs: [TextRange] {
    var result: [TextRange] = []
    var start = 0
    while start < utf8.count {
      var end = start
      while end < utf8.count, utf8[end] != 0x0A { end += 1 }
      var (first, last) = (start, end)
      while first < last, MarkedParagraphs.isSpace(utf8[first]) { first += 1 }
      while last > first, MarkedParagraphs.isSpace(utf8[last - 1]) { last -= 1 }
      if first < last { result.append(TextRange(first, last)) }
      start = end + 1
    }
    return result
  }

  fileprivate static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  private func pieces(
    of paragraph: TextRange, opened: inout Set<String>, _ reference: (String) -> HTML
  ) -> HTML {
    let inside = marks.filter { $0.range.overlaps(paragraph) }
    var borders: Set<Int> = [paragraph.start, paragraph.end]
    for mark in inside {
      borders.insert(max(mark.range.start, paragraph.start))
      borders.insert(min(mark.range.end, paragraph.end))
    }
    var result = HTML.nothing
    var stack: [TextMark] = []
    var position = paragraph.start
    for border in borders.sorted() {
      result += HTML(text: String(decoding: utf8[position..<border], as: UTF8.self))
      position = border
      close(at: border, isLast: border == paragraph.end, &stack, &result, reference)
      guard border < paragraph.end else { continue }
      let opening = inside.filter { max($0.range.start, paragraph.start) == border }
      for mark in opening where mark.range.end > border {
        open(mark, &result, opened: &opened)
        stack.append(mark)
      }
    }
    return result
  }

  /// Closes the marks that end here; those inside of them that go on are opened again.
  private func close(
    at border: Int, isLast: Bool, _ stack: inout [TextMark], _ result: inout HTML,
    _ reference: (String) -> HTML
  ) {
    guard let lowest = stack.firstIndex(where: { isLast || $0.range.end <= border }) else { return }
    let affected = stack[lowest...]
    result += HTML(stringLiteral: String(repeating: "</span>", count: affected.count))
    for mark in affected.reversed() where mark.range.end <= border {
      if let anchor = mark.anchor { result += reference(anchor) }
    }
    stack.removeSubrange(lowest...)
    guard !isLast else { return }
    for mark in affected where mark.range.end > border {
      result += tag(of: mark, withAnchor: false)
      stack.append(mark)
    }
  }

  private func open(_ mark: TextMark, _ result: inout HTML, opened: inout Set<String>) {
    let isFirst = mark.anchor.map { opened.insert($0).inserted } ?? false
    result += tag(of: mark, withAnchor: isFirst)
  }

  private func tag(of mark: TextMark, withAnchor: Bool) -> HTML {
    let id: HTML = withAnchor ? " id=\"\(mark.anchor ?? "")\"" : ""
    let record: HTML = mark.record.map { " data-record=\"\($0)\"" } ?? ""
    return "<span\(id) class=\"\(mark.classes)\"\(record) title=\"\(mark.hint)\">"
  }
}

extension TextMark {
  /// The mark within the text and without white space around it; `nil` if nothing is left.
  fileprivate func fitted(to utf8: [UInt8]) -> TextMark? {
    var (start, end) = (range.start, min(range.end, utf8.count))
    while start < end, MarkedParagraphs.isSpace(utf8[start]) { start += 1 }
    while end > start, MarkedParagraphs.isSpace(utf8[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    return TextMark(
      range: TextRange(start, end), classes: classes, anchor: anchor, record: record, hint: hint,
      rank: rank)
  }
}
