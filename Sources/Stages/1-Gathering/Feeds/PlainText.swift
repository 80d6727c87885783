extension StringProtocol {
  /// Without white space at both ends.
  func trimmingSpace() -> String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

/// Text out of what feeds put into titles and summaries: plain, or HTML, or HTML escaped once more.
enum PlainText {
  /// The text without tags and entities, white space run together; `nil` if nothing is left.
  static func of(_ text: String?) -> String? {
    guard let text else { return nil }
    let hasMarkup = text.utf8.contains(0x3C) || text.utf8.contains(0x26)
    let plain = hasMarkup ? withoutMarkup(text) : text
    let words = plain.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func withoutMarkup(_ text: String) -> String {
    // A lone `<` or `&` that begins no tag and no entity is text, which the parser keeps.
    XMLElement.document(html: Array("<body>\(text)</body>".utf8))?.text ?? text
  }
}
