internal import Recording

/// The search page: the form, and what was found.
struct SearchPage: Sendable {
  let fields: SearchFields
  let result: SearchResult?
  let sources: [SourceSummary]

  /// The hits on a page.
  static let hitsPerPage = 20

  /// Reads what the page shows.
  init(_ fields: SearchFields, _ view: ArchiveView) throws {
    self.fields = fields
    sources = try view.sources()
    result = try fields.query.map {
      try view.search(
        $0, order: fields.searchOrder, limit: SearchPage.hitsPerPage,
        offset: (fields.page - 1) * SearchPage.hitsPerPage)
    }
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let title =
      fields.text.isEmpty
      ? say["search.title"]
      : say["search.title_for", ["query": "\u{2068}\(fields.text)\u{2069}"]]
    let content: HTML = """
      <h1>\(title)</h1>
      \(form(parts))
      \(result.map { found($0, parts) } ?? help(say))
      """
    return PageFrame(parts, query: fields.text).page(title: title, name: "search", content)
  }

  private func form(_ parts: PageParts) -> HTML {
    let say = parts.say
    let matchings = SearchFields.matchings.map { (value: $0, label: say["search.matching.\($0)"]) }
    let orders = SearchFields.orders.map { (value: $0, label: say["search.order.\($0)"]) }
    return """
      <form class="wide-search" method="get" action="\(parts.address(.search))">
      <p class="main-field"><input type="search" name="q" value="\(fields.text)"\(parts.direction(of: fields.text)) aria-label="\(say["search.label"])" placeholder="\(say["search.placeholder"])" maxlength="\(FilterFields.textLimit)">
      <button type="submit">\(say["search.button"])</button></p>
      <div class="fields">
      \(parts.choice("matching", label: say["search.matching"], matchings))
      \(parts.choice("order", label: say["search.order"], orders))
      \(parts.sourceChoice(sources))
      \(parts.dayField("since"))
      \(parts.dayField("until"))
      </div>
      </form>
      """
  }

  private func found(_ result: SearchResult, _ parts: PageParts) -> HTML {
    guard !result.hits.isEmpty else { return parts.empty("search.none") + help(parts.say) }
    return """
      \(parts.total(result.total, "result"))
      <ul class="rows">\(result.hits.map(parts.hitRow))</ul>
      \(pager(result, parts))
      """
  }

  private func pager(_ result: SearchResult, _ parts: PageParts) -> HTML {
    let seen = fields.page * SearchPage.hitsPerPage
    let hasNext =
      fields.page < SearchFields.pageLimit
      && (seen < result.total.value || result.total.isLowerBound)
    func link(_ page: Int, _ key: String, _ rel: String) -> HTML {
      let query = parts.request.query.setting("page", String(page))
      return """
        <a class="button" rel="\(rel)" href="\(parts.address(.search, query))">\(parts.say[key])</a>
        """
    }
    if fields.page == 1, !hasNext { return .nothing }
    return """
      <nav class="pager">\(fields.page > 1 ? link(fields.page - 1, "list.previous", "prev") : "<span></span>")
      <span>\(parts.say["list.page", ["n": parts.say.number(fields.page)]])</span>
      \(hasNext ? link(fields.page + 1, "list.next", "next") : "<span></span>")</nav>
      """
  }

  private func help(_ say: Wording) -> HTML {
    let items = ["words", "phrase", "exact", "not"].map { key -> HTML in
      "<li>\(say["search.help.\(key)"])</li>"
    }
    return "<section class=\"help\"><h2>\(say["search.help.title"])</h2><ul>\(items)</ul></section>"
  }
}
