internal import ArabicQuantities

extension Brief {
  /// The brief as Markdown (CommonMark); what comes from outside is escaped.
  ///
  /// - Parameters:
  ///   - language: Its language.
  ///   - site: The address under which the pages are seen, for links; `nil` for none.
  /// - Returns: The text.
  package func markdown(in language: PageLanguage, site: String?) -> String {
    let say = Wording(language)
    var text = "# \(Brief.escaped(title(say)))\n"
    for part in parts(say) {
      text += "\n## \(Brief.escaped(heading(part, say)))\n\n"
      if part.items.isEmpty { text += "\(say["brief.nothing"])\n" }
      for item in part.items {
        let title = Brief.escaped(item.title)
        let link = site.map { "[\(title)](\(Brief.address($0, item, language)))" } ?? title
        // A backslash before the end of a line breaks it.
        text +=
          (["- **\(link)**"] + item.lines.map { "  \(Brief.escaped($0))" })
          .joined(separator: "\\\n") + "\n"
      }
    }
    return text + "\n\(say["site.stance"])\n"
  }

  /// The brief's title, with its days.
  package func title(in language: PageLanguage) -> String { title(Wording(language)) }

  /// The brief as an HTML page of its own, without style or script.
  ///
  /// - Parameters:
  ///   - language: Its language.
  ///   - site: The address under which the pages are seen, for links; `nil` for none.
  /// - Returns: The page.
  package func html(in language: PageLanguage, site: String?) -> String {
    let say = Wording(language)
    let sections = parts(say).map { part -> HTML in
      let items = part.items.map { item -> HTML in
        let name: HTML =
          site.map { site -> HTML in
            "<a href=\"\(Brief.address(site, item, language))\">\(item.title)</a>"
          } ?? HTML(text: item.title)
        let lines = item.lines.map { "<br>\($0)" as HTML }
        return "<li><b><bdi>\(name)</bdi></b>\(lines)</li>\n"
      }
      let list: HTML =
        items.isEmpty ? "<p>\(say["brief.nothing"])</p>" : "<ul>\n\(items)</ul>"
      return "<h2>\(heading(part, say))</h2>\n\(list)\n"
    }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.code)" dir="\(language.direction)">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(title(say))</title></head>
      <body>
      <h1>\(title(say))</h1>
      \(sections)<p>\(say["site.stance"])</p>
      </body>
      </html>

      """
    return page.markup
  }

  func title(_ say: Wording) -> String { say["brief.title", ["days": say.days(days)]] }

  /// The part's title, with how many there are if not all are shown.
  func heading(_ part: Part, _ say: Wording) -> String {
    part.total > part.items.count
      ? say[
        "brief.part",
        [
          "title": part.title, "n": say.number(part.items.count), "all": say.number(part.total),
        ]]
      : part.title
  }

  static func address(_ site: String, _ item: Item, _ language: PageLanguage) -> String {
    let base = site.hasSuffix("/") ? String(site.dropLast()) : site
    return base + Link.address(item.route, in: language)
  }

  /// The text on one line, with what Markdown would take for its own set apart.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 {
        result.append(" ")
        continue
      }
      if "\\`*_[]<>#|&!".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
