internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// The page of one article: its text with marks, and beside it the records they belong to.
struct ArticlePage {
  let archived: ArchivedArticle
  let story: StoryCounts?
  /// Its events as people decided, by their place in the reading.
  let events: [Int: EventRow]
  let agreements: [CoderComparison]
  /// What people decided on entries.
  let resolution: EntryResolution
  let parts: PageParts
  private let pieces: TextPieces

  init(_ archived: ArchivedArticle, _ view: ArchiveView, _ parts: PageParts) throws {
    let id = archived.article.id
    self.archived = archived
    story = try view.storyCounts(ofArticle: id)
    var filter = EventFilter()
    filter.article = id
    events = Dictionary(try view.events(filter, limit: 500).rows.map { ($0.origin.index, $0) }) {
      first, _ in first
    }
    agreements = try view.agreements(article: id)
    resolution = try view.entryResolution()
    self.parts = parts
    pieces = TextPieces(archived.article.text)
  }

  private var article: Article { archived.article }
  private var say: Wording { parts.say }

  func html() -> HTML {
    let shown = archived.reading.map { records(of: $0) } ?? note("article.not_read")
    let content: HTML = """
      <article>
      <header class="article-head">
      <h1 dir="auto">\(parts.heading(article.title))</h1>
      \(meta)
      </header>
      <div class="article-columns">
      <div class="text-column">
      \(archived.reading.map { toggles($0) })
      <div class="text" lang="\(language)">
      \(text)</div>
      \(provenance)
      \(parts.agreementSection(agreements))
      </div>
      <aside class="records" aria-label="\(say["article.records"])">
      \(shown)
      </aside>
      </div>
      </article>
      """
    return PageFrame(parts, script: "marsad.js")
      .page(title: article.title, name: "article", content)
  }

  /// The text's language as read; Arabic where it was not read.
  private var language: String { archived.reading?.language ?? "ar" }

  private var text: HTML {
    let marks = archived.reading.map { ReadingMarks(reading: $0, say: say).all } ?? []
    return MarkedParagraphs(article.text, marks: marks)
      .html(quiet: archived.reading?.titleAt) { anchor in
        """
        <a class="ref" href="#record-\(anchor)" title="\(say["record.to_record", ["n": say.inDigits(String(anchor.dropFirst()))]])">\(say.inDigits(String(anchor.dropFirst())))</a>
        """
      }
  }

  private var meta: HTML {
    var items: [HTML] = [parts.source(article.source), parts.published(article.published)]
    if let time = article.published.flatMap({ say.timeOfDay(iso: $0) }) {
      items.append("<span>\(time)</span>")
    }
    if let byline = article.byline, !byline.isEmpty {
      items.append("\(say["article.byline"]) \(HTML.outside(byline))")
    }
    if let credit = archived.reading?.credit {
      items.append(
        HTML(text: say["article.credit", ["name": "\u{2068}\(credit.name)\u{2069}"]]))
    }
    if let dateline = archived.reading?.dateline {
      items.append(
        HTML(text: say["article.dateline", ["place": "\u{2068}\(dateline.place)\u{2069}"]]))
    }
    if let story, story.reports > 1 {
      items.append(parts.storyLink(article.id, story))
    }
    if !archived.earlier.isEmpty { items.append(versionsLink) }
    if let address = Link.outside(article.url) {
      items.append(
        "<a href=\"\(address)\" rel=\"noreferrer noopener\">\(say["article.original"])</a>")
    }
    return "<p class=\"meta\">\(items.joined(by: " · "))</p>"
  }

  /// The way to what changed; says so where an edit left the stated dates as they were.
  private var versionsLink: HTML {
    let address = parts.address(.versions(article: article.id))
    let stealth: HTML? =
      archived.changes.contains { $0.isStealth }
      ? " <span class=\"tag tone-hostile\">\(say["versions.stealth"])</span>" : nil
    return """
      <a href="\(address)">\(say.count(archived.version, "version"))</a>\(stealth)
      """
  }

  /// Boxes that show and hide the marks of a kind; the style sheet does the work.
  private func toggles(_ reading: Reading) -> HTML {
    let kinds: [(String, Int, String)] = [
      ("statements", reading.statements.count, "nav.statements"),
      ("outlooks", reading.outlooks.count, "nav.outlooks"),
      ("events", reading.events.count, "nav.events"),
      ("mentions", reading.mentions.count, "article.mentions"),
    ]
    let boxes = kinds.filter { $0.1 > 0 }.map { kind, count, key -> HTML in
      """
      <label class="pill pill-\(kind)"><input type="checkbox" id="show-\(kind)" checked>\
      <span>\(say[key]) <b>\(say.number(count))</b></span></label>
      """
    }
    guard !boxes.isEmpty else { return .nothing }
    return """
      <div class="toggles" role="group" aria-label="\(say["article.show"])">\
      <span class="label">\(say["article.show"])</span> \(boxes)</div>
      """
  }

