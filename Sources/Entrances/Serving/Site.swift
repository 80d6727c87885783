internal import HTTPTypes
package import Hummingbird
internal import Logging
package import Recording

/// Answers requests: pages in two languages, lists as files, the JSON API.
///
/// Only GET and HEAD; nothing here writes to the archive.
package struct Site: Sendable {
  private let archive: Archive

  /// Makes the site of an archive.
  package init(archive: Archive) { self.archive = archive }

  /// Answers a request; what goes wrong becomes an answer too.
  func answer(method: HTTPRequest.Method, address: String, logger: Logger) async -> Answer {
    var known: SiteRequest?
    do {
      let request = try SiteRequest(address: address)
      known = request
      guard method == .get || method == .head else {
        throw request.problem(.methodNotAllowed)
      }
      return try await answer(request)
    } catch let problem as Problem {
      return Site.answer(to: problem, of: known)
    } catch {
      logger.error("\(address): \(error)")
      let problem = Problem(
        .failed, known?.language ?? .arabic, isForPrograms: known?.route.isForPrograms ?? false)
      return Site.answer(to: problem, of: known)
    }
  }

  private func answer(_ request: SiteRequest) async throws -> Answer {
    let parts = PageParts(request)
    let api = APIAnswers(archive: archive)
    switch request.route {
    case .front:
      return .page(try await archive.read { try FrontPage($0) }.html(parts))
    case .search:
      let fields = try SearchFields(request)
      return .page(try await archive.read { try SearchPage(fields, $0) }.html(parts))
    case .list(let list): return .page(try await page(of: list, parts))
    case .article(let id):
      guard let archived = try await archive.read({ try $0.article(id: id) }) else {
        throw request.problem(.noArticle(id: id))
      }
      let story = try await archive.read { try $0.storyCounts(ofArticle: id) }
      return .page(ArticlePage(archived, story: story, parts).html())
    case .stories:
      let fields = try StoryFields(request)
      return .page(try await archive.read { try StoriesPage(fields, $0) }.html(parts))
    case .story(let article):
      return .page(StoryPage(try await story(of: article, request), parts).html())
    case .watches: return .page(try await archive.read { try WatchesPage($0) }.html(parts))
    case .watch(let number): return .page(try await watch(number, request).html(parts))
    case .alarmFeed(let format): return .feed(try await feed(request.language), format)
    case .about: return .page(parts.aboutPage())
    case .export(let list, let format):
      return .export(
        ListExport(archive: archive, reader: try ListReader(list, request), format: format))
    case .apiIndex: return .json(api.index())
    case .apiCounts: return .json(try await api.counts())
    case .apiSearch: return .json(try await api.search(request))
    case .apiList(let list): return .json(try await api.list(list, request))
    case .apiArticle(let id): return .json(try await api.article(id: id, request))
    case .apiStories:
      let fields = try StoryFields(request)
      return .json(StoryJSON.list(try await archive.read { try StoriesPage(fields, $0) }))
    case .apiStory(let article):
      return .json(StoryJSON.story(try await story(of: article, request)))
    case .apiWatches: return .json(WatchJSON.list(try await archive.read { try $0.watches() }))
    case .apiWatch(let number): return .json(WatchJSON.watch(try await watch(number, request)))
    case .apiAlarms: return .json(AlarmJSON.list(try await archive.read { try $0.alarms() }))
    case .asset(let name):
      guard let file = SiteAssets.file(named: name) else { throw request.problem(.notFound) }
      return .asset(file)
    }
  }

  private func story(of article: String, _ request: SiteRequest) async throws -> ArchivedStory {
    let story = try await archive.read { view in
      try view.story(ofArticle: article).flatMap { try view.story($0) }
    }
    guard let story else { throw request.problem(.noArticle(id: article)) }
    return story
  }

  private func watch(_ number: Int, _ request: SiteRequest) async throws -> WatchPage {
    let page = try await archive.read { try WatchPage(number, today: .today, $0) }
    guard let page else { throw request.problem(.noWatch(number)) }
    return page
  }

  private func feed(_ language: PageLanguage) async throws -> AlarmFeed {
    let alarms = try await archive.read {
      try $0.alarms(includesSilent: false, limit: AlarmFeed.limit)
    }
    return AlarmFeed(alarms: alarms, language: language)
  }

  private func page(of list: RecordList, _ parts: PageParts) async throws -> HTML {
    try await archive.read { view in
      switch list {
      case .articles: try parts.articlesPage(view)
      case .statements: try parts.statementsPage(view)
      case .outlooks: try parts.outlooksPage(view)
      case .events: try parts.eventsPage(view)
      case .sources: try parts.sourcesPage(view)
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
    let answer = await answer(
      method: request.method, address: request.head.path ?? "/", logger: context.logger)
    let response = answer.response
    return request.method == .head ? response.createHeadResponse() : response
  }
}
