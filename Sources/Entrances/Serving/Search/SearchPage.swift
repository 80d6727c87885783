internal import Recording

/// The search page: the form, what was found, and how it is spread.
struct SearchPage: Sendable {
  let fields: SearchFields
  let rows: FoundRows?
  let facets: SearchFacets?
  let marker: (@Sendable (String) -> MarkedText)?
  let sources: [SourceSummary]

  /// The hits on a page.
  static let hitsPerPage = 20

  /// Reads what the page shows.
  init(_ fields: SearchFields, _ view: ArchiveView) throws {
    self.fields = fields
    sources = try view.sources()
    guard let query = fields.query else {
      (rows, facets, marker) = (nil, nil, nil)
      return
    }
    rows = try FoundRows(query, fields, limit: SearchPage.hitsPerPage, view)
    facets = try view.facets(of: query, in: fields.kind)
    marker = try view.marker(of: query)
  }

  func html(_ parts: PageParts) -> HTML {
    var parts = parts
    parts.marker = marker
    let say = parts.say
    let title =
      fields.text.isEmpty
      ? say["search.title"]
      : say["search.title_for", ["query": "\u{2068}\(fields.text)\u{2069}"]]
    let content: HTML = """
      <h1>\(title)</h1>
      \(form(parts))
      \(fields.fault.map { parts.searchFault($0) })
      \(rows.map { found($0, parts) } ?? help(parts))
      """
    return PageFrame(parts, query: fields.text, script: "search.js")
      .page(title: title, name: "search", content)
  }

  private func form(_ parts: PageParts) -> HTML {
    let say = parts.say
    return """
      <form class="wide-search" method="get" action="\(parts.address(.search))">
      <p class="main-field"><input type="search" name="q" value="\(fields.text)"\(parts.direction(of: fields.text)) list="suggestions" autocomplete="off" aria-label="\(say["search.label"])" placeholder="\(say["search.placeholder"])" maxlength="\(SearchFields.textLimit)">
      <datalist id="suggestions"></datalist>
      <button type="submit">\(say["search.button"])</button></p>
      <details\(isChosen(parts) ? " open" : "" as HTML)><summary>\(say["search.options"])</summary>
      <div class="fields">
      \(choice("in", SearchKind.allCases.map(\.rawValue), parts))
      \(choice("order", SearchOrder.allCases.map(\.rawValue), parts))
      \(choice("joining", SearchQuery.Joining.allCases.map(\.rawValue), parts))
      \(choice("matching", SearchQuery.Matching.allCases.map(\.rawValue), parts))
      \(choice("names", ["yes", "no"], parts))
      \(parts.sourceChoice(sources))
      \(parts.dayField("since"))
      \(parts.dayField("until"))
      </div></details>
      </form>
      """
  }

  /// Whether anything but the words was chosen.
  private func isChosen(_ parts: PageParts) -> Bool {
    let usual = [
      "in": "articles", "order": "relevance", "joining": "all", "matching": "forms", "names": "yes",
    ]
    return ["in", "order", "joining", "matching", "names", "source", "since", "until"].contains {
      parts.request.query[$0] ?? usual[$0] != usual[$0]
    }
  }

  private func choice(_ name: String, _ values: [String], _ parts: PageParts) -> HTML {
    parts.choice(
      name, label: parts.say["search.\(name)"],
      values.map { (value: $0, label: parts.say["search.\(name).\($0)"]) })
  }

  private func found(_ rows: FoundRows, _ parts: PageParts) -> HTML {
    if rows.isEmpty { return parts.empty("search.none") + correction(rows, parts) + help(parts) }
    let feeds: HTML? = fields.kind == .articles ? parts.searchFeeds(parts.request.query) : nil
    return """
      <div class="found-columns">
      <div class="found-rows">
      <div class="list-head">\(parts.total(rows.total, noun))\(feeds)</div>
      \(list(rows, parts))
      \(pager(rows, parts))
      </div>
      \(facets.map { parts.facets($0, of: fields.text) })
      </div>
      """
  }

  /// The noun of the total's wording.
  private var noun: String {
    fields.kind == .articles ? "result" : String(fields.kind.rawValue.dropLast())
  }

  private func list(_ rows: FoundRows, _ parts: PageParts) -> HTML {
    switch rows {
    case .articles(let result): return "<ul class=\"rows\">\(result.hits.map(parts.hitRow))</ul>"
    case .statements(let page):
      let cards = page.rows.map {
        parts.statementCard($0.statement, content: $0.content, at: .list($0.origin))
      }
      return "<ul class=\"cards wide-cards\">\(cards)</ul>"
    case .outlooks(let page):
      let cards = page.rows.map { parts.outlookCard($0) }
      return "<ul class=\"cards wide-cards\">\(cards)</ul>"
    case .events(let page):
      let cards = page.rows.map { parts.eventCard($0, at: .list($0.origin)) }
      return "<ul class=\"cards wide-cards\">\(cards)</ul>"
    }
  }

  private func correction(_ rows: FoundRows, _ parts: PageParts) -> HTML {
    guard case .articles(let result) = rows, let text = result.correction else { return .nothing }
    let query = parts.request.query.without("page").setting("q", text)
    return """
      <p class="correction">\(parts.say["search.correction"]) \
      <a href="\(parts.address(.search, query))">\(HTML.outside(text))</a></p>
      """
  }

  private func pager(_ rows: FoundRows, _ parts: PageParts) -> HTML {
    guard case .articles(let result) = rows else { return parts.pager(.search, next: rows.next) }
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

  private func help(_ parts: PageParts) -> HTML {
    let say = parts.say
    let keys = ["words", "phrase", "not", "group", "near", "exact", "names", "fields"]
    let items = keys.map { key -> HTML in "<li>\(say["search.help.\(key)"])</li>" }
    let saved = parts.address(.searches)
    return """
      <section class="help"><h2>\(say["search.help.title"])</h2><ul>\(items)</ul>
      <p><a href="\(saved)">\(say["searches.title"])</a></p></section>
      """
  }
}
