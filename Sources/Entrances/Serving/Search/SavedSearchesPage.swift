internal import NewsModel
internal import Recording

/// The searches that people keep.
struct SavedSearchesPage: Sendable {
  let searches: [SavedSearch]

  /// Reads what the page shows.
  init(_ view: ArchiveView) throws { searches = try view.savedSearches() }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let rows = searches.map { search -> HTML in
      let query = search.queryItems
      return """
        <li class="article-row">
        <h3 dir="auto"><a href="\(parts.address(.search, query))">\(search.name)</a></h3>
        <p class="meta">\(say["search.in.\(search.kind.rawValue)"])</p>
        <p class="typed" dir="auto">\(search.text)</p>
        \(search.kind == .articles ? parts.searchFeeds(query) : nil)</li>

        """
    }
    let content: HTML = """
      <h1>\(say["searches.title"])</h1>
      <p class="lead">\(say["searches.lead"])</p>
      \(rows.isEmpty ? parts.empty("searches.none") : "<ul class=\"rows\">\(rows)</ul>")
      """
    return PageFrame(parts).page(title: say["searches.title"], name: "searches", content)
  }

  /// The list for programs.
  var json: [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in
        for search in searches {
          out.object { out in
            for (key, value) in [
              ("name", search.name), ("query", search.text), ("in", search.kind.rawValue),
              ("matching", search.options.matching.rawValue),
              ("joining", search.options.joining.rawValue),
              ("names", search.options.findsNames ? "yes" : "no"),
              ("page", Link.address(.search, in: .arabic, search.queryItems)),
            ] {
              out.key(key)
              out.string(value)
            }
            out.key("saved_at")
            out.integer(search.savedAt)
          }
        }
      }
    }
    return out.bytes
  }
}

extension SavedSearch {
  /// The fields of the search page that run it; usual ones are left out.
  var queryItems: QueryItems {
    let usual = SearchQuery.Options()
    let fields = [
      ("q", text), ("in", kind == .articles ? "" : kind.rawValue),
      ("matching", options.matching == usual.matching ? "" : options.matching.rawValue),
      ("joining", options.joining == usual.joining ? "" : options.joining.rawValue),
      ("names", options.findsNames ? "" : "no"),
    ]
    return QueryItems(fields.map { QueryItems.Item(name: $0.0, value: $0.1) })
  }
}

extension PageParts {
  /// The links to a search's feeds.
  func searchFeeds(_ query: QueryItems) -> HTML {
    let query = query.without("page", "order")
    return """
      <p class="exports">\(say["search.feeds"]): \
      <a href="\(address(.searchFeed(.atom), query))"><bdi>Atom</bdi></a> · \
      <a href="\(address(.searchFeed(.json), query))"><bdi>JSON Feed</bdi></a></p>
      """
  }
}
