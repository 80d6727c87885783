internal import NewsModel
internal import Recording

/// What an address leads to.
enum Route: Sendable, Hashable {
  case front
  case search
  case list(RecordList)
  case article(id: String)
  /// The versions of an article, and what changed.
  case versions(article: String)
  /// One event with the reports of its occurrence.
  case event(EventID)
  /// Where a person decides on events.
  case desk
  /// What people decided.
  case decisions
  case stories
  /// The story of an article.
  case story(article: String)
  case watches
  /// The watch of this number.
  case watch(Int)
  case alarmFeed(SyndicationFeed.Format)
  /// What a search finds, as a feed.
  case searchFeed(SyndicationFeed.Format)
  /// The searches that people keep.
  case searches
  /// The entry of the ledger with this number.
  case ledgerEntry(Int)
  case ledgerScores
  /// What an actor does and what is done against it.
  case pressure
  /// The actors, or the places.
  case entries(EntryRealm)
  /// One actor or place.
  case entry(String, EntryRealm)
  /// Names that are linked to no entry.
  case candidates
  /// What people decided on entries.
  case entryDecisions
  /// Where a person decides on entries.
  case deskEntries
  /// Where a person silences watches and takes note of alarms.
  case deskWatches
  case about
  /// How gathering goes.
  case feeds
  /// A whole list as a file.
  case export(RecordList, ExportFormat)
  case apiIndex
  case apiCounts
  case apiSearch
  case apiSuggestions
  case apiSearches
  case apiList(RecordList)
  case apiArticle(id: String)
  case apiEvent(EventID)
  case apiDecisions
  case apiAgreement
  case apiStories
  case apiStory(article: String)
  case apiWatches
  case apiWatch(Int)
  case apiAlarms
  case apiLedgerEntry(Int)
  case apiLedgerScores
  case apiPressure
  case apiVersions(article: String)
  case apiFeeds
  case apiEntries(EntryRealm)
  case apiEntry(String, EntryRealm)
  case apiCandidates
  case apiEntryDecisions
  /// A file that pages are made with.
  case asset(name: String)

  /// Whether the address answers programs, which get errors as JSON.
  var isForPrograms: Bool {
    switch self {
    case .apiIndex, .apiCounts, .apiSearch, .apiSuggestions, .apiSearches, .apiList, .apiArticle,
      .apiStories, .apiStory,
      .apiWatches, .apiWatch, .apiAlarms, .apiVersions, .apiFeeds, .apiLedgerEntry,
      .apiLedgerScores, .apiPressure, .apiEvent, .apiDecisions, .apiAgreement, .apiEntries,
      .apiEntry, .apiCandidates, .apiEntryDecisions, .export:
      true
    default: false
    }
  }

  /// Reads the segments of a path behind the language; `nil` if nothing is there.
  init?(segments: [String]) {
    switch segments.first {
    case nil: self = .front
    case "api": self.init(apiSegments: Array(segments.dropFirst()))
    case "assets" where segments.count > 1:
      self = .asset(name: segments.dropFirst().joined(separator: "/"))
    case "articles" where segments.count == 2: self = .article(id: segments[1])
    case "articles" where segments.count == 3 && segments[2] == "versions":
      self = .versions(article: segments[1])
    case "events" where segments.count == 2:
      guard let id = EventID(segments[1]) else { return nil }
      self = .event(id)
    case "stories" where segments.count == 2: self = .story(article: segments[1])
    case "watches" where segments.count == 2:
      guard let number = Int(segments[1]) else { return nil }
      self = .watch(number)
    case "ledger" where segments.count == 2:
      if segments[1] == "scores" {
        self = .ledgerScores
        return
      }
      guard let number = Int(segments[1]) else { return nil }
      self = .ledgerEntry(number)
    case "actors" where segments.count == 2: self = .entry(segments[1], .actor)
    case "places" where segments.count == 2: self = .entry(segments[1], .place)
    case "decisions" where segments == ["decisions", "entries"]: self = .entryDecisions
    case "desk" where segments == ["desk", "entries"]: self = .deskEntries
    case "desk" where segments == ["desk", "watches"]: self = .deskWatches
    case let name? where segments.count == 1: self.init(name: name)
    default: return nil
    }
  }

  private init?(name: String) {
    switch name {
    case "search": self = .search
    case "search.atom": self = .searchFeed(.atom)
    case "search.json": self = .searchFeed(.json)
    case "searches": self = .searches
    case "about": self = .about
    case "feeds": self = .feeds
    case "stories": self = .stories
    case "desk": self = .desk
    case "decisions": self = .decisions
    case "actors": self = .entries(.actor)
    case "places": self = .entries(.place)
    case "candidates": self = .candidates
    case "watches": self = .watches
    case "pressure": self = .pressure
    case "alarms.atom": self = .alarmFeed(.atom)
    case "alarms.json": self = .alarmFeed(.json)
    case "favicon.ico": self = .asset(name: "mark.svg")
    default:
      if let list = RecordList(rawValue: name) {
        self = .list(list)
        return
      }
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let list = RecordList(rawValue: String(parts[0])),
        let format = ExportFormat(rawValue: String(parts[1]))
      else { return nil }
      self = .export(list, format)
    }
  }

