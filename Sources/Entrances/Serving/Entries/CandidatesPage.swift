internal import NewsModel
internal import Recording

/// A list of candidates as read out of an address.
struct CandidateFields: Sendable {
  let filter: CandidateFilter
  /// The number of the page, from 1.
  let page: Int
  /// The candidates on a page.
  let limit: Int

  /// Reads `q`, `kind`, `least`, `limit` and `page`.
  init(_ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    var filter = CandidateFilter()
    filter.words = try fields.text("q")
    filter.kind = try fields.oneOf("kind", CandidateFilter.Kind.allCases.map(\.rawValue))
      .flatMap(CandidateFilter.Kind.init)
    filter.least = try fields.number("least", 1...1_000) ?? 1
    self.filter = filter
    page = try fields.number("page", 1...StoryFields.pageLimit) ?? 1
    limit = try fields.number("limit", 1...APIAnswers.rowLimit) ?? 20
  }
}

/// The page of names that are linked to no entry.
struct CandidatesPage: Sendable {
  let fields: CandidateFields
  let rows: [EntryCandidate]
  let total: Int
  let book: EntryBook

  /// Reads what the page shows.
  init(_ fields: CandidateFields, _ view: ArchiveView) throws {
    self.fields = fields
    (rows, total) = try view.candidates(
      fields.filter, limit: fields.limit, offset: (fields.page - 1) * fields.limit)
    book = try EntryBook(view)
  }

  /// The ids of entries that a candidate may be.
  func suggestions(_ candidate: EntryCandidate) -> [String] {
    book.suggestions(candidate.name, .actor)
  }

  func html(_ parts: PageParts, _ desk: Desk?) -> HTML {
    let say = parts.say
    let kinds = CandidateFilter.Kind.allCases.map {
      (value: $0.rawValue, label: say["candidate.kind.\($0.rawValue)"])
    }
    let filters: HTML = """
      <form class="wide-search" method="get" action="\(parts.address(.candidates))"><div class="fields">
      <label class="field"><span>\(say["entries.q"])</span><input type="search" name="q" value="\(fields.filter.words ?? "")"\(parts.direction(of: fields.filter.words)) maxlength="\(FilterFields.textLimit)"></label>
      \(parts.choice("kind", label: say["entry.kind"], [("", say["filter.all"])] + kinds))
      </div><p class="actions"><button type="submit">\(say["filter.apply"])</button></p></form>
      """
    let list: HTML =
      rows.isEmpty
      ? parts.empty()
      : """
      <p class="total">\(say.count(total, "candidate"))</p>
      <ul class="cards candidates">\(rows.map { card($0, parts, desk) })</ul>
      \(parts.pages(.candidates, page: fields.page, hasNext: fields.page * fields.limit < total))
      """
    let content: HTML = """
      <h1>\(say["candidates.title"])</h1>
      <p class="lead">\(say["candidates.lead"])</p>
      <p class="notice">\(say["candidates.private"])</p>
      \(filters)
      \(list)
      """
    return PageFrame(parts).page(title: say["candidates.title"], name: "candidates", content)
  }

  private func card(_ candidate: EntryCandidate, _ parts: PageParts, _ desk: Desk?) -> HTML {
    let say = parts.say
    let role: HTML? = candidate.role.map { " <span class=\"role\">\(HTML.outside($0))</span>" }
    let spellings = candidate.spellings.map { spelling -> HTML in
      "\(HTML.outside(spelling.name)) <span class=\"muted\">\(say.count(spelling.mentions, "mention"))</span>"
    }
    let examples = candidate.examples.map { example -> HTML in
      """
      <li><span dir="auto">\(example.words)</span><br><a href="\(parts.address(.article(id: example.article)))">\(parts.title(example.title))</a> \
      <span class="muted">\(parts.source(example.source)) · \(parts.published(example.published))</span></li>

      """
    }
    let entries = suggestions(candidate)
    let links = entries.map { id -> HTML in
      let name = book.name(id, in: parts.request.language) ?? id
      return "\(parts.entryLink(id, HTML.outside(name))) <code>\(id)</code>"
    }
    let likely: HTML? =
      links.isEmpty
      ? nil
      : parts.line(say["candidate.maybe"], links.joined(by: HTML(text: say["record.separator"])))
    return """
      <li class="card candidate">
      <p class="card-head">\(parts.tag(say["candidate.kind.\(candidate.kind.rawValue)"])) <b class="who">\(HTML.outside(candidate.name))</b>\(role)</p>
      <p class="found">\(parts.tally(candidate.tally))</p>
      \(parts.line(say["entry.spellings"], spellings.joined(by: HTML(text: say["record.separator"]))))\(likely)
      <details><summary>\(say["candidate.examples"])</summary><ul class="names">\(examples)</ul></details>
      \(desk.map { CandidateForm(candidate, entries, parts, $0).html })</li>

      """
  }
}
