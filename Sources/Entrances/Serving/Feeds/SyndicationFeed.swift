internal import NewsModel

/// A feed that any reader takes.
///
/// Atom is RFC 4287, JSON Feed its version 1.1. Addresses are those of the site; they are written behind the name under which
/// the site is seen, as both formats ask for.
struct SyndicationFeed: Sendable {
  /// The formats.
  enum Format: String, Sendable, Hashable, CaseIterable {
    case atom, json

    /// The media type.
    var mediaType: String {
      self == .atom ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8"
    }
  }

  /// One thing that a feed tells.
  struct Entry: Sendable {
    /// A URN that stays the same.
    let id: String
    let title: String
    /// The page's address.
    let address: String
    /// When, as RFC 3339 has it; `nil` if that is not known.
    let published: String?
    let updated: String
    let summary: String
    let content: HTML
    /// The members of an object for programs; `nil` for none.
    var data: (@Sendable (inout JSONWriter) -> Void)?
  }

  /// A URN that stays the same.
  let id: String
  let title: String
  let language: PageLanguage
  /// The address of the page with the same things.
  let home: String
  /// The feed's own address in each format.
  let own: @Sendable (Format) -> String
  let entries: [Entry]

  /// The feed's bytes.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - base: Scheme and host of the site, without a slash at the end.
  /// - Returns: The bytes.
  func bytes(_ format: Format, base: String) -> [UInt8] {
    format == .atom ? atom(base) : json(base)
  }

  /// When the newest of its entries was updated, as RFC 3339 has it.
  var updated: String {
    entries.map(\.updated).max { FeedTime.isEarlier($0, $1) } ?? FeedTime.text(seconds: 0)
  }

  private var say: Wording { Wording(language) }

  private func atom(_ base: String) -> [UInt8] {
    let items = entries.map { entry -> HTML in
      let published: HTML? = entry.published.map { "<published>\($0)</published>" }
      return """
        <entry>
        <id>\(entry.id)</id>
        <title>\(entry.title)</title>
        <updated>\(entry.updated)</updated>
        \(published)
        <link rel="alternate" type="text/html" href="\(base + entry.address)"/>
        <summary>\(entry.summary)</summary>
        <content type="html">\(entry.content.markup)</content>
        </entry>

        """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.code)" xml:base="\(base)/">
      <id>\(id)</id>
      <title>\(title)</title>
      <updated>\(updated)</updated>
      <author><name>\(say["site.name"])</name></author>
      <link rel="self" type="application/atom+xml" href="\(base + own(.atom))"/>
      <link rel="alternate" type="text/html" href="\(base + home)"/>
      \(items)</feed>

      """
    return Array(feed.markup.utf8)
  }

  private func json(_ base: String) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      for (key, value) in [
        ("version", "https://jsonfeed.org/version/1.1"), ("title", title),
        ("language", language.code), ("home_page_url", base + home),
        ("feed_url", base + own(.json)),
      ] {
        out.key(key)
        out.string(value)
      }
      out.key("items")
      out.array { out in for entry in entries { SyndicationFeed.write(entry, base, to: &out) } }
    }
    return out.bytes
  }

  private static func write(_ entry: Entry, _ base: String, to out: inout JSONWriter) {
    out.object { out in
      for (key, value) in [
        ("id", entry.id), ("url", base + entry.address), ("title", entry.title),
        ("summary", entry.summary), ("content_html", entry.content.markup),
        ("date_published", entry.published), ("date_modified", entry.updated),
      ] as [(String, String?)] {
        guard let value else { continue }
        out.key(key)
        out.string(value)
      }
      guard let data = entry.data else { return }
      out.key("_marsad")
      data(&out)
    }
  }
}
