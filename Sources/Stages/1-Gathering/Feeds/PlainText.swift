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
    let hasMarkup = text.utf8.contains(0x3C) || text.utf8.contains(0x26)
    let plain = hasMarkup ? MarkupText.of(text) : text
    let words = WhiteSpace.collapsed(plain)
    return words.isEmpty ? nil : words
  }
}
