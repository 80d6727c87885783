/// The text of an HTML page that is a letter rather than an article: all of it, line by line.
enum HTMLText {
  /// The lines that are not blank, white space within them run together.
  static func lines(of page: XMLElement) -> String {
    let text = page.child("body")?.text ?? page.text
    let lines = text.split(separator: "\u{2028}").map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
