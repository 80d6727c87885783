internal import NewsModel
internal import Recording

/// The rows on a page of a list.
private let rowsPerPage = 30

/// A page that shows part of a list.
struct ListContent: Sendable {
  let list: RecordList
  let title: String
  let lead: String
  /// The noun of the total's wording.
  let noun: String
  let total: BoundedCount
  let next: ListPosition?
  let filters: HTML
  let rows: [HTML]
  /// The class name of the list's element.
  let rowsClass: String

  func html(_ parts: PageParts) -> HTML {
    let content: HTML = """
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      \(filters)
      \(rows.isEmpty ? parts.empty() : shown(parts))
      """
    return PageFrame(parts).page(title: title, name: list.rawValue, content)
  }

  private func shown(_ parts: PageParts) -> HTML {
    """
    <div class="list-head">\(parts.total(total, noun))\(parts.exports(list))</div>
    <ul class="\(rowsClass)">\(rows)</ul>
    \(parts.pager(.list(list), next: next))
    """
  }
}

extension PageParts {
  /// The page of articles.
  func articlesPage(_ view: ArchiveView) throws -> HTML {
    let fields = FilterFields(request: request)
    let filter = try fields.articles()
    let page = try view.latest(filter, limit: rowsPerPage, before: fields.position())
    let title =
      filter.source.map { say["articles.of_source", ["source": "\u{2068}\($0)\u{2069}"]] }
      ?? say["articles.title"]
    let filters = filterForm(
      .list(.articles), fields: ["source", "entry", "spelling", "since", "until"],
      [sourceChoice(try view.sources()), dayField("since"), dayField("until")]
        + entryFields("entry", "spelling"))
    return ListContent(
      list: .articles, title: title, lead: say["articles.lead"], noun: "article",
      total: page.total, next: page.next, filters: filters, rows: page.rows.map(articleRow),
      rowsClass: "rows"
    ).html(self)
  }

  /// The page of statements.
  func statementsPage(_ view: ArchiveView) throws -> HTML {
    let fields = FilterFields(request: request)
    let page = try view.statements(
      fields.statements(), limit: rowsPerPage, before: fields.position())
    let filters = filterForm(
      .list(.statements),
      fields: [
        "speaker", "role", "organisation", "words", "stance", "source", "since", "until",
        "speaker_entry", "about",
      ],
      [
        textField("speaker"), textField("role"), textField("organisation"), textField("words"),
        sourceChoice(try view.sources()), dayField("since"), dayField("until"),
        choices("stance", Stance.allCases.map { ($0.rawValue, say["stance.\($0.rawValue)"]) }),
      ] + entryFields("speaker_entry", "about"))
    return ListContent(
      list: .statements, title: say["statements.title"], lead: say["statements.lead"],
      noun: "statement", total: page.total, next: page.next, filters: filters,
      rows: page.rows.map {
        statementCard($0.statement, content: $0.content, at: .list($0.origin))
      },
      rowsClass: "cards wide-cards"
    ).html(self)
  }

  /// The page of outlooks.
  func outlooksPage(_ view: ArchiveView) throws -> HTML {
    let fields = FilterFields(request: request)
    let page = try view.outlooks(fields.outlooks(), limit: rowsPerPage, before: fields.position())
    let conditions = ["": "filter.all", "yes": "filter.condition.yes", "no": "filter.condition.no"]
    let filters = filterForm(
      .list(.outlooks),
      fields: [
        "holder", "words", "condition", "kind", "likelihood", "source", "since", "until",
        "holder_entry", "about",
      ],
      [
        textField("holder"), textField("words"), sourceChoice(try view.sources()),
        dayField("since"), dayField("until"),
        choice(
          "condition", label: say["filter.condition"],
          ["", "yes", "no"].map { ($0, say[conditions[$0] ?? ""]) }),
        choices("kind", OutlookKind.allCases.map { ($0.rawValue, say["kind.\($0.rawValue)"]) }),
        choices(
          "likelihood",
          Likelihood.allCases.map { ($0.rawValue, say["likelihood.\($0.rawValue)"]) }),
      ] + entryFields("holder_entry", "about"))
    return ListContent(
      list: .outlooks, title: say["outlooks.title"], lead: say["outlooks.lead"], noun: "outlook",
      total: page.total, next: page.next, filters: filters,
      rows: page.rows.map { outlookCard($0) },
      rowsClass: "cards wide-cards"
    ).html(self)
  }

  /// The page of events.
  func eventsPage(_ view: ArchiveView) throws -> HTML {
    let fields = FilterFields(request: request)
    let page = try view.events(fields.events(), limit: rowsPerPage, before: fields.position())
    let filters = filterForm(
      .list(.events),
      fields: [
        "actor", "place", "words", "type", "mode", "status", "source", "since", "until", "decision",
        "actor_entry",
        "recipient_entry", "place_entry",
      ],
      [
        textField("actor"), textField("place"), textField("words"),
        sourceChoice(try view.sources()), dayField("since"), dayField("until"),
        choice(
          "decision", label: say["filter.decision"],
          [("", say["filter.all"])]
            + DecisionFilter.allCases.map { ($0.rawValue, say["decision.\($0.rawValue)"]) }),
        choices("type", EventType.allCases.map { ($0.rawValue, say["event.\($0.rawValue)"]) }),
        choices(
          "status", EventStatus.allCases.map { ($0.rawValue, say["status.\($0.rawValue)"]) }),
      ] + entryFields("actor_entry", "recipient_entry", "place_entry"))
    return ListContent(
      list: .events, title: say["events.title"], lead: say["events.lead"], noun: "event",
      total: page.total, next: page.next, filters: filters,
      rows: page.rows.map { eventCard($0, at: .list($0.origin)) },
      rowsClass: "cards wide-cards"
    ).html(self)
  }
}
