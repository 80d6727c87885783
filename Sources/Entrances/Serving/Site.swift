internal import Gathering
internal import HTTPTypes
package import Hummingbird
internal import Logging
package import Recording

/// Answers requests: pages in two languages, lists as files, the JSON API.
///
/// Only GET and HEAD, but for the coder's desk, if there is one: nothing else writes to the archive.
package struct Site: Sendable {
  let archive: Archive
  let desk: Desk?
  private let store: String?
  private let address: String?

  /// Makes the site of an archive.
  ///
  /// - Parameters:
  ///   - archive: The archive that it shows.
  ///   - store: The folder of captures, whose list of sources tells how gathering goes; `nil` for none.
  ///   - desk: Who decides on events here; `nil` for nobody.
  ///   - address: Scheme and host under which others see the site, for feeds; `nil` for those of each request.
  package init(
    archive: Archive, store: String? = nil, desk: Desk? = nil, address: String? = nil
  ) {
    self.archive = archive
    self.address = address.map { String($0.prefix($0.count - ($0.hasSuffix("/") ? 1 : 0))) }
    self.desk = desk
    self.store = store
  }

  /// Answers a request; what goes wrong becomes an answer too.
  ///
  /// `body` is that of a form; `nil` for none, or one that is too long.
  func answer(_ head: HTTPRequest, body: [UInt8]?, logger: Logger) async -> Answer {
    let address = head.path ?? "/"
    var known: SiteRequest?
    do {
      let request = try SiteRequest(address: address)
      known = request
      if head.method == .post, request.route == .desk {
        return try await decide(head, body, request)
      }
      if head.method == .post, request.route == .deskEntries {
        return try await decideOnEntries(head, body, request)
      }
      if head.method == .post, request.route == .deskWatches {
        return try await changeWatch(head, body, request)
      }
      guard head.method == .get || head.method == .head else {
        throw request.problem(.methodNotAllowed)
      }
      let answer = try await answer(request, head)
      guard let validators = answer.validators, validators.match(head.headerFields) else {
        return answer
      }
      return Answer(
        status: .notModified, kind: answer.kind, body: .bytes([]), validators: validators)
    } catch let problem as Problem {
      return Site.answer(to: problem, of: known)
    } catch {
      logger.error("\(address): \(error)")
      let problem = Problem(
        .failed, known?.language ?? .arabic, isForPrograms: known?.route.isForPrograms ?? false)
      return Site.answer(to: problem, of: known)
    }
  }

  private func answer(_ request: SiteRequest, _ head: HTTPRequest) async throws -> Answer {
    let authority = head.authority
    if request.route.isForPrograms { return try await data(request) }
    let parts = PageParts(request, coder: desk?.coder)
    switch request.route {
    case .front:
      return .page(try await archive.read { try FrontPage($0) }.html(parts))
    case .search:
      return try await searchPage(request, parts)
    case .searchFeed(let format):
      return .feed(try await searchFeed(request), format, base: base(of: head))
    case .searches:
      return .page(try await archive.read { try SavedSearchesPage($0) }.html(parts))
    case .list(let list): return .page(try await page(of: list, parts))
    case .article(let id):
      guard let archived = try await archive.read({ try $0.article(id: id) }) else {
        throw request.problem(.noArticle(id: id))
      }
      let page = try await archive.read { try ArticlePage(archived, $0, parts) }
      return .page(page.html())
    case .versions(let id):
      let chosen = try await versions(of: id, request)
      return .page(VersionsPage(chosen, parts).html())
    case .feeds: return .page(parts.feedsPage(try feeds(request)))
    case .event(let id):
      return .page(EventPage(try await event(id, request), parts).html())
    case .desk: return try await deskPage(request, parts, authority: authority)
    case .decisions:
      let fields = try DecisionFields(request)
      return .page(try await archive.read { try DecisionsPage(fields, $0) }.html(parts))
    case .entries, .entry, .candidates, .entryDecisions:
      return try await entryPage(request, parts, authority: authority)
    case .stories:
      let fields = try StoryFields(request)
      return .page(try await archive.read { try StoriesPage(fields, $0) }.html(parts))
    case .story(let article):
      return .page(StoryPage(try await story(of: article, request), parts).html())
    case .watches, .watch: return try await watchPage(request, parts, authority: authority)
    case .alarmFeed(let format):
      return .feed(try await feed(request.language), format, base: base(of: head))
    case .ledgerEntry, .ledgerScores, .pressure:
      return .page(try await ledgerPage(request).html(parts))
    case .about: return .page(parts.aboutPage())
    case .asset(let name):
      guard let file = SiteAssets.file(named: name) else { throw request.problem(.notFound) }
      return .asset(file)
    default: throw request.problem(.notFound)
    }
  }

  /// Scheme and host under which the site is seen, without a slash at the end.
  private func base(of head: HTTPRequest) -> String {
    if let address { return address }
    let isSafe = head.authority?.utf8.allSatisfy {
      $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || ".-:[]".utf8.contains($0)
    }
    guard let authority = head.authority, isSafe == true else { return "" }
    let forwarded = HTTPField.Name("X-Forwarded-Proto").flatMap { head.headerFields[$0] }
    return (forwarded == "https" ? "https://" : "http://") + authority
  }

  /// What programs get.
  private func data(_ request: SiteRequest) async throws -> Answer {
    let api = APIAnswers(archive: archive)
    switch request.route {
    case .export(let list, let format):
      return .export(
        ListExport(archive: archive, reader: try ListReader(list, request), format: format))
    case .apiIndex: return .json(api.index())
    case .apiCounts: return .json(try await api.counts())
    case .apiSearch: return .json(try await api.search(request))
    case .apiSuggestions: return .json(try await api.suggestions(request))
    case .apiSearches: return .json(try await archive.read { try SavedSearchesPage($0) }.json)
    case .apiList(let list): return .json(try await api.list(list, request))
    case .apiArticle(let id): return .json(try await api.article(id: id, request))
    case .apiVersions(let id):
      return .json(VersionJSON.versions(try await versions(of: id, request)))
    case .apiEvent(let id): return .json(try await event(id, request).json)
    case .apiDecisions:
      let fields = try DecisionFields(request)
      return .json(DecisionsJSON.list(try await archive.read { try DecisionsPage(fields, $0) }))
    case .apiAgreement:
      let article = try FilterFields(request: request).text("article")
      return .json(
        DecisionsJSON.agreement(try await archive.read { try $0.agreements(article: article) }))
    case .apiEntries, .apiEntry, .apiCandidates, .apiEntryDecisions:
      return .json(try await entryData(request))
    case .apiFeeds: return .json(FeedJSON.list(try feeds(request)))
    case .apiStories:
      let fields = try StoryFields(request)
      return .json(StoryJSON.list(try await archive.read { try StoriesPage(fields, $0) }))
    case .apiStory(let article):
      return .json(StoryJSON.story(try await story(of: article, request)))
    case .apiWatches: return .json(WatchJSON.list(try await archive.read { try $0.watches() }))
    case .apiWatch(let number): return .json(WatchJSON.watch(try await watch(number, request)))
    case .apiAlarms: return .json(AlarmJSON.list(try await archive.read { try $0.alarms() }))
    case .apiLedgerEntry, .apiLedgerScores, .apiPressure:
      return .json(try await ledgerPage(request).json(request))
    default: throw request.problem(.notFound)
    }
  }

  private func event(_ id: EventID, _ request: SiteRequest) async throws -> EventSheet {
    guard let sheet = try await archive.read({ try EventSheet(id, $0) }) else {
      throw Site.noEvent(id, request)
    }
    return sheet
  }

  private func versions(of article: String, _ request: SiteRequest) async throws -> ChosenVersion {
    let number = try FilterFields(request: request).number("version", 1...Int.max)
    guard let archived = try await archive.read({ try $0.article(id: article) }) else {
      throw request.problem(.noArticle(id: article))
    }
    guard let chosen = ChosenVersion(archived, number: number) else {
      throw request.problem(.noVersion(number: number ?? 1))
    }
    return chosen
  }

  /// How gathering from each source goes, as the list beside the captures tells at this moment.
  private func feeds(_ request: SiteRequest) throws -> [FeedHealth] {
    guard let store else { throw request.problem(.noStore) }
    let now = Instant.now()
    return try SourceBook(folder: store).sources.map { FeedHealth($0, now: now) }
  }

  private func story(of article: String, _ request: SiteRequest) async throws -> ArchivedStory {
    let story = try await archive.read { view in
      try view.story(ofArticle: article).flatMap { try view.story($0) }
    }
    guard let story else { throw request.problem(.noArticle(id: article)) }
    return story
  }

  private func feed(_ language: PageLanguage) async throws -> SyndicationFeed {
    let alarms = try await archive.read {
      try $0.alarms(includesSilent: false, limit: AlarmFeed.limit)
    }
    return AlarmFeed.feed(of: alarms, in: language)
  }

  private func page(of list: RecordList, _ parts: PageParts) async throws -> HTML {
    try await archive.read { view in
      switch list {
      case .articles: try parts.articlesPage(view)
      case .statements: try parts.statementsPage(view)
      case .outlooks: try parts.outlooksPage(view)
      case .events: try parts.eventsPage(view)
      case .sources: try parts.sourcesPage(view)
      case .edits: try parts.editsPage(view)
      case .ledger: try parts.ledgerPage(view, today: .today)
      }
    }
  }

  private static func answer(to problem: Problem, of request: SiteRequest?) -> Answer {
    let status = HTTPResponse.Status(code: problem.status)
    if problem.isForPrograms {
      return Answer(status: status, kind: .json, body: .bytes(APIAnswers.error(problem)))
    }
    let parts = PageParts(request ?? SiteRequest(frontIn: problem.language))
    let page = Array(parts.problemPage(problem).markup.utf8)
    return Answer(status: status, kind: .page, body: .bytes(page))
  }
}

extension Site: HTTPResponder {
  package typealias Context = BasicRequestContext

  /// Answers a request of the web server.
  package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    var body: [UInt8]?
    if request.method == .post, desk != nil {
      let buffer = try? await request.body.collect(upTo: DeskForm.limit)
      body = buffer.map { Array($0.readableBytesView) }
    }
    let answer = await answer(request.head, body: body, logger: context.logger)
    let response = answer.response
    return request.method == .head ? response.createHeadResponse() : response
  }
}