  private func records(of reading: Reading) -> HTML {
    let statements = reading.statements.enumerated().map { index, statement in
      var statement = statement
      statement.speakerEntry = resolution.entry(
        statement.speakerEntry, name: statement.speakerName, .actor)
      return parts.statementCard(
        statement, content: pieces[statement.content], at: .besideText(number: index + 1))
    }
    let named = reading.mentions.map(resolution.resolved)
    let outlooks = reading.outlooks.enumerated().map { index, outlook in
      let speaker = outlook.statement.map { reading.statements[$0] }
      let holder = resolution.holder(
        of: outlook, speaker: speaker.map { ($0.speakerEntry, $0.speakerName) }, named)
      return parts.outlookCard(
        outlook, holder, outcome: pieces[outlook.outcome], condition: pieces[outlook.condition],
        horizon: pieces[outlook.horizon], at: .besideText(number: index + 1))
    }
    let events = reading.events.indices.compactMap { index in
      self.events[index].map { parts.eventCard($0, at: .besideText(number: index + 1)) }
    }
    let sections = [
      section("outlooks", "nav.outlooks", outlooks),
      section("statements", "nav.statements", statements),
      section("events", "nav.events", events), mentions(named),
    ]
    let shown = sections.filter { !$0.isEmpty }
    return shown.isEmpty ? note("article.no_records") : shown.joined(by: "\n")
  }

  private func section(_ name: String, _ key: String, _ cards: [HTML]) -> HTML {
    guard !cards.isEmpty else { return .nothing }
    return """
      <section class="\(name)"><h2>\(say[key]) <span class="count">\(say.number(cards.count))</span></h2>
      <ul class="cards">\(cards)</ul></section>
      """
  }

  /// The names, each once, those that occur most first.
  private func mentions(_ mentions: [Mention]) -> HTML {
    guard !mentions.isEmpty else { return .nothing }
    var counts: [String: (mention: Mention, count: Int, order: Int)] = [:]
    for (order, mention) in mentions.enumerated() {
      let key =
        mention.entry ?? mention.cluster.map { "cluster \($0)" }
        ?? "\(mention.type.rawValue) \(mention.name)"
      counts[key, default: (mention, 0, order)].count += 1
    }
    let sorted = counts.values.sorted { ($1.count, $0.order) < ($0.count, $1.order) }
    let items = sorted.map { mention, count, _ -> HTML in
      let english: HTML? = mention.nameEn.map { " <bdi lang=\"en\" class=\"muted\">\($0)</bdi>" }
      let role: HTML? =
        mention.type == .person
        ? mention.role.map { "، <span class=\"role\">\(HTML.outside($0))</span>" } : nil
      return """
        <li>\(parts.named(mention.name, mention.entry))\(role)\(english) <span class="muted">\(say["mention.\(mention.type.rawValue)"]) · \(say.count(count, "time"))</span></li>
        """
    }
    return """
      <section class="mentions"><h2>\(say["article.mentions"]) <span class="count">\(say.number(items.count))</span></h2>
      <ul class="names">\(items)</ul></section>
      """
  }

  /// Where the text and the records come from.
  private var provenance: HTML {
    var rows: [(String, HTML)] = [
      (say["article.version", ["n": say.number(archived.version)]], HTML(text: addedOn)),
      ("ID", "<code><bdi>\(article.id)</bdi></code>"),
    ]
    if let reading = archived.reading {
      rows.append((say["article.digest"], "<code>\(reading.textSHA256)</code>"))
      rows.append(
        (say["article.reader"], "<bdi>\(reading.reader.name) \(reading.reader.version)</bdi>"))
      for note in reading.notes {
        rows.append((say["article.notes"], "<span dir=\"auto\">\(note.message)</span>"))
      }
    }
    let items = rows.map { label, value -> HTML in "<dt>\(label)</dt><dd>\(value)</dd>" }
    return """
      <details class="provenance"><summary>\(say["article.provenance"])</summary>
      <dl>\(items)</dl>
      <p><a href="\(Link.address(.apiArticle(id: article.id), in: .arabic))">\(say["article.json"])</a></p>
      </details>
      """
  }

  private var addedOn: String {
    let day = CalendarDay(ordinal: archived.addedAt / 86_400)
    return say["article.added", ["day": say.day(day)]]
  }

  private func note(_ key: String) -> HTML { "<p class=\"empty\">\(say[key])</p>" }
}
