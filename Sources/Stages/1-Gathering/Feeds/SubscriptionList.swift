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

  /// What a list holds.
  package struct Contents: Sendable, Hashable {
    /// The sources, each address once.
    package var entries: [Entry] = []
    /// The outlines that should be sources and have no address of the web.
    package var faults: [Fault] = []
    /// Whether the list ends before it is complete.
    package var isCutOff = false
  }

  /// An outline that can be no source.
  package struct Fault: Sendable, Hashable {
    /// The outline's name; empty if it has none.
    package let name: String
    /// What stands in place of an address; `nil` if nothing does.
    package let address: String?
  }

  /// Reads a list; folders are opened up, links to other lists are passed over.
  ///
  /// - Throws: `FeedError` if the bytes are no OPML.
  package static func contents(opml bytes: [UInt8]) throws(FeedError) -> Contents {
    guard let document = LooseXML.document(DocumentText.utf8(bytes), parts: ["opml": "outline"])
    else { throw .unreadable }
    let root = document.root
    guard root.name == "opml" else { throw .noFeed(root: root.name) }
    var contents = Contents(isCutOff: document.isCutOff)
    root.visit { element in
      guard element.name == "outline", let (link, kind) = address(of: element) else { return }
      let title = PlainText.of(element["title"] ?? element["text"])
      guard let url = PageAddress.absolute(link ?? "", base: nil) else {
        contents.faults.append(Fault(name: title ?? "", address: link))
        return
      }
      guard !contents.entries.contains(where: { $0.url == url }) else { return }
      contents.entries.append(
        Entry(
          url: url, kind: kind, title: title,
          siteURL: element["htmlurl"].flatMap { PageAddress.absolute($0, base: nil) }))
    }
    return contents
  }

  /// What an outline says of a source's address; `nil` if it is a folder, a text or a link to another list.
  private static func address(of outline: XMLElement) -> (String?, FeedSource.Kind)? {
    if let feed = outline["xmlurl"] { return (feed, .feed) }
    switch outline["type"]?.lowercased() {
    case "rss", "atom": return (nil, .feed)
    case "link" where outline["url"]?.lowercased().hasSuffix(".opml") != true:
      return (outline["url"], .pageList)
    default: return nil
    }
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
