internal import HTTPTypes
internal import Hummingbird
internal import NewsModel
internal import Recording

extension Site {
  /// A page of entries, candidates, or decisions on them; at the desk with forms.
  func entryPage(_ request: SiteRequest, _ parts: PageParts, authority: String?) async throws
    -> Answer
  {
    // Only who reaches the desk under its own name gets forms, which carry its token.
    let desk = desk.flatMap { $0.admits(authority: authority) ? $0 : nil }
    let html: HTML
    switch request.route {
    case .entries(let realm):
      let fields = try EntryFields(realm, request)
      return .page(try await archive.read { try EntriesPage(fields, $0) }.html(parts))
    case .entry(let id, _):
      html = EntryPage(sheet: try await entry(id, request), parts: parts, desk: desk).html()
    case .candidates:
      let fields = try CandidateFields(request)
      html = try await archive.read { try CandidatesPage(fields, $0) }.html(parts, desk)
    default: html = try await archive.read { try EntryDecisionsPage($0) }.html(parts, desk)
    }
    return desk == nil
      ? .page(html) : Answer(kind: .desk, body: .bytes(Array(html.markup.utf8)))
  }

  /// What programs get of entries.
  func entryData(_ request: SiteRequest) async throws -> [UInt8] {
    switch request.route {
    case .apiEntries(let realm):
      let fields = try EntryFields(realm, request)
      return EntryJSON.list(try await archive.read { try EntriesPage(fields, $0) })
    case .apiEntry(let id, _): return try await entry(id, request).json
    case .apiCandidates:
      let fields = try CandidateFields(request)
      return EntryJSON.list(try await archive.read { try CandidatesPage(fields, $0) })
    default: return EntryJSON.list(try await archive.read { try $0.entryDecisions() })
    }
  }

  private func entry(_ id: String, _ request: SiteRequest) async throws -> EntrySheet {
    guard let sheet = try await archive.read({ try EntrySheet(id, $0) }) else {
      throw request.problem(.noEntry(id: id))
    }
    return sheet
  }

  /// Takes a decision on entries and leads to the entry that it is about.
  func decideOnEntries(_ head: HTTPRequest, _ body: [UInt8]?, _ request: SiteRequest) async throws
    -> Answer
  {
    let (desk, items) = try admitted(head, body, request)
    let book = try await archive.read { try EntryBook($0) }
    let form = try EntryForm(items, coder: desk.coder, book, request)
    let archive = archive
    let kept: KeptEntryDecision
    do {
      kept = try archive.decide(form.decision, knowing: KnownEntries.standard.realm)
    } catch let error as EntryDecisionError {
      throw request.problem(.undecidable(error))
    }
    let route = try await archive.read { view -> Route in
      let book = try EntryBook(view)
      var about = kept
      if case .undo(let number) = kept.decision.act {
        about = try view.entryDecisions().first { $0.number == number } ?? kept
      }
      // What an undone decision made is no entry any longer.
      let standing = about.entries.last { book.realm(of: $0) != nil }
      return standing.flatMap { id in book.profile(id).map { .entry($0.id, $0.realm) } }
        ?? .candidates
    }
    return Answer(
      status: .seeOther, kind: .redirect(Link.address(route, in: request.language)),
      body: .bytes([]))
  }
}