  private init?(apiSegments segments: [String]) {
    switch (segments.first, segments.count) {
    case (nil, _): self = .apiIndex
    case ("counts", 1): self = .apiCounts
    case ("search", 1): self = .apiSearch
    case ("suggestions", 1): self = .apiSuggestions
    case ("searches", 1): self = .apiSearches
    case ("articles", 2): self = .apiArticle(id: segments[1])
    case ("articles", 3) where segments[2] == "versions": self = .apiVersions(article: segments[1])
    case ("events", 2):
      guard let id = EventID(segments[1]) else { return nil }
      self = .apiEvent(id)
    case ("decisions", 1): self = .apiDecisions
    case ("decisions", 2) where segments[1] == "entries": self = .apiEntryDecisions
    case ("actors", 1): self = .apiEntries(.actor)
    case ("actors", 2): self = .apiEntry(segments[1], .actor)
    case ("places", 1): self = .apiEntries(.place)
    case ("places", 2): self = .apiEntry(segments[1], .place)
    case ("candidates", 1): self = .apiCandidates
    case ("agreement", 1): self = .apiAgreement
    case ("feeds", 1): self = .apiFeeds
    case ("stories", 1): self = .apiStories
    case ("stories", 2): self = .apiStory(article: segments[1])
    case ("watches", 1): self = .apiWatches
    case ("watches", 2):
      guard let number = Int(segments[1]) else { return nil }
      self = .apiWatch(number)
    case ("alarms", 1): self = .apiAlarms
    case ("pressure", 1): self = .apiPressure
    case ("ledger", 2) where segments[1] == "scores": self = .apiLedgerScores
    case ("ledger", 2):
      guard let number = Int(segments[1]) else { return nil }
      self = .apiLedgerEntry(number)
    case (let name?, 1):
      guard let list = RecordList(rawValue: name) else { return nil }
      self = .apiList(list)
    default: return nil
    }
  }

  /// The path behind the language.
  var path: String {
    switch self {
    case .front: "/"
    case .search: "/search"
    case .list(let list): "/\(list.rawValue)"
    case .article(let id): "/articles/\(PercentEncoding.encoded(id))"
    case .versions(let article): "/articles/\(PercentEncoding.encoded(article))/versions"
    case .event(let id): "/events/\(PercentEncoding.encoded(id.description))"
    case .desk: "/desk"
    case .decisions: "/decisions"
    case .stories: "/stories"
    case .story(let article): "/stories/\(PercentEncoding.encoded(article))"
    case .watches: "/watches"
    case .watch(let number): "/watches/\(number)"
    case .alarmFeed(let format): "/alarms.\(format.rawValue)"
    case .searchFeed(let format): "/search.\(format.rawValue)"
    case .searches: "/searches"
    case .ledgerEntry(let number): "/ledger/\(number)"
    case .ledgerScores: "/ledger/scores"
    case .pressure: "/pressure"
    case .entries(let realm): "/\(Route.segment(of: realm))"
    case .entry(let id, let realm):
      "/\(Route.segment(of: realm))/\(PercentEncoding.encoded(id))"
    case .candidates: "/candidates"
    case .entryDecisions: "/decisions/entries"
    case .deskEntries: "/desk/entries"
    case .deskWatches: "/desk/watches"
    case .about: "/about"
    case .feeds: "/feeds"
    case .export(let list, let format): "/\(list.rawValue).\(format.rawValue)"
    case .apiIndex: "/api"
    case .apiCounts: "/api/counts"
    case .apiSearch: "/api/search"
    case .apiSuggestions: "/api/suggestions"
    case .apiSearches: "/api/searches"
    case .apiList(let list): "/api/\(list.rawValue)"
    case .apiArticle(let id): "/api/articles/\(PercentEncoding.encoded(id))"
    case .apiEvent(let id): "/api/events/\(PercentEncoding.encoded(id.description))"
    case .apiDecisions: "/api/decisions"
    case .apiAgreement: "/api/agreement"
    case .apiStories: "/api/stories"
    case .apiStory(let article): "/api/stories/\(PercentEncoding.encoded(article))"
    case .apiWatches: "/api/watches"
    case .apiWatch(let number): "/api/watches/\(number)"
    case .apiAlarms: "/api/alarms"
    case .apiLedgerEntry(let number): "/api/ledger/\(number)"
    case .apiLedgerScores: "/api/ledger/scores"
    case .apiPressure: "/api/pressure"
    case .apiVersions(let article): "/api/articles/\(PercentEncoding.encoded(article))/versions"
    case .apiFeeds: "/api/feeds"
    case .apiEntries(let realm): "/api/\(Route.segment(of: realm))"
    case .apiEntry(let id, let realm):
      "/api/\(Route.segment(of: realm))/\(PercentEncoding.encoded(id))"
    case .apiCandidates: "/api/candidates"
    case .apiEntryDecisions: "/api/decisions/entries"
    case .asset(let name): "/assets/\(name)"
    }
  }

  private static func segment(of realm: EntryRealm) -> String {
    realm == .actor ? "actors" : "places"
  }
}

/// The lists that can be shown, downloaded, and read through the API.
enum RecordList: String, Sendable, Hashable, CaseIterable {
  case articles, statements, outlooks, events, sources, edits, ledger
}

/// The file formats of downloaded lists.
enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  case csv, jsonl

  /// What people call it.
  var name: String { self == .csv ? "CSV" : "JSON Lines" }

  /// The media type, with its character set where that isn't settled by the type.
  var mediaType: String {
    self == .csv ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8"
  }
}
