internal import Recording

/// The front page: what is new, and how much there is.
struct FrontPage: Sendable {
  let counts: ArchiveCounts
  let articles: [ArticleHeading]
  let statements: [StatementRow]
  let outlooks: [OutlookRow]

  /// Reads what the page shows.
  init(_ view: ArchiveView) throws {
    counts = try view.counts()
    articles = try view.latest(limit: 8).rows
    statements = try view.statements(StatementFilter(), limit: 5).rows
    outlooks = try view.outlooks(OutlookFilter(), limit: 5).rows
  }

  func html(_ parts: PageParts) -> HTML {
    let say = parts.say
    let content: HTML = """
      <div class="hero"><h1>\(say["site.name"])</h1><p class="lead">\(say["site.tagline"])</p></div>
      \(figures(parts))
      \(counts.articles == 0 ? parts.empty("front.empty") : columns(parts))
      """
    return PageFrame(parts).page(title: "", name: "front", content)
  }

  private func figures(_ parts: PageParts) -> HTML {
    let say = parts.say
    let figures: [(Int, String, RecordList)] = [
      (counts.articles, "figure.articles", .articles),
      (counts.statements, "figure.statements", .statements),
      (counts.outlooks, "figure.outlooks", .outlooks),
      (counts.events, "figure.events", .events),
      (counts.sources, "figure.sources", .sources),
    ]
    let items = figures.map { number, key, list -> HTML in
      """
      <li><a href="\(parts.address(.list(list)))"><b>\(say.number(number))</b> <span>\(say[key])</span></a></li>
      """
    }
    return """
      <section aria-label="\(say["front.figures"])"><ul class="figures">\(items)</ul></section>
      """
  }

  private func columns(_ parts: PageParts) -> HTML {
    let say = parts.say
    let statementCards = statements.map {
      parts.statementCard($0.statement, content: $0.content, at: .list($0.origin))
    }
    let outlookCards = outlooks.map { parts.outlookCard($0) }
    return """
      <div class="columns">
      <section class="latest"><h2>\(say["front.latest"])</h2>
      <ul class="rows">\(articles.map(parts.articleRow))</ul>
      <p class="more"><a href="\(parts.address(.list(.articles)))">\(say["front.all_articles"])</a></p>
      </section>
      <div class="aside">
      \(section(parts, "outlooks", .outlooks, outlookCards))
      \(section(parts, "statements", .statements, statementCards))
      </div>
      </div>
      """
  }

  private func section(
    _ parts: PageParts, _ key: String, _ list: RecordList, _ cards: [HTML]
  ) -> HTML? {
    guard !cards.isEmpty else { return nil }
    return """
      <section><h2>\(parts.say["front.\(key)"])</h2>
      <ul class="cards">\(cards)</ul>
      <p class="more"><a href="\(parts.address(.list(list)))">\(parts.say["front.all_\(key)"])</a></p>
      </section>
      """
  }
}
