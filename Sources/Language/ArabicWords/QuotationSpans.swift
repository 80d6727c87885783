internal import ArabicScript

/// A quotation: what stands between two quotation marks.
public struct QuotationSpan: Sendable, Hashable {
  /// The token of the opening mark.
  public let open: Int
  /// The token of the closing mark; the token behind the paragraph's last one if it never closes.
  public let close: Int
  /// How many quotations it stands in.
  public let depth: Int
  /// Whether the closing mark is there.
  public let isClosed: Bool

  /// The tokens between the marks.
  public var content: Range<Int> { open + 1..<max(open + 1, close) }

  /// The quotation, if it never closes, as one that ends before a token within it.
  ///
  /// - Parameter end: The token behind its last one.
  /// - Returns: The quotation as far as that token; itself if it closes or the token stands outside.
  public func ending(before end: Int) -> QuotationSpan {
    guard !isClosed, open < end, end < close else { return self }
    return QuotationSpan(open: open, close: end, depth: depth, isClosed: false)
  }
}

extension TokenizedText {
  /// The quotations, by their opening marks.
  ///
  /// Whether a mark opens or closes is told by the white space around it, not by its shape, because
  /// pages close with the wrong mark (`“ “`, `» «`); shape and what is open decide only where the
  /// white space does not. A quotation ends with its paragraph at the latest; one that never closes
  /// ends with its sentence where the paragraph quotes again in a later one.
  ///
  /// - Complexity: O(n).
  public var quotations: [QuotationSpan] {
    var result: [QuotationSpan] = []
    for paragraph in paragraphs { pairMarks(in: paragraph, into: &result) }
    return result.sorted { ($0.open, $0.close) < ($1.open, $1.close) }
  }

  /// Whether the token is a quotation mark of whatever shape.
  public func isQuotationMark(_ i: Int) -> Bool {
    guard tokens[i].kind == .punctuation else { return false }
    switch firstCodePoint(i) {
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0x275D, 0x275E, 0x301D...0x301F, 0xFF02,
      0x300C...0x300F:
      return true
    default: return false
    }
  }

  private func pairMarks(in paragraph: Range<Int>, into result: inout [QuotationSpan]) {
    var stack: [Int] = []
    var spans: [QuotationSpan] = []
    for i in paragraph where isQuotationMark(i) {
      switch direction(i, paragraph, isOpen: !stack.isEmpty) {
      case .opens: stack.append(i)
      case .closes:
        guard let open = stack.popLast() else { continue }
        if i > open + 1 {
          spans.append(QuotationSpan(open: open, close: i, depth: stack.count, isClosed: true))
        }
      }
    }
    addUnclosed(stack, in: paragraph, to: &spans)
    result += spans
  }

  /// How many unclosed quotations of a paragraph may end with their sentence; keeps time linear.
  private static let mostUnclosed = 8

  /// Adds the quotations that never close, the outermost first.
  private func addUnclosed(
    _ stack: [Int], in paragraph: Range<Int>, to spans: inout [QuotationSpan]
  ) {
    var shift = 0
    for (index, open) in stack.enumerated() where open + 1 < paragraph.upperBound {
      let depth = index - shift
      let next = index + 1 < stack.count ? stack[index + 1] : paragraph.upperBound
      let end = paragraph.upperBound - 1
      guard index < Self.mostUnclosed,
        let stop = (open + 1..<max(open + 1, end)).first(where: { endsSentence($0) }), next > stop,
        next < paragraph.upperBound || spans.contains(where: { $0.open > stop })
      else {
        spans.append(
          QuotationSpan(open: open, close: paragraph.upperBound, depth: depth, isClosed: false))
        continue
      }
      spans = spans.map { span in
        guard span.open > stop else { return span }
        return QuotationSpan(
          open: span.open, close: span.close, depth: max(0, span.depth - 1), isClosed: span.isClosed
        )
      }
      spans.append(QuotationSpan(open: open, close: stop, depth: depth, isClosed: false))
      shift += 1
    }
  }

  /// Whether the token is a mark that ends a sentence, with white space behind it.
  private func endsSentence(_ i: Int) -> Bool {
    guard tokens[i].kind == .punctuation, tokens[i + 1].gap != .none else { return false }
    return [0x2E, 0x21, 0x61F, 0x3F].contains(firstCodePoint(i))
  }

  private enum Direction { case opens, closes }

  private func direction(_ i: Int, _ paragraph: Range<Int>, isOpen: Bool) -> Direction {
    let last = paragraph.upperBound - 1
    let gapBefore = i == paragraph.lowerBound || tokens[i].gap != .none || isOpeningBracket(i - 1)
    let gapAfter =
      i == last || tokens[i + 1].gap != .none
      || (tokens[i + 1].kind == .punctuation && !isQuotationMark(i + 1))
    if gapBefore && !gapAfter { return .opens }
    if gapAfter && !gapBefore { return .closes }
    if !gapBefore && !gapAfter, !isOpen { return .opens }
    if !gapBefore && !gapAfter, isColon(i - 1) || isProclitic(i - 1) { return .opens }
    return isOpen ? .closes : .opens
  }

  private func isColon(_ i: Int) -> Bool {
    tokens[i].kind == .punctuation && firstCodePoint(i) == 0x3A
  }

  private func isOpeningBracket(_ i: Int) -> Bool {
    tokens[i].kind == .punctuation && (firstCodePoint(i) == 0x28 || firstCodePoint(i) == 0x5B)
  }

  /// Whether the token is a proclitic written apart before a mark (`لـ"الحياة"`, `و"قسد"`).
  private func isProclitic(_ i: Int) -> Bool {
    tokens[i].kind == .word && key(i).count <= 4
      && [0x648, 0x628, 0x644, 0x641, 0x643].contains(firstCodePoint(i))
  }

  private func firstCodePoint(_ i: Int) -> UInt32 {
    let start = Int(tokens[i].start)
    let lead = utf8[start]
    if lead < 0x80 { return UInt32(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var codePoint = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for k in 1..<length { codePoint = codePoint << 6 | UInt32(utf8[start + k] & 0x3F) }
    return codePoint
  }
}
