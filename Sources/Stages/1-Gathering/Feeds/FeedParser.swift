internal import Foundation

/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), JSON Feed 1.1, sitemaps and news sitemaps.
///
/// Made for feeds as they are: wrong encodings, relative links, items without id, titles with markup,
/// dates in Arabic. An item without an address is left out; one address counts once.
package enum FeedParser {
  /// Reads a feed.
  ///
  /// - Parameters:
  ///   - bytes: The document as fetched, unpacked.
  ///   - url: Its address, for relative links.
  ///   - charset: What the `Content-Type` header names.
  /// - Returns: The feed with what it announces.
  /// - Throws: `FeedError`.
  package static func feed(
    _ bytes: [UInt8], url: String, charset: String? = nil
  ) throws(FeedError) -> Feed {
    let text = DocumentText.utf8(bytes, charset: charset)
    guard let first = text.first(where: { $0 > 0x20 }) else { throw .unreadable }
    if first == UInt8(ascii: "{") { return try jsonFeed(text, url: url) }
    // Whatever stands before the first mark breaks XML parsers.
    let start = text.firstIndex(of: UInt8(ascii: "<")) ?? text.startIndex
    guard let root = XMLElement.document(xml: LooseEntities.repaired(Array(text[start...]))) else {
      throw .unreadable
    }
    var feed: Feed
    switch root.name {
    case "rss", "rdf": feed = rss(root, url: url)
    case "feed": feed = atom(root, url: url)
    case "urlset", "sitemapindex": feed = sitemap(root, url: url)
    default: throw .noFeed(root: root.name)
    }
    var seen: Set<String> = []
    feed.items.removeAll { !seen.insert($0.url).inserted }
    return feed
  }

  private static func rss(_ root: XMLElement, url: String) -> Feed {
    let channel = root.child("channel") ?? root
    // In RSS 1.0 the items stand beside the channel.
    let items = (channel.children + (root.name == "rdf" ? root.children : [])).filter {
      $0.name == "item"
    }
    let link = channel.children.first { $0.name == "link" && $0["href"] == nil }?.text
    let site = link.flatMap { PageAddress.absolute($0, base: url) }
    return Feed(
      format: .rss, title: PlainText.of(channel.text(of: "title")), siteURL: site,
      items: items.compactMap { item(rss: $0, base: site ?? url) })
  }

  private static func item(rss item: XMLElement, base: String) -> FeedItem? {
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
    let base = root["base"].flatMap { PageAddress.absolute($0, base: url) } ?? url
    return Feed(
      format: .atom, title: PlainText.of(root.text(of: "title")),
      siteURL: atomLink(root, base: base),
      items: root.children.filter { $0.name == "entry" }.compactMap { entry in
        guard let address = atomLink(entry, base: base) else { return nil }
        return FeedItem(
          url: address, id: entry.text(of: "id"), title: PlainText.of(entry.text(of: "title")),
          published: FeedDate.iso(entry.text(of: "published") ?? entry.text(of: "issued")),
          updated: FeedDate.iso(entry.text(of: "updated") ?? entry.text(of: "modified")),
          author: PlainText.of(entry.child("author")?.text(of: "name")),
          summary: PlainText.of(entry.text(of: "summary") ?? entry.text(of: "content")),
          categories: entry.children.filter { $0.name == "category" }
            .compactMap { $0["label"] ?? $0["term"] })
      })
  }

  private static func atomLink(_ element: XMLElement, base: String) -> String? {
    let links = element.children.filter { $0.name == "link" }
    let link =
      links.first { ($0["rel"] ?? "alternate") == "alternate" && $0["href"] != nil } ?? nil
    let id = element.text(of: "id")
    return link.flatMap { PageAddress.absolute($0["href"] ?? "", base: base) }
      ?? id.flatMap { PageAddress.absolute($0, base: nil) }
  }

  /// Sitemaps (sitemaps.org 0.9) with Google's news names.
  private static func sitemap(_ root: XMLElement, url: String) -> Feed {
    var feed = Feed(format: .sitemap)
    for child in root.children {
      guard let link = child.text(of: "loc"),
        let address = PageAddress.absolute(link, base: url)
      else { continue }
      if child.name == "sitemap" {
        feed.sitemaps.append(address)
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
