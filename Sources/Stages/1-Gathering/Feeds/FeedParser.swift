/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), JSON Feed 1.1, sitemaps and news sitemaps.
///
/// Made for feeds as they are: wrong encodings, relative links, items without id, titles with markup,
/// dates in Arabic, warnings before the document, documents that are cut off. An item without an address is left out
/// and counted; one address counts once.
package enum FeedParser {
  /// Reads a feed.
  ///
  /// - Parameters:
  ///   - bytes: The document as fetched, unpacked.
  ///   - url: Its address, for relative links.
  ///   - charset: What the `Content-Type` header names.
  ///   - limit: The greatest number of bytes that a packed file may unpack to.
  /// - Returns: The feed with what it announces.
  /// - Throws: `FeedError`.
  package static func feed(
    _ bytes: [UInt8], url: String, charset: String? = nil, limit: Int = FetchLimits().bytes
  ) throws(FeedError) -> Feed {
    let text = DocumentText.utf8(try unpacked(bytes, limit: limit), charset: charset)
    guard let first = text.first(where: { $0 > 0x20 }) else { throw .unreadable }
    if first == UInt8(ascii: "{") { return withoutDoubles(try jsonFeed(text, url: url)) }
    guard let document = LooseXML.document(text, parts: parts) else { throw .unreadable }
    let root = document.root
    var feed: Feed
    switch root.name {
    case "rss", "rdf": feed = rss(root, url: url)
    case "feed": feed = atom(root, url: url)
    case "urlset", "sitemapindex": feed = sitemap(root, url: url)
    default: throw .noFeed(root: root.name)
    }
    feed.isCutOff = document.isCutOff
    if document.hasOpenPart { feed.leftOut += 1 }
    return withoutDoubles(feed)
  }

  /// What a document of each kind is made of.
  private static let parts = [
    "rss": "item", "rdf": "item", "feed": "entry", "urlset": "url", "sitemapindex": "sitemap",
  ]

  /// Sitemaps are often files packed with gzip, whatever type the server gives them.
  private static func unpacked(_ bytes: [UInt8], limit: Int) throws(FeedError) -> [UInt8] {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    switch GzipInflater.content(of: bytes, limit: limit) {
    case .content(let content): return content
    case .tooLong: throw .tooLong(bytes: limit)
    case .damaged: throw .damaged
    }
  }

  private static func withoutDoubles(_ feed: Feed) -> Feed {
    var feed = feed
    var seen: Set<String> = []
    feed.items.removeAll { !seen.insert($0.url).inserted }
    return feed
  }

  /// The address by which links in an element go (XML Base).
  private static func base(of element: XMLElement, in outer: String) -> String {
    element["base"].flatMap { PageAddress.absolute($0, base: outer) } ?? outer
  }

  private static func rss(_ root: XMLElement, url: String) -> Feed {
    let channel = root.child("channel") ?? root
    // In RSS 1.0 the items stand beside the channel.
    let items = (channel.children + (root.name == "rdf" ? root.children : [])).filter {
      $0.name == "item"
    }
    let link = channel.children.first { $0.name == "link" && $0["href"] == nil }?.text
    let site = link.flatMap { PageAddress.absolute($0, base: url) }
    let base = base(of: channel, in: base(of: root, in: site ?? url))
    let read = items.compactMap { item(rss: $0, base: base) }
    var feed = Feed(
      format: .rss, title: PlainText.of(channel.text(of: "title")), siteURL: site, items: read)
    feed.leftOut = items.count - read.count
    return feed
  }

  private static func item(rss item: XMLElement, base outer: String) -> FeedItem? {
    let base = base(of: item, in: outer)
    let guid = item.child("guid")
    let id = item.text(of: "guid")
    let isPermanent = guid?["ispermalink"]?.lowercased() != "false"
    let link =
      item.children.first { $0.name == "link" && !$0.text.trimmingSpace().isEmpty }?.text
      ?? item.children.first { $0.name == "link" }?["href"]
    let address =
      link.flatMap { PageAddress.absolute($0, base: base) }
      ?? (isPermanent ? id.flatMap { PageAddress.absolute($0, base: nil) } : nil)
    guard let address else { return nil }
    let summary = item.text(of: "description") ?? item.text(of: "summary")
    return FeedItem(
      url: address, id: id, title: PlainText.of(item.text(of: "title")),
      published: FeedDate.iso(
        item.text(of: "pubdate") ?? item.text(of: "date") ?? item.text(of: "published")),
      updated: FeedDate.iso(item.text(of: "updated") ?? item.text(of: "modified")),
      author: PlainText.of(item.text(of: "creator") ?? item.text(of: "author")),
      summary: PlainText.of(summary),
      categories: item.children.filter { $0.name == "category" || $0.name == "subject" }
        .compactMap { PlainText.of($0.text) })
  }

  private static func atom(_ root: XMLElement, url: String) -> Feed {
    let base = base(of: root, in: url)
    let entries = root.children.filter { $0.name == "entry" }
    let read = entries.compactMap { item(atom: $0, base: base) }
    var feed = Feed(
      format: .atom, title: PlainText.of(root.text(of: "title")),
      siteURL: atomLink(root, base: base), items: read)
    feed.leftOut = entries.count - read.count
    return feed
  }

  private static func item(atom entry: XMLElement, base: String) -> FeedItem? {
    guard let address = atomLink(entry, base: self.base(of: entry, in: base)) else { return nil }
    return FeedItem(
      url: address, id: entry.text(of: "id"), title: PlainText.of(entry.text(of: "title")),
      published: FeedDate.iso(entry.text(of: "published") ?? entry.text(of: "issued")),
      updated: FeedDate.iso(entry.text(of: "updated") ?? entry.text(of: "modified")),
      author: PlainText.of(entry.child("author")?.text(of: "name")),
      summary: PlainText.of(entry.text(of: "summary") ?? entry.text(of: "content")),
      categories: entry.children.filter { $0.name == "category" }
        .compactMap { $0["label"] ?? $0["term"] })
  }

  private static func atomLink(_ element: XMLElement, base: String) -> String? {
    let links = element.children.filter { $0.name == "link" }
    let link =
      links.first { ($0["rel"] ?? "alternate") == "alternate" && $0["href"] != nil } ?? nil
    let id = element.text(of: "id")
    return link.flatMap {
      PageAddress.absolute($0["href"] ?? "", base: self.base(of: $0, in: base))
    }
      ?? id.flatMap { PageAddress.absolute($0, base: nil) }
  }

  /// Sitemaps (sitemaps.org 0.9) with Google's news names.
  private static func sitemap(_ root: XMLElement, url: String) -> Feed {
    var feed = Feed(format: .sitemap)
    for child in root.children {
      guard child.name == "url" || child.name == "sitemap" else { continue }
      guard let link = child.text(of: "loc"),
        let address = PageAddress.absolute(link, base: url)
      else {
        feed.leftOut += 1
        continue
      }
      if child.name == "sitemap" {
        feed.sitemaps.append(
          Sitemap(url: address, modified: FeedDate.iso(child.text(of: "lastmod"))))
        continue
      }
      let news = child.child("news")
      feed.items.append(
        FeedItem(
          url: address, title: PlainText.of(news?.text(of: "title")),
          published: FeedDate.iso(news?.text(of: "publication_date")),
          updated: FeedDate.iso(child.text(of: "lastmod"))))
    }
    return feed
  }
}
