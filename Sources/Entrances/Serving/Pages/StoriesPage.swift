internal import Recording

/// A list of stories as read out of an address.
struct StoryFields: Sendable {
  let filter: StoryFilter
  /// The number of the page, from 1.
  let page: Int
  /// The stories on a page.
  let limit: Int

  /// The deepest page that can be asked for.
  static let pageLimit = 500

  /// Reads `order`, `reports`, `source`, `limit` and `page`.
  init(_ request: SiteRequest) throws(Problem) {
    let fields = FilterFields(request: request)
    var filter = StoryFilter()
    let order = try fields.oneOf("order", StoryFilter.Order.allCases.map(\.rawValue))
    filter.order = order.flatMap { StoryFilter.Order(rawValue: $0) } ?? .newest
    filter.reports = try fields.number("reports", 1...1_000) ?? 2
    filter.source = try fields.text("source")
    self.filter = filter
    page = try fields.number("page", 1...StoryFields.pageLimit) ?? 1
    limit = try fields.number("limit", 1...APIAnswers.rowLimit) ?? 30
  }
}

/// The page of stories.
struct StoriesPage: Sendable {
  let fields: StoryFields
  let rows: [StoryRow]
  let total: Int
  private let sources: [SourceSummary]

  /// Reads what the page shows.
  init(_ fields: StoryFields, _ view: ArchiveView) throws {
    self.fields = fields
    (rows, total) = try view.stories(
      fields.filter, limit: fields.limit, offset: (fields.page - 1) * fields.limit)
    sources = try view.sources()
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let orders = StoryFilter.Order.allCases.reversed().map {
      (value: $0.rawValue, label: say["stories.order.\($0.rawValue)"])
    }
    let filters = parts.filterForm(
      .stories, fields: ["order", "source"],
      [
        parts.choice(
          "order", label: say["stories.order"], orders.sorted { a, _ in a.value == "newest" }),
        parts.sourceChoice(sources),
      ])
    let shown: HTML =
      rows.isEmpty
      ? parts.empty()
      : """
      <p class="total">\(say.count(total, "story"))</p>
      <ul class="rows">\(rows.map(parts.storyRow))</ul>
      \(parts.pages(.stories, page: fields.page, hasNext: fields.page * fields.limit < total))
      """
    let content: HTML = """
      <h1>\(say["stories.title"])</h1>
      <p class="lead">\(say["stories.lead"])</p>
      \(filters)
      \(shown)
      """
    return PageFrame(parts).page(title: say["stories.title"], name: "stories", content)
  }
}
