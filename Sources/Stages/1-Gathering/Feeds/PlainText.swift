extension StringProtocol {
  /// Without white space at both ends.
  func trimmingSpace() -> String {
    let whole = String(self)
    let range = WhiteSpace.trimmed(whole.utf8.span)
    if range.count == whole.utf8.count { return whole }
    let start = whole.utf8.index(whole.startIndex, offsetBy: range.lowerBound)
    return String(whole[start..<whole.utf8.index(start, offsetBy: range.count)])
  }
}

/// Text out of what feeds put into titles and summaries: plain, or HTML, or HTML escaped once more.
enum PlainText {
  /// The text without tags and entities, white space run together; `nil` if nothing is left.
  static func of(_ text: String?) -> String? {
    guard let text else { return nil }
    let utf8 = text.utf8.span
    var hasMarkup = false
    for i in utf8.indices where utf8[i] == 0x3C || utf8[i] == 0x26 {
      hasMarkup = true
      break
    }
    let words =
      hasMarkup ? WhiteSpace.collapsed(MarkupText.of(utf8).span) : WhiteSpace.collapsed(utf8)
    return words.isEmpty ? nil : words
  }
}
