internal import HTTPTypes
internal import Hummingbird
internal import NewsModel
internal import Recording

extension Site {
  /// The desk's page.
  func deskPage(_ request: SiteRequest, _ parts: PageParts, authority: String?) async throws
    -> Answer
  {
    guard let desk else { throw request.problem(.noDesk) }
    guard desk.admits(authority: authority) else { throw request.problem(.refused) }
    let fields = try DeskFields(request, coder: desk.coder)
    let page = try await archive.read { try DeskPage(fields, $0) }
    guard let page else { throw Site.noEvent(fields.event, request) }
    let html = page.html(parts, desk)
    return Answer(kind: .desk, body: .bytes(Array(html.markup.utf8)))
  }

  /// Takes a decision and leads to the next event.
  func decide(_ head: HTTPRequest, _ body: [UInt8]?, _ request: SiteRequest) async throws -> Answer
  {
    let (desk, items) = try admitted(head, body, request)
    let form = try DeskForm(items, coder: desk.coder, request)
    let fields = try DeskFields(request, coder: desk.coder)
    let archive = archive
    let decided = try archive.decide(form.decision)
    guard decided != nil else { throw Site.noEvent(form.decision.event, request) }
    let position = try await archive.read { try $0.event(form.decision.event)?.row.position }
    let next = fields.query.setting("done", form.decision.event.description)
    let address = Link.address(
      .desk, in: request.language,
      position.map { next.setting("before", $0.description) } ?? next)
    return Answer(status: .seeOther, kind: .redirect(address), body: .bytes([]))
  }

  /// The desk and the fields of a form that may decide.
  ///
  /// - Throws: `Problem` if there is no desk, or the form does not come from its page.
  func admitted(_ head: HTTPRequest, _ body: [UInt8]?, _ request: SiteRequest) throws(Problem) -> (
    desk: Desk, items: QueryItems
  ) {
    guard let desk else { throw request.problem(.methodNotAllowed) }
    let fetched = HTTPField.Name("Sec-Fetch-Site").flatMap { head.headerFields[$0] }
    // Refused before the form is read, which may be anybody's.
    guard desk.admits(authority: head.authority),
      head.headerFields[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else { throw request.problem(.refused) }
    guard let body, let items = QueryItems(parsing: String(decoding: body, as: UTF8.self)) else {
      throw request.problem(.badForm)
    }
    guard
      desk.admits(
        authority: head.authority, origin: head.headerFields[.origin], site: fetched,
        token: items["token"])
    else { throw request.problem(.refused) }
    return (desk, items)
  }

  static func noEvent(_ id: EventID?, _ request: SiteRequest) -> Problem {
    request.problem(.noEvent(id: id?.description ?? "", article: id?.article ?? ""))
  }
}
