/// A feed as it was read: what an outlet announces.
package struct Feed: Sendable, Hashable {
  /// The format in which it came.
  package enum Format: String, Sendable, Hashable {
    case rss, atom, json, sitemap, list
  }

  /// The format.
  package var format: Format
  /// The feed's own title.
  package var title: String?
  /// The site's address.
  package var siteURL: String?
  /// What is announced, in the feed's order, each address once.
  package var items: [FeedItem]
  /// Other sitemaps that a sitemap index names.
  package var sitemaps: [Sitemap]
  /// How many items were left out: without an address, of no form that is known, or cut off.
  package var leftOut = 0
  /// How many items were taken though something in them has another form than the format's.
  package var mended = 0
  /// Whether the document ends before it is complete, or goes on in a way that can't be read.
  package var isCutOff = false

  /// Makes a feed.
  package init(
    format: Format, title: String? = nil, siteURL: String? = nil, items: [FeedItem] = [],
    sitemaps: [Sitemap] = []
  ) {
    self.format = format
    self.title = title
    self.siteURL = siteURL
    self.items = items
    self.sitemaps = sitemaps
  }
}

/// A sitemap that an index names.
package struct Sitemap: Sendable, Hashable {
  /// The absolute address.
  package let url: String
  /// When it was changed, as ISO 8601; `nil` if the index does not say.
  package let modified: String?

  /// Makes a sitemap of an index.
  package init(url: String, modified: String? = nil) {
    self.url = url
    self.modified = modified
  }
}

/// One announcement.
package struct FeedItem: Sendable, Hashable {
  /// The page's absolute address.
  package var url: String
  /// The feed's own name for it (`guid`, `id`); the address where there is none.
  package var id: String
  /// The title as plain text.
  package var title: String?
  /// When it was published, as ISO 8601 with the zone that the feed gave.
  package var published: String?
  /// When it was changed.
  package var updated: String?
  /// Who signed it.
  package var author: String?
  /// The summary as plain text.
  package var summary: String?
  /// Categories and tags.
  package var categories: [String]

  /// Makes an item.
  package init(
    url: String, id: String? = nil, title: String? = nil, published: String? = nil,
    updated: String? = nil, author: String? = nil, summary: String? = nil,
    categories: [String] = []
  ) {
    self.url = url
    self.id = id ?? url
    self.title = title
    self.published = published
    self.updated = updated
    self.author = author
    self.summary = summary
    self.categories = categories
  }
}

/// Why bytes are no feed.
package enum FeedError: Error, Sendable, Hashable {
  /// Neither XML nor JSON with anything in it.
  case unreadable
  /// A document of another kind; its root element.
  case noFeed(root: String)
  /// A packed file that is damaged.
  case damaged
  /// A packed file that unpacks to more than is taken.
  case tooLong(bytes: Int)
}
