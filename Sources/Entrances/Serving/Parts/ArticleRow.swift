internal import Recording

extension PageParts {
  /// An article of a list.
  func articleRow(_ row: ArticleHeading) -> HTML {
    var counts: [HTML] = []
    if row.statements > 0 { counts.append(HTML(text: say.count(row.statements, "statement"))) }
    if row.outlooks > 0 { counts.append(HTML(text: say.count(row.outlooks, "outlook"))) }
    if row.events > 0 { counts.append(HTML(text: say.count(row.events, "event"))) }
    if let story = row.story, story.reports > 1 { counts.append(storyLink(row.id, story)) }
    let found: HTML =
      counts.isEmpty ? .nothing : "<p class=\"found\">\(counts.joined(by: " · "))</p>"
    return """
      <li class="article-row">
      <h3 dir="auto"><a href="\(address(.article(id: row.id)))">\(heading(row.title))</a></h3>
      <p class="meta">\(source(row.source)) · \(published(row.published))</p>
      <p class="opening" dir="auto">\(row.opening)</p>
      \(found)</li>

      """
  }

  /// An article that a search found.
  func hitRow(_ hit: SearchHit) -> HTML {
    let title = hit.title.text.isEmpty ? heading("") : HTML(hit.title)
    let snippets = hit.snippets.map { snippet -> HTML in
      let (before, after): (HTML, HTML) = (
        snippet.continuesBefore ? "… " : "", snippet.continuesAfter ? " …" : ""
      )
      return "<p class=\"opening\" dir=\"auto\">\(before)\(HTML(snippet.marked))\(after)</p>\n"
    }
    return """
      <li class="article-row">
      <h3 dir="auto"><a href="\(address(.article(id: hit.id)))">\(title)</a></h3>
      <p class="meta">\(source(hit.source)) · \(published(hit.published))</p>
      \(snippets)</li>

      """
  }
}
