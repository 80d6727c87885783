internal import ArabicQuantities
internal import NewsModel

/// Alarms as a feed that any reader takes.
///
/// Atom is RFC 4287, JSON Feed its version 1.1. Addresses are relative to the feed's own, since the
/// site doesn't know under which name it is seen.
struct AlarmFeed: Sendable {
  let alarms: [Alarm]
  let language: PageLanguage

  /// The formats.
  enum Format: String, Sendable, Hashable, CaseIterable {
    case atom, json

    /// The media type.
    var mediaType: String {
      self == .atom ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8"
    }
  }

  /// The most alarms in a feed.
  static let limit = 100

  /// The feed's bytes.
  func bytes(_ format: Format) -> [UInt8] { format == .atom ? atom : json }

  private var say: Wording { Wording(language) }

  private var atom: [UInt8] {
    let updated = AlarmFeed.time(alarms.map { $0.acknowledgedAt ?? $0.raisedAt }.max() ?? 0)
    let entries = alarms.map { alarm -> HTML in
      """
      <entry>
      <id>urn:uuid:\(alarm.key)</id>
      <title>\(title(alarm))</title>
      <updated>\(AlarmFeed.time(alarm.acknowledgedAt ?? alarm.raisedAt))</updated>
      <published>\(AlarmFeed.time(alarm.raisedAt))</published>
      <link rel="alternate" type="text/html" href="\(address(alarm))"/>
      <summary>\(AlarmSentence.reason(alarm, in: language))</summary>
      <content type="html">\(content(alarm).markup)</content>
      </entry>

      """
    }
    let feed: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.code)">
      <id>urn:marsad:alarms:\(language.code)</id>
      <title>\(say["alarms.feed"])</title>
      <updated>\(updated)</updated>
      <author><name>\(say["site.name"])</name></author>
      <link rel="self" type="application/atom+xml" href="\(Link.address(.alarmFeed(.atom), in: language))"/>
      <link rel="alternate" type="text/html" href="\(Link.address(.watches, in: language))"/>
      \(entries)</feed>

      """
    return Array(feed.markup.utf8)
  }

  private var json: [UInt8] {
    var out = JSONWriter()
    out.object { out in
      for (key, value) in [
        ("version", "https://jsonfeed.org/version/1.1"), ("title", say["alarms.feed"]),
        ("language", language.code), ("home_page_url", Link.address(.watches, in: language)),
        ("feed_url", Link.address(.alarmFeed(.json), in: language)),
      ] {
        out.key(key)
        out.string(value)
      }
      out.key("items")
      out.array { out in
        for alarm in alarms {
          out.object { out in
            for (key, value) in [
              ("id", "urn:uuid:\(alarm.key)"), ("url", address(alarm)), ("title", title(alarm)),
              ("summary", AlarmSentence.reason(alarm, in: language)),
              ("content_html", content(alarm).markup),
              ("date_published", AlarmFeed.time(alarm.raisedAt)),
            ] {
              out.key(key)
              out.string(value)
            }
            out.key("_marsad")
            AlarmJSON.write(alarm, to: &out)
          }
        }
      }
    }
    return out.bytes
  }

  private func title(_ alarm: Alarm) -> String {
    "\(alarm.watchName) – \(say.days(alarm.days))"
  }

  private func address(_ alarm: Alarm) -> String {
    Link.address(
      .watch(alarm.watch), in: language, fragment: "p\(alarm.period)")
  }

  private func content(_ alarm: Alarm) -> HTML {
    let items = alarm.evidence.map { piece -> HTML in
      let page = Link.address(.article(id: piece.article), in: language)
      return "<li><a href=\"\(page)\">\(HTML.outside(piece.title))</a> "
        + (piece.source.map { HTML.outside($0) } ?? "") + "</li>"
    }
    return "<p>\(AlarmSentence.reason(alarm, in: language))</p><ul>\(items)</ul>"
  }

  /// A moment as RFC 3339 has it, in UTC; from seconds since 1970.
  private static func time(_ seconds: Int) -> String {
    let day = CalendarDay(ordinal: seconds / 86_400)
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = seconds % 86_400
    return "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
  }
}
