internal import Recording

extension PageParts {
  /// The page of outlets.
  func sourcesPage(_ view: ArchiveView) throws -> HTML {
    let sources = try view.sources()
    let rows = sources.map { source -> HTML in
      let name: HTML =
        source.name.map { name in
          let query = QueryItems([QueryItems.Item(name: "source", value: name)])
          return "<a href=\"\(address(.list(.articles), query))\">\(HTML.outside(name))</a>"
        } ?? self.source(nil)
      return """
        <tr><th scope="row">\(name)</th><td class="number">\(say.number(source.articles))</td>\
        <td>\(day(source.first))</td><td>\(day(source.last))</td></tr>

        """
    }
    let table: HTML = """
      <div class="list-head"><p class="total">\(say.count(sources.count, "source"))</p>\(exports(.sources))</div>
      <table><thead><tr><th scope="col">\(say["sources.name"])</th>\
      <th scope="col" class="number">\(say["sources.articles"])</th>\
      <th scope="col">\(say["sources.first"])</th><th scope="col">\(say["sources.last"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
    let content: HTML = """
      <h1>\(say["sources.title"])</h1>
      <p class="lead">\(say["sources.lead"])</p>
      <p><a href="\(address(.feeds))">\(say["feeds.title"])</a> · \
      <a href="\(address(.list(.edits)))">\(say["edits.title"])</a></p>
      \(sources.isEmpty ? empty("front.empty") : table)
      """
    return PageFrame(self).page(title: say["sources.title"], name: "sources", content)
  }
}
