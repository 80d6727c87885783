/// An address at which an outlet publishes, with how gathering from it goes.
package struct FeedSource: Sendable, Hashable, Codable {
  /// What stands at the address.
  package enum Kind: String, Sendable, Codable {
    /// RSS, Atom, JSON Feed, sitemap or news sitemap.
    case feed
    /// A page that links to articles, of a site without feeds.
    case pageList = "page_list"
  }

  /// The address.
  package var url: String
  package var kind: Kind
  /// What the feed calls itself, or the user calls it.
  package var title: String?
  /// The page of the site.
  package var site: String?
  /// The seconds between two rounds.
  package var interval: Int
  /// When it is due again, as ISO 8601 in UTC; `nil` is now.
  package var due: String?
  /// When it last answered well.
  package var lastSuccess: String?
  /// When it last had a page that was not known.
  package var lastNew: String?
  /// What went wrong the last time; `nil` if nothing did.
  package var lastError: String?
  /// The same, to be worded in any language.
  package var lastFault: SourceFault?
  /// What its last document lacked; `nil` if nothing.
  package var shortfall: FeedShortfall?
  /// How often in a row it went wrong.
  package var failures = 0
  /// The number of pages kept from it.
  package var pages = 0
  /// Pages that could not be fetched, with how often that was tried.
  package var failing: [String: Int] = [:]
  /// What was seen of how it publishes; `nil` before its first answer.
  package var rhythm: FeedRhythm?

  enum CodingKeys: String, CodingKey {
    case url, kind, title, site, interval, due, failures, pages, failing, rhythm
    case lastSuccess = "last_success"
    case lastNew = "last_new"
    case lastError = "last_error"
    case lastFault = "last_fault"
    case shortfall
  }

  /// Makes a source that is due at once.
  package init(
    url: String, kind: Kind, title: String? = nil, site: String? = nil, interval: Int = 900
  ) {
    self.url = url
    self.kind = kind
    self.title = title
    self.site = site
    self.interval = interval
  }

  /// Sets when it is due again: after the interval, twice as long for each failure in a row, a day at most;
  /// each time a little earlier or later, so that sources don't come to march in step.
  ///
  /// - Parameters:
  ///   - now: The time as ISO 8601 in UTC.
  ///   - chance: 0 to 1.
  ///   - rest: The least number of seconds, as the server asked.
  mutating func schedule(from now: String, chance: Double, rest: Int = 0) {
    let backOff = min(Double(interval) * Double(1 << min(failures, 7)), 86_400)
    let seconds = max(backOff * (0.9 + 0.2 * chance), Double(rest))
    due = Instant.adding(seconds, to: now)
  }
}
