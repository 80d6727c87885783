/// Lists of sources as OPML 2.0 files, in and out.
///
/// A feed is an outline of type `rss`, as feed readers write it; a list of links is one of type `link`, which they pass over.
package enum SubscriptionList {
  /// One source of a list.
  package struct Entry: Sendable, Hashable {
    /// The address of the feed or of the list of links.
    package let url: String
    package let kind: FeedSource.Kind
    /// The outlet's or the feed's name.
    package let title: String?
    /// The site's address.
    package let siteURL: String?

    /// Makes an entry.
    package init(
      url: String, kind: FeedSource.Kind = .feed, title: String? = nil, siteURL: String? = nil
    ) {
      self.url = url
      self.kind = kind
      self.title = title
      self.siteURL = siteURL
    }
  }

  /// Reads a list; folders are opened up, each address counts once, links to other lists are passed over.
  ///
  /// - Throws: `FeedError` if the bytes are no OPML.
  package static func entries(opml bytes: [UInt8]) throws(FeedError) -> [Entry] {
    guard let root = XMLElement.document(xml: DocumentText.utf8(bytes)) else { throw .unreadable }
    guard root.name == "opml" else { throw .noFeed(root: root.name) }
    var entries: [Entry] = []
    root.visit { element in
      guard element.name == "outline", let (link, kind) = address(of: element),
        let url = PageAddress.absolute(link, base: nil),
        !entries.contains(where: { $0.url == url })
      else { return }
      entries.append(
        Entry(
          url: url, kind: kind, title: PlainText.of(element["title"] ?? element["text"]),
          siteURL: element["htmlurl"].flatMap { PageAddress.absolute($0, base: nil) }))
    }
    return entries
  }

  private static func address(of outline: XMLElement) -> (String, FeedSource.Kind)? {
    if let feed = outline["xmlurl"] { return (feed, .feed) }
    guard outline["type"]?.lowercased() == "link", let page = outline["url"],
      !page.lowercased().hasSuffix(".opml")
    else { return nil }
    return (page, .pageList)
  }

  /// Writes a list.
  package static func opml(_ entries: [Entry], title: String) -> String {
    var output = """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
      <head><title>\(escaped(title))</title></head>
      <body>

      """
    for entry in entries {
      let name = escaped(entry.title ?? entry.url)
      let (type, address) = entry.kind == .feed ? ("rss", "xmlUrl") : ("link", "url")
      output += "<outline type=\"\(type)\" text=\"\(name)\" title=\"\(name)\""
      output += " \(address)=\"\(escaped(entry.url))\""
      if let site = entry.siteURL { output += " htmlUrl=\"\(escaped(site))\"" }
      output += "/>\n"
    }
    return output + "</body>\n</opml>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
