internal import ArabicQuantities
internal import NewsModel

/// A feed that any reader takes.
///
/// Atom is RFC 4287, JSON Feed its version 1.1. Addresses are relative to the feed's own, since the site doesn't know
/// under which name it is seen.
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
    /// Seconds since 1970.
    let published: Int
    let updated: Int
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
  func bytes(_ format: Format) -> [UInt8] { format == .atom ? atom : json }

  private var say: Wording { Wording(language) }

  private var atom: [UInt8] {
    let items = entries.map { entry -> HTML in
      """
      <entry>
      <id>\(entry.id)</id>
      <title>\(entry.title)</title>
      <updated>\(SyndicationFeed.time(entry.updated))</updated>
      <published>\(SyndicationFeed.time(entry.published))</published>
      <link rel="alternate" type="text/html" href="\(entry.address)"/>
      <summary>\(entry.summary)</summary>
      <content type="html">\(entry.content.markup)</content>
      </entry>

      """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.code)">
      <id>\(id)</id>
      <title>\(title)</title>
      <updated>\(SyndicationFeed.time(entries.map(\.updated).max() ?? 0))</updated>
      <author><name>\(say["site.name"])</name></author>
      <link rel="self" type="application/atom+xml" href="\(own(.atom))"/>
      <link rel="alternate" type="text/html" href="\(home)"/>
      \(items)</feed>

      """
    return Array(feed.markup.utf8)
  }

  private var json: [UInt8] {
    var out = JSONWriter()
    out.object { out in
      for (key, value) in [
        ("version", "https://jsonfeed.org/version/1.1"), ("title", title),
        ("language", language.code), ("home_page_url", home), ("feed_url", own(.json)),
      ] {
        out.key(key)
        out.string(value)
      }
      out.key("items")
      out.array { out in for entry in entries { SyndicationFeed.write(entry, to: &out) } }
    }
    return out.bytes
  }

  private static func write(_ entry: Entry, to out: inout JSONWriter) {
    out.object { out in
      for (key, value) in [
        ("id", entry.id), ("url", entry.address), ("title", entry.title),
        ("summary", entry.summary), ("content_html", entry.content.markup),
        ("date_published", time(entry.published)),
      ] {
        out.key(key)
        out.string(value)
      }
      guard let data = entry.data else { return }
      out.key("_marsad")
      data(&out)
    }
  }

  /// A moment as RFC 3339 has it, in UTC; from seconds since 1970.
  private static func time(_ seconds: Int) -> String {
    let day = CalendarDay(ordinal: seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = seconds - day.ordinal * 86_400
    return "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }
}
