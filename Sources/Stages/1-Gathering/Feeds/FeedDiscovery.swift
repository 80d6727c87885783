/// Finds the feeds of a site on its page (`<link rel="alternate">`, as browsers do).
package enum FeedDiscovery {
  /// A feed that a page names.
  package struct Found: Sendable, Hashable {
    /// The feed's absolute address.
    package let url: String
    /// What the page calls it.
    package let title: String?
  }

  /// The feeds that a page names, in its order, each once.
  ///
  /// - Parameters:
  ///   - page: The page's bytes, unpacked.
  ///   - url: Its address.
  ///   - charset: What the `Content-Type` header names.
  /// - Returns: The feeds, as the page names them.
  package static func feeds(inPage page: [UInt8], url: String, charset: String? = nil) -> [Found] {
    guard let root = XMLElement.document(html: DocumentText.utf8(page, charset: charset)) else {
      return []
    }
    let types = [
      "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    ]
    var found: [Found] = []
    var base = url
    root.visit { element in
      if element.name == "base", let link = element["href"] {
        base = PageAddress.absolute(link, base: url) ?? url
      }
      guard element.name == "link", let link = element["href"],
        let relation = element["rel"]?.lowercased().split(separator: " "),
        relation.contains("alternate") || relation.contains("feed"),
        let type = element["type"]?.lowercased().trimmingSpace(), types.contains(type),
        let address = PageAddress.absolute(link, base: base),
        !found.contains(where: { $0.url == address })
      else { return }
      found.append(Found(url: address, title: PlainText.of(element["title"])))
    }
    return found
  }

  /// Where feeds often are though no page names them; to be tried in this order.
  package static func guesses(site: String) -> [String] {
    ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/feeds/posts/default"]
      .compactMap { path in PageAddress.origin(site).map { $0 + path } }
  }

  /// Where sitemaps often are though neither feed nor robots.txt names them.
  package static func sitemapGuesses(site: String) -> [String] {
    ["/sitemap-news.xml", "/news-sitemap.xml", "/sitemap.xml"]
      .compactMap { path in PageAddress.origin(site).map { $0 + path } }
  }

  /// The addresses of pages of the same host that a page links to: the feed of a site without feeds.
  package static func links(
    inPage page: [UInt8], url: String, charset: String? = nil
  ) -> [FeedItem] {
    guard let root = XMLElement.document(html: DocumentText.utf8(page, charset: charset)),
      let host = PageAddress.host(url)
    else { return [] }
    var items: [FeedItem] = []
    var seen: Set<String> = [url]
    root.visit { element in
      guard element.name == "a", let link = element["href"],
        let address = PageAddress.absolute(link, base: url), PageAddress.host(address) == host,
        seen.insert(address).inserted, let title = PlainText.of(element.text),
        title.split(separator: " ").count >= 4
      else { return }
      items.append(FeedItem(url: address, title: title))
    }
    return items
  }
}
