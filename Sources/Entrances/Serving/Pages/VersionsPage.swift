internal import ArabicQuantities
internal import ArabicWords
internal import NewsModel
internal import Recording

/// The page of an article's versions: when each was seen, and the words that one of them changed.
struct VersionsPage {
  let chosen: ChosenVersion
  let parts: PageParts

  init(_ chosen: ChosenVersion, _ parts: PageParts) {
    self.chosen = chosen
    self.parts = parts
  }

  private var say: Wording { parts.say }
  private var id: String { chosen.archived.article.id }

  func html() -> HTML {
    let title = chosen.archived.article.title
    let json = Link.address(.apiVersions(article: id), in: .arabic, parts.request.query)
    let content: HTML = """
      <h1 dir="auto">\(parts.heading(title))</h1>
      <p class="lead">\(say["versions.lead"])</p>
      <p><a href="\(parts.address(.article(id: id)))">\(say["versions.article"])</a></p>
      \(table)
      \(difference)
      <p class="exports"><a href="\(json)">\(say["versions.json"])</a></p>
      """
    return PageFrame(parts).page(
      title: say["versions.title_for", ["title": title]], name: "versions", content)
  }

  private var table: HTML {
    let rows = chosen.versions.reversed().map { version -> HTML in
      let change = chosen.changes.first { $0.newer.version == version.version }
      let query = QueryItems([QueryItems.Item(name: "version", value: String(version.version))])
      let address = parts.address(.versions(article: id), query, fragment: "difference")
      let current: HTML = version.version == chosen.number ? " aria-current=\"true\"" : ""
      return """
        <tr\(current)><th scope="row"><a href="\(address)">\(say["article.version", ["n": say.number(version.version)]])</a></th>\
        <td>\(parts.seen(version.addedAt))</td>\
        <td>\(stated(version))</td>\
        <td>\(change.map(parts.changeTags) ?? HTML(text: say["versions.first"]))</td></tr>

        """
    }
    return """
      <table class="versions"><thead><tr><th scope="col">\(say["versions.version"])</th>\
      <th scope="col">\(say["versions.seen"])</th><th scope="col">\(say["versions.stated"])</th>\
      <th scope="col">\(say["versions.changed"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  /// The dates that a version states.
  private func stated(_ version: ArticleVersion) -> HTML {
    guard let modified = version.modified else { return parts.published(version.published) }
    return
      "\(parts.published(version.published))<br><span class=\"muted\">\(say["versions.modified"])</span> <bdi>\(modified)</bdi>"
  }

  private var difference: HTML {
    guard let change = chosen.change else {
      return "<p class=\"empty\" id=\"difference\">\(say["versions.nothing_before"])</p>"
    }
    let title = change.titleDifference()
    let text = change.textDifference()
    let heading = say[
      "versions.compared",
      ["from": say.number(change.older.version), "to": say.number(change.newer.version)]]
    let counts = say[
      "versions.counts",
      [
        "inserted": say.count(title.insertedWords + text.insertedWords, "inserted"),
        "deleted": say.count(title.deletedWords + text.deletedWords, "deleted"),
      ]]
    let notice: HTML? =
      change.isStealth ? "<p class=\"notice\">\(say["versions.stealth.lead"])</p>" : nil
    let shown: HTML =
      change.kind == .details
      ? "<p class=\"empty\">\(say["versions.same_text"])</p>"
      : """
      <div class="text difference" lang="\(chosen.archived.reading?.language ?? "ar")">
      <div class="title">\(DifferenceParagraphs(title).html(say))</div>
      \(DifferenceParagraphs(text).html(say))</div>
      """
    return """
      <section id="difference"><h2>\(heading)</h2>
      <p>\(parts.changeTags(change)) \(counts)</p>
      \(notice)
      \(shown)
      </section>
      """
  }
}

extension PageParts {
  /// What changed, in a few words.
  func changeTags(_ change: VersionChange) -> HTML {
    let kind = tag(say["versions.kind.\(change.kind.rawValue)"])
    guard change.kind != .details else { return kind }
    let dates =
      change.isStealth
      ? tag(say["versions.stealth"], "tone-hostile")
      : tag(say["versions.dates.\(change.dates.rawValue)"])
    guard change.isAnnounced else { return "\(kind) \(dates)" }
    return "\(kind) \(dates) \(tag(say["versions.announced"]))"
  }

  /// When something was seen: day and time in UTC.
  ///
  /// `seconds` count from 1970.
  func seen(_ seconds: Int) -> HTML {
    let day = CalendarDay(ordinal: seconds / 86_400)
    let minutes = seconds % 86_400 / 60
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let time = say.inDigits("\(two(minutes / 60)):\(two(minutes % 60))")
    return "\(self.day(day)) <bdi>\(time) UTC</bdi>"
  }
}
