internal import Gathering
internal import NewsModel

/// Writes how gathering goes as JSON; keys are a promise to programs.
///
/// Times are ISO 8601 in UTC.
enum FeedJSON {
  /// All sources.
  static func list(_ feeds: [FeedHealth]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for feed in feeds { write(feed, to: &out) } }
      out.key("total")
      out.integer(feeds.count)
    }
    return out.bytes
  }

  private static func write(_ feed: FeedHealth, to out: inout JSONWriter) {
    let source = feed.source
    out.object { out in
      let texts: [(String, String?)] = [
        ("url", source.url), ("kind", source.kind.rawValue), ("title", source.title),
        ("site", source.site), ("state", feed.state.rawValue),
        ("last_success", source.lastSuccess), ("last_new", source.lastNew),
        ("last_error", source.lastError), ("last_fault", source.lastFault?.key),
        ("due", source.due),
      ]
      for (key, text) in texts {
        out.key(key)
        out.stringOrNull(text)
      }
      let numbers: [(String, Int?)] = [
        ("interval", source.interval), ("pages", source.pages), ("failures", source.failures),
        ("failing_pages", source.failing.count), ("lag_seconds", feed.lag),
        ("quiet_seconds", feed.quiet), ("quiet_limit_seconds", feed.quietLimit),
        ("overdue_seconds", feed.overdue),
        ("items_left_out", source.shortfall?.itemsLeftOut ?? 0),
        ("sitemaps_unread", source.shortfall?.sitemapsUnread ?? 0),
        ("sitemaps_left_out", source.shortfall?.sitemapsLeftOut ?? 0),
      ]
      for (key, number) in numbers {
        out.key(key)
        if let number { out.integer(number) } else { out.null() }
      }
      out.key("cut_off")
      out.boolean(source.shortfall?.isCutOff ?? false)
      out.key("quiet_limit_learnt")
      out.boolean(feed.isLimitLearnt)
    }
  }
}
