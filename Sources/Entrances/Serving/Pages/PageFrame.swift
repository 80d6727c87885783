internal import NewsModel

/// What stands around every page: head, banner, sections, footer.
struct PageFrame {
  let parts: PageParts
  /// The search box's text.
  var query = ""
  /// The script that the page loads; it reads and works without.
  var script: String?

  /// The sections, in the order shown.
  private static let sections: [(route: Route, key: String)] = [
    (.front, "nav.front"), (.list(.articles), "nav.articles"), (.stories, "nav.stories"),
    (.list(.statements), "nav.statements"), (.list(.outlooks), "nav.outlooks"),
    (.list(.events), "nav.events"), (.entries(.actor), "nav.actors"),
    (.entries(.place), "nav.places"), (.watches, "nav.watches"),
    (.list(.ledger), "nav.ledger"), (.pressure, "nav.pressure"), (.list(.sources), "nav.sources"),
    (.about, "nav.about"),
  ]

  init(_ parts: PageParts, query: String = "", script: String? = nil) {
    self.parts = parts
    self.query = query
    self.script = script
  }

  /// A whole page.
  ///
  /// The title is that of the browser's tab, empty for the front page; `page-` and the name make the
  /// class name of the body.
  func page(title: String, name: String, _ content: HTML) -> HTML {
    let say = parts.say
    let language = parts.request.language
    let fullTitle = title.isEmpty ? say["site.name"] : "\(title) – \(say["site.name"])"
    let script: HTML? = script.map {
      "<script src=\"\(SiteAssets.address($0))\" defer></script>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.code)" dir="\(language.direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="description" content="\(say["site.tagline"])">
      <title>\(fullTitle)</title>
      <link rel="icon" href="\(SiteAssets.address("mark.svg"))" type="image/svg+xml">
      <link rel="stylesheet" href="\(SiteAssets.address("fonts.css"))">
      <link rel="stylesheet" href="\(SiteAssets.address("marsad.css"))">
      <link rel="alternate" hreflang="\(language.other.code)" href="\(parts.request.inOtherLanguage)">
      \(script)</head>
      <body class="page-\(name)">
      <a class="skip" href="#content">\(say["site.skip"])</a>
      \(banner)
      <main id="content">
      \(content)
      </main>
      \(footer)
      </body>
      </html>

      """
  }

  private var banner: HTML {
    let say = parts.say
    let desk: [(route: Route, key: String)] = parts.coder == nil ? [] : [(.desk, "nav.desk")]
    let links = (PageFrame.sections + desk).map { section -> HTML in
      let current: HTML = section.route == parts.request.route ? " aria-current=\"page\"" : ""
      let address = parts.address(section.route)
      return "<li><a href=\"\(address)\"\(current)>\(say[section.key])</a></li>"
    }
    let other = parts.request.language.other
    return """
      <header class="banner"><div class="wide">
      <a class="brand" href="\(parts.address(.front))"><img src="\(SiteAssets.address("mark.svg"))" alt="" width="36" height="36"><span>\(say["site.name"])</span></a>
      <form class="search" role="search" method="get" action="\(parts.address(.search))">
      <input type="search" name="q" value="\(query)"\(parts.direction(of: query)) aria-label="\(say["search.label"])" placeholder="\(say["search.label"])" maxlength="\(SearchFields.textLimit)">
      <button type="submit">\(say["search.button"])</button>
      </form>
      <a class="switch" href="\(parts.request.inOtherLanguage)" lang="\(other.code)" hreflang="\(other.code)" title="\(say["site.switch_hint"])">\(say["site.switch"])</a>
      <nav aria-label="\(say["site.menu"])"><ul>\(links)</ul></nav>
      </div></header>
      """
  }

  private var footer: HTML {
    let say = parts.say
    return """
      <footer class="foot"><div class="wide">
      <p>\(say["site.stance"])</p>
      <p><a href="\(parts.address(.about))">\(say["nav.about"])</a> · <a href="/api" hreflang="en">JSON API</a></p>
      </div></footer>
      """
  }
}
