/// Lists of feeds as OPML 2.0 files, in and out.
package enum SubscriptionList {
  /// One feed of a list.
  package struct Entry: Sendable, Hashable {
    /// The feed's address.
    package let feedURL: String
    /// The outlet's or the feed's name.
    package let title: String?
    /// The site's address.
    package let siteURL: String?

    /// Makes an entry.
    package init(feedURL: String, title: String? = nil, siteURL: String? = nil) {
      self.feedURL = feedURL
      self.title = title
      self.siteURL = siteURL
    }
  }

  /// Reads a list; folders are opened up, each address counts once.
  ///
  /// - Throws: `FeedError` if the bytes are no OPML.
  package static func entries(opml bytes: [UInt8]) throws(FeedError) -> [Entry] {
    guard let root = XMLElement.document(xml: DocumentText.utf8(bytes)) else { throw .unreadable }
    guard root.name == "opml" else { throw .noFeed(root: root.name) }
    var entries: [Entry] = []
    root.visit { element in
      guard element.name == "outline", let link = element["xmlurl"],
        let url = PageAddress.absolute(link, base: nil),
        !entries.contains(where: { $0.feedURL == url })
      else { return }
      entries.append(
        Entry(
          feedURL: url, title: PlainText.of(element["title"] ?? element["text"]),
          siteURL: element["htmlurl"].flatMap { PageAddress.absolute($0, base: nil) }))
    }
    return entries
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
      let name = escaped(entry.title ?? entry.feedURL)
      output += "<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\""
      output += " xmlUrl=\"\(escaped(entry.feedURL))\""
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
