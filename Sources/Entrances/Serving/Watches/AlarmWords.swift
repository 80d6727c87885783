package import NewsModel

/// An alarm as a letter says it: subject, plain text, and a page without style or script.
package struct AlarmWords: Sendable {
  /// The watch and the days.
  package let subject: String
  /// Reason, error rate and evidence as plain text.
  package let text: String
  /// The same as an HTML page.
  package let html: String

  /// Words an alarm.
  ///
  /// - Parameters:
  ///   - alarm: The alarm.
  ///   - language: The language.
  ///   - site: The address under which the pages are seen, for links; `nil` for none.
  package init(_ alarm: Alarm, in language: PageLanguage, site: String?) {
    let say = Wording(language)
    let base = site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    func address(_ route: Route) -> String? { base.map { $0 + Link.address(route, in: language) } }
    let title = "\(say["alarms.one"]): \(alarm.watchName) – \(say.days(alarm.days))"
    let sentences = [
      AlarmSentence.reason(alarm, in: language), AlarmSentence.errorRate(alarm, in: language),
    ]
    let evidence = alarm.evidence.map { piece in
      (
        title: piece.title.isEmpty ? say["list.no_title"] : piece.title,
        source: piece.source ?? say["list.no_source"], address: address(.article(id: piece.article))
      )
    }
    subject = title
    var lines = [title, ""] + sentences + alarm.passages.flatMap { ["", $0.marked] }
    lines += ["", "\(say["watch.evidence"]):"]
    for piece in evidence {
      lines.append("- \(piece.title) (\(piece.source))")
      if let address = piece.address { lines.append("  \(address)") }
    }
    let seen = base.map { $0 + alarm.address(in: language) }
    if let page = seen { lines += ["", page] }
    lines += ["", say["site.stance"], ""]
    text = lines.joined(separator: "\n")
    let items = evidence.map { piece -> HTML in
      let name: HTML =
        piece.address.map { "<a href=\"\($0)\">\(HTML.outside(piece.title))</a>" }
        ?? HTML.outside(piece.title)
      return "<li>\(name) \(HTML.outside(piece.source))</li>\n"
    }
    let link = seen.map { "<p><a href=\"\($0)\">\($0)</a></p>\n" as HTML }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.code)" dir="\(language.direction)">
      <head><meta charset="utf-8"><title>\(title)</title></head>
      <body>
      <h1>\(title)</h1>
      \(sentences.map { "<p>\($0)</p>\n" as HTML })\(alarm.passages.map(\.html))
      <h2>\(say["watch.evidence"])</h2>
      <ul>
      \(items)</ul>
      \(link)<p>\(say["site.stance"])</p>
      </body>
      </html>

      """
    html = page.markup
  }
}
